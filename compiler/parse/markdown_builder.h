// From cmark's tree and its places to the tape: passes of our own, inert HTML, audience regions.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "markup/tape.h"
#include "parse/html_tag.h"
#include "parse/markdown.h"
#include "parse/markdown_passes.h"
#include "parse/markdown_places.h"
#include "parse/markdown_regions.h"
#include "parse/markdown_tree.h"

namespace milepost {

/// An HTML block and where its lines stand; containers have cut off what they take of each.
struct HtmlLines {
  struct Line {
    std::size_t literal = 0;
    uint32_t source = 0;
  };
  std::string_view literal;
  std::vector<Line> lines;
  uint32_t begin = 0;  // of the block
  uint32_t end = 0;
  bool exact = false;  // false: everything in it has the place of the block

  uint32_t place(std::size_t at) const;
  uint32_t place_end(std::size_t at) const;
};

/// Builds tapes, one after another; holds buffers that are used again for each.
class MarkdownBuilder {
 public:
  /// The whole tape of `text`, which stands at byte `offset` of `file`. A text of more than
  /// `most_bytes` is refused.
  Tape build(std::string_view text, FileId file, uint32_t offset, DiagnosticSink& sink,
             uint32_t most_bytes = kMostMarkdownBytes);

 private:
  /// What is open on the tape: a node of the library's tree, or something of our own inside it.
  enum class OpenKind : uint8_t { node, strike, element, paragraph, region };
  struct Open {
    OpenKind kind = OpenKind::node;
    uint32_t tape = 0;
    uint32_t end = 0;  // of a node: the first node behind it
    HtmlElement element = HtmlElement::br;
    uint32_t mark = 0;  // of a strike: its index in strikes_
  };

  // markdown_builder.cpp
  void add_part(std::string_view text, uint32_t at, uint32_t depth);
  bool add_plain_prose();
  void report_lost_cells();
  void add_tree();
  void add_node(uint32_t i);
  void add_leaf(uint32_t i, NodeKind kind);
  void add_text(uint32_t i);
  void add_text_piece(uint32_t i, uint32_t from, uint32_t to);
  void add_words(uint32_t i, uint32_t from, uint32_t to);
  void add_regions_before(uint32_t place);
  void start_inlines(uint32_t i);
  bool in_link() const;
  uint32_t push(NodeKind kind, uint32_t begin, uint32_t end);
  uint32_t push_text(NodeKind kind, std::string_view text, uint32_t begin, uint32_t end);
  void set_text(TapeNode& node, std::string_view text);
  void open(OpenKind kind, uint32_t tape, uint32_t end);
  void close_top();
  void close_nodes_before(uint32_t i);

  // markdown_html.cpp
  void add_inline_html(uint32_t i);
  void add_html_block(uint32_t i);
  HtmlLines lines_of_block(uint32_t i) const;
  void add_html_text(const HtmlLines& block, std::size_t from, std::size_t to);
  void add_tag(const HtmlTag& tag, std::string_view written, uint32_t begin, uint32_t end,
               bool block);
  void open_element(const HtmlTag& tag, HtmlElement element, uint32_t begin, uint32_t end);
  bool is_open(HtmlElement element) const;
  bool starts_here() const;
  bool close_element(HtmlElement element, uint32_t end);
  void close_paragraph();
  bool wants_paragraph() const;
  void shown_as_text(std::string_view name, uint32_t begin, uint32_t end);
  bool fits_here(HtmlElement element) const;
  void close_implied(HtmlElement element);
  const Open* innermost_element() const;
  void report_at(uint16_t code, Severity severity, uint32_t begin, uint32_t end,
                 std::string message, std::string help);
  void report_html_as_text();

  Tape* tape_ = nullptr;
  DiagnosticSink* sink_ = nullptr;
  uint32_t offset_ = 0;
  uint32_t most_bytes_ = kMostMarkdownBytes;

  std::string_view text_;  // of the part being added, its regions blanked
  std::string blanked_;
  uint32_t at_ = 0;     // where it stands in the whole text
  uint32_t depth_ = 0;  // how many regions it is inside of
  MarkTree tree_;
  MarkPlaces places_;
  std::vector<StrikeMark> strikes_;
  std::size_t next_strike_ = 0;
  std::vector<Open> open_;
  std::vector<AudienceRegion> regions_;
  std::size_t next_region_ = 0;
  std::string_view whole_;         // the part with its regions
  uint32_t footnotes_before_ = 0;  // numbers that other parts have
  uint32_t last_footnote_ = 0;     // of this part and the regions in it
  bool in_cell_ = false;           // the block being added is a table cell
  std::set<std::string> as_text_;  // names of elements that were shown as text
  uint32_t as_text_begin_ = 0;     // the first of them
  uint32_t as_text_end_ = 0;
};

}  // namespace milepost
