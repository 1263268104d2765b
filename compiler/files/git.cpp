// One question to git.
#include "files/git.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "files/git_process.h"

namespace milepost {
namespace {

constexpr size_t kComplaint = 4096;  // bytes of it that are kept

void read_up_to(int from, size_t limit, std::string& out, bool& cut) {
  std::array<char, 64 << 10> buffer;
  for (;;) {
    const ssize_t got = ::read(from, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return;
    const size_t room = limit - out.size();
    cut = static_cast<size_t>(got) > room;
    out.append(buffer.data(), std::min(room, static_cast<size_t>(got)));
    if (cut) return;
  }
}

}  // namespace

GitAnswer ask_git(const std::string& folder, const std::vector<std::string>& arguments,
                  size_t limit, const std::vector<int>& kept) {
  GitAnswer answer;
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return answer;
  // A file, not a second pipe: whoever fills the one while we read the other waits for ever.
  const int complaints = ::memfd_create("milepost-git-error", MFD_CLOEXEC);
  const pid_t child = start_git(folder, arguments, {-1, ends[1], complaints, kept});
  ::close(ends[1]);
  if (child >= 0) {
    answer.started = true;
    read_up_to(ends[0], limit, answer.out, answer.cut);
  }
  ::close(ends[0]);
  if (child >= 0) {
    answer.status = wait_for_git(child);
    // Cut off by us, it dies of a broken pipe; what it said until then counts.
    if (answer.cut) answer.status = 0;
  }
  if (complaints >= 0) {
    bool cut = false;
    if (answer.started && ::lseek(complaints, 0, SEEK_SET) == 0) {
      read_up_to(complaints, kComplaint, answer.error, cut);
    }
    ::close(complaints);
  }
  return answer;
}

std::optional<std::string> run_git(const std::string& folder,
                                   const std::vector<std::string>& arguments, size_t limit) {
  GitAnswer answer = ask_git(folder, arguments, limit);
  if (!answer.started || answer.status != 0) return std::nullopt;
  return std::move(answer.out);
}

}  // namespace milepost
