// `sign_offs:` of program.yaml.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shape/kinds.h"
#include "shape/setting_values.h"
#include "shape/settings.h"

namespace milepost {

/// Names that `covers` may have beside the fields of a release, because what they stand for is
/// written in several places.
bool is_composed_cover(std::string_view name);

/// Which roles have to sign a release, what they sign, and where it is written. What cannot be read
/// is reported at its place and left at its default. The nodes of the roles are added to `roles`:
/// whether `roles:` has them is known once all of the file is read.
void read_sign_off_settings(const SettingValues& yaml, uint32_t node, const Kinds& kinds,
                            Settings& settings, std::vector<uint32_t>& roles);

}  // namespace milepost
