// Feeds every reader of the calendar any bytes at all, and demands that what it reads, it reads
// again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "calendar/date_parse.h"
#include "calendar/datetime.h"
#include "calendar/duration.h"
#include "calendar/when.h"
#include "calendar/working_time.h"

using namespace milepost;

namespace {

void demand(bool condition) {
  if (!condition) std::abort();
}

bool is_inside(std::string_view text, std::size_t offset, std::size_t length) {
  return offset <= text.size() && length <= text.size() - offset;
}

bool is_inside(std::string_view text, const DateError& error) {
  return is_inside(text, error.offset, error.length);
}

void check_date(std::string_view text, const DateContext& context) {
  const DateParse parse = parse_date(text, context);
  demand(parse.value || parse.error);
  demand(parse.consumed <= text.size());
  if (parse.error) demand(is_inside(text, *parse.error));
  if (!parse.value) return;
  demand(parse.consumed > 0);
  demand(parse.value->first <= parse.value->last);
  demand(kFirstDate <= parse.value->first && parse.value->last <= kLastDate);
  // A date without what follows it is the same date.
  demand(parse_whole_date(text.substr(0, parse.consumed), context).value == parse.value);
  const Date day = parse.value->first;
  demand(parse_whole_date(to_iso(day), context).value == day_value(day));
  const WorkingTime time;
  demand(time.as_due(*parse.value) <= parse.value->last);
  demand(time.as_start(*parse.value) >= parse.value->first);
}

void check_duration(std::string_view text, const DurationContext& context) {
  const DurationParse parse = parse_duration(text, context);
  demand(parse.value.has_value() != parse.error.has_value());
  if (parse.error) demand(is_inside(text, parse.error->offset, parse.error->length));
  if (parse.value) {
    demand(parse.consumed > 0 && parse.consumed <= text.size());
    demand(parse_whole_duration(to_text(*parse.value, context), context).value == parse.value);
  }
  const EstimateParse estimate = parse_estimate(text, context);
  demand(estimate.value.has_value() != estimate.error.has_value());
  if (estimate.error) demand(is_inside(text, estimate.error->offset, estimate.error->length));
  if (estimate.value) demand(estimate.consumed <= text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  DateContext program;
  program.program_start = make_date(2026, 1, 5);
  program.sprints = SprintPlan{*program.program_start, 14};
  program.fiscal_start = 10;
  program.order = DateOrder::day_month;
  DurationContext durations;
  durations.sprint_working_days = 10;
  durations.sprint_wall_days = 14;

  check_date(text, {});
  check_date(text, program);
  check_duration(text, {});
  check_duration(text, durations);

  const DateParse range = parse_date_range(text, program);
  demand(range.value || range.error);
  demand(range.consumed <= text.size());
  if (range.value) demand(range.value->first <= range.value->last);
  if (range.error) demand(is_inside(text, *range.error));

  const DateTimeParse moment = parse_datetime(text, program, {});
  demand(moment.value || moment.error);
  demand(moment.consumed <= text.size());
  if (moment.error) demand(is_inside(text, moment.error->offset, moment.error->length));

  const WhenParse when = parse_when(text, program, durations);
  demand(when.value || when.error);
  if (when.error) demand(is_inside(text, when.error->offset, when.error->length));
  if (when.value) {
    demand(is_inside(text, when.value->anchor_offset, when.value->anchor_length));
    demand(is_inside(text, when.value->shift_offset, when.value->shift_length));
  }

  const WeekPatternParse week = parse_week_pattern(text);
  if (!week.value) demand(is_inside(text, week.error_offset, week.error_length));
  if (const auto moved = split_moved_date(text)) {
    demand(is_inside(text, moved->before_offset, moved->before.size()));
    demand(is_inside(text, moved->after_offset, moved->after.size()));
  }
  return 0;
}
