// A theme: the page templates and static files, built in or overridden by a program's theme/.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "compose/words.h"
#include "diagnostics/diagnostic.h"
#include "text/span.h"

namespace milepost {

/// A file of a program's `theme/` folder. `path` is relative to that folder: "record.html",
/// "partials/masthead.html", "style.css". Its diagnostics name `file` and offsets into `text`.
struct ThemeFile {
  std::string path;
  std::string text;
  FileId file = kNoFile;
};

/// Checked and ready to be compiled. Immutable; any number of threads may read it.
class Theme {
 public:
  struct Parts;
  explicit Theme(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  const Parts& parts() const { return *parts_; }
  /// What the pages say, for compose_site().
  const Words& words() const;

 private:
  std::shared_ptr<const Parts> parts_;
};

/// The built-in theme with `overrides` in its place where they have the same name. A file with a
/// mistake, or with what a theme may not hold (security.md), is reported as MP550-MP579 and the
/// built-in one is used. `trusted`: the files are ours (`--theme DIR`), so scripts may be among
/// them.
Theme load_theme(std::span<const ThemeFile> overrides, bool trusted, DiagnosticSink& sink);

}  // namespace milepost
