// Writes the schedule in words.
#include "render/schedule_words.h"

#include <algorithm>
#include <vector>

#include "compose/phrases.h"
#include "compose/plan_state.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kWholeChain = 7;  // steps that a sentence can hold
constexpr size_t kChainEnd = 3;    // of a longer one, at each end

Word slip_word(ViewSlipCause cause) {
  switch (cause) {
    case ViewSlipCause::promised_later:
      return Word::slip_cause_promised;
    case ViewSlipCause::finished_late:
      return Word::slip_cause_finished;
    case ViewSlipCause::takes_longer:
      return Word::slip_cause_longer;
    case ViewSlipCause::not_started:
      return Word::slip_cause_not_started;
    case ViewSlipCause::overdue:
      return Word::slip_cause_overdue;
    case ViewSlipCause::blocked:
      return Word::slip_cause_blocked;
    case ViewSlipCause::own_date:
      return Word::slip_cause_own_date;
    case ViewSlipCause::absorbed:
      return Word::slip_cause_absorbed;
    default:
      return Word::slip_cause_path;
  }
}

}  // namespace

void say_slip_cause(HtmlWriter& out, const PageScope& scope, const ViewSlipPart& part) {
  const auto title = [&] {
    if (part.item == kNotInPlan) {
      say(out, scope, Word::health_cause_something);
    } else {
      write_record_link(out, scope, part.item, scope.view().record(part.item).title);
    }
  };
  say(out, scope, slip_word(part.cause), {title});
}

void say_health_reason(HtmlWriter& out, const PageScope& scope, const ViewHealthReason& reason) {
  const auto days = static_cast<uint64_t>(reason.days < 0 ? -int64_t{reason.days} : reason.days);
  const auto about = [&] {
    if (reason.about == kNotInPlan) {
      say(out, scope, Word::health_cause_something);
    } else {
      write_id(out, scope, reason.about);
    }
  };
  switch (reason.cause) {
    case ViewHealthCause::late_to_commitment:
      if (reason.date) {
        say_count(out, scope, Word::health_cause_late, days,
                  {[&] { write_day(out, scope, *reason.date, DayForm::with_weekday); }});
      } else {
        say_count(out, scope, Word::health_cause_late_undated, days);
      }
      break;
    case ViewHealthCause::breaks_commitment:
      say_count(out, scope, Word::health_cause_breaks, days, {about});
      break;
    case ViewHealthCause::blocked_by:
      say(out, scope, Word::health_cause_blocked, {about});
      break;
    case ViewHealthCause::overdue_start:
      say_count(out, scope, Word::health_cause_start, days);
      break;
    case ViewHealthCause::child_off_track:
      say(out, scope, Word::health_cause_child, {about});
      break;
    case ViewHealthCause::past_response:
      say(out, scope, Word::health_cause_response, {about});
      break;
    case ViewHealthCause::decision_missed:
      say(out, scope, Word::health_cause_decision, {about});
      break;
    case ViewHealthCause::no_dates:
      say(out, scope, Word::health_cause_no_dates);
      break;
  }
}

void say_health_reasons(HtmlWriter& out, const PageScope& scope,
                        std::span<const ViewHealthReason> reasons) {
  for (const ViewHealthReason& reason : reasons) {
    if (&reason != reasons.data()) out.put(", ");
    say_health_reason(out, scope, reason);
  }
}

std::string float_words(const Words& words, const ViewScheduleItem& item) {
  if (item.state == ViewPlanState::done || !item.dated) return {};
  if (item.critical) return std::string(words.text(Word::float_critical));
  const auto with_days = [&](Word word, int64_t days) {
    return fill(words.text(word), {std::to_string(days)});
  };
  if (item.commitment_float < 0)
    return with_days(Word::float_short, -int64_t{item.commitment_float});
  if (item.total_float == kNoViewFloat) return {};
  if (item.total_float == 0) return std::string(words.text(Word::float_none));
  if (item.total_float < 0) return with_days(Word::float_short, -int64_t{item.total_float});
  return with_days(Word::float_days, item.total_float);
}

void say_chain(HtmlWriter& out, const PageScope& scope, std::span<const ViewRecordId> chain) {
  const auto link = [&](size_t at) {
    write_record_link(out, scope, chain[at], scope.view().record(chain[at]).title);
  };
  if (chain.empty()) return;
  if (chain.size() == 1) return link(0);
  const bool whole = chain.size() <= kWholeChain;
  const auto rest = [&] {
    const size_t last = chain.size() - 1;
    const auto all_but_last = [&] {
      for (size_t i = 1; i < last; ++i) {
        if (!whole && i == kChainEnd) {
          const size_t hidden = chain.size() - 2 * kChainEnd;
          out.put(", ");
          say_count(out, scope, Word::chain_between, hidden);
          i += hidden - 1;
          continue;
        }
        if (i > 1) out.put(", ");
        link(i);
      }
    };
    if (last == 1) return link(1);
    say(out, scope, Word::list_and, {all_but_last, [&] { link(last); }});
  };
  say(out, scope, Word::chain_then, {[&] { link(0); }, rest});
}

Markup plan_state_class(const View& view, ViewRecordId id) {
  switch (state_shape(view, id)) {
    case StateShape::on_track:
      return "s-ok";
    case StateShape::at_risk:
      return "s-risk";
    case StateShape::off_track:
      return "s-off";
    case StateShape::blocked:
      return "s-blocked";
    default:
      return state_class(view, view.record(id));
  }
}

std::string plan_state_words(const Words& words, const View& view, ViewRecordId id) {
  return word_label(state_shape_words(words, view, id));
}

void write_plan_state(HtmlWriter& out, const PageScope& scope, ViewRecordId id) {
  out.put("<span class=\"st ").put(plan_state_class(scope.view(), id)).put("\">");
  out.data(plan_state_words(scope.words(), scope.view(), id)).put("</span>");
}

}  // namespace milepost
