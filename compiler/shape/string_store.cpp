// Strings in chunks: few allocations, and no view ever dangles.
#include "shape/string_store.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace milepost {
namespace {
constexpr std::size_t kFirstChunk = 256;
constexpr std::size_t kLargestChunk = 16384;
}  // namespace

std::string_view StringStore::keep(std::string_view text) {
  if (text.empty()) return {};
  if (chunks_.empty() || chunks_.back().capacity() - chunks_.back().size() < text.size()) {
    const std::size_t wanted =
        chunks_.empty() ? kFirstChunk : std::min(kLargestChunk, chunks_.back().capacity() * 2);
    chunks_.emplace_back().reserve(std::max(wanted, text.size()));
  }
  std::string& chunk = chunks_.back();
  const std::size_t begin = chunk.size();
  chunk.append(text);
  return std::string_view(chunk).substr(begin);
}

void StringStore::move_to(std::deque<std::string>& out) {
  std::move(chunks_.begin(), chunks_.end(), std::back_inserter(out));
  chunks_.clear();
}

}  // namespace milepost
