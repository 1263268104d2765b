// One site, from a View to its files.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "compare/past.h"
#include "compose/outline.h"
#include "draw/layout_memory.h"
#include "files/source_tree.h"
#include "publish/publish.h"
#include "redact/view.h"
#include "render/render.h"
#include "shape/settings.h"

namespace milepost {

/// What a site is made with. All of it is borrowed and only read, but for the memory, which the
/// sites of one run share.
struct SiteTools {
  const Theme& theme;
  const SourceTree& tree;  // attachments are read from it
  const Limits& limits;
  LayoutMemory& layouts;  // graphs that an earlier site had laid out
  unsigned jobs = 1;
  bool progress = false;  // a line on the terminal that counts pages
};

struct BuiltSite {
  PublishResult result;
  size_t pages = 0;
  std::string warnings;  // lines for standard error: drawings that could not be made
};

/// Where the files of a site go in what is published.
struct SiteFolder {
  std::string path;       // ends in a slash; empty: the site is all there is
  bool addressed = true;  // with feed, site map and robots.txt
  /// Where those of the version before went, most of whose pages are the same; nothing: the site is
  /// of one version.
  std::optional<std::string> before = {};
};

/// The pages of a site and what stands on them.
Outline compose_pages(View view, const SiteTools& tools, const SiteFrame& frame,
                      std::unique_ptr<const Past> past);

/// Draws and renders into `folder`, with the theme's files unless they lie elsewhere
/// (SiteFrame::versions). The bytes do not depend on what was built before.
void write_pages(const Outline& outline, Publisher& publisher, const SiteTools& tools,
                 const SiteFolder& folder, BuiltSite& built,
                 const std::function<void(const char*)>& lap);

/// Both, and puts the site in place. `lap` is called with the name of each stage when it is over.
BuiltSite build_site(View view, Publisher& publisher, const SiteTools& tools,
                     const std::function<void(const char*)>& lap);

}  // namespace milepost
