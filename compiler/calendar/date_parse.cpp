// Reads what may stand around a date, and gives back values or what is wrong.
#include "calendar/date_parse.h"

#include <algorithm>
#include <array>

#include "calendar/date_reader.h"

namespace milepost {
namespace {

constexpr int kFirstPlainYear = 1900;
constexpr int kLastPlainYear = 2199;

enum class Part : std::uint8_t { none, early, middle, late, beginning, end };

// The named part of a period: thirds of it, or at most a week at one of its ends.
DateValue part_of(const DateValue& period, Part part) {
  const auto length = static_cast<std::int32_t>(days_between(period.first, period.last)) + 1;
  const std::int32_t edge = std::clamp(length / 3, 1, 7);
  const bool by_months = period.precision == Precision::quarter ||
                         period.precision == Precision::half || period.precision == Precision::year;
  // A month is early to the 10th and mid to the 20th; a longer period has thirds of whole months.
  std::int32_t first_third = period.precision == Precision::month ? 10 : length / 3;
  std::int32_t second_third =
      period.precision == Precision::month ? 20 : length - std::max(length / 3, 1);
  if (by_months) {
    const int months = period.precision == Precision::quarter ? 1
                       : period.precision == Precision::half  ? 2
                                                              : 4;
    first_third =
        static_cast<std::int32_t>(days_between(period.first, add_months(period.first, months)));
    second_third =
        static_cast<std::int32_t>(days_between(period.first, add_months(period.first, 2 * months)));
  }
  first_third = std::max(first_third, 1);
  second_third = std::max(second_third, first_third);
  DateValue result = period;
  result.precision = Precision::part;
  switch (part) {
    case Part::none:
      return period;
    case Part::early:
      result.last = add_days(period.first, first_third - 1);
      break;
    case Part::middle:
      result.first = add_days(period.first, first_third);
      result.last = add_days(period.first, second_third - 1);
      break;
    case Part::late:
      result.first = add_days(period.first, second_third);
      break;
    case Part::beginning:
      result.last = add_days(period.first, edge - 1);
      break;
    case Part::end:
      result.first = add_days(period.last, 1 - edge);
      break;
  }
  result.first = std::min(result.first, period.last);
  result.last = std::clamp(result.last, result.first, period.last);
  return result;
}

// The index of the name that `word` is a beginning of.
template <std::size_t N>
std::optional<int> find_name(std::string_view word, std::size_t least,
                             const std::array<std::string_view, N>& names) {
  if (word.size() < least) return std::nullopt;
  for (std::size_t i = 0; i < N; ++i) {
    if (istarts_with(names[i], word)) return static_cast<int>(i);
  }
  return std::nullopt;
}

}  // namespace

bool is_plain_year(int year) {
  return year >= kFirstPlainYear && year <= kLastPlainYear;
}

DateValue months_period(Date first, int months, Precision precision) {
  return {first, last_of_month(add_months(first, months - 1)), precision};
}

DateParse DateReader::fail(DateProblem problem, Place place, std::optional<DateValue> reading,
                           std::optional<DateValue> other) const {
  DateParse result;
  result.error = DateError{};
  result.error->problem = problem;
  result.error->offset = place.begin;
  result.error->length = place.end - place.begin;
  result.error->reading = reading;
  result.error->other_reading = other;
  return result;
}

DateParse DateReader::unreadable() const {
  const std::string_view all = trim_spaces(text_);
  const auto begin = all.empty() ? 0 : static_cast<std::size_t>(all.data() - text_.data());
  return fail(DateProblem::unreadable, {begin, begin + all.size()});
}

DateParse DateReader::done(const DateValue& value, bool year_assumed) const {
  if (!ends_here()) return unreadable();
  DateParse result;
  result.value = value;
  result.consumed = at_;
  result.year_assumed = year_assumed;
  return result;
}

DateParse DateReader::day(int year, int month, int day_of_month) const {
  if (!ends_here()) return unreadable();
  if (const auto date = make_date(year, month, day_of_month)) return done(day_value(*date));
  return fail(DateProblem::impossible, {begin_, at_},
              day_value(nearest_date(year, month, day_of_month)));
}

DateParse DateReader::day_without_year(int month, int day_of_month) const {
  if (!ends_here()) return unreadable();
  // Whether a year has a 29 February is found below; no year has a 30th.
  if (day_of_month < 1 || day_of_month > days_in_month(2000, month)) {
    std::optional<DateValue> near;
    if (context_.program_start) {
      near = day_value(nearest_date(civil(*context_.program_start).year, month, day_of_month));
    }
    return fail(DateProblem::impossible, {begin_, at_}, near);
  }
  return assume_year([&](int year) -> std::optional<DateValue> {
    const auto date = make_date(year, month, day_of_month);
    return date ? std::optional(day_value(*date)) : std::nullopt;
  });
}

// A year after a month, a quarter, a week: `2026`, `, 2026`, `of 2026`, `-2026`, `'26`, `FY26`.
// Leaves the position where it was if there is none.
std::optional<int> DateReader::year_after() {
  const std::size_t back = at_;
  skip_separators();
  if (at_ == back && (take("-") || take("/") || take("."))) skip_spaces();
  const bool fiscal = istarts_with(text_.substr(at_), "fy");
  if (fiscal) {
    at_ += 2;
    skip_spaces();
  }
  const bool apostrophe = take("'") || take("’");
  const std::size_t digits = digit_run();
  const bool two = digits == 2 && (fiscal || apostrophe);
  if (two || (digits == 4 && !apostrophe)) {
    const int year = number() + (two ? 2000 : 0);
    if (is_plain_year(year) && ends_here()) return year;
  }
  at_ = back;
  return std::nullopt;
}

DateParse DateReader::read() {
  skip_spaces();
  if (take("~") || take("≈")) skip_spaces();
  for (const std::string_view preposition : {"by", "on"}) {
    if (iequals(word(), preposition) && is_ascii_space(peek(preposition.size()))) {
      at_ += preposition.size();
      skip_spaces();
      break;
    }
  }
  Place weekday_place{at_, at_};
  std::optional<Weekday> named;
  if (word().size() >= 2 && !parse_month(word())) named = parse_weekday(word());
  if (named) {
    at_ += word().size();
    weekday_place.end = at_;
    const std::size_t name_end = at_;
    take(".");
    take(",");
    skip_spaces();
    if (take_word("the")) skip_spaces();
    if (at_ == name_end) return unreadable();
  }
  begin_ = at_;
  DateParse result = qualified();
  if (!named || !result.value) return result;
  if (!result.value->is_day() || result.value->precision != Precision::day) return unreadable();
  const Weekday actual = weekday(result.value->first);
  if (actual != *named) {
    result.error = fail(DateProblem::weekday_mismatch, weekday_place, result.value).error;
    result.error->weekday = actual;
  }
  return result;
}

DateParse DateReader::qualified() {
  struct Qualifier {
    std::string_view name;
    Part part;
  };
  static constexpr std::array<Qualifier, 8> kQualifiers{{{"early", Part::early},
                                                         {"mid", Part::middle},
                                                         {"middle", Part::middle},
                                                         {"late", Part::late},
                                                         {"start", Part::beginning},
                                                         {"beginning", Part::beginning},
                                                         {"begin", Part::beginning},
                                                         {"end", Part::end}}};
  const std::size_t back = at_;
  const bool week_commencing = take("w/c") || take("W/C") || take_word("wc");
  bool week_of = week_commencing;
  if (!week_of && take_word("week")) {
    skip_spaces();
    week_of = take_word("of") || take_word("commencing") || take_word("beginning") ||
              take_word("starting");
    if (!week_of) at_ = back;
  }
  if (week_of) {
    skip_spaces();
    if (take_word("the")) skip_spaces();
    DateParse result = core();
    if (!result.value) return result;
    if (result.value->precision != Precision::day) return unreadable();
    const Date first = week_begin(result.value->first, context_.week_start);
    result.value = DateValue{first, add_days(first, 6), Precision::week};
    return result;
  }
  for (const Qualifier& qualifier : kQualifiers) {
    if (!take_word(qualifier.name)) continue;
    take_hyphen();
    skip_spaces();
    if (take_word("of")) skip_spaces();
    if (take_word("the")) skip_spaces();
    DateParse result = core();
    if (!result.value) return result;
    // "end of 30 June" is that day.
    if (result.value->precision != Precision::day) {
      result.value = part_of(*result.value, qualifier.part);
    }
    return result;
  }
  return core();
}

DateParse DateReader::core() {
  if (at_digit()) return from_number();
  if (is_ascii_alpha(peek())) return from_word();
  return unreadable();
}

DateParse parse_date(std::string_view text, const DateContext& context) {
  return DateReader(text, context).read();
}

DateParse parse_whole_date(std::string_view text, const DateContext& context) {
  DateParse result = parse_date(text, context);
  if (!result.value) return result;
  const std::string_view rest = trim_spaces(text.substr(result.consumed));
  if (rest.empty()) return result;
  DateParse failed;
  failed.error = DateError{};
  failed.error->offset = static_cast<std::size_t>(rest.data() - text.data());
  failed.error->length = rest.size();
  return failed;
}

std::optional<int> parse_month(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths{
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const auto index = find_name(word, 3, kMonths);
  return index ? std::optional(*index + 1) : std::nullopt;
}

std::optional<Weekday> parse_weekday(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kDays{
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  const auto index = find_name(word, 2, kDays);
  return index ? std::optional(static_cast<Weekday>(*index)) : std::nullopt;
}

}  // namespace milepost
