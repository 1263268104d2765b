// Reads the response clock of a blocker or an incident.
#include "compose/response_clock.h"

#include <algorithm>
#include <variant>

namespace milepost {
namespace {

std::optional<uint8_t> percent_of(DateTime from, DateTime at, DateTime until) {
  const int64_t whole = until.utc_seconds - from.utc_seconds;
  if (whole <= 0) return std::nullopt;
  const int64_t part = std::clamp<int64_t>(at.utc_seconds - from.utc_seconds, 0, whole);
  return static_cast<uint8_t>(part * 100 / whole);
}

}  // namespace

std::optional<DateTime> moment_of(const View& view, const ViewRecord& record,
                                  std::string_view field) {
  const ViewField* found = view.find_field(record, field);
  if (found == nullptr) return std::nullopt;
  const auto* moment = std::get_if<DateTime>(&found->values.front().data);
  return moment == nullptr ? std::nullopt : std::optional(*moment);
}

ResponseClock response_clock(const View& view, const ViewRecord& record) {
  const ViewFacts& facts = record.facts;
  const Zone& zone = view.program.zone;
  const auto has_time = [&](const std::optional<DateTime>& moment) {
    return moment && to_local(*moment, zone).second_of_day != 0;
  };
  ResponseClock clock;
  if (facts.responded || !record.is_open()) {
    clock.state = ClockState::answered;
    clock.answered_at = moment_of(view, record, "acknowledged");
    const std::optional<DateTime> raised = moment_of(view, record, "raised");
    if (!has_time(clock.answered_at) || !has_time(raised)) return clock;
    const int64_t seconds = clock.answered_at->utc_seconds - raised->utc_seconds;
    if (seconds < 0) return clock;
    clock.took_minutes = seconds / 60;
    if (!facts.respond_by) return clock;
    clock.percent = percent_of(*raised, *clock.answered_at, *facts.respond_by);
    clock.answered_late = *clock.answered_at > *facts.respond_by;
    return clock;
  }
  if (!facts.respond_by) return clock;
  // The day as such has no time of day: a clock is past once the whole day is.
  const DateTime now = to_utc(LocalTime{view.program.as_of, 0}, zone);
  clock.state = *facts.respond_by < now ? ClockState::past : ClockState::running;
  if (clock.state == ClockState::past) {
    clock.percent = 100;
  } else if (facts.raised_at) {
    clock.percent = percent_of(*facts.raised_at, now, *facts.respond_by);
  }
  return clock;
}

}  // namespace milepost
