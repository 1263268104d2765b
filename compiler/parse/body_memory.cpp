// Keeps tapes of the version that is parsed and of the one before.
#include "parse/body_memory.h"

#include <utility>

namespace milepost {
namespace {

constexpr size_t kMostBytes = 128u << 20;  // of each of the two versions

size_t bytes_of(const Tape& tape) {
  return 200 + tape.text.size() + tape.nodes.size() * sizeof(TapeNode);
}

}  // namespace

std::shared_ptr<const Tape> BodyMemory::find(std::string_view content, uint32_t offset) {
  const std::lock_guard lock(mutex_);
  if (const auto at = now_.find(content); at != now_.end()) {
    return at->second.offset == offset ? at->second.tape : nullptr;
  }
  const auto at = before_.find(content);
  if (at == before_.end() || at->second.offset != offset) return nullptr;
  std::shared_ptr<const Tape> tape = at->second.tape;
  bytes_ += bytes_of(*tape);
  if (bytes_ <= kMostBytes) now_.insert(before_.extract(at));
  return tape;
}

void BodyMemory::keep(std::string_view content, uint32_t offset, const Tape& tape) {
  const size_t bytes = bytes_of(tape);
  auto kept = std::make_shared<const Tape>(tape);
  const std::lock_guard lock(mutex_);
  if (bytes_ + bytes > kMostBytes) return;
  bytes_ += bytes;
  now_.insert_or_assign(std::string(content), Body{std::move(kept), offset});
}

void BodyMemory::next_version() {
  const std::lock_guard lock(mutex_);
  before_ = std::exchange(now_, {});
  bytes_ = 0;
}

}  // namespace milepost
