// Adds versions to a history, one after the other.
#include "compare/history.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace milepost {
namespace {

constexpr uint8_t kHighBand = 3;

/// Tasks and what is like them; what has parts is told by its parts.
bool is_work(const ViewScheduleItem& item) {
  return item.kind == ViewPlanKind::task && !item.summary;
}

bool is_mark(const ViewScheduleItem& item) {
  return item.kind == ViewPlanKind::milestone || item.kind == ViewPlanKind::release;
}

// A quarter is no day that a milestone could slip from.
bool is_coarse(const View& view, const ViewRecord& record) {
  for (const ViewField& field : record.fields) {
    if (view.field(field.field).role != ViewRole::due || field.values.empty()) continue;
    const auto* date = std::get_if<ViewDate>(&field.values.front().data);
    return date != nullptr && date->date.precision != Precision::day;
  }
  return false;
}

void count_plan(const View& view, TrendPoint& point) {
  for (const ViewScheduleItem& item : view.schedule.items) {
    const ViewRecord& record = view.record(item.record);
    if (is_work(item)) {
      if (record.is_open()) {
        ++point.work_open;
        point.days_left += static_cast<uint32_t>(std::max(item.remaining, 0));
      } else if (record.phase == ViewPhase::done) {
        ++point.work_done;
      }
    }
    if (!is_mark(item) || !item.dated || record.phase == ViewPhase::dropped) continue;
    const bool met = item.state == ViewPlanState::done;
    if (!met && is_coarse(view, record)) continue;
    point.milestones.push_back({record.id, item.finish, item.commitment, met});
  }
  std::ranges::sort(point.milestones, {}, &MilestonePoint::id);
  for (const ViewRecordId id : view.schedule.critical_path) {
    point.path.push_back(view.record(id).id);
  }
}

void count_records(const View& view, TrendPoint& point) {
  // What a kind is counted as is asked once a kind and not once a record.
  std::vector<uint32_t TrendPoint::*> counts(view.kinds.size(), nullptr);
  for (size_t kind = 0; kind < view.kinds.size(); ++kind) {
    const ViewKind& is = view.kinds[kind];
    if (is.is("risk")) {
      counts[kind] = &TrendPoint::risks_open;
    } else if (is.is("blocker")) {
      counts[kind] = &TrendPoint::blockers_open;
    } else if (is.is("issue")) {
      counts[kind] = &TrendPoint::issues_open;
    } else if (is.is("decision")) {
      counts[kind] = &TrendPoint::decisions_open;
    } else if (is.is("action")) {
      counts[kind] = &TrendPoint::actions_open;
    }
  }
  for (const ViewRecord& record : view.records) {
    const auto count = counts[number(record.kind)];
    if (count == nullptr || !record.is_open()) continue;
    ++(point.*count);
    if (count != &TrendPoint::risks_open) continue;
    point.risk_exposure += record.facts.score;
    point.risks_high += record.facts.band >= kHighBand ? 1 : 0;
  }
}

void count_readiness(const View& view, TrendPoint& point) {
  for (const ViewReadiness& ready : view.readiness) {
    if (!ready.release) continue;
    ReadinessPoint& release = point.releases.emplace_back();
    release.id = view.record(ready.record).id;
    release.passed = ready.passed;
    release.waived = ready.waived;
    release.required = ready.required;
    release.blocking = ready.blocking();
    if (view.program.shows.verdict) release.verdict = ready.verdict;
  }
  std::ranges::sort(point.releases, {}, &ReadinessPoint::id);
}

/// Of what is on either path, the share that is on both.
uint16_t stability(std::vector<std::string> before, std::vector<std::string> now) {
  std::ranges::sort(before);
  std::ranges::sort(now);
  std::vector<std::string> both;
  std::ranges::set_intersection(before, now, std::back_inserter(both));
  const size_t either = before.size() + now.size() - both.size();
  if (either == 0) return 1000;
  return static_cast<uint16_t>(both.size() * 1000 / either);
}

class Lives {
 public:
  Lives(History& history, uint32_t edition) : lives_(history.lives), edition_(edition) {}

  void begin(const View& view) {
    for (const ViewRecord& record : view.records) {
      RecordLife& life = lives_[record.id];
      life.first = life.last_change = edition_;
      life.from_start = true;
    }
  }

  void add(const std::vector<RecordChange>& changes) {
    // Two records may have changed ids with each other: all leave before any arrives.
    std::vector<std::pair<const std::string*, RecordLife>> renamed;
    for (const RecordChange& change : changes) {
      if (change.old_id.empty()) continue;
      auto node = lives_.extract(change.old_id);
      if (!node.empty()) renamed.emplace_back(&change.id, std::move(node.mapped()));
    }
    for (auto& [id, life] : renamed) lives_[*id] = std::move(life);
    for (const RecordChange& change : changes) add(change);
  }

 private:
  void add(const RecordChange& change) {
    const auto [at, unknown] = lives_.try_emplace(change.id);
    RecordLife& life = at->second;
    if (unknown) life.first = life.last_change = edition_;
    if (change.verb != RecordVerb::reworded) life.last_change = edition_;
    life.events.push_back({edition_, change.verb, change.fields});
  }

  std::unordered_map<std::string, RecordLife>& lives_;
  uint32_t edition_;
};

}  // namespace

void add_version(History& history, const View& view, const std::vector<RecordChange>& changes) {
  const auto edition = static_cast<uint32_t>(history.editions.size());
  TrendPoint point;
  count_plan(view, point);
  count_records(view, point);
  count_readiness(view, point);
  if (edition > 0) point.path_stability = stability(history.trends.back().path, point.path);

  Lives lives(history, edition);
  if (edition == 0) lives.begin(view);
  lives.add(changes);
  history.editions.push_back(view.program.edition);
  history.trends.push_back(std::move(point));
}

}  // namespace milepost
