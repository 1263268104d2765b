// Walks UTF-8 by hand, asks utf8proc what a character is.
#include "text/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::size_t npos = std::string_view::npos;

unsigned byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

// The length of the ASCII run at `offset`, eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  while (offset + 8 <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + offset, 8);
    if ((word & kHighBits) != 0) break;
    offset += 8;
  }
  while (offset < text.size() && byte_at(text, offset) < 0x80) ++offset;
  return offset;
}

utf8proc_int32_t as_utf8proc(char32_t value) {
  return static_cast<utf8proc_int32_t>(value);
}

utf8proc_category_t category(char32_t value) {
  return utf8proc_category(as_utf8proc(value));
}

// `text` must be valid UTF-8. On failure of the library (out of memory) the text is returned as
// it is.
std::string map_with(std::string_view text, int options) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                             static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(mapped, std::free);
  if (size < 0 || mapped == nullptr) return std::string(text);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

std::string map_repaired(std::string_view text, int options) {
  if (find_invalid_utf8(text) == npos) return map_with(text, options);
  return map_with(replace_invalid_utf8(text), options);
}

// Columns of one character standing alone.
std::size_t character_width(char32_t value) {
  if (value >= 0x20 && value < 0x7F) return 1;
  const int width = utf8proc_charwidth(as_utf8proc(value));
  return width < 0 ? 0 : static_cast<std::size_t>(width);
}

// Marks that people leave out when they type a word.
bool is_accent(char32_t value) {
  return (value >= 0x300 && value <= 0x36F) || (value >= 0x591 && value <= 0x5C7) ||
         (value >= 0x64B && value <= 0x65F) || value == 0x670;
}

// Small letters that no decomposition takes apart.
std::string_view plain_letters(char32_t value) {
  switch (value) {
    case 0xE6:
      return "ae";
    case 0xF0:
    case 0x111:
      return "d";
    case 0xF8:
      return "o";
    case 0xFE:
      return "th";
    case 0x131:
      return "i";
    case 0x142:
      return "l";
    case 0x153:
      return "oe";
    default:
      return {};
  }
}

DecodedText decode_utf16(std::string_view bytes, bool big_endian) {
  DecodedText result;
  result.encoding = big_endian ? TextEncoding::utf16_be : TextEncoding::utf16_le;
  result.text.reserve(bytes.size());
  const auto unit_at = [&](std::size_t at) {
    const char32_t first = byte_at(bytes, at);
    const char32_t second = byte_at(bytes, at + 1);
    return big_endian ? (first << 8 | second) : (second << 8 | first);
  };
  const auto bad = [&](std::size_t at) {
    if (result.bad_input_offset == npos) {
      result.bad_input_offset = at;
      result.bad_text_offset = result.text.size();
    }
    append_utf8(result.text, kReplacementCharacter);
  };
  std::size_t at = 2;
  while (at + 2 <= bytes.size()) {
    const char32_t unit = unit_at(at);
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    const bool low = unit >= 0xDC00 && unit < 0xE000;
    const char32_t next = high && at + 4 <= bytes.size() ? unit_at(at + 2) : 0;
    if (high && next >= 0xDC00 && next < 0xE000) {
      append_utf8(result.text, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
      at += 4;
      continue;
    }
    if (high || low) {
      bad(at);
    } else {
      append_utf8(result.text, unit);
    }
    at += 2;
  }
  if (at < bytes.size()) bad(at);
  return result;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  CodePoint result;
  result.offset = static_cast<std::uint32_t>(offset);
  const unsigned first = byte_at(text, offset);
  if (first < 0x80) {
    result.value = first;
    result.size = 1;
    return result;
  }
  result.value = kReplacementCharacter;
  result.size = 1;
  result.valid = false;
  std::uint32_t size = 0;
  char32_t value = 0;
  if (first >= 0xC2 && first < 0xE0) {
    size = 2;
    value = first & 0x1Fu;
  } else if (first >= 0xE0 && first < 0xF0) {
    size = 3;
    value = first & 0x0Fu;
  } else if (first >= 0xF0 && first < 0xF5) {
    size = 4;
    value = first & 0x07u;
  } else {
    return result;
  }
  if (text.size() - offset < size) return result;
  for (std::uint32_t i = 1; i < size; ++i) {
    const unsigned next = byte_at(text, offset + i);
    if ((next & 0xC0u) != 0x80) return result;
    value = (value << 6) | (next & 0x3Fu);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (overlong || surrogate || value > 0x10FFFF) return result;
  result.value = value;
  result.size = size;
  result.valid = true;
  return result;
}

CodePoint code_point_before(std::string_view text, std::size_t offset) {
  for (std::size_t back = 1; back <= 4 && back <= offset; ++back) {
    if ((byte_at(text, offset - back) & 0xC0u) == 0x80) continue;
    const CodePoint found = code_point_at(text.substr(0, offset), offset - back);
    if (found.size == back) return found;
    break;
  }
  return code_point_at(text.substr(0, offset), offset - 1);
}

std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t at = skip_ascii(text, 0);
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (!point.valid) return at;
    at += point.size;
    if (at < text.size() && byte_at(text, at) < 0x80) at = skip_ascii(text, at);
  }
  return npos;
}

bool is_ascii(std::string_view text) {
  return skip_ascii(text, 0) == text.size();
}

void append_utf8(std::string& out, char32_t value) {
  const auto add = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) value = kReplacementCharacter;
  if (value < 0x80) {
    add(value);
  } else if (value < 0x800) {
    add(0xC0 | (value >> 6));
    add(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    add(0xE0 | (value >> 12));
    add(0x80 | ((value >> 6) & 0x3F));
    add(0x80 | (value & 0x3F));
  } else {
    add(0xF0 | (value >> 18));
    add(0x80 | ((value >> 12) & 0x3F));
    add(0x80 | ((value >> 6) & 0x3F));
    add(0x80 | (value & 0x3F));
  }
}

std::string replace_invalid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t bad = find_invalid_utf8(text.substr(begin));
    if (bad == npos) break;
    out.append(text, begin, bad);
    append_utf8(out, kReplacementCharacter);
    begin += bad + 1;
  }
  if (begin < text.size()) out.append(text, begin);
  return out;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = skip_ascii(text, at);
    count += next - at;
    at = next;
    while (at < text.size() && byte_at(text, at) >= 0x80) {
      at += code_point_at(text, at).size;
      ++count;
    }
  }
  return count;
}

std::size_t display_width(std::string_view text, std::size_t start_column) {
  constexpr char32_t kEmojiPresentation = 0xFE0F;
  std::size_t column = start_column;
  std::size_t cluster_width = 0;
  char32_t previous = 0;
  utf8proc_int32_t state = 0;
  for (const CodePoint point : CodePoints(text)) {
    const bool starts_cluster =
        previous == 0 ||
        utf8proc_grapheme_break_stateful(as_utf8proc(previous), as_utf8proc(point.value), &state);
    std::size_t width = character_width(point.value);
    const bool regional = point.value >= 0x1F1E6 && point.value <= 0x1F1FF;
    if (regional) width = starts_cluster ? 1 : 2;
    if (point.value == '\t') width = kTabWidth - column % kTabWidth;
    if (starts_cluster) {
      column += width;
      cluster_width = width;
    } else {
      if (point.value == kEmojiPresentation && cluster_width == 1) width = 2;
      if (width > cluster_width) {
        column += width - cluster_width;
        cluster_width = width;
      }
    }
    previous = point.value;
  }
  return column - start_column;
}

std::string_view truncate_bytes(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  for (int back = 0; back < 3 && end > 0 && (byte_at(text, end) & 0xC0u) == 0x80; ++back) --end;
  return text.substr(0, end);
}

std::string_view truncate_characters(std::string_view text, std::size_t max_characters) {
  if (text.size() <= max_characters) return text;
  std::size_t count = 0;
  char32_t previous = 0;
  utf8proc_int32_t state = 0;
  for (const CodePoint point : CodePoints(text)) {
    if (point.offset == 0 ||
        utf8proc_grapheme_break_stateful(as_utf8proc(previous), as_utf8proc(point.value), &state)) {
      if (count == max_characters) return text.substr(0, point.offset);
      ++count;
    }
    previous = point.value;
  }
  return text;
}

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return map_repaired(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string collision_key(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  // Folding may leave text that is not in normal form, so it is composed again after.
  const std::string folded =
      map_repaired(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
  return map_with(folded, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string strip_marks(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return map_repaired(text,
                      UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK);
}

std::string search_key(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  const std::string open = map_repaired(
      text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
  std::string plain;
  plain.reserve(open.size());
  for (const CodePoint point : CodePoints(open)) {
    if (is_accent(point.value)) continue;
    const std::string_view letters = plain_letters(point.value);
    plain.append(letters.empty() ? std::string_view(open).substr(point.offset, point.size)
                                 : letters);
  }
  return map_with(plain, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

bool is_letter(char32_t value) {
  const auto kind = category(value);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_mark(char32_t value) {
  const auto kind = category(value);
  return kind >= UTF8PROC_CATEGORY_MN && kind <= UTF8PROC_CATEGORY_ME;
}

bool is_number(char32_t value) {
  const auto kind = category(value);
  return kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO;
}

bool is_word_character(char32_t value) {
  const auto kind = category(value);
  return is_letter(value) || is_mark(value) || kind == UTF8PROC_CATEGORY_ND ||
         kind == UTF8PROC_CATEGORY_NL || kind == UTF8PROC_CATEGORY_PC;
}

bool is_space(char32_t value) {
  if (value < 0x80) return is_ascii_space(static_cast<char>(value));
  if (value == 0x85) return true;
  const auto kind = category(value);
  return kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL ||
         kind == UTF8PROC_CATEGORY_ZP;
}

bool is_zero_width(char32_t value) {
  return (value >= 0x200B && value <= 0x200D) || value == 0x2060 || value == 0xFEFF ||
         value == 0xAD;
}

char32_t to_lower(char32_t value) {
  return static_cast<char32_t>(utf8proc_tolower(as_utf8proc(value)));
}

DecodedText decode_text(std::string bytes) {
  const std::string_view view = bytes;
  if (view.starts_with("\xFF\xFE") && !view.starts_with(std::string_view("\xFF\xFE\0\0", 4))) {
    return decode_utf16(view, false);
  }
  if (view.starts_with("\xFE\xFF")) return decode_utf16(view, true);

  DecodedText result;
  const std::size_t nul = view.substr(0, 1024).find('\0');
  if (nul != npos) {
    result.encoding = TextEncoding::unreadable;
    result.bad_input_offset = nul;
    result.bad_text_offset = 0;
    return result;
  }
  std::size_t mark = 0;
  if (view.starts_with("\xEF\xBB\xBF")) {
    result.encoding = TextEncoding::utf8_bom;
    mark = 3;
  }
  const std::size_t bad = find_invalid_utf8(view.substr(mark));
  if (bad != npos) {
    result.bad_input_offset = mark + bad;
    result.bad_text_offset = bad;
    result.text = replace_invalid_utf8(view.substr(mark));
    return result;
  }
  if (mark != 0) bytes.erase(0, mark);
  result.text = std::move(bytes);
  return result;
}

}  // namespace milepost
