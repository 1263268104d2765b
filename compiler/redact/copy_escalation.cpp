// Escalation paths, and where each open blocker stands on its own.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "analyze/escalation_path.h"
#include "redact/view_builder.h"

namespace milepost {

// The paths stand in program.yaml, which has no label of its own: who sees what is internal sees
// them. Where a blocker stands is worked out from what is visible alone.
void ViewBuilder::copy_escalation() {
  if (!redaction_.shows(kInternalLabel)) return;
  const Settings& settings = program_.set.settings;
  view_.program.decision_days = settings.thresholds.decision_pending_days;
  std::array<std::vector<PathStep>, 4> paths;
  for (uint8_t level = 0; level < paths.size(); ++level) {
    paths[level] = escalation_path(program_, level);
    ViewEscalationLevel& made = view_.program.escalation[level];
    made.respond = response_of(settings, level);
    made.sprint = !made.respond && level == 2 && settings.dates.sprints.has_value();
    for (const PathStep& step : paths[level]) {
      ViewPathStep& to = made.path.emplace_back();
      if (step.role != PathStep::kNoRole) {
        to.role = step.text;
        std::ranges::replace(to.role, '_', ' ');
      }
      for (const PersonIndex person : step.people) {
        const auto old = static_cast<size_t>(person);
        ViewWho who;
        if (people_.has(old)) who.person = ViewPersonId{people_[old]};
        who.text = program_.person(person).name;
        to.people.push_back(std::move(who));
      }
      if (to.people.empty() && to.role.empty()) {
        ViewWho who;
        who.text = step.text;
        to.people.push_back(std::move(who));
      }
    }
  }
  const Kinds& kinds = program_.kinds();
  const KindId blocker = kinds.find_kind("blocker");
  for (const uint32_t old : records_.to_old) {
    const RecordIndex index{old};
    const RecordFacts& facts = analysis_.of(index);
    const bool open = facts.phase == Phase::waiting || facts.phase == Phase::doing;
    if (!open || facts.priority > 3 || paths[facts.priority].empty()) continue;
    const KindId kind = program_.record(index).kind;
    if (blocker == kNoKind || !kinds.is(kind, blocker)) continue;
    const auto told = [&](Role role) {
      const FieldId field = kinds.field_of(kind, role);
      return field == kNoField || redaction_.shows(field);
    };
    if (!told(Role::raised) || !told(Role::severity)) continue;
    PathKnowledge knows;
    knows.link = [&](const Link& link) { return redaction_.shows(link); };
    knows.escalated_to = told(Role::escalated_to);
    knows.owner = told(Role::owner);
    knows.acknowledged = told(Role::acknowledged);
    PathPlace place = path_place(program_, analysis_, index, paths[facts.priority], knows);
    if (!told(Role::due) && knows.acknowledged) place.next_by.reset();
    view_.path_places.push_back({ViewRecordId{records_[old]}, std::move(place.told), place.next,
                                 place.next_by, place.overdue && place.next_by.has_value()});
  }
  std::ranges::sort(view_.path_places, {}, &ViewPathPlace::record);
}

}  // namespace milepost
