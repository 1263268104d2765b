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
      return "slip_cause.promised"_word;
    case ViewSlipCause::finished_late:
      return "slip_cause.finished"_word;
    case ViewSlipCause::takes_longer:
      return "slip_cause.longer"_word;
    case ViewSlipCause::not_started:
      return "slip_cause.not_started"_word;
    case ViewSlipCause::overdue:
      return "slip_cause.overdue"_word;
    case ViewSlipCause::blocked:
      return "slip_cause.blocked"_word;
    case ViewSlipCause::own_date:
      return "slip_cause.own_date"_word;
    case ViewSlipCause::absorbed:
      return "slip_cause.absorbed"_word;
    default:
      return "slip_cause.path"_word;
  }
}

}  // namespace

void say_slip_cause(HtmlWriter& out, const PageScope& scope, const ViewSlipPart& part) {
  const auto title = [&] {
    if (part.item == kNotInPlan) {
      say(out, scope, "health_cause.something"_word);
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
      say(out, scope, "health_cause.something"_word);
    } else {
      write_id(out, scope, reason.about);
    }
  };
  switch (reason.cause) {
    case ViewHealthCause::late_to_commitment:
      if (reason.date) {
        say_count(out, scope, "health_cause.late"_word, days,
                  {[&] { write_day(out, scope, *reason.date, DayForm::with_weekday); }});
      } else {
        say_count(out, scope, "health_cause.late_undated"_word, days);
      }
      break;
    case ViewHealthCause::breaks_commitment:
      say_count(out, scope, "health_cause.breaks"_word, days, {about});
      break;
    case ViewHealthCause::blocked_by:
      say(out, scope, "health_cause.blocked"_word, {about});
      break;
    case ViewHealthCause::overdue_start:
      if (scope.is_of_moment()) {
        say_count(out, scope, "health_cause.start"_word, days);
      } else {
        say(out, scope, "health_cause.not_begun"_word);
      }
      break;
    case ViewHealthCause::child_off_track:
      say(out, scope, "health_cause.child"_word, {about});
      break;
    case ViewHealthCause::past_response:
      say(out, scope, "health_cause.response"_word, {about});
      break;
    case ViewHealthCause::decision_missed:
      say(out, scope, "health_cause.decision"_word, {about});
      break;
    case ViewHealthCause::no_dates:
      say(out, scope, "health_cause.no_dates"_word);
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
  if (item.critical) return std::string(words.text("float.critical"_word));
  const auto with_days = [&](Word word, int64_t days) {
    return fill(words.text(word), {std::to_string(days)});
  };
  if (item.commitment_float < 0)
    return with_days("float.short"_word, -int64_t{item.commitment_float});
  if (item.total_float == kNoViewFloat) return {};
  if (item.total_float == 0) return std::string(words.text("float.none"_word));
  if (item.total_float < 0) return with_days("float.short"_word, -int64_t{item.total_float});
  return with_days("float.days"_word, item.total_float);
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
          say_count(out, scope, "chain.between"_word, hidden);
          i += hidden - 1;
          continue;
        }
        if (i > 1) out.put(", ");
        link(i);
      }
    };
    if (last == 1) return link(1);
    say(out, scope, "list.and"_word, {all_but_last, [&] { link(last); }});
  };
  say(out, scope, "chain.then"_word, {[&] { link(0); }, rest});
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
