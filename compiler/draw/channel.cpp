// Chooses tracks, as one does for the wires of a circuit.
#include "draw/channel.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <set>

namespace milepost {
namespace {

constexpr int32_t kNear = 7;  // px: level runs that are nearer would touch

// A turn of a joint: a line from one height to others.
struct Turn {
  uint32_t joint = 0;
  bool second = false;        // the last part of a joint that turns twice
  int32_t low = 0, high = 0;  // from the upper end to the lower
  std::vector<int32_t> from;  // heights of level runs that end here from the left
  std::vector<uint32_t> lines;
  int32_t to = 0;  // of the level run that begins here
};

bool overlap(const Turn& a, const Turn& b) {
  return a.low - kNear < b.high && b.low - kNear < a.high;
}

bool near(int32_t a, int32_t b) {
  return std::abs(a - b) < kNear;
}

class Router {
 public:
  Router(const std::vector<int32_t>& enters, const std::vector<ChannelJoint>& joints)
      : enters_(enters), joints_(joints) {
    channel_.turns.resize(joints.size());
    for (uint32_t i = 0; i < joints.size(); ++i) add(i);
    std::ranges::stable_sort(turns_, before);
  }

  Channel route() {
    std::vector<uint32_t> order;
    while (!sorted(order)) split(order);
    assign(order);
    return std::move(channel_);
  }

 private:
  void add(uint32_t joint) {
    Turn turn;
    turn.joint = joint;
    turn.to = joints_[joint].leaves;
    turn.low = turn.high = turn.to;
    for (const uint32_t line : joints_[joint].fed_by) {
      turn.from.push_back(enters_[line]);
      turn.lines.push_back(line);
      turn.low = std::min(turn.low, enters_[line]);
      turn.high = std::max(turn.high, enters_[line]);
    }
    if (turn.low == turn.high) {
      channel_.turns[joint].straight = true;
    } else {
      turns_.push_back(std::move(turn));
    }
  }

  // Of those that go down the lowest turns first, of those that go up the highest: so they do not
  // cross each other.
  static bool before(const Turn& a, const Turn& b) {
    const bool a_down = a.to > a.from.front();
    const bool b_down = b.to > b.from.front();
    if (a_down != b_down) return a_down;
    return a_down ? a.from.front() > b.from.front() : a.from.front() < b.from.front();
  }

  bool shares_line(const Turn& a, const Turn& b) const {
    return std::ranges::any_of(
        a.lines, [&](uint32_t line) { return std::ranges::find(b.lines, line) != b.lines.end(); });
  }

  // The run into `a` would lie on the one out of `b` unless `a` turns first.
  bool must_precede(const Turn& a, const Turn& b) const {
    if (a.joint == b.joint) return !a.second && b.second;
    if (shares_line(a, b)) return false;
    return std::ranges::any_of(a.from, [&](int32_t height) { return near(height, b.to); });
  }

  // By the constraints, and otherwise as they are. False if that goes round in circles: `order`
  // then holds what could be ordered.
  bool sorted(std::vector<uint32_t>& order) const {
    const size_t count = turns_.size();
    std::vector<uint32_t> waits(count);
    std::vector<std::vector<uint32_t>> after(count);
    for (uint32_t i = 0; i < count; ++i) {
      for (uint32_t j = 0; j < count; ++j) {
        if (i == j || !must_precede(turns_[i], turns_[j])) continue;
        after[i].push_back(j);
        ++waits[j];
      }
    }
    std::set<uint32_t> ready;
    for (uint32_t i = 0; i < count; ++i) {
      if (waits[i] == 0) ready.insert(i);
    }
    order.clear();
    while (!ready.empty()) {
      const uint32_t next = *ready.begin();
      ready.erase(ready.begin());
      order.push_back(next);
      for (const uint32_t i : after[next]) {
        if (--waits[i] == 0) ready.insert(i);
      }
    }
    // Nothing is left to split: what goes in circles stays as it is.
    for (uint32_t i = 0; forced_ && i < count; ++i) {
      if (std::ranges::find(order, i) == order.end()) order.push_back(i);
    }
    return order.size() == count;
  }

  // The first turn that could not be ordered becomes two; one that was split stays.
  void split(const std::vector<uint32_t>& order) {
    std::vector<bool> ordered(turns_.size());
    for (const uint32_t i : order) ordered[i] = true;
    for (uint32_t i = 0; i < turns_.size(); ++i) {
      if (ordered[i] || channel_.turns[turns_[i].joint].twice) continue;
      Turn second = turns_[i];
      const int32_t middle = free_height(turns_[i]);
      channel_.turns[second.joint].twice = true;
      channel_.turns[second.joint].middle = middle;
      second.second = true;
      second.from = {middle};
      second.lines.clear();
      second.low = std::min(middle, second.to);
      second.high = std::max(middle, second.to);
      Turn& first = turns_[i];
      first.to = middle;
      first.low = first.high = middle;
      for (const int32_t height : first.from) {
        first.low = std::min(first.low, height);
        first.high = std::max(first.high, height);
      }
      turns_.push_back(std::move(second));
      return;
    }
    forced_ = true;
  }

  // Where no level run is, as near to the middle of the turn as can be.
  int32_t free_height(const Turn& turn) const {
    const int32_t wanted = (turn.from.front() + turn.to) / 2;
    for (int32_t step = 0; step < 2000; ++step) {
      const int32_t height = wanted + (step % 2 == 0 ? step / 2 : -(step / 2 + 1));
      const bool taken =
          std::ranges::any_of(enters_, [&](int32_t other) { return near(height, other); }) ||
          std::ranges::any_of(
              joints_, [&](const ChannelJoint& other) { return near(height, other.leaves); }) ||
          std::ranges::any_of(channel_.turns, [&](const ChannelTurn& other) {
            return other.twice && near(height, other.middle);
          });
      if (!taken) return height;
    }
    return wanted;
  }

  void assign(const std::vector<uint32_t>& order) {
    std::vector<uint32_t> track(turns_.size());
    for (size_t at = 0; at < order.size() && at < turns_.size(); ++at) {
      const Turn& turn = turns_[order[at]];
      uint32_t mine = 0;
      for (size_t i = 0; i < at; ++i) {
        const Turn& other = turns_[order[i]];
        if (overlap(turn, other) || must_precede(other, turn)) {
          mine = std::max(mine, track[order[i]] + 1);
        }
      }
      track[order[at]] = mine;
      channel_.tracks = std::max(channel_.tracks, mine + 1);
      ChannelTurn& made = channel_.turns[turn.joint];
      (turn.second ? made.last : made.track) = mine;
    }
  }

  const std::vector<int32_t>& enters_;
  const std::vector<ChannelJoint>& joints_;
  std::vector<Turn> turns_;
  bool forced_ = false;
  Channel channel_;
};

}  // namespace

Channel route_channel(const std::vector<int32_t>& enters, const std::vector<ChannelJoint>& joints) {
  return Router(enters, joints).route();
}

}  // namespace milepost
