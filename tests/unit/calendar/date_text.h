// What a parse gave, in one line a table can hold.
#pragma once

#include <string>
#include <string_view>

#include "calendar/date_parse.h"

namespace milepost {

// "2026-06-01..2026-06-30 month", with "?" after it if the year was assumed and "!Tuesday" if the
// weekday is wrong; "impossible 0-10 2026-02-28", "ambiguous 0-10 2026-04-03 2026-03-04".
inline std::string show(const DateParse& parse) {
  std::string out;
  if (parse.value) {
    out = to_iso(*parse.value) + " " + std::string(precision_name(parse.value->precision));
    if (parse.year_assumed) out += "?";
    if (parse.error) out += "!" + std::string(weekday_name(parse.error->weekday));
    return out;
  }
  if (!parse.error) return "neither";
  static constexpr std::string_view kProblems[] = {
      "unreadable", "ambiguous", "impossible", "weekday_mismatch", "needs_start", "needs_sprints"};
  out = kProblems[static_cast<int>(parse.error->problem)];
  out += " " + std::to_string(parse.error->offset) + "-" +
         std::to_string(parse.error->offset + parse.error->length);
  if (parse.error->reading) out += " " + to_iso(*parse.error->reading);
  if (parse.error->other_reading) out += " " + to_iso(*parse.error->other_reading);
  return out;
}

inline DateContext program_context() {
  DateContext context;
  context.program_start = make_date(2026, 1, 5);
  context.sprints = SprintPlan{*make_date(2026, 1, 5), 14};
  return context;
}

}  // namespace milepost
