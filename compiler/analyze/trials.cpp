// Runs the trials and counts what came of them.
#include "analyze/trials.h"

#include <algorithm>
#include <functional>
#include <mutex>

#include "analyze/trial_network.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

constexpr uint32_t kCertain = kNoNode;      // of Best: a predecessor outside the trial
constexpr uint32_t kNothing = kNoNode - 1;  // … or none at all

// One future, and room for it.
class Trial {
 public:
  Trial(const TrialNetwork& packed, const Doubts& doubts, const PertQuantiles& quantiles,
        const std::vector<RangeShape>& lengths, const std::vector<RangeShape>& delays)
      : packed_(packed),
        doubts_(doubts),
        quantiles_(quantiles),
        lengths_(lengths),
        delays_(delays),
        late_(doubts.delays.size()),
        begun_(packed.nodes.size()),
        over_(packed.nodes.size()),
        best_(packed.nodes.size()),
        best_by_(packed.nodes.size()) {}

  void run(uint64_t number) {
    for (std::size_t i = 0; i < late_.size(); ++i) {
      const DelayDoubt& doubt = doubts_.delays[i];
      late_[i] = doubt.happens.at(number) < doubt.chance
                     ? quantiles_.at(delays_[i], doubt.length.at(number))
                     : 0;
    }
    forward([&](uint32_t doubt) {
      return quantiles_.at(lengths_[doubt], doubts_.lengths[doubt].draws.at(number));
    });
  }

  /// The earliest (or latest) that can be.
  void run_extreme(bool latest) {
    for (std::size_t i = 0; i < late_.size(); ++i) {
      const DelayDoubt& doubt = doubts_.delays[i];
      const bool happens = latest ? doubt.chance > 0 : doubt.chance >= 1;
      late_[i] = !happens ? 0 : latest ? doubt.days.high : doubt.days.low;
    }
    forward([&](uint32_t doubt) {
      const Range& days = doubts_.lengths[doubt].days;
      return latest ? days.high : days.low;
    });
  }

  double over(uint32_t place) const { return over_[place]; }
  /// The predecessor the path goes back over: a place, kCertain (then `certain`) or kNothing.
  uint32_t best(uint32_t place) const { return best_[place]; }
  uint32_t certain(uint32_t place) const { return best_by_[place]; }

 private:
  template <typename F>
  void forward(F&& length_of) {
    for (uint32_t i = 0; i < packed_.nodes.size(); ++i) {
      const TrialNode& node = packed_.nodes[i];
      const DayTable& table = packed_.tables[node.time];
      if (!node.event) {
        work(i, node, table, node.length == kNoNode ? node.remaining : length_of(node.length));
      } else if (node.part == NodePart::first) {
        first_part(i, node, table);
      } else {
        event(i, node, table);
      }
    }
  }

  double delay_of(const TrialNode& node) const {
    double days = 0;
    for (uint32_t i = node.delays_begin; i < node.delays_end; ++i) days += late_[packed_.delays[i]];
    return days;
  }

  void work(uint32_t place, const TrialNode& node, const DayTable& table, double length) {
    double start = node.certain.start, finish = node.certain.finish;
    uint32_t start_from = kCertain, finish_from = kCertain;
    for (uint32_t a = node.arcs_begin; a < node.arcs_end; ++a) {
      const TrialArc& arc = packed_.arcs[a];
      const TrialArrival arrival = arrival_of(arc, node, table, begun_[arc.from], over_[arc.from]);
      if (arrival.start > start) {
        start = arrival.start;
        start_from = arc.from;
      }
      if (arrival.finish > finish) {
        finish = arrival.finish;
        finish_from = arc.from;
      }
    }
    if (start == kNoMoment && finish == kNoMoment) {
      best_[place] = kNothing;
    } else if (start + length >= finish) {
      best_[place] = start_from;
      best_by_[place] = node.certain_start_by;
    } else {
      best_[place] = finish_from;
      best_by_[place] = node.certain_finish_by;
    }
    start = std::max(start, node.least);
    double rank = start + length;
    if (finish > rank) {
      rank = finish;
      start = rank - length;
    }
    double moment = table.over(rank);
    if (node.held > moment) {
      moment = node.held;
      rank = table.rank(moment);
      if (!node.own_start) start = rank - length;
    }
    if (node.told > moment) {
      moment = node.told;
      rank = table.rank(moment);
      if (!node.started) start = std::max(start, rank - length);
    }
    if (const double delay = delay_of(node); delay > 0) moment = table.over(rank + delay);
    over_[place] = moment;
    begun_[place] = node.start_known ? node.known_start : table.begun(start);
  }

  void event(uint32_t place, const TrialNode& node, const DayTable& table) {
    double moment = node.certain.finish;
    best_[place] = moment == kNoMoment ? kNothing : kCertain;
    best_by_[place] = node.certain_finish_by;
    for (uint32_t a = node.arcs_begin; a < node.arcs_end; ++a) {
      const TrialArc& arc = packed_.arcs[a];
      const double arrival = arrival_of(arc, node, table, begun_[arc.from], over_[arc.from]).finish;
      if (arrival <= moment) continue;
      moment = arrival;
      best_[place] = arc.from;
    }
    moment = std::max({moment, node.least, node.held});
    double begins = moment;
    if (node.told > moment) {
      moment = node.told;
      if (!node.started) begins = moment;
    }
    if (const double delay = delay_of(node); delay > 0) {
      begins = moment = table.over(table.rank(moment) + delay);
    }
    show_event(place, node, moment, begins);
  }

  // The earliest part of a summary.
  void first_part(uint32_t place, const TrialNode& node, const DayTable& table) {
    double moment = node.certain.finish;
    best_[place] = moment == kNoMoment ? kNothing : kCertain;
    best_by_[place] = node.certain_finish_by;
    for (uint32_t a = node.arcs_begin; a < node.arcs_end; ++a) {
      const TrialArc& arc = packed_.arcs[a];
      const double arrival = arrival_of(arc, node, table, begun_[arc.from], over_[arc.from]).finish;
      if (moment != kNoMoment && arrival >= moment) continue;
      moment = arrival;
      best_[place] = arc.from;
    }
    moment = std::max(moment, node.least);
    show_event(place, node, moment, moment);
  }

  // Beginnings lie at the beginning of the day they show, other events at its end.
  void show_event(uint32_t place, const TrialNode& node, double moment, double begins) {
    const bool at_beginning = node.part == NodePart::begin || node.part == NodePart::first;
    begun_[place] = at_beginning ? moment : std::ceil(begins) - 1;
    over_[place] = at_beginning ? std::floor(moment) + 1 : moment;
    if (node.start_known) begun_[place] = std::min(node.known_start, begun_[place]);
  }

  const TrialNetwork& packed_;
  const Doubts& doubts_;
  const PertQuantiles& quantiles_;
  const std::vector<RangeShape>& lengths_;
  const std::vector<RangeShape>& delays_;
  std::vector<double> late_;  // by doubt
  std::vector<double> begun_, over_;
  std::vector<uint32_t> best_, best_by_;
};

// The day on which something that is over at `moment` shows, counted from as-of.
int64_t day_of(double moment) {
  return static_cast<int64_t>(std::ceil(moment)) - 1;
}

class TrialRun {
 public:
  TrialRun(const Network& network, const Passes& passes, const Doubts& doubts,
           const TrialOptions& options)
      : network_(network), passes_(passes), doubts_(doubts), options_(options) {}

  TrialCounts run() {
    for (const LengthDoubt& doubt : doubts_.lengths)
      lengths_.push_back(quantiles_.shape(doubt.days));
    for (const DelayDoubt& doubt : doubts_.delays) delays_.push_back(quantiles_.shape(doubt.days));
    pack();
    lay_out();
    total_.on_path.assign(network_.nodes.size(), 0);
    for_each_range(options_.jobs, options_.trials,
                   [&](std::size_t first, std::size_t last) { run_range(first, last); });
    spread_path();
    for (std::size_t i = 0; i < options_.watched.size(); ++i) {
      const auto begin = counts_.begin() + offsets_[i];
      total_.finishes[i].counts.assign(begin, counts_.begin() + offsets_[i + 1]);
    }
    return std::move(total_);
  }

 private:
  using Offset = std::ptrdiff_t;

  // The tables have to reach as far as anything can: a first look tells how far.
  void pack() {
    constexpr double kMostReach = 40'000, kMore = 1.25;
    const std::vector<bool> uncertain = uncertain_nodes(network_, passes_, doubts_, options_);
    double reach = 100;
    for (uint32_t n = 0; n < uncertain.size(); ++n) {
      if (!uncertain[n]) continue;
      const auto days = days_between(network_.as_of, passes_.dates[n].early_finish);
      reach = std::max(reach, static_cast<double>(days) * kMore);
    }
    const auto pack_for = [&](double days) {
      packed_ = pack_network(network_, passes_, doubts_, uncertain,
                             static_cast<int32_t>(std::min(days, kMostReach)));
    };
    pack_for(reach);
    Trial latest(packed_, doubts_, quantiles_, lengths_, delays_);
    latest.run_extreme(true);
    double last = 0;
    for (uint32_t i = 0; i < packed_.nodes.size(); ++i) last = std::max(last, latest.over(i));
    if (last >= reach) pack_for(last * kMore);
  }

  // Room for the days between the earliest and the latest finish of each watched node.
  void lay_out() {
    Trial earliest(packed_, doubts_, quantiles_, lengths_, delays_);
    earliest.run_extreme(false);
    Trial latest(packed_, doubts_, quantiles_, lengths_, delays_);
    latest.run_extreme(true);
    constexpr int64_t kMostDays = 50'000;
    for (const uint32_t node : options_.watched) {
      FinishCounts& finish = total_.finishes.emplace_back();
      finish.node = node;
      const uint32_t place = packed_.place_of[node];
      offsets_.push_back(static_cast<Offset>(counts_.size()));
      if (place == kNoNode) continue;
      const int64_t first = day_of(earliest.over(place));
      const int64_t days =
          std::clamp<int64_t>(day_of(latest.over(place)) - first + 1, 1, kMostDays);
      finish.first = add_days(network_.as_of, first);
      counts_.resize(counts_.size() + static_cast<std::size_t>(days));
    }
    offsets_.push_back(static_cast<Offset>(counts_.size()));
    if (options_.target != kNoNode)
      total_.samples.resize(std::min(options_.samples, options_.trials));
  }

  void run_range(std::size_t first, std::size_t last) {
    Trial trial(packed_, doubts_, quantiles_, lengths_, delays_);
    std::vector<uint32_t> counts(counts_.size()), on_path(network_.nodes.size());
    const uint32_t target =
        options_.target == kNoNode ? kNoNode : packed_.place_of[options_.target];
    for (std::size_t number = first; number < last; ++number) {
      trial.run(number);
      count_finishes(trial, counts);
      if (target == kNoNode) continue;
      if (number < total_.samples.size()) {
        const TrialNode& node = packed_.nodes[target];
        total_.samples[number] = packed_.tables[node.time].rank(trial.over(target));
      }
      for (uint32_t at = target;;) {
        ++on_path[packed_.nodes[at].node];
        const uint32_t next = trial.best(at);
        if (next == kCertain && trial.certain(at) != kNoNode) ++on_path[trial.certain(at)];
        if (next == kCertain || next == kNothing) break;
        at = next;
      }
    }
    const std::lock_guard guard(mutex_);
    for (std::size_t i = 0; i < counts.size(); ++i) counts_[i] += counts[i];
    for (std::size_t i = 0; i < on_path.size(); ++i) total_.on_path[i] += on_path[i];
  }

  void count_finishes(const Trial& trial, std::vector<uint32_t>& counts) const {
    for (std::size_t i = 0; i < options_.watched.size(); ++i) {
      const uint32_t place = packed_.place_of[options_.watched[i]];
      if (place == kNoNode) continue;
      const int64_t day =
          day_of(trial.over(place)) - days_between(network_.as_of, total_.finishes[i].first);
      const Offset room = offsets_[i + 1] - offsets_[i] - 1;
      const Offset at = offsets_[i] + std::clamp<int64_t>(day, 0, room);
      ++counts[static_cast<std::size_t>(at)];
    }
  }

  // Behind a certain node the path is the same each time.
  void spread_path() {
    if (options_.target == kNoNode) return;
    if (packed_.place_of[options_.target] == kNoNode) {
      total_.on_path[options_.target] = options_.trials;
    }
    for (auto n = passes_.order.rbegin(); n != passes_.order.rend(); ++n) {
      const uint32_t edge = passes_.dates[*n].edge;
      if (total_.on_path[*n] == 0 || packed_.place_of[*n] != kNoNode || edge == kNoEdge) continue;
      const uint32_t from = network_.edges[edge].from;
      if (network_.nodes[from].state == PlanState::done) continue;
      total_.on_path[from] += total_.on_path[*n];
    }
  }

  const Network& network_;
  const Passes& passes_;
  const Doubts& doubts_;
  const TrialOptions& options_;
  PertQuantiles quantiles_;
  std::vector<RangeShape> lengths_, delays_;
  TrialNetwork packed_;
  std::vector<Offset> offsets_;  // of each watched node, into counts_
  std::vector<uint32_t> counts_;
  TrialCounts total_;
  std::mutex mutex_;
};

}  // namespace

Date FinishCounts::quantile(uint32_t per_mille) const {
  uint64_t all = 0;
  for (const uint32_t count : counts) all += count;
  const uint64_t wanted = (all * per_mille + 999) / 1000;
  uint64_t seen = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    seen += counts[i];
    if (seen >= wanted) return add_days(first, static_cast<int64_t>(i));
  }
  return first;
}

uint64_t FinishCounts::by(Date day) const {
  uint64_t seen = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (add_days(first, static_cast<int64_t>(i)) <= day) seen += counts[i];
  }
  return seen;
}

std::vector<bool> uncertain_nodes(const Network& network, const Passes& passes,
                                  const Doubts& doubts, const TrialOptions& options) {
  std::vector<bool> reached(network.nodes.size(), false), wanted(network.nodes.size(), false);
  for (const LengthDoubt& doubt : doubts.lengths) reached[doubt.node] = true;
  for (const DelayDoubt& doubt : doubts.delays) {
    for (const uint32_t node : doubt.nodes) reached[node] = true;
  }
  for (const uint32_t node : options.watched) wanted[node] = true;
  if (options.target != kNoNode) wanted[options.target] = true;
  for (const uint32_t n : passes.order) {
    for (uint32_t i = passes.in_offsets[n]; i < passes.in_offsets[n + 1] && !reached[n]; ++i) {
      reached[n] = reached[network.edges[passes.incoming[i]].from];
    }
    if (network.nodes[n].state == PlanState::done) reached[n] = false;
  }
  for (auto n = passes.order.rbegin(); n != passes.order.rend(); ++n) {
    for (uint32_t i = passes.out_offsets[*n]; i < passes.out_offsets[*n + 1] && !wanted[*n]; ++i) {
      wanted[*n] = wanted[network.edges[passes.outgoing[i]].to];
    }
    reached[*n] = reached[*n] && wanted[*n];
  }
  return reached;
}

TrialCounts run_trials(const Network& network, const Passes& passes, const Doubts& doubts,
                       const TrialOptions& options) {
  return TrialRun(network, passes, doubts, options).run();
}

}  // namespace milepost
