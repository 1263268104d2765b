// Tests of the trials on bare networks: moments, independence, jobs, agreement with the passes.
#include "analyze/trials.h"

#include <cmath>
#include <string>

#include "catch.h"

namespace milepost {
namespace {

const Date kAsOf = *make_date(2026, 6, 1);  // a Monday

struct Plan {
  Network network;
  Doubts doubts;
  TrialOptions options;

  Plan() {
    network.as_of = kAsOf;
    network.commitments_first = false;
    network.times.emplace_back();
  }
  uint32_t task(int32_t length) {
    NetworkNode node;
    node.source = LengthSource::estimate;
    node.length = node.remaining = length;
    network.nodes.push_back(node);
    return static_cast<uint32_t>(network.nodes.size() - 1);
  }
  uint32_t ranged(const std::string& id, Range days) {
    const uint32_t node = task(static_cast<int32_t>(std::ceil(days.likely)));
    doubts.lengths.push_back({node, days, RandomDraws(1, id, DrawPurpose::length)});
    return node;
  }
  uint32_t milestone() {
    NetworkNode node;
    node.kind = PlanKind::milestone;
    node.source = LengthSource::event;
    network.nodes.push_back(node);
    return static_cast<uint32_t>(network.nodes.size() - 1);
  }
  void risk(const std::string& id, double chance, Range days, std::vector<uint32_t> nodes) {
    doubts.delays.push_back({chance, days, RandomDraws(1, id, DrawPurpose::happens),
                             RandomDraws(1, id, DrawPurpose::delay), std::move(nodes)});
  }
  void link(uint32_t from, uint32_t to, Relation relation = Relation::finish_start,
            int32_t lag = 0) {
    network.edges.push_back({from, to, relation, false, lag});
  }
  TrialCounts run() const {
    return run_trials(network, run_passes(network, {options.target}), doubts, options);
  }
};

TEST_CASE("a chain of PERT tasks has the analytic mean and variance", "[analyze][forecast]") {
  Plan plan;
  double mean = 0, variance = 0;
  uint32_t last = kNoNode;
  const Range ranges[] = {{5, 8, 20},  {10, 12, 30}, {3, 10, 12},   {1, 1.5, 9},   {20, 22, 24},
                          {2, 7.5, 8}, {4, 4, 16},   {8, 12.2, 13}, {6, 10, 22.5}, {15, 40, 45}};
  for (const Range& range : ranges) {
    const uint32_t node = plan.ranged("T-" + std::to_string(plan.network.nodes.size()), range);
    if (last != kNoNode) plan.link(last, node);
    last = node;
    const double mu = (range.low + 4 * range.likely + range.high) / 6;
    mean += mu;
    variance += (mu - range.low) * (range.high - mu) / 7;
  }
  plan.options.target = last;
  plan.options.trials = plan.options.samples = 100'000;
  plan.options.jobs = 2;
  double sum = 0, squares = 0;
  const TrialCounts counts = plan.run();
  REQUIRE(counts.samples.size() == 100'000);
  for (const double days : counts.samples) {
    sum += days;
    squares += (days - mean) * (days - mean);
  }
  CHECK(std::abs(sum / 100'000 - mean) < 0.01 * mean);
  CHECK(std::abs(squares / 100'000 - variance) < 0.01 * variance);
}

TEST_CASE("another task changes no draw of those there were", "[analyze][forecast]") {
  Plan plan;
  const uint32_t a = plan.ranged("T-1", {5, 8, 20});
  const uint32_t b = plan.ranged("T-2", {3, 4, 9});
  plan.link(a, b);
  plan.risk("R-1", 0.3, {2, 3, 8}, {b});
  plan.options.target = b;
  plan.options.trials = plan.options.samples = 2'000;
  const TrialCounts before = plan.run();
  // One that runs beside them, and has no say in when they finish.
  plan.doubts.lengths.insert(plan.doubts.lengths.begin(),
                             {plan.task(5), {1, 2, 6}, RandomDraws(1, "T-0", DrawPurpose::length)});
  plan.risk("R-0", 0.5, {1, 1, 1}, {2});
  std::swap(plan.doubts.delays[0], plan.doubts.delays[1]);
  const TrialCounts after = plan.run();
  CHECK(before.samples == after.samples);
}

TEST_CASE("a risk comes true as often as it is likely, and for all that it threatens at once",
          "[analyze][forecast]") {
  Plan plan;
  const uint32_t a = plan.task(10), b = plan.task(10), end = plan.milestone();
  plan.link(a, end);
  plan.link(b, end);
  plan.risk("R-1", 0.3, {5, 5, 5}, {a, b});
  plan.options.target = end;
  plan.options.watched = {end};
  plan.options.trials = 20'000;
  const TrialCounts counts = plan.run();
  // Ten working days from Monday 1 June, then five more if it came true.
  const FinishCounts& finish = counts.finishes[0];
  CHECK(finish.first == *make_date(2026, 6, 12));
  const uint64_t without = finish.by(*make_date(2026, 6, 12));
  CHECK(without == finish.by(*make_date(2026, 6, 18)));
  CHECK(finish.by(*make_date(2026, 6, 19)) == 20'000);
  CHECK(std::abs(static_cast<double>(without) / 20'000 - 0.7) < 0.01);
}

TEST_CASE("what is never on the longest path is never critical", "[analyze][forecast]") {
  Plan plan;
  const uint32_t slow = plan.ranged("T-1", {10, 12, 20}), close = plan.ranged("T-2", {9, 12, 20}),
                 quick = plan.ranged("T-3", {1, 2, 3}), last = plan.task(2), end = plan.milestone();
  for (const uint32_t node : {slow, close, quick}) plan.link(node, last);
  plan.link(last, end);
  plan.options.target = end;
  plan.options.trials = 5'000;
  const TrialCounts counts = plan.run();
  CHECK(counts.on_path[slow] + counts.on_path[close] == 5'000);
  CHECK(counts.on_path[slow] > counts.on_path[close]);
  CHECK(counts.on_path[close] > 1'500);
  CHECK(counts.on_path[quick] == 0);
  CHECK(counts.on_path[last] == 5'000);
  CHECK(counts.on_path[end] == 5'000);
}

// A small generator for random plans; nothing of the code under test.
struct Dice {
  uint64_t state;
  uint32_t below(uint32_t n) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>((state >> 33u) % n);
  }
  bool chance(uint32_t percent) { return below(100) < percent; }
};

Plan random_plan(uint64_t seed) {
  Dice dice{seed * 2 + 1};
  Plan plan;
  plan.network.commitments_first = dice.chance(60);
  for (int i = 0; i < 2; ++i) {
    CalendarLayer layer;
    layer.week = WeekPattern{static_cast<uint8_t>(i == 0 ? 0b0011111 : 0b1001111)};
    for (uint32_t n = dice.below(6); n > 0; --n) {
      const Date day = add_days(kAsOf, dice.below(60));
      layer.days_off.push_back({day, add_days(day, dice.below(5))});
    }
    plan.network.times.emplace_back(layer);
  }
  const uint32_t count = 5 + dice.below(25);
  for (uint32_t i = 0; i < count; ++i) {
    NetworkNode node;
    node.time = dice.below(3);
    if (dice.chance(25)) {
      node.kind = PlanKind::milestone;
      node.source = LengthSource::event;
    } else if (!dice.chance(15)) {
      node.source = LengthSource::estimate;
      node.length = node.remaining = static_cast<int32_t>(1 + dice.below(12));
    }
    const uint32_t state = dice.below(100);
    if (dice.chance(15)) {
      constexpr NodePart kParts[] = {NodePart::begin, NodePart::first, NodePart::end};
      node = NetworkNode{};
      node.part = kParts[dice.below(3)];
      plan.network.nodes.push_back(node);
      continue;
    }
    if (state < 15) {
      node.state = PlanState::done;
      node.started = add_days(kAsOf, -20 + static_cast<int32_t>(dice.below(10)));
      node.finished = add_days(kAsOf, -9 + static_cast<int32_t>(dice.below(9)));
    } else if (state < 40) {
      node.state = PlanState::started;
      node.remaining = static_cast<int32_t>(dice.below(8));
      if (dice.chance(70))
        node.started = add_days(kAsOf, -1 - static_cast<int32_t>(dice.below(15)));
    }
    if (dice.chance(20)) node.not_before = add_days(kAsOf, dice.below(40));
    if (dice.chance(10)) node.told = add_days(kAsOf, dice.below(60));
    if (dice.chance(30)) {
      node.commitment = add_days(kAsOf, static_cast<int32_t>(dice.below(80)) - 10);
    }
    plan.network.nodes.push_back(node);
  }
  for (uint32_t i = 0; i < count * 2; ++i) {
    const uint32_t from = dice.below(count), to = dice.below(count);
    if (from >= to) continue;
    NetworkEdge edge{from, to, static_cast<Relation>(dice.below(4)), dice.chance(10), 0};
    if (dice.chance(50)) edge.lag = static_cast<int32_t>(dice.below(9)) - 3;
    plan.network.edges.push_back(edge);
  }
  return plan;
}

TEST_CASE("with nothing uncertain a trial gives the dates of the passes", "[analyze][forecast]") {
  for (uint64_t seed = 1; seed <= 500; ++seed) {
    Plan plan = random_plan(seed);
    const Passes passes = run_passes(plan.network, {});
    for (uint32_t i = 0; i < plan.network.nodes.size(); ++i) {
      const NetworkNode& node = plan.network.nodes[i];
      if (node.state == PlanState::done) continue;
      plan.options.watched.push_back(i);
      const double left =
          node.state == PlanState::started ? std::max(node.remaining, 1) : node.length;
      // Some of them, so that certain and uncertain nodes meet.
      if (node.length > 0 && (i + seed) % 3 != 0) {
        plan.doubts.lengths.push_back({i, {left, left, left}, {}});
      }
    }
    plan.options.trials = 1;
    const TrialCounts counts = run_trials(plan.network, passes, plan.doubts, plan.options);
    for (std::size_t i = 0; i < plan.options.watched.size(); ++i) {
      if (counts.finishes[i].counts.empty()) continue;
      INFO("plan " << seed << ", node " << plan.options.watched[i]);
      REQUIRE(to_iso(counts.finishes[i].quantile(500)) ==
              to_iso(passes.dates[plan.options.watched[i]].early_finish));
    }
  }
}

TEST_CASE("one job or eight, the counts are the same", "[analyze][forecast]") {
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    Plan plan = random_plan(seed);
    for (uint32_t i = 0; i < plan.network.nodes.size(); ++i) {
      const NetworkNode& node = plan.network.nodes[i];
      if (node.state == PlanState::done) continue;
      plan.options.watched.push_back(i);
      const RandomDraws draws(seed, std::to_string(i), DrawPurpose::length);
      if (node.length > 0) plan.doubts.lengths.push_back({i, {1, 3.0 + i % 5, 12}, draws});
    }
    plan.options.target = plan.options.watched.back();
    plan.options.trials = 1'000;
    plan.options.samples = 500;
    plan.options.jobs = 1;
    const TrialCounts one = plan.run();
    plan.options.jobs = 8;
    const TrialCounts eight = plan.run();
    CHECK(one.samples == eight.samples);
    CHECK(one.on_path == eight.on_path);
    for (std::size_t i = 0; i < one.finishes.size(); ++i) {
      CHECK(one.finishes[i].first == eight.finishes[i].first);
      CHECK(one.finishes[i].counts == eight.finishes[i].counts);
    }
  }
}

}  // namespace
}  // namespace milepost
