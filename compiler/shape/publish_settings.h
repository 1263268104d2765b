// `publish:` of program.yaml.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shape/setting_values.h"
#include "shape/settings.h"

namespace milepost {

/// For whom the site is that is put where others read it. One option of one command asks, so that
/// Settings does not keep it.
struct PublishSettings {
  std::string audience = "public";  // the key of one of the audiences
  bool access_controlled = false;   // only they can open it there
};

/// What cannot be read is reported at its place and left at its default. `audiences` are all there
/// are, the built-in ones among them: one that sees more than `public` asks for
/// `access_controlled: true`, and `public` stands in until it is there.
PublishSettings read_publish_settings(const SettingValues& yaml, uint32_t node,
                                      const std::vector<AudienceEntry>& audiences);

}  // namespace milepost
