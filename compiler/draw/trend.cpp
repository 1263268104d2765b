// Draws the trend of a metric.
#include "draw/trend.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "draw/svg_chart.h"

namespace milepost {
namespace {

constexpr int32_t kHeight = 148;
constexpr int32_t kTop = 26, kBottom = 116;    // of the plot; labels stand above and below
constexpr int32_t kLeft = 200, kRight = 9800;  // of it, across
constexpr int32_t kAxisLabel = 140;
constexpr size_t kMostPoints = 400;
constexpr size_t kMostSaid = 24;  // readings in the description: the newest

struct Point {
  Date day;
  double value = 0;
};

struct Trend {
  std::vector<Point> readings, plan;  // by day
  std::optional<double> target;
  std::optional<Date> target_day;
};

std::string number_words(double value) {
  std::array<char, 32> digits;
  const double rounded = std::abs(value) < 1e12 ? std::round(value * 1000) / 1000 : value;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), rounded).ptr;
  return {digits.data(), end};
}

const ViewField* part_of(const View& view, const std::vector<ViewField>& fields,
                         std::string_view name) {
  const auto at = std::ranges::find_if(
      fields, [&](const ViewField& field) { return view.field(field.field).name == name; });
  return at == fields.end() || at->values.empty() ? nullptr : &*at;
}

std::optional<double> number_in(const ViewField* field) {
  if (field == nullptr) return std::nullopt;
  const auto* value = std::get_if<ViewNumber>(&field->values.front().data);
  if (value == nullptr || !std::isfinite(value->value)) return std::nullopt;
  return value->value;
}

std::optional<Date> day_in(const View& view, const ViewField* field) {
  if (field == nullptr) return std::nullopt;
  const ViewValue& value = field->values.front();
  if (const auto* date = std::get_if<ViewDate>(&value.data)) return date->point;
  const auto* when = std::get_if<ViewWhen>(&value.data);
  if (when == nullptr || when->point) return when == nullptr ? std::nullopt : when->point;
  // A record alone means its due date.
  if (when->anchor == kNoViewRecord) return std::nullopt;
  const ViewRecord& anchor = view.record(when->anchor);
  const bool alone = value.text == anchor.id || value.text == anchor.short_id;
  return alone ? anchor.facts.due : std::nullopt;
}

std::vector<Point> points_of(const View& view, const ViewRecord& record, std::string_view name) {
  std::vector<Point> points;
  const ViewField* field = part_of(view, record.fields, name);
  if (field == nullptr) return points;
  for (const ViewValue& value : field->values) {
    const auto* object = std::get_if<ViewObject>(&value.data);
    if (object == nullptr) continue;
    const std::optional<Date> day = day_in(view, part_of(view, object->fields, "date"));
    const std::optional<double> number = number_in(part_of(view, object->fields, "value"));
    if (day && number) points.push_back({*day, *number});
  }
  std::ranges::stable_sort(points, {}, &Point::day);
  // Those that matter today are the newest.
  if (points.size() > kMostPoints) points.erase(points.begin(), points.end() - kMostPoints);
  return points;
}

Trend trend_of(const View& view, const ViewRecord& record) {
  Trend trend;
  trend.readings = points_of(view, record, "readings");
  trend.plan = points_of(view, record, "plan");
  const ViewField* target = part_of(view, record.fields, "target");
  const auto* object =
      target == nullptr ? nullptr : std::get_if<ViewObject>(&target->values.front().data);
  if (object != nullptr) {
    trend.target = number_in(part_of(view, object->fields, "value"));
    trend.target_day = day_in(view, part_of(view, object->fields, "by"));
  }
  return trend;
}

class TrendChart {
 public:
  TrendChart(const Outline& outline, ViewRecordId metric, const Trend& trend)
      : outline_(outline),
        record_(outline.view.record(metric)),
        trend_(trend),
        as_of_(outline.view.program.as_of),
        chart_(out_, "trend-" + std::to_string(number(metric)), "trend", kHeight, title(),
               description()) {}

  Html draw() {
    measure();
    if (trend_.target) target(*trend_.target);
    path(trend_.plan, "plan");
    path(trend_.readings, "read");
    for (const Point& point : trend_.readings) {
      chart_.circle(across(point.day), down(point.value), 3, "read");
    }
    newest();
    chart_.line({0}, kBottom + 6, {10000}, kBottom + 6, "axis");
    chart_.text({0}, kAxisLabel, Anchor::start, "quiet", day(first_));
    chart_.text({10000}, kAxisLabel, Anchor::end, "quiet", day(last_));
    chart_.finish();
    return out_.take();
  }

 private:
  const Words& words() const { return outline_.words; }
  std::string day(Date date) const { return short_day(words(), date, as_of_); }

  std::string title() const {
    return fill(words().text("trend.title"_word), {record_.short_id, record_.title});
  }

  std::string list(const std::vector<Point>& points) const {
    std::string text;
    const size_t begin = points.size() > kMostSaid ? points.size() - kMostSaid : 0;
    for (size_t i = begin; i < points.size(); ++i) {
      if (!text.empty()) text += ", ";
      text += fill(words().text("trend.point"_word),
                   {number_words(points[i].value), day(points[i].day)});
    }
    return text;
  }

  std::string description() const {
    std::string text = fill(words().text("trend.readings"_word), {list(trend_.readings)});
    if (!trend_.plan.empty()) {
      text += " " + fill(words().text("trend.plan"_word), {list(trend_.plan)});
    }
    if (trend_.target) text += " " + target_words() + ".";
    return text;
  }

  std::string target_words() const {
    const std::string value = number_words(*trend_.target);
    return trend_.target_day
               ? fill(words().text("trend.target_by"_word), {value, day(*trend_.target_day)})
               : fill(words().text("trend.target"_word), {value});
  }

  void measure() {
    first_ = trend_.readings.front().day;
    last_ = trend_.readings.back().day;
    low_ = high_ = trend_.readings.front().value;
    const auto value = [&](double number) {
      low_ = std::min(low_, number);
      high_ = std::max(high_, number);
    };
    for (const std::vector<Point>* points : {&trend_.readings, &trend_.plan}) {
      for (const Point& point : *points) {
        value(point.value);
        first_ = std::min(first_, point.day);
        last_ = std::max(last_, point.day);
      }
    }
    if (trend_.target) value(*trend_.target);
    if (trend_.target_day) last_ = std::max(last_, *trend_.target_day);
    last_ = std::max(last_, add_days(first_, 1));
  }

  Across across(Date date) const {
    const int64_t whole = days_between(first_, last_);
    return {kLeft + static_cast<int32_t>(days_between(first_, date) * (kRight - kLeft) / whole)};
  }

  int32_t down(double value) const {
    const double range = high_ / 2 - low_ / 2;  // halves: the whole may be more than a double holds
    const double share = range > 0 ? (value / 2 - low_ / 2) / range : 0.5;
    return kBottom - static_cast<int32_t>(std::lround(share * (kBottom - kTop)));
  }

  void path(const std::vector<Point>& points, Markup css_class) {
    for (size_t i = 1; i < points.size(); ++i) {
      chart_.line(across(points[i - 1].day), down(points[i - 1].value), across(points[i].day),
                  down(points[i].value), css_class);
    }
  }

  // Its words stand at the right, where readings are still to come; on the side of the line that
  // has room.
  void target(double value) {
    const int32_t y = down(value);
    chart_.line({0}, y, {10000}, y, "target");
    chart_.text({10000}, y - 6, Anchor::end, "quiet", target_words());
  }

  void newest() {
    const Point& last = trend_.readings.back();
    const Across x = across(last.day);
    const bool right = x.hundredths > 8000;
    const bool below = trend_.target && down(last.value) < down(*trend_.target) + 18 &&
                       down(last.value) > down(*trend_.target) - 4;
    const int32_t y = down(last.value) + (below ? 18 : -8);
    chart_.text(x, std::min(y, kBottom + 2), right ? Anchor::end : Anchor::start, "value",
                number_words(last.value), right ? 4 : -4);
  }

  const Outline& outline_;
  const ViewRecord& record_;
  const Trend& trend_;
  Date as_of_, first_, last_;
  double low_ = 0, high_ = 0;
  HtmlWriter out_;
  SvgChart chart_;
};

}  // namespace

Html draw_trend(const Outline& outline, ViewRecordId metric) {
  const Trend trend = trend_of(outline.view, outline.view.record(metric));
  const bool enough =
      trend.readings.size() > 1 || (trend.readings.size() == 1 && !trend.plan.empty());
  return enough ? TrendChart(outline, metric, trend).draw() : Html();
}

}  // namespace milepost
