// What one rule is: its manual entry and a function over the program. A rule is one file in rules/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyze/analysis.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/finding.h"
#include "diagnostics/rule.h"
#include "link/program.h"
#include "load/source_set.h"

namespace milepost {

/// What a rule sees and where it speaks. One per rule and run.
class CheckContext {
 public:
  CheckContext(const SourceSet& all_sources, const Program& the_program,
               const Analysis& the_analysis, DiagnosticSink& a_sink, std::vector<Finding>& findings)
      : sources(all_sources),
        program(the_program),
        analysis(the_analysis),
        sink(a_sink),
        findings_(findings) {}

  const SourceSet& sources;
  const Program& program;
  const Analysis& analysis;
  DiagnosticSink& sink;  // for rules about files; they use RuleInfo's code and severity

  const Settings& settings() const { return program.set.settings; }
  uint32_t record_count() const { return static_cast<uint32_t>(program.set.records.size()); }

  /// A finding about `subjects`, the first of which is the one to mend. Arguments fill
  /// RuleInfo::message.
  /// A `severity` takes the place of the rule's default, not of what program.yaml says.
  void find(const RuleInfo& rule, std::vector<RecordIndex> subjects,
            std::vector<Argument> arguments, Span span, std::string help,
            std::vector<Related> related = {}, std::optional<Severity> severity = {});
  /// A diagnostic with the rule's code and severity.
  void report(const RuleInfo& rule, Span span, std::string message, std::string help,
              std::vector<Related> related = {});

  /// The place of the record's field with this role, else the record's own.
  Span place_of(RecordIndex record, Role role) const;
  /// done or dropped: closed records are exempt from hygiene rules.
  bool is_closed(RecordIndex record) const;
  /// "T-31" as its file knows it, for help texts.
  const std::string& id_of(RecordIndex record) const { return program.record(record).short_id; }

 private:
  std::vector<Finding>& findings_;
};

struct Rule {
  const RuleInfo* info;
  void (*run)(CheckContext& context);
  bool asks_history = false;  // since when a record is there, and when it last changed
};

}  // namespace milepost
