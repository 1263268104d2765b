// Entry of redact/.
#include "redact/redact.h"

#include <utility>

#include "redact/copy_schedule.h"
#include "redact/view_builder.h"

namespace milepost {

PlanMask visible_plan(const Program& program, const Schedule& schedule, const Audience& audience) {
  const Redaction redaction(program, audience);
  PlanMask mask;
  if (rests_on_visible(program, schedule, redaction)) return mask;
  mask.records.reserve(program.set.records.size());
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    mask.records.push_back(redaction.shows(RecordIndex{i}));
  }
  mask.links.reserve(program.links.size());
  for (const Link& link : program.links) mask.links.push_back(redaction.shows(link));
  return mask;
}

ReadinessMask visible_readiness(const Program& program, const Analysis& analysis,
                                const Audience& audience, std::string_view hidden_words) {
  if (analysis.readiness.empty() && analysis.changes.empty() && analysis.incidents.empty()) {
    return {};
  }
  const Redaction redaction(program, audience);
  ReadinessMask mask;
  mask.instead = audience.omit ? std::string_view() : hidden_words;
  bool hidden = false;
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    mask.records.push_back(redaction.shows(RecordIndex{i}));
    hidden = hidden || !mask.records.back();
  }
  // Fields and regions of records that are shown have labels, too: what a reason quotes.
  for (size_t i = 0; i < program.labels.size(); ++i) {
    mask.labels.push_back(redaction.shows(static_cast<LabelIndex>(i)));
    hidden = hidden || !mask.labels.back();
  }
  return hidden ? mask : ReadinessMask{};
}

View redact_program(Program&& program, const SourceSet& sources, const Analysis& analysis,
                    std::span<const Finding> findings, std::span<const RuleInfo* const> rules,
                    const RedactOptions& options) {
  // Freed at the end: what was not moved is not needed any more.
  Program taken = std::move(program);
  return ViewBuilder(taken, &taken, sources, analysis, options).build(findings, rules);
}

View redact_program(const Program& program, const SourceSet& sources, const Analysis& analysis,
                    std::span<const Finding> findings, std::span<const RuleInfo* const> rules,
                    const RedactOptions& options) {
  return ViewBuilder(program, nullptr, sources, analysis, options).build(findings, rules);
}

}  // namespace milepost
