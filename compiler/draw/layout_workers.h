// Graphs to the workers that lay them out, and their answers.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "draw/layered_graph.h"
#include "draw/layout_memory.h"

namespace milepost {

/// How graphs are laid out. The default lays out none: tables stand in for all of them.
struct LayoutWorkers {
  std::string program;             // which is started with kLayoutWorker; empty: there is none
  unsigned jobs = 1;               // processes at a time; at most 2 are started
  int milliseconds = 3000;         // for one graph, by the wall; then its worker is killed
  LayoutMemory* memory = nullptr;  // of the run; null: every graph is laid out
};

/// One answer for each graph. The same graphs give the same answers whatever the number of jobs;
/// the clock may only take one away. After kMostExpired graphs that took too long no other is
/// tried. Never throws; leaves no process behind.
inline constexpr unsigned kMostExpired = 3;
std::vector<LayoutAnswer> lay_out_graphs(std::span<const LayeredGraph> graphs,
                                         const LayoutWorkers& workers);

}  // namespace milepost
