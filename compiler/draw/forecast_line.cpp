// Draws the line from the commitment to P80.
#include "draw/forecast_line.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/past.h"
#include "compose/phrases.h"
#include "compose/verdict.h"
#include "draw/svg_chart.h"

namespace milepost {
namespace {

constexpr int32_t kHeight = 74;
constexpr int32_t kLabel = 14, kTop = 24, kLine = 36, kAxis = 50, kDays = 68;
// The narrowest it is shown, and what a letter of a label may take of it.
constexpr int32_t kWidth = 288, kLetter = 8;
constexpr int64_t kLeastDays = 21, kMostShaded = 120, kWeek = 7;

struct Line {
  Date forecast;
  std::optional<Date> committed, from, to;  // from, to: P20 and P80
  std::optional<Date> was;                  // the forecast of the version before, if another
  int64_t slip = 0;
  ViewHealth health = ViewHealth::none;
};

Markup slip_class(const Line& line) {
  if (line.slip < 0) return "fl-slip s-ok";
  if (line.health == ViewHealth::off_track || line.health == ViewHealth::blocked) {
    return "fl-slip s-off";
  }
  return line.health == ViewHealth::at_risk ? Markup("fl-slip s-risk") : Markup("fl-slip");
}

class Drawing {
 public:
  Drawing(const Outline& outline, const Line& line)
      : outline_(outline), words_(outline.words), line_(line) {
    window();
  }

  Html draw() {
    HtmlWriter out;
    SvgChart chart(out, "forecast", "forecast-line", kHeight, words_.text("overview.line"_word),
                   description());
    chart.begin_hidden_group("fl");
    shade(chart);
    if (line_.from) band(chart);
    if (line_.committed) {
      const Date first = std::min(*line_.committed, line_.forecast);
      const Date last = std::max(*line_.committed, line_.forecast);
      if (first != last) chart.line(at(first), kLine, at(last), kLine, slip_class(line_));
      chart.line(at(*line_.committed), kTop - 4, at(*line_.committed), kAxis, "fl-committed");
    }
    chart.line(percent(0), kAxis, percent(100), kAxis, "fl-axis");
    weeks(chart);
    if (line_.was) chart.mark(at(*line_.was), kLine, "<circle class=\"fl-was\" r=\"4.5\"/>");
    chart.mark(at(line_.forecast), kLine,
               "<path class=\"fl-stone\" d=\"M-6.5 9v-11.5a6.5 6.5 0 0 1 13 0v11.5z\"/>");
    labels(chart);
    chart.end_group();
    chart.finish();
    return out.take();
  }

 private:
  // Whole weeks from a Monday, with room for the label of what stands first.
  void window() {
    Date first = line_.forecast;
    Date last = line_.forecast;
    for (const std::optional<Date>& date : {line_.committed, line_.from, line_.to, line_.was}) {
      if (!date) continue;
      first = std::min(first, *date);
      last = std::max(last, *date);
    }
    const auto weekday = [](Date date) { return ((date.days + 3) % kWeek + kWeek) % kWeek; };
    first_ = add_days(first, -static_cast<int32_t>(weekday(first)));
    // A label before the first date needs a quarter of the width.
    const int64_t spanned = std::max<int64_t>(last.days - first_.days, kLeastDays);
    while (first_ > kFirstDate && (first.days - first_.days) * 4 < spanned) {
      first_ = add_days(first_, -kWeek);  // stops at the calendar's beginning
    }
    days_ = std::max<int64_t>(last.days - first_.days + 5, kLeastDays);
  }

  Across at(Date date) const { return share(2 * (date.days - first_.days) + 1, 2 * days_); }

  void shade(SvgChart& chart) {
    if (days_ > kMostShaded) return;
    const WorkingTime& time = outline_.view.working_time;
    const Across day = share(1, days_);
    for (int32_t i = 0; i < days_; ++i) {
      if (time.is_working(add_days(first_, i))) continue;
      chart.rect(share(i, days_), kTop, day, kAxis - kTop, "fl-off");
    }
  }

  void band(SvgChart& chart) {
    const Across from = at(*line_.from);
    const Across to = at(*line_.to);
    chart.rect(from, kLine - 5, {to.hundredths - from.hundredths}, 10, "fl-band");
    chart.line(from, kLine - 6, from, kLine + 6, "fl-end");
    chart.line(to, kLine - 6, to, kLine + 6, "fl-end");
  }

  // A label for as many Mondays as there is room for.
  void weeks(SvgChart& chart) {
    constexpr int64_t kMostLabels = 4, kMostTicks = 16;
    const int64_t weeks = (days_ + kWeek - 1) / kWeek;
    const int64_t step = (weeks + kMostLabels - 1) / kMostLabels;
    for (int64_t week = 0; week < weeks; ++week) {
      const Date monday = add_days(first_, static_cast<int32_t>(week * kWeek));
      if (weeks > kMostTicks && week % step != 0) continue;
      const Across x = share(week * kWeek, days_);
      chart.line(x, kAxis, x, kAxis + 5, "fl-tick");
      if (week % step != 0 || x.hundredths > 8400) continue;
      chart.text(x, kDays, Anchor::start, "fl-day",
                 short_day(words_, monday, outline_.view.program.as_of));
    }
  }

  int32_t px(Across x) const { return x.hundredths * kWidth / 10000; }
  static int32_t width(std::string_view label) {
    return static_cast<int32_t>(label.size()) * kLetter;
  }

  // The committed date's label stands before its tick and the forecast's after its stone, so that
  // they keep apart on the same day; P80 is told if there is room.
  void labels(SvgChart& chart) {
    const std::string_view forecast = words_.text("overview.forecast"_word);
    const Across stone = at(line_.forecast);
    bool before = false;  // the forecast's label stands before its stone
    int32_t inwards = 7;  // how far its label reaches over the stone's middle
    if (line_.committed) {
      const Across tick = at(*line_.committed);
      before = *line_.committed > line_.forecast;
      const bool close = std::abs(px(tick) - px(stone)) < 2 * inwards;
      if (close) inwards = -4;
      const int32_t over = close ? inwards : 2;
      chart.text(tick, kLabel, before ? Anchor::start : Anchor::end, "fl-label",
                 words_.text("overview.committed"_word), before ? -over : over);
    }
    const int32_t right = px(stone) - inwards + width(forecast);
    before = before || right > kWidth;
    chart.text(stone, kLabel, before ? Anchor::end : Anchor::start, "fl-label fl-now", forecast,
               before ? inwards : -inwards);
    if (!line_.to || (line_.committed && *line_.committed > line_.forecast)) return;
    const std::string_view likely = words_.text("overview.p80"_word);
    const int32_t end = px(at(*line_.to));
    const int32_t begin = end - width(likely) / 2;
    if (begin < (before ? px(stone) + 10 : right + 4) || end + width(likely) / 2 > kWidth) return;
    chart.text(at(*line_.to), kLabel, Anchor::middle, "fl-label", likely);
  }

  // "Committed Fri 12 Jun, forecast Mon 22 Jun, likely 18 Jun to 1 Jul."
  std::string description() const {
    const Date as_of = outline_.view.program.as_of;
    std::string text;
    if (line_.committed) {
      text = fill(words_.text("calendar.committed"_word),
                  {day_words(words_, *line_.committed, as_of)}) +
             ". ";
    }
    text += fill(words_.text("calendar.forecast"_word), {day_words(words_, line_.forecast, as_of)});
    if (line_.was) {
      text += ". " + fill(words_.text("overview.line_before"_word),
                          {day_words(words_, *line_.was, as_of)});
    }
    if (line_.from) {
      text += ". " + std::string(words_.text("when.likely"_word)) + ": " +
              fill(words_.text("when.likely_range"_word),
                   {day_words(words_, *line_.from, as_of), day_words(words_, *line_.to, as_of)});
    }
    return text + ".";
  }

  const Outline& outline_;
  const Words& words_;
  const Line& line_;
  Date first_;
  int64_t days_ = kLeastDays;
};

}  // namespace

Html draw_forecast_line(const Outline& outline) {
  const View& view = outline.view;
  const ViewRecordId target = outline.overview.verdict.target;
  const ViewScheduleItem* item = forecast_item(view, target);
  if (item == nullptr) return {};
  Line line{
      item->finish,  item->baseline ? item->baseline : item->commitment, {}, {}, {}, item->slip,
      item->computed};
  if (const ViewExplanation* why = view.schedule.explanation(target)) {
    line.committed = why->committed;
    line.slip = why->slip;
  }
  const ViewForecastDates* dates = view.schedule.forecast_of(target);
  if (dates != nullptr && view.schedule.trials > 0 && dates->p20 < dates->p80) {
    line.from = dates->p20;
    line.to = dates->p80;
  }
  if (!line.committed && !line.from) return {};
  const bool before = outline.past != nullptr && outline.past->changes &&
                      !outline.past->changes->shifts.empty() && view.schedule.target == target;
  if (before) {
    const DateShift& shift = outline.past->changes->shifts.front();
    if (shift.target && shift.was != line.forecast && shift.was != line.committed) {
      line.was = shift.was;
    }
  }
  return Drawing(outline, line).draw();
}

}  // namespace milepost
