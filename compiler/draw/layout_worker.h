// The process that lays graphs out: ourselves, started with one argument that no help names.
#pragma once

#include <string_view>

namespace milepost {

/// The only argument of a worker.
inline constexpr std::string_view kLayoutWorker = "lay-out-graphs";

/// Reads graphs from standard input and writes where their nodes stand to standard output, until
/// there are no more; see layered_graph.h. A message is its length in words and then the words, 32
/// bits each in the order of the machine; the answer to a graph that cannot be laid out is empty.
///
/// Graphviz orders and places, nothing else: it gets numbers, has no plugin that could open a font
/// or a file, and draws nothing. It is not safe in threads and can take for ever, so it stays in
/// this process, which limits its own memory and, for each graph, its time, and can be killed.
/// Returns the exit status.
int run_layout_worker();

}  // namespace milepost
