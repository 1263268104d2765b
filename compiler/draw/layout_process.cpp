// Starts a worker, talks to it, and ends it if it takes too long.
#include "draw/layout_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <utility>

#include "draw/layout_worker.h"

namespace milepost {
namespace {

using Clock = std::chrono::steady_clock;

}  // namespace

class LayoutProcess::State {
 public:
  explicit State(const std::string& program) {
    std::array<int, 2> ends{};
    // A socket and no pipe: writing to a worker that is dead must not kill us.
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return;
    std::string name = program;
    std::string argument(kLayoutWorker);
    std::array<char*, 3> argv = {name.data(), argument.data(), nullptr};
    std::array<char*, 1> envp = {nullptr};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (::posix_spawn(&child_, name.c_str(), &actions, nullptr, argv.data(), envp.data()) == 0) {
      end_ = ends[0];
    } else {
      child_ = 0;
      ::close(ends[0]);
    }
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { end(); }

  bool lives() const { return end_ >= 0; }

  LayoutAnswer ask(const std::vector<uint32_t>& words, int milliseconds) {
    LayoutAnswer answer;
    if (!lives() || words.empty()) return answer;
    until_ = Clock::now() + std::chrono::milliseconds(milliseconds);
    late_ = false;
    const auto count = static_cast<uint32_t>(words.size());
    const uint32_t nodes = words.front();
    uint32_t got = 0;
    std::vector<uint32_t> middles;
    const bool complete =
        send(&count, sizeof count) && send(words.data(), 4 * words.size()) &&
        receive(&got, sizeof got) && (got == 0 || got == kLayoutTooLong || got == nodes) &&
        (middles.resize(got == nodes ? got : 0), receive(middles.data(), 4 * middles.size()));
    if (!complete) {
      end();
      answer.state = late_ ? LayoutState::expired : LayoutState::failed;
    } else if (got == kLayoutTooLong) {
      // By its own limit of processor time it is as late as by ours.
      answer.state = LayoutState::expired;
    } else if (got > 0) {
      answer.state = LayoutState::done;
      answer.middles.assign(middles.begin(), middles.end());
    }
    return answer;
  }

 private:
  void end() {
    if (!lives()) return;
    ::close(std::exchange(end_, -1));
    if (late_) ::kill(child_, SIGKILL);
    while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  bool wait_for(short what) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until_ - Clock::now()).count();
    struct pollfd ready = {end_, what, 0};
    const int got = left > 0 ? ::poll(&ready, 1, static_cast<int>(left)) : 0;
    late_ = got == 0;
    return got > 0 || (got < 0 && errno == EINTR);
  }

  bool send(const void* from, size_t size) {
    const char* at = static_cast<const char*>(from);
    while (size > 0) {
      if (!wait_for(POLLOUT)) return false;
      const ssize_t put = ::send(end_, at, size, MSG_NOSIGNAL | MSG_DONTWAIT);
      if (put < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (put <= 0) return false;
      at += put;
      size -= static_cast<size_t>(put);
    }
    return true;
  }

  bool receive(void* to, size_t size) {
    char* at = static_cast<char*>(to);
    while (size > 0) {
      if (!wait_for(POLLIN)) return false;
      const ssize_t got = ::recv(end_, at, size, MSG_DONTWAIT);
      if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (got <= 0) return false;
      at += got;
      size -= static_cast<size_t>(got);
    }
    return true;
  }

  pid_t child_ = 0;
  int end_ = -1;
  Clock::time_point until_;
  bool late_ = false;
};

LayoutProcess::LayoutProcess(const std::string& program)
    : state_(std::make_unique<State>(program)) {}
LayoutProcess::~LayoutProcess() = default;

bool LayoutProcess::lives() const {
  return state_->lives();
}

LayoutAnswer LayoutProcess::ask(const std::vector<uint32_t>& words, int milliseconds) {
  return state_->ask(words, milliseconds);
}

}  // namespace milepost
