// A text with parts of it replaced, and the way back to where its bytes were written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace milepost {

/// [begin, end) gives way to `with`.
struct Replacement {
  uint32_t begin = 0, end = 0;
  std::string with = {};
};

/// Borrows the text.
class RewrittenText {
 public:
  /// In any order. One that begins inside another is dropped: the earlier and longer one wins.
  /// Linear in the text, and in the replacements but for their order.
  RewrittenText(std::string_view text, std::vector<Replacement> parts);

  /// By line of the result: the line of the text that it began on, from 1. Linear but for a binary
  /// search a line.
  std::vector<uint32_t> lines() const;
  /// After lines().
  std::string take() { return std::move(bytes_); }

  /// Where the byte at `offset` of the result stood; of what was put in, where it was put. O(log
  /// n).
  uint32_t original(uint32_t offset) const;

 private:
  /// From byte `made` of the result on, bytes stood at `from` and behind.
  struct Run {
    uint32_t made = 0, from = 0;
    bool own = false;  // put in: all of it stood at `from`
  };

  std::string_view text_;
  std::string bytes_;
  std::vector<Run> runs_;
};

}  // namespace milepost
