// Reads durations as whole minutes, without floating point.
#include "calendar/duration.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/utf8.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr std::int64_t kWallDay = 1440;
constexpr std::int64_t kMostMinutes = 100 * 366 * kWallDay;

enum class Unit : std::uint8_t { minute, hour, day, week, month, sprint, minute_or_month };

struct UnitName {
  std::string_view name;
  Unit unit;
};

constexpr std::array<UnitName, 24> kUnits{{
    {"min", Unit::minute},     {"mins", Unit::minute},    {"minute", Unit::minute},
    {"minutes", Unit::minute}, {"h", Unit::hour},         {"hr", Unit::hour},
    {"hrs", Unit::hour},       {"hour", Unit::hour},      {"hours", Unit::hour},
    {"d", Unit::day},          {"day", Unit::day},        {"days", Unit::day},
    {"w", Unit::week},         {"wk", Unit::week},        {"wks", Unit::week},
    {"week", Unit::week},      {"weeks", Unit::week},     {"mo", Unit::month},
    {"mos", Unit::month},      {"month", Unit::month},    {"months", Unit::month},
    {"sprint", Unit::sprint},  {"sprints", Unit::sprint}, {"m", Unit::minute_or_month},
}};

std::optional<Unit> find_unit(std::string_view word) {
  for (const UnitName& entry : kUnits) {
    if (iequals(entry.name, word)) return entry.unit;
  }
  return std::nullopt;
}

std::optional<TimeKind> find_kind(std::string_view word) {
  for (const std::string_view name : {"wall", "elapsed", "calendar"}) {
    if (iequals(word, name)) return TimeKind::wall;
  }
  for (const std::string_view name : {"working", "work", "business", "person"}) {
    if (iequals(word, name)) return TimeKind::working;
  }
  return std::nullopt;
}

// A decimal number without sign or exponent: `digits` × 10^-places.
struct Number {
  std::int64_t digits = 0;
  std::int64_t scale = 1;
  bool too_large = false;
};

struct Part {
  Number number;
  Unit unit = Unit::day;
};

class Reader {
 public:
  Reader(std::string_view text, const DurationContext& context) : text_(text), context_(context) {}

  void skip_spaces() {
    const std::string_view rest = text_.substr(at_);
    const std::string_view trimmed = trim_spaces(rest);
    at_ = trimmed.empty() ? text_.size() : static_cast<std::size_t>(trimmed.data() - text_.data());
  }
  std::size_t at() const { return at_; }
  void go(std::size_t at) { at_ = at; }
  bool at_digit() const { return at_ < text_.size() && is_ascii_digit(text_[at_]); }
  bool take(std::string_view piece) {
    if (!text_.substr(at_).starts_with(piece)) return false;
    at_ += piece.size();
    return true;
  }
  std::string_view peek_word() const {
    std::size_t end = at_;
    while (end < text_.size() && is_ascii_alpha(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }
  // A word that runs on in a letter of another script is none of ours.
  bool word_ends(std::string_view word) const {
    const std::size_t end = at_ + word.size();
    if (end < text_.size() && static_cast<unsigned char>(text_[end]) >= 0x80) {
      return !is_letter(code_point_at(text_, end).value);
    }
    return end >= text_.size() || (text_[end] != '_' && !is_ascii_alpha(text_[end]));
  }

  Number number() {
    constexpr std::int64_t kMostDigits = 100'000'000'000;
    Number result;
    while (at_digit()) {
      result.digits = std::min(result.digits * 10 + (text_[at_++] - '0'), kMostDigits);
    }
    result.too_large = result.digits >= kMostDigits / 100;
    if (at_ + 1 < text_.size() && text_[at_] == '.' && is_ascii_digit(text_[at_ + 1])) {
      ++at_;
      while (at_digit()) {
        if (result.scale < 10'000 && !result.too_large) {
          result.digits = result.digits * 10 + (text_[at_] - '0');
          result.scale *= 10;
        }
        ++at_;
      }
    }
    return result;
  }

  // `wall`, `working`, `calendar-` before a unit or after the duration.
  bool kind_word(std::optional<TimeKind>& kind) {
    const std::string_view word = peek_word();
    const auto found = find_kind(word);
    if (!found) return false;
    at_ += word.size();
    kind = found;
    return true;
  }

  const DurationContext& context() const { return context_; }
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  const DurationContext& context_;
  std::size_t at_ = 0;
};

DurationParse fail(DurationProblem problem, std::size_t begin, std::size_t end) {
  DurationParse result;
  result.error = DurationError{problem, begin, end > begin ? end - begin : 0};
  return result;
}

std::optional<std::int64_t> unit_minutes(Unit unit, TimeKind kind, const DurationContext& context) {
  const bool wall = kind == TimeKind::wall;
  const std::int64_t day = wall ? kWallDay : context.minutes_per_day;
  const std::int64_t week = day * (wall ? 7 : context.days_per_week);
  switch (unit) {
    case Unit::minute:
    case Unit::minute_or_month:
      return 1;
    case Unit::hour:
      return 60;
    case Unit::day:
      return day;
    case Unit::week:
      return week;
    case Unit::month:
      return 4 * week;
    case Unit::sprint: {
      const auto days = wall ? context.sprint_wall_days : context.sprint_working_days;
      if (!days) return std::nullopt;
      return day * *days;
    }
  }
  return std::nullopt;
}

// Rounds half a minute up. The numbers are small enough not to overflow: at most 10^9 × 10^4
// digits by at most 10^6 minutes.
std::optional<std::int64_t> scaled(const Number& number, std::int64_t minutes) {
  if (number.too_large || minutes > 10'000'000) return std::nullopt;
  const std::int64_t whole = number.digits / number.scale;
  const std::int64_t fraction = number.digits % number.scale;
  if (whole > kMostMinutes / std::max<std::int64_t>(minutes, 1)) return std::nullopt;
  return whole * minutes + (fraction * minutes + number.scale / 2) / number.scale;
}

}  // namespace

DurationParse parse_duration(std::string_view text, const DurationContext& context) {
  Reader reader(text, context);
  reader.skip_spaces();
  const std::size_t begin = reader.at();
  const std::size_t end_of_text = begin + trim_spaces(text).size();
  if (reader.take("~") || reader.take("≈")) reader.skip_spaces();

  std::array<Part, 8> parts;
  std::size_t count = 0;
  std::optional<TimeKind> kind;
  std::size_t end = begin;
  std::size_t sprint_at = 0;
  while (count < parts.size()) {
    reader.skip_spaces();
    const std::size_t part_begin = reader.at();
    Part part;
    const std::optional<TimeKind> kind_before = kind;
    const bool has_number = reader.at_digit();
    if (has_number) {
      part.number = reader.number();
      reader.skip_spaces();
      if (reader.kind_word(kind) && !reader.take("-")) reader.skip_spaces();
    } else {
      part.number.digits = 1;
    }
    const std::string_view word = reader.peek_word();
    const auto unit = reader.word_ends(word) ? find_unit(word) : std::nullopt;
    const bool usable = unit && (has_number || (count == 0 && *unit == Unit::sprint));
    if (!usable) {
      // After the first part this is a comment that begins with a number.
      if (count > 0) {
        kind = kind_before;
        break;
      }
      if (!has_number) return fail(DurationProblem::unreadable, begin, end_of_text);
      if (word.empty()) return fail(DurationProblem::missing_unit, part_begin, reader.at());
      return fail(DurationProblem::unknown_unit, reader.at(), reader.at() + word.size());
    }
    part.unit = *unit;
    if (*unit == Unit::sprint) sprint_at = reader.at();
    if (*unit == Unit::minute_or_month) {
      const bool after_hours = count > 0 && parts[count - 1].unit == Unit::hour;
      if (!after_hours && context.default_kind == TimeKind::working) {
        return fail(DurationProblem::ambiguous_unit, reader.at(), reader.at() + word.size());
      }
    }
    reader.go(reader.at() + word.size());
    parts[count++] = part;
    end = reader.at();
    if (!has_number) break;
  }

  reader.go(end);
  reader.skip_spaces();
  const std::string_view last = reader.peek_word();
  const bool names_kind =
      iequals(last, "wall") || iequals(last, "elapsed") || iequals(last, "working");
  if (names_kind && reader.word_ends(last) && reader.kind_word(kind)) {
    end = reader.at();
    reader.skip_spaces();
    const std::string_view word = reader.peek_word();
    if (iequals(word, "time")) end = reader.at() + word.size();
  }

  DurationParse result;
  Duration total;
  total.kind = kind.value_or(context.default_kind);
  for (std::size_t i = 0; i < count; ++i) {
    const auto minutes = unit_minutes(parts[i].unit, total.kind, context);
    if (!minutes) return fail(DurationProblem::needs_sprints, sprint_at, sprint_at + 6);
    const auto part = scaled(parts[i].number, *minutes);
    if (!part || total.minutes + *part > kMostMinutes) {
      return fail(DurationProblem::too_large, begin, end);
    }
    total.minutes += *part;
  }
  result.value = total;
  result.consumed = end;
  return result;
}

DurationParse parse_whole_duration(std::string_view text, const DurationContext& context) {
  const DurationParse result = parse_duration(text, context);
  if (!result.value) return result;
  const std::string_view rest = trim_spaces(text.substr(result.consumed));
  if (rest.empty()) return result;
  const auto begin = static_cast<std::size_t>(rest.data() - text.data());
  return fail(DurationProblem::unreadable, begin, begin + rest.size());
}

namespace {

// The end of a range's separator that begins at `at`, after spaces; `at` itself if there is none.
std::size_t skip_range_separator(std::string_view text, std::size_t at) {
  const std::string_view rest = trim_spaces(text.substr(at));
  if (rest.empty()) return at;
  const auto begin = static_cast<std::size_t>(rest.data() - text.data());
  for (const std::string_view separator : {"..", "…", "–", "—", "-"}) {
    if (rest.starts_with(separator)) {
      const std::size_t dots = separator == ".." && rest.starts_with("...") ? 1 : 0;
      return begin + separator.size() + dots;
    }
  }
  if (istarts_with(rest, "to ")) return begin + 3;
  return at;
}

EstimateParse estimate_error(const DurationError& error, std::size_t shift) {
  EstimateParse result;
  result.error = error;
  result.error->offset += shift;
  return result;
}

}  // namespace

EstimateParse parse_estimate(std::string_view text, const DurationContext& context) {
  // `3-6w`: the first number has its unit from the second.
  Reader reader(text, context);
  reader.skip_spaces();
  if (reader.take("~") || reader.take("≈")) reader.skip_spaces();
  const std::size_t begin = reader.at();
  std::string shared;
  std::size_t first_end = 0;
  if (reader.at_digit()) {
    reader.number();
    first_end = reader.at();
    const std::size_t second = skip_range_separator(text, first_end);
    if (second != first_end) {
      Reader unit(text, context);
      unit.go(second);
      unit.skip_spaces();
      if (unit.at_digit()) {
        unit.number();
        unit.skip_spaces();
        shared = std::string(text.substr(begin, first_end - begin)) + " ";
        shared += unit.peek_word();
      }
    }
  }
  const DurationParse low = parse_duration(shared.empty() ? text : shared, context);
  if (!low.value && shared.empty()) return estimate_error(*low.error, 0);
  const std::size_t low_end = shared.empty() ? low.consumed : first_end;
  const std::size_t high_begin = skip_range_separator(text, low_end);
  const std::string_view high_text = trim_spaces(text.substr(high_begin));
  const bool is_range = high_begin != low_end && !high_text.empty() && is_ascii_digit(high_text[0]);

  EstimateParse result;
  if (!is_range) {
    result.value = Estimate{*low.value, *low.value, *low.value};
    result.consumed = low_end;
    return result;
  }
  const auto high_offset = static_cast<std::size_t>(high_text.data() - text.data());
  const DurationParse high = parse_duration(text.substr(high_offset), context);
  if (!high.value) return estimate_error(*high.error, high_offset);
  if (!low.value) return estimate_error({low.error->problem, begin, first_end - begin}, 0);
  Duration optimistic = *low.value;
  const std::size_t end = high_offset + high.consumed;
  if (optimistic.kind != high.value->kind) {
    // `3d..5d wall`: a kind at the end is meant for both.
    const TimeKind kind = high.value->kind;
    DurationContext same = context;
    same.default_kind = kind;
    const DurationParse again = parse_duration(shared.empty() ? text : shared, same);
    if (!again.value || again.value->kind != kind) {
      return estimate_error({DurationProblem::mixed_kinds, begin, end - begin}, 0);
    }
    optimistic = *again.value;
  }
  result.value = make_estimate(optimistic, std::nullopt, *high.value);
  if (!result.value) {
    return estimate_error({DurationProblem::wrong_order, begin, end - begin}, 0);
  }
  result.consumed = end;
  return result;
}

std::optional<Estimate> make_estimate(Duration optimistic, std::optional<Duration> likely,
                                      Duration pessimistic) {
  if (optimistic.kind != pessimistic.kind) return std::nullopt;
  if (!likely) {
    likely = Duration{optimistic.minutes + (pessimistic.minutes - optimistic.minutes) / 2,
                      optimistic.kind};
  }
  if (likely->kind != optimistic.kind || likely->minutes < optimistic.minutes ||
      pessimistic.minutes < likely->minutes || optimistic.minutes < 0) {
    return std::nullopt;
  }
  return Estimate{optimistic, *likely, pessimistic};
}

std::int64_t whole_days(Duration duration, const DurationContext& context) {
  const std::int64_t day =
      duration.kind == TimeKind::wall ? kWallDay : std::max(context.minutes_per_day, 1);
  const std::int64_t length = duration.minutes < 0 ? -duration.minutes : duration.minutes;
  const std::int64_t days = (length + day - 1) / day;
  return duration.minutes < 0 ? -days : days;
}

std::string to_text(Duration duration, const DurationContext& context) {
  const bool wall = duration.kind == TimeKind::wall;
  const std::int64_t day = wall ? kWallDay : std::max(context.minutes_per_day, 1);
  const std::int64_t week = day * (wall ? 7 : std::max(context.days_per_week, 1));
  const std::int64_t minutes = duration.minutes < 0 ? -duration.minutes : duration.minutes;
  std::string out = duration.minutes < 0 ? "-" : "";
  if (minutes >= week && minutes % week == 0) {
    out += std::to_string(minutes / week) + "w";
  } else if (minutes % day == 0 && (!wall || minutes != day)) {
    out += std::to_string(minutes / day) + "d";
  } else if (minutes > day && minutes * 10 % day == 0) {
    out += std::to_string(minutes / day) + "." + std::to_string(minutes * 10 / day % 10) + "d";
  } else if (minutes % 60 == 0) {
    out += std::to_string(minutes / 60) + "h";
  } else {
    out += std::to_string(minutes) + "min";
  }
  if (duration.kind != context.default_kind) out += wall ? " wall" : " working";
  return out;
}

}  // namespace milepost
