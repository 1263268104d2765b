// The walk over a tape: frames, and what may stand where.
#include "render/tape_writer.h"

#include <algorithm>
#include <string>

#include "render/contents.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr bool is_block(NodeKind kind) {
  return kind < NodeKind::text;
}

bool is_blank(std::string_view text) {
  return std::ranges::all_of(text, is_ascii_space);
}

bool is_element(const TapeNode& node, HtmlElement element) {
  return node.kind == NodeKind::element && node.level == static_cast<uint8_t>(element);
}

// Whether a node has a place between the tags of a table.
bool belongs_in_table(const TapeNode& node, Place place) {
  if (node.kind == NodeKind::attribute) return true;
  if (node.kind == NodeKind::table_cell) return place == Place::row;
  if (node.kind == NodeKind::table_row) return place != Place::row;
  if (node.kind != NodeKind::element) return false;
  const auto element = static_cast<HtmlElement>(node.level);
  const bool row = element == HtmlElement::tr;
  if (place == Place::row) return element == HtmlElement::td || element == HtmlElement::th;
  if (place == Place::section) return row;
  return row || element == HtmlElement::caption || element == HtmlElement::colgroup ||
         element == HtmlElement::col || element == HtmlElement::thead ||
         element == HtmlElement::tbody || element == HtmlElement::tfoot;
}

}  // namespace

TapeWriter::TapeWriter(HtmlWriter& out, PageScope& scope, ViewTapeId tape, int top_heading)
    : out_(out),
      scope_(scope),
      id_(tape),
      tape_(scope.view().tape(tape)),
      top_heading_(top_heading) {
  if (number(tape) < scope.view().references.size()) {
    references_ = scope.view().references[number(tape)];
  }
}

void TapeWriter::write(TapeSlice slice, std::span<const TapeSlice> skip, Place place) {
  next_reference_ = static_cast<size_t>(
      std::ranges::lower_bound(references_, slice.first, {}, &ViewTapeReference::node) -
      references_.begin());
  const uint32_t end = slice.first + slice.count;
  frames_.assign(1, Frame{});
  top().end = end;
  top().inside = place;
  size_t cut = 0;
  for (uint32_t i = slice.first; i < end;) {
    while (frames_.size() > 1 && top().end <= i) close_frame();
    while (cut < skip.size() && skip[cut].first + skip[cut].count <= i) ++cut;
    if (cut < skip.size() && skip[cut].first <= i) {
      i = std::min(end, skip[cut].first + skip[cut].count);
    } else {
      i = node(i);
    }
  }
  while (frames_.size() > 1) close_frame();
}

void TapeWriter::close_frame() {
  if (top().inside == Place::details && top().children == 0) {
    out_.put("<summary>").text(scope_.words().text("page.details"_word)).put("</summary>");
  }
  if (const uint32_t heading = top().link_to; heading != 0) {
    const std::string words = plain_text(tape_, TapeSlice{heading, tape_.nodes[heading].size});
    write_heading_link(out_, scope_, scope_.anchor_of(id_, heading), words);
  }
  out_.put(top().close);
  frames_.pop_back();
}

uint32_t TapeWriter::open(uint32_t i, Place inside, Markup close) {
  Frame frame;
  frame.end = i + tape_.nodes[i].size;
  frame.inside = inside;
  frame.close = close;
  frame.kind = tape_.nodes[i].kind;
  frame.in_link = top().in_link;
  ++top().children;
  frames_.push_back(frame);
  return i + 1;
}

uint32_t TapeWriter::transparent(uint32_t i) {
  if (top().inside == Place::phrase && top().children > 0) out_.put(" ");
  const Place place = top().inside;
  const bool tight = top().tight;
  const uint32_t next = open(i, place, "");
  top().tight = tight;
  return next;
}

uint32_t TapeWriter::whole(uint32_t i) {
  ++top().children;
  return after(i);
}

uint32_t TapeWriter::node(uint32_t i) {
  const TapeNode& node = tape_.nodes[i];
  const Place place = top().inside;
  if (place >= Place::table && !belongs_in_table(node, place)) return stray(i);
  if (place == Place::details && top().children == 0 && node.kind != NodeKind::attribute &&
      !is_element(node, HtmlElement::summary)) {
    out_.put("<summary>").text(scope_.words().text("page.details"_word)).put("</summary>");
    ++top().children;
  }
  if (!is_block(node.kind)) return phrase(i);
  return place == Place::phrase ? block_as_phrase(i) : block(i);
}

// Between the parts of a table: white space goes, everything else gets a cell.
uint32_t TapeWriter::stray(uint32_t i) {
  const TapeNode& node = tape_.nodes[i];
  const bool blank = node.kind == NodeKind::soft_break || node.kind == NodeKind::line_break ||
                     (node.kind == NodeKind::text && is_blank(tape_.text_of(node)));
  if (blank) return after(i);
  if (node.kind == NodeKind::paragraph || node.kind == NodeKind::region) return transparent(i);
  if (top().inside == Place::row) {
    out_.put("<td>");
    open(i, Place::flow, "</td>");
  } else {
    top().past_head = true;
    out_.put("<tr><td>");
    open(i, Place::flow, "</td></tr>");
  }
  return i;  // again, now inside a cell
}

}  // namespace milepost
