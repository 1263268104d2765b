// Monte Carlo on a network: many futures of the unfinished part, and how often each thing happened.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "analyze/network.h"
#include "analyze/passes.h"
#include "analyze/pert_quantiles.h"
#include "analyze/random_draws.h"

namespace milepost {

/// The length of what is left of an item, in its working days.
struct LengthDoubt {
  uint32_t node = 0;
  Range days;
  RandomDraws draws;
};

/// Something that may happen, and then makes each of `nodes` finish later than it would have.
struct DelayDoubt {
  double chance = 1;  // 0..1
  Range days;         // working days of each node
  RandomDraws happens, length;
  std::vector<uint32_t> nodes;
};

struct Doubts {
  std::vector<LengthDoubt> lengths;  // at most one of a node
  std::vector<DelayDoubt> delays;
};

/// On how many trials an item finished on each day.
struct FinishCounts {
  uint32_t node = 0;
  Date first;
  std::vector<uint32_t> counts;  // of the day `first`, the next …; empty: it is certain

  /// The first day on or before which at least `per_mille` of all trials had finished.
  Date quantile(uint32_t per_mille) const;
  /// Trials that had finished on or before `day`.
  uint64_t by(Date day) const;
};

struct TrialOptions {
  uint32_t trials = 10'000;
  uint32_t target = kNoNode;      // of criticality and samples; kNoNode: neither
  std::vector<uint32_t> watched;  // unfinished nodes whose dates are counted
  uint32_t samples = 0;           // of the target's finish, of the first so many trials
  unsigned jobs = 1;
};

struct TrialCounts {
  std::vector<FinishCounts> finishes;  // as `watched`; those that nothing uncertain reaches: empty
  std::vector<uint32_t> on_path;       // by node: trials in which it was on the path to the target
  std::vector<double> samples;  // finish of the target: working days of its own from as-of on
};

/// The nodes that a trial has to compute: unfinished, reached by a doubt and reaching something
/// watched or the target.
std::vector<bool> uncertain_nodes(const Network& network, const Passes& passes,
                                  const Doubts& doubts, const TrialOptions& options);

/// Each trial draws every doubt once and goes forward as passes.h says, but with parts of days:
/// work fills its working time from the moment it may start. Commitments hold in a trial, too
/// (an item finishes no earlier), a delay comes on top of them. Nodes that no doubt reaches keep
/// their dates. With every length at what the network has and no delay a trial gives the dates of
/// the passes. What it gives does not depend on `jobs`. O(trials x uncertain nodes and edges).
TrialCounts run_trials(const Network& network, const Passes& passes, const Doubts& doubts,
                       const TrialOptions& options);

}  // namespace milepost
