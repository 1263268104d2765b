// Copies the schedule under the numbers of the View.
#include "redact/copy_schedule.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "redact/view.h"

namespace milepost {
namespace {

static_assert(static_cast<int>(ViewPlanKind::other) == static_cast<int>(PlanKind::other));
static_assert(static_cast<int>(ViewPlanState::done) == static_cast<int>(PlanState::done));
static_assert(static_cast<int>(ViewLengthSource::dates) == static_cast<int>(LengthSource::dates));
static_assert(static_cast<int>(ViewRelation::start_finish) ==
              static_cast<int>(Relation::start_finish));
static_assert(static_cast<int>(ViewHealthCause::no_dates) ==
              static_cast<int>(HealthCause::no_dates));
static_assert(static_cast<int>(ViewSlipCause::absorbed) == static_cast<int>(SlipCause::absorbed));
static_assert(static_cast<int>(ViewHealth::complete) == static_cast<int>(Health::complete));
static_assert(kNoViewFloat == kNoFloat);

class Copier {
 public:
  Copier(const Program& program, const Schedule& schedule, const Numbering& records,
         const Shows& shows)
      : program_(program), schedule_(schedule), records_(records), shows_(shows) {}

  ViewSchedule copy() {
    made_.item_of.assign(records_.to_old.size(), 0xFFFFFFFF);
    for (const ScheduleItem& item : schedule_.items) copy(item);
    copy_edges();
    made_.target = id(schedule_.target);
    made_.critical_path = ids(schedule_.critical_path);
    made_.near_critical_days = schedule_.near_critical_days;
    for (const Explanation& one : schedule_.explanations) copy(one);
    for (const Impact& gain : schedule_.gains) {
      if (!seen(gain.item)) continue;
      made_.gains.push_back({id(gain.item), gain.days, gain.target_finish, gain.target_days});
    }
    if (shows_.probabilities) copy_forecast();
    if (shows_.verdict) {
      made_.computed = static_cast<ViewHealth>(schedule_.computed);
      made_.reasons = reasons(schedule_.program_reasons);
    }
    return std::move(made_);
  }

 private:
  bool seen(RecordIndex record) const {
    return record != kNoRecord && records_.has(static_cast<size_t>(record));
  }
  ViewRecordId id(RecordIndex record) const {
    return seen(record) ? ViewRecordId{records_[static_cast<size_t>(record)]} : kNotInPlan;
  }
  std::vector<ViewRecordId> ids(std::span<const RecordIndex> records) const {
    std::vector<ViewRecordId> made;
    for (const RecordIndex record : records) {
      if (seen(record)) made.push_back(id(record));
    }
    return made;
  }

  std::vector<ViewHealthReason> reasons(std::span<const HealthReason> all) const {
    std::vector<ViewHealthReason> made;
    for (const HealthReason& reason : all) {
      if (reason.about != kNoRecord && !seen(reason.about)) continue;
      made.push_back(
          {static_cast<ViewHealthCause>(reason.cause), reason.days, id(reason.about), reason.date});
    }
    return made;
  }

  void copy(const ScheduleItem& item) {
    if (!seen(item.record)) return;
    ViewScheduleItem made;
    made.record = id(item.record);
    made.kind = static_cast<ViewPlanKind>(item.kind);
    made.state = static_cast<ViewPlanState>(item.state);
    made.source = static_cast<ViewLengthSource>(item.source);
    made.summary = item.summary;
    made.dated = item.dated;
    made.start_known = item.start_known;
    made.critical = item.critical;
    made.near_critical = item.near_critical;
    made.outside = item.kind == PlanKind::dependency;
    made.parent = id(item.parent);
    made.workstream = id(item.workstream);
    made.start = item.start;
    made.finish = item.finish;
    made.late_start = item.late_start;
    made.late_finish = item.late_finish;
    made.length = item.length;
    made.remaining = item.remaining;
    made.percent = item.percent;
    made.rebaselines = item.rebaselines;
    made.total_float = item.total_float;
    made.free_float = item.free_float;
    made.commitment_float = item.commitment_float;
    made.bound_by = id(item.bound_by);
    made.driver = id(item.driver);
    made.commitment = item.commitment;
    made.baseline = item.baseline;
    made.first_baseline = item.first_baseline;
    made.slip = item.slip;
    made.slip_from_first = item.slip_from_first;
    if (shows_.health) {
      made.computed = static_cast<ViewHealth>(item.computed);
      made.reasons =
          reasons(std::span(schedule_.reasons)
                      .subspan(item.reasons_begin, item.reasons_end - item.reasons_begin));
      made.rosier = item.rosier;
      made.explained = item.explained;
    }
    made_.item_of[number(made.record)] = static_cast<uint32_t>(made_.items.size());
    made_.items.push_back(std::move(made));
  }

  // Several edges of the network may stand for one link, where a summary is at its end.
  void copy_edges() {
    const Network& network = schedule_.network;
    std::vector<bool> on_path(program_.set.records.size());
    for (const RecordIndex record : schedule_.critical_path) {
      on_path[static_cast<size_t>(record)] = true;
    }
    for (uint32_t i = 0; i < network.edges.size(); ++i) {
      if (schedule_.edge_links[i] == kNoNode || schedule_.passes.cut[i]) continue;
      const NetworkEdge& edge = network.edges[i];
      const RecordIndex from = schedule_.node_records[edge.from];
      const RecordIndex to = schedule_.node_records[edge.to];
      if (!seen(from) || !seen(to) || from == to) continue;
      const NodeDates& dates = schedule_.passes.dates[edge.to];
      ViewScheduleEdge made;
      made.from = id(from);
      made.to = id(to);
      made.relation = static_cast<ViewRelation>(edge.relation);
      made.wall_lag = edge.wall_lag;
      made.lag = edge.lag;
      made.driving = dates.edge == i;
      made.critical =
          made.driving && on_path[static_cast<size_t>(from)] && on_path[static_cast<size_t>(to)];
      made.slack = slack(edge, dates, made.driving);
      made.slipping = slips(from, to, made);
      made_.edges.push_back(made);
    }
    const auto key = [](const ViewScheduleEdge& edge) {
      return std::tuple(edge.from, edge.to, edge.relation);
    };
    // Of equal ones that which drives stays.
    std::ranges::sort(made_.edges, [&](const ViewScheduleEdge& a, const ViewScheduleEdge& b) {
      if (key(a) != key(b)) return key(a) < key(b);
      return std::tuple(!a.driving, a.slack, a.lag) < std::tuple(!b.driving, b.slack, b.lag);
    });
    const auto repeated = std::ranges::unique(made_.edges, {}, key);
    made_.edges.erase(repeated.begin(), repeated.end());
  }

  // In working days of the successor; 0 where the two overlap by more than the relation lets them.
  int32_t slack(const NetworkEdge& edge, const NodeDates& to, bool driving) const {
    if (driving) return to.gap;
    const NodeDates& from = schedule_.passes.dates[edge.from];
    const NetworkNode& node = schedule_.network.nodes[edge.to];
    const WorkingTime& time = schedule_.network.times[node.time];
    const bool from_start =
        edge.relation == Relation::start_start || edge.relation == Relation::start_finish;
    const bool to_start =
        edge.relation == Relation::start_start || edge.relation == Relation::finish_start;
    // Boundaries before days: the end of a day is the beginning of the next.
    const Date leaves = from_start ? from.early_start : add_days(from.early_finish, 1);
    const bool event = node.source == LengthSource::event;
    const Date arrives = to_start && !event ? to.early_start : add_days(to.early_finish, 1);
    const int64_t between = time.between(add_days(leaves, -1), add_days(arrives, -1));
    const int64_t left = between - (edge.wall_lag ? 0 : edge.lag);
    return static_cast<int32_t>(std::clamp<int64_t>(left, 0, 100'000));
  }

  bool slips(RecordIndex from, RecordIndex to, const ViewScheduleEdge& edge) const {
    const ScheduleItem* before = schedule_.item(from);
    const ScheduleItem* after = schedule_.item(to);
    if (before == nullptr || after == nullptr || before->state == PlanState::done) return false;
    const bool late = after->commitment && after->finish > *after->commitment;
    return edge.driving && edge.slack == 0 && late;
  }

  void copy(const Explanation& one) {
    if (!seen(one.milestone)) return;
    ViewExplanation made;
    made.milestone = id(one.milestone);
    made.committed = one.committed;
    made.forecast = one.forecast;
    made.slip = one.slip;
    made.path = ids(one.path);
    if (shows_.health) made.contradicted = ids(one.contradicted);
    made.path_items = one.path_items;
    made.path_estimated = one.path_estimated;
    for (const SlipPart& part : one.parts) {
      made.parts.push_back({id(part.item), part.days, static_cast<ViewSlipCause>(part.cause),
                            part.was, part.now, id(part.because)});
    }
    for (const ItemFloat& other : one.with_float) {
      if (seen(other.item)) made.with_float.push_back({id(other.item), other.days});
    }
    made_.explanations.push_back(std::move(made));
  }

  void copy_forecast() {
    const Forecast& forecast = schedule_.forecast;
    made_.trials = forecast.trials;
    made_.path_work = forecast.path_work;
    made_.path_ranged = forecast.path_ranged;
    made_.indicative = forecast.indicative;
    for (const ForecastDates& one : forecast.dates) {
      if (!seen(one.item)) continue;
      made_.forecast.push_back({id(one.item), one.p20, one.p50, one.p80, one.p95, one.on_time});
    }
    for (const ForecastDriver& one : forecast.drivers) {
      if (seen(one.item)) made_.drivers.push_back({id(one.item), one.criticality, one.sensitivity});
    }
  }

  const Program& program_;
  const Schedule& schedule_;
  const Numbering& records_;
  const Shows& shows_;
  ViewSchedule made_;
};

}  // namespace

namespace {

// Of records that are not planned themselves: a risk that threatens what is.
bool feeds_the_plan(Role role) {
  return role == Role::status || role == Role::likelihood || role == Role::impact ||
         role == Role::score;
}

}  // namespace

bool knows_only_visible(const Program& program, const Schedule& schedule,
                        const Redaction& redaction) {
  const LinkTypeId threatens = program.kinds().find_link_type("threatens");
  for (uint32_t i = 0; i < program.links.size(); ++i) {
    const Link& link = program.links[i];
    const bool has_part = schedule.item(link.to) != nullptr &&
                          (schedule.item(link.from) != nullptr || link.type == threatens);
    if (has_part && schedule.mask.sees_link(i) && !redaction.shows(link)) return false;
  }
  return std::ranges::all_of(
      schedule.items, [&](const ScheduleItem& item) { return redaction.shows(item.record); });
}

bool rests_on_visible(const Program& program, const Schedule& schedule,
                      const Redaction& redaction) {
  const Kinds& kinds = program.kinds();
  const auto is = [&](RecordIndex record, KindId kind) {
    return kind != kNoKind && kinds.is(program.record(record).kind, kind);
  };
  // A blocker that nobody answers and a decision that nobody takes are alarms, planned or not.
  const KindId blocker = kinds.find_kind("blocker"), decision = kinds.find_kind("decision");
  const auto counts = [&](RecordIndex record) {
    return schedule.item(record) != nullptr || is(record, blocker) || is(record, decision);
  };
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    const RecordIndex record{i};
    if (!redaction.shows(record)) {
      if (counts(record)) return false;
      continue;
    }
    for (const FieldValue& field : program.set.records[i].fields) {
      if (kinds.field(field.field).role != Role::none && !redaction.shows(field.field)) {
        if (counts(record) || feeds_the_plan(kinds.field(field.field).role)) return false;
      }
    }
  }
  return std::ranges::none_of(program.raw_links, [&](const RawLink& link) {
    return link.reference != nullptr && (counts(link.from) || counts(link.to)) &&
           !redaction.shows(link);
  });
}

ViewSchedule copy_schedule(const Program& program, const Schedule& schedule,
                           const Numbering& records, const Shows& shows) {
  return Copier(program, schedule, records, shows).copy();
}

}  // namespace milepost
