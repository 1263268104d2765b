// Writes the runs of a sentence.
#include "render/change_lines.h"

#include "render/links.h"
#include "render/say.h"

namespace milepost {

namespace {

// A date or an amount stays on one line.
constexpr size_t kShort = 14;

Markup short_class(const std::string& text) {
  return text.size() <= kShort ? Markup(" class=\"nw\"") : Markup("");
}

}  // namespace

void write_change_line(HtmlWriter& out, const PageScope& scope, const ChangeLine& line) {
  for (const ChangePhrase& phrase : line) {
    switch (phrase.ink) {
      case ChangeInk::was:
        out.put("<s").put(short_class(phrase.text)).put(">").data(phrase.text).put("</s>");
        break;
      case ChangeInk::now:
        out.put("<b").put(short_class(phrase.text)).put(">").data(phrase.text).put("</b>");
        break;
      case ChangeInk::aside:
        out.put("<span class=\"aside\">").data(phrase.text).put("</span>");
        break;
      case ChangeInk::title:
        if (phrase.record == kNoViewRecord) {
          out.data(phrase.text);
        } else {
          write_record_link(out, scope, phrase.record, phrase.text);
        }
        break;
      case ChangeInk::id:
        if (phrase.record == kNoViewRecord) {
          out.put("<span class=\"id\">").data(phrase.text).put("</span>");
        } else {
          write_id(out, scope, phrase.record);
        }
        break;
      case ChangeInk::later:
        out.put("<span class=\"slip risk nw\">").data(phrase.text).put("</span>");
        break;
      case ChangeInk::sooner:
        out.put("<span class=\"slip ok nw\">").data(phrase.text).put("</span>");
        break;
      case ChangeInk::plain:
        out.data(phrase.text);
        break;
    }
  }
}

std::string plain_change_line(const ChangeLine& line) {
  std::string out;
  for (size_t i = 0; i < line.size(); ++i) {
    const bool after_was = i >= 2 && line[i].ink == ChangeInk::now && line[i - 1].text == " " &&
                           line[i - 2].ink == ChangeInk::was;
    if (after_was) out += "→ ";
    out += line[i].text;
  }
  return out;
}

void write_since(HtmlWriter& out, const PageScope& scope, const std::vector<SinceRow>& rows) {
  const Outline& outline = scope.outline();
  out.put("<ul class=\"log\">\n");
  for (const SinceRow& row : rows) {
    out.put("<li><span>").text(row.label).put("</span><span>");
    for (size_t i = 0; i < row.items.size(); ++i) {
      if (i > 0) out.put("; ");
      // Its id leads there; room is short.
      ChangeLine item = row.items[i];
      for (ChangePhrase& phrase : item) {
        if (phrase.ink == ChangeInk::title) phrase.ink = ChangeInk::plain;
      }
      write_change_line(out, scope, item);
    }
    if (row.more > 0) {
      const uint32_t all = outline.changes_page;
      out.put("; ");
      if (all != kNoPage) {
        out.put("<a").link("href", scope.path(), outline.pages[all].path).put(">");
      }
      say_count(out, scope, "overview.and_more"_word, row.more);
      if (all != kNoPage) out.put("</a>");
    }
    out.put("</span></li>\n");
  }
  out.put("</ul>\n");
}

}  // namespace milepost
