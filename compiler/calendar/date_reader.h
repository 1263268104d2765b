// The reader behind parse_date: one forward pass, a small function for each way to write a date.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "calendar/date.h"
#include "calendar/date_parse.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {

// A whole number of months from the first of one.
DateValue months_period(Date first, int months, Precision precision);

// What a lone number of four digits must be to be a year: 1900 to 2199.
bool is_plain_year(int year);

// Reads one date; used once. Internal to date_parse.cpp and date_forms.cpp.
class DateReader {
 public:
  DateReader(std::string_view text, const DateContext& context) : text_(text), context_(context) {}

  DateParse read();

 private:
  struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  // --- characters -------------------------------------------------------------------------------
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool at_digit() const { return is_ascii_digit(peek()); }
  void skip_spaces() {
    const std::string_view rest = trim_spaces(text_.substr(at_));
    at_ = rest.empty() ? text_.size() : static_cast<std::size_t>(rest.data() - text_.data());
  }
  bool take(std::string_view piece) {
    if (!text_.substr(at_).starts_with(piece)) return false;
    at_ += piece.size();
    return true;
  }
  std::string_view word() const {
    std::size_t end = at_;
    while (end < text_.size() && is_ascii_alpha(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }
  bool take_word(std::string_view expected) {
    if (!iequals(word(), expected)) return false;
    at_ += expected.size();
    return true;
  }
  // Spaces, commas and the word "of"; hyphens, slashes and dots too if they stand between parts.
  void skip_separators() {
    skip_spaces();
    if (take(",")) skip_spaces();
    if (take_word("of")) skip_spaces();
  }
  bool take_hyphen() { return take("-") || take("‐") || take("‑") || take("–"); }
  std::size_t digit_run() const {
    std::size_t n = 0;
    while (is_ascii_digit(peek(n))) ++n;
    return n;
  }
  // At most 9 digits.
  int number() {
    int value = 0;
    for (int i = 0; i < 9 && at_digit(); ++i) value = value * 10 + (text_[at_++] - '0');
    return value;
  }
  // A date may not run into more letters, digits or a hyphenated word.
  bool ends_here() const {
    const char next = peek();
    if (next == 'T' || next == 't') return is_ascii_digit(peek(1));
    if (is_ascii_alnum(next) || next == '_') return false;
    const bool joins = next == '-' || next == '/' || next == '.';
    return !joins || !(is_ascii_alnum(peek(1)) || peek(1) == '?' || peek(1) == '_');
  }

  // --- results ----------------------------------------------------------------------------------
  DateParse unreadable() const;
  DateParse fail(DateProblem problem, Place place, std::optional<DateValue> reading = {},
                 std::optional<DateValue> other = {}) const;
  DateParse done(const DateValue& value, bool year_assumed = false) const;
  DateParse day(int year, int month, int day_of_month) const;
  DateParse day_without_year(int month, int day_of_month) const;
  template <typename Period>
  DateParse assume_year(Period period) const;

  // --- forms ------------------------------------------------------------------------------------
  std::optional<int> year_after();
  DateParse qualified();
  DateParse core();
  DateParse from_number();
  DateParse from_year(int year);
  DateParse from_word();
  DateParse day_then_month(int day_of_month);
  DateParse month_then_rest(int month);
  DateParse numeric(int first, char separator);
  DateParse quarter_or_half(char letter, int index, std::optional<int> year);
  DateParse fiscal_year();
  DateParse week_word(bool iso);
  DateParse iso_week_of(int year, int week);
  DateParse sprint();

  std::string_view text_;
  const DateContext& context_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
};

// `period(year)` in the first year that does not end it before the program's start.
template <typename Period>
DateParse DateReader::assume_year(Period period) const {
  if (!ends_here()) return unreadable();
  if (!context_.program_start) return fail(DateProblem::needs_start, {begin_, at_});
  const int start = civil(*context_.program_start).year;
  // Nine years on, every day has come that ever comes.
  for (int year = start - 1; year <= start + 9; ++year) {
    const std::optional<DateValue> value = period(year);
    if (value && value->last >= *context_.program_start) return done(*value, true);
  }
  return unreadable();
}

}  // namespace milepost
