// Writes the runs of a sentence.
#include "render/change_lines.h"

#include "render/links.h"

namespace milepost {

void write_change_line(HtmlWriter& out, const PageScope& scope, const ChangeLine& line) {
  for (const ChangePhrase& phrase : line) {
    switch (phrase.ink) {
      case ChangeInk::was:
        out.put("<s>").data(phrase.text).put("</s>");
        break;
      case ChangeInk::now:
        out.put("<b>").data(phrase.text).put("</b>");
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
      case ChangeInk::plain:
        out.data(phrase.text);
        break;
    }
  }
}

}  // namespace milepost
