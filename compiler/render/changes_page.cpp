// The page of what changed since the version before.
#include <string>
#include <string_view>

#include "compare/past.h"
#include "compose/change_report.h"
#include "render/change_lines.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

class ChangesPage {
 public:
  ChangesPage(PageSlots& slots, PageScope& scope, const Changes& changes)
      : slots_(slots),
        scope_(scope),
        out_(slots.out()),
        report_(change_report(changes, scope.view(), scope.words())) {}

  void write() {
    say(out_, scope_, "changes.title"_word);
    slots_.finish(Slot::heading);
    out_.data(report_.between);
    if (!report_.counts.empty()) out_.put(". ").text(report_.counts).put(".");
    slots_.finish(Slot::summary);
    slots_.finish(Slot::lead);
    write_tabs(out_, scope_);
    slots_.finish(Slot::tabs);
    headline();
    consequences();
    slots_.finish(Slot::opening);
    groups();
    wording();
    slots_.finish(Slot::tables);
  }

 private:
  void line(const ChangeLine& line) { write_change_line(out_, scope_, line); }

  void headline() {
    out_.put("<p class=\"happened\"><span class=\"st ");
    out_.put(report_.tone == ChangeTone::worse    ? Markup("s-risk")
             : report_.tone == ChangeTone::better ? Markup("s-ok")
                                                  : Markup("s-open"));
    out_.put("\"></span> ");
    line(report_.headline);
    out_.put("</p>\n");
  }

  void heading(Word word) {
    out_.put("<h2>");
    say(out_, scope_, word);
    out_.put("</h2>\n");
  }

  void consequences() {
    if (report_.dates.empty() && report_.parts.empty() && report_.effects.empty()) return;
    out_.put("<div class=\"thirds\">\n");
    dates();
    write_change_parts();
    effects();
    out_.put("</div>\n");
  }

  void dates() {
    if (report_.dates.empty()) return;
    out_.put("<section class=\"part\" id=\"mp:dates\">\n");
    heading("changes.dates"_word);
    out_.put("<table class=\"rows shifts\">\n<thead><tr><th scope=\"col\">");
    say(out_, scope_, "changes.column_milestone"_word);
    out_.put("</th><th scope=\"col\" class=\"r\">").text(report_.was_label);
    out_.put("</th><th scope=\"col\" class=\"r\">").text(report_.now_label);
    out_.put("</th><th scope=\"col\" class=\"r\">");
    say(out_, scope_, "changes.column_change"_word);
    out_.put("</th></tr></thead>\n<tbody>\n");
    for (const ChangeDate& date : report_.dates) {
      out_.put("<tr><td>");
      line({date.title});
      if (!date.health.empty()) {
        out_.put("<span class=\"sub\">");
        line(date.health);
        out_.put("</span>");
      }
      out_.put("</td><td class=\"r\">");
      line(date.was);
      out_.put("</td><td class=\"r\">");
      line(date.now);
      out_.put(date.tone == ChangeTone::worse    ? Markup("</td><td class=\"r later\">")
               : date.tone == ChangeTone::better ? Markup("</td><td class=\"r sooner\">")
                                                 : Markup("</td><td class=\"r\">"));
      line(date.change);
      out_.put("</td></tr>\n");
    }
    out_.put("</tbody>\n</table>\n</section>\n");
  }

  void amount(int32_t days) {
    out_.put("<b class=\"nw\">").text(slip_words(scope_.words(), days)).put("</b>");
  }

  void write_change_parts() {
    if (report_.parts.empty()) return;
    out_.put("<section class=\"part\" id=\"mp:because\">\n");
    heading("changes.because"_word);
    out_.put("<ul class=\"ledger\">\n");
    for (const ChangePart& part : report_.parts) {
      out_.put("<li>");
      amount(part.days);
      out_.put("<div>");
      line(part.why);
      out_.put("<span class=\"sub\">");
      line(part.facts);
      out_.put("</span></div></li>\n");
    }
    out_.put("<li class=\"sum\">");
    amount(report_.sum);
    out_.put("<div>");
    say(out_, scope_, "changes.together"_word);
    out_.put("</div></li>\n</ul>\n</section>\n");
  }

  void effects() {
    if (report_.effects.empty()) return;
    out_.put("<section class=\"part\" id=\"mp:effects\">\n");
    const bool alone = report_.dates.empty() && report_.parts.empty();
    heading(alone ? "changes.effects_alone"_word : "changes.effects"_word);
    out_.put("<ul class=\"plain effects\">\n");
    for (const ChangeEffect& effect : report_.effects) {
      out_.put("<li class=\"st ");
      switch (effect.tone) {
        case ChangeTone::worse:
          out_.put("s-risk\"><div><span class=\"vh\">");
          say(out_, scope_, "changes.worse"_word);
          out_.put("</span> ");
          break;
        case ChangeTone::better:
          out_.put("s-ok\"><div><span class=\"vh\">");
          say(out_, scope_, "changes.better"_word);
          out_.put("</span> ");
          break;
        case ChangeTone::neutral:
          out_.put("s-open\"><div>");
          break;
      }
      line(effect.line);
      out_.put("</div></li>\n");
    }
    out_.put("</ul>\n</section>\n");
  }

  void records(const std::vector<ChangedRecord>& records) {
    out_.put("<ul class=\"lines changed\">\n");
    for (const ChangedRecord& record : records) {
      out_.put("<li><span>");
      line({record.id});
      out_.put("</span><span class=\"what\">");
      if (record.page != kNoViewPage) {
        const SitePath& path = scope_.outline().path_of(record.page);
        out_.put("<a").link("href", scope_.path(), path).put(">").data(record.title.text);
        out_.put("</a>");
      } else {
        line({record.title});
      }
      if (!record.detail.empty()) {
        out_.put("<span class=\"sub\">");
        line(record.detail);
        out_.put("</span>");
      }
      out_.put("</span></li>\n");
    }
    out_.put("</ul>\n");
  }

  void groups() {
    if (report_.groups.empty()) return;
    out_.put("<div class=\"halves\">\n");
    for (const ChangeGroup& group : report_.groups) {
      out_.put("<section class=\"part\"").attribute("id", "mp:" + group.name);
      out_.put("><div class=\"head\"><h2>").text(group.label).put("</h2> <span>");
      out_.number(static_cast<int64_t>(group.records.size())).put("</span></div>\n");
      records(group.records);
      out_.put("</section>\n");
    }
    out_.put("</div>\n");
  }

  void wording() {
    if (report_.wording.empty()) return;
    out_.put("<div class=\"uncounted\" id=\"mp:reworded\"><p>").text(report_.wording);
    out_.put("</p>\n<details><summary>");
    say(out_, scope_, "changes.show"_word);
    out_.put("</summary>\n");
    records(report_.reworded);
    out_.put("</details></div>\n");
  }

  PageSlots& slots_;
  PageScope& scope_;
  HtmlWriter& out_;
  ChangeReport report_;
};

}  // namespace

void write_changes_page(PageSlots& slots, PageScope& scope) {
  const Past* past = scope.outline().past.get();
  const Changes none;
  ChangesPage(slots, scope, past != nullptr && past->changes ? *past->changes : none).write();
}

}  // namespace milepost
