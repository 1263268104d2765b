// The table of contents of a long page, and the ids and links of headings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compose/record_layout.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// Collects the headings of a page in the order they are shown.
class Contents {
 public:
  explicit Contents(const PageScope& scope) : scope_(scope) {}

  /// A heading of our own; `anchor` is the id it has.
  void add(std::string_view label, std::string_view anchor);
  /// The headings of a text, `below` levels under the page's own. Linear in its nodes. The scope
  /// knows their ids by set_anchors.
  void add(const ShownSlice& shown, int below = 0);

  /// Nested lists of links; nothing for less than three headings, or for a text short enough to be
  /// seen whole.
  void write(HtmlWriter& out) const;

 private:
  struct Entry {
    std::string words, anchor;
    int depth = 0;
  };

  const PageScope& scope_;
  std::vector<Entry> entries_;
  size_t bytes_ = 0;  // of text
};

/// The id of the section that shows a field: "mp:f-mitigation".
std::string section_anchor(std::string_view field_name);

/// A link to the heading it stands in, for copying its address.
void write_heading_link(HtmlWriter& out, const PageScope& scope, std::string_view anchor,
                        std::string_view words);

/// `<h2 id="mp:f-NAME">label` with the link to itself.
void write_section_heading(HtmlWriter& out, const PageScope& scope, std::string_view field_name,
                           std::string_view label);

}  // namespace milepost
