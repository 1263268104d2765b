// Graphviz, and nothing of it leaves this file.
#include "draw/layout_worker.h"

#include <graphviz/gvc.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "draw/layered_graph.h"

extern "C" {
extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
}

namespace milepost {
namespace {

constexpr rlim_t kSeconds = 3;             // of the processor, for one graph
constexpr rlim_t kMemory = 1ULL << 30;     // all it may have
constexpr uint32_t kMostWords = 1U << 20;  // of a message
constexpr int32_t kApart = 10;             // px between nodes of a rank
constexpr int32_t kLaneMargin = 8;         // px inside a lane, above and below

// Its functions take text that they do not change as `char*`.
class Text {
 public:
  explicit Text(std::string text) : text_(std::move(text)) {}
  operator char*() { return text_.data(); }

 private:
  std::string text_;
};

// It measures in inches of 72; whole px come back as they were.
Text inches(int32_t px) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), px / 72.0,
                                 std::chars_format::fixed, 9);
  return Text(std::string(digits.data(), end.ptr));
}

Text number_name(uint32_t number) {
  return Text(std::to_string(number));
}

void declare(Agraph_t* graph, int of, const char* name, const char* value) {
  agattr(graph, of, Text(name), Text(value));
}

// Left to itself it numbers named things by where their names lie in memory, and puts lanes in that
// order. These numbers count.
Agiddisc_t counting_ids() {
  Agiddisc_t ids{};
  ids.open = [](Agraph_t*, Agdisc_t*) -> void* { return new IDTYPE{0}; };
  ids.map = [](void* count, int, char* name, IDTYPE* id, int create) -> long {
    if (name != nullptr || create == 0) return 0;  // it keeps names itself
    *id = ++*static_cast<IDTYPE*>(count);
    return 1;
  };
  ids.alloc = [](void*, int, IDTYPE) -> long { return 0; };
  ids.free = [](void*, int, IDTYPE) {};
  ids.print = [](void*, int, IDTYPE) -> char* { return nullptr; };
  ids.close = [](void* count) { delete static_cast<IDTYPE*>(count); };
  ids.idregister = [](void*, int, void*) {};
  return ids;
}

Agraph_t* begin_graph(Agdisc_t& discipline) {
  Agraph_t* graph = agopen(Text("g"), Agstrictdirected, &discipline);
  // The ranks of the whole graph count, not those inside each lane; lines are ours to draw.
  declare(graph, AGRAPH, "newrank", "true");
  declare(graph, AGRAPH, "splines", "none");
  agattr(graph, AGRAPH, Text("nodesep"), inches(kApart));
  agattr(graph, AGRAPH, Text("margin"), Text(std::to_string(kLaneMargin)));
  declare(graph, AGNODE, "shape", "box");
  declare(graph, AGNODE, "fixedsize", "true");
  declare(graph, AGNODE, "label", "");
  declare(graph, AGNODE, "width", "1");
  declare(graph, AGNODE, "height", "0.25");
  declare(graph, AGEDGE, "weight", "1");
  return graph;
}

// Ranks run down its page and across ours, so that a height is its width. Empty if a node is not
// in the rank it should be in.
std::vector<uint32_t> middles_of(Agraph_t* graph, const LayeredGraph& asked,
                                 const std::vector<Agnode_t*>& nodes) {
  static_cast<void>(graph);
  std::vector<uint32_t> middles;
  middles.reserve(nodes.size());
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (static_cast<uint32_t>(ND_rank(nodes[i])) != asked.nodes[i].rank) return {};
    const double middle = ND_coord(nodes[i]).x;
    if (!(middle >= 0 && middle < 1e9)) return {};
    middles.push_back(static_cast<uint32_t>(middle + 0.5));
  }
  return middles;
}

std::vector<uint32_t> lay_out(GVC_t* context, const LayeredGraph& asked) {
  Agiddisc_t ids = counting_ids();
  Agdisc_t discipline{&AgMemDisc, &ids, &AgIoDisc};
  Agraph_t* graph = begin_graph(discipline);
  std::vector<Agraph_t*> lanes;
  for (uint32_t i = 0; asked.lanes > 1 && i < asked.lanes; ++i) {
    lanes.push_back(agsubg(graph, Text("cluster" + std::to_string(i)), 1));
  }
  std::vector<Agnode_t*> nodes;
  nodes.reserve(asked.nodes.size());
  for (uint32_t i = 0; i < asked.nodes.size(); ++i) {
    nodes.push_back(agnode(graph, number_name(i), 1));
    agset(nodes.back(), Text("width"), inches(asked.nodes[i].height));
    if (!lanes.empty()) agsubnode(lanes[asked.nodes[i].lane], nodes.back(), 1);
  }
  for (const LayeredEdge& edge : asked.edges) {
    Agedge_t* made = agedge(graph, nodes[edge.from], nodes[edge.to], nullptr, 1);
    agset(made, Text("weight"), number_name(edge.weight));
  }
  std::vector<uint32_t> middles;
  if (gvLayout(context, graph, "dot") == 0) {
    middles = middles_of(graph, asked, nodes);
    gvFreeLayout(context, graph);
  }
  agclose(graph);
  return middles;
}

// --- messages --------------------------------------------------------------------------------

bool read_all(void* to, size_t size) {
  char* at = static_cast<char*>(to);
  while (size > 0) {
    const ssize_t got = ::read(STDIN_FILENO, at, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    size -= static_cast<size_t>(got);
  }
  return true;
}

bool write_all(const void* from, size_t size) {
  const char* at = static_cast<const char*>(from);
  while (size > 0) {
    const ssize_t put = ::write(STDOUT_FILENO, at, size);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    at += put;
    size -= static_cast<size_t>(put);
  }
  return true;
}

void limit(decltype(RLIMIT_AS) what, rlim_t soft) {
  struct rlimit now {};
  if (::getrlimit(what, &now) != 0) return;
  now.rlim_cur = std::min(soft, now.rlim_max);
  ::setrlimit(what, &now);
}

// It works on numbers that it has, and may open, write and leave behind nothing.
void limit_for_good() {
#if !defined(__SANITIZE_ADDRESS__)
  limit(RLIMIT_AS, kMemory);
#endif
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 3);
}

// The child that lays out one graph and writes the answer. Never returns.
[[noreturn]] void answer_and_end(GVC_t* context, std::span<const uint32_t> words, pid_t parent) {
  // Who asked may have gone, or have ended the parent for being late.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);
  limit(RLIMIT_CPU, kSeconds);
  LayeredGraph asked;
  std::vector<uint32_t> answer;
  if (decode(words, asked)) answer = lay_out(context, asked);
  // Half an answer could not be told from another.
  limit(RLIMIT_CPU, RLIM_INFINITY);
  const auto size = static_cast<uint32_t>(answer.size());
  const bool written =
      write_all(&size, sizeof size) && write_all(answer.data(), size * sizeof size);
  ::_exit(written ? 0 : 1);
}

// False if there is nobody to answer to any more, or no telling what was answered.
bool answer_in_child(GVC_t* context, std::span<const uint32_t> words) {
  const pid_t self = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) answer_and_end(context, words, self);
  int status = 0;
  if (child > 0) {
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status)) return WEXITSTATUS(status) == 0;
  }
  // It ended before it wrote anything.
  const bool late = child > 0 && WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
  const uint32_t size = late ? kLayoutTooLong : 0;
  return write_all(&size, sizeof size);
}

}  // namespace

int run_layout_worker() {
  limit_for_good();
  lt_symlist_t plugins[] = {{"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
                            {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                            {nullptr, nullptr}};
  GVC_t* context = gvContextPlugins(plugins, 0);
  agseterr(AGMAX);
  uint32_t count = 0;
  while (read_all(&count, sizeof count) && count <= kMostWords) {
    std::vector<uint32_t> words(count);
    if (!read_all(words.data(), count * sizeof count)) break;
    if (!answer_in_child(context, words)) break;
  }
  gvFreeContext(context);
  return 0;
}

}  // namespace milepost
