// The first page: where the program stands, why, and what it needs.
#include <algorithm>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "compose/recent.h"
#include "compose/verdict.h"
#include "render/overview_parts.h"
#include "render/overview_why.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/verdict_words.h"

namespace milepost {
namespace {

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
      // Without a target there is no question that "nothing" would answer.
      const bool judged = target() != nullptr;
      if (judged || overview_.asks.total > 0) write_asks(out_, scope_);
      slots_.finish(Slot::asks);
      if (judged || overview_.recent.total > 0) write_recent(out_, scope_);
      slots_.finish(Slot::recent);
    }
    write_overview_parts(slots_, scope_);
  }

 private:
  void day(Date date) { write_day(out_, scope_, date, DayForm::with_weekday); }

  // The one date that carries its year whatever it is.
  void full_day(Date date) {
    out_.put("<time").attribute("datetime", to_iso(date)).put(">");
    out_.text(day_words(scope_.words(), date, add_months(date, 12))).put("</time>");
  }

  // Who wrote the newest report, and when.
  void meta() {
    out_.put("<span>");
    say(out_, scope_, "overview.as_of"_word, {[&] { full_day(program_.as_of); }});
    out_.put("</span>");
    if (program_.newest_report == kNoViewRecord) return;
    const ViewRecord& report = view_.record(program_.newest_report);
    std::optional<Date> date;
    for (const std::optional<Date>& given :
         {report.facts.held, report.facts.finished, report.facts.raised, report.facts.due}) {
      if (!date) date = given;
    }
    if (!date) return;
    const auto when = [&] { day(*date); };
    const auto what = [&] {
      write_record_link(out_, scope_, program_.newest_report, report.title);
    };
    out_.put(" <span>");
    if (report.owners.empty()) {
      say(out_, scope_, "overview.updated"_word, {what, when});
    } else {
      say(out_, scope_, "overview.updated_by"_word, {what, [&] { who(report); }, when});
    }
    out_.put("</span>");
  }

  void who(const ViewRecord& record) {
    write_party(out_, scope_, record.owners[0], record.owner_names[0]);
  }

  const ViewRecord* target() const {
    return verdict_.target == kNoViewRecord ? nullptr : &view_.record(verdict_.target);
  }

  void lead() {
    HtmlWriter sentences;
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

void write_overview(PageSlots& slots, PageScope& scope) {
  OverviewPage(slots, scope).write();
}

}  // namespace milepost
