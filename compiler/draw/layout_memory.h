// Layouts that were worked out before in the same run.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "draw/layered_graph.h"

namespace milepost {

/// Answers by all that a worker was asked, in its order: so that what is remembered is what it
/// would answer again. From any thread. Sites of several audiences share one; the question itself
/// is the key, so nothing of one site reaches another that did not ask the same.
class LayoutMemory {
 public:
  using Question = std::vector<uint32_t>;  // encode() of each graph, after its length

  std::optional<std::vector<LayoutAnswer>> find(const Question& question) const {
    const std::lock_guard lock(mutex_);
    const auto known = answers_.find(question);
    return known == answers_.end() ? std::nullopt : std::optional(known->second);
  }
  void remember(Question question, const std::vector<LayoutAnswer>& answers) {
    const std::lock_guard lock(mutex_);
    answers_.emplace(std::move(question), answers);
  }

 private:
  mutable std::mutex mutex_;
  std::map<Question, std::vector<LayoutAnswer>> answers_;
};

}  // namespace milepost
