// The facts of its period on the page of a status report.
#include "render/update_page.h"

#include <algorithm>

#include "compose/period.h"
#include "render/parts.h"
#include "render/record_lines.h"
#include "render/say.h"
#include "render/update.h"

namespace milepost {
namespace {

constexpr size_t kMostOnPage = 8;  // items of a section: the rest has pages of its own

void write_line(HtmlWriter& out, const PageScope& scope, const UpdateLine& line) {
  for (const UpdateWords& part : line) {
    if (part.record == kNoViewRecord) {
      out.data(part.text);
    } else {
      out.data(part.text).put(" ");
      write_id(out, scope, part.record);
    }
  }
}

void write_items(HtmlWriter& out, const PageScope& scope, const UpdateSection& section) {
  const size_t shown = std::min(section.items.size(), kMostOnPage);
  if (shown == 0) return;
  out.put(section.numbered ? Markup("<ol>\n") : Markup("<ul>\n"));
  for (size_t i = 0; i < shown; ++i) {
    const UpdateItem& item = section.items[i];
    out.put("<li>");
    write_line(out, scope, item.line);
    for (const UpdateLine& words : item.below) {
      out.put("<br><span class=\"aside\">");
      write_line(out, scope, words);
      out.put("</span>");
    }
    out.put("</li>\n");
  }
  out.put(section.numbered ? Markup("</ol>\n") : Markup("</ul>\n"));
  const size_t more = section.more + section.items.size() - shown;
  if (more == 0) return;
  out.put("<p class=\"note\">");
  say_count(out, scope, "list.more"_word, more);
  out.put("</p>\n");
}

}  // namespace

void write_report_facts(HtmlWriter& out, const PageScope& scope, ViewRecordId report) {
  const View& view = scope.view();
  const ViewRecord& record = view.record(report);
  if (!view.kind_of(record).is("status_report")) return;
  // What is kept stands among the fields of the report, as it was sent.
  if (facts_as_sent(view, record) != nullptr) return;
  const PeriodFacts* period = facts_of_report(scope.outline(), report);
  if (period == nullptr) return;
  const bool nothing = !period->now && period->completed.empty() && period->changed.empty();
  if (nothing) return;
  const Update update = period_update(scope.outline(), *period, report);
  out.put("<section class=\"part period\" id=\"mp:facts\">\n<h2>");
  say(out, scope, "update.facts"_word);
  out.put("</h2>\n<p class=\"note\">").text(update.period);
  if (!update.note.empty()) out.put(". ").text(update.note);
  out.put("</p>\n<div class=\"prose\">\n");
  if (period->now && !update.verdict.empty()) {
    out.put("<div class=\"overall\"><h3>").text(update.overall).put("</h3>\n");
    for (const std::string& words : update.verdict) out.put("<p>").data(words).put("</p>\n");
    out.put("</div>\n");
  }
  for (const UpdateSection& section : update.sections) {
    out.put("<div><h3>").text(section.title).put("</h3>\n");
    for (const UpdateLine& words : section.paragraphs) {
      out.put("<p>");
      write_line(out, scope, words);
      out.put("</p>\n");
    }
    write_items(out, scope, section);
    out.put("</div>\n");
  }
  out.put("</div>\n</section>\n");
}

}  // namespace milepost
