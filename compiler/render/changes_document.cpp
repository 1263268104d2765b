// The page of changes as a document that needs no other file.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "markup/html.h"
#include "render/changes_text.h"
#include "text/sha256.h"

namespace milepost {
namespace {

uint32_t hex_value(char c) {
  return static_cast<uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

// Base64 of a hash in hex digits, as a Content-Security-Policy names it.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < hex.size(); i += 6) {
    const size_t bytes = std::min<size_t>(3, (hex.size() - i) / 2);
    uint32_t bits = 0;
    for (size_t k = 0; k < 3; ++k) {
      bits <<= 8;
      if (k < bytes) bits |= hex_value(hex[i + 2 * k]) << 4 | hex_value(hex[i + 2 * k + 1]);
    }
    for (size_t k = 0; k < 4; ++k) {
      out += k <= bytes ? digits[bits >> (18 - 6 * k) & 63] : '=';
    }
  }
  return out;
}

// The element <main> of a page that HtmlWriter made.
std::string_view main_of(std::string_view page) {
  const size_t begin = page.find("<main");
  const size_t end = page.find("</main>", begin);
  if (begin == std::string_view::npos || end == std::string_view::npos) return {};
  return page.substr(begin, end + 7 - begin);
}

// Links of the page lead to files beside it: into the site behind `base`, or nowhere.
std::string with_links(std::string_view html, std::string_view base) {
  std::string out;
  for (size_t at = 0; at < html.size();) {
    const bool opens = html.substr(at).starts_with("<a ");
    const bool closes = html.substr(at).starts_with("</a>");
    if (base.empty() && (opens || closes)) {
      at = html.find('>', at) + 1;
      continue;
    }
    constexpr std::string_view kHref = "href=\"";
    const size_t href = opens ? html.find(kHref, at) : std::string_view::npos;
    if (href == std::string_view::npos) {
      out += html[at++];
      continue;
    }
    const size_t address = href + kHref.size();
    out += html.substr(at, address - at);
    if (html[address] != '#') out += base;
    at = address;
  }
  return out;
}

}  // namespace

std::string changes_as_html(const Outline& outline, std::string_view page,
                            std::string_view styles) {
  HtmlWriter base;
  if (outline.view.program.base_url) base.data(outline.view.program.base_url->text());
  HtmlWriter head;
  head.put("<!doctype html>\n<html").attribute("lang", outline.view.program.language);
  head.put(">\n<head>\n<meta http-equiv=\"Content-Security-Policy\"");
  // What stands between the tags is hashed.
  const std::string sheet = "\n" + std::string(styles);
  head.attribute("content", "default-src 'none'; style-src 'sha256-" +
                                base64_of_hex(sha256_hex(sheet)) +
                                "'; img-src data:; base-uri 'none'; form-action 'none'");
  head.put(">\n<meta charset=\"utf-8\">\n<title>");
  head.text(outline.words.text("changes.title"_word)).put(" · ").data(outline.view.program.title);
  head.put(
      "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<style>");
  std::string out(head.view());
  out += sheet;
  out += "</style>\n</head>\n<body class=\"alone\">\n";
  out += with_links(main_of(page), base.view());
  return out + "\n</body>\n</html>\n";
}

}  // namespace milepost
