// search.js: the index that the search box and the hover cards read.
#pragma once

#include <string>
#include <vector>

#include "compose/outline.h"
#include "render/search_words.h"

namespace milepost {

/// The reader, then `milepostSearch({…})`: the data, made for size: one string a column, a line a
/// document; docs/search.md describes it. Documents are the records by kind and id, then plain
/// pages, people, teams and the pages that list things. `parts` are the texts of all records and
/// plain pages in their order, in as many runs as one likes: the result is the same. Linear, but
/// for sorting the words.
std::string search_index(const Outline& outline, std::vector<TextWords> parts);

}  // namespace milepost
