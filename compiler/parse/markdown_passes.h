// What cmark-gfm cannot do on several threads and we do on its text nodes: ~~strike~~, bare
// addresses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/markdown_places.h"
#include "parse/markdown_tree.h"

namespace milepost {

/// A run of one or two `~` in a text node that begins or ends struck text.
struct StrikeMark {
  uint32_t node = 0;
  uint32_t at = 0;  // in the node's text
  uint32_t width = 0;
  uint32_t partner = 0;  // index of the other mark
  bool opens = false;
};

/// Adds the pairs of marks among the inlines [first, end) of one block to `marks` (emptied first),
/// in order. As GFM has it: the same width, flanking like emphasis, both under the same node.
void find_strikes(std::string_view text, const MarkTree& tree, const MarkPlaces& places,
                  uint32_t first, uint32_t end, std::vector<StrikeMark>& marks);

/// A bare address in a text.
struct BareLink {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string destination;
};

/// The extended autolinks of GFM in `text` (`www.`, `http://`, `https://`, `ftp://`, e-mail), in
/// order. `before` is the character before the text, '\n' at the start of a block. Linear.
std::vector<BareLink> find_bare_links(std::string_view text, char before);

/// `text` with the `_` and `*` inside of bare addresses replaced by bytes that mean nothing to the
/// library, which would make emphasis of them (`https://x.org/_a_/b`); empty if there is nothing to
/// do. `restore_addresses` puts them back into what the library gave.
std::string protect_addresses(std::string_view text);
void restore_addresses(std::string& text);

/// Where byte `at` of text node `node` stands; `at` may be its length.
uint32_t source_of(const MarkPlaces& places, const MarkTree& tree, uint32_t node, uint32_t at);

}  // namespace milepost
