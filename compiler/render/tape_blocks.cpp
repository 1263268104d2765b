// Blocks of a tape: paragraphs, headings, lists, code, tables.
#include <algorithm>
#include <array>
#include <string>

#include "render/tape_writer.h"
#include "text/ascii.h"

namespace milepost {

uint32_t TapeWriter::block(uint32_t i) {
  switch (tape_.nodes[i].kind) {
    case NodeKind::paragraph:
      if (top().tight) {
        if (top().children > 0) out_.put("\n");
        return open(i, Place::phrase, "");
      }
      out_.put("<p>");
      return open(i, Place::phrase, "</p>\n");
    case NodeKind::heading:
      return heading(i);
    case NodeKind::block_quote:
      out_.put("<blockquote>\n");
      return open(i, Place::flow, "</blockquote>\n");
    case NodeKind::list:
      return list(i);
    case NodeKind::item:
      return item(i);
    case NodeKind::code_block:
      return code_block(i);
    case NodeKind::thematic_break:
      out_.put("<hr>\n");
      return whole(i);
    case NodeKind::table:
      out_.put("<div class=\"scroll\" tabindex=\"0\"><table>\n");
      return open(i, Place::table, "</table></div>\n");
    case NodeKind::table_row:
      return row(i);
    case NodeKind::table_cell:
      return cell(i);
    case NodeKind::footnote:
      return after(i);  // stands at the end of the page
    default:
      return transparent(i);  // document, region
  }
}

uint32_t TapeWriter::heading(uint32_t i) {
  static constexpr std::array<Markup, 5> kOpen = {"<h2", "<h3", "<h4", "<h5", "<h6"};
  static constexpr std::array<Markup, 5> kClose = {"</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n",
                                                   "</h6>\n"};
  // By nesting, not by the level written: no level is skipped, whatever the author skipped.
  const uint8_t level = tape_.nodes[i].level;
  while (!headings_.empty() && headings_.back() >= level) headings_.pop_back();
  const size_t depth = static_cast<size_t>(top_heading_ - 2) + headings_.size();
  headings_.push_back(level);
  const size_t rank = std::min<size_t>(depth, kOpen.size() - 1);
  out_.put(kOpen[rank]);
  const std::string_view id = scope_.anchor_of(id_, i);
  if (!id.empty()) out_.attribute("id", id);
  out_.put(">");
  const uint32_t next = open(i, Place::phrase, kClose[rank]);
  top().link_to = id.empty() ? 0 : i;
  return next;
}

uint32_t TapeWriter::list(uint32_t i) {
  const TapeNode& node = tape_.nodes[i];
  const bool ordered = (node.flags & kOrdered) != 0;
  if (ordered) {
    out_.put("<ol");
    if (node.text_length != 1) out_.attribute("start", int64_t{node.text_length});
    out_.put(">\n");
  } else if (node.size > 1 && (tape_.nodes[i + 1].flags & kTask) != 0) {
    out_.put("<ul class=\"tasks\">\n");
  } else {
    out_.put("<ul>\n");
  }
  const uint32_t next = open(i, Place::flow, ordered ? Markup("</ol>\n") : Markup("</ul>\n"));
  top().tight = (node.flags & kTight) != 0;
  return next;
}

uint32_t TapeWriter::item(uint32_t i) {
  const TapeNode& node = tape_.nodes[i];
  // A slice may be the items of a list without the list.
  const bool in_list = top().kind == NodeKind::list;
  const bool tight = !in_list || top().tight;
  if (!in_list) out_.put("<ul>");
  if ((node.flags & kTask) == 0) {
    out_.put("<li>");
  } else if ((node.flags & kChecked) != 0) {
    out_.put("<li class=\"task\"><span class=\"st s-done\"><span class=\"vh\">");
    out_.text(scope_.words().text("page.task_done"_word)).put(" </span></span>");
  } else {
    out_.put("<li class=\"task\"><span class=\"st s-open\"><span class=\"vh\">");
    out_.text(scope_.words().text("page.task_open"_word)).put(" </span></span>");
  }
  const uint32_t next = open(i, Place::flow, in_list ? Markup("</li>\n") : Markup("</li></ul>\n"));
  top().tight = tight;
  top().task = (node.flags & kTask) != 0;
  return next;
}

uint32_t TapeWriter::code_block(uint32_t i) {
  const TapeNode& node = tape_.nodes[i];
  out_.put("<pre tabindex=\"0\"><code");
  if (node.size > 1 && tape_.nodes[i + 1].kind == NodeKind::info) {
    std::string language = "language-";
    for (const char c : tape_.text_of(tape_.nodes[i + 1])) {
      if (!is_ascii_alnum(c) && c != '-' && c != '_' && c != '+' && c != '#') break;
      language += c;
    }
    if (language.back() != '-') out_.attribute("class", language);
  }
  out_.put(">").text(tape_.text_of(node)).put("</code></pre>\n");
  return whole(i);
}

uint32_t TapeWriter::row(uint32_t i) {
  if (top().inside == Place::flow || top().inside == Place::details) return transparent(i);
  const bool head =
      (tape_.nodes[i].flags & kHead) != 0 && top().inside == Place::table && top().children == 0;
  if (!head) {
    out_.put("<tr>");
    return open(i, Place::row, "</tr>\n");
  }
  const bool only = after(i) >= top().end;
  // The body that the head announces ends with the table.
  if (!only) top().close = "</tbody></table></div>\n";
  out_.put("<thead><tr>");
  const uint32_t next =
      open(i, Place::row, only ? Markup("</tr></thead>\n") : Markup("</tr></thead>\n<tbody>\n"));
  top().head_cells = true;
  return next;
}

uint32_t TapeWriter::cell(uint32_t i) {
  const TapeNode& node = tape_.nodes[i];
  if (top().inside != Place::row) return transparent(i);
  const bool head = top().head_cells && node.size > 1;
  out_.put(head ? Markup("<th scope=\"col\"") : Markup("<td"));
  if ((node.flags & kAlignRight) != 0) {
    out_.put(" class=\"r\"");
  } else if ((node.flags & kAlignCenter) != 0) {
    out_.put(" class=\"c\"");
  }
  out_.put(">");
  return open(i, Place::flow, head ? Markup("</th>") : Markup("</td>"));
}

// A block where only words may stand.
uint32_t TapeWriter::block_as_phrase(uint32_t i) {
  const TapeNode& node = tape_.nodes[i];
  switch (node.kind) {
    case NodeKind::code_block:
      if (top().children > 0) out_.put(" ");
      out_.put("<code>").text(trim(tape_.text_of(node))).put("</code>");
      return whole(i);
    case NodeKind::thematic_break:
    case NodeKind::footnote:
      return after(i);
    case NodeKind::item: {
      const uint32_t next = transparent(i);
      if ((node.flags & kTask) != 0) {
        out_.text((node.flags & kChecked) != 0 ? "[done] " : "[open] ");
      }
      return next;
    }
    default:
      return transparent(i);
  }
}

}  // namespace milepost
