// Lets git merge three texts.
#include "files/line_merge.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "files/git.h"

namespace milepost {
namespace {

// So long that no line of a program looks like it.
constexpr size_t kMarkerSize = 71;
constexpr size_t kOutput = 256u << 20;

// A file in memory.
class Held {
 public:
  explicit Held(std::string_view bytes) : file_(::memfd_create("milepost-merge", MFD_CLOEXEC)) {
    while (file_ >= 0 && !bytes.empty()) {
      const ssize_t written = ::write(file_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) {
        ::close(std::exchange(file_, -1));
        return;
      }
      bytes.remove_prefix(static_cast<size_t>(written));
    }
  }
  ~Held() {
    if (file_ >= 0) ::close(file_);
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  int file() const { return file_; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

bool is_marker(std::string_view line, char mark) {
  return line.size() >= kMarkerSize &&
         std::ranges::all_of(line.substr(0, kMarkerSize), [&](char c) { return c == mark; }) &&
         (line.size() == kMarkerSize || line[kMarkerSize] == ' ' || line[kMarkerSize] == '\n' ||
          line[kMarkerSize] == '\r');
}

// Keeps our side of what is marked.
LineMerge without_marks(std::string_view marked) {
  enum class Side { both, ours, theirs } side = Side::both;
  LineMerge merge;
  merge.possible = true;
  while (!marked.empty()) {
    const size_t size = std::min(marked.find('\n'), marked.size() - 1) + 1;
    const std::string_view line = marked.substr(0, size);
    marked.remove_prefix(size);
    if (side == Side::both && is_marker(line, '<')) {
      side = Side::ours;
      merge.conflicts.push_back(static_cast<uint32_t>(merge.text.size()));
    } else if (side == Side::ours && is_marker(line, '=')) {
      side = Side::theirs;
    } else if (side == Side::theirs && is_marker(line, '>')) {
      side = Side::both;
    } else if (side != Side::theirs) {
      merge.text += line;
    }
  }
  return merge;
}

}  // namespace

LineMerge merge_lines(std::string_view ours, std::string_view base, std::string_view theirs) {
  const Held our_file(ours), base_file(base), their_file(theirs);
  const std::vector<int> files = {our_file.file(), base_file.file(), their_file.file()};
  if (std::ranges::any_of(files, [](int file) { return file < 0; })) return {};
  const GitAnswer answer = ask_git("/",
                                   {"-c", "merge.conflictStyle=merge", "merge-file", "-p", "-q",
                                    "--marker-size=" + std::to_string(kMarkerSize), our_file.path(),
                                    base_file.path(), their_file.path()},
                                   kOutput, files);
  // The status is the number of conflicts, up to 127; above that something else went wrong.
  if (!answer.started || answer.cut || answer.status < 0 || answer.status > 127) return {};
  return without_marks(answer.out);
}

}  // namespace milepost
