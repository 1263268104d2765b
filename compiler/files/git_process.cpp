// The one place where git is spawned.
#include "files/git_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

namespace milepost {
namespace {

// In a container the checkout often belongs to another user, and git then refuses to read it, lest
// the owner's configuration run something. It can run nothing here, and we write nothing. Older
// versions of git believe this of a user's configuration file alone, so it is given as one.
constexpr std::string_view kUserConfiguration = "[safe]\n\tdirectory = *\n";

int user_configuration() {
  const int file = ::memfd_create("milepost-git-config", MFD_CLOEXEC);
  if (file < 0) return -1;
  if (::write(file, kUserConfiguration.data(), kUserConfiguration.size()) < 0) {
    ::close(file);
    return -1;
  }
  return file;
}

void give(posix_spawn_file_actions_t& actions, int from, int to, int mode) {
  if (from < 0) {
    ::posix_spawn_file_actions_addopen(&actions, to, "/dev/null", mode, 0);
  } else {
    ::posix_spawn_file_actions_adddup2(&actions, from, to);
  }
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

}  // namespace

pid_t start_git(const std::string& folder, const std::vector<std::string>& arguments,
                const GitEnds& ends) {
  std::vector<std::string> words = {"git", "--no-pager",
                                    "-C",  folder,
                                    "-c",  "core.fsmonitor=",
                                    "-c",  "core.hooksPath=/dev/null",
                                    "-c",  "core.pager=cat",
                                    "-c",  "protocol.allow=never",
                                    "-c",  "safe.directory=*",
                                    "-c",  "log.showSignature=false",
                                    "-c",  "i18n.logOutputEncoding=UTF-8"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  const int user = user_configuration();
  // GIT_ALLOW_PROTOCOL is stronger than `protocol.NAME.allow` of the repository: versions of git
  // that do not know GIT_NO_LAZY_FETCH start `git fetch` for what a partial clone lacks.
  std::vector<std::string> settings = {
      "PATH=/usr/local/bin:/usr/bin:/bin",
      "HOME=/nonexistent",
      "XDG_CONFIG_HOME=/nonexistent",
      "GIT_CONFIG_NOSYSTEM=1",
      "GIT_CONFIG_GLOBAL=" +
          (user < 0 ? std::string("/dev/null") : "/proc/self/fd/" + std::to_string(user)),
      "GIT_OPTIONAL_LOCKS=0",
      "GIT_TERMINAL_PROMPT=0",
      "GIT_NO_LAZY_FETCH=1",
      "GIT_ALLOW_PROTOCOL=none",
      "GIT_NO_REPLACE_OBJECTS=1",
      "GIT_ATTR_NOSYSTEM=1",
      "LC_ALL=C"};

  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  give(actions, ends.in, STDIN_FILENO, O_RDONLY);
  give(actions, ends.out, STDOUT_FILENO, O_WRONLY);
  give(actions, ends.error, STDERR_FILENO, O_WRONLY);
  // To its own number: it stays open in the child, and in no other that is started meanwhile.
  for (const int kept : ends.kept) ::posix_spawn_file_actions_adddup2(&actions, kept, kept);
  if (user >= 0) ::posix_spawn_file_actions_adddup2(&actions, user, user);
  pid_t child = -1;
  const int problem = ::posix_spawnp(&child, "git", &actions, nullptr, pointers(words).data(),
                                     pointers(settings).data());
  ::posix_spawn_file_actions_destroy(&actions);
  if (user >= 0) ::close(user);
  if (problem == 0) return child;
  errno = problem;
  return -1;
}

int wait_for_git(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace milepost
