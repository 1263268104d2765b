// How strongly the target's date goes with the length or delay of each item.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analyze/trials.h"

namespace milepost {

struct NodeSensitivity {
  uint32_t node = 0;
  int16_t correlation = 0;  // Spearman's, per mille
};

/// Spearman's rank correlation (1904) of two columns of equal length, ties by their mean rank, per
/// mille. 0 if one of them never changes.
int16_t rank_correlation(std::span<const double> one, std::span<const double> other);

/// For each node with a doubt of its own that is among `uncertain`: the rank correlation of its
/// length and delays with `samples`, the target's finish in the first trials. By node. The draws
/// are made again, which is cheaper than keeping them. The same for any `jobs`.
std::vector<NodeSensitivity> find_sensitivity(const Doubts& doubts,
                                              const std::vector<bool>& uncertain,
                                              std::span<const double> samples, unsigned jobs);

}  // namespace milepost
