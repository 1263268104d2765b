// The entry of render/: pages as HTML, one at a time, from any number of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "compose/outline.h"
#include "draw/drawings.h"
#include "render/theme.h"

namespace milepost {

/// Renders pages of one outline with its drawings and one theme, which must all outlive it. Each
/// thread has its own. The same page is the same bytes from every thread and in every order.
class Renderer {
 public:
  Renderer(const Outline& outline, const Drawings& drawings, const Theme& theme);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  /// The page `outline.pages[page]`, valid until the next call.
  const std::string& render(uint32_t page);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A file of the site that is no page.
struct StaticFile {
  std::string path;
  std::string bytes;
};
/// Style sheets, scripts, pictures of the theme, in the folder of the frame; those that only a site
/// with versions uses are left out of others.
std::vector<StaticFile> theme_files(const Theme& theme, const SiteFrame& frame);
/// Beside the pages: version.js and calendar.ics; `addressed`: robots.txt, too, and with a base URL
/// feed.xml and the site map; in a site with versions paths.js, which lists the pages.
std::vector<StaticFile> site_files(const Outline& outline, bool addressed = true);

/// The words before the program's title in <title>; empty for the overview.
std::string title_of_page(const Outline& outline, uint32_t page);

}  // namespace milepost
