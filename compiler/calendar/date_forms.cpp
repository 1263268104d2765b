// The ways to write a date, one function each.
#include <algorithm>
#include <array>

#include "calendar/date_reader.h"

namespace milepost {
namespace {

// The first day of the fiscal year with this name.
Date fiscal_year_begin(int year, const DateContext& context) {
  const int month = std::clamp(context.fiscal_start, 1, 12);
  return nearest_date(month <= 6 ? year : year - 1, month, 1);
}

}  // namespace

DateParse DateReader::from_number() {
  const std::size_t digits = digit_run();
  if (digits == 8) {
    const int all = number();
    if (!is_plain_year(all / 10000)) return unreadable();
    return day(all / 10000, all / 100 % 100, all % 100);
  }
  if (digits == 4) return from_year(number());
  if (digits > 2) return unreadable();
  const int value = number();
  const char next = ascii_lower(peek());
  if ((next == 'q' || next == 'h') && digits == 1) {  // 3Q26, 1H 2026
    ++at_;
    std::optional<int> year = year_after();
    if (!year && digit_run() == 2) {
      year = 2000 + number();
      if (!ends_here()) return unreadable();
    }
    return quarter_or_half(next, value, year);
  }
  if ((next == '/' || next == '.' || next == '-') && is_ascii_digit(peek(1))) {
    ++at_;
    return numeric(value, next);
  }
  return day_then_month(value);
}

DateParse DateReader::from_year(int year) {
  const char separator = peek();
  const bool joins = separator == '-' || separator == '/' || separator == '.';
  if (joins && is_ascii_digit(peek(1))) {
    ++at_;
    if (digit_run() > 2) return unreadable();
    const int month = number();
    if (peek() == separator && is_ascii_digit(peek(1))) {
      ++at_;
      if (digit_run() > 2) return unreadable();
      return day(year, month, number());
    }
    if (separator == '.' || !ends_here()) return unreadable();
    const Date first = nearest_date(year, month, 1);
    const DateValue value = months_period(first, 1, Precision::month);
    if (month >= 1 && month <= 12 && year >= 1) return done(value);
    // 2026/27 is a year that does not begin in January.
    if (separator == '/' && month == (year + 1) % 100) {
      if (context_.fiscal_start <= 1) return unreadable();
      const int name = context_.fiscal_start > 6 ? year + 1 : year;
      return done(months_period(fiscal_year_begin(name, context_), 12, Precision::year));
    }
    return fail(DateProblem::impossible, {begin_, at_}, value);
  }
  const std::size_t year_end = at_;
  skip_spaces();
  if (at_ == year_end) take_hyphen();
  skip_spaces();
  const char letter = ascii_lower(peek());
  const std::size_t letters = word().size();
  if (letters == 1 && (letter == 'q' || letter == 'h') && is_ascii_digit(peek(1))) {
    ++at_;
    const std::size_t digits = digit_run();
    const int index = number();
    if (digits == 1) return quarter_or_half(letter, index, year);
    return unreadable();
  }
  if (letters == 1 && letter == 'w' && is_ascii_digit(peek(1))) {
    ++at_;
    return iso_week_of(year, number());
  }
  if (const auto month = parse_month(word())) {  // 2026-Jun-30, 2026 June
    at_ += letters;
    const std::size_t month_end = at_;
    take(".");
    skip_spaces();
    if (at_ == month_end) take_hyphen();
    if (const std::size_t digits = digit_run(); digits == 1 || digits == 2) {
      return day(year, *month, number());
    }
    at_ = month_end;
    return done(months_period(nearest_date(year, *month, 1), 1, Precision::month));
  }
  at_ = year_end;
  if (!is_plain_year(year)) return unreadable();
  return done(months_period(nearest_date(year, 1, 1), 12, Precision::year));
}

// `8 June`, `8th of June 2026`, `29-Apr-22`, after the day.
DateParse DateReader::day_then_month(int day_of_month) {
  const std::string_view suffix = word();
  for (const std::string_view ordinal : {"st", "nd", "rd", "th"}) {
    if (iequals(suffix, ordinal)) at_ += ordinal.size();
  }
  const std::size_t number_end = at_;
  skip_separators();
  const bool hyphens = at_ == number_end && (take_hyphen() || take("/") || take("."));
  const auto month = parse_month(word());
  if (!month) return unreadable();
  at_ += word().size();
  const std::size_t month_end = at_;
  if (take(".") && !is_ascii_space(peek()) && peek() != '\0') at_ = month_end;
  std::optional<int> year = year_after();
  if (!year && hyphens && (peek() == '-' || peek() == '/' || peek() == '.')) {
    ++at_;
    if (digit_run() != 2) return unreadable();
    year = 2000 + number();
  }
  if (year) return day(*year, *month, day_of_month);
  return day_without_year(*month, day_of_month);
}

// After a month's name: `June 30, 2026`, `Jun 8`, `June 2026`, `Apr-26`, `June`.
DateParse DateReader::month_then_rest(int month) {
  const std::size_t month_end = at_;
  if (take(".") && !is_ascii_space(peek()) && peek() != '\0') at_ = month_end;
  const auto month_of_year = [&](int year) {
    return months_period(nearest_date(year, month, 1), 1, Precision::month);
  };
  if (const auto year = year_after()) return done(month_of_year(*year));
  const std::size_t back = at_;
  skip_spaces();
  const bool hyphen = at_ == back && take_hyphen();
  const std::size_t digits = digit_run();
  if (digits == 1 || digits == 2) {
    const int value = number();
    const std::string_view suffix = word();
    bool ordinal = false;
    for (const std::string_view name : {"st", "nd", "rd", "th"}) {
      ordinal = ordinal || iequals(suffix, name);
    }
    if (ordinal) at_ += suffix.size();
    if (const auto year = year_after()) return day(*year, month, value);
    if (hyphen && peek() == '-') return unreadable();
    const bool no_day = value < 1 || value > days_in_month(2000, month);
    if (hyphen && digits == 2 && !ordinal) {
      // A spreadsheet's "Apr-26" is a month; a person's may be a day.
      const DateValue of_year = month_of_year(2000 + value);
      if (no_day) return done(of_year);
      if (!ends_here()) return unreadable();
      return fail(DateProblem::ambiguous, {begin_, at_}, day_without_year(month, value).value,
                  of_year);
    }
    return day_without_year(month, value);
  }
  at_ = month_end;
  return assume_year([&](int y) { return std::optional(month_of_year(y)); });
}

// `30.06.2026`, `25/01/2021`, `26-01-26`, after the first number and its separator.
DateParse DateReader::numeric(int first, char separator) {
  if (digit_run() > 2) return unreadable();
  const int second = number();
  if (peek() != separator || !is_ascii_digit(peek(1))) return unreadable();
  ++at_;
  const std::size_t digits = digit_run();
  if (digits != 2 && digits != 4) return unreadable();
  const int year = number() + (digits == 2 ? 2000 : 0);
  if (!ends_here()) return unreadable();
  if (separator == '.') return day(year, second, first);
  const bool day_first = second >= 1 && second <= 12;
  const bool month_first = first >= 1 && first <= 12;
  if (day_first && month_first && first != second && context_.order == DateOrder::unknown) {
    return fail(DateProblem::ambiguous, {begin_, at_}, day_value(nearest_date(year, second, first)),
                day_value(nearest_date(year, first, second)));
  }
  const bool take_month = month_first && (!day_first || context_.order == DateOrder::month_day);
  return take_month ? day(year, first, second) : day(year, second, first);
}

DateParse DateReader::quarter_or_half(char letter, int index, std::optional<int> year) {
  const bool quarter = letter == 'q';
  const int count = quarter ? 4 : 2;
  const int months = 12 / count;
  const bool exists = index >= 1 && index <= count;
  const int nearest = std::clamp(index, 1, count);
  const auto period = [&](int y) {
    const Date first = add_months(fiscal_year_begin(y, context_), (nearest - 1) * months);
    return std::optional(
        months_period(first, months, quarter ? Precision::quarter : Precision::half));
  };
  if (!ends_here()) return unreadable();
  if (exists) return year ? done(*period(*year)) : assume_year(period);
  return fail(DateProblem::impossible, {begin_, at_}, year ? period(*year) : std::nullopt);
}

// `FY26`, `FY2025/26`, `FY26 Q3`, after the letters.
DateParse DateReader::fiscal_year() {
  skip_spaces();
  take("'");
  const std::size_t digits = digit_run();
  if (digits != 2 && digits != 4) return unreadable();
  int year = number() + (digits == 2 ? 2000 : 0);
  const bool spans = (peek() == '/' || peek() == '-') && is_ascii_digit(peek(1));
  if (spans) {
    ++at_;
    const std::size_t more = digit_run();
    const int end_year = number() + (more == 2 ? (year + 1) / 100 * 100 : 0);
    if ((more != 2 && more != 4) || end_year != year + 1) return unreadable();
    // The year it begins in is written; give it the name it goes by here.
    if (context_.fiscal_start > 6) ++year;
  }
  const std::size_t back = at_;
  skip_separators();
  if (at_ == back) take_hyphen();
  const char letter = ascii_lower(peek());
  if (word().size() == 1 && (letter == 'q' || letter == 'h') && is_ascii_digit(peek(1))) {
    ++at_;
    return quarter_or_half(letter, number(), year);
  }
  at_ = back;
  return done(months_period(fiscal_year_begin(year, context_), 12, Precision::year));
}

// After a year's `W12`, or a week and its year.
DateParse DateReader::iso_week_of(int year, int week) {
  const auto first = iso_week_begin(year, week);
  if (peek() == '-' && is_ascii_digit(peek(1)) && !is_ascii_digit(peek(2))) {
    ++at_;
    const int weekday_number = number();
    if (!ends_here()) return unreadable();
    if (first && weekday_number >= 1 && weekday_number <= 7) {
      return done(day_value(add_days(*first, weekday_number - 1)));
    }
    return fail(DateProblem::impossible, {begin_, at_});
  }
  if (!ends_here()) return unreadable();
  const auto week_from = [](Date begin) {
    return DateValue{begin, add_days(begin, 6), Precision::week};
  };
  if (first) return done(week_from(*first));
  std::optional<DateValue> near;
  const int last_week = year >= 1 ? iso_weeks_in_year(year) : 52;
  if (const auto begin = iso_week_begin(year, std::clamp(week, 1, last_week))) {
    near = week_from(*begin);
  }
  return fail(DateProblem::impossible, {begin_, at_}, near);
}

// After `Week` or `W`, or, for `iso`, after `CW` or `KW`.
DateParse DateReader::week_word(bool iso) {
  skip_spaces();
  if (take("#") || take("-")) skip_spaces();
  if (!at_digit() || digit_run() > 4) return unreadable();
  const int week = number();
  if (const auto year = year_after()) return iso_week_of(*year, week);
  if (!ends_here()) return unreadable();
  if (iso) {
    if (week < 1 || week > 53) return fail(DateProblem::impossible, {begin_, at_});
    return assume_year([&](int y) -> std::optional<DateValue> {
      const auto first = iso_week_begin(y, week);
      if (!first) return std::nullopt;
      return DateValue{*first, add_days(*first, 6), Precision::week};
    });
  }
  if (!context_.program_start) return fail(DateProblem::needs_start, {begin_, at_});
  const Date first = week_begin(*context_.program_start, context_.week_start);
  const auto value_of = [&](int n) {
    const Date begin = add_days(first, (n - 1) * 7);
    return DateValue{begin, add_days(begin, 6), Precision::week};
  };
  if (week < 1) return fail(DateProblem::impossible, {begin_, at_}, value_of(1));
  return done(value_of(week));
}

DateParse DateReader::sprint() {
  skip_spaces();
  if (take("#") || take("-")) skip_spaces();
  if (!at_digit() || digit_run() > 4) return unreadable();
  const int index = number();
  if (!ends_here()) return unreadable();
  if (!context_.sprints) return fail(DateProblem::needs_sprints, {begin_, at_});
  const std::int64_t length = std::max(context_.sprints->days, std::int32_t{1});
  const auto value_of = [&](int n) {
    const Date first = add_days(context_.sprints->first, (n - 1) * length);
    return DateValue{first, add_days(first, length - 1), Precision::sprint};
  };
  if (index < 1) return fail(DateProblem::impossible, {begin_, at_}, value_of(1));
  return done(value_of(index));
}

DateParse DateReader::from_word() {
  const std::string_view name = word();
  if (const auto month = parse_month(name)) {
    at_ += name.size();
    return month_then_rest(*month);
  }
  const bool digit_follows = is_ascii_digit(peek(name.size()));
  const char letter = ascii_lower(name[0]);
  if (name.size() == 1 && digit_follows && (letter == 'q' || letter == 'h')) {
    ++at_;
    if (digit_run() != 1) return unreadable();
    const int index = number();
    return quarter_or_half(letter, index, year_after());
  }
  if (iequals(name, "fy")) {
    at_ += name.size();
    return fiscal_year();
  }
  const bool calendar_week = iequals(name, "cw") || iequals(name, "kw");
  const bool named_week = iequals(name, "week") || iequals(name, "weeks") || iequals(name, "wk") ||
                          iequals(name, "wks");
  if (named_week || (digit_follows && (calendar_week || iequals(name, "w")))) {
    at_ += name.size();
    return week_word(calendar_week);
  }
  if (iequals(name, "sprint") || iequals(name, "sprints")) {
    at_ += name.size();
    return sprint();
  }
  return unreadable();
}

}  // namespace milepost
