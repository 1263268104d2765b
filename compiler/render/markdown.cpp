// Slices of a tape as blocks, as a phrase, and the footnotes of a page.
#include "render/markdown.h"

#include "render/tape_writer.h"

namespace milepost {

void write_blocks(HtmlWriter& out, PageScope& scope, const ShownSlice& shown, int top_heading) {
  if (shown.slice.count == 0) return;
  const NodeKind first = scope.view().tape(shown.tape).nodes[shown.slice.first].kind;
  const bool words = first >= NodeKind::text && first != NodeKind::element;
  if (words) out.put("<p>");
  TapeWriter(out, scope, shown.tape, top_heading)
      .write(shown.slice, shown.skip, words ? Place::phrase : Place::flow);
  if (words) out.put("</p>\n");
}

void write_phrase(HtmlWriter& out, PageScope& scope, ViewTapeId tape, TapeSlice slice) {
  if (slice.count > 0) TapeWriter(out, scope, tape, 2).write(slice, {}, Place::phrase);
}

void write_footnotes(HtmlWriter& out, PageScope& scope) {
  if (scope.footnotes().empty()) return;
  out.put("<section class=\"footnotes\"");
  out.attribute("aria-label", scope.words().text("page.footnotes"_word)).put(">\n<ol>\n");
  // A footnote may refer to further ones, which then join the end of the list.
  for (size_t i = 0; i < scope.footnotes().size(); ++i) {
    const auto shown = static_cast<int64_t>(i + 1);
    const ViewTapeId tape = scope.footnotes()[i].tape;
    const uint32_t node = scope.footnotes()[i].node;
    out.put("<li id=\"mp:fn-").number(shown).put("\">");
    if (node != 0) {
      write_blocks(out, scope, {tape, {node + 1, scope.view().tape(tape).nodes[node].size - 1}, {}},
                   3);
    }
    for (uint32_t use = 1; use <= scope.footnotes()[i].uses; ++use) {
      out.put("<a class=\"back\" href=\"#mp:ref-").number(shown);
      if (use > 1) out.put("-").number(use);
      out.put("\"").attribute("aria-label", scope.words().text("page.back_to_text"_word));
      out.put(">↩</a>\n");
    }
    out.put("</li>\n");
  }
  out.put("</ol>\n</section>\n");
}

}  // namespace milepost
