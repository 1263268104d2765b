// A process that lays graphs out, and our end of what leads to it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "draw/layered_graph.h"

namespace milepost {

/// For one thread at a time. Ends its process with itself.
class LayoutProcess {
 public:
  /// Starts `program` with kLayoutWorker.
  explicit LayoutProcess(const std::string& program);
  ~LayoutProcess();
  LayoutProcess(const LayoutProcess&) = delete;
  LayoutProcess& operator=(const LayoutProcess&) = delete;

  /// False if it could not be started, or was ended since.
  bool lives() const;
  /// `words` are a graph's, by encode(). The answer depends on nothing else; the clock may only
  /// take it away. What does not answer within so many milliseconds by the wall is ended.
  LayoutAnswer ask(const std::vector<uint32_t>& words, int milliseconds);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace milepost
