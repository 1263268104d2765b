// The process that lays graphs out: ourselves, started with one argument that no help names.
#pragma once

#include <cstdint>
#include <string_view>

namespace milepost {

/// The only argument of a worker.
inline constexpr std::string_view kLayoutWorker = "lay-out-graphs";

/// The length of an answer of nothing: the graph took more than its time of the processor.
inline constexpr uint32_t kLayoutTooLong = 0xFFFFFFFF;

/// Reads graphs from standard input and writes where their nodes stand to standard output, until
/// there are no more; see layered_graph.h. A message is its length in words and then the words, 32
/// bits each in the order of the machine; the answer to a graph that cannot be laid out is empty.
///
/// Each graph is laid out by a child of its own, which has the library as it is before its first
/// graph: it keeps something of each for the next, and an answer is to depend on its question
/// alone.
///
/// Graphviz orders and places, nothing else: it gets numbers, has no plugin that could open a font
/// or a file, and draws nothing. It is not safe in threads and can take for ever, so it stays in
/// these processes, which limit their memory and, for each graph, their time, and can be killed.
/// Returns the exit status.
int run_layout_worker();

}  // namespace milepost
