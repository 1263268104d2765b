// What a loaded theme holds; only render/ looks inside.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>

#include "compose/words.h"
#include "render/slots.h"
#include "render/theme.h"
#include "render/theme_settings.h"

namespace milepost {

struct Theme::Parts {
  std::array<std::string, kTemplates> templates;  // by TemplateId, partials in their places
  Words words;
  std::map<std::string, std::string, std::less<>> files;  // "style.css", "icon.svg": their bytes
  ThemeSettings settings;
  SiteLayout layout = SiteLayout::pages;
};

}  // namespace milepost
