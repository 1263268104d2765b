// MP365: a grave issue of security or compliance is open, and nobody has escalated it.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "check/escalations.h"
#include "check/rules.h"
#include "text/ascii.h"

namespace milepost {
namespace {

const RuleInfo info = {
    365,
    "security-not-escalated",
    Severity::warning,
    "a grave issue of security or compliance is open, and nobody has escalated it",
    "{0} is a matter of {1}, is graded high or graver, and nobody has escalated it",
    R"(Who answers for security or compliance has to know the day it is found, however sure the team is that it can be mended. Read are
open issues, incidents and blockers of severity high or critical (P0, P1) whose category, type or tags say security, vulnerability,
privacy, compliance, regulatory, legal or audit.

Write an escalation and name the record in `escalates:`.)",
    R"(=== issues.yaml
issues:
- {id: I-1, title: Tokens in the log, owner: Asha, severity: high, raised: 2026-05-29, tags: [security], due: 2026-06-05, resolution: Mask them}
)",
    R"(=== issues.yaml
issues:
- {id: I-1, title: Tokens in the log, owner: Asha, severity: medium, raised: 2026-05-29, tags: [security], due: 2026-06-05, resolution: Mask them}
)"};

constexpr uint8_t kHigh = 4;

// The word of it that names the matter; empty if none does.
std::string_view matter_of(std::string_view text) {
  constexpr std::array<std::string_view, 8> words = {
      "security", "vulnerability", "privacy", "compliance", "regulatory", "legal", "audit", "pci"};
  for (const std::string_view word : words) {
    for (size_t at = 0; at + word.size() <= text.size(); ++at) {
      if (!iequals(text.substr(at, word.size()), word)) continue;
      const bool begins = at == 0 || !is_ascii_alnum(text[at - 1]);
      const size_t end = at + word.size();
      if (begins && (end == text.size() || !is_ascii_alnum(text[end]))) return word;
    }
  }
  return {};
}

std::string_view matter_of(const Kinds& kinds, const Record& record) {
  for (const FieldValue& field : record.fields) {
    const Role role = kinds.field(field.field).role;
    if (role != Role::category && role != Role::type && role != Role::tags) continue;
    for (const Value& value : field.values) {
      const std::string_view matter = matter_of(value.text);
      if (!matter.empty()) return matter;
    }
  }
  return {};
}

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const std::array<KindId, 3> read = {kinds.find_kind("issue"), kinds.find_kind("incident"),
                                      kinds.find_kind("blocker")};
  std::optional<Escalated> escalated;
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex index{i};
    const Record& record = context.program.record(index);
    const RecordFacts& facts = context.analysis.of(index);
    if (facts.severity < kHigh && facts.priority > 1) continue;
    const bool is_read = std::ranges::any_of(
        read, [&](KindId kind) { return kind != kNoKind && kinds.is(record.kind, kind); });
    if (!is_read || context.is_closed(index)) continue;
    const std::string_view matter = matter_of(kinds, record);
    if (matter.empty()) continue;
    if (!escalated) escalated.emplace(context);
    if (escalated->covers(index)) continue;
    const std::string whom = whom_to_ask(context, 0);
    context.find(info, {index}, {RecordArgument{i}, std::string(matter), whom}, record.span,
                 new_escalation(whom, context.id_of(index) + ": " + std::string(matter)) +
                     ", and name it in `escalates:`");
  }
}

}  // namespace

const Rule security_not_escalated_rule = {&info, run};

}  // namespace milepost
