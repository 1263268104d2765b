// Asks workers for what is not known yet.
#include "draw/layout_workers.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <utility>

#include "draw/layout_process.h"
#include "threads/for_each.h"

namespace milepost {

std::optional<LayoutAnswer> LayoutMemory::find(const Question& question) const {
  const std::lock_guard lock(mutex_);
  const auto known = answers_.find(question);
  return known == answers_.end() ? std::nullopt : std::optional(known->second);
}

void LayoutMemory::remember(Question question, const LayoutAnswer& answer) {
  const std::lock_guard lock(mutex_);
  answers_.emplace(std::move(question), answer);
}

std::unique_ptr<LayoutProcess> LayoutMemory::borrow(const std::string& program) {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<LayoutProcess> process = std::move(idle_.back());
      idle_.pop_back();
      return process;
    }
  }
  return std::make_unique<LayoutProcess>(program);
}

void LayoutMemory::give_back(std::unique_ptr<LayoutProcess> process) {
  const std::lock_guard lock(mutex_);
  if (process->lives()) idle_.push_back(std::move(process));
}

LayoutMemory::LayoutMemory() = default;
LayoutMemory::~LayoutMemory() = default;

std::vector<LayoutAnswer> lay_out_graphs(std::span<const LayeredGraph> graphs,
                                         const LayoutWorkers& workers) {
  std::vector<LayoutAnswer> answers(graphs.size());
  if (workers.program.empty()) return answers;
  LayoutMemory own;
  LayoutMemory& memory = workers.memory != nullptr ? *workers.memory : own;
  struct Asked {
    size_t graph;
    LayoutMemory::Question question;
  };
  std::vector<Asked> unknown;
  for (size_t i = 0; i < graphs.size(); ++i) {
    LayoutMemory::Question question = encode(graphs[i]);
    if (auto known = memory.find(question)) {
      answers[i] = std::move(*known);
    } else {
      unknown.push_back({i, std::move(question)});
    }
  }
  const unsigned jobs = std::clamp(workers.jobs, 1U, 2U);
  std::atomic<unsigned> expired = 0;
  for_each_range(jobs, unknown.size(), [&](size_t first, size_t last) {
    std::unique_ptr<LayoutProcess> process;
    for (size_t i = first; i < last; ++i) {
      LayoutAnswer& answer = answers[unknown[i].graph];
      if (expired >= kMostExpired) {
        answer.state = LayoutState::expired;
        continue;
      }
      if (!process || !process->lives()) process = memory.borrow(workers.program);
      answer = process->ask(unknown[i].question, workers.milliseconds);
      if (answer.state == LayoutState::expired) ++expired;
      // What the clock took away may come the next time.
      if (answer.state == LayoutState::done)
        memory.remember(std::move(unknown[i].question), answer);
    }
    if (process) memory.give_back(std::move(process));
  });
  return answers;
}

}  // namespace milepost
