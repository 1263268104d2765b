// The inlines of one block against the characters they came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/markdown_places.h"
#include "parse/markdown_tree.h"

namespace milepost {

/// A block's content as the inline parser saw it, and where its pieces stand in the text.
struct MarkContent {
  struct Piece {
    uint32_t content = 0;
    uint32_t source = 0;
  };
  std::string text;
  std::vector<Piece> pieces;  // by content; the first is at 0
};

/// Gives nodes [first, end) of `tree` their places if content.text from `start` on is exactly what
/// they were made from; else false, with places left half done.
bool match_inlines(const MarkTree& tree, uint32_t first, uint32_t end, const MarkContent& content,
                   uint32_t start, MarkPlaces& places);

}  // namespace milepost
