// Raw HTML in Markdown: one tag at a time, and which elements are inert.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markup/tape.h"

namespace milepost {

struct HtmlTag {
  std::string name;  // in lower case
  bool closing = false;
  bool self_closing = false;
  /// "name=value", entities decoded; the first of several with one name. Names in lower case.
  std::vector<std::string> attributes;
  uint32_t length = 0;  // in bytes, from `<` to `>`
};

/// The tag that begins at text[at] (a `<`), if one does.
std::optional<HtmlTag> read_html_tag(std::string_view text, std::size_t at);

/// The inert element of this name, if it is one.
std::optional<HtmlElement> inert_element(std::string_view name);

/// What `element` may keep of a tag's attributes.
bool keeps_attribute(HtmlElement element, std::string_view attribute);

/// br, hr, img, col: they have no content and no closing tag.
bool is_void(HtmlElement element);
/// Stands between paragraphs, not inside one.
bool is_block(HtmlElement element);
/// May hold text without a paragraph around it.
bool holds_phrase(HtmlElement element);
/// May be left open in HTML: td, th, tr and their like.
bool may_stay_open(HtmlElement element);

/// Numeric entities and the named ones that people write in HTML; others stay as they are.
std::string decode_html_text(std::string_view text);

}  // namespace milepost
