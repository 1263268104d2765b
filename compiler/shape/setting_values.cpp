// Days, lengths and numbers of program.yaml, with what is wrong about them.
#include "shape/setting_values.h"

#include <charconv>
#include <utility>

#include "shape/codes_program.h"
#include "text/ascii.h"

namespace milepost {
namespace {

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

std::string date_help(const DateError& error) {
  switch (error.problem) {
    case DateProblem::ambiguous:
      return "write " + quoted(error.reading ? to_iso(error.reading->first) : "2026-04-03") +
             " or " + quoted(error.other_reading ? to_iso(error.other_reading->first) : "") +
             ", or say `date_order: dmy` or `date_order: mdy`";
    case DateProblem::impossible:
      if (error.reading) return "did you mean " + quoted(to_iso(*error.reading)) + "?";
      return "write the date as `2026-06-30`";
    case DateProblem::weekday_mismatch:
      return "that day is a " + std::string(weekday_name(error.weekday));
    case DateProblem::needs_start:
      return "weeks and days without a year are counted from `start:`; write the date as "
             "`2026-06-30`";
    case DateProblem::needs_sprints:
      return "say when sprints begin: `calendar: {sprints: {first: 2026-01-05, length: 2w}}`";
    case DateProblem::unreadable:
      break;
  }
  return "write the date as `2026-06-30`";
}

}  // namespace

std::string SettingValues::string(uint32_t i, std::string_view what) const {
  return std::string(text(i, what).value_or(std::string_view()));
}

std::vector<std::string> SettingValues::strings(uint32_t i, std::string_view what) const {
  std::vector<std::string> strings;
  for (const uint32_t item : scalars(i, what)) strings.emplace_back(trim(node(item).text));
  return strings;
}

void SettingValues::bad_date(uint32_t i, const DateError& error, std::string_view what) const {
  const YamlNode& value = node(i);
  Span span = value.span;
  if (value.style == YamlStyle::plain && error.length > 0) {
    span = sub_span(span, error.offset, error.length);
  }
  std::string message = quoted(value.text) + " is no date";
  if (error.problem == DateProblem::ambiguous) {
    message = quoted(value.text) + " may be two dates";
  } else if (error.problem == DateProblem::weekday_mismatch) {
    message = quoted(value.text) + " names the wrong weekday";
  } else if (error.problem == DateProblem::impossible) {
    message = "there is no day " + quoted(value.text);
  }
  report(code::bad_setting_date, Severity::error, span, message + " (" + std::string(what) + ")",
         date_help(error));
}

std::optional<DateValue> SettingValues::date_value(uint32_t i, const DateContext& dates,
                                                   std::string_view what) const {
  const auto written = text(i, what);
  if (!written || written->empty()) return std::nullopt;
  const DateParse parsed = parse_whole_date(*written, dates);
  if (parsed.error) bad_date(i, *parsed.error, what);
  return parsed.value;
}

std::optional<Date> SettingValues::date(uint32_t i, const DateContext& dates,
                                        std::string_view what) const {
  const auto value = date_value(i, dates, what);
  return value ? std::optional(value->first) : std::nullopt;
}

std::optional<DateRange> SettingValues::range(uint32_t i, const DateContext& dates,
                                              std::string_view what) const {
  const auto written = text(i, what);
  if (!written || written->empty()) return std::nullopt;
  const DateParse parsed = parse_date_range(*written, dates);
  if (parsed.error) bad_date(i, *parsed.error, what);
  if (!parsed.value) return std::nullopt;
  return DateRange{parsed.value->first, parsed.value->last};
}

std::vector<DateRange> SettingValues::ranges(uint32_t i, const DateContext& dates,
                                             std::string_view what) const {
  std::vector<DateRange> ranges;
  const auto add = [&](uint32_t node) {
    if (const auto found = range(node, dates, what)) ranges.push_back(*found);
  };
  if (is_mapping(i)) {
    for_each_entry(tree(), i, [&](uint32_t key, uint32_t) { add(key); });
  } else {
    for (const uint32_t item : scalars(i, what)) add(item);
  }
  return ranges;
}

std::optional<Duration> SettingValues::duration(uint32_t i, const DurationContext& durations,
                                                std::string_view what) const {
  const auto written = text(i, what);
  if (!written || written->empty()) return std::nullopt;
  const DurationParse parsed = parse_whole_duration(*written, durations);
  if (parsed.value) return parsed.value;
  const DurationProblem problem =
      parsed.error ? parsed.error->problem : DurationProblem::unreadable;
  std::string help = "write `3d`, `2w` or `24h wall`";
  if (problem == DurationProblem::needs_sprints) {
    help = "say how long a sprint is: `calendar: {sprints: {first: 2026-01-05, length: 2w}}`";
  } else if (problem == DurationProblem::missing_unit) {
    help = "write the unit, too: " + quoted(std::string(*written) + "d");
  }
  bad_value(i, what, std::move(help));
  return std::nullopt;
}

std::optional<double> SettingValues::number(uint32_t i, double least, double most,
                                            std::string_view what) const {
  const auto written = text(i, what);
  if (!written || written->empty()) return std::nullopt;
  double value = 0;
  const char* end = written->data() + written->size();
  const auto [at, error] = std::from_chars(written->data(), end, value);
  if (error == std::errc() && at == end && value >= least && value <= most) return value;
  const auto plain = [](double bound) { return std::to_string(static_cast<long long>(bound)); };
  bad_value(i, what, "write a number from " + plain(least) + " to " + plain(most));
  return std::nullopt;
}

std::optional<int> SettingValues::integer(uint32_t i, int least, int most,
                                          std::string_view what) const {
  const auto written = text(i, what);
  if (!written || written->empty()) return std::nullopt;
  int value = 0;
  const char* end = written->data() + written->size();
  const auto [at, error] = std::from_chars(written->data(), end, value);
  if (error == std::errc() && at == end && value >= least && value <= most) return value;
  bad_value(i, what,
            "write a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return std::nullopt;
}

void SettingValues::bad_value(uint32_t i, std::string_view what, std::string help) const {
  report(code::bad_setting, Severity::error, node(i).span,
         quoted(node(i).text) + " cannot be " + std::string(what), std::move(help));
}

}  // namespace milepost
