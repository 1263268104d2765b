// One site, from a View to its folder.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "draw/layout_memory.h"
#include "files/source_tree.h"
#include "publish/publish.h"
#include "redact/view.h"
#include "render/render.h"
#include "shape/settings.h"

namespace milepost {

/// What the sites of one run share. All of it is borrowed and only read, but for the memory.
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

/// Composes, draws, renders and publishes. `lap` is called with the name of each stage when it is
/// over. The bytes of the site do not depend on what was built before.
BuiltSite build_site(View view, Publisher& publisher, const SiteTools& tools,
                     const std::function<void(const char*)>& lap);

}  // namespace milepost
