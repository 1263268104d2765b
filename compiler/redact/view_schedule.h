// What an audience may know of the schedule: analyze/schedule.h without what is hidden.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "calendar/date.h"

namespace milepost {

enum class ViewRecordId : uint32_t;
enum class ViewHealth : uint8_t;
inline constexpr int32_t kNoViewFloat = std::numeric_limits<int32_t>::max();
inline constexpr ViewRecordId kNotInPlan{0xFFFFFFFF};

// Days are working days, shares per mille. The definitions are those of docs/schedule.md.

enum class ViewPlanKind : uint8_t { task, milestone, release, dependency, blocker, other };
enum class ViewPlanState : uint8_t { waiting, started, done };
enum class ViewLengthSource : uint8_t { none, event, remaining, estimate, dates };
enum class ViewRelation : uint8_t { finish_start, start_start, finish_finish, start_finish };

enum class ViewHealthCause : uint8_t {
  late_to_commitment,
  breaks_commitment,
  blocked_by,
  overdue_start,
  child_off_track,
  past_response,
  decision_missed,
  no_dates,
};

struct ViewHealthReason {
  ViewHealthCause cause = ViewHealthCause::no_dates;
  int32_t days = 0;
  ViewRecordId about = kNotInPlan;
  std::optional<Date> date;
};

/// A record in the plan.
struct ViewScheduleItem {
  ViewRecordId record = kNotInPlan;
  ViewPlanKind kind = ViewPlanKind::task;
  ViewPlanState state = ViewPlanState::waiting;
  ViewLengthSource source = ViewLengthSource::none;
  bool summary = false;  // its dates are those of its parts
  bool dated = false;    // false: nothing says when; the dates mean nothing
  bool start_known = false;
  bool critical = false, near_critical = false;
  bool rosier = false, explained = false;  // reported better than computed; and its author says why
  bool outside = false;                    // a dependency: somebody else delivers it
  ViewRecordId parent = kNotInPlan, workstream = kNotInPlan;
  Date start, finish, late_start, late_finish;
  int32_t length = 0, remaining = 0;
  uint16_t percent = 0;
  uint16_t rebaselines = 0;
  int32_t total_float = kNoViewFloat, free_float = kNoViewFloat, commitment_float = kNoViewFloat;
  ViewRecordId bound_by = kNotInPlan;  // whose commitment commitment_float is counted to
  ViewRecordId driver = kNotInPlan;    // what it waits for the longest
  std::optional<Date> commitment, baseline, first_baseline;
  int32_t slip = 0, slip_from_first = 0;
  ViewHealth computed{};
  std::vector<ViewHealthReason> reasons;
};

/// `to` waits for `from`; both are visible. Where hidden work stands between two visible items
/// there is no edge.
struct ViewScheduleEdge {
  ViewRecordId from = kNotInPlan, to = kNotInPlan;
  ViewRelation relation = ViewRelation::finish_start;
  bool wall_lag = false;
  bool critical = false;  // on the longest path to the target
  bool driving = false;   // it is what `to` waits for the longest
  bool slipping = false;  // it makes `to` miss its commitment, or is promised after it is needed
  int32_t lag = 0;        // days, negative: a lead
  int32_t slack = 0;      // working days of `to` between the two
};

enum class ViewSlipCause : uint8_t {
  promised_later,
  finished_late,
  takes_longer,
  not_started,
  overdue,
  blocked,
  own_date,
  longer_path,
  absorbed,
};

struct ViewSlipPart {
  ViewRecordId item = kNotInPlan;
  int32_t days = 0;
  ViewSlipCause cause = ViewSlipCause::takes_longer;
  std::optional<Date> was, now;
  ViewRecordId because = kNotInPlan;
};

struct ViewItemFloat {
  ViewRecordId item = kNotInPlan;
  int32_t days = 0;
};

/// Why a milestone or release is when it is; `parts` add up to `slip`. What a hidden record adds
/// counts to the visible item after it.
struct ViewExplanation {
  ViewRecordId milestone = kNotInPlan;
  Date committed, forecast;
  int32_t slip = 0;
  std::vector<ViewRecordId> path;
  std::vector<ViewSlipPart> parts;
  std::vector<ViewItemFloat> with_float;
  std::vector<ViewRecordId> contradicted;
  uint32_t path_items = 0, path_estimated = 0;
};

struct ViewForecastDates {
  ViewRecordId item = kNotInPlan;
  Date p20, p50, p80, p95;
  std::optional<uint16_t> on_time;  // chance of its commitment
};

struct ViewForecastDriver {
  ViewRecordId item = kNotInPlan;
  uint16_t criticality = 0;
  int16_t sensitivity = 0;
};

struct ViewImpact {
  ViewRecordId item = kNotInPlan;
  int32_t days = 0;  // negative: earlier
  Date target_finish;
  int32_t target_days = 0;
};

struct ViewSchedule {
  std::vector<ViewScheduleItem> items;  // by ViewRecordId
  std::vector<uint32_t> item_of;  // by ViewRecordId, into `items`; 0xFFFFFFFF: not in the plan
  std::vector<ViewScheduleEdge> edges;  // sorted by from, to, relation
  ViewRecordId target = kNotInPlan;
  std::vector<ViewRecordId> critical_path;  // to the target, itself last
  int32_t near_critical_days = 0;
  std::vector<ViewExplanation> explanations;  // of open milestones and releases, by finish
  std::vector<ViewImpact> gains;              // of path items
  uint32_t trials = 0;                        // of the forecast; 0: there is none
  std::vector<ViewForecastDates> forecast;    // by ViewRecordId
  std::vector<ViewForecastDriver> drivers;    // most critical first
  uint32_t path_work = 0, path_ranged = 0;
  bool indicative = true;  // no chance is shown
  ViewHealth computed{};   // of the program
  std::vector<ViewHealthReason> reasons;

  /// Null if the record is not in the plan. O(1).
  const ViewScheduleItem* item(ViewRecordId id) const {
    const auto at = static_cast<uint32_t>(id);
    if (at >= item_of.size() || item_of[at] == 0xFFFFFFFF) return nullptr;
    return &items[item_of[at]];
  }
  /// Null if it is none of those explained. Linear in the explanations: ask it of milestones and
  /// releases alone.
  const ViewExplanation* explanation(ViewRecordId id) const {
    for (const ViewExplanation& one : explanations) {
      if (one.milestone == id) return &one;
    }
    return nullptr;
  }
  /// Null if it has none. Logarithmic.
  const ViewForecastDates* forecast_of(ViewRecordId id) const {
    const auto at = std::ranges::lower_bound(forecast, id, {}, &ViewForecastDates::item);
    return at != forecast.end() && at->item == id ? &*at : nullptr;
  }
};

}  // namespace milepost
