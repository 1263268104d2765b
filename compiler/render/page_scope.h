// What the writers of one page share: where it stands, its anchors and its footnotes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compose/outline.h"
#include "compose/record_layout.h"
#include "draw/drawings.h"

namespace milepost {

/// A footnote that the page refers to, in order of first use.
struct PageFootnote {
  ViewTapeId tape = kNoViewTape;
  uint32_t node = 0;  // its definition; 0: there is none
  uint32_t uses = 0;
};

class PageScope {
 public:
  PageScope(const Outline& outline, const Drawings& drawings, uint32_t page)
      : outline_(outline), drawings_(drawings), page_(page) {}

  const Outline& outline() const { return outline_; }
  const View& view() const { return outline_.view; }
  const Words& words() const { return outline_.words; }
  const OutlinePage& page() const { return outline_.pages[page_]; }
  uint32_t page_number() const { return page_; }
  const SitePath& path() const { return page().path; }
  /// The drawing of this page, or null.
  const Drawings& drawings() const { return drawings_; }
  const Html* drawing(DrawingKind kind) const { return drawings_.find(page_, kind); }
  Date as_of() const { return view().program.as_of; }
  /// The page may count from the as-of date; see Outline.
  bool is_of_moment() const { return outline_.is_of_moment(page_); }
  /// A file of the theme, as this site reaches it.
  SitePath theme_file(std::string_view name) const {
    return SitePath(outline_.frame.theme + std::string(name));
  }

  /// Numbers the headings and named places of all that the page will show.
  void set_anchors(std::span<const ShownSlice> slices);
  /// The id of a heading or named place of this page; empty if it has none.
  std::string_view anchor_of(ViewTapeId tape, uint32_t node) const;

  struct FootnoteUse {
    uint32_t number;  // on the page
    uint32_t use;     // how often it was referred to, this time included
  };
  FootnoteUse use_footnote(ViewTapeId tape, uint32_t number_in_tape);
  const std::vector<PageFootnote>& footnotes() const { return footnotes_; }

 private:
  uint32_t definition_of(ViewTapeId tape, uint32_t number_in_tape);

  const Outline& outline_;
  const Drawings& drawings_;
  uint32_t page_;
  std::vector<PageAnchor> anchors_;  // sorted by tape and node
  std::vector<PageFootnote> footnotes_;
  std::unordered_map<uint64_t, uint32_t> footnote_numbers_;  // tape and number: into footnotes_
  std::unordered_map<uint32_t, std::vector<uint32_t>> definitions_;  // by tape: node by number
};

}  // namespace milepost
