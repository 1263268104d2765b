// What a status report keeps as it was sent, as far as it can be read surely; and the small things
// that are read in its prose and in its facts alike.
#pragma once

#include <optional>
#include <string_view>

#include "calendar/date_parse.h"
#include "check/report_claims.h"

namespace milepost {

/// Reads the list items of `kept`: a title, its id in brackets, and what is told of it, as the
/// update writes it. Percentages and states in any language whose words are known, dates in
/// English.
SentFacts read_sent(const CheckContext& context, Date day, const MarkdownText& kept);

/// How dates without a year are read in a report of that day.
DateContext dates_of_report(Date day);

/// "65 %" at the beginning of `rest`, if it ends there or with "done".
std::optional<int64_t> percent_at(std::string_view rest);

/// A state of the health field in its own words, if nothing but the end of a clause stands behind
/// it: "on track for June" and "on track again" say more. Not what could be a level ("critical"),
/// nor that it is complete or not begun.
Health state_at(const Kinds& kinds, std::string_view rest);

}  // namespace milepost
