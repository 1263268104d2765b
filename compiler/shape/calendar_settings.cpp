// `calendar:` of program.yaml: zone, week, holidays, sprints, fiscal year, freezes.
#include "shape/calendar_settings.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "calendar/zone.h"
#include "shape/codes_program.h"

namespace milepost {
namespace {

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

void read_zone(const SettingValues& yaml, uint32_t node, Settings& settings) {
  const auto name = yaml.text(node, "`timezone`");
  if (!name || name->empty()) return;
  if (const auto zone = Zone::find(*name)) {
    settings.timezone = zone->name();
    return;
  }
  const std::vector<std::string> suggestions = Zone::suggest(*name);
  std::vector<std::string_view> names(suggestions.begin(), suggestions.end());
  yaml.report(code::unknown_zone, Severity::error, yaml.node(node).span,
              quoted(*name) + " is no time zone",
              names.empty() ? "write an IANA name, `Europe/London`"
                            : "did you mean " + quoted_list(names, 3) + "?");
}

std::optional<std::int32_t> read_minutes_per_day(const SettingValues& yaml, uint32_t node) {
  const auto hours = yaml.number(node, 1, 24, "`hours_per_day`");
  if (!hours) return std::nullopt;
  return static_cast<std::int32_t>(std::lround(*hours * 60));
}

void read_fiscal_start(const SettingValues& yaml, uint32_t node, Settings& settings) {
  const auto written = yaml.text(node, "`fiscal_start`");
  if (!written || written->empty()) return;
  int month = parse_month(*written).value_or(0);
  if (month == 0) std::from_chars(written->data(), written->data() + written->size(), month);
  if (month >= 1 && month <= 12) {
    settings.dates.fiscal_start = month;
  } else {
    yaml.bad_value(node, "`fiscal_start`", "write the month it begins in: `feb`");
  }
}

// A sprint's length in days of the calendar: ten working days are two weeks.
std::int32_t calendar_days(Duration length, const DurationContext& durations) {
  if (length.kind == TimeKind::wall)
    return static_cast<std::int32_t>((length.minutes + 1439) / 1440);
  const std::int64_t days =
      (length.minutes + durations.minutes_per_day - 1) / durations.minutes_per_day;
  return static_cast<std::int32_t>(days / durations.days_per_week * 7 +
                                   days % durations.days_per_week);
}

void read_sprints(const SettingValues& yaml, uint32_t node, Settings& settings) {
  if (!yaml.mapping(node, "`sprints`")) return;
  std::optional<Date> first;
  std::int32_t days = 14;
  for_each_entry(yaml.tree(), node, [&](uint32_t key, uint32_t value) {
    const std::string_view name = yaml.node(key).text;
    if (name == "first") {
      first = yaml.date(value, settings.dates, "the first day of sprint 1");
    } else if (name == "length") {
      const auto length = yaml.duration(value, settings.durations, "the length of a sprint");
      if (!length) return;
      if (length->minutes > 0 && length->minutes < 366 * 1440) {
        days = std::max(1, calendar_days(*length, settings.durations));
      } else {
        yaml.bad_value(value, "the length of a sprint", "write `2w`");
      }
    } else {
      yaml.unknown_key(key, "`sprints`", {"first", "length"});
    }
  });
  if (!first) first = settings.start;
  if (!first) {
    yaml.report(code::bad_setting, Severity::error, yaml.node(node).span,
                "sprints have no first day", "add `first: 2026-01-05`, or `start:` of the program");
    return;
  }
  settings.dates.sprints = SprintPlan{*first, days};
  settings.durations.sprint_wall_days = days;
  const WorkingTime time(settings.calendar);
  const Date last = add_days(*first, days - 1);
  std::int32_t worked = 0;
  for (Date day = *first; day <= last; day = add_days(day, 1)) {
    worked += time.week().works(weekday(day)) ? 1 : 0;
  }
  settings.durations.sprint_working_days = std::max(1, worked);
}

void read_calendars(const SettingValues& yaml, uint32_t node, Settings& settings) {
  if (!yaml.mapping(node, "`calendars`")) return;
  for_each_entry(yaml.tree(), node, [&](uint32_t key, uint32_t value) {
    CalendarEntry entry;
    entry.key = yaml.node(key).text;
    entry.span = yaml.node(key).span;
    if (yaml.is_sequence(value)) {
      entry.days.days_off = yaml.ranges(value, settings.dates, "a holiday");
    } else if (yaml.mapping(value, quoted(entry.key) + " of `calendars`")) {
      entry.days = read_calendar_layer(yaml, value, settings.dates);
    }
    settings.calendars.push_back(std::move(entry));
  });
}

}  // namespace

std::optional<WeekPattern> read_week(const SettingValues& yaml, uint32_t node) {
  std::string written;
  for (const uint32_t item : yaml.scalars(node, "`week`")) {
    if (!written.empty()) written += ", ";
    written += yaml.node(item).text;
  }
  if (written.empty()) return std::nullopt;
  const WeekPatternParse parsed = parse_week_pattern(written);
  if (!parsed.value) {
    yaml.report(code::bad_setting, Severity::error, yaml.node(node).span,
                quoted(written) + " are no days of the week",
                "write `mon-fri`, `sun-thu` or `mon, wed, fri`");
  }
  return parsed.value;
}

CalendarLayer read_calendar_layer(const SettingValues& yaml, uint32_t mapping,
                                  const DateContext& dates) {
  CalendarLayer layer;
  for_each_entry(yaml.tree(), mapping, [&](uint32_t key, uint32_t value) {
    const std::string_view name = yaml.node(key).text;
    if (name == "holidays") {
      layer.days_off = yaml.ranges(value, dates, "a holiday");
    } else if (name == "week") {
      layer.week = read_week(yaml, value);
    } else if (name == "hours_per_day") {
      layer.minutes_per_day = read_minutes_per_day(yaml, value);
    } else if (name == "inherits") {
      layer.inherits_days_off = yaml.boolean(value, "`inherits`").value_or(true);
    } else {
      yaml.unknown_key(key, "a calendar", {"holidays", "week", "hours_per_day", "inherits"});
    }
  });
  return layer;
}

void read_calendar_settings(const SettingValues& yaml, Settings& settings) {
  const YamlTree& tree = yaml.tree();
  if (const uint32_t order = tree.find(0, "date_order")) {
    const std::string word = yaml.string(order, "`date_order`");
    if (word == "dmy" || word == "day_month") {
      settings.dates.order = DateOrder::day_month;
    } else if (word == "mdy" || word == "month_day") {
      settings.dates.order = DateOrder::month_day;
    } else if (!word.empty()) {
      yaml.bad_value(order, "`date_order`",
                     "write `dmy` if the day stands first in `03/04/2026`, else `mdy`");
    }
  }
  const uint32_t calendar = tree.find(0, "calendar");
  const bool has_calendar = calendar != 0 && yaml.mapping(calendar, "`calendar`");
  const auto part = [&](std::string_view key) {
    return has_calendar ? tree.find(calendar, key) : 0;
  };
  // What the reading of dates depends on comes first.
  if (const uint32_t node = part("fiscal_start")) read_fiscal_start(yaml, node, settings);
  if (const uint32_t node = part("week")) settings.calendar.week = read_week(yaml, node);
  if (settings.calendar.week) settings.dates.week_start = settings.calendar.week->first_day();
  if (const uint32_t node = part("hours_per_day")) {
    settings.calendar.minutes_per_day = read_minutes_per_day(yaml, node);
  }
  settings.durations = WorkingTime(settings.calendar).duration_context();
  if (const uint32_t node = tree.find(0, "start")) {
    settings.start = yaml.date(node, settings.dates, "`start`");
    settings.dates.program_start = settings.start;
  }
  if (const uint32_t node = part("sprints")) read_sprints(yaml, node, settings);
  if (!has_calendar) return;
  for_each_entry(tree, calendar, [&](uint32_t key, uint32_t value) {
    const std::string_view name = yaml.node(key).text;
    if (name == "timezone") {
      read_zone(yaml, value, settings);
    } else if (name == "holidays") {
      settings.calendar.days_off = yaml.ranges(value, settings.dates, "a holiday");
    } else if (name == "freezes") {
      settings.freezes = yaml.ranges(value, settings.dates, "a freeze");
    } else if (name == "calendars") {
      read_calendars(yaml, value, settings);
    } else if (name != "fiscal_start" && name != "week" && name != "hours_per_day" &&
               name != "sprints") {
      yaml.unknown_key(key, "`calendar`",
                       {"timezone", "week", "hours_per_day", "holidays", "freezes", "calendars",
                        "fiscal_start", "sprints"});
    }
  });
}

}  // namespace milepost
