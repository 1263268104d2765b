// Reads a time of day and a zone after a date, and turns moments into text.
#include "calendar/datetime.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

void append_two(std::string& out, std::int64_t value) {
  out.push_back(static_cast<char>('0' + value / 10 % 10));
  out.push_back(static_cast<char>('0' + value % 10));
}

// "09:00" or "09:00:30".
void append_clock(std::string& out, std::int32_t second_of_day, bool seconds) {
  append_two(out, second_of_day / 3600);
  out.push_back(':');
  append_two(out, second_of_day / 60 % 60);
  if (!seconds) return;
  out.push_back(':');
  append_two(out, second_of_day % 60);
}

std::int64_t local_seconds(const LocalTime& local) {
  return local.date.days * kSecondsPerDay + local.second_of_day;
}

LocalTime from_local_seconds(std::int64_t seconds) {
  std::int64_t day = seconds / kSecondsPerDay;
  std::int64_t second = seconds % kSecondsPerDay;
  if (second < 0) {
    second += kSecondsPerDay;
    --day;
  }
  return {add_days(Date{0}, day), static_cast<std::int32_t>(second)};
}

struct Reader {
  std::string_view text;
  std::size_t at = 0;

  char peek(std::size_t ahead = 0) const {
    return at + ahead < text.size() ? text[at + ahead] : '\0';
  }
  void skip_spaces() {
    const std::string_view rest = trim_spaces(text.substr(at));
    at = rest.empty() ? text.size() : static_cast<std::size_t>(rest.data() - text.data());
  }
  std::size_t digit_run() const {
    std::size_t n = 0;
    while (is_ascii_digit(peek(n))) ++n;
    return n;
  }
  int number(std::size_t digits) {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) value = value * 10 + (text[at++] - '0');
    return value;
  }
  std::string_view word() const {
    std::size_t end = at;
    while (end < text.size() && is_ascii_alpha(text[end])) ++end;
    return text.substr(at, end - at);
  }
};

enum class Outcome : std::uint8_t { absent, wrong, read };

// 9:00, 09:00:30.5, 9am, 2:30 pm, noon, midnight, 24:00. Seconds of the day, up to a whole one.
// Leaves `reader` after the time, or where it was if there is none.
Outcome read_time(Reader& reader, std::int64_t& second_of_day) {
  const std::size_t back = reader.at;
  const std::string_view name = reader.word();
  if (iequals(name, "noon") || iequals(name, "midnight")) {
    reader.at += name.size();
    second_of_day = iequals(name, "noon") ? kSecondsPerDay / 2 : 0;
    return Outcome::read;
  }
  const std::size_t hour_digits = reader.digit_run();
  if (hour_digits < 1 || hour_digits > 2) return Outcome::absent;
  int hour = reader.number(hour_digits);
  int minute = 0;
  int second = 0;
  bool has_minutes = false;
  bool fits = true;
  if (reader.peek() == ':' && is_ascii_digit(reader.peek(1))) {
    has_minutes = true;
    ++reader.at;
    const std::size_t digits = reader.digit_run();
    fits = digits == 2;
    minute = reader.number(std::min<std::size_t>(digits, 2));
    if (fits && reader.peek() == ':' && is_ascii_digit(reader.peek(1))) {
      ++reader.at;
      const std::size_t second_digits = reader.digit_run();
      fits = second_digits == 2;
      second = reader.number(std::min<std::size_t>(second_digits, 2));
      if (reader.peek() == '.' && is_ascii_digit(reader.peek(1))) {
        ++reader.at;
        reader.at += reader.digit_run();
      }
    }
  }
  const std::size_t clock_end = reader.at;
  reader.skip_spaces();
  const std::string_view half = reader.word();
  const bool morning = iequals(half, "am");
  const bool afternoon = iequals(half, "pm");
  if (morning || afternoon) {
    reader.at += half.size();
    fits = fits && hour >= 1 && hour <= 12;
    hour = hour % 12 + (afternoon ? 12 : 0);
  } else {
    reader.at = clock_end;
    if (!has_minutes) {
      reader.at = back;
      return Outcome::absent;
    }
  }
  const bool end_of_day = hour == 24 && minute == 0 && second == 0;
  if (!fits || minute > 59 || second > 59 || (hour > 23 && !end_of_day)) return Outcome::wrong;
  second_of_day = hour * 3600 + minute * 60 + second;
  return Outcome::read;
}

// Z, +02:00, -0530, +1. Seconds east of Greenwich.
Outcome read_offset(Reader& reader, std::int64_t& seconds) {
  const char sign = reader.peek();
  if ((sign != '+' && sign != '-') || !is_ascii_digit(reader.peek(1))) return Outcome::absent;
  ++reader.at;
  const std::size_t digits = reader.digit_run();
  int hour = 0;
  int minute = 0;
  bool fits = digits == 1 || digits == 2 || digits == 4;
  if (fits) {
    hour = reader.number(digits == 4 ? 2 : digits);
    if (digits == 4) {
      minute = reader.number(2);
    } else if (reader.peek() == ':' && is_ascii_digit(reader.peek(1))) {
      ++reader.at;
      fits = reader.digit_run() == 2;
      minute = fits ? reader.number(2) : 0;
    }
  }
  if (!fits || minute > 59 || hour * 60 + minute > 14 * 60) {
    while (is_ascii_digit(reader.peek()) || reader.peek() == ':') ++reader.at;
    return Outcome::wrong;
  }
  seconds = (sign == '-' ? -1 : 1) * (hour * std::int64_t{3600} + minute * 60);
  return Outcome::read;
}

// The name of a zone: letters, digits, `_`, `/`, `+`, `-` after a letter.
std::string_view zone_word(const Reader& reader) {
  std::size_t end = reader.at;
  while (end < reader.text.size()) {
    const char c = reader.text[end];
    const bool belongs = is_ascii_alnum(c) || c == '_' || c == '/' || c == '+' || c == '-';
    if (!belongs) break;
    ++end;
  }
  return reader.text.substr(reader.at, end - reader.at);
}

bool looks_like_zone(std::string_view word) {
  const std::size_t slash = word.find('/');
  if (slash != std::string_view::npos) {
    return is_ascii_upper(word[0]) && slash + 1 < word.size() && is_ascii_upper(word[slash + 1]);
  }
  const bool all_upper = std::all_of(word.begin(), word.end(), is_ascii_upper);
  return all_upper && word.size() >= 3 && word.size() <= 5;
}

DateTimeParse fail(DateTimeProblem problem, std::size_t begin, std::size_t end) {
  DateTimeParse result;
  result.error = DateTimeError{};
  result.error->problem = problem;
  result.error->offset = begin;
  result.error->length = end - begin;
  return result;
}

}  // namespace

LocalTime to_local(DateTime time, const Zone& zone) {
  return from_local_seconds(time.utc_seconds + zone.offset_at_utc(time.utc_seconds));
}

DateTime to_utc(const LocalTime& local, const Zone& zone) {
  return DateTime{zone.to_utc(local_seconds(local)).utc_seconds};
}

Date date_in(DateTime time, const Zone& zone) {
  return to_local(time, zone).date;
}

std::string to_iso(DateTime time) {
  const LocalTime utc = from_local_seconds(time.utc_seconds);
  std::string out = to_iso(utc.date) + "T";
  append_clock(out, utc.second_of_day, true);
  return out + "Z";
}

std::string to_iso(DateTime time, const Zone& zone) {
  const std::int32_t offset = zone.offset_at_utc(time.utc_seconds);
  const LocalTime local = from_local_seconds(time.utc_seconds + offset);
  std::string out = to_iso(local.date) + "T";
  append_clock(out, local.second_of_day, true);
  // Offsets of the nineteenth century have seconds; ISO has not.
  const std::int32_t minutes = (offset < 0 ? -offset : offset) / 60;
  out.push_back(offset < 0 ? '-' : '+');
  append_two(out, minutes / 60);
  out.push_back(':');
  append_two(out, minutes % 60);
  return out;
}

std::string to_text(const LocalTime& local) {
  std::string out = to_iso(local.date) + " ";
  append_clock(out, local.second_of_day, local.second_of_day % 60 != 0);
  return out;
}

DateTimeParse parse_datetime(std::string_view text, const DateContext& context, const Zone& zone) {
  const DateParse date = parse_date(text, context);
  DateTimeParse result;
  if (date.error) {
    result =
        fail(DateTimeProblem::date, date.error->offset, date.error->offset + date.error->length);
    result.error->date_error = date.error;
  }
  if (!date.value) return result;
  result.date = *date.value;
  result.consumed = date.consumed;

  Reader reader{text, date.consumed};
  if (ascii_lower(reader.peek()) == 't') {
    ++reader.at;
  } else {
    reader.skip_spaces();
    if (reader.peek() == ',' || reader.peek() == '@') ++reader.at;
    if (iequals(reader.word(), "at")) reader.at += 2;
    reader.skip_spaces();
  }
  const std::size_t time_begin = reader.at;
  std::int64_t second_of_day = 0;
  const Outcome time = read_time(reader, second_of_day);
  if (time == Outcome::wrong) return fail(DateTimeProblem::time, time_begin, reader.at);
  result.has_time = time == Outcome::read;
  if (result.has_time && !date.value->is_day()) {
    return fail(DateTimeProblem::not_a_day, 0, date.consumed);
  }

  std::int64_t offset = 0;
  Zone named = zone;
  bool has_offset = false;
  if (result.has_time) {
    result.consumed = reader.at;
    reader.skip_spaces();
    const std::size_t zone_begin = reader.at;
    const std::string_view word = zone_word(reader);
    const bool utc = word == "Z" || word == "z" || iequals(word.substr(0, 3), "UTC") ||
                     iequals(word.substr(0, 3), "GMT");
    if (utc && (word.size() <= 3 || word[3] == '+' || word[3] == '-')) {
      reader.at += std::min<std::size_t>(word.size(), 3);
      has_offset = true;
    } else if (zone_begin != result.consumed && looks_like_zone(word)) {
      if (const auto found = Zone::find(word)) {
        named = *found;
        result.has_zone = true;
        reader.at += word.size();
      } else {
        const auto suggestions = Zone::suggest(word);
        // Capitals that are near to no zone are a comment.
        if (!suggestions.empty() || word.find('/') != std::string_view::npos) {
          result = fail(DateTimeProblem::zone, zone_begin, zone_begin + word.size());
          if (!suggestions.empty()) result.error->suggestion = suggestions.front();
          return result;
        }
      }
    }
    const std::size_t offset_begin = reader.at;
    const Outcome read = result.has_zone ? Outcome::absent : read_offset(reader, offset);
    if (read == Outcome::wrong) return fail(DateTimeProblem::offset, offset_begin, reader.at);
    has_offset = has_offset || read == Outcome::read;
    result.has_zone = result.has_zone || has_offset;
    if (result.has_zone) result.consumed = reader.at;
  }

  result.local = from_local_seconds(date.value->first.days * kSecondsPerDay + second_of_day);
  const std::int64_t local = local_seconds(result.local);
  if (has_offset) {
    result.value = DateTime{local - offset};
    return result;
  }
  const Zone::LocalResult utc = named.to_utc(local);
  result.value = DateTime{utc.utc_seconds};
  if (result.has_time && !result.error && (utc.ambiguous || utc.nonexistent)) {
    result.error = DateTimeError{};
    result.error->problem =
        utc.ambiguous ? DateTimeProblem::ambiguous : DateTimeProblem::nonexistent;
    result.error->offset = time_begin;
    result.error->length = result.consumed - time_begin;
  }
  return result;
}

}  // namespace milepost
