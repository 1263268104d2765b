// `publish:` of program.yaml.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shape/setting_values.h"
#include "shape/settings.h"

namespace milepost {

/// For whom the site is that is put where others read it. One option of one command asks, so that
/// Settings does not keep it.
struct PublishSettings {
  std::string audience = "public";  // the key of one of the audiences
  bool access_controlled = false;   // only they can open it there
  /// Nothing may be published: everybody may open the place, and this audience sees more than what
  /// is labelled `public`, whatever it is called.
  bool refused = false;
};

/// The same where program.yaml has no `publish:`.
PublishSettings default_publish_settings(const std::vector<AudienceEntry>& audiences);

/// Why a site for `audience` may not stand where everybody can open it, and what would help.
std::string sees_too_much(std::string_view audience);
inline constexpr std::string_view kWhoMayOpenIt =
    "if only they can open it there, add `access_controlled: true`; GitHub Pages are open to all "
    "unless an enterprise has switched access control on";

/// What cannot be read is reported at its place and left at its default. `audiences` are all there
/// are, the built-in ones among them: one that sees more than `public` asks for
/// `access_controlled: true`, and `public` stands in until it is there, if that sees no more.
PublishSettings read_publish_settings(const SettingValues& yaml, uint32_t node,
                                      const std::vector<AudienceEntry>& audiences);

}  // namespace milepost
