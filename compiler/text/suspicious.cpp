// Finds characters that hide or pretend. ASCII is skipped in blocks.
#include "text/suspicious.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/emoji.h"
#include "text/utf8.h"

namespace milepost {
namespace {

// 1 for a byte that needs a closer look: not ASCII, or a control other than tab, LF, CR. Without
// branches, so that the compiler can do many at once.
constexpr unsigned char needs_look(unsigned char c) {
  const bool control = (c < 0x20) & (c != '\t') & (c != '\n') & (c != '\r');
  return static_cast<unsigned char>((c >= 0x7F) | control);
}

std::size_t skip_plain(std::string_view text, std::size_t at) {
  constexpr std::size_t kBlock = 64;
  while (at + kBlock <= text.size()) {
    const char* block = text.data() + at;
    unsigned char found = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
      found = static_cast<unsigned char>(found | needs_look(static_cast<unsigned char>(block[i])));
    }
    if (found != 0) break;
    at += kBlock;
  }
  while (at < text.size() && needs_look(static_cast<unsigned char>(text[at])) == 0) ++at;
  return at;
}

struct LookAlike {
  char32_t from;
  char latin;
};

// Letters of other scripts that most typefaces draw as a Latin letter. Sorted.
constexpr std::array<LookAlike, 66> kLookAlikes{{
    {0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x396, 'Z'}, {0x397, 'H'}, {0x399, 'I'},
    {0x39A, 'K'}, {0x39C, 'M'}, {0x39D, 'N'}, {0x39F, 'O'}, {0x3A1, 'P'}, {0x3A4, 'T'},
    {0x3A5, 'Y'}, {0x3A7, 'X'}, {0x3B1, 'a'}, {0x3B3, 'y'}, {0x3B9, 'i'}, {0x3BD, 'v'},
    {0x3BF, 'o'}, {0x3C1, 'p'}, {0x3C5, 'u'}, {0x3F2, 'c'}, {0x3F3, 'j'}, {0x3F9, 'C'},
    {0x405, 'S'}, {0x406, 'I'}, {0x408, 'J'}, {0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'},
    {0x417, '3'}, {0x41A, 'K'}, {0x41C, 'M'}, {0x41D, 'H'}, {0x41E, 'O'}, {0x420, 'P'},
    {0x421, 'C'}, {0x422, 'T'}, {0x423, 'Y'}, {0x425, 'X'}, {0x42C, 'b'}, {0x430, 'a'},
    {0x433, 'r'}, {0x435, 'e'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x443, 'y'},
    {0x445, 'x'}, {0x455, 's'}, {0x456, 'i'}, {0x458, 'j'}, {0x475, 'v'}, {0x4AE, 'Y'},
    {0x4AF, 'y'}, {0x4BB, 'h'}, {0x4C0, 'I'}, {0x4CF, 'l'}, {0x501, 'd'}, {0x50C, 'G'},
    {0x51A, 'Q'}, {0x51B, 'q'}, {0x51C, 'W'}, {0x51D, 'w'}, {0x561, 'w'}, {0x585, 'o'},
}};

char latin_look(char32_t value) {
  if (value < 0x391 || value > 0x585) return 0;
  const auto found =
      std::lower_bound(kLookAlikes.begin(), kLookAlikes.end(), value,
                       [](const LookAlike& entry, char32_t v) { return entry.from < v; });
  return found != kLookAlikes.end() && found->from == value ? found->latin : '\0';
}

bool is_latin_letter(char32_t value) {
  if (value < 0x80) return is_ascii_alpha(static_cast<char>(value));
  return ((value >= 0xC0 && value <= 0x24F) || (value >= 0x1E00 && value <= 0x1EFF)) &&
         is_letter(value);
}

bool continues_word(char32_t value) {
  if (value < 0x80) return is_ascii_alpha(static_cast<char>(value));
  return is_letter(value) || is_mark(value) || is_zero_width(value);
}

struct Word {
  std::size_t end = 0;
  bool has_latin = false;
};

Word word_around(std::string_view text, std::size_t at) {
  Word word;
  std::size_t begin = at;
  while (begin > 0) {
    const CodePoint before = code_point_before(text, begin);
    if (!continues_word(before.value)) break;
    word.has_latin = word.has_latin || is_latin_letter(before.value);
    begin -= before.size;
  }
  word.end = at;
  while (word.end < text.size()) {
    const CodePoint here = code_point_at(text, word.end);
    if (!continues_word(here.value)) break;
    word.has_latin = word.has_latin || is_latin_letter(here.value);
    word.end += here.size;
  }
  return word;
}

constexpr bool within(char32_t value, char32_t first, char32_t last) {
  return value >= first && value <= last;
}

// What kind of invisible character it is; `control` with `found` false for an ordinary one.
struct Classified {
  bool found = false;
  SuspiciousKind kind = SuspiciousKind::control;
};

Classified classify(char32_t v) {
  if (v < 0x20 || within(v, 0x7F, 0x9F)) {
    return {v != '\t' && v != '\n' && v != '\r', SuspiciousKind::control};
  }
  if (v < 0xA0) return {};
  if (v == 0x2028 || v == 0x2029) return {true, SuspiciousKind::control};
  if (v == 0xA0 || v == 0x202F) return {true, SuspiciousKind::nbsp};
  if (v == 0x61C || v == 0x200E || v == 0x200F || within(v, 0x202A, 0x202E) ||
      within(v, 0x2066, 0x2069)) {
    return {true, SuspiciousKind::bidi_control};
  }
  if (within(v, 0x200B, 0x200D) || v == 0x2060 || v == 0xFEFF) {
    return {true, SuspiciousKind::zero_width};
  }
  if (within(v, 0xE0000, 0xE007F)) return {true, SuspiciousKind::tag_character};
  const bool ignorable =
      v == 0xAD || v == 0x34F || within(v, 0x115F, 0x1160) || within(v, 0x17B4, 0x17B5) ||
      within(v, 0x180B, 0x180F) || within(v, 0x2061, 0x206F) || v == 0x2800 || v == 0x3164 ||
      within(v, 0xFE00, 0xFE0F) || v == 0xFFA0 || within(v, 0xFFF0, 0xFFFB) ||
      within(v, 0x1BCA0, 0x1BCA3) || within(v, 0x1D173, 0x1D17A) || within(v, 0xE0080, 0xE0FFF);
  return {ignorable, SuspiciousKind::default_ignorable};
}

// Scripts whose spelling needs joiners, and those written without spaces, where ZWSP parts words.
bool is_needed_by_script(std::string_view text, const CodePoint& point) {
  if (point.offset == 0) return false;
  const char32_t before = code_point_before(text, point.offset).value;
  const bool unspaced = within(before, 0xE00, 0xEFF) || within(before, 0x1000, 0x109F) ||
                        within(before, 0x1780, 0x17FF);
  if (point.value == 0x200B) return unspaced;
  if (point.value != 0x200C && point.value != 0x200D) return false;
  return unspaced || within(before, 0x620, 0xDFF) || within(before, 0x1800, 0x18AF);
}

struct CodePointName {
  char32_t value;
  std::string_view name;
};

constexpr std::array<CodePointName, 32> kNames{{
    {0x00, "NULL"},
    {0x08, "BACKSPACE"},
    {0x0B, "VERTICAL TAB"},
    {0x0C, "FORM FEED"},
    {0x1B, "ESCAPE"},
    {0x7F, "DELETE"},
    {0x85, "NEXT LINE"},
    {0xA0, "NO-BREAK SPACE"},
    {0xAD, "SOFT HYPHEN"},
    {0x34F, "COMBINING GRAPHEME JOINER"},
    {0x61C, "ARABIC LETTER MARK"},
    {0x200B, "ZERO WIDTH SPACE"},
    {0x200C, "ZERO WIDTH NON-JOINER"},
    {0x200D, "ZERO WIDTH JOINER"},
    {0x200E, "LEFT-TO-RIGHT MARK"},
    {0x200F, "RIGHT-TO-LEFT MARK"},
    {0x2028, "LINE SEPARATOR"},
    {0x2029, "PARAGRAPH SEPARATOR"},
    {0x202A, "LEFT-TO-RIGHT EMBEDDING"},
    {0x202B, "RIGHT-TO-LEFT EMBEDDING"},
    {0x202C, "POP DIRECTIONAL FORMATTING"},
    {0x202D, "LEFT-TO-RIGHT OVERRIDE"},
    {0x202E, "RIGHT-TO-LEFT OVERRIDE"},
    {0x202F, "NARROW NO-BREAK SPACE"},
    {0x2060, "WORD JOINER"},
    {0x2066, "LEFT-TO-RIGHT ISOLATE"},
    {0x2067, "RIGHT-TO-LEFT ISOLATE"},
    {0x2068, "FIRST STRONG ISOLATE"},
    {0x2069, "POP DIRECTIONAL ISOLATE"},
    {0x2800, "BRAILLE PATTERN BLANK"},
    {0x3164, "HANGUL FILLER"},
    {0xFEFF, "ZERO WIDTH NO-BREAK SPACE"},
}};

std::string code_point_number(char32_t value) {
  std::string digits;
  for (int shift = 20; shift >= 0; shift -= 4) {
    const auto digit = (static_cast<std::uint32_t>(value) >> shift) & 0xFu;
    if (digits.empty() && digit == 0 && shift >= 16) continue;
    digits.push_back("0123456789ABCDEF"[digit]);
  }
  return "U+" + digits;
}

}  // namespace

std::vector<Suspicious> find_suspicious(std::string_view text, std::size_t max) {
  std::vector<Suspicious> found;
  Word word;
  std::size_t at = skip_plain(text, 0);
  while (at < text.size() && found.size() < max) {
    const CodePoint point = code_point_at(text, at);
    const Classified kind = classify(point.value);
    // What can be seen may begin an emoji, and then what follows belongs to it.
    const std::size_t emoji = kind.found ? 0 : leading_emoji(text.substr(at));
    // A keycap begins with an ASCII character, which was skipped.
    const std::size_t keycap = kind.found && at > 0 && is_ascii(text.substr(at - 1, 1))
                                   ? leading_emoji(text.substr(at - 1))
                                   : 0;
    if (keycap > 1) {
      at += keycap - 1;
    } else if (emoji > point.size) {
      at += emoji;
    } else {
      if (kind.found && point.valid && !is_needed_by_script(text, point)) {
        found.push_back({point.offset, point.size, kind.kind, point.value, '\0'});
      } else if (const char latin = latin_look(point.value); latin != '\0') {
        if (at >= word.end) word = word_around(text, at);
        if (word.has_latin) {
          found.push_back(
              {point.offset, point.size, SuspiciousKind::look_alike, point.value, latin});
        }
      }
      at += point.size;
    }
    at = skip_plain(text, at);
  }
  return found;
}

std::string_view suspicious_noun(SuspiciousKind kind) {
  switch (kind) {
    case SuspiciousKind::bidi_control:
      return "text direction control";
    case SuspiciousKind::zero_width:
      return "zero-width character";
    case SuspiciousKind::tag_character:
      return "tag character";
    case SuspiciousKind::default_ignorable:
      return "invisible character";
    case SuspiciousKind::nbsp:
      return "no-break space";
    case SuspiciousKind::control:
      return "control character";
    case SuspiciousKind::look_alike:
      return "look-alike letter";
  }
  return "character";
}

std::string describe_code_point(char32_t value) {
  std::string text = code_point_number(value);
  if (within(value, 0xE0020, 0xE007E)) {
    return text + " TAG " + static_cast<char>(value - 0xE0000);
  }
  for (const CodePointName& entry : kNames) {
    if (entry.value == value) return text.append(" ").append(entry.name);
  }
  return text;
}

std::string show_invisible(std::string_view text) {
  std::string out;
  std::size_t done = 0;
  for (const Suspicious& item : find_suspicious(text, text.size())) {
    if (item.kind == SuspiciousKind::look_alike || item.kind == SuspiciousKind::nbsp) continue;
    out.append(text, done, item.offset - done);
    out.append("⟨").append(code_point_number(item.code_point)).append("⟩");
    done = item.offset + item.length;
  }
  return out.append(text, done);
}

}  // namespace milepost
