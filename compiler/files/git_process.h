// How git is started: by argv without a shell, with nothing of anybody's configuration that could
// run a command.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace milepost {

/// What the child gets. Borrowed; -1: /dev/null.
struct GitEnds {
  int in = -1, out = -1, error = -1;
  std::vector<int> kept = {};  // it has them under the same numbers: `/proc/self/fd/N`
};

/// Starts `git ARGUMENTS` in `folder`: no system or user configuration, no hooks, no file system
/// monitor, no prompts, no network, no objects fetched, none replaced, whoever owns the repository.
/// The caller waits for it. -1: there is no git, or errno says otherwise.
pid_t start_git(const std::string& folder, const std::vector<std::string>& arguments,
                const GitEnds& ends);

/// Waits for it; its exit status, -1 if a signal ended it.
int wait_for_git(pid_t child);

}  // namespace milepost
