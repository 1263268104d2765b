// UTF-8: checking, walking, measuring and folding text; the one door to utf8proc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace milepost {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// One decoded character. A byte that starts no valid sequence is U+FFFD of size 1, not valid.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t offset = 0;  // of its first byte
  std::uint32_t size = 0;    // in bytes, 1 to 4
  bool valid = true;
};

// The character at byte `offset`, which must be less than text.size().
CodePoint code_point_at(std::string_view text, std::size_t offset);

// The character that ends just before byte `offset`, which must be 1 to text.size().
CodePoint code_point_before(std::string_view text, std::size_t offset);

// The offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and values
// above U+10FFFF are invalid); std::string_view::npos if all is valid. ASCII runs are fast.
std::size_t find_invalid_utf8(std::string_view text);

bool is_ascii(std::string_view text);

// Appends `value` as UTF-8; what is no scalar value becomes U+FFFD.
void append_utf8(std::string& out, char32_t value);

// Every ill-formed byte replaced by U+FFFD.
std::string replace_invalid_utf8(std::string_view text);

std::size_t count_code_points(std::string_view text);

// `for (CodePoint c : CodePoints(text))`. Borrows the text.
class CodePoints {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = CodePoint;
    using difference_type = std::ptrdiff_t;
    using pointer = const CodePoint*;
    using reference = CodePoint;

    Iterator(std::string_view text, std::size_t offset) : text_(text), offset_(offset) { read(); }
    CodePoint operator*() const { return current_; }
    Iterator& operator++() {
      offset_ += current_.size;
      read();
      return *this;
    }
    bool operator==(const Iterator& other) const { return offset_ == other.offset_; }

   private:
    void read() {
      if (offset_ < text_.size()) current_ = code_point_at(text_, offset_);
    }
    std::string_view text_;
    std::size_t offset_;
    CodePoint current_;
  };

  explicit CodePoints(std::string_view text) : text_(text) {}
  Iterator begin() const { return {text_, 0}; }
  Iterator end() const { return {text_, text_.size()}; }

 private:
  std::string_view text_;
};

// Columns a terminal uses for `text`: wide characters and emoji take 2, combining marks and
// zero-width characters 0, an emoji sequence 2 as a whole. A tab runs to the next multiple of
// kTabWidth, counted from `start_column` (0-based).
inline constexpr std::size_t kTabWidth = 4;
std::size_t display_width(std::string_view text, std::size_t start_column = 0);

// The longest prefix of at most `max_bytes` bytes that splits no character.
std::string_view truncate_bytes(std::string_view text, std::size_t max_bytes);

// The longest prefix of at most `max_characters` characters as a reader counts them (grapheme
// clusters, so an accent stays with its letter and an emoji sequence stays whole).
std::string_view truncate_characters(std::string_view text, std::size_t max_characters);

// Unicode normal form C. Invalid UTF-8 is repaired first.
std::string nfc(std::string_view text);

// Full Unicode case folding, then NFC. Equal keys mean: the same but for case and normal form.
// Two file names or ids with equal keys collide on some file system.
std::string collision_key(std::string_view text);

// Canonical and compatibility decomposition with all combining marks removed.
std::string strip_marks(std::string_view text);

// The key by which search compares words: case folded, compatibility forms made plain (full width,
// ligatures), accents of Latin, Greek, Cyrillic, Hebrew and Arabic letters removed, `ø` and its
// like spelled with plain letters, in form C. Marks of other scripts are letters there and stay.
// The default theme's search box does the same to what is typed.
std::string search_key(std::string_view text);

// Letters, marks and numbers of any script.
bool is_letter(char32_t value);
bool is_mark(char32_t value);
bool is_number(char32_t value);
// What may stand in a GitHub heading anchor: letters, marks, digits, letter numbers, connectors.
bool is_word_character(char32_t value);
// Any Unicode white space, NBSP and the fixed-width spaces included; not zero-width characters.
bool is_space(char32_t value);
// U+200B..U+200D, U+2060, U+FEFF, U+00AD: takes no room and separates nothing a reader sees.
bool is_zero_width(char32_t value);

char32_t to_lower(char32_t value);

enum class TextEncoding : std::uint8_t { utf8, utf8_bom, utf16_le, utf16_be, unreadable };

struct DecodedText {
  std::string text;  // valid UTF-8 without byte order mark; of what was readable
  TextEncoding encoding = TextEncoding::utf8;
  // Where the input stops being text, as an offset into the input; npos if all of it was read.
  // The bad bytes are U+FFFD in `text`.
  std::size_t bad_input_offset = std::string_view::npos;
  // The same place as an offset into `text`; npos if all of it was read.
  std::size_t bad_text_offset = std::string_view::npos;
};

// Bytes of a file to UTF-8, by byte order mark: UTF-8 (with or without), UTF-16 LE or BE. Bytes
// that look like UTF-16 without a mark, UTF-32 or binary are `unreadable` (with a NUL in the
// first KiB); `text` is then empty. Takes the string so that plain UTF-8 is not copied.
DecodedText decode_text(std::string bytes);

}  // namespace milepost
