// The git binary, run by argv without a shell, and only to read.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// What `git ARGUMENTS` prints, run in `folder` with a clean environment: no system or user
/// configuration, no hooks, no file system monitor, no filters, no prompts, no network. Nothing if
/// git is missing or says no. Only for commands that read (rev-parse, for-each-ref, grep,
/// cat-file). Output past `limit` bytes is cut off.
std::optional<std::string> run_git(const std::string& folder,
                                   const std::vector<std::string>& arguments,
                                   size_t limit = 64u << 20);

}  // namespace milepost
