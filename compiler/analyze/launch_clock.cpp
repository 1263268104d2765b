// Takes a time apart: an anchor, a distance, a time of day, a day.
#include "analyze/launch_clock.h"

#include <array>
#include <string>

#include "calendar/date_parse.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr std::int32_t kHour = 3600;

std::string lower(std::string_view text) {
  std::string out = normalize_spaces(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

// A number at `at`, which moves behind it; -1 if there is none.
int number_at(std::string_view text, std::size_t* at) {
  int value = -1;
  while (*at < text.size() && is_ascii_digit(text[*at]) && value < 10000) {
    value = (value < 0 ? 0 : value * 10) + (text[*at] - '0');
    ++*at;
  }
  return value;
}

void skip_spaces(std::string_view text, std::size_t* at) {
  while (*at < text.size() && text[*at] == ' ') ++*at;
}

// A time of day that begins at `from`: "09:00", "9am", "9 pm", "14h30"; `*end` is behind it.
std::optional<std::int32_t> clock_at(std::string_view text, std::size_t from, std::size_t* end) {
  std::size_t at = from;
  const int hour = number_at(text, &at);
  if (hour < 0 || at - from > 2) return {};
  int minute = -1;
  if (at < text.size() && text[at] == ':') {
    const std::size_t digits = ++at;
    minute = number_at(text, &at);
    if (minute < 0 || at - digits != 2) return {};
  }
  std::size_t suffix = at;
  skip_spaces(text, &suffix);
  const std::string_view rest = text.substr(suffix, 2);
  const bool noon = rest == "am" || rest == "pm";
  if (minute < 0 && !noon) return {};
  int value = hour;
  if (noon) {
    if (hour < 1 || hour > 12) return {};
    value = hour % 12 + (rest == "pm" ? 12 : 0);
    at = suffix + 2;
  }
  if (value > 23 || minute > 59) return {};
  *end = at;
  return value * kHour + (minute < 0 ? 0 : minute) * 60;
}

// "(utc)", "uhr" and the like behind a time of day change nothing a reader would expect.
bool ends_there(std::string_view text, std::size_t at) {
  skip_spaces(text, &at);
  return at == text.size() || text.substr(at) == ")" || text.substr(at) == ":";
}

// Hours and minutes, not days or months: "2h", "30 min", "90m".
bool counts_hours(std::string_view text) {
  for (std::size_t i = 0; i + 1 <= text.size(); ++i) {
    if (!is_ascii_digit(text[i])) continue;
    std::size_t at = i + 1;
    while (at < text.size() && (is_ascii_digit(text[at]) || text[at] == '.')) ++at;
    skip_spaces(text, &at);
    const std::string_view unit = text.substr(at, 2);
    if (unit.starts_with('h') || unit == "mi") return true;
    if (unit.starts_with('m') && unit != "mo") return true;
    i = at > i + 1 ? at - 1 : i;
  }
  return false;
}

// What a launch counts from.
std::size_t anchor_length(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kAnchors = {
      "launch start", "start of launch", "hour 0", "t-zero", "go-live", "go live",
      "launch",       "start",           "target", "t0",     "t",       "h"};
  for (const std::string_view anchor : kAnchors) {
    if (!text.starts_with(anchor)) continue;
    const char next = text.size() > anchor.size() ? text[anchor.size()] : ' ';
    if (next == ' ' || next == '+' || next == '-' || next == '(') return anchor.size();
  }
  return 0;
}

}  // namespace

LaunchClock::LaunchClock(const Settings& settings, const WorkingTime& time)
    : settings_(settings), time_(time), zone_(Zone::find(settings.timezone).value_or(Zone())) {}

void LaunchClock::begin(std::optional<DateTime> start, std::optional<Date> day) {
  start_ = start;
  day_ = start ? std::optional(date_in(*start, zone_)) : day;
}

std::optional<std::int32_t> LaunchClock::time_of_day(std::string_view written) {
  const std::string text = lower(written);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_ascii_digit(text[i]) || (i > 0 && (is_ascii_digit(text[i - 1]) || text[i - 1] == ':')))
      continue;
    std::size_t end = 0;
    if (const auto found = clock_at(text, i, &end)) return found;
  }
  return {};
}

std::optional<Duration> LaunchClock::length(std::string_view written) const {
  const std::string text = lower(written);
  // Bare minutes are minutes on a launch day.
  DurationContext wall = settings_.durations;
  wall.default_kind = TimeKind::wall;
  if (counts_hours(text)) {
    const DurationParse parse = parse_whole_duration(text, wall);
    if (parse.value) return Duration{parse.value->minutes, TimeKind::wall};
  }
  return parse_whole_duration(text, settings_.durations).value;
}

DateTime LaunchClock::later(DateTime from, Duration length) const {
  if (length.kind == TimeKind::wall) return DateTime{from.utc_seconds + length.minutes * 60};
  const LocalTime local = to_local(from, zone_);
  return to_utc(LocalTime{time_.shift(local.date, length), local.second_of_day}, zone_);
}

std::optional<LaunchMoment> LaunchClock::from_start(Duration shift) const {
  const bool by_days = shift.kind == TimeKind::working && shift.minutes != 0;
  if (start_) return LaunchMoment{later(*start_, shift), false, false, by_days};
  if (!day_ || shift.kind == TimeKind::wall) return {};
  return LaunchMoment{to_utc(LocalTime{time_.shift(*day_, shift), 0}, zone_), true, false, by_days};
}

std::optional<LaunchMoment> LaunchClock::on_day(std::int32_t second) const {
  if (!day_) return {};
  return LaunchMoment{to_utc(LocalTime{*day_, second}, zone_), false, true, false};
}

bool LaunchClock::is_time(std::string_view text) const {
  LaunchClock known(*this);
  if (!known.day_) known.day_ = Date{20000};
  if (!known.start_) known.start_ = to_utc(LocalTime{*known.day_, 0}, zone_);
  return known.read(text).has_value();
}

std::optional<LaunchMoment> LaunchClock::read(std::string_view written) const {
  written = strip_emphasis(trim_spaces(written));
  const std::string text = lower(written);
  if (text.empty()) return {};
  const DateTimeParse moment = parse_datetime(written, settings_.dates, zone_);
  if (moment.value && trim_spaces(written.substr(moment.consumed)).empty()) {
    if (moment.has_time) return LaunchMoment{moment.value, false, false, false};
    const Date day = time_.as_start(moment.date);
    return LaunchMoment{to_utc(LocalTime{day, 0}, zone_), true, false, false};
  }
  std::size_t end = 0;
  if (const auto second = clock_at(text, 0, &end); second && ends_there(text, end)) {
    return on_day(*second);
  }
  std::string_view rest = text;
  // `2h before start`, `30 min after launch`
  for (const std::string_view word : {std::string_view(" before "), std::string_view(" after ")}) {
    const std::size_t at = rest.find(word);
    if (at == std::string_view::npos) continue;
    const std::string_view anchor = rest.substr(at + word.size());
    if (anchor_length(anchor) != anchor.size()) continue;
    std::optional<Duration> shift = length(rest.substr(0, at));
    if (!shift) return {};
    if (word == " before ") shift->minutes = -shift->minutes;
    return from_start(*shift);
  }
  // `hour 2`, `h+2`
  const bool hour = rest.starts_with("hour ") && rest.size() > 5 && is_ascii_digit(rest[5]);
  if (hour) {
    std::size_t at = 5;
    const int hours = number_at(rest, &at);
    skip_spaces(rest, &at);
    if (at < rest.size() && rest[at] == '(') {
      if (const auto second = clock_at(rest, at + 1, &end)) return on_day(*second);
    }
    if (at < rest.size() && rest[at] != ':' && rest[at] != '(') return {};
    return from_start({int64_t{hours} * 60, TimeKind::wall});
  }
  const std::size_t anchor = anchor_length(rest);
  rest.remove_prefix(anchor);
  rest = trim_spaces(rest);
  if (rest.empty()) return anchor == 0 ? std::nullopt : from_start({0, TimeKind::working});
  int sign = 0;
  if (rest.front() == '+') sign = 1;
  if (rest.front() == '-') sign = -1;
  if (rest.starts_with("\xE2\x88\x92")) {  // a real minus
    sign = -1;
    rest.remove_prefix(2);
  }
  if (sign == 0) return {};
  rest = trim_spaces(rest.substr(1));
  std::size_t digits = 0;
  const int bare = number_at(rest, &digits);
  if (bare >= 0 && digits == rest.size()) {
    if (bare == 0) return from_start({0, TimeKind::working});
    if (text.front() != 'h') return {};
    return from_start({int64_t{sign} * bare * 60, TimeKind::wall});
  }
  std::optional<Duration> shift = length(rest);
  if (!shift) return {};
  shift->minutes *= sign;
  return from_start(*shift);
}

}  // namespace milepost
