// The schedule of a program: dates, float and slip of its work, what drives each milestone, and how
// likely each date is.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analyze/network.h"
#include "analyze/passes.h"
#include "calendar/date.h"
#include "link/program.h"
#include "shape/kinds.h"

namespace milepost {

// Units: days are working days of the item's own working time unless said otherwise; shares are per
// mille. Definitions and sources: docs/schedule.md.

enum class HealthCause : uint8_t {
  late_to_commitment,  // days, about: the item itself; `date`: its commitment
  breaks_commitment,   // negative float: days; about: whose commitment
  blocked_by,          // about: the open blocker
  overdue_start,       // should have started: days
  child_off_track,     // about: the child on the path
  past_response,       // about: an open P0 blocker past its response time
  decision_missed,     // about: a decision past its needed-by
  no_dates,            // nothing says when; computed health is none
};

struct HealthReason {
  HealthCause cause = HealthCause::no_dates;
  int32_t days = 0;
  RecordIndex about = kNoRecord;
  std::optional<Date> date;
};

/// A record in the plan.
struct ScheduleItem {
  RecordIndex record = kNoRecord;
  PlanKind kind = PlanKind::task;
  PlanState state = PlanState::waiting;
  LengthSource source = LengthSource::none;
  bool summary = false;  // it has parts: its dates are theirs, `node` is kNoNode
  /// False if nothing says when it is: no date, no length, nothing it waits for. All dates of it
  /// are then without meaning and it is shown without any.
  bool dated = false;
  uint32_t node = kNoNode;                      // into Schedule::network and passes
  RecordIndex parent = kNoRecord;               // the summary it is part of (workstream, task)
  RecordIndex workstream = kNoRecord;           // the nearest workstream above it
  Date start, finish, late_start, late_finish;  // start == finish where starts is Driver::none
  bool start_known = false;
  int32_t length = 0, remaining = 0;
  uint16_t percent = 0;  // 0..100; of a summary weighted by the length of its parts
  int32_t total_float = kNoFloat, free_float = kNoFloat, commitment_float = kNoFloat;
  RecordIndex bound_by = kNoRecord;  // whose commitment commitment_float is counted to
  RecordIndex driver = kNoRecord;    // what it waits for the longest
  bool critical = false;             // on the longest path to the target
  bool near_critical = false;
  std::optional<Date> commitment;      // the current one: `due`, `promised`
  std::optional<Date> first_baseline;  // what was promised first, if that is another date
  std::optional<Date> baseline;        // the newest baseline, else the commitment
  uint16_t rebaselines = 0;            // how often the baseline was set anew
  /// finish against `baseline` and `first_baseline`; positive: later. Without one 0.
  int32_t slip = 0, slip_from_first = 0;
  Health computed = Health::none;
  uint32_t reasons_begin = 0, reasons_end = 0;  // into Schedule::reasons
  bool rosier = false;                          // reported better than computed
  bool explained = false;  // … and its author says why, and until when it holds (not past)
};

enum class SlipCause : uint8_t {
  promised_later,  // of a dependency: the promise moved or is later than needed
  finished_late,   // done, later than planned
  takes_longer,    // what is left takes longer than until its commitment
  not_started,     // should be under way
  overdue,         // its date is past and it is not done
  blocked,         // an open blocker holds it
  own_date,        // its owner set a later date than what it waits for asks
  longer_path,     // what it waits for has no date of its own: the rest of the path
  absorbed,        // negative: a reserve took up delay from before
};

/// One line of the sum that explains a slip.
struct SlipPart {
  RecordIndex item = kNoRecord;
  int32_t days = 0;  // working days of the milestone explained
  SlipCause cause = SlipCause::takes_longer;
  std::optional<Date> was, now;     // the item's planned and its expected finish
  RecordIndex because = kNoRecord;  // blocker, issue, risk come true, change, that tells why
};

struct ItemFloat {
  RecordIndex item = kNoRecord;
  int32_t days = 0;
};

/// Why a milestone or release is when it is. `parts` add up to `slip` exactly.
struct Explanation {
  RecordIndex milestone = kNoRecord;
  Date committed, forecast;
  int32_t slip = 0;
  std::vector<RecordIndex> path;      // what drives it, first to last, itself last; at most 100
  std::vector<SlipPart> parts;        // in order of the path; zero parts left out
  std::vector<ItemFloat> with_float;  // unfinished work it rests on that is not on the path, most
                                      // float first, at most 8
  std::vector<RecordIndex> contradicted;        // path items whose report is rosier than the facts
  uint32_t path_items = 0, path_estimated = 0;  // unfinished work on the path, with an estimate
};

struct ForecastDates {
  RecordIndex item = kNoRecord;  // milestone, release or dependency that is not done
  Date p20, p50, p80, p95;
  std::optional<uint16_t> on_time;  // chance of its commitment
};

struct ForecastDriver {
  RecordIndex item = kNoRecord;
  uint16_t criticality = 0;  // share of trials in which it was on the longest path to the target
  int16_t sensitivity = 0;   // rank correlation of its length or delay with the target's date
};

/// Monte Carlo over ranges, risks and confidence. No trials: nothing is uncertain.
struct Forecast {
  uint32_t trials = 0;
  std::vector<ForecastDates> dates;     // by record
  std::vector<ForecastDriver> drivers;  // most critical first, then sensitive; at most 50
  /// Of the unfinished work on the path to the target: how much there is and how much has a range.
  uint32_t path_work = 0, path_ranged = 0;
  bool indicative = true;  // under 70 % of it has a range: no chance is shown
};

/// What the target would gain or lose: finish of the target if `item` moved by `days`.
struct Impact {
  RecordIndex item = kNoRecord;
  int32_t days = 0;  // negative: earlier
  Date target_finish;
  int32_t target_days = 0;  // of the target
};

/// What a schedule may know of a program: by RecordIndex and by link number. Empty: everything.
struct PlanMask {
  std::vector<bool> records, links;

  bool sees(RecordIndex record) const {
    return records.empty() || records[static_cast<uint32_t>(record)];
  }
  bool sees_link(uint32_t number) const { return links.empty() || links[number]; }
};

struct Schedule {
  /// Nothing in a schedule comes from what its mask hides, but for dates (NetworkNode::told).
  PlanMask mask;
  Network network;
  Passes passes;
  std::vector<uint32_t>
      edge_links;  // by edge: into Program::links; kNoNode: by the parts of a summary
  std::vector<RecordIndex> node_records;  // by node; several nodes may be of one record
  std::vector<uint32_t> item_of;          // by RecordIndex, into `items`; kNoNode: not in the plan
  std::vector<ScheduleItem> items;        // in record order
  std::vector<HealthReason> reasons;
  RecordIndex target = kNoRecord;          // program.yaml's, else the last milestone or release
  std::vector<RecordIndex> critical_path;  // to the target, itself last
  int32_t near_critical_days = 0;          // how much float still is near-critical
  std::vector<Explanation> explanations;   // of open milestones and releases, by finish
  std::vector<Impact> gains;  // path items, first to last: finished 1, 2, 3 or 5 days earlier, the
                              // least that gives the most
  Forecast forecast;
  Health computed = Health::none;  // of the program
  std::vector<HealthReason> program_reasons;

  const ScheduleItem* item(RecordIndex record) const {
    const uint32_t at = static_cast<uint32_t>(record) < item_of.size()
                            ? item_of[static_cast<uint32_t>(record)]
                            : kNoNode;
    return at == kNoNode ? nullptr : &items[at];
  }
};

}  // namespace milepost
