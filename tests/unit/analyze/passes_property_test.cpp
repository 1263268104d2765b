// The passes against a schedule worked out day by day, on random networks; and what holds of any.
#include <algorithm>
#include <random>

#include "analyze/passes.h"
#include "analyze/what_if.h"
#include "catch.h"
#include "unit/analyze/slow_schedule.h"

namespace milepost {
namespace {

constexpr int32_t kAsOf = 20605;  // 2026-06-01, a Monday

// The standard's distributions differ from library to library; this does not.
class Random {
 public:
  explicit Random(uint32_t seed) : engine_(seed) {}
  int32_t below(int32_t end) {
    return static_cast<int32_t>(engine_() % static_cast<uint32_t>(end));
  }
  int32_t from(int32_t first, int32_t last) { return first + below(last - first + 1); }
  bool one_in(int32_t n) { return below(n) == 0; }

 private:
  std::mt19937 engine_;
};

struct RandomPlan {
  Network network;
  Date first{kAsOf - 400};
  std::vector<std::vector<bool>> worked;  // the same calendars, said by themselves

  explicit RandomPlan(uint32_t seed) : random_(seed) {
    network.as_of = Date{kAsOf};
    network.commitments_first = !random_.one_in(4);
    for (int t = 0; t < 3; ++t) add_time();
    const int32_t nodes = random_.from(2, 9);
    for (int32_t n = 0; n < nodes; ++n) add_node();
    add_edges(nodes);
  }

 private:
  void add_time() {
    constexpr uint8_t kWeeks[] = {0b0011111, 0b0011111, 0b0001111, 0b1111111, 0b1001010};
    CalendarLayer layer;
    layer.week = WeekPattern{kWeeks[random_.below(5)]};
    std::vector<bool> days;
    for (int32_t d = 0; d < 1200; ++d) days.push_back(layer.week->works(weekday(at(d))));
    for (int32_t left = random_.below(6); left > 0; --left) {
      const int32_t from = 380 + random_.below(80);
      const int32_t to = from + random_.below(4);
      layer.days_off.push_back({at(from), at(to)});
      for (int32_t d = from; d <= to; ++d) days[static_cast<std::size_t>(d)] = false;
    }
    network.times.emplace_back(layer);
    worked.push_back(std::move(days));
  }
  Date at(int32_t d) const { return Date{first.days + d}; }
  Date about(int32_t least, int32_t most) { return Date{kAsOf + random_.from(least, most)}; }

  void add_node() {
    NetworkNode& node = network.nodes.emplace_back();
    node.time = static_cast<uint32_t>(random_.below(3));
    node.length = random_.one_in(5) ? 0 : random_.from(1, 9);
    node.source = node.length > 0 ? LengthSource::estimate : LengthSource::event;
    node.remaining = node.length;
    if (random_.one_in(3)) node.not_before = about(-10, 20);
    if (random_.one_in(3)) node.commitment = about(-10, 40);
    if (random_.one_in(6)) node.deadline = about(-5, 40);
    if (random_.one_in(6)) {
      node.state = PlanState::started;
      if (!random_.one_in(4)) node.started = about(-20, 0);
      if (node.length > 0) node.remaining = random_.from(1, node.length);
    } else if (random_.one_in(8)) {
      node.state = PlanState::done;
      node.finished = about(-12, 0);
      if (random_.one_in(2)) node.started = Date{node.finished->days - random_.below(10)};
    }
  }

  // Over a random order of the nodes, so that their numbers say nothing.
  void add_edges(int32_t nodes) {
    std::vector<uint32_t> order;
    for (int32_t n = 0; n < nodes; ++n) order.push_back(static_cast<uint32_t>(n));
    for (std::size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1],
                order[static_cast<std::size_t>(random_.below(static_cast<int32_t>(i)))]);
    }
    const int32_t edges = random_.below(2 * nodes);
    for (int32_t e = 0; e < edges; ++e) {
      const int32_t a = random_.below(nodes);
      const int32_t b = random_.below(nodes);
      if (a == b) continue;
      NetworkEdge edge;
      edge.from = order[static_cast<std::size_t>(std::min(a, b))];
      edge.to = order[static_cast<std::size_t>(std::max(a, b))];
      edge.relation =
          random_.one_in(2) ? Relation::finish_start : static_cast<Relation>(random_.below(4));
      if (random_.one_in(3)) edge.lag = random_.from(-4, 6);
      edge.wall_lag = edge.lag != 0 && random_.one_in(3);
      network.edges.push_back(edge);
    }
  }

  Random random_;
};

TEST_CASE("random networks have the dates and floats of a schedule worked out day by day",
          "[passes][property]") {
  constexpr int32_t kMost = 45;
  for (uint32_t seed = 1; seed <= 2000; ++seed) {
    INFO("seed " << seed);
    const RandomPlan plan(seed);
    const Network& network = plan.network;
    const SlowSchedule slow(network, plan.first, plan.worked);
    const auto target = static_cast<uint32_t>(seed % network.nodes.size());
    const Passes passes = run_passes(network, Ends{target});
    for (uint32_t n = 0; n < network.nodes.size(); ++n) {
      INFO("item " << n << ", target " << target);
      const NodeDates& dates = passes.dates[n];
      CHECK(to_iso(dates.early_start) == to_iso(slow.dates()[n].start));
      CHECK(to_iso(dates.early_finish) == to_iso(slow.dates()[n].finish));
      if (network.nodes[n].state == PlanState::done) {
        CHECK(dates.total_float == kNoFloat);
        continue;
      }
      // Each costs a whole schedule for each day: a fifth of the items will do.
      if ((seed + n) % 5 != 0) continue;
      int32_t total = n == target ? 0 : slow.total_float(n, target, kMost);
      if (total == kNoFloat) total = slow.total_float(n, kNoNode, kMost);
      if (total != kNoFloat || dates.total_float < kMost) CHECK(dates.total_float == total);
      const int32_t free = std::min(slow.free_float(n, kMost), dates.total_float);
      if (free < kMost || dates.free_float < kMost) CHECK(dates.free_float == free);
      const int32_t bound = slow.commitment_float(n, -60, 60);
      const bool near = dates.commitment_float >= -60 && dates.commitment_float < 60;
      if (bound >= -60 && (near || bound != kNoFloat)) CHECK(dates.commitment_float == bound);
    }
  }
}

TEST_CASE("what holds of every network", "[passes][property]") {
  for (uint32_t seed = 3001; seed <= 4000; ++seed) {
    INFO("seed " << seed);
    const RandomPlan plan(seed);
    const Network& network = plan.network;
    const auto target = static_cast<uint32_t>(seed % network.nodes.size());
    const Passes passes = run_passes(network, Ends{target});
    const Date end = passes.dates[target].early_finish;

    // Nobody is before what they wait for in the order; nothing is cut.
    std::vector<uint32_t> place(network.nodes.size());
    for (uint32_t i = 0; i < passes.order.size(); ++i) place[passes.order[i]] = i;
    for (const NetworkEdge& edge : network.edges) CHECK(place[edge.from] < place[edge.to]);
    CHECK(passes.circles.empty());

    for (uint32_t n = 0; n < network.nodes.size(); ++n) {
      const NodeDates& dates = passes.dates[n];
      const NetworkNode& node = network.nodes[n];
      CHECK(dates.gap >= 0);
      if (node.state == PlanState::done) continue;
      CHECK(dates.early_finish >= network.as_of);
      CHECK(dates.total_float >= 0);
      CHECK(dates.free_float >= 0);
      CHECK(dates.free_float <= dates.total_float);
      CHECK(dates.late_finish >= dates.early_finish);
      CHECK(dates.late_start >= dates.early_start);
    }

    const std::vector<uint32_t> path = longest_path(network, passes, target);
    const std::vector<bool> upstream = upstream_of(network, passes, target);
    CHECK(path.back() == target);
    for (std::size_t i = 0; i < path.size(); ++i) {
      CHECK(upstream[path[i]]);
      if (i == 0) continue;
      const uint32_t edge = passes.dates[path[i]].edge;
      CHECK(network.edges[edge].from == path[i - 1]);
    }
    // With all of its float used the end stays; and earlier never makes it later.
    if (network.nodes[target].state == PlanState::done) continue;
    for (const NodeFloat& one : FloatsTo(network, passes).to(target)) {
      CHECK(one.days == passes.dates[one.node].total_float);
    }
    for (const uint32_t n : path) {
      const int32_t total = passes.dates[n].total_float;
      CHECK(finish_if_moved(network, passes, n, 0, target) == end);
      CHECK(finish_if_moved(network, passes, n, total, target) == end);
      CHECK(finish_if_moved(network, passes, n, -3, target) <= end);
    }
  }
}

TEST_CASE("dates computed again are the same", "[passes][property]") {
  for (uint32_t seed = 1; seed <= 200; ++seed) {
    const RandomPlan plan(seed);
    Passes passes = run_passes(plan.network, Ends{});
    const Passes before = passes;
    run_forward(plan.network, passes);
    for (std::size_t n = 0; n < passes.dates.size(); ++n) {
      CHECK(passes.dates[n].early_start == before.dates[n].early_start);
      CHECK(passes.dates[n].early_finish == before.dates[n].early_finish);
      CHECK(passes.dates[n].edge == before.dates[n].edge);
      CHECK(passes.dates[n].total_float == before.dates[n].total_float);
    }
  }
}

}  // namespace
}  // namespace milepost
