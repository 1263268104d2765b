// Builds the View of one audience, part by part; only redact/ includes it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyze/analysis.h"
#include "redact/cut_tape.h"
#include "redact/redact.h"
#include "redact/redaction.h"

namespace milepost {

/// Numbers first, then copies. What is copied may name only what has a number.
class ViewBuilder {
 public:
  /// `movable`: the same program if its tapes may be moved out of it; null: they are copied.
  ViewBuilder(const Program& program, Program* movable, const SourceSet& sources,
              const Analysis& analysis, const RedactOptions& options);

  View build(std::span<const Finding> findings, std::span<const RuleInfo* const> rules);

 private:
  // view_builder.cpp
  void number_records();
  void number_kinds();
  void number_people();
  void number_items();
  void number_tapes();
  void cut_tapes();
  void copy_kinds();
  void copy_people();
  void copy_roles();
  void copy_pages();
  void copy_references();
  void copy_links();
  void copy_readiness();
  void copy_control();
  void copy_findings(std::span<const Finding> findings, std::span<const RuleInfo* const> rules);
  void copy_program();
  void copy_status_pages();
  /// What stands for something hidden; empty: nothing.
  std::string_view hidden_words() const {
    return options_.audience.omit ? std::string_view() : options_.hidden_words;
  }
  // copy_escalation.cpp
  void copy_escalation();
  // view_diagnostics.cpp
  void copy_diagnostics(std::span<const RuleInfo* const> rules);
  std::vector<std::vector<Span>> shown_values() const;
  // view_builder.cpp
  ViewSource source_of(Span place);
  uint32_t file_number(FileId file);

  // view_values.cpp
  ViewRecord copy_record(RecordIndex index);
  std::vector<ViewField> copy_fields(const std::vector<FieldValue>& fields, RecordIndex record,
                                     bool top);
  bool copy_value(const Value& value, FieldId field, RecordIndex record, ViewValue& out);
  bool copy_reference(const Value& value, ViewValue& out);
  void copy_party(const Value& value, bool role, ViewValue& out);
  bool stands_in(const ViewRecord& record, Span place) const;
  bool shows_item(const CheckItem& item) const;
  void copy_item(const CheckItem& item, ViewCheck& out) const;
  ViewParty party(const Party& party) const;
  std::string party_words(const Party& party) const;
  ViewFacts copy_facts(RecordIndex record) const;
  std::optional<Date> last_review(RecordIndex record) const;
  TeamIndex team_of(RecordIndex record) const;
  void copy_status(const Record& record, const RecordFacts& facts, ViewRecord& out);
  bool copy_markdown(const MarkdownText& text, ViewMarkdown& out) const;
  ViewTarget target(const Target& target, std::string fragment) const;
  Date point_of(const DateValue& date, FieldId field, RecordIndex record) const;

  const Program& program_;
  Program* movable_;
  const SourceSet& sources_;
  const Analysis& analysis_;
  const RedactOptions& options_;
  Redaction redaction_;
  Numbering records_, kinds_, fields_, people_, teams_, pages_, assets_, tapes_, files_;
  std::vector<CutTape> cut_;                                 // by new tape number
  std::unordered_map<const Value*, std::string> fragments_;  // of resolved references
  std::unordered_map<const CheckItem*, std::string>
      item_texts_;  // of those that name what is hidden
  View view_;
};

}  // namespace milepost
