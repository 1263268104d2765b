// Inert HTML of a tape, written anew with the few attributes it may have.
#include <algorithm>

#include "compose/anchors.h"
#include "render/tape_writer.h"
#include "text/ascii.h"

namespace milepost {

std::string_view TapeWriter::digits_of(uint32_t i, std::string_view attribute,
                                       size_t longest) const {
  const std::string_view value = element_attribute(tape_, i, attribute);
  const bool fits = !value.empty() && value.size() <= longest && value.front() != '0' &&
                    std::ranges::all_of(value, is_ascii_digit);
  return fits ? value : std::string_view();
}

uint32_t TapeWriter::element(uint32_t i) {
  const Place place = top().inside;
  const bool words_only = place == Place::phrase;
  switch (static_cast<HtmlElement>(tape_.nodes[i].level)) {
    case HtmlElement::br:
      out_.put("<br>\n");
      return whole(i);
    case HtmlElement::hr:
      if (!words_only) out_.put("<hr>\n");
      return whole(i);
    case HtmlElement::sub:
      out_.put("<sub>");
      return open(i, Place::phrase, "</sub>");
    case HtmlElement::sup:
      out_.put("<sup>");
      return open(i, Place::phrase, "</sup>");
    case HtmlElement::kbd:
      out_.put("<kbd>");
      return open(i, Place::phrase, "</kbd>");
    case HtmlElement::mark:
      out_.put("<mark>");
      return open(i, Place::phrase, "</mark>");
    case HtmlElement::details:
      if (words_only) return transparent(i);
      out_.put("<details>");
      return open(i, Place::details, "</details>\n");
    case HtmlElement::summary:
      if (place != Place::details || top().children > 0) return transparent(i);
      out_.put("<summary>");
      return open(i, Place::phrase, "</summary>\n");
    case HtmlElement::a:
      return anchor(i);
    case HtmlElement::img:
      return image(i, element_attribute(tape_, i, "alt"));
    case HtmlElement::table:
      if (words_only) return transparent(i);
      out_.put("<div class=\"scroll\" tabindex=\"0\"><table>\n");
      return open(i, Place::table, "</table></div>\n");
    default:
      return table_part(i);
  }
}

uint32_t TapeWriter::anchor(uint32_t i) {
  const std::string_view id = scope_.anchor_of(id_, i);
  const std::string_view address = element_attribute(tape_, i, "href");
  const bool opened = !top().in_link && !address.empty() && open_written_link(i, address, {});
  if (!id.empty()) out_.put("<span").attribute("id", id).put("></span>");
  const uint32_t next = open(i, Place::phrase, opened ? Markup("</a>") : Markup(""));
  if (opened) top().in_link = true;
  return next;
}

uint32_t TapeWriter::rows_below() const {
  uint32_t rows = 0;
  const Frame& part = frames_[frames_.size() - 2];
  for (uint32_t i = top().end; i < part.end; i = after(i)) {
    const TapeNode& node = tape_.nodes[i];
    const bool row = node.kind == NodeKind::element &&
                     node.level == static_cast<uint8_t>(HtmlElement::tr) && node.size > 1;
    if (node.kind == NodeKind::element && !row) break;
    if (row) ++rows;
  }
  return rows;
}

uint32_t TapeWriter::table_part(uint32_t i) {
  const Place place = top().inside;
  const auto element = static_cast<HtmlElement>(tape_.nodes[i].level);
  switch (element) {
    case HtmlElement::caption:
      if (place != Place::table) return transparent(i);
      if (top().children > 0) return after(i);
      out_.put("<caption>");
      return open(i, Place::phrase, "</caption>\n");
    case HtmlElement::colgroup:
    case HtmlElement::col:
      return after(i);  // they carry nothing but style
    case HtmlElement::thead:
    case HtmlElement::tbody:
    case HtmlElement::tfoot: {
      if (place != Place::table) return transparent(i);
      const bool head = element == HtmlElement::thead && !top().past_head;
      top().past_head = true;  // there is one, and it comes first
      out_.put(head ? Markup("<thead>") : Markup("<tbody>"));
      return open(i, Place::section, head ? Markup("</thead>\n") : Markup("</tbody>\n"));
    }
    case HtmlElement::tr:
      if (place != Place::table && place != Place::section) return transparent(i);
      top().past_head = true;
      out_.put("<tr>");
      return open(i, Place::row, "</tr>\n");
    default: {  // td, th
      if (place != Place::row) return transparent(i);
      const bool head = element == HtmlElement::th;
      out_.put(head ? Markup("<th") : Markup("<td"));
      const std::string_view span = digits_of(i, "colspan", 2);
      if (!span.empty()) out_.attribute("colspan", span);
      // No further than the part of the table goes: beyond it HTML would not be valid.
      const std::string_view rows = digits_of(i, "rowspan", 2);
      if (!rows.empty()) {
        int64_t wanted = 0;
        for (const char digit : rows) wanted = wanted * 10 + (digit - '0');
        const int64_t below = rows_below();
        if (std::min(wanted, below + 1) > 1) {
          out_.attribute("rowspan", std::min(wanted, below + 1));
        }
      }
      out_.put(">");
      return open(i, Place::flow, head ? Markup("</th>") : Markup("</td>"));
    }
  }
}

}  // namespace milepost
