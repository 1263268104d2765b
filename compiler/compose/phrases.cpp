// Dates, distances and counts in words.
#include "compose/phrases.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"

namespace milepost {
namespace {

std::string with_year(std::string text, int year, Date as_of) {
  if (year != civil(as_of).year) text.append(" ").append(std::to_string(year));
  return text;
}

std::string day_and_month(Date date) {
  const CivilDate day = civil(date);
  return std::to_string(day.day) + " " + std::string(month_name(day.month).substr(0, 3));
}

// "8–19 Jun", "28 May–3 Jun", with the year of the end.
std::string range_words(Date first, Date last, Date as_of) {
  const CivilDate a = civil(first);
  const CivilDate b = civil(last);
  std::string begin =
      a.year == b.year && a.month == b.month ? std::to_string(a.day) : day_and_month(first);
  if (a.year != b.year) begin += " " + std::to_string(a.year);
  return with_year(begin + "–" + day_and_month(last), b.year, as_of);
}

}  // namespace

std::string short_day(Date date, Date as_of) {
  return with_year(day_and_month(date), civil(date).year, as_of);
}

std::string day_words(Date date, Date as_of) {
  return std::string(weekday_name(weekday(date)).substr(0, 3)) + " " + short_day(date, as_of);
}

std::string period_words(const DateValue& value, Date as_of) {
  if (value.is_day()) return day_words(value.first, as_of);
  const CivilDate first = civil(value.first);
  const bool whole_months = first.day == 1 && value.last == last_of_month(value.last);
  const std::string year = std::to_string(civil(value.last).year);
  switch (value.precision) {
    case Precision::week:
      return "week of " + short_day(value.first, as_of);
    case Precision::month:
      if (whole_months) return std::string(month_name(first.month)) + " " + year;
      break;
    case Precision::quarter:
      if (whole_months && first.month % 3 == 1) {
        return "Q" + std::to_string(first.month / 3 + 1) + " " + year;
      }
      break;
    case Precision::half:
      if (whole_months && first.month % 6 == 1) {
        return "H" + std::to_string(first.month / 6 + 1) + " " + year;
      }
      break;
    case Precision::year:
      if (whole_months && first.month == 1) return year;
      break;
    default:
      break;
  }
  return range_words(value.first, value.last, as_of);
}

std::string distance_words(Date date, Date as_of, const WorkingTime& time) {
  const int64_t calendar_days = days_between(as_of, date);
  if (calendar_days == 0) return "today";
  if (calendar_days == 1) return "tomorrow";
  if (calendar_days == -1) return "yesterday";
  const int64_t days = calendar_days > 0 ? time.between(as_of, date) : time.between(date, as_of);
  const std::string words =
      count_words(static_cast<uint64_t>(std::max<int64_t>(days, 0)), "working day", "working days");
  return calendar_days > 0 ? "in " + words : words + " ago";
}

std::string count_words(uint64_t count, std::string_view one, std::string_view many) {
  std::string words = count == 0 ? "no" : std::to_string(count);
  return words.append(" ").append(count == 1 ? one : many);
}

std::string word_label(std::string_view word) {
  std::string label(word);
  std::ranges::replace(label, '_', ' ');
  if (!label.empty()) label[0] = ascii_upper(label[0]);
  return label;
}

std::string lower_first(std::string_view text) {
  std::string out(text);
  if (out.size() > 1 && !is_ascii_upper(out[1])) out[0] = ascii_lower(out[0]);
  return out;
}

std::string_view health_word(ViewHealth health) {
  constexpr std::array<std::string_view, 7> words = {
      "", "not started", "on track", "at risk", "off track", "blocked", "complete"};
  return words[static_cast<size_t>(health)];
}

std::string_view band_word(uint8_t band) {
  constexpr std::array<std::string_view, 5> words = {"", "Low", "Medium", "High", "Very high"};
  return words[std::min<size_t>(band, 4)];
}

std::string_view level_word(uint8_t level) {
  constexpr std::array<std::string_view, 6> words = {"",       "Very low", "Low",
                                                     "Medium", "High",     "Critical"};
  return words[std::min<size_t>(level, 5)];
}

bool natural_less(std::string_view a, std::string_view b) {
  size_t i = 0;
  size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_ascii_digit(a[i]) && is_ascii_digit(b[j])) {
      while (i < a.size() && a[i] == '0') ++i;
      while (j < b.size() && b[j] == '0') ++j;
      size_t end_a = i;
      size_t end_b = j;
      while (end_a < a.size() && is_ascii_digit(a[end_a])) ++end_a;
      while (end_b < b.size() && is_ascii_digit(b[end_b])) ++end_b;
      if (end_a - i != end_b - j) return end_a - i < end_b - j;
      const int order = a.substr(i, end_a - i).compare(b.substr(j, end_b - j));
      if (order != 0) return order < 0;
      i = end_a;
      j = end_b;
      continue;
    }
    const char left = ascii_lower(a[i]);
    const char right = ascii_lower(b[j]);
    if (left != right) return static_cast<unsigned char>(left) < static_cast<unsigned char>(right);
    ++i;
    ++j;
  }
  if (a.size() - i != b.size() - j) return a.size() - i < b.size() - j;
  return a < b;
}

}  // namespace milepost
