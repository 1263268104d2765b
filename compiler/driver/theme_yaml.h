// The YAML files of a theme, as lists of lines that render/ can read.
#pragma once

#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "render/theme.h"

namespace milepost {

/// Every scalar of `text` with the keys above it joined by dots; items of lists count from 0:
/// `footer.links.0.url`. An empty value is an entry with an empty text. `text` is valid UTF-8 that
/// is the whole of `file`. Reports what YAML itself finds wrong.
std::vector<ThemeEntry> read_theme_yaml(std::string_view text, FileId file, DiagnosticSink& sink);

/// Takes theme.yaml and strings.yaml out of `files` and reads them.
struct ThemeYaml {
  std::vector<ThemeEntry> settings, strings;
};
ThemeYaml take_theme_yaml(std::vector<ThemeFile>& files, DiagnosticSink& sink);

}  // namespace milepost
