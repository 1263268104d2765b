// Draws lines over versions.
#include "draw/history_chart.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compare/past.h"
#include "compose/phrases.h"
#include "draw/svg_chart.h"

namespace milepost {
namespace {

constexpr size_t kMostPoints = 400;
constexpr int32_t kLineHeight = 17;            // between the labels of lines that end together
constexpr int32_t kLeft = 600, kRight = 7500;  // of the plot, across: scale before, labels after

struct Ends {
  int32_t y = 0;
  std::string words;
  bool strong = false;
};

// Labels in the order of their lines, none over another, none beyond the plot.
void spread(std::vector<Ends>& labels, int32_t top, int32_t bottom) {
  std::ranges::stable_sort(labels, {}, &Ends::y);
  int32_t free = top;
  for (Ends& label : labels) {
    label.y = std::max(label.y, free);
    free = label.y + kLineHeight;
  }
  int32_t limit = bottom;
  for (size_t i = labels.size(); i-- > 0;) {
    labels[i].y = std::min(labels[i].y, limit);
    limit = labels[i].y - kLineHeight;
  }
}

/// What both sorts have: the versions as a scale of days, and the labels at the right.
class Plot {
 public:
  Plot(const Outline& outline, Date first, Date last)
      : outline_(outline), first_(first), last_(std::max(last, add_days(first, 1))) {}

  Across across(Date date) const {
    const int64_t whole = days_between(first_, last_);
    return {kLeft + static_cast<int32_t>(days_between(first_, date) * (kRight - kLeft) / whole)};
  }
  std::string day(Date date) const {
    return short_day(outline_.words, date, outline_.view.program.as_of);
  }
  void axis(SvgChart& chart, int32_t bottom, Date last) const {
    chart.line({kLeft}, bottom, {kRight}, bottom, "axis");
    chart.text({kLeft}, bottom + 20, Anchor::start, "quiet", day(first_));
    chart.text({kRight}, bottom + 20, Anchor::end, "quiet", day(last));
  }
  static void labels(SvgChart& chart, std::vector<Ends> ends, int32_t top, int32_t bottom) {
    spread(ends, top, bottom);
    for (const Ends& end : ends) {
      if (end.strong) {
        chart.text({kRight}, end.y + 5, Anchor::start, "value", end.words, 10);
      } else {
        chart.text({kRight}, end.y + 5, Anchor::start, "name", end.words, 10);
      }
    }
  }

 private:
  const Outline& outline_;
  Date first_, last_;
};

// Which of so many are drawn: all, or evenly spread ones with the last.
std::vector<size_t> drawn(size_t count) {
  std::vector<size_t> points;
  const size_t step = (count + kMostPoints - 1) / kMostPoints;
  for (size_t i = (count - 1) % step; i < count; i += step) points.push_back(i);
  return points;
}

// A scale that ends in a round number.
int64_t round_up(int64_t value) {
  int64_t unit = 1;
  while (unit * 10 < value) unit *= 10;
  for (const int64_t step : {1, 2, 3, 4, 5, 6, 8, 10}) {
    if (value <= unit * step) return unit * step;
  }
  return value;
}

Markup line_class(size_t line) {
  if (line == 0) return "a";
  return line == 1 ? Markup("b") : Markup("c");
}

constexpr int32_t kTop = 16, kBottom = 138, kHeight = 166;
constexpr int32_t kSlipTop = 18, kSlipRow = 34, kSlipLeast = 150;

Date month_begin(Date date, int months) {
  return first_of_month(add_months(date, months));
}

}  // namespace

Html draw_trend_figure(const Outline& outline, std::string_view name, const TrendFigure& figure) {
  const History& history = outline.past->history;
  const auto date = [&](size_t point) { return history.editions[figure.editions[point]].date; };
  const size_t count = figure.editions.size();
  const Plot plot(outline, date(0), date(count - 1));
  HtmlWriter out;
  SvgChart chart(out, name, "hist", kHeight, figure.title, figure.said);
  int64_t most = 1;
  for (const TrendLine& line : figure.lines) most = std::max(most, std::ranges::max(line.values));
  most = round_up(most);
  const auto down = [&](int64_t value) {
    return kBottom - static_cast<int32_t>(std::max<int64_t>(value, 0) * (kBottom - kTop) / most);
  };
  chart.line({kLeft}, kTop, {kRight}, kTop, "grid");
  chart.line({kLeft}, (kTop + kBottom) / 2, {kRight}, (kTop + kBottom) / 2, "grid");
  chart.text({0}, kTop + 5, Anchor::start, "quiet", std::to_string(most));
  chart.text({0}, kBottom + 4, Anchor::start, "quiet", "0");
  plot.axis(chart, kBottom, date(count - 1));
  std::vector<Ends> ends;
  const std::vector<size_t> points = drawn(count);
  for (size_t line = figure.lines.size(); line-- > 0;) {
    const std::vector<int64_t>& values = figure.lines[line].values;
    for (size_t i = 1; i < points.size(); ++i) {
      const size_t from = points[i - 1], to = points[i];
      chart.line(plot.across(date(from)), down(values[from]), plot.across(date(to)),
                 down(values[to]), line_class(line));
    }
    ends.push_back({down(values.back()),
                    std::to_string(values.back()) + " " + figure.lines[line].label, line == 0});
  }
  chart.circle({kRight}, down(figure.lines.front().values.back()), 3, "a");
  Plot::labels(chart, std::move(ends), kTop, kBottom - 2);
  chart.finish();
  return out.take();
}

Html draw_slip_figure(const Outline& outline, const SlipFigure& figure) {
  if (figure.lines.empty()) return {};
  const std::vector<ViewEdition>& editions = outline.past->history.editions;
  const Date last = editions.back().date;
  Date first = last;
  Date low = figure.lines.front().points.front().finish, high = low;
  for (const SlipLine& line : figure.lines) {
    first = std::min(first, editions[line.points.front().edition].date);
    for (const SlipLine::Point& point : line.points) {
      low = std::min(low, point.finish);
      high = std::max(high, point.finish);
    }
  }
  high = std::max(high, add_days(low, 1));
  const auto lines = static_cast<int32_t>(figure.lines.size());
  const int32_t bottom = kSlipTop + std::max(kSlipLeast, lines * kSlipRow);
  const int64_t whole = days_between(low, high);
  const auto down = [&](Date date) {
    return bottom - 14 -
           static_cast<int32_t>(days_between(low, date) * (bottom - 14 - kSlipTop) / whole);
  };
  const Plot plot(outline, first, last);
  HtmlWriter out;
  SvgChart chart(out, "slips", "hist", bottom + 28, outline.words.text("trends.slip"_word),
                 figure.said);
  // A line a month; where there are many, a line a quarter or a year.
  const int step = whole > 1500 ? 12 : whole > 400 ? 3 : 1;
  for (Date month = month_begin(low, step); month <= high; month = month_begin(month, step)) {
    chart.line({kLeft}, down(month), {kRight}, down(month), "grid");
    const CivilDate day = civil(month);
    chart.text({0}, down(month) + 5, Anchor::start, "quiet",
               step == 12 ? std::to_string(day.year)
                          : std::string(outline.words.text(word_for("month.short.", day.month))));
  }
  plot.axis(chart, bottom, last);
  std::vector<Ends> ends;
  for (size_t i = figure.lines.size(); i-- > 0;) {
    const SlipLine& line = figure.lines[i];
    const std::vector<size_t> points = drawn(line.points.size());
    for (size_t p = 1; p < points.size(); ++p) {
      const SlipLine::Point& from = line.points[points[p - 1]];
      const SlipLine::Point& to = line.points[points[p]];
      const Across x1 = plot.across(editions[from.edition].date);
      const Across x2 = plot.across(editions[to.edition].date);
      if (line.target) {
        chart.line(x1, down(from.finish), x2, down(to.finish), "a");
      } else {
        chart.line(x1, down(from.finish), x2, down(to.finish), "c");
      }
    }
    const SlipLine::Point& end = line.points.back();
    const Across x = plot.across(editions[end.edition].date);
    if (end.met) {
      chart.circle(x, down(end.finish), 4, "met");
    } else if (line.target) {
      chart.circle(x, down(end.finish), 4, "open target");
    } else {
      chart.circle(x, down(end.finish), 4, "open");
    }
    ends.push_back({down(end.finish), outline.view.record(line.record).short_id, line.target});
  }
  Plot::labels(chart, std::move(ends), kSlipTop - 6, bottom - 8);
  chart.finish();
  return out.take();
}

}  // namespace milepost
