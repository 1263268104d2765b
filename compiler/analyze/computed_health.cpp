// Judges each item of the plan by its dates, then the summaries, then the program.
#include "analyze/computed_health.h"

#include <algorithm>
#include <utility>

#include "analyze/backward_pass.h"
#include "calendar/zone.h"

namespace milepost {
namespace {

// How bad: what is worse is larger.
int badness(Health health) {
  switch (health) {
    case Health::at_risk:
      return 1;
    case Health::off_track:
      return 2;
    case Health::blocked:
      return 3;
    default:
      return 0;
  }
}

Health worse(Health a, Health b) {
  return badness(b) > badness(a) ? b : a;
}

// The worst of the parts of a summary, told apart by whether they are on the path to the target.
struct Parts {
  Health on_path = Health::none, off_path = Health::none;
  RecordIndex worst_on_path = kNoRecord, worst_off_path = kNoRecord;
  int32_t on_days = 0, off_days = 0;
  bool any = false, begun = false;

  void add(Health health, bool critical, RecordIndex record, int32_t days) {
    Health& worst = critical ? on_path : off_path;
    RecordIndex& about = critical ? worst_on_path : worst_off_path;
    int32_t& by = critical ? on_days : off_days;
    const bool more =
        badness(health) > badness(worst) || (badness(health) > 0 && health == worst && days > by);
    if (!more) return;
    worst = health;
    about = record;
    by = days;
  }
  void add(const Parts& inner) {
    if (inner.worst_on_path != kNoRecord) {
      add(inner.on_path, true, inner.worst_on_path, inner.on_days);
    }
    if (inner.worst_off_path != kNoRecord) {
      add(inner.off_path, false, inner.worst_off_path, inner.off_days);
    }
    any = any || inner.any;
    begun = begun || inner.begun;
  }
};

class HealthComputer {
 public:
  HealthComputer(const Program& program, const Analysis& analysis, Schedule& schedule)
      : program_(program),
        analysis_(analysis),
        schedule_(schedule),
        limits_(program.set.settings.thresholds) {}

  void compute() {
    find_blockers();
    find_parts();
    find_target();
    for (const uint32_t i : order_) {
      ScheduleItem& item = schedule_.items[i];
      item.reasons_begin = static_cast<uint32_t>(schedule_.reasons.size());
      reasons_.clear();
      item.computed = item.summary ? judge_summary(item, parts_[i]) : judge(item);
      keep_reasons(schedule_.reasons);
      item.reasons_end = static_cast<uint32_t>(schedule_.reasons.size());
      compare_with_report(item);
      hand_up(i);
    }
    judge_program();
  }

 private:
  const RecordFacts& facts(RecordIndex record) const { return analysis_.of(record); }
  bool is_closed(RecordIndex record) const {
    const Phase phase = facts(record).phase;
    return phase == Phase::done || phase == Phase::dropped;
  }
  bool is(RecordIndex record, KindId kind) const {
    return kind != kNoKind && program_.kinds().is(program_.record(record).kind, kind);
  }
  const Kind& kind_of(RecordIndex record) const {
    return program_.kinds().kind(program_.record(record).kind);
  }
  bool is_work(const ScheduleItem& item) const { return kind_of(item.record).is_work; }

  // What stands in the way of each item, as the network has it. Work that blocks work is what it
  // depends on, and shows in its dates.
  void find_blockers() {
    blocker_of_.assign(schedule_.items.size(), kNoRecord);
    const LinkTypeId blocks = program_.kinds().find_link_type("blocks");
    for (uint32_t edge = 0; edge < schedule_.edge_links.size(); ++edge) {
      const uint32_t number = schedule_.edge_links[edge];
      if (number == kNoNode || program_.links[number].type != blocks) continue;
      const Link& link = program_.links[number];
      if (is_closed(link.from) || kind_of(link.from).is_work) continue;
      const uint32_t item = schedule_.item_of[static_cast<uint32_t>(link.to)];
      if (item != kNoNode && blocker_of_[item] == kNoRecord) blocker_of_[item] = link.from;
    }
  }

  // Parts before what they are part of.
  void find_parts() {
    const auto count = static_cast<uint32_t>(schedule_.items.size());
    parts_.resize(count);
    std::vector<uint32_t> open(count, 0);
    const auto above = [&](uint32_t i) {
      const RecordIndex parent = schedule_.items[i].parent;
      return parent == kNoRecord ? kNoNode : schedule_.item_of[static_cast<uint32_t>(parent)];
    };
    for (uint32_t i = 0; i < count; ++i) {
      if (above(i) != kNoNode) ++open[above(i)];
    }
    for (uint32_t i = 0; i < count; ++i) {
      if (open[i] == 0) order_.push_back(i);
    }
    for (std::size_t next = 0; next < order_.size(); ++next) {
      const uint32_t parent = above(order_[next]);
      if (parent != kNoNode && --open[parent] == 0) order_.push_back(parent);
    }
  }

  void find_target() {
    const ScheduleItem* target = schedule_.item(schedule_.target);
    if (target == nullptr || target->node == kNoNode || target->state == PlanState::done) return;
    target_late_ = late_days(*target);
    holds_target_ = holding(schedule_.network, schedule_.passes, target->node);
  }

  std::pair<int32_t, int32_t> limits_of(const ScheduleItem& item) const {
    return collects(item)
               ? std::pair(limits_.milestone_at_risk_days, limits_.milestone_off_track_days)
               : std::pair(limits_.task_at_risk_days, limits_.task_off_track_days);
  }

  Health by_days(const ScheduleItem& item, int32_t late) const {
    const auto [at_risk, off_track] = limits_of(item);
    if (late >= std::max(off_track, 1)) return Health::off_track;
    return late >= std::max(at_risk, 1) ? Health::at_risk : Health::none;
  }

  int32_t late_days(const ScheduleItem& item) const {
    if (!item.commitment || *item.commitment >= item.finish) return 0;
    return static_cast<int32_t>(
        analysis_.time_of(item.record).between(*item.commitment, item.finish));
  }

  void add(HealthCause cause, Health health, int32_t days, RecordIndex about,
           std::optional<Date> date = {}) {
    if (badness(health) > 0) reasons_.emplace_back(health, HealthReason{cause, days, about, date});
  }

  static bool collects(const ScheduleItem& item) {
    return item.kind == PlanKind::milestone || item.kind == PlanKind::release;
  }

  // By how many days it breaks a date that somebody else was promised: the target's, or that of a
  // milestone, a release or a dependency it is bound by. Work that waits for it may have float.
  HealthReason broken_by(const ScheduleItem& item) const {
    HealthReason broken{HealthCause::breaks_commitment, 0, kNoRecord, {}};
    const ScheduleItem* bound =
        item.bound_by == kNoRecord ? nullptr : schedule_.item(item.bound_by);
    if (bound != nullptr && bound->kind != PlanKind::task && bound->kind != PlanKind::other) {
      broken.days = -item.commitment_float;
      broken.about = item.bound_by;
      broken.date = bound->commitment;
    }
    const bool holds = target_late_ > 0 && item.node != kNoNode && holds_target_[item.node] &&
                       item.record != schedule_.target;
    if (holds && target_late_ - item.total_float > broken.days) {
      broken.days = target_late_ - item.total_float;
      broken.about = schedule_.target;
      broken.date = schedule_.item(schedule_.target)->commitment;
    }
    return broken;
  }

  // Against its own commitment, then against those that wait for it. A milestone stands for itself.
  void judge_dates(const ScheduleItem& item) {
    const int32_t late = late_days(item);
    add(HealthCause::late_to_commitment, by_days(item, late), late, item.record, item.commitment);
    if (collects(item)) return;
    HealthReason broken = broken_by(item);
    if (broken.days <= 0 || (broken.about == item.record && broken.days <= late)) return;
    if (broken.about == item.record) broken.date = facts(item.record).needed_by;
    const Health health = by_days(item, broken.days);
    if (badness(health) > 0) reasons_.emplace_back(health, broken);
  }

  Health worst_reason() const {
    Health worst = Health::none;
    for (const auto& [health, reason] : reasons_) worst = worse(worst, health);
    return worst;
  }

  Health judge(const ScheduleItem& item) {
    if (!is_work(item)) return Health::none;
    if (item.state == PlanState::done) return Health::complete;
    const auto at = static_cast<std::size_t>(&item - schedule_.items.data());
    if (blocker_of_[at] != kNoRecord) {
      const RecordFacts& blocker = facts(blocker_of_[at]);
      add(HealthCause::blocked_by, Health::blocked, 0, blocker_of_[at], blocker.due);
    }
    if (!item.dated) {
      if (!reasons_.empty()) return Health::blocked;
      reasons_.emplace_back(Health::none, HealthReason{});
      return Health::none;
    }
    judge_dates(item);
    const std::optional<Date>& start = facts(item.record).start;
    if (item.state == PlanState::waiting && start && *start < analysis_.as_of) {
      const auto days = static_cast<int32_t>(
          analysis_.time_of(item.record).count(*start, add_days(analysis_.as_of, -1)));
      const bool late = days >= std::max(limits_of(item).first, 1);
      add(HealthCause::overdue_start, late ? Health::at_risk : Health::none, days, item.record,
          start);
    }
    const Health worst = worst_reason();
    if (worst != Health::none) return worst;
    const bool waits = item.state == PlanState::waiting && item.kind == PlanKind::task;
    return waits ? Health::not_started : Health::on_track;
  }

  // A part that is red makes the whole red only on the path to the target.
  void judge_parts(const Parts& parts) {
    if (badness(parts.on_path) > 0) {
      const Health health = parts.on_path == Health::at_risk ? Health::at_risk : Health::off_track;
      add(HealthCause::child_off_track, health, parts.on_days, parts.worst_on_path);
    }
    if (badness(parts.off_path) > badness(Health::at_risk)) {
      add(HealthCause::child_off_track, Health::at_risk, parts.off_days, parts.worst_off_path);
    }
  }

  Health judge_summary(const ScheduleItem& item, const Parts& parts) {
    if (item.state == PlanState::done) return Health::complete;
    const auto at = static_cast<std::size_t>(&item - schedule_.items.data());
    if (blocker_of_[at] != kNoRecord) {
      add(HealthCause::blocked_by, Health::blocked, 0, blocker_of_[at]);
    }
    if (!item.dated) {
      if (!reasons_.empty()) return Health::blocked;
      reasons_.emplace_back(Health::none, HealthReason{});
      return Health::none;
    }
    if (item.commitment && *item.commitment < item.finish) {
      const auto late = static_cast<int32_t>(
          analysis_.time_of(item.record).between(*item.commitment, item.finish));
      add(HealthCause::late_to_commitment, by_days(item, late), late, item.record, item.commitment);
    }
    judge_parts(parts);
    const Health worst = worst_reason();
    if (worst != Health::none) return worst;
    return item.state == PlanState::waiting ? Health::not_started : Health::on_track;
  }

  void hand_up(uint32_t i) {
    const ScheduleItem& item = schedule_.items[i];
    if (!item.summary && item.state != PlanState::done && is_work(item)) {
      int32_t days = 0;
      for (const auto& [health, reason] : reasons_) days = std::max(days, reason.days);
      parts_[i].add(item.computed, item.critical, item.record, days);
      parts_[i].any = true;
      all_.add(parts_[i]);
    }
    if (item.parent == kNoRecord) return;
    const uint32_t parent = schedule_.item_of[static_cast<uint32_t>(item.parent)];
    if (parent != kNoNode) parts_[parent].add(parts_[i]);
  }

  void keep_reasons(std::vector<HealthReason>& to) {
    std::stable_sort(reasons_.begin(), reasons_.end(), [](const auto& a, const auto& b) {
      return badness(a.first) > badness(b.first);
    });
    for (const auto& [health, reason] : reasons_) to.push_back(reason);
  }

  // Only what says that all is well, or only at risk, can be rosier than the facts.
  void compare_with_report(ScheduleItem& item) const {
    const Health reported = facts(item.record).reported;
    const bool claims =
        reported == Health::on_track || reported == Health::at_risk || reported == Health::complete;
    if (!claims || item.state == PlanState::done) return;
    const int said = badness(reported), found = std::min(badness(item.computed), 2);
    item.rosier = said < found;
    if (!item.rosier) return;
    const Record& record = program_.record(item.record);
    const FieldId field = program_.kinds().field_of(record.kind, Role::health);
    const Value* value = field == kNoField ? nullptr : record.value(field);
    const HealthWord* word = value == nullptr ? nullptr : std::get_if<HealthWord>(&value->data);
    item.explained = word != nullptr && !word->because.empty() && word->until &&
                     word->until->last >= analysis_.as_of;
  }

  void judge_program() {
    reasons_.clear();
    Health health = Health::none;
    const ScheduleItem* target = schedule_.item(schedule_.target);
    if (target != nullptr) {
      health = target->computed == Health::not_started ? Health::on_track : target->computed;
      for (uint32_t r = target->reasons_begin; r < target->reasons_end; ++r) {
        HealthReason reason = schedule_.reasons[r];
        if (reason.about == kNoRecord) reason.about = target->record;
        reasons_.emplace_back(target->computed, reason);
      }
    } else if (all_.any) {
      health = Health::on_track;
    }
    judge_alarms();
    const bool reds = badness(all_.off_path) > 1 || badness(all_.on_path) > 1;
    const bool said = target != nullptr && badness(target->computed) > 1;
    if (reds && !said) {
      const bool on_path = badness(all_.on_path) > 1;
      add(HealthCause::child_off_track, Health::at_risk, on_path ? all_.on_days : all_.off_days,
          on_path ? all_.worst_on_path : all_.worst_off_path);
    }
    schedule_.computed = health == Health::complete ? health : worse(health, worst_reason());
    keep_reasons(schedule_.program_reasons);
  }

  // Open P0 blockers, answered or not, and decisions nobody took.
  void judge_alarms() {
    const KindId blocker = program_.kinds().find_kind("blocker");
    const KindId decision = program_.kinds().find_kind("decision");
    const Zone zone = Zone::find(program_.set.settings.timezone).value_or(Zone());
    const DateTime now = to_utc(LocalTime{analysis_.as_of, 0}, zone);
    for (uint32_t i = 0; i < analysis_.facts.size(); ++i) {
      const RecordIndex record{i};
      const RecordFacts& of = facts(record);
      if (is_closed(record) || !schedule_.mask.sees(record)) continue;
      if (of.priority == 0 && is(record, blocker)) {
        const bool past = of.respond_by && !of.responded && *of.respond_by < now;
        add(past ? HealthCause::past_response : HealthCause::blocked_by, Health::at_risk, 0, record,
            past ? of.raised : of.due);
      }
      if (!is(record, decision)) continue;
      std::optional<Date> needed = of.decision_needed_by;
      if (!needed) needed = of.needed_by;
      if (!needed) needed = of.due;
      if (!needed || *needed >= analysis_.as_of) continue;
      const int64_t days = analysis_.time_of(record).between(*needed, analysis_.as_of);
      add(HealthCause::decision_missed, Health::at_risk, static_cast<int32_t>(days), record,
          needed);
    }
  }

  const Program& program_;
  const Analysis& analysis_;
  Schedule& schedule_;
  const Thresholds& limits_;
  std::vector<RecordIndex> blocker_of_;  // by item
  int32_t target_late_ = 0;
  std::vector<bool> holds_target_;  // by node
  std::vector<uint32_t> order_;     // items, parts before summaries
  std::vector<Parts> parts_;        // by item: what is below it, itself included
  Parts all_;                       // of the whole plan
  std::vector<std::pair<Health, HealthReason>> reasons_;  // of what is judged now
};

}  // namespace

void compute_health(const Program& program, const Analysis& analysis, Schedule& schedule) {
  HealthComputer(program, analysis, schedule).compute();
}

}  // namespace milepost
