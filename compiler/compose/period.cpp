// Sorts what dates prove into the periods of the status reports.
#include "compose/period.h"

#include <algorithm>
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

constexpr int32_t kWeek = 7;
constexpr int32_t kFarthest = 31;  // days: what comes after that is no news

int32_t length_of(const PeriodFacts& period) {
  return std::max(kWeek, period.to.days - period.from.days);
}

int64_t day_or_last(const std::optional<Date>& date) {
  return date ? date->days : INT64_MAX;
}

bool completes(const View& view, const ChangeEntry& entry) {
  switch (entry.verb) {
    case ChangeVerb::met:
    case ChangeVerb::decided:
    case ChangeVerb::finished:
      return true;
    case ChangeVerb::closed:
      return view.record(entry.record).phase == ViewPhase::done;
    default:
      return false;
  }
}

// Milestones before work before answers before what is merely over.
int rank(ChangeVerb verb) {
  switch (verb) {
    case ChangeVerb::met:
      return 0;
    case ChangeVerb::finished:
      return 1;
    case ChangeVerb::decided:
      return 2;
    default:
      return 3 + static_cast<int>(verb);
  }
}

class PeriodMaker {
 public:
  explicit PeriodMaker(Outline& outline) : outline_(outline), view_(outline.view) {}

  void make() {
    find_reports();
    begin_now();
    sort_events();
    PeriodFacts& now = outline_.period;
    order(now);
    stand_at(now);
    for (PeriodFacts& period : outline_.periods) {
      if (period.report != kNoViewRecord && period.report == now.report) {
        period = now;
      } else {
        order(period);
      }
    }
  }

 private:
  void find_reports() {
    for (const ViewRecordId id : outline_.series) {
      const ViewRecord& record = view_.record(id);
      if (!view_.kind_of(record).is("status_report") || record.phase == ViewPhase::dropped) {
        continue;
      }
      PeriodFacts period;
      period.report = id;
      period.to = *record.facts.held;
      outline_.periods.push_back(std::move(period));
    }
    std::vector<PeriodFacts>& periods = outline_.periods;
    // A program may have several kinds of reports, and the series is sorted by kind.
    std::ranges::stable_sort(periods, {}, &PeriodFacts::to);
    for (size_t i = 0; i < periods.size(); ++i) {
      periods[i].from = add_days(periods[i].to, -kWeek);
      if (i == 0) continue;
      periods[i].previous = periods[i - 1].report;
      periods[i - 1].next_report = periods[i].report;
      const bool same_day = periods[i].to == periods[i - 1].to;
      periods[i].from = same_day ? periods[i - 1].from : periods[i - 1].to;
    }
  }

  void begin_now() {
    const Date as_of = view_.program.as_of;
    PeriodFacts& now = outline_.period;
    now.now = true;
    now.to = as_of;
    now.from = add_days(as_of, -kWeek);
    const std::vector<PeriodFacts>& periods = outline_.periods;
    if (periods.empty()) return;
    // The newest that is not of the future, and the first that is.
    const auto ahead = std::ranges::upper_bound(periods, as_of, {}, &PeriodFacts::to);
    if (ahead != periods.begin()) {
      const PeriodFacts& newest = *(ahead - 1);
      const bool old = as_of.days - newest.to.days > length_of(newest);
      if (!old && !is_sent(view_, view_.record(newest.report))) {
        now.report = newest.report;
        now.previous = newest.previous;
        now.next_report = newest.next_report;
        now.from = newest.from;
        return;
      }
      now.previous = newest.report;
      now.from = newest.to;
    }
    if (ahead == periods.end()) return;
    now.next_report = ahead->report;
    // It is being written for a day to come.
    if (ahead->to.days - as_of.days > length_of(*ahead) ||
        is_sent(view_, view_.record(ahead->report))) {
      return;
    }
    now.report = ahead->report;
    now.next_report = ahead->next_report;
  }

  void put(const ChangeEntry& entry, PeriodFacts& period) const {
    // What came and went is told once.
    const ViewRecord& record = view_.record(entry.record);
    const bool gone = entry.verb == ChangeVerb::opened && !record.is_open() &&
                      record.facts.finished && *record.facts.finished <= period.to;
    if (gone) return;
    (completes(view_, entry) ? period.completed : period.changed).push_back(entry);
  }

  void sort_events() {
    std::vector<PeriodFacts>& periods = outline_.periods;
    PeriodFacts& now = outline_.period;
    for (const ChangeEntry& entry : all_changes(view_)) {
      // A report does not report itself.
      if (view_.kind_of(view_.record(entry.record)).is("status_report")) continue;
      // What is struck out without a day may have been so for long; it is told while it is open.
      if (!entry.on) {
        put(entry, now);
        continue;
      }
      if (*entry.on > view_.program.as_of) continue;
      if (*entry.on > now.from) put(entry, now);
      const auto of = std::ranges::lower_bound(periods, *entry.on, {}, &PeriodFacts::to);
      if (of != periods.end() && *entry.on > of->from && of->report != now.report) put(entry, *of);
    }
  }

  void order(PeriodFacts& period) const {
    const auto sort = [&](std::vector<ChangeEntry>& entries) {
      std::ranges::stable_sort(entries, [&](const ChangeEntry& a, const ChangeEntry& b) {
        const auto left = std::tuple(rank(a.verb), a.on ? -int64_t{a.on->days} : 0);
        const auto right = std::tuple(rank(b.verb), b.on ? -int64_t{b.on->days} : 0);
        if (left != right) return left < right;
        return natural_less(view_.record(a.record).short_id, view_.record(b.record).short_id);
      });
    };
    sort(period.completed);
    sort(period.changed);
  }

  template <typename Key>
  void sort_by(std::vector<ViewRecordId>& ids, Key key) const {
    std::ranges::stable_sort(ids, [&](ViewRecordId a, ViewRecordId b) {
      const auto left = key(a);
      const auto right = key(b);
      if (left != right) return left < right;
      return natural_less(view_.record(a).short_id, view_.record(b).short_id);
    });
  }

  // Its day if it comes soon: when it will be finished, else when it is owed.
  std::optional<Date> coming_day(ViewRecordId id) const {
    const std::optional<Date> day = expected_on(view_, id);
    return day ? day : owed_on(view_.record(id));
  }

  static bool has_part(const ViewKind& kind, const ViewScheduleItem* item) {
    return kind.is("milestone") || kind.is("release") || (item != nullptr && item->summary);
  }

  void stand_at(PeriodFacts& now) {
    const Date horizon = add_days(now.to, std::min(length_of(now), kFarthest));
    for (uint32_t i = 0; i < view_.records.size(); ++i) {
      const ViewRecordId id{i};
      const ViewRecord& record = view_.records[i];
      const ViewKind& kind = view_.kind_of(record);
      if (kind.is("metric") && record.phase != ViewPhase::dropped) now.metrics.push_back(id);
      if (!record.is_open() || kind.statuses.empty()) continue;
      if (is_question(view_, record)) {
        if (is_asked(view_, record)) now.asks.push_back(id);
        continue;
      }
      if (kind.is("risk")) now.risks.push_back(id);
      if (kind.is("issue")) now.issues.push_back(id);
      if (kind.is("blocker")) now.blockers.push_back(id);
      const ViewScheduleItem* item = view_.schedule.item(id);
      if (kind.is_work && record.phase == ViewPhase::doing && !has_part(kind, item)) {
        now.in_progress.push_back(id);
      }
      const bool to_do = kind.is_work || kind.is("milestone") || kind.is("release") ||
                         kind.is("dependency") || kind.is("action");
      if (!to_do || (item != nullptr && item->summary)) continue;
      const std::optional<Date> day = coming_day(id);
      if (day && *day >= now.to && *day <= horizon) now.upcoming.push_back(id);
    }
    const auto& facts = [&](ViewRecordId id) -> const ViewFacts& { return view_.record(id).facts; };
    sort_by(now.in_progress, [&](ViewRecordId id) { return day_or_last(coming_day(id)); });
    sort_by(now.risks, [&](ViewRecordId id) {
      return std::tuple(-int{facts(id).score}, day_or_last(facts(id).next_review));
    });
    sort_by(now.issues, [&](ViewRecordId id) {
      return std::tuple(-int{facts(id).severity}, day_or_last(facts(id).raised));
    });
    sort_by(now.blockers, [&](ViewRecordId id) {
      return std::tuple(facts(id).priority, day_or_last(facts(id).raised));
    });
    sort_by(now.upcoming, [&](ViewRecordId id) {
      const bool milestone = view_.kind_of(view_.record(id)).is("milestone");
      return std::tuple(day_or_last(coming_day(id)), !milestone);
    });
    sort_by(now.asks, [&](ViewRecordId id) { return day_or_last(answer_by(facts(id))); });
  }

  Outline& outline_;
  const View& view_;
};

}  // namespace

void add_periods(Outline& outline) {
  PeriodMaker(outline).make();
}

const PeriodFacts* facts_of_report(const Outline& outline, ViewRecordId report) {
  const std::optional<Date> day = outline.view.record(report).facts.held;
  if (!day) return nullptr;
  const ViewRecordId now = outline.period.report;
  if (now != kNoViewRecord && outline.view.record(now).facts.held == day &&
      !is_sent(outline.view, outline.view.record(report))) {
    return &outline.period;
  }
  const auto at = std::ranges::lower_bound(outline.periods, *day, {}, &PeriodFacts::to);
  return at == outline.periods.end() || at->to != *day ? nullptr : &*at;
}

const ViewField* facts_as_sent(const View& view, const ViewRecord& report) {
  const ViewField* field = view.find_field(report, "as_sent");
  return field == nullptr || field->values.empty() ? nullptr : field;
}

bool is_sent(const View& view, const ViewRecord& report) {
  const std::vector<ViewStatus>& statuses = view.kind_of(report).statuses;
  if (report.status < statuses.size() && statuses[report.status].name == "sent") return true;
  return facts_as_sent(view, report) != nullptr;
}

}  // namespace milepost
