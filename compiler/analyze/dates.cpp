// Follows dates to the dates they count from.
#include "analyze/dates.h"

#include <variant>
#include <vector>

namespace milepost {
namespace {

// The first date inside an object (`agreed: {by: lee, on: 2026-04-02}`).
const Value* date_within(const Value& value) {
  const Object* object = std::get_if<Object>(&value.data);
  if (object == nullptr) return &value;
  for (const FieldValue& field : object->fields) {
    for (const Value& inner : field.values) {
      if (std::holds_alternative<DateField>(inner.data) ||
          std::holds_alternative<DateTime>(inner.data) ||
          std::holds_alternative<When>(inner.data)) {
        return &inner;
      }
    }
  }
  return nullptr;
}

bool counts_from_record(const Value& value) {
  const When* when = std::get_if<When>(&value.data);
  return when != nullptr && when->anchor == WhenAnchor::reference;
}

}  // namespace

DateSense sense_of(Role role) {
  switch (role) {
    case Role::start:
    case Role::started:
    case Role::raised:
    case Role::decided:
    case Role::agreed:
    case Role::held:
    case Role::acknowledged:
      return DateSense::begins;
    default:
      return DateSense::ends;
  }
}

DateResolver::DateResolver(const Program& program, const Calendars& calendars,
                           const std::vector<uint32_t>& time_of)
    : program_(program),
      calendars_(calendars),
      time_of_(time_of),
      zone_(Zone::find(program.set.settings.timezone).value_or(Zone())) {}

std::optional<Date> DateResolver::plain(RecordIndex record, const Value& value,
                                        DateSense sense) const {
  const WorkingTime& days = time(record);
  const auto day = [&](const DateValue& date) {
    return sense == DateSense::begins ? days.as_start(date) : days.as_due(date);
  };
  if (const DateField* date = std::get_if<DateField>(&value.data)) return day(date->date);
  if (const DateTime* moment = std::get_if<DateTime>(&value.data)) return date_in(*moment, zone_);
  if (const When* when = std::get_if<When>(&value.data);
      when != nullptr && when->anchor == WhenAnchor::date) {
    const Date date = day(when->date);
    return when->shift ? days.shift(date, *when->shift) : date;
  }
  return {};
}

DateSense DateResolver::sense_at(const CountsFrom& anchor) const {
  for (const FieldValue& field : program_.record(anchor.record).fields) {
    for (const Value& value : field.values) {
      if (&value == anchor.date) return sense_of(program_.kinds().field(field.field).role);
    }
  }
  return DateSense::begins;
}

std::optional<Date> DateResolver::resolve(RecordIndex record, const Value& outer, DateSense sense) {
  const Value* value = date_within(outer);
  if (value == nullptr) return {};
  if (!counts_from_record(*value)) return plain(record, *value, sense);

  // Down to a date that stands on its own or is known, then back up. A value met on the way down is
  // entered as unknown first, so a circle ends there.
  struct Step {
    const Value* value;
    RecordIndex record;
  };
  std::vector<Step> steps;
  std::optional<Date> date;
  Step at{value, record};
  while (true) {
    const auto [known, fresh] = counted_.emplace(at.value, std::nullopt);
    if (!fresh) {
      date = known->second;
      break;
    }
    steps.push_back(at);
    const auto anchor = program_.when_anchor.find(at.value);
    if (anchor == program_.when_anchor.end() || anchor->second.date == nullptr) break;
    const Value* next = date_within(*anchor->second.date);
    if (next == nullptr) break;
    if (!counts_from_record(*next)) {
      date = plain(anchor->second.record, *next, sense_at(anchor->second));
      break;
    }
    at = {next, anchor->second.record};
  }
  while (!steps.empty()) {
    const Step step = steps.back();
    steps.pop_back();
    const When& when = std::get<When>(step.value->data);
    if (date && when.shift) date = time(step.record).shift(*date, *when.shift);
    counted_[step.value] = date;
  }
  return date;
}

}  // namespace milepost
