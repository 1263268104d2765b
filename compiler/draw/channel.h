// The lines between two columns of a graph: how far across each of them turns.
#pragma once

#include <cstdint>
#include <vector>

namespace milepost {

/// A line that enters a channel from the left at `enters` and leaves it at the right at the places
/// of the joints it feeds.
struct ChannelJoint {
  std::vector<uint32_t> fed_by;  // into the heights given; at least one
  int32_t leaves = 0;            // px down the page
};

/// How a joint turns: down or up at `track` to `leaves`. A joint that could not be drawn in one
/// turn without running along another line turns twice: at `track` to `middle`, then at `last`.
struct ChannelTurn {
  bool straight = false;  // it enters where it leaves: no turn
  bool twice = false;
  uint32_t track = 0, last = 0;
  int32_t middle = 0;
};

struct Channel {
  std::vector<ChannelTurn> turns;  // by joint
  uint32_t tracks = 0;
};

/// `enters`: the heights at which lines come in, by line. No two turns of different joints lie on
/// each other, and no level run of one on one of another. About the square of the joints.
Channel route_channel(const std::vector<int32_t>& enters, const std::vector<ChannelJoint>& joints);

}  // namespace milepost
