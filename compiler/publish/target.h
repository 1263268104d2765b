// Which folders may become a site: the checks before anything is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publish/manifest.h"

namespace milepost {

/// Facts of the run that driver/ reads once. All paths absolute and without links in them.
struct TargetContext {
  std::string working_directory;
  std::string home;                  // empty: unknown
  std::vector<std::string> sources;  // folders that are read: the program, a theme
};

struct OutputTarget {
  std::string parent;  // absolute, exists
  std::string name;    // of the output folder in `parent`
  bool exists = false;
  Manifest manifest;  // of the site that is there; empty if none
};

struct Refusal {
  std::string message;  // what was found
  std::string help;     // how to mend it
};

struct TargetCheck {
  std::optional<OutputTarget> target;
  std::optional<Refusal> refusal;
};

/// Refuses everything but a folder that is absent, empty, or holds exactly what its manifest lists:
/// also `/`, a home, a system folder, the sources and what holds them, a repository's root or
/// inside, links, files, devices, a folder without a parent. Reads the folder's listing; writes
/// nothing.
TargetCheck check_target(std::string_view out, const TargetContext& context);

}  // namespace milepost
