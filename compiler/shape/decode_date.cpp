// Dates, moments and dates that hang on other records.
#include <fmt/format.h>

#include "calendar/date_parse.h"
#include "calendar/datetime.h"
#include "calendar/when.h"
#include "shape/codes.h"
#include "shape/decode.h"
#include "text/emoji.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr std::string_view kDateForms =
    "write a day as `2026-06-30`, a period as `2026-06`, `2026-Q3`, `Week 12` or `Sprint 9`";

std::string day_in_words(const DateValue& value) {
  const CivilDate day = civil(value.first);
  return fmt::format("{} {} {}", day.day, month_name(day.month), day.year);
}

std::string ambiguous_help(const DateError& error) {
  if (!error.reading || !error.other_reading) return std::string(kDateForms);
  return fmt::format(
      "write `{}` or `{}`, or say once in program.yaml how such dates are read: "
      "`date_order: dmy` or `date_order: mdy`",
      to_iso(*error.reading), to_iso(*error.other_reading));
}

void complain_date(Decoding& d, const Field& field, const Written& w, const DateError& error) {
  const Written wrong = error.length == 0 ? w : piece(w, error.offset, error.length);
  const std::string what = quoted(wrong.text);
  switch (error.problem) {
    case DateProblem::unreadable:
      complain(d, field, code::unreadable_date, w.span,
               fmt::format("{} is no date", quoted(w.text)), std::string(kDateForms));
      return;
    case DateProblem::ambiguous:
      complain(d, field, code::ambiguous_date, wrong.span,
               error.reading && error.other_reading
                   ? fmt::format("{} may be {} or {}", what, day_in_words(*error.reading),
                                 day_in_words(*error.other_reading))
                   : fmt::format("{} may be read in two ways", what),
               ambiguous_help(error));
      return;
    case DateProblem::impossible:
      complain(d, field, code::unreadable_date, wrong.span,
               fmt::format("there is no such date as {}", what),
               error.reading ? fmt::format("did you mean `{}`?", to_iso(*error.reading))
                             : std::string(kDateForms));
      return;
    case DateProblem::weekday_mismatch:
      // Two facts of the author disagree; the date counts, so this is never more than a warning.
      if (!field.loose) {
        d.work.sink.report(
            {code::weekday_mismatch,
             Severity::warning,
             wrong.span,
             fmt::format("{} is a {}", what, weekday_name(error.weekday)),
             error.reading
                 ? fmt::format("write `{}`, or the day that was meant", to_iso(*error.reading))
                 : std::string("write the weekday that belongs to the date, or none"),
             {}});
      }
      return;
    case DateProblem::needs_start:
      complain(d, field, code::unreadable_date, wrong.span,
               fmt::format("{} counts from the program's start, which is not given", what),
               "add `start: 2026-01-05` (the first day of week 1) to program.yaml");
      return;
    case DateProblem::needs_sprints:
      complain(d, field, code::unreadable_date, wrong.span,
               fmt::format("{} needs the program's sprints, which are not given", what),
               "add `calendar: {sprints: {first: 2026-01-05, length: 2w}}` to program.yaml");
      return;
  }
}

// Without marks in front: `✅ 2026-06-01` is the day something was done.
Written without_leading_emoji(Written w) {
  while (true) {
    w = trimmed(w);
    const std::size_t emoji = leading_emoji(w.text);
    // A keycap or digit is no mark.
    if (emoji == 0 || static_cast<unsigned char>(w.text.front()) < 0x80) return w;
    w = piece(w, emoji, w.text.size() - emoji);
  }
}

// True if what follows a value is a comment, so that the value stands for itself.
bool is_comment(std::string_view tail) {
  tail = trim_spaces(tail);
  return tail.empty() || comment_begin(tail) == 0 || tail.starts_with('-') ||
         tail.starts_with("–") || tail.starts_with('/') || leading_emoji(tail) != 0;
}

// One date, a run of them, or a date with a comment.
std::optional<DateValue> date_of(Decoding& d, const Field& field, const Written& w) {
  const DateContext& context = d.work.facts.settings.dates;
  DateParse parse = parse_date(w.text, context);
  if (parse.value && !is_comment(w.text.substr(parse.consumed))) {
    parse.value.reset();
    parse.error = DateError{};
  }
  const bool runs_on = parse.consumed < trim_spaces(w.text).size();
  // What is a date that does not exist (2026-W54) is no run of dates either.
  const bool unreadable = parse.error && parse.error->problem == DateProblem::unreadable;
  if (unreadable || (parse.value && runs_on)) {
    const DateParse range = parse_date_range(w.text, context);
    if (range.value && is_comment(w.text.substr(range.consumed))) {
      if (range.error) complain_date(d, field, w, *range.error);
      return range.value;
    }
    if (unreadable && range.error) parse.error = range.error;
  }
  if (parse.error) complain_date(d, field, w, *parse.error);
  return parse.value;
}

}  // namespace

bool read_date(Decoding& d, const Field& field, const Written& w, Value& value) {
  Written text = without_leading_emoji(without_emphasis(w));
  DateField result;
  if (const std::optional<MovedDate> moved = split_moved_date(w.text)) {
    const Written after = trimmed(piece(w, moved->after_offset, moved->after.size()));
    const DateParse before = parse_date(moved->before, d.work.facts.settings.dates);
    if (!after.text.empty()) {
      text = without_leading_emoji(after);
      result.moved_from = before.value;
    } else {
      text = trimmed(piece(w, moved->before_offset, moved->before.size()));
    }
  }
  const std::optional<DateValue> date = date_of(d, field, text);
  if (!date) return false;
  result.date = *date;
  value.data = result;
  return true;
}

bool read_datetime(Decoding& d, const Field& field, const Written& w, Value& value) {
  const Written text = without_leading_emoji(without_emphasis(w));
  const DateTimeParse parse =
      parse_datetime(text.text, d.work.facts.settings.dates, d.work.facts.zone);
  if (parse.value && is_comment(text.text.substr(parse.consumed))) {
    if (parse.error && parse.error->problem == DateTimeProblem::nonexistent && !field.loose) {
      d.work.sink.report({code::weekday_mismatch,
                          Severity::warning,
                          text.span,
                          fmt::format("the clock skips {}", quoted(text.text)),
                          "write the time with its offset, for example `2026-03-29 02:30+01:00`",
                          {}});
    }
    // A day without a time of day stays a day: nobody wrote that it began at midnight.
    if (parse.has_time) {
      value.data = *parse.value;
    } else {
      value.data = DateField{parse.date, std::nullopt};
    }
    return true;
  }
  if (!parse.error) {
    complain(d, field, code::unreadable_date, text.span,
             fmt::format("{} is no date and time", quoted(text.text)),
             "write `2026-06-22 09:00`, with `Z` or `+02:00` where the zone is another");
    return false;
  }
  const DateTimeError& error = *parse.error;
  const Written wrong = error.length == 0 ? text : piece(text, error.offset, error.length);
  switch (error.problem) {
    case DateTimeProblem::date:
      complain_date(d, field, text, error.date_error.value_or(DateError{}));
      return false;
    case DateTimeProblem::not_a_day:
      complain(d, field, code::unreadable_date, wrong.span,
               fmt::format("{} is not one day, so it has no time of day", quoted(wrong.text)),
               "write the day: `2026-06-22 09:00`");
      return false;
    case DateTimeProblem::zone:
      complain(d, field, code::unreadable_date, wrong.span,
               fmt::format("{} is no time zone", quoted(wrong.text)),
               error.suggestion.empty() ? "write an IANA name such as `Europe/London`, or an offset"
                                        : fmt::format("did you mean `{}`?", error.suggestion));
      return false;
    default:
      complain(d, field, code::unreadable_date, wrong.span,
               fmt::format("{} is no time of day", quoted(wrong.text)),
               "write `2026-06-22 09:00`, with `Z` or `+02:00` where the zone is another");
      return false;
  }
}

bool read_when(Decoding& d, const Field& field, const Written& w, Value& value) {
  Written text = without_leading_emoji(without_emphasis(w));
  if (const std::optional<MovedDate> moved = split_moved_date(w.text)) {
    const Written after = trimmed(piece(w, moved->after_offset, moved->after.size()));
    if (!after.text.empty()) text = without_leading_emoji(after);
  }
  const DateContext& dates = d.work.facts.settings.dates;
  // A comment may stand behind a date: `Week 12 (firm)`.
  const DateParse date = parse_date(text.text, dates);
  const std::string_view tail = trim_spaces(text.text.substr(date.consumed));
  if (date.value && (tail.starts_with('(') || tail.starts_with(',') || tail.starts_with(';'))) {
    text = trimmed(piece(text, 0, date.consumed));
  }
  const WhenParse parse = parse_when(d.work.lasting(text.text), dates, d.work.facts.durations);
  if (parse.value) {
    value.data = *parse.value;
    return true;
  }
  const WhenError error = parse.error.value_or(WhenError{});
  if (error.problem == WhenProblem::date && error.date_error) {
    complain_date(d, field, text, *error.date_error);
    return false;
  }
  const Written wrong = error.length == 0 ? text : piece(text, error.offset, error.length);
  complain(d, field, code::unreadable_date, wrong.span,
           fmt::format("{} is no date", quoted(wrong.text)),
           "write a date, a record's id, or either with working time: `M-GA - 5d`");
  return false;
}

}  // namespace milepost
