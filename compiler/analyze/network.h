// The network a schedule is computed on: items and what they wait for, as numbers alone.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "calendar/date.h"
#include "calendar/working_time.h"

namespace milepost {

inline constexpr uint32_t kNoNode = 0xFFFFFFFF;

enum class PlanKind : uint8_t {
  task,       // takes working time
  milestone,  // these are events: they take none, and show the day of what they wait for
  release,
  dependency,  // of another team: an event on the day it is delivered
  blocker,     // an event on the day it is to be resolved; what it blocks waits for it
  other,       // a decision, document, objective … that work waits for or delivers
};

enum class PlanState : uint8_t { waiting, started, done };

/// Where the length of an item comes from: what its owner wrote, in this order.
enum class LengthSource : uint8_t {
  none,       // nothing says it: the item takes no time of its own, its date is "at the earliest"
  event,      // an event takes none
  remaining,  // `remaining:`
  estimate,   // `estimate:`, less what is done (`percent:`, else the days worked since it started)
  dates,      // the working days from `start` to `due`
};

/// Relations between the ends of two items (PMBOK: precedence diagramming method).
enum class Relation : uint8_t { finish_start, start_start, finish_finish, start_finish };

constexpr bool from_start(Relation relation) {
  return relation == Relation::start_start || relation == Relation::start_finish;
}
constexpr bool to_start(Relation relation) {
  return relation == Relation::finish_start || relation == Relation::start_start;
}

/// A summary has no node of its own: links to and from it go over up to three events that stand for
/// its beginning and end. They are passed through when free float is counted.
enum class NodePart : uint8_t {
  whole,  // an item
  begin,  // its parts start no earlier; at the beginning of the day it shows
  first,  // its earliest part: the least of what it waits for, at the beginning of the day
  end,    // its last part
};

struct NetworkNode {
  NodePart part = NodePart::whole;
  PlanKind kind = PlanKind::task;
  PlanState state = PlanState::waiting;
  LengthSource source = LengthSource::none;
  uint32_t time = 0;      // its working days, into Network::times
  int32_t length = 0;     // working days as planned; 0 for events and where nothing says it
  int32_t remaining = 0;  // working days from as-of on, once started; else as long as `length`
  std::optional<Date> started, finished;  // actual dates
  std::optional<Date> not_before;         // `start:`: start no earlier than
  /// `due:` or `promised:`. Where commitments come first it also says when the item finishes.
  std::optional<Date> commitment;
  /// By when others need it (`needed_by:`, must finish by): what lateness is counted from besides
  /// the commitment, it moves nothing.
  std::optional<Date> deadline;
  /// It finishes no earlier: a date that work outside this network asks for.
  std::optional<Date> told;
};

/// `to` waits for `from`.
struct NetworkEdge {
  uint32_t from = 0, to = 0;
  Relation relation = Relation::finish_start;
  bool wall_lag = false;  // lag in calendar days
  int32_t lag = 0;        // days, on the working days of `to`; negative: a lead
};

/// What passes.h computes on. Any numbers may stand in it; an edge to a node that is not there is
/// undefined behaviour.
struct Network {
  Date as_of;
  bool commitments_first = true;  // false: `schedule: effort`, pure critical path method
  std::vector<WorkingTime> times;
  std::vector<NetworkNode> nodes;
  std::vector<NetworkEdge> edges;
};

}  // namespace milepost
