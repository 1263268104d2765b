// The plan on a calendar: which items stand in which row, and on which days.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "redact/view.h"

namespace milepost {

// Places are boundaries between days, counted from the beginning of the window: what begins on the
// first day begins at 0, what ends on it ends at 1. They may lie outside of the window.

enum class GanttScale : uint8_t { days, weeks, months, quarters };

/// A line of the calendar. `major`: a month of days and weeks, a year of months and quarters.
struct GanttTick {
  int32_t at = 0;
  bool major = false;
};

enum class GanttOff : uint8_t { weekend, holiday, freeze };

/// Days that are not worked, and freezes.
struct GanttRun {
  int32_t from = 0, to = 0;
  GanttOff kind = GanttOff::weekend;
};

/// What of the calendar is shown, and how.
struct GanttWindow {
  Date first;
  int32_t days = 0;   // at least 14
  int32_t as_of = 0;  // the beginning of the day; outside of the window if it is not shown
  GanttScale scale = GanttScale::weeks;
  std::vector<GanttTick> ticks;  // in order, inside the window
  std::vector<GanttRun> runs;    // likewise, weekends and holidays before freezes
  /// What a narrow screen shows of it: seven weeks around as-of, or all.
  int32_t near_first = 0, near_days = 0;

  int32_t place(Date day) const { return static_cast<int32_t>(days_between(first, day)); }
};

enum class GanttShape : uint8_t {
  bar,
  due,    // only its end is known
  stone,  // milestones and releases
  parts,  // a summary: as long as its parts
};

struct GanttRow {
  ViewRecordId record = kNotInPlan;
  GanttShape shape = GanttShape::bar;
  uint8_t depth = 0;  // below the summary it is part of
  bool critical = false, done = false, dependency = false;
  int32_t begin = 0, end = 0;  // of a stone and of `due` they are the same
  int32_t worked = 0;          // begin <= worked <= rest <= end: done until here,
  int32_t rest = 0;            // … waiting until here, the rest to do until the end
  // Where they differ from `end`:
  std::optional<int32_t> baseline, baseline_begin, float_to, likely_to;
  std::vector<uint32_t> waits_for;  // lines of what it waits for, at most kMostWaits
};
inline constexpr size_t kMostWaits = 12;

/// Lines are counted through all groups: the head of a group is one, then each of its rows.
struct GanttGroup {
  ViewRecordId workstream = kNotInPlan;  // kNotInPlan: what is in none
  uint32_t line = 0;                     // of its head
  int32_t begin = 0, end = 0;            // of all its rows
  bool critical = false;                 // one of them is
  bool open = true;                      // false: only the head is shown until it is asked for
  size_t shown = 0;                      // rows before the others fold away
  std::vector<GanttRow> rows;            // parts after what they are part of, else by start
};

/// One step of the critical path, drawn from line to line.
struct GanttLink {
  uint32_t from = 0, to = 0;        // lines
  int32_t leaves = 0, arrives = 0;  // where
};

struct Gantt {
  GanttWindow window;
  std::vector<GanttGroup> groups;
  std::vector<GanttLink> links;
  std::vector<ViewRecordId> before;   // done before the window or long ago, the last first
  std::vector<ViewRecordId> after;    // begins after it, the first first
  std::vector<ViewRecordId> undated;  // open work that nothing dates
  uint32_t left_out = 0;              // rows more than a page can hold
  uint32_t lines = 0;
};

/// A plan of more open rows than this folds groups away, and shows no more than the second.
inline constexpr size_t kOpenRows = 120;
inline constexpr size_t kMostRows = 520;

/// Rows are tasks, milestones, releases and dependencies that have a date and were not dropped, and
/// what else is critical. What has no workstream of its own stands with the work that drives it, or
/// that it is for. O(n log n) in items and edges.
Gantt make_gantt(const View& view);

/// The part of it that make_gantt shows the plan in: from a little before the work that is going on
/// to after the target; all of it, if that is not long.
GanttWindow gantt_window(const View& view);

}  // namespace milepost
