// The scripts of a page: extras, loaded from the theme's folder. No page depends on them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "compose/words.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// `<script src>` for those of `files` (names below theme/) that every page loads, in their order;
/// with `plan` that of pages with a drawing of the plan, too.
void write_scripts(HtmlWriter& out, const PageScope& scope,
                   const std::map<std::string, std::string, std::less<>>& files, bool plan);

/// theme/words.js: the words whose keys begin with `js.`, as milepostWords["rest of the key"].
std::string words_script(const Words& words);

/// version.js, one a site: milepostVersion, what pages leave out so that their bytes hold no
/// moment: the label, the as-of date, the counts of the navigation by address.
std::string version_script(const Outline& outline);

/// paths.js of a site with versions: milepostPaths, the addresses of its pages as they stand in
/// links, so that who comes from another version is led to what is there.
std::string paths_script(const Outline& outline);

/// A file of the theme that only sites with versions have: the menu of versions and its looks.
bool is_for_versions(std::string_view name);

/// A built-in script as it is shipped: without indentation, blank lines and lines of comment. Its
/// strings must not go on from line to line.
std::string shipped_script(std::string_view source);

}  // namespace milepost
