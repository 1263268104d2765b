// What stands in the navigation beside every page.
#pragma once

#include <span>
#include <vector>

#include "compose/outline.h"

namespace milepost {

/// The kinds that have records in a fixed order of groups, people, pages, findings. Needs the page
/// numbers of `outline`. `counts` are the records of each kind.
std::vector<NavEntry> make_navigation(const Outline& outline, std::span<const uint32_t> counts);

/// All plain pages, folder by folder; a folder's README or index stands for the folder.
std::vector<NavEntry> make_page_tree(const Outline& outline);

/// True for README and index of any folder, by the page's source path.
bool is_folder_page(std::string_view path);

}  // namespace milepost
