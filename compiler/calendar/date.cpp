// Civil calendar arithmetic on day numbers (the era algorithms of the proleptic Gregorian
// calendar).
#include "calendar/date.h"

#include <algorithm>
#include <array>

namespace milepost {
namespace {

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

// Years of this count begin in March, so that the leap day is a year's last.
std::int32_t day_number(int year, int month, int day) {
  const int shifted = month <= 2 ? year - 1 : year;
  const int era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  const int year_of_era = shifted - era * 400;
  const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date clamp(std::int64_t days) {
  return Date{
      static_cast<std::int32_t>(std::clamp<std::int64_t>(days, kFirstDate.days, kLastDate.days))};
}

void append_number(std::string& out, int value, int width) {
  const std::string digits = std::to_string(value);
  out.append(static_cast<std::size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0');
  out += digits;
}

}  // namespace

std::string_view weekday_name(Weekday weekday) {
  static constexpr std::array<std::string_view, 7> kNames{
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  return kNames[static_cast<std::size_t>(weekday) % 7];
}

std::string_view month_name(int month) {
  static constexpr std::array<std::string_view, 12> kNames{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return kNames[static_cast<std::size_t>(std::clamp(month, 1, 12)) - 1];
}

std::string_view precision_name(Precision precision) {
  static constexpr std::array<std::string_view, 8> kNames{"day",   "week",    "sprint", "part",
                                                          "month", "quarter", "half",   "year"};
  return kNames[static_cast<std::size_t>(precision) % 8];
}

bool is_leap_year(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month) {
  static constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2 && is_leap_year(year)) return 29;
  return kDays[static_cast<std::size_t>(std::clamp(month, 1, 12)) - 1];
}

std::optional<Date> make_date(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1) {
    return std::nullopt;
  }
  if (day > days_in_month(year, month)) return std::nullopt;
  return Date{day_number(year, month, day)};
}

Date nearest_date(int year, int month, int day) {
  year = std::clamp(year, kFirstYear, kLastYear);
  month = std::clamp(month, 1, 12);
  return Date{day_number(year, month, std::clamp(day, 1, days_in_month(year, month)))};
}

CivilDate civil(Date date) {
  const std::int32_t shifted = date.days + 719468;
  const std::int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int32_t day_of_era = shifted - era * 146097;
  const std::int32_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int32_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int32_t march_month = (5 * day_of_year + 2) / 153;
  CivilDate result;
  result.day = day_of_year - (153 * march_month + 2) / 5 + 1;
  result.month = march_month < 10 ? march_month + 3 : march_month - 9;
  result.year = year_of_era + era * 400 + (result.month <= 2 ? 1 : 0);
  return result;
}

Weekday weekday(Date date) {
  // 1970-01-01 was a Thursday.
  const std::int32_t day = (date.days + 3) % 7;
  return static_cast<Weekday>(day < 0 ? day + 7 : day);
}

Date add_days(Date date, std::int64_t days) {
  // Clamped first, so that no sum overflows.
  constexpr std::int64_t kSpan = 2 * (std::int64_t{kLastDate.days} - kFirstDate.days);
  return clamp(date.days + std::clamp(days, -kSpan, kSpan));
}

Date add_months(Date date, std::int64_t months) {
  constexpr std::int64_t kSpan = 12 * 20000;
  const CivilDate from = civil(date);
  const std::int64_t index =
      from.year * std::int64_t{12} + from.month - 1 + std::clamp(months, -kSpan, kSpan);
  if (index < kFirstYear * 12) return kFirstDate;
  if (index > kLastYear * 12 + 11) return kLastDate;
  return nearest_date(static_cast<int>(index / 12), static_cast<int>(index % 12) + 1, from.day);
}

Date first_of_month(Date date) {
  return Date{date.days - civil(date).day + 1};
}

Date last_of_month(Date date) {
  const CivilDate from = civil(date);
  return Date{date.days + days_in_month(from.year, from.month) - from.day};
}

Date week_begin(Date date, Weekday first) {
  const int past = (static_cast<int>(weekday(date)) - static_cast<int>(first) + 7) % 7;
  return add_days(date, -past);
}

IsoWeek iso_week(Date date) {
  // A week belongs to the year its Thursday lies in.
  const Date thursday = add_days(week_begin(date), 3);
  const int year = civil(thursday).year;
  const Date new_year = nearest_date(year, 1, 1);
  return {year, (thursday.days - new_year.days) / 7 + 1};
}

int iso_weeks_in_year(int year) {
  return iso_week(nearest_date(year, 12, 28)).week;
}

std::optional<Date> iso_week_begin(int year, int week) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  if (week < 1 || week > iso_weeks_in_year(year)) return std::nullopt;
  // The fourth of January always lies in week 1.
  return add_days(week_begin(nearest_date(year, 1, 4)), (week - 1) * 7);
}

std::string to_iso(Date date) {
  const CivilDate day = civil(date);
  std::string out;
  append_number(out, day.year, 4);
  out.push_back('-');
  append_number(out, day.month, 2);
  out.push_back('-');
  append_number(out, day.day, 2);
  return out;
}

std::string to_iso(const DateValue& value) {
  if (value.is_day()) return to_iso(value.first);
  return to_iso(value.first) + ".." + to_iso(value.last);
}

}  // namespace milepost
