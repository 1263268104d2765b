// The anchors of a tape: its headings, and the `a` elements that have an id or a name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "link/program.h"

namespace milepost {

/// Built for a tape when it is first asked for. One thread only.
class AnchorTable {
 public:
  explicit AnchorTable(Program& program);

  struct Hit {
    uint32_t node = 0;
    std::string_view anchor;  // as the target spells it; lives as long as the program
  };
  /// `fragment` as written: percent-decoded, and found in other letters too (GitHub does so).
  std::optional<Hit> find(uint32_t tape, std::string_view fragment);
  /// The anchor most like it, or empty; always empty after a million looks.
  std::string suggest(uint32_t tape, std::string_view fragment);
  /// The tape of a file's body.
  uint32_t body_of(FileId file) const { return bodies_[static_cast<uint32_t>(file)]; }

 private:
  struct Anchors {
    std::unordered_map<std::string, Hit> hits;  // by collision key
    std::vector<std::string_view> names;        // in order
  };
  const Anchors& of(uint32_t tape);

  Program& program_;
  std::vector<uint32_t> bodies_;
  std::unordered_map<uint32_t, Anchors> tapes_;
  std::size_t looks_ = 0;
};

/// The value of an element's attribute ("name=value" children), or empty.
std::string_view attribute_of(const Tape& tape, uint32_t element, std::string_view name);

}  // namespace milepost
