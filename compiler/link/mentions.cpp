// Scans prose for ids, a word at a time.
#include "link/mentions.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr std::size_t kLongestId = 64;

enum : uint8_t { kOther = 0, kLetter = 1, kDigit = 2, kJoiner = 4 };

constexpr std::array<uint8_t, 256> make_classes() {
  std::array<uint8_t, 256> classes{};
  for (std::size_t c = 0; c < 128; ++c) {
    if (is_ascii_alpha(static_cast<char>(c))) classes[c] = kLetter;
    if (is_ascii_digit(static_cast<char>(c))) classes[c] = kDigit;
  }
  classes['-'] = classes['.'] = classes['_'] = kJoiner;
  return classes;
}

constexpr std::array<uint8_t, 256> kClasses = make_classes();

uint8_t class_of(char c) {
  return kClasses[static_cast<unsigned char>(c)];
}

// What stands before a word and makes it part of a path, an address or another word.
bool is_tied_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return false;
  const char before = text[offset - 1];
  if (static_cast<unsigned char>(before) >= 0x80) {
    const char32_t value = code_point_before(text, offset).value;
    return is_letter(value) || is_number(value);
  }
  return std::string_view("@#&=%\\$~_").find(before) != std::string_view::npos;
}

bool is_tied_after(std::string_view text, std::size_t end) {
  if (end >= text.size()) return false;
  const char after = text[end];
  if (static_cast<unsigned char>(after) >= 0x80) {
    const char32_t value = code_point_at(text, end).value;
    return is_letter(value) || is_number(value);
  }
  return after == '@' || after == '=' || after == '\\' || after == '_';
}

// `word` from its first letter to the end of the digits in "CIP-0030"; 0 if it does not begin so.
std::size_t prefix_and_number(std::string_view word, std::size_t& letters) {
  letters = 0;
  while (letters < word.size() && is_ascii_alpha(word[letters])) ++letters;
  std::size_t end = letters;
  if (end == word.size() || word[end] != '-') return 0;
  ++end;
  const std::size_t digits = end;
  while (end < word.size() && is_ascii_digit(word[end])) ++end;
  return end > digits ? end : 0;
}

// "https://…" and "docs/R-007.md" are no place to miss an id in.
bool in_path(std::string_view text, std::size_t offset, std::size_t end) {
  return (offset > 0 && text[offset - 1] == '/') || (end < text.size() && text[end] == '/');
}

MentionWord look(std::string_view text, std::size_t offset, std::string_view word, uint8_t seen,
                 FileId file, LabelIndex reader, const IdTable& ids) {
  MentionWord mention{static_cast<uint32_t>(offset), 0, kNoRecord};
  if (!(seen & kDigit)) {
    // "M-GA". Most words with a hyphen are just words, so only an id as it is counts.
    if (!is_ascii_upper(word.front()) || word.find('-') == std::string_view::npos) return mention;
    mention.record = ids.find_exactly(word);
    if (mention.record == kNoRecord || is_tied_before(text, offset) ||
        is_tied_after(text, offset + word.size())) {
      return mention;
    }
    mention.length = static_cast<uint32_t>(word.size());
    return mention;
  }
  if (is_tied_before(text, offset)) return mention;
  std::string_view part = word.substr(0, kLongestId);
  constexpr int kMostParts = 4;
  for (int tries = 0; tries < kMostParts && !part.empty(); ++tries) {
    if (!is_tied_after(text, offset + part.size())) {
      mention.record = ids.find_in_prose(part, file, reader);
      if (mention.record != kNoRecord) {
        mention.length = static_cast<uint32_t>(part.size());
        return mention;
      }
    }
    const std::size_t joiner = part.find_last_of("-._");
    if (joiner == std::string_view::npos || joiner == 0) break;
    part = part.substr(0, joiner);
    if (std::none_of(part.begin(), part.end(), is_ascii_digit)) break;
  }
  std::size_t letters = 0;
  const std::size_t end = prefix_and_number(word, letters);
  if (end == 0 || end != word.size() || end > kLongestId) return mention;
  if (is_tied_after(text, offset + end) || in_path(text, offset, offset + end)) return mention;
  const std::string_view prefix = word.substr(0, letters);
  // One letter before a number is too common ("I-95") unless the program has such ids.
  const bool known = letters == 1 ? ids.is_used_prefix(prefix) : ids.is_prefix(prefix);
  if (known) mention.length = static_cast<uint32_t>(end);
  return mention;
}

bool is_mark(char c) {
  return c == '-' || is_ascii_digit(c);
}

// The first digit or hyphen at or after `i`. Most prose has none for long stretches, so it is
// looked at in blocks that the compiler turns into vector instructions.
std::size_t next_mark(std::string_view text, std::size_t i) {
  constexpr std::size_t kBlock = 32;
  for (; i + kBlock <= text.size(); i += kBlock) {
    const char* block = text.data() + i;
    unsigned char any = 0;
    for (std::size_t k = 0; k < kBlock; ++k) {
      const auto c = static_cast<unsigned char>(block[k]);
      any |= static_cast<unsigned char>((c == '-') | (static_cast<unsigned char>(c - '0') < 10));
    }
    if (any != 0) break;
  }
  while (i < text.size() && !is_mark(text[i])) ++i;
  return i;
}

bool joins(std::string_view text, std::size_t i) {
  constexpr uint8_t kPart = kLetter | kDigit;
  return class_of(text[i]) == kJoiner && i + 1 < text.size() && (class_of(text[i + 1]) & kPart);
}

}  // namespace

MentionWord next_mention(std::string_view text, std::size_t from, FileId file, LabelIndex reader,
                         const IdTable& ids) {
  const std::size_t size = text.size();
  std::size_t end = from;  // of the last word looked at
  while (true) {
    const std::size_t mark = next_mark(text, end);
    if (mark >= size) return {static_cast<uint32_t>(size), 0, kNoRecord};
    // From the mark back to the beginning of its word, then on to the word's end.
    std::size_t begin = mark;
    if (text[mark] == '-' && !joins(text, mark)) {
      end = mark + 1;
      continue;
    }
    while (begin > end &&
           (class_of(text[begin - 1]) & (kLetter | kDigit) || joins(text, begin - 1))) {
      --begin;
    }
    while (class_of(text[begin]) == kJoiner) ++begin;
    uint8_t seen = 0;
    const uint8_t first = class_of(text[begin]);
    end = begin;
    while (end < size && (class_of(text[end]) & (kLetter | kDigit) || joins(text, end))) {
      seen |= class_of(text[end++]);
    }
    if (first != kLetter) continue;
    const MentionWord mention =
        look(text, begin, text.substr(begin, end - begin), seen, file, reader, ids);
    if (mention.length > 0) return mention;
  }
}

}  // namespace milepost
