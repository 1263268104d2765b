// Forward and backward pass over a network, float, and the longest path to an item.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "analyze/network.h"

namespace milepost {

inline constexpr uint32_t kNoEdge = 0xFFFFFFFF;
inline constexpr int32_t kNoFloat = std::numeric_limits<int32_t>::max();

// How days add up. Dates are inclusive: work that finishes on D fills D, an event after it shows D,
// what follows starts on the next day its own working time has. A lag of n counts n working days of
// the successor between the two; a lead takes them back. Let b be the boundary before a day (the
// end of D is the boundary D + 1), rank(b) the working days before it and select(r) the r-th
// working day, both on the successor's working time. Then
//   FS, lag n   start of `to`  >= select(rank(finish(from) + 1) + n)
//   SS          start of `to`  >= select(rank(start(from)) + n)
//   FF          boundary after `to` is at rank >= rank(finish(from) + 1) + n
//   SF          the same with the start of `from`
// An event (an item that takes no time: length 0) after a finish on D shows D, though that be no
// working day of its own; with a lag it shows the working day that ends at the rank above. One that
// waits for a start shows the day of that start, or the day select gives. What follows an event by
// SS or SF counts from the day it shows, as from a start.
// Work that waits is not split: what holds its finish (FF, SF, a commitment) moves its start as
// well, but for a start its owner gave (`not_before`), which a later commitment leaves alone.
// Unfinished work lies at or after as-of (retained logic: what started early still waits, for its
// remaining work, for what it depends on). Done items keep their actual dates; they constrain what
// follows by their lag alone.

/// What set an early date.
enum class Driver : uint8_t {
  none,        // nothing: no date, no predecessor
  edge,        // a predecessor: NodeDates::edge
  as_of,       // it could have gone before, but is not done
  not_before,  // `start:`
  commitment,  // `due:` or `promised:` lies after what the network asks
  actual,      // it has started (a start) or is done (a finish)
  told,        // NetworkNode::told lies after all these
};

struct NodeDates {
  // Inclusive days. Early dates of a done item are its actual ones. A start that nothing says
  // equals the finish, and `starts` is Driver::none.
  Date early_start, early_finish, late_start, late_finish;
  Driver starts = Driver::none, finishes = Driver::none;
  /// The edge whose arrival is the latest of all that hold this item (by its finish, then start,
  /// then the one that stands first), even if a date of its own holds it longer. Done predecessors
  /// count only if the item is done itself, or if a lag after them holds it beyond as-of. The
  /// longest path goes back over these. kNoEdge: it begins here.
  uint32_t edge = kNoEdge;
  /// Working days between the arrival of `edge` and what this item does with it: its own date is
  /// later by as much. 0 if `edge` drives it.
  int32_t gap = 0;
  /// Working days of its own by which it may lie later (its start, too, unless it has started) and
  /// the end it is measured by (see Ends) still holds. Of done items kNoFloat.
  int32_t total_float = kNoFloat;
  /// Likewise until it moves any successor; of the last ones it is the total float.
  int32_t free_float = kNoFloat;
  /// Working days until a commitment or deadline of its own or of what waits for it breaks,
  /// negative if one is broken already; kNoFloat if there is none. `bound_by` is whose.
  int32_t commitment_float = kNoFloat;
  uint32_t bound_by = kNoNode;
};

struct Passes {
  std::vector<NodeDates> dates;  // by node
  std::vector<uint32_t> order;   // nodes, predecessors first; of equals the lower first
  std::vector<bool> cut;         // by edge: it closed a circle and was left out
  std::vector<std::vector<uint32_t>> circles;  // edges of each circle found, at most 50
  std::vector<uint32_t> incoming;              // edge numbers by `to`, those cut left out
  std::vector<uint32_t> in_offsets;            // into `incoming`, nodes + 1
  std::vector<uint32_t> outgoing;              // edge numbers by `from`
  std::vector<uint32_t> out_offsets;
};

/// The end that total float is counted to: the early finish of `target` for all that still holds
/// it, the last early finish of the network for the others (and for all, if there is no target).
struct Ends {
  uint32_t target = kNoNode;
};

/// O(nodes + edges) but for a factor of the logarithm of the holidays; memory likewise. In a circle
/// the edge that stands last is cut.
Passes run_passes(const Network& network, Ends ends);

/// Only the early dates (early_*, starts, finishes, edge, gap) again after nodes or lags changed;
/// the edges must be the same. For what-if questions. O(nodes + edges).
void run_forward(const Network& network, Passes& passes);

/// The longest path to `target`, target last, back to where it begins; done items are on it only if
/// the target is done. The part over `most` steps is left out at its beginning.
std::vector<uint32_t> longest_path(const Network& network, const Passes& passes, uint32_t target,
                                   uint32_t most = 1000);

/// True for what `target` rests on, and for itself.
std::vector<bool> upstream_of(const Network& network, const Passes& passes, uint32_t target);

/// The finish of `target` if `node` finished `days` working days (of its own) later than now, or
/// earlier if negative (never before as-of). O(nodes + edges).
Date finish_if_moved(const Network& network, const Passes& passes, uint32_t node, int32_t days,
                     uint32_t target);

}  // namespace milepost
