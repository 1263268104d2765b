// Periods with two ends, and dates that moved: what is built of several dates.
#include <algorithm>
#include <array>
#include <string>

#include "calendar/date_parse.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

std::size_t offset_in(std::string_view text, std::string_view part) {
  return static_cast<std::size_t>(part.data() - text.data());
}

// What stands before the first date of a year decides which year is assumed for it.
DateContext counted_from(const DateContext& context, Date start) {
  DateContext other = context;
  other.program_start = start;
  return other;
}

// A week by its number is counted from the program's start, whatever year the other end has.
bool is_week_number(std::string_view text) {
  const std::string_view trimmed = trim_spaces(text);
  return !trimmed.empty() && ascii_lower(trimmed[0]) == 'w';
}

// One or two digits, with `th` and the like; the number, and how long it is.
struct DayNumber {
  int value = 0;
  std::size_t size = 0;
};

std::optional<DayNumber> day_number(std::string_view text) {
  DayNumber day;
  while (day.size < text.size() && is_ascii_digit(text[day.size])) {
    if (day.size == 2) return std::nullopt;
    day.value = day.value * 10 + (text[day.size++] - '0');
  }
  if (day.size == 0) return std::nullopt;
  for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (istarts_with(text.substr(day.size), suffix)) {
      day.size += 2;
      break;
    }
  }
  return day;
}

class RangeReader {
 public:
  RangeReader(std::string_view text, const DateContext& context) : text_(text), context_(context) {}

  // Reads text[0, end) and text[begin, …) as the two ends. Nothing if one is no date.
  std::optional<DateParse> split(std::size_t end, std::size_t begin) const;

 private:
  std::optional<DateParse> both(const DateParse& first, const DateParse& last,
                                std::size_t consumed) const;
  DateParse read_first(std::string_view text, const DateParse& last) const;

  std::string_view text_;
  const DateContext& context_;
};

std::optional<DateParse> RangeReader::both(const DateParse& first, const DateParse& last,
                                           std::size_t consumed) const {
  if (!first.value || !last.value) return std::nullopt;
  DateParse result;
  if (last.value->last < first.value->first) {
    result.error = DateError{};
    result.error->problem = DateProblem::impossible;
    result.error->offset = offset_in(text_, trim_spaces(text_));
    result.error->length = consumed - result.error->offset;
    return result;
  }
  result.value = DateValue{first.value->first, last.value->last,
                           std::max(first.value->precision, last.value->precision)};
  result.consumed = consumed;
  result.year_assumed = last.year_assumed;
  return result;
}

// The first end, its year from the last one's if it has none of its own.
DateParse RangeReader::read_first(std::string_view text, const DateParse& last) const {
  DateParse first = parse_whole_date(text, context_);
  const bool lacks_year =
      first.value ? first.year_assumed
                  : first.error->problem == DateProblem::needs_start && !is_week_number(text);
  if (!last.value || last.year_assumed || !lacks_year) return first;
  const int year = civil(last.value->last).year;
  for (const int candidate : {year, year - 1}) {
    first = parse_whole_date(text, counted_from(context_, nearest_date(candidate, 1, 1)));
    if (first.value && first.value->first <= last.value->last) break;
  }
  return first;
}

std::optional<DateParse> RangeReader::split(std::size_t end, std::size_t begin) const {
  const std::string_view left = trim_spaces(text_.substr(0, end));
  const std::string_view right = trim_spaces(text_.substr(begin));
  if (left.empty() || right.empty()) return std::nullopt;
  const std::size_t right_at = offset_in(text_, right);
  DateParse last = parse_date(right, context_);

  if (const auto day = day_number(left); day && day->size == left.size()) {
    // 8-12 June 2026: the month is the other end's.
    if (!last.value || !last.value->is_day()) return std::nullopt;
    const CivilDate month = civil(last.value->last);
    const auto date = make_date(month.year, month.month, day->value);
    if (!date) return std::nullopt;
    DateParse first;
    first.value = day_value(*date);
    return both(first, last, right_at + last.consumed);
  }

  DateParse first = read_first(left, last);
  if (last.value) {
    if (first.value && !first.year_assumed && last.year_assumed) {
      last = parse_date(right, counted_from(context_, first.value->first));
    }
    return both(first, last, right_at + last.consumed);
  }

  // June 8-12, 2026 and Weeks 3-4: the second end is a number only.
  const auto number = day_number(right);
  if (!number) return std::nullopt;
  const std::string_view name =
      left.substr(0, std::min(left.size(), left.find_first_of("0123456789")));
  const std::string_view label = trim_spaces(name);
  if (label.empty()) return std::nullopt;
  const bool month_name = parse_month(label.substr(0, label.find_last_not_of('.') + 1)).has_value();
  std::string composed = std::string(label) + " ";
  composed += right.substr(0, number->size);
  std::size_t consumed = number->size;
  last = parse_whole_date(composed, context_);
  if (month_name) {
    // A year after the day is the year of both.
    for (std::size_t stop = right.size(); stop > number->size; --stop) {
      if (stop < right.size() && is_ascii_digit(right[stop])) continue;
      if (!is_ascii_digit(right[stop - 1]) || stop > number->size + 8) continue;
      std::string with_year = std::string(label) + " ";
      with_year += right.substr(0, stop);
      const DateParse dated = parse_whole_date(with_year, context_);
      if (dated.value && !dated.year_assumed) {
        last = dated;
        consumed = stop;
        break;
      }
    }
    first = read_first(left, last);
  }
  if (!first.value || !last.value || first.value->precision != last.value->precision) {
    return std::nullopt;
  }
  return both(first, last, right_at + consumed);
}

}  // namespace

DateParse parse_date_range(std::string_view text, const DateContext& context) {
  DateParse whole = parse_whole_date(text, context);
  if (whole.value) return whole;
  const RangeReader reader(text, context);
  static constexpr std::array<std::string_view, 9> kSeparators{
      "..", "…", " to ", " until ", " through ", "–", "—", " - ", "−"};
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos) continue;
    std::size_t after = at + separator.size();
    while (separator == ".." && after < text.size() && text[after] == '.') ++after;
    if (auto result = reader.split(at, after)) return *result;
    if (separator != "..") continue;
    // Two dots mean a range and nothing else: say which end is wrong.
    DateParse end = parse_whole_date(text.substr(0, at), context);
    if (end.value) {
      end = parse_date(text.substr(after), context);
      if (end.error) end.error->offset += after;
    }
    if (!end.value) return end;
  }
  // A bare hyphen may also belong to a date; a text has few of them.
  std::size_t tries = 0;
  for (std::size_t at = text.find('-'); at != std::string_view::npos && tries < 8;
       at = text.find('-', at + 1), ++tries) {
    if (auto result = reader.split(at, at + 1)) return *result;
  }
  return parse_date(text, context);
}

std::optional<MovedDate> split_moved_date(std::string_view text) {
  MovedDate moved;
  std::string_view rest = trim_spaces(text);
  bool found = false;
  while (rest.starts_with("~~")) {
    const std::size_t end = rest.find("~~", 2);
    if (end == std::string_view::npos) break;
    moved.before = trim_spaces(rest.substr(2, end - 2));
    rest = trim_spaces(rest.substr(end + 2));
    for (const std::string_view arrow : {"→", "->", "=>", ","}) {
      if (rest.starts_with(arrow)) {
        rest = trim_spaces(rest.substr(arrow.size()));
        break;
      }
    }
    found = true;
  }
  if (!found) return std::nullopt;
  moved.before_offset = offset_in(text, moved.before);
  moved.after = rest;
  moved.after_offset = rest.empty() ? text.size() : offset_in(text, rest);
  return moved;
}

}  // namespace milepost
