// Writes relation, lag and delay of a link.
#include "render/link_detail.h"

#include <array>
#include <cstdlib>
#include <string_view>

#include "render/say.h"

namespace milepost {
namespace {

constexpr int64_t kMinutesPerHour = 60;
constexpr int64_t kMinutesPerCalendarDay = 1440;

// Whole days, else hours, else minutes.
void say_amount(HtmlWriter& out, const PageScope& scope, Duration duration) {
  const int64_t minutes = std::abs(duration.minutes);
  const bool wall = duration.kind == TimeKind::wall;
  const int64_t day =
      wall ? kMinutesPerCalendarDay : int64_t{scope.view().working_time.minutes_per_day()};
  if (day > 0 && minutes % day == 0) {
    say(out, scope, "time.days"_word, {minutes / day});
  } else if (minutes % kMinutesPerHour == 0) {
    say(out, scope, "time.hours"_word, {minutes / kMinutesPerHour});
  } else {
    say(out, scope, "time.minutes"_word, {minutes});
  }
}

void say_duration(HtmlWriter& out, const PageScope& scope, Duration duration) {
  if (duration.kind == TimeKind::working) {
    say_amount(out, scope, duration);
  } else {
    say(out, scope, "relation.on_calendar"_word, {[&] { say_amount(out, scope, duration); }});
  }
}

}  // namespace

void write_link_detail(HtmlWriter& out, const PageScope& scope, const ViewLinkDetail& detail) {
  bool first = true;
  const auto begin = [&] {
    if (!first) out.put(", ");
    first = false;
  };
  constexpr std::array<Word, 4> relations = {
      "relation.start_start"_word, "relation.start_start"_word, "relation.finish_finish"_word,
      "relation.start_finish"_word};
  if (detail.relation != ViewRelation::finish_start) {
    begin();
    say(out, scope, relations[static_cast<size_t>(detail.relation)]);
  }
  if (detail.lag) {
    begin();
    say(out, scope, detail.lag->minutes < 0 ? "relation.earlier"_word : "relation.later"_word,
        {[&] { say_duration(out, scope, *detail.lag); }});
  }
  if (detail.delay) {
    begin();
    const auto least = [&] { say_duration(out, scope, detail.delay->optimistic); };
    if (detail.delay->is_range()) {
      say(out, scope, "relation.by_range"_word,
          {least, [&] { say_duration(out, scope, detail.delay->pessimistic); }});
    } else {
      say(out, scope, "relation.by"_word, {least});
    }
  }
  if (detail.tentative) {
    begin();
    say(out, scope, "relation.tentative"_word);
  }
}

std::string link_detail_text(const View& view, const ViewLinkDetail& detail) {
  constexpr std::array<std::string_view, 4> relations = {"", "start to start", "finish to finish",
                                                         "start to finish"};
  const DurationContext context = view.working_time.duration_context();
  std::string text(relations[static_cast<size_t>(detail.relation)]);
  const auto add = [&](const std::string& part) {
    if (!text.empty()) text += ", ";
    text += part;
  };
  if (detail.lag) add((detail.lag->minutes < 0 ? "" : "+") + to_text(*detail.lag, context));
  if (detail.delay) {
    std::string by = "by " + to_text(detail.delay->optimistic, context);
    if (detail.delay->is_range()) by += " to " + to_text(detail.delay->pessimistic, context);
    add(by);
  }
  return text;
}

}  // namespace milepost
