// A scanner for HTML tags as CommonMark has them, and the table of inert elements.
#include "parse/html_tag.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

struct Inert {
  std::string_view name;
  HtmlElement element;
};

constexpr std::array kInert = {
    Inert{"a", HtmlElement::a},
    Inert{"br", HtmlElement::br},
    Inert{"caption", HtmlElement::caption},
    Inert{"col", HtmlElement::col},
    Inert{"colgroup", HtmlElement::colgroup},
    Inert{"details", HtmlElement::details},
    Inert{"hr", HtmlElement::hr},
    Inert{"img", HtmlElement::img},
    Inert{"kbd", HtmlElement::kbd},
    Inert{"mark", HtmlElement::mark},
    Inert{"sub", HtmlElement::sub},
    Inert{"summary", HtmlElement::summary},
    Inert{"sup", HtmlElement::sup},
    Inert{"table", HtmlElement::table},
    Inert{"tbody", HtmlElement::tbody},
    Inert{"td", HtmlElement::td},
    Inert{"tfoot", HtmlElement::tfoot},
    Inert{"th", HtmlElement::th},
    Inert{"thead", HtmlElement::thead},
    Inert{"tr", HtmlElement::tr},
};

struct NamedCharacter {
  std::string_view name;
  char32_t value;
};

constexpr std::array kNamed = {
    NamedCharacter{"amp", U'&'},      NamedCharacter{"lt", U'<'},
    NamedCharacter{"gt", U'>'},       NamedCharacter{"quot", U'"'},
    NamedCharacter{"apos", U'\''},    NamedCharacter{"nbsp", 0xA0},
    NamedCharacter{"ndash", 0x2013},  NamedCharacter{"mdash", 0x2014},
    NamedCharacter{"hellip", 0x2026}, NamedCharacter{"copy", 0xA9},
    NamedCharacter{"reg", 0xAE},      NamedCharacter{"trade", 0x2122},
    NamedCharacter{"times", 0xD7},    NamedCharacter{"middot", 0xB7},
    NamedCharacter{"bull", 0x2022},   NamedCharacter{"larr", 0x2190},
    NamedCharacter{"rarr", 0x2192},   NamedCharacter{"le", 0x2264},
    NamedCharacter{"ge", 0x2265},     NamedCharacter{"euro", 0x20AC},
    NamedCharacter{"pound", 0xA3},    NamedCharacter{"deg", 0xB0},
    NamedCharacter{"lsquo", 0x2018},  NamedCharacter{"rsquo", 0x2019},
    NamedCharacter{"ldquo", 0x201C},  NamedCharacter{"rdquo", 0x201D},
};

bool is_name_character(char c) {
  return is_ascii_alnum(c) || c == '-' || c == '_' || c == ':' || c == '.';
}

// The character of "#x26", "#38" or "amp"; 0 if it is none.
char32_t character_of(std::string_view name) {
  if (!name.starts_with('#')) {
    const auto at = std::ranges::find(kNamed, name, &NamedCharacter::name);
    return at != kNamed.end() ? at->value : 0;
  }
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  if (name.empty() || name.size() > 7) return 0;
  char32_t value = 0;
  for (const char c : name) {
    if (hex ? !is_ascii_hex(c) : !is_ascii_digit(c)) return 0;
    const int digit = is_ascii_digit(c) ? c - '0' : ascii_lower(c) - 'a' + 10;
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
  }
  const bool scalar = value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  return scalar ? value : kReplacementCharacter;
}

}  // namespace

std::optional<HtmlTag> read_html_tag(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  const auto skip_space = [&] {
    const std::size_t before = at;
    while (at < text.size() && is_ascii_space(text[at])) ++at;
    return at > before;
  };
  HtmlTag tag;
  if (at >= text.size() || text[at] != '<') return std::nullopt;
  ++at;
  if (at < text.size() && text[at] == '/') {
    tag.closing = true;
    ++at;
  }
  if (at >= text.size() || !is_ascii_alpha(text[at])) return std::nullopt;
  while (at < text.size() && (is_ascii_alnum(text[at]) || text[at] == '-')) {
    tag.name += ascii_lower(text[at++]);
  }
  for (;;) {
    const bool spaced = skip_space();
    if (at >= text.size()) return std::nullopt;
    if (text[at] == '>') break;
    if (text[at] == '/' && at + 1 < text.size() && text[at + 1] == '>') {
      tag.self_closing = true;
      ++at;
      break;
    }
    if (!spaced || tag.closing || !is_name_character(text[at])) return std::nullopt;
    std::string attribute;
    while (at < text.size() && is_name_character(text[at])) attribute += ascii_lower(text[at++]);
    const std::size_t name_length = attribute.size();
    attribute += '=';
    const std::size_t after_name = at;
    skip_space();
    if (at < text.size() && text[at] == '=') {
      ++at;
      skip_space();
      if (at >= text.size()) return std::nullopt;
      const char quote = text[at];
      std::size_t end = 0;
      std::size_t begin = at;
      if (quote == '"' || quote == '\'') {
        begin = at + 1;
        end = text.find(quote, begin);
        if (end == std::string_view::npos) return std::nullopt;
        at = end + 1;
      } else {
        end = std::min(text.find_first_of(" \t\r\n\"'=<>`", at), text.size());
        if (end == at) return std::nullopt;
        at = end;
      }
      attribute += decode_html_text(text.substr(begin, end - begin));
    } else {
      at = after_name;
    }
    const std::string_view prefix = std::string_view(attribute).substr(0, name_length + 1);
    const bool known = std::ranges::any_of(
        tag.attributes, [prefix](const std::string& a) { return a.starts_with(prefix); });
    constexpr std::size_t kMostAttributes = 64;
    if (!known && tag.attributes.size() < kMostAttributes)
      tag.attributes.push_back(std::move(attribute));
  }
  tag.length = static_cast<uint32_t>(at + 1 - start);
  return tag;
}

std::optional<HtmlElement> inert_element(std::string_view name) {
  const auto at = std::ranges::find(kInert, name, &Inert::name);
  if (at == kInert.end()) return std::nullopt;
  return at->element;
}

bool keeps_attribute(HtmlElement element, std::string_view attribute) {
  const std::string_view name = attribute.substr(0, attribute.find('='));
  switch (element) {
    case HtmlElement::a:
      return name == "href" || name == "id" || name == "name";
    case HtmlElement::img:
      return name == "src" || name == "alt" || name == "title";
    case HtmlElement::td:
    case HtmlElement::th:
      return name == "colspan" || name == "rowspan";
    default:
      return false;
  }
}

bool is_void(HtmlElement element) {
  return element == HtmlElement::br || element == HtmlElement::hr || element == HtmlElement::img ||
         element == HtmlElement::col;
}

bool is_block(HtmlElement element) {
  switch (element) {
    case HtmlElement::br:
    case HtmlElement::sub:
    case HtmlElement::sup:
    case HtmlElement::kbd:
    case HtmlElement::mark:
    case HtmlElement::a:
    case HtmlElement::img:
      return false;
    default:
      return true;
  }
}

bool holds_phrase(HtmlElement element) {
  switch (element) {
    case HtmlElement::details:
    case HtmlElement::table:
    case HtmlElement::colgroup:
    case HtmlElement::thead:
    case HtmlElement::tbody:
    case HtmlElement::tfoot:
    case HtmlElement::tr:
      return false;
    default:
      return true;
  }
}

bool may_stay_open(HtmlElement element) {
  switch (element) {
    case HtmlElement::td:
    case HtmlElement::th:
    case HtmlElement::tr:
    case HtmlElement::thead:
    case HtmlElement::tbody:
    case HtmlElement::tfoot:
    case HtmlElement::colgroup:
    case HtmlElement::caption:
      return true;
    default:
      return false;
  }
}

std::string decode_html_text(std::string_view text) {
  constexpr std::size_t kLongest = 12;
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length =
        text[at] == '&' ? text.substr(at, kLongest).find(';') : std::string_view::npos;
    if (length != std::string_view::npos) {
      const char32_t value = character_of(text.substr(at + 1, length - 1));
      if (value != 0) {
        append_utf8(result, value);
        at += length + 1;
        continue;
      }
    }
    result += text[at++];
  }
  return result;
}

}  // namespace milepost
