// MP347: a waiver that waives nothing.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    347,
    "waiver-not-valid",
    Severity::warning,
    "a waiver does not hold",
    "{0}: the waiver of `{1}` {2}",
    R"(A waiver takes the place of a required item. It names the item by its key or its text, says why, and who allows it:
somebody of the roster, if the program has one. `until:` is its last day. One that names nothing, has no approver or reason,
or has run out is worth nothing, and the item counts again.)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-12
  acceptance: [{item: Load test, owner: Ben}]
  waivers: [{item: lode-test, by: Ana, reason: Covered by the canary}]
)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-12
  acceptance: [{item: Load test, owner: Ben}]
  waivers: [{item: load-test, by: Ana, reason: Covered by the canary, until: 2026-06-30}]
)"};

// What is wrong with it; empty if nothing is.
std::string fault_of(const CheckContext& context, const Readiness& one, const Waiver& waiver) {
  if (waiver.of == kNoItem) return "names no item";
  if (waiver.expired) {
    // Nobody asks for a waiver of what holds by now.
    const ItemState state = one.items[waiver.of].state;
    if (state == ItemState::passed || state == ItemState::waived) return {};
    return "ran out on " + to_iso(*waiver.until);
  }
  if (waiver.valid) return {};
  if (waiver.reason.empty()) return "has no reason";
  if (waiver.by == kNoPerson && waiver.by_text.empty()) return "has no approver";
  const bool on_roster = waiver.by != kNoPerson && context.program.person(waiver.by).on_roster;
  if (!context.settings().people.empty() && !on_roster) {
    return "is by `" + waiver.by_text + "`, who is not on the roster";
  }
  return "does not say until when";
}

void run(CheckContext& context) {
  for (const Readiness& one : context.analysis.readiness) {
    if (context.is_closed(one.record)) continue;
    for (const Waiver& waiver : one.waivers) {
      std::string fault = fault_of(context, one, waiver);
      if (fault.empty()) continue;
      context.find(
          info, {one.record},
          {RecordArgument{static_cast<uint32_t>(one.record)}, waiver.item, std::move(fault)},
          waiver.place,
          waiver.of == kNoItem ? "name an item by its key (`milepost dump --stage analyze` lists "
                                 "them) or its text"
                               : "give it an approver, a reason and a last day to come");
    }
  }
}

}  // namespace

const Rule waiver_not_valid_rule = {&info, run};

}  // namespace milepost
