// Picks and orders the records of each block.
#include "compose/status_rows.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "compose/people.h"
#include "compose/phrases.h"
#include "compose/verdict.h"

namespace milepost {
namespace {

constexpr int32_t kLatelyDays = 28;  // calendar days that decisions, changes and incidents stay

int64_t day_number(const std::optional<Date>& date) {
  return date ? date->days : INT32_MAX;
}

template <typename Key>
void sort_by(const View& view, std::vector<ViewRecordId>& ids, Key key) {
  std::ranges::stable_sort(ids, [&](ViewRecordId a, ViewRecordId b) {
    const auto left = key(a);
    const auto right = key(b);
    if (left != right) return left < right;
    return natural_less(view.record(a).short_id, view.record(b).short_id);
  });
}

std::optional<Date> last_day(const ViewFacts& facts) {
  for (const std::optional<Date>& date :
       {facts.decided, facts.finished, facts.raised, facts.started, facts.held}) {
    if (date) return date;
  }
  if (facts.raised_at) return Date{static_cast<int32_t>(facts.raised_at->utc_seconds / 86400)};
  return std::nullopt;
}

}  // namespace

StatusRows::StatusRows(const Outline& outline, const StatusPage& page)
    : outline_(outline), view_(outline.view), page_(page), as_of_(outline.view.program.as_of) {}

std::vector<bool> StatusRows::kinds_that_are(std::string_view name) const {
  std::vector<bool> found;
  found.reserve(view_.kinds.size());
  for (const ViewKind& kind : view_.kinds) found.push_back(kind.is(name));
  return found;
}

std::vector<ViewRecordId> StatusRows::open_of(std::string_view name) const {
  const std::vector<bool> wanted = kinds_that_are(name);
  std::vector<ViewRecordId> ids;
  for (uint32_t i = 0; i < view_.records.size(); ++i) {
    const ViewRecord& record = view_.records[i];
    if (wanted[number(record.kind)] && record.is_open()) ids.push_back(ViewRecordId{i});
  }
  return ids;
}

std::vector<ViewRecordId> StatusRows::of(const StatusSection& section) const {
  switch (section.block) {
    case StatusBlock::asks:
      return outline_.period.now ? outline_.period.asks : outline_.overview.asks.records;
    case StatusBlock::milestones:
      return outline_.overview.milestones.records;
    case StatusBlock::risks:
      return risks();
    case StatusBlock::issues:
      return issues();
    case StatusBlock::releases:
      return releases();
    case StatusBlock::in_progress:
      return in_progress();
    case StatusBlock::next:
      return next();
    case StatusBlock::blocked:
      return blocked();
    case StatusBlock::needs:
    case StatusBlock::dependencies: {
      std::vector<ViewRecordId> ids =
          section.block == StatusBlock::needs ? needs() : open_of("dependency");
      sort_by(view_, ids,
              [&](ViewRecordId id) { return day_number(needed_day(view_.record(id))); });
      return ids;
    }
    case StatusBlock::decisions:
      return decisions();
    case StatusBlock::scope:
      return lately("change");
    case StatusBlock::incidents:
      return lately("incident");
    case StatusBlock::metrics:
      return open_of("metric");
    case StatusBlock::budget:
      return open_of("budget");
    case StatusBlock::coming:
      return coming();
    case StatusBlock::reports:
      return reports();
    case StatusBlock::own_kind: {
      std::vector<ViewRecordId> ids;
      for (uint32_t i = 0; i < view_.records.size(); ++i) {
        const ViewRecord& record = view_.records[i];
        // What is kept is not finished when it is done: a guide, a merchant.
        const ViewKind& kind = view_.kind_of(record);
        const bool kept = is_standing(kind) || kind.is("document") || kind.statuses.empty();
        const bool stands = record.is_open() || (kept && record.phase != ViewPhase::dropped);
        if (record.kind == section.asked->kind && stands) ids.push_back(ViewRecordId{i});
      }
      sort_by(view_, ids, [&](ViewRecordId id) { return day_number(status_day(view_, id)); });
      return ids;
    }
    default:
      return {};
  }
}

std::vector<ViewRecordId> StatusRows::risks() const {
  std::vector<ViewRecordId> ids = open_of("risk");
  const bool scored = view_.program.shows.scores;
  sort_by(view_, ids, [&](ViewRecordId id) {
    const ViewFacts& facts = view_.record(id).facts;
    // Levels are reported; what is worked out of them need not be told.
    return std::tuple(scored ? -int{facts.score} : 0, scored ? 0 : -int{facts.impact},
                      scored ? 0 : -int{facts.likelihood}, day_number(facts.next_review));
  });
  return ids;
}

std::vector<ViewRecordId> StatusRows::issues() const {
  std::vector<ViewRecordId> ids = open_of("issue");
  sort_by(view_, ids, [&](ViewRecordId id) {
    const ViewFacts& facts = view_.record(id).facts;
    return std::tuple(-int{facts.severity}, int{facts.priority}, day_number(facts.due));
  });
  return ids;
}

std::vector<ViewRecordId> StatusRows::releases() const {
  std::vector<ViewRecordId> ids = open_of("release");
  sort_by(view_, ids, [&](ViewRecordId id) { return day_number(expected_on(view_, id)); });
  return ids;
}

std::vector<ViewRecordId> StatusRows::in_progress() const {
  std::vector<ViewRecordId> ids;
  if (outline_.period.now) {
    ids = outline_.period.in_progress;
  } else {
    for (uint32_t i = 0; i < view_.records.size(); ++i) {
      const ViewRecord& record = view_.records[i];
      if (record.phase != ViewPhase::doing || !view_.kind_of(record).is_work) continue;
      const ViewScheduleItem* item = view_.schedule.item(ViewRecordId{i});
      const bool counts = item == nullptr || (item->kind == ViewPlanKind::task && !item->summary);
      if (counts) ids.push_back(ViewRecordId{i});
    }
  }
  if (page_.by_team) {
    std::erase_if(
        ids, [&](ViewRecordId id) { return view_.kind_of(view_.record(id)).is("dependency"); });
  }
  sort_by(view_, ids, [&](ViewRecordId id) { return day_number(expected_on(view_, id)); });
  return ids;
}

// What a date of it means to others: a milestone more than a delivery, that more than a task.
int StatusRows::weight(ViewRecordId id) const {
  const ViewKind& kind = view_.kind_of(view_.record(id));
  if (kind.is("milestone") || kind.is("release")) return 0;
  const ViewScheduleItem* item = view_.schedule.item(id);
  if (item != nullptr && item->critical) return 1;
  if (kind.is("dependency")) return 2;
  return kind.is_work ? 3 : 4;
}

// What is under way or blocked is not told again as what comes next; and on a page by team each
// thing stands once. What is kept for good (a charter) does not end on the day it is looked at.
bool StatusRows::is_told_elsewhere(const ViewKind& kind, ViewPhase phase) const {
  if (is_standing(kind) && !kind.is("meeting")) return true;
  // A page by team lists them by who needs or gives them.
  if (page_.by_team && kind.is("dependency")) return true;
  if (kind.is("blocker")) return page_.find(StatusBlock::blocked) != nullptr;
  if (page_.by_team && kind.is("issue")) return page_.find(StatusBlock::issues) != nullptr;
  if (kind.is("milestone") || kind.is("release")) return false;
  return kind.is_work && phase == ViewPhase::doing &&
         page_.find(StatusBlock::in_progress) != nullptr;
}

std::vector<ViewRecordId> StatusRows::next() const {
  const Date end = view_.working_time.add(as_of_, kStatusAhead);
  std::vector<ViewRecordId> ids;
  for (uint32_t i = 0; i < view_.records.size(); ++i) {
    const ViewRecordId id{i};
    const ViewRecord& record = view_.records[i];
    const ViewKind& kind = view_.kind_of(record);
    if (!record.is_open() || kind.statuses.empty()) continue;
    if (is_told_elsewhere(kind, record.phase)) continue;
    if (kind.is("decision") || kind.is("escalation") || kind.is("change")) continue;
    const ViewScheduleItem* item = view_.schedule.item(id);
    if (item != nullptr && item->summary) continue;
    const std::optional<Date> day = status_day(view_, id);
    if (day && as_of_ <= *day && *day <= end) ids.push_back(id);
  }
  sort_by(view_, ids, [&](ViewRecordId id) {
    return std::tuple(page_.by_team ? 0 : weight(id), day_number(status_day(view_, id)));
  });
  return ids;
}

// Open blockers, then work that is reported blocked and that none of them names.
std::vector<ViewRecordId> StatusRows::blocked() const {
  std::vector<ViewRecordId> ids = open_of("blocker");
  sort_by(view_, ids, [&](ViewRecordId id) {
    const ViewFacts& facts = view_.record(id).facts;
    return std::tuple(int{facts.priority}, day_number(facts.raised));
  });
  std::vector<ViewRecordId> told;
  for (const ViewRecordId id : ids) {
    for (const ViewLink& link : view_.outgoing(id)) {
      if (!link.mention && view_.link_types[link.type].name == "blocks") told.push_back(link.to);
    }
  }
  std::ranges::sort(told);
  std::vector<ViewRecordId> others;
  for (uint32_t i = 0; i < view_.records.size(); ++i) {
    const ViewRecord& record = view_.records[i];
    const ViewKind& kind = view_.kind_of(record);
    if (!record.is_open() || !kind.is_work) continue;
    const bool says =
        record.status < kind.statuses.size() && kind.statuses[record.status].name == "blocked";
    if (record.health != ViewHealth::blocked && !says) continue;
    if (!std::ranges::binary_search(told, ViewRecordId{i})) others.push_back(ViewRecordId{i});
  }
  sort_by(view_, others, [&](ViewRecordId id) { return day_number(expected_on(view_, id)); });
  ids.insert(ids.end(), others.begin(), others.end());
  return ids;
}

// What others have to give by a day that comes soon or has passed: dependencies and decisions.
std::vector<ViewRecordId> StatusRows::needs() const {
  const Date end = view_.working_time.add(as_of_, 2 * kStatusAhead);
  std::vector<ViewRecordId> ids;
  // A page that lists dependencies by who gives them does not list them again.
  const bool listed = page_.find(StatusBlock::dependencies) != nullptr;
  for (const std::string_view kind : {"dependency", "decision"}) {
    if (listed && kind == "dependency") continue;
    for (const ViewRecordId id : open_of(kind)) {
      const std::optional<Date> day = needed_day(view_.record(id));
      if (day && *day <= end) ids.push_back(id);
    }
  }
  return ids;
}

// Those that were taken lately; where no other block asks for it, what waits for an answer first.
std::vector<ViewRecordId> StatusRows::decisions() const {
  std::vector<ViewRecordId> ids;
  const Date since = add_days(as_of_, -kLatelyDays);
  const bool waiting = page_.find(StatusBlock::asks) == nullptr;
  const std::vector<bool> wanted = kinds_that_are("decision");
  for (uint32_t i = 0; i < view_.records.size(); ++i) {
    const ViewRecord& record = view_.records[i];
    if (!wanted[number(record.kind)]) continue;
    const std::optional<Date>& taken = record.facts.decided;
    const bool lately = !record.is_open() && taken && since <= *taken && *taken <= as_of_;
    if (lately || (waiting && record.is_open())) ids.push_back(ViewRecordId{i});
  }
  sort_by(view_, ids, [&](ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    if (record.is_open())
      return std::pair<int64_t, int64_t>(0, day_number(answer_by(record.facts)));
    return std::pair<int64_t, int64_t>(1, -int64_t{record.facts.decided->days});
  });
  return ids;
}

// Open ones, then what was closed in the last four weeks, the latest first.
std::vector<ViewRecordId> StatusRows::lately(std::string_view name) const {
  const std::vector<bool> wanted = kinds_that_are(name);
  const Date since = add_days(as_of_, -kLatelyDays);
  std::vector<ViewRecordId> ids;
  for (uint32_t i = 0; i < view_.records.size(); ++i) {
    const ViewRecord& record = view_.records[i];
    if (!wanted[number(record.kind)]) continue;
    const std::optional<Date> day = last_day(record.facts);
    if (record.is_open() || (day && since <= *day && *day <= as_of_)) {
      ids.push_back(ViewRecordId{i});
    }
  }
  sort_by(view_, ids, [&](ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    if (record.is_open())
      return std::pair<int64_t, int64_t>(0, day_number(answer_by(record.facts)));
    return std::pair<int64_t, int64_t>(1, -int64_t{last_day(record.facts)->days});
  });
  return ids;
}

std::vector<ViewRecordId> StatusRows::coming() const {
  std::vector<ViewRecordId> ids = open_of("milestone");
  const std::vector<ViewRecordId> releases = open_of("release");
  ids.insert(ids.end(), releases.begin(), releases.end());
  std::erase_if(ids, [&](ViewRecordId id) { return !expected_on(view_, id); });
  sort_by(view_, ids, [&](ViewRecordId id) { return day_number(expected_on(view_, id)); });
  return ids;
}

// Sent reports but the one that is quoted above, the latest first; not those for other audiences.
std::vector<ViewRecordId> StatusRows::reports() const {
  const std::vector<bool> wanted = kinds_that_are("status_report");
  const auto self = static_cast<uint32_t>(page_.of - view_.status_pages.data());
  std::vector<ViewRecordId> ids;
  for (uint32_t i = 0; i < view_.records.size(); ++i) {
    const ViewRecord& record = view_.records[i];
    if (!wanted[number(record.kind)] || !record.facts.held || as_of_ < *record.facts.held) continue;
    if (is_draft(view_, record)) continue;
    if (page_.words.report == ViewRecordId{i}) continue;
    const std::vector<uint32_t> readers = report_readers(outline_, ViewRecordId{i});
    if (readers.empty() || std::ranges::find(readers, self) != readers.end()) {
      ids.push_back(ViewRecordId{i});
    }
  }
  sort_by(view_, ids, [&](ViewRecordId id) { return -int64_t{view_.record(id).facts.held->days}; });
  return ids;
}

}  // namespace milepost
