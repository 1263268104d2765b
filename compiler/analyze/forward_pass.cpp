// Takes the latest of what holds an item: as-of, its own dates, and each of its predecessors.
#include "analyze/forward_pass.h"

#include <algorithm>

namespace milepost {
namespace {

// What one predecessor asks of an item.
struct Arrival {
  uint32_t edge = kNoEdge;
  Date start, finish;  // of the item, if nothing else held it
};

class EarlyDates {
 public:
  EarlyDates(const Network& network, const Passes& passes, uint32_t number,
             std::span<NodeDates> dates)
      : network_(network),
        passes_(passes),
        number_(number),
        node_(network.nodes[number]),
        time_(network.times[node_.time]),
        length_(length_left(node_)),
        dates_(dates),
        out_(dates[number]) {}

  void set() {
    out_.edge = kNoEdge;
    out_.gap = 0;
    for (uint32_t i = passes_.in_offsets[number_]; i < passes_.in_offsets[number_ + 1]; ++i) {
      consider(passes_.incoming[i]);
    }
    if (node_.state == PlanState::done) {
      set_done();
    } else if (node_.part != NodePart::whole) {
      set_part();
    } else if (length_ > 0) {
      set_work();
    } else {
      set_event();
    }
    if (node_.told && node_.state != PlanState::done) be_told(*node_.told);
    const Arrival& counts = counted();
    out_.edge = counts.edge;
    if (counts.edge != kNoEdge) {
      out_.gap = static_cast<int32_t>(
          std::max<int64_t>(0, time_.between(counts.finish, out_.early_finish)));
    }
  }

 private:
  // The boundary an edge counts from, in days: calendar days of lag are on it already.
  void consider(uint32_t number) {
    const NetworkEdge& edge = network_.edges[number];
    const NodeDates& from = dates_[edge.from];
    const bool at_start = from_start(edge.relation);
    Date boundary = at_start ? from.early_start : add_days(from.early_finish, 1);
    int32_t lag = edge.lag;
    if (edge.wall_lag) {
      boundary = add_days(boundary, lag);
      lag = 0;
    }
    Arrival arrival{number, {}, {}};
    if (node_.part == NodePart::begin || node_.part == NodePart::first) {
      arrival.finish = lag == 0 ? boundary : day_at(time_, boundary, lag);
      arrival.start = arrival.finish;
    } else if (length_ == 0 || node_.state == PlanState::done) {
      const int shown = at_start ? 0 : 1;
      arrival.finish =
          lag == 0 ? add_days(boundary, -shown) : day_at(time_, boundary, int64_t{lag} - shown);
      arrival.start = arrival.finish;
    } else if (to_start(edge.relation)) {
      arrival.start = day_at(time_, boundary, lag);
      arrival.finish = time_.add(arrival.start, length_ - 1);
    } else {
      arrival.finish = day_at(time_, boundary, int64_t{lag} - 1);
      arrival.start = time_.add(arrival.finish, -(int64_t{length_} - 1));
    }
    const bool open = network_.nodes[edge.from].state != PlanState::done;
    if (node_.part == NodePart::first) {
      if (latest_.edge != kNoEdge && arrival.finish >= latest_.finish) return;
      latest_ = arrival;
      open_ = open ? arrival : Arrival{};
      return;
    }
    keep_later(latest_, arrival);
    if (open) keep_later(open_, arrival);
    if (to_start(edge.relation)) {
      keep_later_start(arrival);
    } else if (finish_edge_ == kNoEdge || arrival.finish > by_finish_) {
      by_finish_ = arrival.finish;
      finish_edge_ = number;
    }
  }

  static void keep_later(Arrival& kept, const Arrival& arrival) {
    const bool later = kept.edge == kNoEdge || arrival.finish > kept.finish ||
                       (arrival.finish == kept.finish && arrival.start > kept.start);
    if (later) kept = arrival;
  }
  void keep_later_start(const Arrival& arrival) {
    if (start_edge_ != kNoEdge && arrival.start <= by_start_) return;
    by_start_ = arrival.start;
    start_edge_ = arrival.edge;
  }

  // The arrival that the longest path goes back over.
  Arrival counted() const {
    if (node_.state == PlanState::done) return latest_;
    const bool by_lag = latest_.edge != kNoEdge && latest_.finish == out_.early_finish &&
                        latest_.finish > network_.as_of &&
                        (open_.edge == kNoEdge || latest_.finish > open_.finish);
    return by_lag ? latest_ : open_;
  }

  void be_told(Date finish) {
    if (finish <= out_.early_finish) return;
    out_.early_finish = finish;
    out_.finishes = Driver::told;
    if (node_.state == PlanState::started) return;
    const Date start =
        length_ > 0 ? time_.add(time_.on_or_before(finish), -(int64_t{length_} - 1)) : finish;
    out_.early_start = std::max(out_.early_start, start);
  }

  void set_done() {
    out_.early_finish = node_.finished.value_or(network_.as_of);
    out_.finishes = Driver::actual;
    out_.early_start = node_.started.value_or(out_.early_finish);
    out_.starts = node_.started ? Driver::actual : Driver::none;
  }

  void set_part() {
    out_.finishes = Driver::none;
    out_.early_finish = network_.as_of;
    if (latest_.edge != kNoEdge) {
      out_.early_finish = latest_.finish;
      out_.finishes = Driver::edge;
    }
    if (node_.not_before && (latest_.edge == kNoEdge || *node_.not_before > out_.early_finish)) {
      out_.early_finish = *node_.not_before;
      out_.finishes = Driver::not_before;
    }
    out_.early_start = out_.early_finish;
    out_.starts = out_.finishes;
  }

  void set_work() {
    const bool started = node_.state == PlanState::started;
    Date start = time_.on_or_after(network_.as_of);
    Driver driver = Driver::as_of;
    const bool own_start = !started && node_.not_before;
    if (own_start) {
      const Date own = time_.on_or_after(*node_.not_before);
      if (own >= start) {
        start = own;
        driver = Driver::not_before;
      }
    }
    if (start_edge_ != kNoEdge && by_start_ >= start) {
      start = by_start_;
      driver = Driver::edge;
    }
    Date finish = time_.add(start, length_ - 1);
    if (finish_edge_ != kNoEdge && by_finish_ > finish) {
      finish = by_finish_;
      start = time_.add(finish, -(int64_t{length_} - 1));
      driver = Driver::edge;
    }
    out_.starts = out_.finishes = driver;
    if (network_.commitments_first && node_.commitment && *node_.commitment > finish) {
      finish = *node_.commitment;
      out_.finishes = Driver::commitment;
      if (!node_.not_before) {
        start = time_.add(time_.on_or_before(finish), -(int64_t{length_} - 1));
        out_.starts = Driver::commitment;
      }
    }
    out_.early_start = start;
    out_.early_finish = finish;
    if (started && node_.started) {
      out_.early_start = *node_.started;
      out_.starts = Driver::actual;
    }
  }

  void set_event() {
    Date finish = network_.as_of;
    Driver driver = Driver::as_of;
    const auto hold = [&](Date date, Driver by) {
      if (date < finish) return;
      finish = date;
      driver = by;
    };
    if (node_.not_before && node_.state == PlanState::waiting) {
      hold(*node_.not_before, Driver::not_before);
    }
    if (latest_.edge != kNoEdge) hold(latest_.finish, Driver::edge);
    if (network_.commitments_first && node_.commitment && *node_.commitment > finish) {
      hold(*node_.commitment, Driver::commitment);
    }
    out_.early_start = out_.early_finish = finish;
    out_.finishes = driver;
    out_.starts =
        node_.source == LengthSource::event || driver == Driver::not_before ? driver : Driver::none;
    if (node_.state == PlanState::started && node_.started) {
      out_.early_start = std::min(*node_.started, finish);
      out_.starts = Driver::actual;
    }
  }

  const Network& network_;
  const Passes& passes_;
  uint32_t number_;
  const NetworkNode& node_;
  const WorkingTime& time_;
  int32_t length_;
  std::span<NodeDates> dates_;
  NodeDates& out_;
  Arrival latest_, open_;  // of all predecessors; of those not done
  Date by_start_, by_finish_;
  uint32_t start_edge_ = kNoEdge, finish_edge_ = kNoEdge;
};

}  // namespace

Date day_at(const WorkingTime& time, Date boundary, int64_t n) {
  return n >= 0 ? time.add(add_days(boundary, -1), n + 1) : time.add(boundary, n);
}

int32_t length_left(const NetworkNode& node) {
  if (node.part != NodePart::whole || node.length <= 0) return 0;
  return node.state == PlanState::started ? std::max(node.remaining, 1) : node.length;
}

void set_early_dates(const Network& network, const Passes& passes, uint32_t node,
                     std::span<NodeDates> dates) {
  EarlyDates(network, passes, node, dates).set();
}

}  // namespace milepost
