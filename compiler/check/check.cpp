// Runs the rules and orders what they find.
#include "check/check.h"

#include <algorithm>
#include <tuple>

#include "check/rules.h"

namespace milepost {
namespace {

Severity severity_of(const RuleInfo& rule, const Settings& settings) {
  const auto own = settings.rules.find(rule.code);
  return own == settings.rules.end() ? rule.severity : own->second;
}

}  // namespace

void CheckContext::find(const RuleInfo& rule, std::vector<RecordIndex> subjects,
                        std::vector<Argument> arguments, Span span, std::string help,
                        std::vector<Related> related, std::optional<Severity> severity) {
  Finding finding;
  finding.code = rule.code;
  const bool by_program = settings().rules.contains(rule.code);
  finding.severity = severity && !by_program ? *severity : severity_of(rule, settings());
  finding.subjects.reserve(subjects.size());
  for (const RecordIndex subject : subjects)
    finding.subjects.push_back(static_cast<uint32_t>(subject));
  finding.arguments = std::move(arguments);
  finding.span = span;
  finding.help = std::move(help);
  finding.related = std::move(related);
  findings_.push_back(std::move(finding));
}

void CheckContext::report(const RuleInfo& rule, Span span, std::string message, std::string help,
                          std::vector<Related> related) {
  sink.report(
      {rule.code, rule.severity, span, std::move(message), std::move(help), std::move(related)});
}

Span CheckContext::place_of(RecordIndex record, Role role) const {
  const Record& r = program.record(record);
  const FieldId field = program.kinds().field_of(r.kind, role);
  const Value* value = field == kNoField ? nullptr : r.value(field);
  return value == nullptr || !value->span.is_place() ? r.span : value->span;
}

bool CheckContext::is_closed(RecordIndex record) const {
  const Phase phase = analysis.of(record).phase;
  return phase == Phase::done || phase == Phase::dropped;
}

bool asks_history(const Program& program) {
  const Settings& settings = program.set.settings;
  return !program.set.records.empty() && std::ranges::any_of(all_rules(), [&](const Rule& rule) {
    return rule.asks_history && severity_of(*rule.info, settings) != Severity::off;
  });
}

std::vector<Finding> check_program(const SourceSet& sources, const Program& program,
                                   const Analysis& analysis, DiagnosticSink& sink) {
  std::vector<Finding> findings;
  CheckContext context(sources, program, analysis, sink, findings);
  for (const Rule& rule : all_rules()) {
    if (severity_of(*rule.info, program.set.settings) != Severity::off) rule.run(context);
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.span.file, a.span.begin, a.code, a.subjects) <
           std::tie(b.span.file, b.span.begin, b.code, b.subjects);
  });
  return findings;
}

std::vector<const RuleInfo*> rule_catalog() {
  std::vector<const RuleInfo*> catalog;
  for (const Rule& rule : all_rules()) catalog.push_back(rule.info);
  return catalog;
}

}  // namespace milepost
