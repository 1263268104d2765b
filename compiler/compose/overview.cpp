// Picks what a busy reader must know first.
#include "compose/overview.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "compose/asks.h"
#include "compose/phrases.h"
#include "compose/recent.h"
#include "compose/verdict.h"

namespace milepost {
namespace {

constexpr size_t kMostMilestones = 7;
constexpr size_t kPastMilestones = 3;
constexpr size_t kMostLines = 60;
constexpr size_t kMostRows = 6;
constexpr size_t kMostReleases = 3;
constexpr int64_t kNearDays = 10;  // working days

int64_t days(const std::optional<Date>& date) {
  return date ? date->days : INT32_MAX;
}

template <typename Key>
Picked pick(const View& view, std::vector<ViewRecordId> ids, size_t most, Key key) {
  std::ranges::stable_sort(ids, [&](ViewRecordId a, ViewRecordId b) {
    const ViewRecord& left = view.record(a);
    const ViewRecord& right = view.record(b);
    const auto left_key = key(left);
    const auto right_key = key(right);
    if (left_key != right_key) return left_key < right_key;
    return natural_less(left.short_id, right.short_id);
  });
  Picked picked;
  picked.total = static_cast<uint32_t>(ids.size());
  ids.resize(std::min(ids.size(), most));
  picked.records = std::move(ids);
  return picked;
}

// A few that are past and those to come.
Picked pick_milestones(const View& view, std::vector<ViewRecordId> ids) {
  std::vector<std::pair<Date, ViewRecordId>> dated;
  for (const ViewRecordId id : ids) {
    const std::optional<Date> day = expected_on(view, id);
    if (day && view.record(id).phase != ViewPhase::dropped) dated.emplace_back(*day, id);
  }
  std::ranges::stable_sort(dated, [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return natural_less(view.record(a.second).short_id, view.record(b.second).short_id);
  });
  Picked all;
  for (const auto& [day, id] : dated) all.records.push_back(id);
  all.total = static_cast<uint32_t>(all.records.size());
  const auto next =
      std::ranges::find_if(all.records, [&](ViewRecordId id) { return view.record(id).is_open(); });
  const auto past = static_cast<size_t>(next - all.records.begin());
  size_t first = past > kPastMilestones ? past - kPastMilestones : 0;
  if (all.records.size() > kMostMilestones) {
    first = std::min(first, all.records.size() - kMostMilestones);
  } else {
    first = 0;
  }
  all.records.erase(all.records.begin(), all.records.begin() + static_cast<std::ptrdiff_t>(first));
  all.records.resize(std::min(all.records.size(), kMostMilestones));
  return all;
}

}  // namespace

Overview make_overview(const View& view) {
  Overview overview;
  overview.verdict = make_verdict(view);
  overview.recent = recent_changes(view);
  std::vector<ViewRecordId> milestones, overdue, near, later, asks, blockers, risks, releases;
  const Date as_of = view.program.as_of;
  const Date horizon = view.working_time.add(as_of, kNearDays);
  for (uint32_t i = 0; i < view.records.size(); ++i) {
    const ViewRecordId id{i};
    const ViewRecord& record = view.records[i];
    const ViewKind& kind = view.kind_of(record);
    if (kind.is("milestone")) milestones.push_back(id);
    if (kind.is("charter") && overview.charter == kNoViewRecord) overview.charter = id;
    if (!record.is_open() || kind.statuses.empty()) continue;
    if (is_question(view, record)) {
      if (is_asked(view, record)) asks.push_back(id);
    } else if (const std::optional<Date> due = owed_on(record)) {
      if (*due < as_of) overdue.push_back(id);
      if (*due >= as_of) (*due <= horizon ? near : later).push_back(id);
    }
    if (kind.is("blocker")) blockers.push_back(id);
    if (kind.is("risk") && record.facts.score > 0) risks.push_back(id);
    if (kind.is("release")) releases.push_back(id);
  }
  const auto by_due = [](const ViewRecord& record) { return days(owed_on(record)); };
  overview.milestones = pick_milestones(view, std::move(milestones));
  const auto next = std::ranges::find_if(
      overview.milestones.records, [&](ViewRecordId id) { return view.record(id).is_open(); });
  if (next != overview.milestones.records.end()) overview.next_milestone = *next;
  overview.overdue = pick(view, std::move(overdue), kMostLines, by_due);
  if (!near.empty()) overview.horizon = horizon;
  overview.due_next =
      pick(view, near.empty() ? std::move(later) : std::move(near), kMostLines, by_due);
  overview.asks = pick(view, std::move(asks), kMostLines,
                       [](const ViewRecord& record) { return days(answer_by(record.facts)); });
  overview.blockers = pick(view, std::move(blockers), kMostRows, [](const ViewRecord& record) {
    return std::tuple(record.facts.priority, days(record.facts.raised));
  });
  overview.risks = pick(view, std::move(risks), kMostRows, [](const ViewRecord& record) {
    return std::tuple(-int{record.facts.score}, days(record.facts.next_review));
  });
  overview.releases = pick(view, std::move(releases), kMostReleases, by_due);
  return overview;
}

}  // namespace milepost
