// sitemap.xml and robots.txt: what search engines are told of a site.
#pragma once

#include <string>
#include <vector>

#include "compose/outline.h"
#include "render/render.h"

namespace milepost {

/// The addresses of all pages but 404.html and former names. `lastmod` is the last day that the
/// records shown there tell of; pages without records have none. One file, or an index and parts
/// of `most` addresses each (the protocol's limit). None if the site has no base URL. Linear.
std::vector<StaticFile> sitemap_files(const Outline& outline, size_t most = 50'000);

/// robots.txt: everything or nothing, as `site: {robots: …}` says, and where the sitemap is.
std::string robots_txt(const Outline& outline);

}  // namespace milepost
