// Decides which addresses may stand in a page, and writes them so that they mean only what they
// say.
#include "markup/url.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "text/ascii.h"
#include "text/suspicious.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr std::size_t kLongest = 8192;
constexpr int kDecodings = 6;
constexpr std::string_view kHex = "0123456789ABCDEF";

void append_percent(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kHex[byte >> 4u];
  out += kHex[byte & 15u];
}

bool is_unreserved(char c) {
  return is_ascii_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

bool is_triplet(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && text[at] == '%' && is_ascii_hex(text[at + 1]) &&
         is_ascii_hex(text[at + 2]);
}

// Path, query and fragment: what may stand there stays, all else is percent-encoded.
void append_encoded(std::string& out, std::string_view text) {
  constexpr std::string_view kPunctuation = "!$&()*+,;=:@/?";
  bool in_fragment = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_unreserved(c) || kPunctuation.find(c) != std::string_view::npos || is_triplet(text, i)) {
      out += c;
    } else if (c == '#' && !in_fragment) {
      in_fragment = true;
      out += c;
    } else {
      append_percent(out, c);
    }
  }
}

int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  return ascii_lower(c) - 'a' + 10;
}

struct NamedEntity {
  std::string_view name;
  std::string_view text;
};
// Those that stand for a character that matters where an address begins.
constexpr std::array<NamedEntity, 16> kEntities = {{{"colon", ":"},
                                                    {"sol", "/"},
                                                    {"bsol", "\\"},
                                                    {"num", "#"},
                                                    {"quest", "?"},
                                                    {"period", "."},
                                                    {"amp", "&"},
                                                    {"AMP", "&"},
                                                    {"percnt", "%"},
                                                    {"lpar", "("},
                                                    {"Tab", ""},
                                                    {"NewLine", ""},
                                                    {"nbsp", ""},
                                                    {"shy", ""},
                                                    {"ZeroWidthSpace", ""},
                                                    {"NoBreak", ""}}};

// Reads an entity at `at`, which is a `&`; appends what it means and returns its length, or 0.
std::size_t decode_entity(std::string_view text, std::size_t at, std::string& out) {
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '#') {
    ++i;
    const bool hex = i < text.size() && (text[i] == 'x' || text[i] == 'X');
    if (hex) ++i;
    const std::size_t digits = i;
    std::uint32_t value = 0;
    while (i < text.size() && (hex ? is_ascii_hex(text[i]) : is_ascii_digit(text[i]))) {
      value = value * (hex ? 16u : 10u) + static_cast<std::uint32_t>(hex_value(text[i]));
      if (value > 0x110000) value = 0x110000;
      ++i;
    }
    if (i == digits) return 0;
    if (i < text.size() && text[i] == ';') ++i;
    append_utf8(out, value);
    return i - at;
  }
  for (const NamedEntity& entity : kEntities) {
    if (text.substr(i, entity.name.size()) != entity.name) continue;
    std::size_t end = i + entity.name.size();
    if (end < text.size() && text[end] == ';') ++end;
    out += entity.text;
    return end - at;
  }
  return 0;
}

std::string decode_once(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '&') {
      if (const std::size_t length = decode_entity(text, i, out)) {
        i += length;
        continue;
      }
    } else if (is_triplet(text, i)) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 3;
      continue;
    }
    out += text[i++];
  }
  return out;
}

// Without what a browser or a reader's eye skips: white space, controls, invisible characters.
std::string squeezed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const CodePoint point : CodePoints(text)) {
    const bool skipped = point.value <= 0x20 || (point.value >= 0x7F && point.value <= 0xA0) ||
                         (point.value > 0xA0 && point.valid && is_space(point.value));
    if (!skipped) out.append(text.substr(point.offset, point.size));
  }
  if (is_ascii(out)) return out;
  std::string visible;
  std::size_t from = 0;
  for (const Suspicious& odd : find_suspicious(out, out.size())) {
    if (odd.kind == SuspiciousKind::look_alike) continue;
    visible.append(out, from, odd.offset - from);
    from = odd.offset + odd.length;
  }
  visible.append(out, from);
  return visible;
}

enum class Scheme : std::uint8_t { relative, http, https, mailto, tel, refused };

// What the beginning of an address says it is. Whatever stands before a first colon is a scheme.
Scheme scheme_of(std::string_view text) {
  const std::size_t end = text.find_first_of(":/?#\\");
  if (end == std::string_view::npos || text[end] != ':') {
    const bool slash = !text.empty() && (text[0] == '/' || text[0] == '\\');
    if (slash && text.size() > 1 && (text[1] == '/' || text[1] == '\\')) return Scheme::refused;
    if (end != std::string_view::npos && text[end] == '\\') return Scheme::refused;
    return Scheme::relative;
  }
  const std::string_view scheme = text.substr(0, end);
  if (iequals(scheme, "https")) return Scheme::https;
  if (iequals(scheme, "http")) return Scheme::http;
  if (iequals(scheme, "mailto")) return Scheme::mailto;
  if (iequals(scheme, "tel")) return Scheme::tel;
  return Scheme::refused;
}

// The scheme if the text means the same however often it is decoded, else refused.
Scheme steady_scheme(std::string_view text) {
  std::string decoded = squeezed(text);
  const Scheme first = scheme_of(decoded);
  if (first == Scheme::refused) return first;
  for (int round = 0; round < kDecodings; ++round) {
    std::string next = squeezed(decode_once(decoded));
    if (next == decoded) return first;
    if (scheme_of(next) != first) return Scheme::refused;
    decoded = std::move(next);
  }
  return Scheme::refused;
}

bool is_host(std::string_view host) {
  if (host.empty() || host.size() > 253) return false;
  if (host.front() == '[') {
    if (host.back() != ']' || host.size() < 4) return false;
    for (const char c : host.substr(1, host.size() - 2)) {
      if (!is_ascii_hex(c) && c != ':' && c != '.') return false;
    }
    return true;
  }
  char before = '.';
  for (const CodePoint point : CodePoints(host)) {
    const char c = point.value < 0x80 ? static_cast<char>(point.value) : 'x';
    if (!point.valid || (!is_ascii_alnum(c) && c != '-' && c != '_' && c != '.')) return false;
    if (c == '.' && before == '.') return false;
    if (point.value >= 0x80 && !is_letter(point.value) && !is_mark(point.value) &&
        !is_number(point.value)) {
      return false;
    }
    before = c;
  }
  return true;
}

bool is_port(std::string_view port) {
  if (port.size() > 5) return false;
  int value = 0;
  for (const char c : port) {
    if (!is_ascii_digit(c)) return false;
    value = value * 10 + (c - '0');
  }
  return value <= 65535;
}

// `//host:port`, without a user: who reads `https://bank.example@evil.example` is misled.
bool is_authority(std::string_view authority) {
  const std::size_t bracket = authority.find(']');
  const std::size_t colon =
      authority.find(':', bracket == std::string_view::npos ? 0 : bracket + 1);
  if (colon == std::string_view::npos) return is_host(authority);
  return is_host(authority.substr(0, colon)) && is_port(authority.substr(colon + 1));
}

std::string_view trim_controls(std::string_view text) {
  const auto skipped = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; };
  while (!text.empty() && skipped(text.front())) text.remove_prefix(1);
  while (!text.empty() && skipped(text.back())) text.remove_suffix(1);
  return text;
}

void append_fragment(std::string& out, std::string_view fragment) {
  constexpr std::string_view kPunctuation = "!$()*+,;=:@/?";
  for (const char c : fragment) {
    if (is_unreserved(c) || kPunctuation.find(c) != std::string_view::npos) {
      out += c;
    } else {
      append_percent(out, c);
    }
  }
}

std::string_view scheme_name(Scheme scheme) {
  switch (scheme) {
    case Scheme::http:
      return "http:";
    case Scheme::https:
      return "https:";
    case Scheme::mailto:
      return "mailto:";
    case Scheme::tel:
      return "tel:";
    default:
      return "";
  }
}

}  // namespace

std::optional<Url> Url::from_data(std::string_view written) {
  const std::string_view text = trim_controls(written);
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  const Scheme scheme = steady_scheme(text);
  if (scheme == Scheme::refused) return std::nullopt;
  if (text.substr(0, text.find_first_of("?#")).find('\\') != std::string_view::npos) {
    return std::nullopt;
  }
  std::string out(scheme_name(scheme));
  if (scheme == Scheme::relative) {
    append_encoded(out, text);
    return Url(std::move(out), false);
  }
  // The scheme as written must be the scheme as squeezed: no control stands inside it.
  if (!istarts_with(text, out)) return std::nullopt;
  std::string_view rest = text.substr(out.size());
  if (scheme == Scheme::http || scheme == Scheme::https) {
    if (rest.substr(0, 2) != "//") return std::nullopt;
    rest.remove_prefix(2);
    const std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
    const std::string_view authority = rest.substr(0, end);
    if (!is_authority(authority)) return std::nullopt;
    out.append("//").append(authority);
    rest.remove_prefix(end);
  } else if (rest.empty()) {
    return std::nullopt;
  }
  append_encoded(out, rest);
  return Url(std::move(out), true);
}

SitePath::SitePath(std::string file) : file_(std::move(file)) {
  std::string encoded;
  for (const char c : file_) {
    if (is_unreserved(c) || c == '/') {
      encoded += c;
    } else {
      append_percent(encoded, c);
    }
  }
  if (encoded != file_) encoded_ = std::move(encoded);
}

SitePath SitePath::served_anywhere(std::string file, std::string_view root) {
  SitePath path(std::move(file));
  path.encoded_ = std::string(root) + path.encoded();
  return path;
}

void append_link(std::string& out, const SitePath& from, const SitePath& to,
                 std::string_view fragment) {
  const std::string& source = from.encoded();
  const std::string& target = to.encoded();
  // Within its own part a fragment is still without the part's name (document_part.h).
  const bool other_part =
      !to.part().empty() && (fragment.empty() || source != target || from.part() != to.part());
  const bool has_fragment = other_part || !fragment.empty();
  if (source.starts_with('/')) {
    if (source != target || !has_fragment) {
      out.append(source, 0, source.size() - from.file().size()).append(target);
    }
  } else if (source != target || !has_fragment) {
    std::size_t shared = 0;  // after the last slash that both have
    for (std::size_t i = 0; i < source.size() && i < target.size() && source[i] == target[i]; ++i) {
      if (source[i] == '/') shared = i + 1;
    }
    for (std::size_t i = shared; i < source.size(); ++i) {
      if (source[i] == '/') out += "../";
    }
    out.append(target, shared);
  }
  if (!has_fragment) return;
  out += '#';
  if (other_part) {
    append_fragment(out, to.part());
    if (!fragment.empty()) out += '.';
  }
  append_fragment(out, fragment);
}

}  // namespace milepost
