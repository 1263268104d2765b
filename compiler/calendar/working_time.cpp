// Counts working days with one closed form for the week and a list of runs of days off.
#include "calendar/working_time.h"

#include <algorithm>
#include <bit>

#include "calendar/date_parse.h"
#include "text/ascii.h"

namespace milepost {
namespace {

// A Monday before the calendar's beginning; day numbers are counted from it here.
constexpr std::int64_t kOrigin = -719176;
static_assert((kOrigin + 3) % 7 == 0 && kOrigin < kFirstDate.days);

std::int64_t from_origin(Date date) {
  return date.days - kOrigin;
}

Date to_date(std::int64_t day) {
  return Date{static_cast<std::int32_t>(
      std::clamp<std::int64_t>(day + kOrigin, kFirstDate.days, kLastDate.days))};
}

constexpr std::string_view kShortNames[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

}  // namespace

int WeekPattern::days() const {
  return std::popcount(static_cast<unsigned>(bits & 0x7Fu));
}

Weekday WeekPattern::first_day() const {
  int best = 0;
  int longest = -1;
  for (int day = 0; day < 7; ++day) {
    if (!works(static_cast<Weekday>(day))) continue;
    int off = 0;
    while (off < 7 && !works(static_cast<Weekday>((day + 6 - off) % 7))) ++off;
    if (off > longest) {
      longest = off;
      best = day;
    }
  }
  return static_cast<Weekday>(best);
}

WeekPatternParse parse_week_pattern(std::string_view text) {
  const auto fail = [&](std::string_view word) {
    WeekPatternParse result;
    result.error_offset = static_cast<std::size_t>(word.data() - text.data());
    result.error_length = word.size();
    return result;
  };
  const std::string_view all = trim(text);
  WeekPattern pattern{0};
  if (iequals(all, "every day") || iequals(all, "daily") || iequals(all, "all")) {
    pattern.bits = 0x7F;
    return {pattern, 0, 0};
  }
  std::size_t at = 0;
  const auto skip = [&](std::string_view characters) {
    at = std::min(text.find_first_not_of(characters, at), text.size());
  };
  const auto word = [&] {
    const std::size_t begin = at;
    while (at < text.size() && is_ascii_alpha(text[at])) ++at;
    return text.substr(begin, at - begin);
  };
  constexpr std::string_view kBetween = ",;+&[] \t";
  for (skip(kBetween); at < text.size(); skip(kBetween)) {
    const std::size_t begin = at;
    const std::string_view first_word = word();
    const auto first = parse_weekday(first_word);
    if (!first) return fail(first_word.empty() ? text.substr(begin, 1) : first_word);
    auto last = first;
    skip(" \t");
    const std::size_t first_end = at;
    skip("-.–");
    if (at != first_end) {
      skip(" \t");
      const std::string_view last_word = word();
      last = parse_weekday(last_word);
      if (!last) return fail(last_word.empty() ? text.substr(begin, at - begin) : last_word);
    }
    for (int day = static_cast<int>(*first);; day = (day + 1) % 7) {
      pattern.bits = static_cast<std::uint8_t>(pattern.bits | (1u << day));
      if (day == static_cast<int>(*last)) break;
    }
  }
  if (pattern.bits == 0) return fail(text);
  return {pattern, 0, 0};
}

std::string to_text(WeekPattern pattern) {
  if (pattern.days() == 7) return "mon-sun";
  std::string out;
  const int begin = static_cast<int>(pattern.first_day());
  for (int i = 0; i < 7;) {
    const int day = (begin + i) % 7;
    int run = 0;
    while (i + run < 7 && pattern.works(static_cast<Weekday>((day + run) % 7))) ++run;
    if (run == 0) {
      ++i;
      continue;
    }
    if (!out.empty()) out += ", ";
    out += kShortNames[day];
    if (run > 1) {
      out += run == 2 ? ", " : "-";
      out += kShortNames[(day + run - 1) % 7];
    }
    i += run;
  }
  return out;
}

WorkingTime::WorkingTime() {
  build();
}

WorkingTime::WorkingTime(const CalendarLayer& layer) {
  const CalendarLayer* const layers[] = {&layer};
  *this = WorkingTime(layers);
}

WorkingTime::WorkingTime(std::span<const CalendarLayer* const> layers) {
  for (const CalendarLayer* layer : layers) {
    if (layer->week && layer->week->days() > 0) week_ = *layer->week;
    if (layer->minutes_per_day) {
      minutes_per_day_ = std::clamp(*layer->minutes_per_day, std::int32_t{1}, std::int32_t{1440});
    }
    if (!layer->inherits_days_off) days_off_.clear();
    days_off_.insert(days_off_.end(), layer->days_off.begin(), layer->days_off.end());
  }
  build();
}

void WorkingTime::build() {
  std::erase_if(days_off_, [](const DateRange& range) { return range.last < range.first; });
  for (DateRange& range : days_off_) {
    range.first = std::clamp(range.first, kFirstDate, kLastDate);
    range.last = std::clamp(range.last, kFirstDate, kLastDate);
  }
  std::sort(days_off_.begin(), days_off_.end());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < days_off_.size(); ++i) {
    if (kept > 0 && days_off_[i].first.days <= days_off_[kept - 1].last.days + 1) {
      days_off_[kept - 1].last = std::max(days_off_[kept - 1].last, days_off_[i].last);
    } else {
      days_off_[kept++] = days_off_[i];
    }
  }
  days_off_.resize(kept);
  removed_.assign(1, 0);
  removed_.reserve(kept + 1);
  for (const DateRange& range : days_off_) {
    const std::int64_t lost =
        week_rank(from_origin(range.last) + 1) - week_rank(from_origin(range.first));
    removed_.push_back(removed_.back() + lost);
  }
}

// Days the week pattern works in [origin, day).
std::int64_t WorkingTime::week_rank(std::int64_t day) const {
  const unsigned before = week_.bits & ((1u << (day % 7)) - 1u);
  return day / 7 * week_.days() + std::popcount(before);
}

// The day that has `rank` working days of the week pattern before it, and is one itself.
std::int64_t WorkingTime::week_select(std::int64_t rank) const {
  const std::int64_t per_week = week_.days();
  std::int64_t left = rank % per_week;
  std::int64_t day = 0;
  while (!week_.works(static_cast<Weekday>(day)) || left > 0) {
    if (week_.works(static_cast<Weekday>(day))) --left;
    ++day;
  }
  return rank / per_week * 7 + day;
}

// Working days in [origin, day).
std::int64_t WorkingTime::rank(std::int64_t day) const {
  const auto later =
      std::partition_point(days_off_.begin(), days_off_.end(),
                           [&](const DateRange& range) { return from_origin(range.first) < day; });
  const auto index = static_cast<std::size_t>(later - days_off_.begin());
  std::int64_t lost = removed_[index];
  if (index > 0 && from_origin(days_off_[index - 1].last) >= day) {
    // `day` lies inside the run: what is lost after it does not count yet.
    lost -= week_rank(from_origin(days_off_[index - 1].last) + 1) - week_rank(day);
  }
  return week_rank(day) - lost;
}

// The working day that has `rank` working days before it. Past the calendar's end there are no
// days off, so there always is one.
std::int64_t WorkingTime::select(std::int64_t rank) const {
  // The runs that lie wholly before the day we look for are those with at most `rank` working
  // days before them.
  std::size_t low = 0;
  std::size_t high = days_off_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const std::int64_t before = week_rank(from_origin(days_off_[middle].first)) - removed_[middle];
    if (before <= rank) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return week_select(rank + removed_[low]);
}

bool WorkingTime::is_working(Date date) const {
  if (!week_.works(weekday(date))) return false;
  const auto later =
      std::upper_bound(days_off_.begin(), days_off_.end(), date,
                       [](Date day, const DateRange& range) { return day < range.first; });
  return later == days_off_.begin() || (later - 1)->last < date;
}

Date WorkingTime::on_or_after(Date date) const {
  return is_working(date) ? date : add(date, 1);
}

Date WorkingTime::on_or_before(Date date) const {
  return is_working(date) ? date : add(date, -1);
}

Date WorkingTime::add(Date date, std::int64_t n) const {
  if (n == 0) return date;
  constexpr std::int64_t kMost = 10'000'000;
  n = std::clamp(n, -kMost, kMost);
  const std::int64_t day = from_origin(date);
  const std::int64_t target = n > 0 ? rank(day + 1) + n - 1 : rank(day) + n;
  return target < 0 ? kFirstDate : to_date(select(target));
}

std::int64_t WorkingTime::count(Date first, Date last) const {
  if (last < first) return 0;
  return rank(from_origin(last) + 1) - rank(from_origin(first));
}

std::int64_t WorkingTime::between(Date from, Date to) const {
  if (to < from) return -between(to, from);
  return rank(from_origin(to) + 1) - rank(from_origin(from) + 1);
}

Date WorkingTime::shift(Date date, Duration duration) const {
  const std::int64_t days = whole_days(duration, duration_context());
  return duration.kind == TimeKind::wall ? add_days(date, days) : add(date, days);
}

Date WorkingTime::as_due(const DateValue& value) const {
  if (value.is_day()) return value.last;
  const Date day = on_or_before(value.last);
  return day < value.first ? value.last : day;
}

Date WorkingTime::as_start(const DateValue& value) const {
  if (value.is_day()) return value.first;
  const Date day = on_or_after(value.first);
  return day > value.last ? value.first : day;
}

DurationContext WorkingTime::duration_context() const {
  DurationContext context;
  context.minutes_per_day = minutes_per_day_;
  context.days_per_week = week_.days();
  return context;
}

}  // namespace milepost
