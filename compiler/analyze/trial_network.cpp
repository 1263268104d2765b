// Packs the uncertain part of a network.
#include "analyze/trial_network.h"

#include <algorithm>

namespace milepost {
namespace {

class Packer {
 public:
  Packer(const Network& network, const Passes& passes, const Doubts& doubts,
         const std::vector<bool>& uncertain)
      : network_(network), passes_(passes), doubts_(doubts), uncertain_(uncertain) {}

  TrialNetwork pack(int32_t days) {
    const std::size_t count = network_.nodes.size();
    packed_.place_of.assign(count, kNoNode);
    for (const uint32_t n : passes_.order) {
      if (!uncertain_[n]) continue;
      packed_.place_of[n] = static_cast<uint32_t>(packed_.nodes.size());
      packed_.nodes.emplace_back().node = n;
    }
    make_tables(days);
    for (uint32_t i = 0; i < doubts_.lengths.size(); ++i) {
      const uint32_t place = packed_.place_of[doubts_.lengths[i].node];
      if (place != kNoNode) packed_.nodes[place].length = i;
    }
    add_delays();
    for (TrialNode& node : packed_.nodes) fill(node);
    return std::move(packed_);
  }

 private:
  double moment(Date day) const { return static_cast<double>(days_between(network_.as_of, day)); }

  void make_tables(int32_t days) {
    std::vector<bool> used(network_.times.size(), false);
    for (const TrialNode& node : packed_.nodes) used[network_.nodes[node.node].time] = true;
    packed_.tables.reserve(used.size());
    for (std::size_t i = 0; i < used.size(); ++i) {
      packed_.tables.emplace_back(network_.times[i], network_.as_of, used[i] ? days : 1);
    }
  }

  void add_delays() {
    std::vector<std::pair<uint32_t, uint32_t>> pairs;
    for (uint32_t i = 0; i < doubts_.delays.size(); ++i) {
      for (const uint32_t node : doubts_.delays[i].nodes) {
        if (packed_.place_of[node] != kNoNode) pairs.emplace_back(packed_.place_of[node], i);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    std::size_t at = 0;
    for (uint32_t place = 0; place < packed_.nodes.size(); ++place) {
      packed_.nodes[place].delays_begin = static_cast<uint32_t>(packed_.delays.size());
      for (; at < pairs.size() && pairs[at].first == place; ++at) {
        packed_.delays.push_back(pairs[at].second);
      }
      packed_.nodes[place].delays_end = static_cast<uint32_t>(packed_.delays.size());
    }
  }

  void fill(TrialNode& node) {
    const NetworkNode& item = network_.nodes[node.node];
    const DayTable& table = packed_.tables[item.time];
    const bool started = item.state == PlanState::started;
    node.time = item.time;
    node.part = item.part;
    node.event = item.part != NodePart::whole || item.length <= 0;
    node.start_known = started && item.started;
    if (node.start_known) node.known_start = moment(*item.started);
    if (item.part != NodePart::whole) {
      const double shown = item.part == NodePart::end ? 1 : 0;
      if (item.not_before) node.least = moment(*item.not_before) + shown;
    } else {
      node.own_start = item.not_before.has_value();
      node.remaining = started ? std::max(item.remaining, 1) : item.length;
      node.least = node.event ? 1 : table.rank(0);
      if (item.not_before && !started) {
        const double own = moment(*item.not_before);
        node.least = std::max(node.least, node.event ? own + 1 : table.rank(own));
      }
      if (network_.commitments_first && item.commitment) {
        node.held = moment(*item.commitment) + 1;
      }
      if (item.told) node.told = moment(*item.told) + 1;
      node.started = started;
    }
    node.arcs_begin = static_cast<uint32_t>(packed_.arcs.size());
    for (uint32_t i = passes_.in_offsets[node.node]; i < passes_.in_offsets[node.node + 1]; ++i) {
      const NetworkEdge& edge = network_.edges[passes_.incoming[i]];
      const TrialArc arc{packed_.place_of[edge.from], edge.relation, edge.wall_lag, edge.lag};
      if (arc.from == kNoNode) {
        add_certain(node, arc, table, edge.from);
      } else {
        packed_.arcs.push_back(arc);
      }
    }
    node.arcs_end = static_cast<uint32_t>(packed_.arcs.size());
  }

  void add_certain(TrialNode& node, const TrialArc& arc, const DayTable& table, uint32_t from) {
    const NodeDates& dates = passes_.dates[from];
    const TrialArrival arrival =
        arrival_of(arc, node, table, moment(dates.early_start), moment(dates.early_finish) + 1);
    const bool done = network_.nodes[from].state == PlanState::done;
    const auto keep = [&](double value, double& best, uint32_t& by) {
      const bool better =
          node.part == NodePart::first && best != kNoMoment ? value < best : value > best;
      if (!better) return;
      best = value;
      by = done ? kNoNode : from;
    };
    keep(arrival.start, node.certain.start, node.certain_start_by);
    keep(arrival.finish, node.certain.finish, node.certain_finish_by);
  }

  const Network& network_;
  const Passes& passes_;
  const Doubts& doubts_;
  const std::vector<bool>& uncertain_;
  TrialNetwork packed_;
};

}  // namespace

TrialArrival arrival_of(const TrialArc& arc, const TrialNode& to, const DayTable& table,
                        double start, double finish) {
  double from = from_start(arc.relation) ? start : finish;
  int32_t lag = arc.lag;
  if (arc.wall_lag) {
    from += lag;
    lag = 0;
  }
  TrialArrival arrival;
  if (to.part == NodePart::begin || to.part == NodePart::first) {
    arrival.finish = lag == 0 ? from : table.begun(table.rank(from) + lag);
  } else if (!to.event) {
    const double rank = table.rank(from) + lag;
    (to_start(arc.relation) ? arrival.start : arrival.finish) = rank;
  } else if (from_start(arc.relation)) {
    // It shows the day of the start that it waits for.
    arrival.finish = std::floor(lag == 0 ? from : table.begun(table.rank(from) + lag)) + 1;
  } else {
    arrival.finish = lag == 0 ? from : table.over(table.rank(from) + lag);
  }
  return arrival;
}

TrialNetwork pack_network(const Network& network, const Passes& passes, const Doubts& doubts,
                          const std::vector<bool>& uncertain, int32_t days) {
  return Packer(network, passes, doubts, uncertain).pack(days);
}

}  // namespace milepost
