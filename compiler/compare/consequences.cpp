// Compares what the compiler makes of two versions.
#include "compare/consequences.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "compare/circles.h"
#include "compare/date_shifts.h"

namespace milepost {
namespace {

constexpr uint8_t kUrgent = 1;  // P0 and P1

bool is_signed(ViewSignOffState state) {
  return state == ViewSignOffState::current || state == ViewSignOffState::unsealed ||
         state == ViewSignOffState::conditional;
}

bool is_urgent_blocker(const View& view, ViewRecordId id) {
  const ViewRecord& record = view.record(id);
  return view.kind_of(record).is("blocker") && record.is_open() && record.facts.priority <= kUrgent;
}

class Consequences {
 public:
  explicit Consequences(const Meanings& meanings)
      : meanings_(meanings), before_(meanings.before()), after_(meanings.after()) {}

  std::vector<Consequence> find() {
    path();
    if (both(&ViewShows::verdict)) readiness();
    if (both(&ViewShows::probabilities)) chance();
    health();
    blockers();
    circles();
    std::ranges::stable_sort(found_, {}, &Consequence::kind);
    return std::move(found_);
  }

 private:
  bool both(bool ViewShows::*told) const {
    return before_.program.shows.*told && after_.program.shows.*told;
  }

  ViewRecordId former(ViewRecordId id) const { return meanings_.match().before(id); }
  ViewRecordId later(ViewRecordId id) const { return meanings_.match().after(id); }

  Consequence& add(ConsequenceKind kind, ViewRecordId was, ViewRecordId now) {
    Consequence& made = found_.emplace_back();
    made.kind = kind;
    if (was != kNoViewRecord || now != kNoViewRecord) {
      made.subject = subject_of(meanings_, was, now);
    }
    return made;
  }

  bool same_target() const {
    const ViewRecordId target = after_.schedule.target;
    return target != kNotInPlan && before_.schedule.target != kNotInPlan &&
           former(target) == before_.schedule.target;
  }

  // What was finished has not left the path: it is behind us.
  void path() {
    if (!same_target()) return;
    std::vector<bool> was_on(after_.records.size(), false);
    std::vector<bool> is_on(after_.records.size(), false);
    for (const ViewRecordId id : before_.schedule.critical_path) {
      if (later(id) != kNoViewRecord) was_on[number(later(id))] = true;
    }
    for (const ViewRecordId id : after_.schedule.critical_path) {
      is_on[number(id)] = true;
      const ViewScheduleItem* item = after_.schedule.item(id);
      const bool open = item != nullptr && item->state != ViewPlanState::done;
      if (open && !was_on[number(id)]) add(ConsequenceKind::joined_path, former(id), id);
    }
    for (const ViewRecordId id : before_.schedule.critical_path) {
      const ViewRecordId now = later(id);
      if (now != kNoViewRecord && is_on[number(now)]) continue;
      const ViewScheduleItem* was = before_.schedule.item(id);
      if (was == nullptr || was->state == ViewPlanState::done) continue;
      if (now != kNoViewRecord && !after_.record(now).is_open()) continue;
      add(ConsequenceKind::left_path, id, now);
    }
  }

  void readiness() {
    for (const ViewReadiness& now : after_.readiness) {
      const ViewRecordId was_id = former(now.record);
      const ViewReadiness* was = was_id == kNoViewRecord ? nullptr : before_.readiness_of(was_id);
      if (was == nullptr) continue;
      if (now.release) verdict(*was, now);
      gates(*was, now);
      sign_offs(*was, now);
    }
  }

  void verdict(const ViewReadiness& was, const ViewReadiness& now) {
    if (was.verdict != now.verdict) {
      if (was.verdict == ViewReadyVerdict::none || now.verdict == ViewReadyVerdict::none) return;
      tell(ConsequenceKind::verdict, was, now, {}, static_cast<int32_t>(was.verdict),
           static_cast<int32_t>(now.verdict), was.verdict < now.verdict);
    } else if (was.blocking() != now.blocking() && now.verdict == ViewReadyVerdict::no_go) {
      tell(ConsequenceKind::reasons, was, now, {}, static_cast<int32_t>(was.blocking()),
           static_cast<int32_t>(now.blocking()), was.blocking() < now.blocking());
    }
  }

  void tell(ConsequenceKind kind, const ViewReadiness& was, const ViewReadiness& now,
            std::string_view what, int32_t before, int32_t after, bool worse) {
    Consequence& made = add(kind, was.record, now.record);
    made.what = what;
    made.was = before;
    made.now = after;
    made.worse = worse;
  }

  void gates(const ViewReadiness& was, const ViewReadiness& now) {
    for (const ViewGate& gate : now.gates) {
      const auto old = std::ranges::find(was.gates, gate.key, &ViewGate::key);
      if (old == was.gates.end()) continue;
      if (old->state == ViewGateState::not_applicable ||
          gate.state == ViewGateState::not_applicable) {
        continue;
      }
      const bool passed = gate.state == ViewGateState::passed;
      if (passed == (old->state == ViewGateState::passed)) continue;
      tell(passed ? ConsequenceKind::gate_passed : ConsequenceKind::gate_reopened, was, now,
           gate.title, 0, 0, !passed);
    }
  }

  void sign_offs(const ViewReadiness& was, const ViewReadiness& now) {
    for (const ViewSignOff& one : now.sign_offs) {
      const auto old = std::ranges::find(was.sign_offs, one.role, &ViewSignOff::role);
      const ViewSignOffState before =
          old == was.sign_offs.end() ? ViewSignOffState::not_signed : old->state;
      const std::string& role = one.role_label.empty() ? one.role : one.role_label;
      if (one.state == ViewSignOffState::stale && is_signed(before)) {
        tell(ConsequenceKind::sign_off_stale, was, now, role, 0, 0, true);
      } else if (is_signed(one.state) && !is_signed(before)) {
        tell(ConsequenceKind::sign_off_given, was, now, role, 0, 0, false);
      }
    }
  }

  // Told where both told it, in whole per cent.
  void chance() {
    if (!same_target() || before_.schedule.indicative || after_.schedule.indicative) return;
    const ViewRecordId target = after_.schedule.target;
    const ViewForecastDates* was = before_.schedule.forecast_of(former(target));
    const ViewForecastDates* now = after_.schedule.forecast_of(target);
    if (was == nullptr || now == nullptr || !was->on_time || !now->on_time) return;
    if ((*was->on_time + 5) / 10 == (*now->on_time + 5) / 10) return;
    Consequence& made = add(ConsequenceKind::chance, former(target), target);
    made.was = *was->on_time;
    made.now = *now->on_time;
    made.worse = made.now < made.was;
  }

  void health() {
    const auto tell_health = [&](ConsequenceKind kind, ViewHealth was, ViewHealth now) {
      if (was == now || was == ViewHealth::none || now == ViewHealth::none) return;
      Consequence& made = add(kind, kNoViewRecord, kNoViewRecord);
      made.was = static_cast<int32_t>(was);
      made.now = static_cast<int32_t>(now);
      made.worse = now > was && now != ViewHealth::complete;
    };
    if (both(&ViewShows::health)) {
      tell_health(ConsequenceKind::health, before_.schedule.computed, after_.schedule.computed);
    }
    tell_health(ConsequenceKind::reported_health, before_.program.reported,
                after_.program.reported);
    if (both(&ViewShows::health)) rosiness();
  }

  void rosiness() {
    for (const ViewScheduleItem& now : after_.schedule.items) {
      const ViewRecordId was_id = former(now.record);
      const ViewScheduleItem* was =
          was_id == kNoViewRecord ? nullptr : before_.schedule.item(was_id);
      const bool was_rosy = was != nullptr && was->rosier;
      if (was_rosy == now.rosier) continue;
      if (!now.rosier && now.state == ViewPlanState::done) continue;
      Consequence& made =
          add(now.rosier ? ConsequenceKind::rosier : ConsequenceKind::gloomier, was_id, now.record);
      made.was = static_cast<int32_t>(after_.record(now.record).health);
      made.now = static_cast<int32_t>(now.computed);
      made.worse = now.rosier;
    }
  }

  void blockers() {
    for (uint32_t i = 0; i < after_.records.size(); ++i) {
      const ViewRecordId id{i};
      if (!is_urgent_blocker(after_, id)) continue;
      const ViewRecordId was = former(id);
      if (was != kNoViewRecord && is_urgent_blocker(before_, was)) continue;
      Consequence& made = add(ConsequenceKind::new_blocker, was, id);
      made.now = after_.record(id).facts.priority;
      made.what = "P" + std::to_string(made.now);
      made.worse = true;
    }
  }

  // One record of those that are new in a circle is told.
  void circles() {
    const std::vector<bool> was = in_circles(before_);
    const std::vector<bool> now = in_circles(after_);
    for (uint32_t i = 0; i < now.size(); ++i) {
      if (!now[i]) continue;
      const ViewRecordId old = former(ViewRecordId{i});
      if (old != kNoViewRecord && was[number(old)]) continue;
      add(ConsequenceKind::new_cycle, old, ViewRecordId{i}).worse = true;
      return;
    }
  }

  const Meanings& meanings_;
  const View& before_;
  const View& after_;
  std::vector<Consequence> found_;
};

}  // namespace

std::vector<Consequence> find_consequences(const Meanings& meanings) {
  return Consequences(meanings).find();
}

}  // namespace milepost
