// What theme.yaml says: colours, logo, font, footer and labels, for those who want no CSS.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "markup/url.h"
#include "render/palette.h"
#include "render/theme.h"

namespace milepost {

struct FooterLink {
  std::string text;
  Url url;
};

/// Every value was checked; what was wrong is left out.
struct ThemeSettings {
  std::array<std::string, 2> logo;  // by Scheme: files of the theme; empty: the stone
  std::string program, audience;    // labels instead of the program's title and audience
  std::string footer;
  std::vector<FooterLink> links;
  std::string css;  // rules to stand after the style sheet; empty: nothing was changed
};

/// `files` are the names of the theme's files, `sheet` its style sheet, whose tokens are the ones
/// that may be changed. Reports MP562 and MP563, and MP564 for colours that cannot be told apart.
ThemeSettings read_theme_settings(std::span<const ThemeEntry> entries, std::string_view sheet,
                                  std::span<const std::string_view> files, DiagnosticSink& sink);

/// Every setting with what it takes and what it does, for the documentation.
struct ThemeSettingInfo {
  std::string_view name, takes, doc;
};
std::span<const ThemeSettingInfo> theme_setting_infos();
/// The fonts by name and the stack that each stands for.
struct FontStack {
  std::string_view name, families;
};
std::span<const FontStack> font_stacks();

}  // namespace milepost
