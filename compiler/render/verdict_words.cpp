// Writes what the program comes to.
#include "render/verdict_words.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/past.h"
#include "compose/phrases.h"
#include "compose/recent.h"
#include "compose/verdict.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

class VerdictWriter {
 public:
  VerdictWriter(HtmlWriter& out, const PageScope& scope)
      : out_(out),
        scope_(scope),
        view_(scope.view()),
        program_(scope.view().program),
        overview_(scope.outline().overview),
        verdict_(scope.outline().overview.verdict) {}

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
    const auto link = [&] { write_record_link(out_, scope_, verdict_.target, to->title); };
    const auto due = [&] { day(*facts.due); };
    if (to->phase == ViewPhase::done) {
      const auto met = [&] { day(*facts.finished); };
      if (facts.finished) {
        say(out_, scope_, "overview.target_met"_word, {link, met});
      } else {
        say(out_, scope_, "overview.target_done"_word, {link});
      }
    } else if (to->phase == ViewPhase::dropped) {
      say(out_, scope_, "overview.target_dropped"_word, {link});
    } else if (const ViewScheduleItem* item = forecast_item(view_, verdict_.target)) {
      forecast(*item);
    } else if (!facts.due) {
      say(out_, scope_, "overview.target_undated"_word, {link});
    } else {
      const std::string distance =
          distance_words(scope_.words(), *facts.due, program_.as_of, view_.working_time);
      const bool late = *facts.due < program_.as_of;
      say(out_, scope_, late ? "overview.target_was_due"_word : "overview.target_due"_word,
          {link, due, distance});
    }
  }

  void lead() {
    moved();
    likely();
    reported();
    if (target() != nullptr && program_.shows.verdict) write_basis(out_, scope_);
    const bool alone = target() == nullptr && verdict_.state == ViewHealth::none;
    if (alone) out_.data(program_.description);
  }

  // "On Fri 22 May it was Tue 14 Jul."
  void before() {
    const Past* past = scope_.outline().past.get();
    if (past == nullptr || !past->changes) return;
    const ViewRecordId id = view_.schedule.target;
    if (id == kNotInPlan || id != verdict_.target || forecast_item(view_, id) == nullptr) return;
    const Changes& changes = *past->changes;
    const auto on = [&] { day(changes.before.date); };
    const DateShift* shift =
        changes.shifts.empty() || !changes.shifts.front().target ? nullptr : &changes.shifts[0];
    if (shift == nullptr || shift->was == shift->now) {
      say(out_, scope_, "overview.as_before"_word, {on});
    } else if (shift->was && shift->now) {
      say(out_, scope_, "overview.was_on"_word, {on, [&] {
                                                   out_.put("<s>");
                                                   day(*shift->was);
                                                   out_.put("</s>");
                                                 }});
    } else {
      return;
    }
    out_.put(" ");
  }

 private:
  void day(Date date) { write_day(out_, scope_, date, DayForm::with_weekday); }

  void who(const ViewRecord& record) {
    write_party(out_, scope_, record.owners[0], record.owner_names[0]);
  }

  const ViewRecord* target() const {
    return verdict_.target == kNoViewRecord ? nullptr : &view_.record(verdict_.target);
  }

  // "General availability is forecast for Mon 22 Jun, 6 working days after the committed Fri 12
  // Jun."
  void forecast(const ViewScheduleItem& item) {
    const ViewExplanation* why = view_.schedule.explanation(verdict_.target);
    const std::optional<Date> committed =
        why != nullptr ? why->committed : (item.baseline ? item.baseline : item.commitment);
    const int64_t slip = why != nullptr ? why->slip : item.slip;
    const auto link = [&] {
      write_record_link(out_, scope_, verdict_.target, view_.record(verdict_.target).title);
    };
    const auto finish = [&] { day(item.finish); };
    if (!committed) {
      say(out_, scope_, "overview.forecast_free"_word, {link, finish});
    } else if (slip == 0) {
      say(out_, scope_, "overview.forecast_kept"_word, {link, finish});
    } else {
      const std::string distance = count_words(scope_.words(), "count.working_days"_word,
                                               static_cast<uint64_t>(slip < 0 ? -slip : slip));
      say(out_, scope_, slip > 0 ? "overview.forecast_after"_word : "overview.forecast_before"_word,
          {link, finish, distance, [&] { day(*committed); }});
    }
  }

  void next_milestone(bool after_state) {
    if (overview_.next_milestone == kNoViewRecord) {
      if (after_state) out_.put(" ");
      out_.data(program_.title);
      return;
    }
    const ViewRecord& next = view_.record(overview_.next_milestone);
    const Date due = expected_on(view_, overview_.next_milestone).value_or(program_.as_of);
    const std::string distance =
        distance_words(scope_.words(), due, program_.as_of, view_.working_time);
    const auto link = [&] {
      write_record_link(out_, scope_, overview_.next_milestone, next.title);
    };
    const bool late = due < program_.as_of;
    say(out_, scope_, late ? "overview.target_was_due"_word : "overview.next_milestone"_word,
        {link, [&] { day(due); }, distance});
  }

  // "The commitment was Tue 30 Jun until Fri 22 May, moved by CR-004."
  void moved() {
    const ViewRecord* to = target();
    if (to == nullptr || !to->is_open() || !to->facts.due) return;
    const std::vector<DateMove> moves = date_moves(view_, verdict_.target);
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
      say(out_, scope_, "overview.was_until_by"_word, {from, on, by});
    } else if (last.on) {
      say(out_, scope_, "overview.was_until"_word, {from, on});
    } else {
      say(out_, scope_, "overview.was"_word, {from});
    }
    out_.put(" ");
  }

  // "41 %"; a forecast is not so sure of itself that it would say 0 or 100.
  static std::string chance_words(const Words& words, uint16_t per_mille) {
    constexpr int kLeast = 50, kMost = 950;
    const Word word = per_mille < kLeast  ? "plan.under_percent"_word
                      : per_mille > kMost ? "plan.over_percent"_word
                                          : "plan.percent"_word;
    const int shown = per_mille < kLeast ? kLeast : per_mille > kMost ? kMost : int{per_mille} + 5;
    return fill(words.text(word), {std::to_string(shown / 10)});
  }

  // The open work on the path to the target, and how much of it somebody estimated.
  std::pair<uint64_t, uint64_t> coverage_of_path() const {
    const ViewSchedule& schedule = view_.schedule;
    if (const ViewExplanation* why = schedule.explanation(verdict_.target)) {
      return {why->path_items, why->path_estimated};
    }
    std::pair<uint64_t, uint64_t> counts;
    if (schedule.target != verdict_.target) return counts;
    for (const ViewRecordId id : schedule.critical_path) {
      const ViewScheduleItem* item = schedule.item(id);
      if (item == nullptr || item->state == ViewPlanState::done) continue;
      if (item->source == ViewLengthSource::event) continue;
      ++counts.first;
      const bool estimated =
          item->source == ViewLengthSource::estimate || item->source == ViewLengthSource::remaining;
      counts.second += estimated ? 1 : 0;
    }
    return counts;
  }

  // "Likely 18 Jun to 1 Jul; 34 of 40 path items are estimated."
  void likely() {
    const ViewSchedule& schedule = view_.schedule;
    if (!program_.shows.probabilities) return;
    if (forecast_item(view_, verdict_.target) == nullptr) return;
    const auto [items, estimated] = coverage_of_path();
    const ViewForecastDates* dates = schedule.forecast_of(verdict_.target);
    if (items == 0) return;
    const std::string coverage = fill(scope_.words().plural("overview.estimated"_word, estimated),
                                      {std::to_string(estimated), std::to_string(items)});
    if (dates == nullptr || schedule.trials == 0 || dates->p20 == dates->p80) {
      out_.text(word_label(coverage)).put(". ");
      return;
    }
    const auto from = [&] { write_day(out_, scope_, dates->p20, DayForm::brief); };
    const auto to = [&] { write_day(out_, scope_, dates->p80, DayForm::brief); };
    if (dates->on_time && !schedule.indicative) {
      say(out_, scope_, "overview.likely_chance"_word,
          {from, to, chance_words(scope_.words(), *dates->on_time), coverage});
    } else {
      say(out_, scope_, "overview.likely"_word, {from, to, coverage});
    }
    out_.put(" ");
  }

  // What the author of the report says of it, where the facts say something else.
  void reason(const ViewRecord& report) {
    if (report.health_because.empty()) return;
    // The sentence has its own full stop.
    std::string_view because = report.health_because;
    if (because.ends_with('.')) because.remove_suffix(1);
    out_.put(" ");
    if (report.health_until) {
      say(out_, scope_, "overview.reason_until"_word,
          {because, [&] { day(*report.health_until); }});
    } else {
      say(out_, scope_, "overview.reason"_word, {because});
    }
  }

  // "Dana Okafor reports at risk; the facts agree."
  void reported() {
    const ViewHealth facts = verdict_.facts;
    if (facts == ViewHealth::complete) return;
    if (verdict_.reported == ViewHealth::none) {
      if (target() == nullptr || !program_.shows.verdict) return;
      say(out_, scope_,
          facts == ViewHealth::none ? "overview.unreported_well"_word : "overview.unreported"_word);
      out_.put(" ");
      return;
    }
    const ViewRecord& report = view_.record(verdict_.reported_in);
    const auto reporter = [&] {
      if (report.owners.empty()) {
        say(out_, scope_, "overview.the_report"_word);
      } else {
        who(report);
      }
    };
    const std::string_view said = health_word(scope_.words(), verdict_.reported);
    if (target() == nullptr || !program_.shows.verdict) {
      say(out_, scope_, "overview.reports"_word, {reporter, said});
    } else if (facts == verdict_.reported) {
      say(out_, scope_, "overview.reports_agree"_word, {reporter, said});
    } else if (facts == ViewHealth::none) {
      say(out_, scope_, "overview.reports_unlate"_word, {reporter, said});
    } else {
      say(out_, scope_, "overview.reports_but"_word,
          {reporter, said, health_word(scope_.words(), facts)});
      reason(report);
    }
    out_.put(" ");
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const View& view_;
  const ViewProgram& program_;
  const Overview& overview_;
  const Verdict& verdict_;
};

}  // namespace

void write_verdict(HtmlWriter& out, const PageScope& scope) {
  VerdictWriter(out, scope).heading();
}

void write_verdict_before(HtmlWriter& out, const PageScope& scope) {
  VerdictWriter(out, scope).before();
}

void write_verdict_lead(HtmlWriter& out, const PageScope& scope) {
  VerdictWriter(out, scope).lead();
}

}  // namespace milepost
