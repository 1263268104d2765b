// Takes away nodes that wait for nothing, round by round; where that stops there is a circle.
#include "analyze/network_order.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::size_t kMostCircles = 50;

class Sorter {
 public:
  Sorter(const Network& network, Passes& passes)
      : edges_(network.edges),
        passes_(passes),
        count_(static_cast<uint32_t>(network.nodes.size())),
        waits_(count_, 0),
        level_(count_, 0),
        gone_(count_, false) {}

  void sort() {
    passes_.cut.assign(edges_.size(), false);
    passes_.circles.clear();
    file(passes_.in_offsets, passes_.incoming, &NetworkEdge::to);
    file(passes_.out_offsets, passes_.outgoing, &NetworkEdge::from);
    for (const NetworkEdge& edge : edges_) ++waits_[edge.to];
    for (uint32_t n = 0; n < count_; ++n) {
      if (waits_[n] == 0) ready_.push_back(n);
    }
    uint32_t lowest = 0;
    while (true) {
      take_ready();
      while (lowest < count_ && gone_[lowest]) ++lowest;
      if (lowest == count_) break;
      if (passes_.circles.size() < kMostCircles) {
        cut_circle(lowest);
      } else {
        cut_all();
      }
    }
    if (std::find(passes_.cut.begin(), passes_.cut.end(), true) != passes_.cut.end()) {
      file(passes_.in_offsets, passes_.incoming, &NetworkEdge::to);
      file(passes_.out_offsets, passes_.outgoing, &NetworkEdge::from);
    }
    write_order();
  }

 private:
  // Numbers of the edges that are not cut, by one of their ends.
  void file(std::vector<uint32_t>& offsets, std::vector<uint32_t>& numbers,
            uint32_t NetworkEdge::*end) const {
    offsets.assign(count_ + std::size_t{1}, 0);
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      if (!passes_.cut[e]) ++offsets[edges_[e].*end + std::size_t{1}];
    }
    for (std::size_t i = 1; i < offsets.size(); ++i) offsets[i] += offsets[i - 1];
    numbers.resize(offsets.back());
    std::vector<uint32_t> next(offsets.begin(), offsets.end() - 1);
    for (uint32_t e = 0; e < edges_.size(); ++e) {
      if (!passes_.cut[e]) numbers[next[edges_[e].*end]++] = e;
    }
  }

  void take_ready() {
    while (!ready_.empty()) {
      const uint32_t n = ready_.back();
      ready_.pop_back();
      gone_[n] = true;
      for (uint32_t i = passes_.out_offsets[n]; i < passes_.out_offsets[n + 1]; ++i) {
        const uint32_t e = passes_.outgoing[i];
        if (passes_.cut[e]) continue;
        const uint32_t to = edges_[e].to;
        level_[to] = std::max(level_[to], level_[n] + 1);
        release(to);
      }
    }
  }
  void release(uint32_t node) {
    if (--waits_[node] == 0) ready_.push_back(node);
  }
  void cut(uint32_t edge) {
    passes_.cut[edge] = true;
    release(edges_[edge].to);
  }

  // Every node that is left waits for another that is left: going back from one ends in a circle.
  void cut_circle(uint32_t start) {
    std::vector<uint32_t> walked;  // edges, backwards
    if (met_at_.empty()) met_at_.assign(count_, kNoNode);
    uint32_t at = start;
    while (met_at_[at] == kNoNode) {
      met_at_[at] = static_cast<uint32_t>(walked.size());
      walked.push_back(edge_back(at));
      at = edges_[walked.back()].from;
    }
    std::vector<uint32_t> circle(walked.begin() + met_at_[at], walked.end());
    met_at_[start] = kNoNode;
    for (const uint32_t e : walked) met_at_[edges_[e].from] = kNoNode;
    std::reverse(circle.begin(), circle.end());
    const auto first = std::min_element(circle.begin(), circle.end(), [&](uint32_t a, uint32_t b) {
      return edges_[a].from < edges_[b].from;
    });
    std::rotate(circle.begin(), first, circle.end());
    cut(*std::max_element(circle.begin(), circle.end()));
    passes_.circles.push_back(std::move(circle));
  }
  uint32_t edge_back(uint32_t node) const {
    for (uint32_t i = passes_.in_offsets[node]; i < passes_.in_offsets[node + 1]; ++i) {
      const uint32_t e = passes_.incoming[i];
      if (!passes_.cut[e] && !gone_[edges_[e].from]) return e;
    }
    return kNoEdge;  // not reached: it would have been ready
  }

  // Every edge that leads back to a node still open on a walk in depth.
  void cut_all() {
    enum : uint8_t { fresh, open, closed };
    std::vector<uint8_t> state(count_, fresh);
    struct Frame {
      uint32_t node, next;
    };
    std::vector<Frame> frames;
    std::vector<uint32_t> closing;
    for (uint32_t start = 0; start < count_; ++start) {
      if (gone_[start] || state[start] != fresh) continue;
      state[start] = open;
      frames.push_back({start, passes_.out_offsets[start]});
      while (!frames.empty()) {
        Frame& frame = frames.back();
        if (frame.next == passes_.out_offsets[frame.node + 1]) {
          state[frame.node] = closed;
          frames.pop_back();
          continue;
        }
        const uint32_t e = passes_.outgoing[frame.next++];
        const uint32_t to = edges_[e].to;
        if (passes_.cut[e]) continue;
        if (state[to] == open) {
          closing.push_back(e);
        } else if (state[to] == fresh) {
          state[to] = open;
          frames.push_back({to, passes_.out_offsets[to]});
        }
      }
    }
    for (const uint32_t e : closing) cut(e);
  }

  void write_order() const {
    uint32_t levels = 0;
    for (const uint32_t level : level_) levels = std::max(levels, level + 1);
    std::vector<uint32_t> next(levels + std::size_t{1}, 0);
    for (const uint32_t level : level_) ++next[level + std::size_t{1}];
    for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
    passes_.order.resize(count_);
    for (uint32_t n = 0; n < count_; ++n) passes_.order[next[level_[n]]++] = n;
  }

  const std::vector<NetworkEdge>& edges_;
  Passes& passes_;
  uint32_t count_;
  std::vector<uint32_t> waits_, level_, ready_, met_at_;
  std::vector<bool> gone_;
};

}  // namespace

void order_network(const Network& network, Passes& passes) {
  Sorter(network, passes).sort();
}

}  // namespace milepost
