// Layouts that were worked out before in the same run, and the processes that did it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "draw/layered_graph.h"

namespace milepost {

class LayoutProcess;

/// Answers by what was asked, so that what is remembered is what would be answered again; and
/// workers that wait for more. From any thread. Sites of several audiences and versions share one;
/// the question itself is the key, so nothing of one site reaches another that did not ask the
/// same.
class LayoutMemory {
 public:
  using Question = std::vector<uint32_t>;  // encode() of a graph

  LayoutMemory();
  ~LayoutMemory();
  LayoutMemory(const LayoutMemory&) = delete;
  LayoutMemory& operator=(const LayoutMemory&) = delete;

  std::optional<LayoutAnswer> find(const Question& question) const;
  void remember(Question question, const LayoutAnswer& answer);

  /// One that waits, or a new one.
  std::unique_ptr<LayoutProcess> borrow(const std::string& program);
  void give_back(std::unique_ptr<LayoutProcess> process);

 private:
  mutable std::mutex mutex_;
  std::map<Question, LayoutAnswer> answers_;
  std::vector<std::unique_ptr<LayoutProcess>> idle_;
};

}  // namespace milepost
