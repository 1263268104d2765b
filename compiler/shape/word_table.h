// A hash table from words to small numbers, in several name spaces at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// Filled once, then only asked. Words are copied into one block of memory. O(1).
class WordTable {
 public:
  /// `expected` entries fit without growing.
  explicit WordTable(size_t expected);

  /// Keeps the first value of a word; true if this was the first. At most 65,535 bytes a word.
  bool add(uint32_t scope, std::string_view word, uint16_t value);
  std::optional<uint16_t> find(uint32_t scope, std::string_view word) const;

 private:
  struct Slot {
    uint64_t hash = 0;
    uint32_t scope = 0;
    uint32_t offset = 0;
    uint16_t length = 0;
    uint16_t value = 0;
    bool used = false;
  };

  size_t slot_of(uint32_t scope, std::string_view word, uint64_t hash) const;
  void grow();

  std::string words_;
  std::vector<Slot> slots_;  // a power of two
  size_t count_ = 0;
};

/// The key by which words are compared: normalize_label, or the emoji if there is nothing else.
std::string word_key(std::string_view word);

}  // namespace milepost
