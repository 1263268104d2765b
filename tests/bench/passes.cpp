// Times the passes on networks of 1,000, 10,000 and 100,000 items with one and a half times as many
// relations: calendars with holidays, all four relations, lags, progress, commitments.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>

#include "analyze/passes.h"

namespace milepost {
namespace {

constexpr int32_t kAsOf = 20605;  // 2026-06-01

Network make_network(uint32_t nodes) {
  std::mt19937 random(nodes);
  const auto below = [&](uint32_t end) { return random() % end; };
  Network network;
  network.as_of = Date{kAsOf};
  for (int team = 0; team < 12; ++team) {
    CalendarLayer layer;
    for (int holiday = 0; holiday < 20; ++holiday) {
      const Date first{kAsOf + static_cast<int32_t>(below(1500))};
      layer.days_off.push_back({first, add_days(first, below(6))});
    }
    network.times.emplace_back(layer);
  }
  for (uint32_t n = 0; n < nodes; ++n) {
    NetworkNode& node = network.nodes.emplace_back();
    node.time = below(12);
    node.length = below(10) == 0 ? 0 : static_cast<int32_t>(1 + below(15));
    node.source = node.length > 0 ? LengthSource::estimate : LengthSource::event;
    node.remaining = node.length;
    if (below(4) == 0) node.commitment = Date{kAsOf + static_cast<int32_t>(below(400))};
    if (below(10) == 0) node.state = PlanState::started;
  }
  // Mostly to what stands near, as in plans: chains of some dozens, here and there a long one.
  for (uint32_t e = 0; e < nodes + nodes / 2; ++e) {
    const uint32_t to = 1 + below(nodes - 1);
    const uint32_t from = to - 1 - below(std::min(to, 200u));
    const Relation relation =
        below(4) == 0 ? static_cast<Relation>(below(4)) : Relation::finish_start;
    network.edges.push_back({from, to, relation, false, static_cast<int32_t>(below(5))});
  }
  return network;
}

double seconds(auto&& work) {
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    best = std::min(best, took.count());
  }
  return best;
}

void measure(uint32_t nodes) {
  const Network network = make_network(nodes);
  const uint32_t target = nodes - 1;
  std::size_t steps = 0;
  const double both = seconds([&] {
    const Passes passes = run_passes(network, Ends{target});
    steps = longest_path(network, passes, target).size();
  });
  const Passes passes = run_passes(network, Ends{target});
  const double moved = seconds([&] { finish_if_moved(network, passes, target / 2, 3, target); });
  std::printf(
      "%7u items, %7zu relations: passes and longest path %8.2f ms (%.0f ns an item, %zu "
      "steps), what if %7.2f ms\n",
      nodes, network.edges.size(), both * 1e3, both * 1e9 / nodes, steps, moved * 1e3);
}

}  // namespace
}  // namespace milepost

int main() {
  for (const uint32_t nodes : {1'000u, 10'000u, 100'000u}) milepost::measure(nodes);
}
