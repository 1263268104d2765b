// What stands above the folders of several versions: redirects, and the list of all of them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compose/outline.h"
#include "markup/html.h"
#include "render/page_scope.h"
#include "render/render.h"

namespace milepost {

/// A version as the list and the menu show it.
struct VersionEntry {
  std::string folder;   // "2026-05-26", "latest"
  std::string name;     // "Tue 26 May 2026", or what it is called: "v1.0"
  std::string dated;    // the day of a version with a name: "17 Apr 2026"; else empty
  std::string date;     // 2026-05-26
  std::string said;     // what it said about the target: "M-GA 16 Jun"; empty: nothing
  std::string changes;  // its page of what changed since the one before; empty: it has none
  std::vector<std::string> aliases = {};  // folders that lead to it
};

/// The version that an outline is of, in the words of its own site.
VersionEntry version_entry(const Outline& outline);

/// Links at the foot of each page: to the list of versions, and to the same page in the latest.
void write_version_links(HtmlWriter& out, const PageScope& scope);

/// For each page of a version one that leads to it, in the folder `alias` beside that of the
/// version.
std::vector<StaticFile> alias_files(const Outline& outline, const std::string& alias);

/// Whether a name (in lower case) is taken beside the folders of versions: of one of these files,
/// or of the folder of the theme's.
bool is_above_versions(std::string_view name);

/// versions.json as mike writes it, versions.js for the menu, versions.html for those who read
/// without scripts, index.html and 404.html that lead to the latest, .nojekyll, and robots.txt if
/// the site has an address. `entries`: the earliest first, the last one is that of `latest`, in the
/// words of which all is said; theme files lie as its frame says, without the leading `../`.
std::vector<StaticFile> versions_files(const Outline& latest,
                                       std::span<const VersionEntry> entries);

}  // namespace milepost
