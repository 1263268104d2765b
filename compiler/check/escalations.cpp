// Finds what is escalated already.
#include "check/escalations.h"

#include <algorithm>
#include <string_view>

#include "analyze/escalation_path.h"

namespace milepost {
namespace {

std::string words_of(const CheckContext& context, const PathStep& step) {
  std::string names;
  for (const PersonIndex person : step.people) {
    if (!names.empty()) names += ", ";
    names += context.program.person(person).name;
  }
  if (step.role == PathStep::kNoRole) return names.empty() ? std::string(step.text) : names;
  std::string role(step.text);
  std::ranges::replace(role, '_', ' ');
  return names.empty() ? role : role + " (" + names + ")";
}

}  // namespace

Escalated::Escalated(const CheckContext& context) : covered_(context.record_count(), false) {
  const Kinds& kinds = context.program.kinds();
  const KindId escalation = kinds.find_kind("escalation");
  const KindId change = kinds.find_kind("change");
  const KindId decision = kinds.find_kind("decision");
  const LinkTypeId decides = kinds.find_link_type("decides");
  const LinkTypeId changes = kinds.find_link_type("changes");
  const auto is = [&](RecordIndex record, KindId kind) {
    return kind != kNoKind && kinds.is(context.program.record(record).kind, kind) &&
           context.analysis.of(record).phase != Phase::dropped;
  };
  const auto speaks = [&](RecordIndex record) {
    return is(record, escalation) || is(record, change);
  };
  for (const Link& link : context.program.links) {
    const bool decided = (link.type == decides || link.type == changes) && is(link.from, decision);
    if (decided || speaks(link.from)) covered_[static_cast<size_t>(link.to)] = true;
    if (speaks(link.to)) covered_[static_cast<size_t>(link.from)] = true;
  }
}

std::string whom_to_ask(const CheckContext& context, uint8_t level) {
  for (int at = level; at >= 0; --at) {
    const std::vector<PathStep> path = escalation_path(context.program, static_cast<uint8_t>(at));
    std::string words;
    for (const PathStep& step : path) {
      if (!words.empty()) words += " → ";
      words += words_of(context, step);
    }
    if (!words.empty()) return words;
  }
  const std::vector<RoleEntry>& roles = context.settings().roles;
  for (uint32_t i = 0; i < roles.size() && i < context.program.role_people.size(); ++i) {
    if (roles[i].key != "sponsor") continue;
    return words_of(context, {i, context.program.role_people[i], roles[i].key});
  }
  return "the sponsor";
}

std::string new_escalation(const std::string& whom, const std::string& title) {
  std::string safe = title;
  std::erase_if(safe, [](char c) {
    return std::string_view("\"`$\\!").find(c) != std::string_view::npos ||
           static_cast<unsigned char>(c) < 0x20;
  });
  return "ask " + whom + ": `milepost new escalation \"" + safe + "\"`";
}

}  // namespace milepost
