// Dates, distances and counts in words.
#include "compose/phrases.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"

namespace milepost {
namespace {

std::string with_year(const Words& words, std::string text, int year, Date as_of) {
  if (year == civil(as_of).year) return text;
  return fill(words.text("date.with_year"_word), {text, std::to_string(year)});
}

std::string day_and_month(const Words& words, Date date) {
  const CivilDate day = civil(date);
  const Word month = word_for("month.short.", day.month);
  return fill(words.text("date.day"_word), {std::to_string(day.day), words.text(month)});
}

// "8–19 Jun", "28 May–3 Jun", with the year of the end.
std::string range_words(const Words& words, Date first, Date last, Date as_of) {
  const CivilDate a = civil(first);
  const CivilDate b = civil(last);
  std::string begin =
      a.year == b.year && a.month == b.month ? std::to_string(a.day) : day_and_month(words, first);
  if (a.year != b.year) {
    begin = fill(words.text("date.with_year"_word), {begin, std::to_string(a.year)});
  }
  const std::string end = with_year(words, day_and_month(words, last), b.year, as_of);
  return fill(words.text("date.range"_word), {begin, end});
}

}  // namespace

std::string_view month_words(const Words& words, int month) {
  return words.text(word_for("month.", month));
}

std::string short_day(const Words& words, Date date, Date as_of) {
  return with_year(words, day_and_month(words, date), civil(date).year, as_of);
}

std::string day_words(const Words& words, Date date, Date as_of) {
  const Word day = word_for("weekday.short.", static_cast<int>(weekday(date)) + 1);
  return fill(words.text("date.with_weekday"_word),
              {words.text(day), short_day(words, date, as_of)});
}

std::string period_words(const Words& words, const DateValue& value, Date as_of) {
  if (value.is_day()) return day_words(words, value.first, as_of);
  const CivilDate first = civil(value.first);
  const bool whole_months = first.day == 1 && value.last == last_of_month(value.last);
  const std::string year = std::to_string(civil(value.last).year);
  switch (value.precision) {
    case Precision::week:
      return fill(words.text("date.week_of"_word), {short_day(words, value.first, as_of)});
    case Precision::month:
      if (whole_months) {
        return fill(words.text("date.month"_word), {month_words(words, first.month), year});
      }
      break;
    case Precision::quarter:
      if (whole_months && first.month % 3 == 1) {
        return fill(words.text("date.quarter"_word), {std::to_string(first.month / 3 + 1), year});
      }
      break;
    case Precision::half:
      if (whole_months && first.month % 6 == 1) {
        return fill(words.text("date.half"_word), {std::to_string(first.month / 6 + 1), year});
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
  if (calendar_days == 0) return std::string(words.text("distance.today"_word));
  if (calendar_days == 1) return std::string(words.text("distance.tomorrow"_word));
  if (calendar_days == -1) return std::string(words.text("distance.yesterday"_word));
  const int64_t days = calendar_days > 0 ? time.between(as_of, date) : time.between(date, as_of);
  return count_words(words, calendar_days > 0 ? "distance.ahead"_word : "distance.ago"_word,
                     static_cast<uint64_t>(std::max<int64_t>(days, 0)));
}

std::string count_words(const Words& words, Word word, uint64_t count) {
  return fill(words.plural(word, count), {std::to_string(count)});
}

std::string count_words(const Words& words, const ViewKind& kind, uint64_t count) {
  const bool one = plural_form(words.plural_rule(), count) == PluralForm::one;
  return fill(words.plural("count.of_kind"_word, count),
              {std::to_string(count), noun(words, one ? kind.label : kind.plural_label)});
}

std::string noun(const Words& words, std::string_view label) {
  std::string out(label);
  const bool small = words.text("language.small_nouns"_word) == "yes";
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
  constexpr std::array<Word, 6> names = {"health.not_started"_word, "health.on_track"_word,
                                         "health.at_risk"_word,     "health.off_track"_word,
                                         "health.blocked"_word,     "health.complete"_word};
  return words.text(names[static_cast<size_t>(health) - 1]);
}

std::string_view band_word(const Words& words, uint8_t band) {
  if (band == 0) return "";
  return words.text(word_for("band.", std::min<int>(band, 4)));
}

std::string_view level_word(const Words& words, uint8_t level) {
  if (level == 0) return "";
  return words.text(word_for("level.", std::min<int>(level, 5)));
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

}  // namespace milepost
