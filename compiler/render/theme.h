// A theme: the page templates and static files, built in or overridden by a program's theme/.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "compose/layout.h"
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

/// A line of theme.yaml or strings.yaml. Mappings are joined by dots: "accent.dark",
/// "footer.links.0.url".
struct ThemeEntry {
  std::string key, value;
  Span key_span, value_span;
};

/// Something the program names, for which a theme may give a word: `kind.risk.one`, "Risk".
struct ThemeName {
  std::string key, text;
  bool own = false;  // the program gave it a label of its own
};

/// A theme that travels in the binary.
struct BuiltinTheme {
  std::string_view name;
  SiteLayout layout;
};
std::span<const BuiltinTheme> builtin_themes();
bool is_builtin_theme(std::string_view name);

struct ThemeInput {
  std::string_view base = "default";  // the built-in theme that the rest is laid over
  std::span<const ThemeFile> files;
  std::span<const ThemeEntry> settings;  // of theme.yaml
  std::span<const ThemeEntry> strings;   // of strings.yaml
  std::span<const ThemeName> names;      // sorted by key
  std::string_view language = "en";      // of the program's texts; ours are in it if we know it
  bool trusted = false;  // the files are ours (`--theme DIR`), so scripts may be among them
};

/// Checked and ready to be compiled. Immutable; any number of threads may read it.
class Theme {
 public:
  struct Parts;
  explicit Theme(std::shared_ptr<const Parts> parts, std::string digest = {})
      : parts_(std::move(parts)), digest_(std::move(digest)) {}
  const Parts& parts() const { return *parts_; }
  /// What the pages say, for compose_site().
  const Words& words() const;
  SiteLayout layout() const;
  /// SHA-256 of all that it was loaded from, but for what is built in, as 64 hex digits.
  const std::string& digest() const { return digest_; }

 private:
  std::shared_ptr<const Parts> parts_;
  std::string digest_;
};

/// The built-in theme with the files of `input` in its place where they have the same name. What is
/// wrong with them, or what a theme may not hold (security.md), is reported as MP550-MP579 and the
/// built-in file or value is used.
Theme load_theme(const ThemeInput& input, DiagnosticSink& sink);

}  // namespace milepost
