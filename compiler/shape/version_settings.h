// `versions:` of program.yaml.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/span.h"

namespace milepost {

enum class VersionCadence : uint8_t { none, daily, weekly, monthly };

/// A word that chooses versions, and where it is written.
struct VersionWord {
  std::string text;
  Span span;
};

/// Which moments of the history are versions of the site (docs/versions.md). Words are as written;
/// patterns are globs.
struct VersionSettings {
  bool written = false;  // `versions:` is there: the history is read
  std::vector<VersionWord> tags, branches;  // patterns of names
  std::vector<VersionWord> commits;         // revisions
  std::vector<VersionWord> dates;           // days: the last commit of that day or before
  VersionCadence cadence = VersionCadence::none;
  uint32_t keep = 0;                    // the newest so many of the cadence; 0: all
  std::vector<VersionWord> snapshots;   // patterns of paths of bundles beneath the program
  Span span;
};

}  // namespace milepost
