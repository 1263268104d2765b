// Spawning git with nothing of the user's or the repository's configuration that could run a
// command.
#include "files/git.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace milepost {

std::optional<std::string> run_git(const std::string& folder,
                                   const std::vector<std::string>& arguments, size_t limit) {
  std::vector<std::string> words = {"git", "--no-pager",      "-C", folder,
                                    "-c",  "core.fsmonitor=", "-c", "core.hooksPath=/dev/null",
                                    "-c",  "core.pager=cat",  "-c", "protocol.allow=never"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::array<std::string, 9> settings = {"PATH=/usr/local/bin:/usr/bin:/bin",
                                         "HOME=/nonexistent",
                                         "XDG_CONFIG_HOME=/nonexistent",
                                         "GIT_CONFIG_NOSYSTEM=1",
                                         "GIT_CONFIG_GLOBAL=/dev/null",
                                         "GIT_OPTIONAL_LOCKS=0",
                                         "GIT_TERMINAL_PROMPT=0",
                                         "GIT_NO_LAZY_FETCH=1",
                                         "LC_ALL=C"};
  std::vector<char*> envp;
  for (std::string& setting : settings) envp.push_back(setting.data());
  envp.push_back(nullptr);

  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int spawned = ::posix_spawnp(&child, "git", &actions, nullptr, argv.data(), envp.data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  std::string out;
  bool complete = spawned == 0;
  std::array<char, 64 << 10> buffer;
  while (spawned == 0) {
    const ssize_t got = ::read(ends[0], buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    const size_t room = limit - out.size();
    out.append(buffer.data(), std::min(room, static_cast<size_t>(got)));
    if (out.size() == limit) break;
  }
  ::close(ends[0]);
  if (spawned == 0) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    // Cut off by us, it dies of a broken pipe; what it said until then counts.
    complete = out.size() == limit || (WIFEXITED(status) && WEXITSTATUS(status) == 0);
  }
  if (!complete) return std::nullopt;
  return out;
}

}  // namespace milepost
