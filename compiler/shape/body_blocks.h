// The body of a file as a row of blocks, each with the headings above it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markup/tape.h"
#include "shape/context.h"
#include "shape/written.h"

namespace milepost {

inline constexpr uint32_t kNoHeading = 0xFFFFFFFFu;

/// A heading, or a paragraph that is nothing but bold words and so is read as one.
struct BodyHeading {
  uint32_t node = 0;
  uint8_t level = 0;             // 1 to 6; 7 for bold words
  uint32_t parent = kNoHeading;  // the nearest heading above it of a lower level
  uint32_t block = 0;            // its own number in BodyBlocks::blocks
  std::string text;              // plain, without emoji and a colon at the end
};

struct BodyBlock {
  uint32_t node = 0;
  uint32_t heading = kNoHeading;  // the nearest above it; a heading has itself
  std::string_view region;        // label of the audience region around it, or empty
};

/// Top-level blocks in order; a region's own blocks stand in its place. Borrows the tape.
struct BodyBlocks {
  std::vector<BodyHeading> headings;
  std::vector<BodyBlock> blocks;
};

BodyBlocks body_blocks(const Tape& tape);

/// The source of a node, trimmed; empty if its place is unknown.
Written written_node(const FileWork& work, const Tape& tape, uint32_t node);
/// The source from the first to the last of a run of sibling nodes, trimmed.
Written written_slice(const FileWork& work, const Tape& tape, TapeSlice slice);

/// The nodes below `node`, without it.
inline TapeSlice children(const Tape& tape, uint32_t node) {
  return {node + 1, tape.nodes[node].size - 1};
}

}  // namespace milepost
