// `versions:` of program.yaml.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
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
  bool written = false;                     // `versions:` is there: the history is read
  std::vector<VersionWord> tags, branches;  // patterns of names
  std::vector<VersionWord> names;           // of tags, and if no tag fits of branches
  std::vector<VersionWord> commits;         // revisions
  std::vector<VersionWord> dates;           // days: the last commit of that day or before
  VersionCadence cadence = VersionCadence::none;
  Span cadence_span;
  uint32_t keep = 0;                   // the newest so many of the cadence; 0: all
  std::vector<VersionWord> snapshots;  // patterns of paths of bundles beneath the program
  Span span;
};

class SettingValues;
struct Settings;

/// A word that does not say what it is: a cadence, a day as 2026-06-30, a path that ends in `.zip`,
/// 7 to 64 hexadecimal digits, else a pattern of names. False: there is a cadence already.
bool add_version_word(VersionSettings& versions, std::string_view word, Span span);

/// What cannot be read is reported at its place and left out.
void read_version_settings(const SettingValues& yaml, uint32_t node, Settings& settings);

}  // namespace milepost
