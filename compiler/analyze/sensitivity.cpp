// Ranks draws and correlates the ranks.
#include "analyze/sensitivity.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "threads/for_each.h"

namespace milepost {
namespace {

// Twice the rank of each less the mean of all: whole numbers, so that sums are exact.
std::vector<double> centred_ranks(std::span<const double> values) {
  std::vector<uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return values[a] < values[b] || (values[a] == values[b] && a < b);
  });
  std::vector<double> ranks(values.size());
  const auto middle = static_cast<double>(values.size() + 1);
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    for (std::size_t k = i; k < end; ++k) {
      ranks[order[k]] = static_cast<double>(i + 1 + end) - middle;
    }
    i = end;
  }
  return ranks;
}

double product(std::span<const double> one, std::span<const double> other) {
  double sum = 0;
  for (std::size_t i = 0; i < one.size(); ++i) sum += one[i] * other[i];
  return sum;
}

int16_t correlate(std::span<const double> one, std::span<const double> other) {
  const double scale = std::sqrt(product(one, one)) * std::sqrt(product(other, other));
  if (!(scale > 0)) return 0;
  return static_cast<int16_t>(
      std::clamp(std::lround(product(one, other) / scale * 1000), -1000L, 1000L));
}

}  // namespace

int16_t rank_correlation(std::span<const double> one, std::span<const double> other) {
  return correlate(centred_ranks(one), centred_ranks(other));
}

std::vector<NodeSensitivity> find_sensitivity(const Doubts& doubts,
                                              const std::vector<bool>& uncertain,
                                              std::span<const double> samples, unsigned jobs) {
  // A column a node, made of its doubts: lengths first, then delays.
  struct Part {
    uint32_t node;
    bool delay;
    uint32_t doubt;
    auto operator<=>(const Part&) const = default;
  };
  std::vector<Part> parts;
  PertQuantiles quantiles;
  std::vector<RangeShape> lengths, delays;
  for (uint32_t i = 0; i < doubts.lengths.size(); ++i) {
    lengths.push_back(quantiles.shape(doubts.lengths[i].days));
    if (uncertain[doubts.lengths[i].node]) parts.push_back({doubts.lengths[i].node, false, i});
  }
  for (uint32_t i = 0; i < doubts.delays.size(); ++i) {
    delays.push_back(quantiles.shape(doubts.delays[i].days));
    for (const uint32_t node : doubts.delays[i].nodes) {
      if (uncertain[node]) parts.push_back({node, true, i});
    }
  }
  std::sort(parts.begin(), parts.end());
  std::vector<NodeSensitivity> found;
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!found.empty() && found.back().node == parts[i].node) continue;
    found.push_back({parts[i].node, 0});
    begins.push_back(i);
  }
  begins.push_back(parts.size());

  const std::vector<double> finish = centred_ranks(samples);
  for_each_index(jobs, found.size(), [&](std::size_t column) {
    std::vector<double> drawn(samples.size(), 0.0);
    for (std::size_t i = begins[column]; i < begins[column + 1]; ++i) {
      const Part& part = parts[i];
      for (std::size_t n = 0; n < drawn.size(); ++n) {
        if (!part.delay) {
          drawn[n] += quantiles.at(lengths[part.doubt], doubts.lengths[part.doubt].draws.at(n));
          continue;
        }
        const DelayDoubt& doubt = doubts.delays[part.doubt];
        if (doubt.happens.at(n) >= doubt.chance) continue;
        drawn[n] += quantiles.at(delays[part.doubt], doubt.length.at(n));
      }
    }
    found[column].correlation = correlate(centred_ranks(drawn), finish);
  });
  return found;
}

}  // namespace milepost
