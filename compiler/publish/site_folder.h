// The folder that holds a site for each of several audiences.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publish/target.h"

namespace milepost {

struct SiteFolderCheck {
  std::vector<OutputTarget> targets;  // as `names`, which are folders in it
  std::optional<Refusal> refusal;
};

/// Refuses what check_target() refuses of each `DIR/name`, a folder that is itself a site, and
/// names that are no safe name of a folder everywhere or that differ in nothing but case. Makes the
/// folder `out` if it is not there and nothing is refused: the only thing it writes.
SiteFolderCheck check_site_folder(std::string_view out, const std::vector<std::string>& names,
                                  const TargetContext& context);

}  // namespace milepost
