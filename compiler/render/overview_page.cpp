// The first page: where the program stands, why, and what it needs.
#include <algorithm>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "compose/recent.h"
#include "compose/status_page.h"
#include "compose/verdict.h"
#include "render/change_lines.h"
#include "render/overview_parts.h"
#include "render/overview_why.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/verdict_words.h"

namespace milepost {
namespace {

constexpr size_t kAsksShown = 3;

class OverviewPage {
 public:
  OverviewPage(PageSlots& slots, PageScope& scope)
      : slots_(slots),
        scope_(scope),
        out_(slots.out()),
        view_(scope.view()),
        program_(scope.view().program),
        overview_(scope.outline().overview),
        verdict_(scope.outline().overview.verdict) {}

  void write() {
    meta();
    slots_.finish(Slot::meta);
    readers();
    slots_.finish(Slot::tabs);
    write_verdict(out_, scope_);
    slots_.finish(Slot::heading);
    lead();
    slots_.finish(Slot::lead);
    if (const Html* line = scope_.drawing(DrawingKind::forecast_line)) {
      out_.put("<div class=\"forecast\">\n").put(*line).put("</div>\n");
    }
    slots_.finish(Slot::forecast);
    if (view_.records.empty()) {
      nothing();
      slots_.finish(Slot::empty);
    } else {
      why();
      slots_.finish(Slot::why);
      // Without a target there is no question that "nothing" would answer; and what an audience
      // does not see may be something.
      const bool judged = target() != nullptr && program_.insider;
      if (judged || overview_.asks.total > 0) {
        write_asks(out_, scope_, overview_.asks.records, kAsksShown);
      }
      slots_.finish(Slot::asks);
      if (scope_.outline().since.known()) {
        since();
      } else if (judged || overview_.recent.total > 0) {
        write_recent(out_, scope_, overview_.recent.entries, scope_.page_number());
      }
      slots_.finish(Slot::recent);
    }
    write_overview_parts(slots_, scope_);
  }

 private:
  // Who wrote the newest report, and when.
  void meta() {
    out_.put("<span>");
    write_as_of(out_, scope_);
    out_.put("</span>");
    HtmlWriter report;
    write_last_report(report, scope_, program_.newest_report);
    if (!report.empty()) out_.put(" <span>").put(report.html()).put("</span>");
  }

  // Who has a page of his own.
  void readers() {
    const Outline& outline = scope_.outline();
    HtmlWriter links;
    for (uint32_t i = 0; i < outline.status_pages.size(); ++i) {
      const uint32_t page = outline.status_pages[i];
      if (page == kNoPage) continue;
      if (!links.empty()) links.put(", ");
      links.put("<a").link("href", scope_.path(), outline.pages[page].path).put(">");
      links.data(status_reader(outline, view_.status_pages[i])).put("</a>");
    }
    if (!links.empty()) say(out_, scope_, "reader.for"_word, {links.html()});
  }

  const ViewRecord* target() const {
    return verdict_.target == kNoViewRecord ? nullptr : &view_.record(verdict_.target);
  }

  void lead() {
    HtmlWriter sentences;
    write_verdict_before(sentences, scope_);
    write_verdict_lead(sentences, scope_);
    if (!sentences.empty()) {
      out_.put("<p class=\"second\">").put(sentences.html()).put("</p>\n");
    }
    // Who keeps the program learns what to do; who it is shown to need not know.
    const bool could_have_one = overview_.next_milestone != kNoViewRecord;
    if (program_.target == kNoViewRecord && could_have_one && program_.insider) {
      out_.put("<p class=\"note\">");
      say(out_, scope_, "overview.no_target"_word,
          {[&] { out_.put("<code>program.yaml</code>"); },
           [&] { out_.put("<code>target: M-1</code>"); }});
      out_.put("</p>\n");
    }
  }

  // --- why
  // ----------------------------------------------------------------------------------------

  void why() {
    const ViewRecord* to = target();
    if (to == nullptr || !to->is_open()) return;
    if (const ViewExplanation* why = view_.schedule.explanation(verdict_.target)) {
      write_target_why(out_, scope_, *why);
    } else if (program_.shows.verdict || !verdict_.causes.empty()) {
      write_causes(out_, scope_);
    }
  }

  // What the version before did not say.
  void since() {
    const Since& since = scope_.outline().since;
    if (!since.rows.empty()) return write_since(out_, scope_, since.rows);
    out_.put("<p>");
    write_change_line(out_, scope_, since.headline);
    out_.put("</p>\n");
  }

  // --- a program without a record
  // -----------------------------------------------------------------

  void nothing() {
    out_.put("<b>");
    say(out_, scope_, "overview.empty"_word);
    out_.put("</b>\n");
    if (!program_.insider) return;
    say(out_, scope_, "overview.empty_hint"_word,
        {[&] { out_.put("<code>milepost new task \"First task\"</code>"); },
         [&] { out_.put("<code>milepost build</code>"); }});
  }

  PageSlots& slots_;
  PageScope& scope_;
  HtmlWriter& out_;
  const View& view_;
  const ViewProgram& program_;
  const Overview& overview_;
  const Verdict& verdict_;
};

}  // namespace

void write_as_of(HtmlWriter& out, const PageScope& scope) {
  const Date as_of = scope.as_of();
  say(out, scope, "overview.as_of"_word, {[&] {
        out.put("<time").attribute("datetime", to_iso(as_of)).put(">");
        out.text(day_words(scope.words(), as_of, add_months(as_of, 12))).put("</time>");
      }});
}

void write_last_report(HtmlWriter& out, const PageScope& scope, ViewRecordId id) {
  if (id == kNoViewRecord) return;
  const ViewRecord& report = scope.view().record(id);
  std::optional<Date> date;
  for (const std::optional<Date>& given :
       {report.facts.held, report.facts.finished, report.facts.raised, report.facts.due}) {
    if (!date) date = given;
  }
  if (!date) return;
  const auto when = [&] { write_day(out, scope, *date, DayForm::with_weekday); };
  const auto what = [&] { write_record_link(out, scope, id, report.title); };
  const auto who = [&] { write_party(out, scope, report.owners[0], report.owner_names[0]); };
  if (report.owners.empty()) {
    say(out, scope, "overview.updated"_word, {what, when});
  } else {
    say(out, scope, "overview.updated_by"_word, {what, who, when});
  }
}

void write_overview(PageSlots& slots, PageScope& scope) {
  OverviewPage(slots, scope).write();
}

}  // namespace milepost
