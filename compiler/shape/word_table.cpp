// Open addressing with linear probing, at most half full.
#include "shape/word_table.h"

#include <algorithm>
#include <utility>

#include "text/ascii.h"
#include "text/emoji.h"
#include "text/words.h"

namespace milepost {
namespace {

uint64_t hash_of(uint32_t scope, std::string_view word) {
  uint64_t hash = 0xCBF29CE484222325u ^ scope;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash ^ (hash >> 29);
}

// What normalize_label would leave as it is, seen without asking it.
bool is_plain(std::string_view word) {
  char before = ' ';
  for (const char c : word) {
    if (c == ' ' ? before == ' ' : !is_ascii_lower(c) && !is_ascii_digit(c)) return false;
    before = c;
  }
  return before != ' ';
}

}  // namespace

WordTable::WordTable(size_t expected) {
  size_t size = 64;
  while (size < expected * 2) size *= 2;
  slots_.resize(size);
  words_.reserve(expected * 12);
}

size_t WordTable::slot_of(uint32_t scope, std::string_view word, uint64_t hash) const {
  size_t at = hash & (slots_.size() - 1);
  while (slots_[at].used) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && slot.scope == scope &&
        std::string_view(words_).substr(slot.offset, slot.length) == word) {
      break;
    }
    at = (at + 1) & (slots_.size() - 1);
  }
  return at;
}

bool WordTable::add(uint32_t scope, std::string_view word, uint16_t value) {
  if (word.size() > 0xFFFF) return false;
  if ((count_ + 1) * 2 > slots_.size()) grow();
  const uint64_t hash = hash_of(scope, word);
  Slot& slot = slots_[slot_of(scope, word, hash)];
  if (slot.used) return false;
  slot = {hash,  scope, static_cast<uint32_t>(words_.size()), static_cast<uint16_t>(word.size()),
          value, true};
  words_.append(word);
  ++count_;
  return true;
}

std::optional<uint16_t> WordTable::find(uint32_t scope, std::string_view word) const {
  const Slot& slot = slots_[slot_of(scope, word, hash_of(scope, word))];
  if (!slot.used) return std::nullopt;
  return slot.value;
}

void WordTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  std::swap(old, slots_);
  for (const Slot& slot : old) {
    if (!slot.used) continue;
    size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].used) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

std::string word_key(std::string_view word) {
  if (is_plain(word)) return std::string(word);
  std::string key = normalize_label(word);
  if (!key.empty()) return key;
  return leading_emoji_key(trim_spaces(strip_emphasis(word)));
}

}  // namespace milepost
