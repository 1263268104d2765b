// Knows emoji by block and sequence, not by a list of names.
#include "text/emoji.h"

#include "text/utf8.h"

namespace milepost {
namespace {

constexpr char32_t kTextPresentation = 0xFE0E;
constexpr char32_t kEmojiPresentation = 0xFE0F;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kKeycap = 0x20E3;
constexpr char32_t kBlackFlag = 0x1F3F4;

bool is_variation(char32_t value) {
  return value == kTextPresentation || value == kEmojiPresentation;
}
bool is_skin_tone(char32_t value) {
  return value >= 0x1F3FB && value <= 0x1F3FF;
}
bool is_regional(char32_t value) {
  return value >= 0x1F1E6 && value <= 0x1F1FF;
}
bool is_tag(char32_t value) {
  return value >= 0xE0020 && value <= 0xE007F;
}
bool is_keycap_base(char32_t value) {
  return (value >= '0' && value <= '9') || value == '#' || value == '*';
}

char32_t peek(std::string_view text, std::size_t offset) {
  return offset < text.size() ? code_point_at(text, offset).value : 0;
}

std::size_t size_at(std::string_view text, std::size_t offset) {
  return code_point_at(text, offset).size;
}

// Bytes of the tags at `at` that make a black flag England's, Scotland's or Wales's. No other flag
// uses tags, so no other tags pass for a part of an emoji.
std::size_t flag_tags(std::string_view text, std::size_t at) {
  std::string letters;
  const std::size_t begin = at;
  while (letters.size() <= 5 && is_tag(peek(text, at))) {
    letters.push_back(static_cast<char>(peek(text, at) - 0xE0000));
    at += size_at(text, at);
  }
  const bool known = letters == "gbeng\x7F" || letters == "gbsct\x7F" || letters == "gbwls\x7F";
  return known ? at - begin : 0;
}

// The end of the pictograph at `at` with what may follow it, each at most once: selector, skin
// tone, keycap. More than that hides data in an emoji.
std::size_t end_of_part(std::string_view text, std::size_t at) {
  const char32_t base = peek(text, at);
  at += size_at(text, at);
  if (base == kBlackFlag) at += flag_tags(text, at);
  if (is_skin_tone(peek(text, at))) at += size_at(text, at);
  if (is_variation(peek(text, at))) at += size_at(text, at);
  if (is_skin_tone(peek(text, at))) at += size_at(text, at);
  if (peek(text, at) == kKeycap) at += size_at(text, at);
  return at;
}

}  // namespace

bool is_pictograph(char32_t value) {
  if (value < 0x203C) return false;
  if (value >= 0x1F000 && value <= 0x1FAFF) return true;
  if (value >= 0x2600 && value <= 0x27BF) return true;  // symbols, dingbats, check marks
  if (value >= 0x25A0 && value <= 0x25FF) return true;  // squares, circles, triangles
  if (value >= 0x2B05 && value <= 0x2B5F) return true;  // large squares, stars
  if (value >= 0x23E9 && value <= 0x23FA) return true;  // clocks, pause, record
  return value == 0x203C || value == 0x2049 || value == 0x2139 || value == 0x231A ||
         value == 0x231B || value == 0x2328 || value == 0x23CF || value == 0x3030 ||
         value == 0x303D || value == 0x3297 || value == 0x3299;
}

std::size_t leading_emoji(std::string_view text) {
  if (text.empty() || !code_point_at(text, 0).valid) return 0;
  const char32_t first = peek(text, 0);
  if (is_keycap_base(first)) {
    std::size_t at = 1;
    if (is_variation(peek(text, at))) at += size_at(text, at);
    return peek(text, at) == kKeycap ? at + size_at(text, at) : 0;
  }
  if (is_regional(first)) {
    const std::size_t at = size_at(text, 0);
    return is_regional(peek(text, at)) ? at + size_at(text, at) : at;
  }
  std::size_t end = 0;
  if (is_pictograph(first)) {
    end = end_of_part(text, 0);
  } else if (first >= 0x80 && !is_letter(first) && is_variation(peek(text, size_at(text, 0)))) {
    end = end_of_part(text, 0);  // a sign that says how it wants to be drawn
  }
  while (end != 0 && peek(text, end) == kJoiner) {
    const std::size_t part = end + size_at(text, end);
    const bool joins =
        is_pictograph(peek(text, part)) ||
        (part < text.size() && peek(text, part + size_at(text, part)) == kEmojiPresentation);
    if (!joins) break;
    end = end_of_part(text, part);
  }
  return end;
}

std::string remove_emoji(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t emoji = leading_emoji(text.substr(at));
    if (emoji != 0) {
      at += emoji;
      continue;
    }
    const std::size_t size = size_at(text, at);
    out.append(text, at, size);
    at += size;
  }
  return out;
}

std::string leading_emoji_key(std::string_view text) {
  std::string key;
  for (const CodePoint point : CodePoints(text.substr(0, leading_emoji(text)))) {
    if (is_variation(point.value) || is_skin_tone(point.value)) continue;
    key.append(text, point.offset, point.size);
  }
  return key;
}

}  // namespace milepost
