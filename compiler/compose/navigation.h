// What stands in the navigation beside every page.
#pragma once

#include <vector>

#include "compose/outline.h"

namespace milepost {

/// Sections in the order a reader looks for them, each with the kinds that belong together as its
/// tabs. Counts are of open records, of logs of all. Needs the page numbers of `outline`. Linear.
std::vector<NavSection> make_navigation(const Outline& outline);

/// All plain pages, folder by folder; a folder's README or index stands for the folder.
std::vector<NavEntry> make_page_tree(const Outline& outline);

/// True for README and index of any folder, by the page's source path.
bool is_folder_page(std::string_view path);

}  // namespace milepost
