// What --zip and --label mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "driver/command_line.h"
#include "publish/target.h"

namespace milepost {

/// Says what is wrong with --label, and gives the exit status: it is at most 40 characters, none of
/// them a control character or one that is not seen.
int check_label(const CommandLine& line);

/// The file that --zip means for an audience: `{audience}` in it is its name. Empty without --zip.
std::string zip_of(const CommandLine& line, std::string_view audience);

/// Refuses a --zip that is no place for a zip (publish/site_zip.h), that would be one file for
/// several sites, or that names the audience of a build without one. `audiences` and `sites`, the
/// absolute folders of the sites, are in the same order.
std::optional<Refusal> check_zips(const CommandLine& line, const TargetContext& context,
                                  const std::vector<std::string>& audiences,
                                  const std::vector<std::string>& sites);

}  // namespace milepost
