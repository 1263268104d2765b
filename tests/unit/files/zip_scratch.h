// Zips that tests write byte by byte, so that they can lie.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// An entry, stored as it is unless `deflated`. What is not said is what is true.
struct ScratchEntry {
  std::string name = {}, bytes = {};
  bool deflated = false;  // as one block that is not made smaller; at most 65,535 bytes
  uint32_t mode = 0100644;
  uint16_t flags = 0;
  std::optional<uint16_t> method = std::nullopt;
  std::optional<uint32_t> size = std::nullopt, packed_size = std::nullopt, crc = std::nullopt;
  std::optional<uint32_t> offset = std::nullopt;         // of its own header, in the directory
  std::optional<std::string> local_name = std::nullopt;  // in its own header
};

struct ScratchZip {
  std::vector<ScratchEntry> entries = {};
  std::string comment = {};
  std::optional<uint16_t> count = std::nullopt;  // of entries, as the last record claims it

  std::string bytes() const;
};

}  // namespace milepost
