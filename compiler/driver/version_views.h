// From a version of the program to what each audience may know of it.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "driver/command_line.h"
#include "driver/program_run.h"
#include "driver/version_source.h"
#include "redact/audience.h"
#include "redact/view.h"
#include "render/theme.h"
#include "shape/settings.h"

namespace milepost {

/// The folder of the working folder's pages.
inline constexpr const char* kLatest = "latest";

/// What one audience gets of a version.
struct VersionView {
  size_t site = 0;           // which of the audiences
  std::optional<View> view;  // none: the version is left out for it
  std::string told;          // lines for standard error
  std::string folder;
  std::vector<std::string> aliases;  // folders that lead to it
  bool only_if_changed = false;      // it is no version if nothing changed for this audience
  /// A name for all that its pages are made of, but for what the versions before it tell; empty:
  /// there is none.
  std::string made_of;
};

/// A version with its stages run and its Views made and localized: all that pages need of it.
struct VersionViews {
  VersionSource source;        // of the working folder nothing
  std::optional<Theme> theme;  // none: no View was made
  std::shared_ptr<const SourceTree> tree;
  Limits limits;
  std::vector<VersionView> views;
};

/// Makes the Views of versions, one version after the other. Borrows all it is given. Threads take
/// turns.
class VersionReader {
 public:
  VersionReader(ProgramRun& now, const Report& report, const Theme& theme, const CommandLine& line,
                std::vector<Audience> audiences);

  /// Reads `version` for the audiences whose numbers are `wanted`.
  VersionViews read(const VersionSource& version, const std::vector<size_t>& wanted);
  /// The working folder, for all; takes its program. Called last.
  VersionViews read_now();

  /// What `before` would be if it were of the day of `now`, and were called so: for one audience.
  VersionViews read_again(const VersionSource& before, const VersionSource& now, size_t audience);
  /// Its folder is there as long as the moment is: it is not of a cadence of which only the newest
  /// are kept.
  bool stays(const VersionSource& version) const;
  /// The audiences that a version is for.
  std::vector<size_t> readers_of(const VersionSource& version) const;

 private:
  VersionViews read_in_turn(const VersionSource& version, const std::vector<size_t>& wanted);
  View make_view(ProgramRun& run, const Report& report, const Audience& audience,
                 const Theme& theme, const ViewEdition& edition, bool last) const;

  ProgramRun& now_;
  const Report& report_;
  const Theme& theme_;
  const CommandLine& line_;
  const Settings settings_;
  const std::vector<Audience> audiences_;
  std::shared_ptr<const NowLabels> labels_;
  std::mutex mutex_;
};

}  // namespace milepost
