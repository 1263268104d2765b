// The part of a network that trials compute, packed: what is certain has become a number.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "analyze/day_table.h"
#include "analyze/trials.h"

namespace milepost {

// Times of events are moments of day_table.h, counted from as-of; those of work are ranks of its
// own working time.

inline constexpr double kNoMoment = -std::numeric_limits<double>::infinity();

/// Waits for another node of the trial.
struct TrialArc {
  uint32_t from = 0;  // place in TrialNetwork::nodes
  Relation relation = Relation::finish_start;
  bool wall_lag = false;
  int32_t lag = 0;
};

/// What a predecessor asks: of work when it may start or finish (the other is without meaning), of
/// an event when it happens (as `finish`).
struct TrialArrival {
  double start = kNoMoment, finish = kNoMoment;
};

struct TrialNode {
  uint32_t node = 0;
  uint32_t time = 0;
  NodePart part = NodePart::whole;
  bool event = false;      // takes no time
  bool own_start = false;  // its owner gave a start: a commitment does not move it
  bool started = false;
  bool start_known = false;  // … and its start was written
  double known_start = 0;    // moment
  double least = kNoMoment;  // as-of and `start:`: when work starts, an event happens
  double held = kNoMoment;   // moment of its commitment
  double told = kNoMoment;   // moment of NetworkNode::told
  double remaining = 0;      // where no doubt says it
  TrialArrival certain;      // the latest of all predecessors that are no nodes of the trial
  uint32_t certain_start_by = kNoNode, certain_finish_by = kNoNode;  // and which; none if done
  uint32_t length = kNoNode;                                         // into Doubts::lengths
  uint32_t arcs_begin = 0, arcs_end = 0;
  uint32_t delays_begin = 0, delays_end = 0;  // into TrialNetwork::delays
};

struct TrialNetwork {
  std::vector<TrialNode> nodes;  // predecessors first
  std::vector<TrialArc> arcs;
  std::vector<uint32_t> delays;    // into Doubts::delays, by node
  std::vector<uint32_t> place_of;  // by network node; kNoNode: it is certain
  std::vector<DayTable> tables;    // by Network::times; those not used are of one day
};

/// What `arc` asks of `to` if its predecessor begins and is over at these moments.
TrialArrival arrival_of(const TrialArc& arc, const TrialNode& to, const DayTable& table,
                        double start, double finish);

/// `days`: how far from as-of the tables reach.
TrialNetwork pack_network(const Network& network, const Passes& passes, const Doubts& doubts,
                          const std::vector<bool>& uncertain, int32_t days);

}  // namespace milepost
