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
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"

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
    heading();
    slots_.finish(Slot::heading);
    lead();
    slots_.finish(Slot::lead);
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
    say(out_, scope_, Word::overview_as_of, {[&] { full_day(program_.as_of); }});
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
      say(out_, scope_, Word::overview_updated, {what, when});
    } else {
      say(out_, scope_, Word::overview_updated_by, {what, [&] { who(report); }, when});
    }
    out_.put("</span>");
  }

  void who(const ViewRecord& record) {
    write_party(out_, scope_, record.owners[0], record.owner_names[0]);
  }

  const ViewRecord* target() const {
    return program_.target == kNoViewRecord ? nullptr : &view_.record(program_.target);
  }

  void heading() {
    const ViewHealth state = verdict_.state;
    const ViewRecord* to = target();
    const bool told = to != nullptr || overview_.next_milestone != kNoViewRecord;
    if (state != ViewHealth::none && state != ViewHealth::complete) {
      write_health(out_, scope_, state);
      if (told) out_.put("<span class=\"dot\">.</span> ");
    }
    if (to == nullptr) {
      next_milestone(state != ViewHealth::none);
      return;
    }
    const ViewFacts& facts = to->facts;
    const auto link = [&] { write_record_link(out_, scope_, program_.target, to->title); };
    const auto due = [&] { day(*facts.due); };
    if (to->phase == ViewPhase::done) {
      const auto met = [&] { day(*facts.finished); };
      if (facts.finished) {
        say(out_, scope_, Word::overview_target_met, {link, met});
      } else {
        say(out_, scope_, Word::overview_target_done, {link});
      }
    } else if (to->phase == ViewPhase::dropped) {
      say(out_, scope_, Word::overview_target_dropped, {link});
    } else if (!facts.due) {
      say(out_, scope_, Word::overview_target_undated, {link});
    } else {
      const std::string distance =
          distance_words(scope_.words(), *facts.due, program_.as_of, view_.working_time);
      const bool late = *facts.due < program_.as_of;
      say(out_, scope_, late ? Word::overview_target_was_due : Word::overview_target_due,
          {link, due, distance});
    }
  }

  void next_milestone(bool after_state) {
    if (overview_.next_milestone == kNoViewRecord) {
      if (after_state) out_.put(" ");
      out_.data(program_.title);
      return;
    }
    const ViewRecord& next = view_.record(overview_.next_milestone);
    const Date due = *next.facts.due;
    const std::string distance =
        distance_words(scope_.words(), due, program_.as_of, view_.working_time);
    const auto link = [&] {
      write_record_link(out_, scope_, overview_.next_milestone, next.title);
    };
    const bool late = due < program_.as_of;
    say(out_, scope_, late ? Word::overview_target_was_due : Word::overview_next_milestone,
        {link, [&] { day(due); }, distance});
  }

  void lead() {
    const size_t before = out_.size();
    out_.put("<p class=\"second\">");
    const size_t empty = out_.size();
    moved();
    reported();
    const bool alone = target() == nullptr && verdict_.state == ViewHealth::none;
    if (alone) out_.data(program_.description);
    if (out_.size() == empty) {
      out_.clear();
    } else {
      out_.put("</p>\n");
    }
    if (before != 0) return;
    // Who keeps the program learns what to do; who it is shown to need not know.
    const bool could_have_one = overview_.next_milestone != kNoViewRecord;
    if (target() == nullptr && could_have_one && program_.audience.empty()) {
      out_.put("<p class=\"note\">");
      say(out_, scope_, Word::overview_no_target,
          {[&] { out_.put("<code>program.yaml</code>"); },
           [&] { out_.put("<code>target: M-1</code>"); }});
      out_.put("</p>\n");
    }
  }

  // "Was Tue 30 Jun until Fri 22 May, moved by CR-004."
  void moved() {
    const ViewRecord* to = target();
    if (to == nullptr || !to->is_open() || !to->facts.due) return;
    const std::vector<DateMove> moves = date_moves(view_, program_.target);
    if (moves.empty()) return;
    const DateMove& last = moves.back();
    const auto from = [&] {
      out_.put("<s>");
      day(last.from);
      out_.put("</s>");
    };
    const auto on = [&] { day(*last.on); };
    const auto by = [&] { write_id(out_, scope_, last.by); };
    if (last.on && last.by != kNoViewRecord) {
      say(out_, scope_, Word::overview_was_until_by, {from, on, by});
    } else if (last.on) {
      say(out_, scope_, Word::overview_was_until, {from, on});
    } else {
      say(out_, scope_, Word::overview_was, {from});
    }
    out_.put(" ");
  }

  // "Dana Okafor reports at risk; the facts agree."
  void reported() {
    const ViewHealth facts = verdict_.facts;
    if (facts == ViewHealth::complete) return;
    if (verdict_.reported == ViewHealth::none) {
      if (target() == nullptr) return;
      say(out_, scope_,
          facts == ViewHealth::none ? Word::overview_unreported_well : Word::overview_unreported);
      out_.put(" ");
      return;
    }
    const ViewRecord& report = view_.record(verdict_.reported_in);
    const auto reporter = [&] {
      if (report.owners.empty()) {
        say(out_, scope_, Word::overview_the_report);
      } else {
        who(report);
      }
    };
    const std::string_view said = health_word(scope_.words(), verdict_.reported);
    if (target() == nullptr) {
      say(out_, scope_, Word::overview_reports, {reporter, said});
    } else if (facts == verdict_.reported) {
      say(out_, scope_, Word::overview_reports_agree, {reporter, said});
    } else if (facts == ViewHealth::none) {
      say(out_, scope_, Word::overview_reports_unlate, {reporter, said});
    } else {
      say(out_, scope_, Word::overview_reports_but,
          {reporter, said, health_word(scope_.words(), facts)});
    }
    out_.put(" ");
  }

  // --- why
  // ----------------------------------------------------------------------------------------

  void why() {
    const ViewRecord* to = target();
    if (to == nullptr || !to->is_open()) return;
    std::vector<const Cause*> rows;
    std::vector<const Cause*> reported;
    for (const Cause& cause : verdict_.causes) {
      (cause.kind == CauseKind::reported ? reported : rows).push_back(&cause);
    }
    if (rows.empty() && reported.empty()) {
      out_.put("<p>");
      say(out_, scope_, Word::overview_nothing_late);
      out_.put("</p>\n");
      return;
    }
    constexpr size_t kShown = 3;
    constexpr size_t kMost = 60;
    const size_t shown = std::min(rows.size(), kShown);
    ledger(std::span(rows).first(shown));
    if (rows.size() > shown) {
      out_.put("<details><summary>");
      say_count(out_, scope_, Word::overview_more, rows.size() - shown);
      out_.put("</summary>\n");
      ledger(std::span(rows).subspan(shown, std::min(rows.size() - shown, kMost)));
      out_.put("</details>\n");
    }
    for (const ViewHealth health :
         {ViewHealth::off_track, ViewHealth::blocked, ViewHealth::at_risk}) {
      reported_bad(reported, health);
    }
  }

  void ledger(std::span<const Cause* const> causes) {
    if (causes.empty()) return;
    out_.put("<ul class=\"ledger\">\n");
    for (const Cause* cause : causes) {
      const ViewRecord& record = view_.record(cause->record);
      out_.put("<li><b>");
      if (cause->kind == CauseKind::blocker) {
        if (record.facts.priority <= 3) out_.text("P").number(record.facts.priority);
      } else {
        say(out_, scope_, Word::overview_days, {cause->days});
      }
      out_.put("</b><div>");
      cause_words(*cause, record);
      out_.put("<span class=\"sub\">");
      write_id(out_, scope_, cause->record);
      if (!record.owners.empty()) {
        out_.put(" ");
        who(record);
      }
      if (cause->feeds != kNoViewRecord) {
        out_.put(", ");
        say(out_, scope_,
            cause->kind == CauseKind::blocker ? Word::overview_blocks : Word::overview_feeds,
            {[&] { write_id(out_, scope_, cause->feeds); }});
      }
      out_.put("</span></div></li>\n");
    }
    out_.put("</ul>\n");
  }

  void cause_words(const Cause& cause, const ViewRecord& record) {
    const auto title = [&] { out_.data(record.title); };
    const auto date = [&] { day(cause.date); };
    if (cause.kind == CauseKind::blocker) {
      title();
    } else if (cause.kind == CauseKind::late) {
      say(out_, scope_, Word::overview_cause_late, {title, date});
    } else {
      const auto promised = [&] {
        const std::vector<DateMove> moves = date_moves(view_, cause.record);
        if (!moves.empty()) {
          out_.put("<s>");
          write_day(out_, scope_, moves.back().from, DayForm::brief);
          out_.put("</s> ");
        }
        out_.put("<b>");
        date();
        out_.put("</b>");
      };
      say(out_, scope_, Word::overview_cause_promised,
          {title, promised, [&] { day(*record.facts.needed_by); }});
    }
  }

  // "At risk as reported: Migration tool T-31; Pilot live with three merchants M-PILOT"
  void reported_bad(const std::vector<const Cause*>& causes, ViewHealth health) {
    constexpr size_t kShown = 4;
    std::vector<ViewRecordId> ids;
    for (const Cause* cause : causes) {
      if (view_.record(cause->record).health == health) ids.push_back(cause->record);
    }
    if (ids.empty()) return;
    const size_t shown = std::min(ids.size(), kShown);
    out_.put("<p class=\"told\">");
    write_health(out_, scope_, health);
    out_.put(" ");
    say(out_, scope_, Word::overview_as_reported);
    out_.put(" ");
    titles(std::span(ids).first(shown));
    out_.put("</p>\n");
    if (shown == ids.size()) return;
    out_.put("<details class=\"told\"><summary>");
    say_count(out_, scope_, Word::overview_more, ids.size() - shown);
    out_.put("</summary>\n<p>");
    titles(std::span(ids).subspan(shown));
    out_.put("</p></details>\n");
  }

  void titles(std::span<const ViewRecordId> ids) {
    for (size_t i = 0; i < ids.size(); ++i) {
      if (i > 0) out_.put("; ");
      out_.data(view_.record(ids[i]).title).put(" ");
      write_id(out_, scope_, ids[i]);
    }
  }

  // --- a program without a record
  // -----------------------------------------------------------------

  void nothing() {
    out_.put("<b>");
    say(out_, scope_, Word::overview_empty);
    out_.put("</b>\n");
    if (!program_.audience.empty()) return;
    say(out_, scope_, Word::overview_empty_hint,
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
