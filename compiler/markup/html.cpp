// Escapes data for the place in a page it goes to.
#include "markup/html.h"

#include <array>
#include <charconv>

#include "text/suspicious.h"
#include "text/utf8.h"

namespace milepost {
namespace {

enum class Care : std::uint8_t { none, escape_always, escape_in_attribute, look };

// What a byte asks for: nothing, an escape, or a look at what follows because it may begin a
// character that cannot be seen.
constexpr std::array<Care, 256> kCare = [] {
  std::array<Care, 256> care{};
  for (std::size_t i = 0; i < 0x20; ++i) care[i] = Care::look;
  care['\t'] = care['\n'] = care['\r'] = Care::none;
  care[0x7F] = Care::look;
  care['&'] = care['<'] = care['>'] = Care::escape_always;
  care['"'] = Care::escape_in_attribute;
  for (const std::size_t lead :
       {0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF0, 0xF1, 0xF2, 0xF3, 0xF4}) {
    care[lead] = Care::look;
  }
  return care;
}();

constexpr bool between(unsigned char byte, unsigned low, unsigned high) {
  return byte >= low && byte <= high;
}

// Whether a character that may be invisible begins at `at`, whose care is `look`. Cheap and
// generous: it only decides whether the whole text gets the thorough treatment.
bool may_be_invisible(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const auto second = static_cast<unsigned char>(byte(1));
  const auto third = static_cast<unsigned char>(byte(2));
  switch (byte(0)) {
    case 0xC2:
      return between(second, 0x80, 0x9F) || second == 0xAD;
    case 0xCD:
      return second == 0x8F;
    case 0xD8:
      return second == 0x9C;
    case 0xE1:
      return second == 0x85 || second == 0x9E || second == 0xA0;
    case 0xE2:
      return (second == 0x80 && (between(third, 0x8B, 0x8F) || between(third, 0xA8, 0xAE))) ||
             (second == 0x81 && third >= 0xA0);
    case 0xE3:
      return second == 0x85 && third == 0xA4;
    case 0xEF:
      return second == 0xB7 || second == 0xBF || (second == 0xB8 && third < 0x90) ||
             (second == 0xBB && third == 0xBF) || (second == 0xBE && third == 0xA0);
    case 0xF0:
      return second == 0x9B || second == 0x9D || (second == 0x9F && third == 0xBF);
    case 0xF1:
    case 0xF2:
    case 0xF3:
    case 0xF4:
      return true;
    default:
      return true;  // ASCII controls
  }
}

bool is_noncharacter(char32_t value) {
  return (value & 0xFFFE) == 0xFFFE || (value >= 0xFDD0 && value <= 0xFDEF);
}

// Noncharacters are valid UTF-8 but no page may hold them.
std::string without_noncharacters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const CodePoint point : CodePoints(text)) {
    if (is_noncharacter(point.value)) {
      out += "⟨";
      out += describe_code_point(point.value).substr(0, point.value > 0xFFFF ? 8 : 6);
      out += "⟩";
    } else {
      out.append(text.substr(point.offset, point.size));
    }
  }
  return out;
}

std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return "&quot;";
  }
}

// Escapes without a look at what is invisible.
template <bool kAttribute>
void append_escaped(std::string& out, std::string_view text) {
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Care care = kCare[static_cast<unsigned char>(text[i])];
    if (care == Care::escape_always || (kAttribute && care == Care::escape_in_attribute)) {
      out.append(text, run, i - run).append(escape_of(text[i]));
      run = i + 1;
    }
  }
  out.append(text, run);
}

template <bool kAttribute>
void append_checked(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Care care = kCare[static_cast<unsigned char>(text[i])];
    if (care == Care::none) continue;
    if (care == Care::look) {
      if (!may_be_invisible(text, i)) continue;
      // From the beginning: whether a joiner is seen depends on what stands before it.
      out.resize(begin);
      append_escaped<kAttribute>(out, without_noncharacters(show_invisible(text)));
      return;
    }
    if (care == Care::escape_in_attribute && !kAttribute) continue;
    out.append(text, run, i - run).append(escape_of(text[i]));
    run = i + 1;
  }
  out.append(text, run);
}

void append_number(std::string& out, std::int64_t value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

}  // namespace

std::string visible_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kCare[static_cast<unsigned char>(text[i])] == Care::look && may_be_invisible(text, i)) {
      return without_noncharacters(show_invisible(text));
    }
  }
  return std::string(text);
}

void append_escaped_text(std::string& out, std::string_view text) {
  append_checked<false>(out, text);
}

void append_escaped_attribute(std::string& out, std::string_view text) {
  append_checked<true>(out, text);
}

bool has_right_to_left(std::string_view text) {
  if (is_ascii(text)) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0xD6) continue;
    if (between(byte, 0xD6, 0xDF)) {  // U+0580..U+07FF: Hebrew, Arabic, Syriac, Thaana, N'Ko
      if (byte > 0xD6 || (i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0x90)) {
        return true;
      }
      continue;
    }
    if (i + 2 >= text.size()) continue;
    const auto second = static_cast<unsigned char>(text[i + 1]);
    const auto third = static_cast<unsigned char>(text[i + 2]);
    if (byte == 0xE0 && between(second, 0xA0, 0xA3)) return true;
    if (byte == 0xEF && (between(second, 0xAD, 0xB7) || between(second, 0xB9, 0xBB)) &&
        !(second == 0xAD && third < 0x9D)) {
      return true;  // presentation forms
    }
    if (byte == 0xF0 && (second == 0x90 || second == 0x9E) && third >= 0xA0) return true;
  }
  return false;
}

HtmlWriter& HtmlWriter::text(std::string_view text) {
  append_checked<false>(html_.bytes_, text);
  return *this;
}

HtmlWriter& HtmlWriter::data(std::string_view text) {
  if (!has_right_to_left(text)) return this->text(text);
  html_.bytes_ += "<bdi>";
  append_checked<false>(html_.bytes_, text);
  html_.bytes_ += "</bdi>";
  return *this;
}

HtmlWriter& HtmlWriter::number(std::int64_t value) {
  append_number(html_.bytes_, value);
  return *this;
}

HtmlWriter& HtmlWriter::attribute(Markup name, std::string_view value) {
  html_.bytes_.append(1, ' ').append(name.view()).append("=\"");
  append_checked<true>(html_.bytes_, value);
  html_.bytes_ += '"';
  return *this;
}

HtmlWriter& HtmlWriter::attribute(Markup name, std::int64_t value) {
  html_.bytes_.append(1, ' ').append(name.view()).append("=\"");
  append_number(html_.bytes_, value);
  html_.bytes_ += '"';
  return *this;
}

HtmlWriter& HtmlWriter::url(Markup name, const Url& url) {
  html_.bytes_.append(1, ' ').append(name.view()).append("=\"");
  append_escaped<true>(html_.bytes_, url.text());
  html_.bytes_ += '"';
  return *this;
}

HtmlWriter& HtmlWriter::link(Markup name, const SitePath& from, const SitePath& to,
                             std::string_view fragment) {
  html_.bytes_.append(1, ' ').append(name.view()).append("=\"");
  append_link(html_.bytes_, from, to, fragment);  // encoded: nothing in it needs an escape
  html_.bytes_ += '"';
  return *this;
}

}  // namespace milepost
