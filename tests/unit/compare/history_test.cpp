// Histories of hand-made Views: figures, lives, renames.
#include "compare/history.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

namespace milepost {
namespace {

constexpr const char* kKinds[] = {"task", "milestone", "release", "risk", "issue", "blocker"};

/// A View without files: what a version is made of here is what a test says.
struct HandMade {
  View view;

  HandMade(std::string_view label, unsigned day) {
    view.program.edition.label = label;
    view.program.edition.date = view.program.as_of = *make_date(2026, 6, day);
    for (const char* name : kKinds) {
      ViewKind kind;
      kind.name = name;
      kind.family = {name};
      if (kind.name == "blocker") kind.family.push_back("issue");
      view.kinds.push_back(kind);
    }
  }

  ViewRecord& add(std::string_view kind, std::string_view id, ViewPhase phase) {
    ViewRecord record;
    for (uint32_t i = 0; i < view.kinds.size(); ++i) {
      if (view.kinds[i].name == kind) record.kind = ViewKindId{i};
    }
    record.id = record.short_id = id;
    record.phase = phase;
    view.records.push_back(record);
    view.schedule.item_of.push_back(0xFFFFFFFF);
    return view.records.back();
  }

  ViewScheduleItem& plan(std::string_view kind, std::string_view id, ViewPhase phase,
                         int32_t remaining = 0) {
    add(kind, id, phase);
    ViewScheduleItem item;
    item.record = ViewRecordId{static_cast<uint32_t>(view.records.size() - 1)};
    if (kind == "milestone") item.kind = ViewPlanKind::milestone;
    if (kind == "release") item.kind = ViewPlanKind::release;
    item.state = phase == ViewPhase::done ? ViewPlanState::done : ViewPlanState::waiting;
    item.remaining = remaining;
    item.dated = true;
    view.schedule.item_of.back() = static_cast<uint32_t>(view.schedule.items.size());
    view.schedule.items.push_back(item);
    return view.schedule.items.back();
  }
};

RecordChange change_of(std::string_view id, RecordVerb verb,
                       RecordFate fate = RecordFate::changed) {
  RecordChange change;
  change.id = id;
  change.verb = verb;
  change.fate = fate;
  return change;
}

}  // namespace

TEST_CASE("figures of a version are counted from its View", "[compare][history]") {
  HandMade made("first", 1);
  made.plan("task", "T-1", ViewPhase::done);
  made.plan("task", "T-2", ViewPhase::doing, 4);
  made.plan("task", "T-3", ViewPhase::waiting, 7);
  made.plan("task", "T-4", ViewPhase::dropped, 9);
  made.plan("task", "T-5", ViewPhase::doing, 11).summary = true;
  ViewScheduleItem& late = made.plan("milestone", "M-2", ViewPhase::waiting);
  late.finish = *make_date(2026, 7, 16);
  late.commitment = *make_date(2026, 7, 14);
  made.plan("milestone", "M-1", ViewPhase::done).finish = *make_date(2026, 5, 28);
  made.plan("milestone", "M-3", ViewPhase::waiting).dated = false;
  ViewRecord& high = made.add("risk", "R-1", ViewPhase::doing);
  high.facts.score = 16;
  high.facts.band = 4;
  ViewRecord& low = made.add("risk", "R-2", ViewPhase::waiting);
  low.facts.score = 4;
  low.facts.band = 1;
  made.add("risk", "R-3", ViewPhase::done).facts.score = 25;
  made.add("issue", "I-1", ViewPhase::waiting);
  made.add("blocker", "B-1", ViewPhase::waiting);
  made.view.schedule.critical_path = {ViewRecordId{1}, ViewRecordId{5}};

  History history;
  add_version(history, made.view, {});

  REQUIRE(history.trends.size() == 1);
  const TrendPoint& point = history.trends.front();
  CHECK(point.work_open == 2);
  CHECK(point.work_done == 1);
  CHECK(point.days_left == 11);
  CHECK(point.risks_open == 2);
  CHECK(point.risk_exposure == 20);
  CHECK(point.risks_high == 1);
  CHECK(point.issues_open == 1);  // a blocker is none, though it is of that family
  CHECK(point.blockers_open == 1);
  REQUIRE(point.milestones.size() == 2);
  CHECK(point.milestones[0].id == "M-1");
  CHECK(point.milestones[0].met);
  CHECK(point.milestones[1].finish == *make_date(2026, 7, 16));
  CHECK(point.milestones[1].committed == make_date(2026, 7, 14));
  CHECK(point.path == std::vector<std::string>{"T-2", "M-2"});
  CHECK(point.path_stability == 1000);
  CHECK(history.editions.front().label == "first");
}

TEST_CASE("a quarter is no day that a milestone could slip from", "[compare][history]") {
  HandMade made("first", 1);
  made.view.fields.resize(1);
  made.view.fields.front().role = ViewRole::due;
  for (const Precision precision : {Precision::day, Precision::quarter}) {
    made.plan("milestone", precision == Precision::day ? "M-DAY" : "M-QUARTER", ViewPhase::waiting);
    ViewDate due;
    due.date.precision = precision;
    ViewValue value;
    value.data = due;
    made.view.records.back().fields.push_back({ViewFieldId{0}, {value}});
  }
  History history;
  add_version(history, made.view, {});
  REQUIRE(history.trends.front().milestones.size() == 1);
  CHECK(history.trends.front().milestones.front().id == "M-DAY");
}

TEST_CASE("the critical path is as stable as what stays on it", "[compare][history]") {
  History history;
  for (const std::vector<uint32_t>& path :
       {std::vector<uint32_t>{0, 1, 2}, {0, 2}, {0, 2}, {}, {}}) {
    HandMade made("v", 1);
    for (const char* id : {"T-1", "T-2", "T-3"}) made.plan("task", id, ViewPhase::waiting);
    for (const uint32_t item : path) made.view.schedule.critical_path.push_back(ViewRecordId{item});
    add_version(history, made.view, {});
  }
  std::vector<uint16_t> shares;
  for (const TrendPoint& point : history.trends) shares.push_back(point.path_stability);
  CHECK(shares == std::vector<uint16_t>{1000, 666, 1000, 0, 1000});
}

TEST_CASE("readiness is told by release, its verdict where it is shown", "[compare][history]") {
  History history;
  for (const bool told : {true, false}) {
    HandMade made("v", 1);
    made.view.program.shows.verdict = told;
    made.plan("release", "REL-2", ViewPhase::waiting);
    made.plan("release", "REL-1", ViewPhase::waiting);
    for (const uint32_t record : {0U, 1U}) {
      ViewReadiness ready;
      ready.record = ViewRecordId{record};
      ready.release = true;
      ready.verdict = ViewReadyVerdict::no_go;
      ready.passed = 3 + record;
      ready.required = 9;
      ready.reasons.resize(2);
      ready.reasons.front().blocks = record == 0;
      made.view.readiness.push_back(ready);
    }
    add_version(history, made.view, {});
  }
  const std::vector<ReadinessPoint>& first = history.trends[0].releases;
  REQUIRE(first.size() == 2);
  CHECK(first[0].id == "REL-1");
  CHECK(first[0].passed == 4);
  CHECK(first[0].blocking == 1);
  CHECK(first[0].verdict == ViewReadyVerdict::no_go);
  CHECK(history.trends[1].releases[0].verdict == ViewReadyVerdict::none);
}

TEST_CASE("a record lives from its first version to its last change", "[compare][history]") {
  History history;
  HandMade first("2026-06-01", 1);
  first.add("risk", "R-1", ViewPhase::waiting);
  first.add("risk", "R-2", ViewPhase::waiting);
  add_version(history, first.view, {});
  CHECK(history.life("R-1")->from_start);
  CHECK(history.life("R-1")->events.empty());
  CHECK(history.life("R-3") == nullptr);

  HandMade second("2026-06-08", 8);
  RecordChange moved = change_of("R-1", RecordVerb::moved);
  FieldChange due;
  due.name = "due";
  due.was = "1 Jun";
  due.now = "8 Jun";
  moved.fields.push_back(due);
  add_version(history, second.view,
              {moved, change_of("R-3", RecordVerb::opened, RecordFate::added)});

  HandMade third("2026-06-15", 15);
  add_version(history, third.view,
              {change_of("R-1", RecordVerb::reworded),
               change_of("R-2", RecordVerb::gone, RecordFate::removed)});

  const RecordLife& changed = *history.life("R-1");
  CHECK(changed.first == 0);
  CHECK(changed.last_change == 1);  // new words are no change
  REQUIRE(changed.events.size() == 2);
  CHECK(changed.events[0].edition == 1);
  CHECK(changed.events[0].verb == RecordVerb::moved);
  REQUIRE(changed.events[0].fields.size() == 1);
  CHECK(changed.events[0].fields[0].now == "8 Jun");
  CHECK(changed.events[1].verb == RecordVerb::reworded);

  CHECK(history.life("R-2")->last_change == 2);
  CHECK(history.life("R-2")->events.back().verb == RecordVerb::gone);
  CHECK(history.life("R-3")->first == 1);
  CHECK_FALSE(history.life("R-3")->from_start);
}

TEST_CASE("a life goes along with a new id", "[compare][history]") {
  History history;
  HandMade first("a", 1);
  first.add("risk", "R-1", ViewPhase::waiting);
  first.add("risk", "R-2", ViewPhase::waiting);
  add_version(history, first.view, {});
  HandMade second("b", 8);
  add_version(history, second.view, {change_of("R-1", RecordVerb::moved)});

  HandMade third("c", 15);
  RecordChange one = change_of("R-2", RecordVerb::changed), other = one;
  one.old_id = "R-1";
  other.id = "R-1";
  other.old_id = "R-2";
  add_version(history, third.view, {one, other});

  REQUIRE(history.life("R-2")->events.size() == 2);
  CHECK(history.life("R-2")->events[0].verb == RecordVerb::moved);
  CHECK(history.life("R-1")->events.size() == 1);
  CHECK(history.lives.size() == 2);
}

}  // namespace milepost
