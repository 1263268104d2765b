// Asks git for objects, over and over.
#include "files/git_objects.h"

#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>

#include "files/git_process.h"
#include "text/ascii.h"

namespace milepost {
namespace {

// Each object that git dies of costs a start.
constexpr unsigned kMostStarts = 200;
// So many questions that they and their answers fit into the sockets at once: else git and we
// would each wait for the other to read.
constexpr size_t kRun = 256;
constexpr size_t kLongestLine = 1 << 20;
constexpr size_t kRead = 64 << 10;

std::optional<GitObject> header_of(std::string_view line) {
  const std::vector<std::string_view> words = split(line, ' ');
  if (words.size() != 3 || !is_object_id(words[0])) return std::nullopt;
  if (words[1] != "commit" && words[1] != "tree" && words[1] != "blob" && words[1] != "tag") {
    return std::nullopt;
  }
  GitObject object;
  object.state = GitObjectState::found;
  object.id = words[0];
  object.type = words[1];
  const char* end = words[2].data() + words[2].size();
  const auto [at, error] = std::from_chars(words[2].data(), end, object.size);
  if (error != std::errc() || at != end) return std::nullopt;
  return object;
}

}  // namespace

bool is_object_id(std::string_view text) {
  return (text.size() == 40 || text.size() == 64) && std::ranges::all_of(text, [](char c) {
           return is_ascii_digit(c) || (c >= 'a' && c <= 'f');
         });
}

bool GitConversation::start() {
  if (starts_ == kMostStarts) return false;
  ++starts_;
  // A socket instead of pipes: writing to a git that has ended is an error then, not a signal.
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
  child_ = start_git(folder_, arguments_, {ends[1], ends[1], -1});
  ::close(ends[1]);
  if (child_ < 0) {
    ::close(ends[0]);
    return false;
  }
  socket_ = ends[0];
  buffer_.clear();
  read_ = 0;
  return true;
}

void GitConversation::stop() {
  if (socket_ < 0) return;
  ::close(socket_);
  socket_ = -1;
  // It only reads, so nothing is lost; and it may be in the middle of something long.
  ::kill(child_, SIGKILL);
  wait_for_git(child_);
  child_ = -1;
}

bool GitConversation::send(std::string_view text) {
  // Of what an earlier question did to it we may learn only now.
  for (int tries = 0; tries < 2; ++tries) {
    if (socket_ < 0 && !start()) return false;
    std::string_view left = text;
    while (!left.empty()) {
      const ssize_t sent = ::send(socket_, left.data(), left.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) continue;
      if (sent <= 0) break;
      left.remove_prefix(static_cast<size_t>(sent));
    }
    if (left.empty()) return true;
    stop();
  }
  return false;
}

bool GitConversation::fill() {
  if (socket_ < 0) return false;
  if (read_ > 0) {
    buffer_.erase(0, read_);
    read_ = 0;
  }
  const size_t before = buffer_.size();
  buffer_.resize(before + kRead);
  ssize_t got = -1;
  do {
    got = ::read(socket_, buffer_.data() + before, kRead);
  } while (got < 0 && errno == EINTR);
  buffer_.resize(before + (got > 0 ? static_cast<size_t>(got) : 0));
  if (got <= 0) stop();
  return got > 0;
}

bool GitConversation::line(std::string& to) {
  size_t from = read_;
  for (;;) {
    const size_t end = buffer_.find('\n', from);
    if (end != std::string::npos) {
      to.assign(buffer_, read_, end - read_);
      read_ = end + 1;
      return true;
    }
    from = buffer_.size() - read_;  // fill() moves what is left to the front
    if (from > kLongestLine) stop();
    if (!fill()) return false;
  }
}

bool GitConversation::bytes(size_t count, std::string& to) {
  to.clear();
  to.reserve(count);
  for (;;) {
    const size_t have = std::min(buffer_.size() - read_, count - to.size());
    to.append(buffer_, read_, have);
    read_ += have;
    if (to.size() == count) return true;
    if (!fill()) return false;
  }
}

bool GitConversation::skip(uint64_t count) {
  for (;;) {
    const uint64_t have = std::min<uint64_t>(buffer_.size() - read_, count);
    read_ += static_cast<size_t>(have);
    count -= have;
    if (count == 0) return true;
    if (!fill()) return false;
  }
}

std::vector<GitObject> GitObjects::headers(std::span<const std::string> names) {
  std::vector<GitObject> objects(names.size());
  std::string text, line;
  for (size_t begin = 0; begin < names.size(); begin += kRun) {
    const size_t end = std::min(begin + kRun, names.size());
    text.clear();
    for (size_t i = begin; i < end; ++i) text += names[i] + "\n";
    bool asked = headers_.send(text);
    for (size_t i = begin; i < end; ++i) {
      // What git died of is broken; the others are asked again.
      if (!asked || !headers_.line(line)) {
        objects[i].state = GitObjectState::broken;
        text.clear();
        for (size_t j = i + 1; j < end; ++j) text += names[j] + "\n";
        asked = text.empty() || headers_.send(text);
        continue;
      }
      if (auto object = header_of(line)) objects[i] = std::move(*object);
    }
  }
  return objects;
}

GitObject GitObjects::read(const std::string& id, uint64_t limit) {
  GitObject object = headers({&id, 1}).front();
  if (object.state != GitObjectState::found) return object;
  object.state = GitObjectState::too_large;
  return object.size > limit ? object : take(std::move(object), limit);
}

GitObject GitObjects::read_beginning(const std::string& id, uint64_t limit) {
  GitObject object = headers({&id, 1}).front();
  return object.state == GitObjectState::found ? take(std::move(object), limit) : object;
}

GitObject GitObjects::take(GitObject object, uint64_t limit) {
  // A rest that is longer than this is not worth reading: git is started anew.
  constexpr uint64_t kLongestRest = 64u << 20;
  object.state = GitObjectState::broken;
  std::string line, end;
  if (!contents_.send(object.id + "\n") || !contents_.line(line)) return object;
  const auto header = header_of(line);
  if (!header) return object;
  if (header->size != object.size) {
    contents_.stop();
    return object;
  }
  const uint64_t kept = std::min(object.size, limit), rest = object.size - kept;
  bool read = contents_.bytes(static_cast<size_t>(kept), object.bytes);
  if (read && rest > kLongestRest) {
    contents_.stop();
  } else {
    read = read && contents_.skip(rest) && contents_.bytes(1, end);
  }
  if (!read) {
    object.bytes.clear();
    return object;
  }
  object.state = GitObjectState::found;
  return object;
}

}  // namespace milepost
