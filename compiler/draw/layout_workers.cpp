// Starts workers, talks to them, and ends those that take too long.
#include "draw/layout_workers.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <optional>
#include <utility>

#include "draw/layout_worker.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kGraphsOfWorker = 12;

/// A worker and our end of what leads to it.
class Worker {
 public:
  explicit Worker(const std::string& program) {
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
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() { end(); }

  bool lives() const { return end_ >= 0; }

  LayoutAnswer ask(const LayeredGraph& graph, int milliseconds) {
    LayoutAnswer answer;
    if (!lives()) return answer;
    until_ = Clock::now() + std::chrono::milliseconds(milliseconds);
    late_ = false;
    const std::vector<uint32_t> words = encode(graph);
    const auto count = static_cast<uint32_t>(words.size());
    uint32_t got = 0;
    std::vector<uint32_t> middles;
    const bool complete = send(&count, sizeof count) && send(words.data(), 4 * words.size()) &&
                          receive(&got, sizeof got) && (got == 0 || got == graph.nodes.size()) &&
                          (middles.resize(got), receive(middles.data(), 4 * middles.size()));
    if (complete && got > 0) {
      answer.state = LayoutState::done;
      answer.middles.assign(middles.begin(), middles.end());
    } else if (!complete) {
      // Killed by its own limit of processor time it is as late as by ours.
      answer.state = end() || late_ ? LayoutState::expired : LayoutState::failed;
    }
    return answer;
  }

 private:
  // True if it ended because it had used up its time.
  bool end() {
    if (!lives()) return false;
    ::close(std::exchange(end_, -1));
    if (late_) ::kill(child_, SIGKILL);
    int status = 0;
    while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
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

LayoutMemory::Question question_of(std::span<const LayeredGraph> graphs) {
  LayoutMemory::Question question;
  for (const LayeredGraph& graph : graphs) {
    const std::vector<uint32_t> words = encode(graph);
    question.push_back(static_cast<uint32_t>(words.size()));
    question.insert(question.end(), words.begin(), words.end());
  }
  return question;
}

}  // namespace

std::vector<LayoutAnswer> lay_out_graphs(std::span<const LayeredGraph> graphs,
                                         const LayoutWorkers& workers) {
  std::vector<LayoutAnswer> answers(graphs.size());
  if (workers.program.empty() || graphs.empty()) return answers;
  // Graphviz keeps something of each graph for the next: a worker's answers depend on all it was
  // asked before. So what one worker is asked is fixed by number, and not by who is free first.
  const size_t runs = (graphs.size() + kGraphsOfWorker - 1) / kGraphsOfWorker;
  const unsigned jobs = std::clamp(workers.jobs, 1U, 2U);
  std::atomic<unsigned> expired = 0;
  for_each_index(jobs, runs, [&](size_t run) {
    const size_t begin = run * kGraphsOfWorker;
    const size_t end = std::min(graphs.size(), begin + kGraphsOfWorker);
    LayoutMemory::Question question;
    if (workers.memory != nullptr) {
      question = question_of(graphs.subspan(begin, end - begin));
      if (const auto known = workers.memory->find(question)) {
        std::ranges::copy(*known, answers.begin() + static_cast<std::ptrdiff_t>(begin));
        return;
      }
    }
    std::optional<Worker> worker;
    for (size_t i = begin; i < end; ++i) {
      if (expired >= kMostExpired) {
        answers[i].state = LayoutState::expired;
        continue;
      }
      if (!worker || !worker->lives()) worker.emplace(workers.program);
      answers[i] = worker->ask(graphs[i], workers.milliseconds);
      if (answers[i].state == LayoutState::expired) ++expired;
    }
    const std::vector<LayoutAnswer> made(answers.begin() + static_cast<std::ptrdiff_t>(begin),
                                         answers.begin() + static_cast<std::ptrdiff_t>(end));
    const bool done = std::ranges::all_of(
        made, [](const LayoutAnswer& answer) { return answer.state == LayoutState::done; });
    // What the clock took away may come the next time.
    if (workers.memory != nullptr && done) workers.memory->remember(std::move(question), made);
  });
  return answers;
}

}  // namespace milepost
