// Dates, distances and counts in words.
#include "compose/phrases.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"

namespace milepost {
namespace {

// The words that follow `first` in the enumeration.
Word word_at(Word first, size_t offset) {
  return static_cast<Word>(static_cast<size_t>(first) + offset);
}

std::string with_year(const Words& words, std::string text, int year, Date as_of) {
  if (year == civil(as_of).year) return text;
  return fill(words.text(Word::date_with_year), {text, std::to_string(year)});
}

std::string day_and_month(const Words& words, Date date) {
  const CivilDate day = civil(date);
  const Word month = word_at(Word::month_short_1, static_cast<size_t>(day.month) - 1);
  return fill(words.text(Word::date_day), {std::to_string(day.day), words.text(month)});
}

// "8–19 Jun", "28 May–3 Jun", with the year of the end.
std::string range_words(const Words& words, Date first, Date last, Date as_of) {
  const CivilDate a = civil(first);
  const CivilDate b = civil(last);
  std::string begin =
      a.year == b.year && a.month == b.month ? std::to_string(a.day) : day_and_month(words, first);
  if (a.year != b.year) {
    begin = fill(words.text(Word::date_with_year), {begin, std::to_string(a.year)});
  }
  const std::string end = with_year(words, day_and_month(words, last), b.year, as_of);
  return fill(words.text(Word::date_range), {begin, end});
}

}  // namespace

std::string_view month_words(const Words& words, int month) {
  return words.text(word_at(Word::month_1, static_cast<size_t>(month) - 1));
}

std::string short_day(const Words& words, Date date, Date as_of) {
  return with_year(words, day_and_month(words, date), civil(date).year, as_of);
}

std::string day_words(const Words& words, Date date, Date as_of) {
  const Word day = word_at(Word::weekday_short_1, static_cast<size_t>(weekday(date)));
  return fill(words.text(Word::date_with_weekday),
              {words.text(day), short_day(words, date, as_of)});
}

std::string period_words(const Words& words, const DateValue& value, Date as_of) {
  if (value.is_day()) return day_words(words, value.first, as_of);
  const CivilDate first = civil(value.first);
  const bool whole_months = first.day == 1 && value.last == last_of_month(value.last);
  const std::string year = std::to_string(civil(value.last).year);
  switch (value.precision) {
    case Precision::week:
      return fill(words.text(Word::date_week_of), {short_day(words, value.first, as_of)});
    case Precision::month:
      if (whole_months) {
        return fill(words.text(Word::date_month), {month_words(words, first.month), year});
      }
      break;
    case Precision::quarter:
      if (whole_months && first.month % 3 == 1) {
        return fill(words.text(Word::date_quarter), {std::to_string(first.month / 3 + 1), year});
      }
      break;
    case Precision::half:
      if (whole_months && first.month % 6 == 1) {
        return fill(words.text(Word::date_half), {std::to_string(first.month / 6 + 1), year});
      }
      break;
    case Precision::year:
      if (whole_months && first.month == 1) return year;
      break;
    default:
      break;
  }
  return range_words(words, value.first, value.last, as_of);
}

std::string distance_words(const Words& words, Date date, Date as_of, const WorkingTime& time) {
  const int64_t calendar_days = days_between(as_of, date);
  if (calendar_days == 0) return std::string(words.text(Word::distance_today));
  if (calendar_days == 1) return std::string(words.text(Word::distance_tomorrow));
  if (calendar_days == -1) return std::string(words.text(Word::distance_yesterday));
  const int64_t days = calendar_days > 0 ? time.between(as_of, date) : time.between(date, as_of);
  return count_words(words, calendar_days > 0 ? Word::distance_ahead : Word::distance_ago,
                     static_cast<uint64_t>(std::max<int64_t>(days, 0)));
}

std::string count_words(const Words& words, Word word, uint64_t count) {
  return fill(words.plural(word, count), {std::to_string(count)});
}

std::string count_words(const Words& words, const ViewKind& kind, uint64_t count) {
  const bool one = plural_form(words.plural_rule(), count) == PluralForm::one;
  return fill(words.plural(Word::count_of_kind, count),
              {std::to_string(count), noun(words, one ? kind.label : kind.plural_label)});
}

std::string noun(const Words& words, std::string_view label) {
  std::string out(label);
  const bool small = words.text(Word::language_small_nouns) == "yes";
  if (small && out.size() > 1 && !is_ascii_upper(out[1])) out[0] = ascii_lower(out[0]);
  return out;
}

std::string word_label(std::string_view word) {
  std::string label(word);
  std::ranges::replace(label, '_', ' ');
  if (!label.empty()) label[0] = ascii_upper(label[0]);
  return label;
}

std::string_view health_word(const Words& words, ViewHealth health) {
  if (health == ViewHealth::none) return "";
  return words.text(word_at(Word::health_not_started, static_cast<size_t>(health) - 1));
}

std::string_view band_word(const Words& words, uint8_t band) {
  if (band == 0) return "";
  return words.text(word_at(Word::band_1, std::min<size_t>(band, 4) - 1));
}

std::string_view level_word(const Words& words, uint8_t level) {
  if (level == 0) return "";
  return words.text(word_at(Word::level_1, std::min<size_t>(level, 5) - 1));
}

std::string field_word_key(std::string_view name, std::string_view label) {
  std::string key = "field." + std::string(name);
  if (label == word_label(name)) return key;
  key += '.';
  bool between = false;
  for (const char c : label) {
    if (!is_ascii_alnum(c)) {
      between = true;
      continue;
    }
    if (between && !key.ends_with('.')) key += '_';
    between = false;
    key += ascii_lower(c);
  }
  return key;
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
