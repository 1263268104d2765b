// Places nodes, lanes and lines.
#include "draw/graph_placement.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "draw/channel.h"

namespace milepost {
namespace {

constexpr int32_t kSide = 8;           // px left of the first column and right of the last
constexpr int32_t kLaneLabel = 24;     // the strip that holds the name of a lane
constexpr int32_t kLanePad = 8;        // above and below what stands in a lane
constexpr int32_t kLaneGap = 8;        // between lanes
constexpr int32_t kRowGap = 18;        // the most room between what stands in a column
constexpr int32_t kLeave = 12;         // level, before the first turn
constexpr int32_t kMostNameOver = 80;  // more than that a name of a lane does not push lines away
constexpr int32_t kTrackStep = 8;
constexpr int32_t kArrive = 18;     // level, after the last turn: the head of an arrow
constexpr int32_t kNarrowest = 28;  // between two columns

// A line or a node, in one lane.
struct Row {
  uint32_t element = 0;
  int32_t top = 0, bottom = 0;
};

class Placing {
 public:
  Placing(const GraphModel& model, const GraphColumns& columns, const std::vector<int32_t>& middles,
          const std::vector<int32_t>& label_widths, int32_t lane_label)
      : model_(model), columns_(columns), label_widths_(label_widths), middle_(middles) {
    // Lines turn to the right of the names of lanes, unless those are long.
    first_leave_ = kLeave + std::clamp(lane_label + kSide - kNodeWidth, 0, kMostNameOver);
  }

  GraphPlacement place() {
    begin_with_path();
    rows();
    across();
    nodes();
    lines();
    lane_labels();
    return std::move(made_);
  }

 private:
  const LayeredGraph& layered() const { return columns_.layered; }

  // The layout may stand on its head as well: what is critical is nearer to the top.
  void begin_with_path() {
    int64_t all = 0, critical = 0, count = 0;
    int32_t lowest = 0;
    for (const int32_t middle : middle_) lowest = std::max(lowest, middle);
    for (uint32_t i = 0; i < model_.nodes.size(); ++i) {
      all += middle_[i];
      if (!model_.nodes[i].critical) continue;
      critical += middle_[i];
      ++count;
    }
    const auto nodes = static_cast<int64_t>(model_.nodes.size());
    if (critical * nodes <= all * count) return;
    for (int32_t& middle : middle_) middle = lowest - middle;
  }

  // Lane by lane, what is empty across the whole lane closed up.
  void rows() {
    const size_t lanes = model_.lanes.size();
    std::vector<std::vector<Row>> of_lane(lanes);
    for (uint32_t i = 0; i < layered().nodes.size(); ++i) {
      const LayeredNode& node = layered().nodes[i];
      of_lane[node.lane].push_back(
          {i, middle_[i] - node.height / 2, middle_[i] + (node.height + 1) / 2});
    }
    std::vector<int64_t> mean(lanes);
    for (size_t lane = 0; lane < lanes; ++lane) {
      int64_t sum = 0;
      for (const Row& row : of_lane[lane]) sum += middle_[row.element];
      if (!of_lane[lane].empty()) mean[lane] = sum / static_cast<int64_t>(of_lane[lane].size());
    }
    std::vector<uint32_t> order(lanes);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(
        order, {}, [&](uint32_t lane) { return std::pair(model_.lanes[lane].last, mean[lane]); });
    int32_t y = 0;
    for (const uint32_t lane : order) {
      if (of_lane[lane].empty()) continue;
      PlacedLane placed{lane, y, 0, 0};
      y += kLanePad + (model_.lanes[lane].label.empty() ? 0 : kLaneLabel - kLanePad / 2);
      y = close_up(of_lane[lane], y) + kLanePad;
      placed.height = y - placed.y;
      made_.lanes.push_back(placed);
      y += kLaneGap;
    }
    made_.height = y - kLaneGap;
  }

  // From `top` on; gives where the last ends.
  int32_t close_up(std::vector<Row>& rows, int32_t top) {
    std::ranges::stable_sort(rows, {}, &Row::top);
    int32_t shift = top - rows.front().top;
    int32_t bottom = rows.front().top;
    for (const Row& row : rows) {
      const int32_t gap = row.top - bottom;
      if (gap > kRowGap) shift -= gap - kRowGap;
      middle_[row.element] += shift;
      bottom = std::max(bottom, row.bottom);
    }
    return bottom + shift;
  }

  int32_t port_y(uint32_t node, int32_t port) const { return middle_[node] + port; }

  uint32_t element(const Trunk& trunk, uint32_t column) const {
    const uint32_t first = columns_.column[trunk.from];
    return column == first ? trunk.from : trunk.elements[column - first - 1];
  }

  int32_t trunk_y(const Trunk& trunk, uint32_t column) const {
    const uint32_t at = element(trunk, column);
    return middle_[at] + (at == trunk.from ? trunk.port : 0);
  }

  // --- channels ------------------------------------------------------------------------------

  struct Lines {
    std::vector<int32_t> enters;
    std::vector<ChannelJoint> joints;
    std::vector<uint32_t> on;  // by trunk: the joint that leads it on; kNone
    int32_t label = 0;
    Channel channel;
  };
  static constexpr uint32_t kNone = 0xFFFFFFFF;

  void across() {
    const uint32_t channels = columns_.columns > 0 ? columns_.columns - 1 : 0;
    std::vector<Lines> all(channels);
    std::vector<std::vector<uint32_t>> line_of(channels);
    for (uint32_t c = 0; c < channels; ++c) {
      line_of[c].assign(columns_.trunks.size(), kNone);
      all[c].on.assign(columns_.trunks.size(), kNone);
    }
    const auto line = [&](uint32_t c, uint32_t trunk) {
      uint32_t& known = line_of[c][trunk];
      if (known == kNone) {
        known = static_cast<uint32_t>(all[c].enters.size());
        all[c].enters.push_back(trunk_y(columns_.trunks[trunk], c));
      }
      return known;
    };
    for (uint32_t t = 0; t < columns_.trunks.size(); ++t) {
      const Trunk& trunk = columns_.trunks[t];
      const uint32_t first = columns_.column[trunk.from];
      for (uint32_t i = 0; i < trunk.elements.size(); ++i) {
        Lines& lines = all[first + i];
        lines.on[t] = static_cast<uint32_t>(lines.joints.size());
        lines.joints.push_back({{line(first + i, t)}, trunk_y(trunk, first + i + 1)});
      }
    }
    port_joint_.assign(columns_.edges.size(), 0);
    std::vector<std::vector<std::pair<uint32_t, int32_t>>> ports(channels);  // joint, port height
    for (uint32_t i = 0; i < columns_.edges.size(); ++i) {
      const DrawnEdge& edge = columns_.edges[i];
      const uint32_t c = columns_.column[edge.to] - 1;
      const int32_t y = port_y(edge.to, edge.port);
      auto known = std::ranges::find(ports[c], y, &std::pair<uint32_t, int32_t>::second);
      if (known == ports[c].end()) {
        ports[c].emplace_back(static_cast<uint32_t>(all[c].joints.size()), y);
        all[c].joints.push_back({{}, y});
        known = ports[c].end() - 1;
      }
      port_joint_[i] = known->first;
      std::vector<uint32_t>& fed = all[c].joints[known->first].fed_by;
      const uint32_t mine = line(c, edge.trunk);
      if (std::ranges::find(fed, mine) == fed.end()) fed.push_back(mine);
      all[c].label = std::max(all[c].label, label_widths_[i]);
    }
    int32_t x = kSide;
    for (uint32_t c = 0; c < columns_.columns; ++c) {
      left_.push_back(x);
      x += kNodeWidth;
      if (c == channels) break;
      Lines& lines = all[c];
      lines.channel = route_channel(lines.enters, lines.joints);
      const auto tracks = static_cast<int32_t>(lines.channel.tracks);
      const int32_t turns = tracks > 0 ? leave(c) + (tracks - 1) * kTrackStep : 0;
      x += std::max(kNarrowest, turns + std::max(kArrive, lines.label == 0 ? 0 : lines.label + 14));
    }
    made_.width = x + kSide;
    channels_.swap(all);
  }

  void nodes() {
    for (uint32_t i = 0; i < model_.nodes.size(); ++i) {
      made_.nodes.push_back(
          {left_[columns_.column[i]], middle_[i] - columns_.height[i] / 2, columns_.height[i]});
    }
  }

  // --- lines ---------------------------------------------------------------------------------

  int32_t leave(uint32_t c) const { return c == 0 ? first_leave_ : kLeave; }

  int32_t track_x(uint32_t c, uint32_t track) const {
    return left_[c] + kNodeWidth + leave(c) + static_cast<int32_t>(track) * kTrackStep;
  }

  void turn(std::vector<Point>& points, uint32_t c, uint32_t joint) const {
    const Lines& lines = channels_[c];
    const ChannelTurn& made = lines.channel.turns[joint];
    if (made.straight) return;
    const int32_t to = lines.joints[joint].leaves;
    const auto corner = [&](uint32_t track, int32_t y) {
      const int32_t x = track_x(c, track);
      if (points.back().y == y) return;
      points.push_back({x, points.back().y});
      points.push_back({x, y});
    };
    if (made.twice) {
      corner(made.track, made.middle);
      corner(made.last, to);
    } else {
      corner(made.track, to);
    }
  }

  void lines() {
    for (uint32_t i = 0; i < columns_.edges.size(); ++i) {
      const DrawnEdge& edge = columns_.edges[i];
      const Trunk& trunk = columns_.trunks[edge.trunk];
      const uint32_t first = columns_.column[edge.from];
      const uint32_t last = columns_.column[edge.to] - 1;
      PlacedEdge placed;
      placed.points.push_back({left_[first] + kNodeWidth, port_y(edge.from, trunk.port)});
      for (uint32_t c = first; c < last; ++c) turn(placed.points, c, channels_[c].on[edge.trunk]);
      turn(placed.points, last, port_joint_[i]);
      placed.points.push_back({left_[last + 1], port_y(edge.to, edge.port)});
      made_.edges.push_back(std::move(placed));
    }
  }

  // The name of a lane runs over its first columns, as far as no line runs up or down there.
  void lane_labels() {
    for (PlacedLane& lane : made_.lanes) {
      int32_t end = made_.width - kSide;
      for (const PlacedEdge& edge : made_.edges) {
        for (size_t i = 1; i < edge.points.size(); ++i) {
          const auto [low, high] = std::minmax(edge.points[i - 1].y, edge.points[i].y);
          if (low < lane.y + kLaneLabel && high > lane.y) end = std::min(end, edge.points[i].x);
        }
      }
      lane.label_width = end - kSide - 12;
    }
  }

  const GraphModel& model_;
  const GraphColumns& columns_;
  const std::vector<int32_t>& label_widths_;
  std::vector<int32_t> middle_;  // by node of the layered graph
  std::vector<int32_t> left_;    // by column
  int32_t first_leave_ = kLeave;
  std::vector<Lines> channels_;
  std::vector<uint32_t> port_joint_;  // by drawn edge: in its last channel
  GraphPlacement made_;
};

}  // namespace

GraphPlacement place_graph(const GraphModel& model, const GraphColumns& columns,
                           const std::vector<int32_t>& middles,
                           const std::vector<int32_t>& label_widths, int32_t lane_label) {
  return Placing(model, columns, middles, label_widths, lane_label).place();
}

}  // namespace milepost
