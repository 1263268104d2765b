// The state of one walk over a tape; only the files of the Markdown renderer include it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// What may stand at a place of the page.
enum class Place : uint8_t { flow, details, phrase, table, section, row };

/// Writes nodes of a tape one after the other. What is open is a stack of frames: depth costs
/// memory, not stack. Whatever the tape holds, the HTML is valid: a node whose tags cannot stand
/// where it is gives its children only.
class TapeWriter {
 public:
  /// `top_heading`: the level that the outermost headings get.
  TapeWriter(HtmlWriter& out, PageScope& scope, ViewTapeId tape, int top_heading);
  void write(TapeSlice slice, std::span<const TapeSlice> skip, Place place);

 private:
  struct Frame {
    uint32_t end = 0;
    Place inside = Place::flow;
    Markup close = "";
    NodeKind kind = NodeKind::document;
    bool tight = false;       // of a list: no space between its items
    bool in_link = false;     // an <a> is open here or above
    bool head_cells = false;  // of a row: its cells are heads
    bool past_head = false;   // of a table: a head can no longer come
    bool task = false;        // of an item: it has a check box
    uint32_t link_to = 0;     // of a heading: its node, if it ends in a link to itself
    uint32_t children = 0;    // that were written so far
  };

  Frame& top() { return frames_.back(); }
  const Frame& top() const { return frames_.back(); }
  uint32_t after(uint32_t i) const { return i + tape_.nodes[i].size; }
  void close_frame();
  // Opens a node whose children follow; returns the index of its first child.
  uint32_t open(uint32_t i, Place inside, Markup close);
  // A node whose own tags cannot stand here: its children take its place.
  uint32_t transparent(uint32_t i);
  // Counts a node that is written whole; returns the index after it.
  uint32_t whole(uint32_t i);

  // Each writes the beginning of node i, or all of it, and returns where to go on.
  uint32_t node(uint32_t i);
  uint32_t stray(uint32_t i);
  uint32_t block(uint32_t i);
  uint32_t heading(uint32_t i);
  uint32_t list(uint32_t i);
  uint32_t item(uint32_t i);
  uint32_t code_block(uint32_t i);
  uint32_t row(uint32_t i);
  uint32_t cell(uint32_t i);
  uint32_t block_as_phrase(uint32_t i);
  uint32_t phrase(uint32_t i);
  uint32_t text(uint32_t i);
  uint32_t link(uint32_t i);
  uint32_t image(uint32_t i, std::string_view alternative);
  uint32_t footnote_reference(uint32_t i);
  uint32_t element(uint32_t i);
  uint32_t anchor(uint32_t i);
  uint32_t table_part(uint32_t i);
  // How many rows follow the one that is open, in the same part of the table.
  uint32_t rows_below() const;

  // What the sources' link at node i leads to; null if link/ found no link there.
  const ViewTarget* target_of(uint32_t i);
  bool open_written_link(uint32_t i, std::string_view address, std::string_view title);
  // Where what is said about a task begins in its text: "(owner: mo, due: 2026-07-01)".
  size_t task_facts(std::string_view words) const;
  std::string_view digits_of(uint32_t i, std::string_view attribute, size_t longest) const;

  HtmlWriter& out_;
  PageScope& scope_;
  ViewTapeId id_;
  const Tape& tape_;
  std::span<const ViewTapeReference> references_;
  size_t next_reference_ = 0;
  int top_heading_;
  std::vector<uint8_t> headings_;  // the levels, as written, of the headings that are open
  std::vector<Frame> frames_;
};

}  // namespace milepost
