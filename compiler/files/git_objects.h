// Objects of a repository from a `git cat-file` that stays.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// A git that answers one line after the other on a socket. Starts with the first question.
class GitConversation {
 public:
  GitConversation(std::string folder, std::vector<std::string> arguments)
      : folder_(std::move(folder)), arguments_(std::move(arguments)) {}
  ~GitConversation() { stop(); }
  GitConversation(const GitConversation&) = delete;
  GitConversation& operator=(const GitConversation&) = delete;

  /// Starts it again if it has ended, but not without end. False: it cannot be asked.
  bool send(std::string_view text);
  /// Without its line end. False: it has ended.
  bool line(std::string& to);
  bool bytes(size_t count, std::string& to);
  bool skip(uint64_t count);
  void stop();

 private:
  bool start();
  bool fill();

  std::string folder_;
  std::vector<std::string> arguments_;
  int socket_ = -1;
  pid_t child_ = -1;
  unsigned starts_ = 0;
  std::string buffer_;
  size_t read_ = 0;  // of `buffer_`
};

enum class GitObjectState : uint8_t { found, missing, too_large, broken };

struct GitObject {
  GitObjectState state = GitObjectState::missing;
  std::string id;    // in hexadecimal
  std::string type;  // "commit", "tree", "blob", "tag"
  uint64_t size = 0;
  std::string bytes;  // if they were asked for
};

/// Only full names in hexadecimal?
bool is_object_id(std::string_view text);

/// Not for threads at once.
class GitObjects {
 public:
  explicit GitObjects(const std::string& folder)
      : headers_(folder, {"cat-file", "--batch-check"}),
        contents_(folder, {"cat-file", "--batch"}) {}

  /// Without bytes, in the order of `names`: ids or revisions, without control characters.
  std::vector<GitObject> headers(std::span<const std::string> names);
  /// `too_large` without reading it if it has more than `limit` bytes.
  GitObject read(const std::string& id, uint64_t limit);
  /// At most `limit` bytes of it.
  GitObject read_beginning(const std::string& id, uint64_t limit);

 private:
  GitObject take(GitObject object, uint64_t limit);

  GitConversation headers_, contents_;
};

}  // namespace milepost
