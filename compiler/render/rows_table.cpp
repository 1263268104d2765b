// Writes tables of a few rows.
#include "render/rows_table.h"

#include "render/say.h"

namespace milepost {
namespace {

constexpr Markup kColumnHead = "<th scope=\"col\">";

void open(HtmlWriter& out, std::string_view class_names) {
  out.put("<div class=\"scroll\" tabindex=\"0\"><table").attribute("class", class_names);
  out.put(">\n<thead><tr>");
}

}  // namespace

void begin_rows(HtmlWriter& out, const PageScope& scope, std::initializer_list<Word> heads,
                std::string_view class_names) {
  open(out, class_names);
  for (const Word head : heads) {
    out.put(kColumnHead);
    say(out, scope, head);
    out.put("</th>");
  }
  out.put("</tr></thead>\n<tbody>\n");
}

void begin_rows(HtmlWriter& out, std::span<const std::string_view> heads) {
  open(out, "rows");
  for (const std::string_view head : heads) out.put(kColumnHead).data(head).put("</th>");
  out.put("</tr></thead>\n<tbody>\n");
}

void end_rows(HtmlWriter& out) {
  out.put("</tbody>\n</table></div>\n");
}

}  // namespace milepost
