// Stakeholders by interest and influence, and what is told to whom, how and how often.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "redact/view.h"

namespace milepost {

// --- the map
// -------------------------------------------------------------------------------------------

/// Low and very low, medium, high and critical.
enum class StakeBand : uint8_t { low, medium, high };
inline constexpr size_t kStakeBands = 3;

struct StakeholderPlace {
  ViewRecordId record = kNoViewRecord;
  StakeBand interest = StakeBand::low, influence = StakeBand::low;
  std::string now, wanted;  // words for how far they are with us; may be empty
};

/// Those whose interest and influence are both known to the audience; by default neither is, so the
/// map of a plain build is empty unless the program declares these fields open. In source order.
struct StakeholderMap {
  std::vector<StakeholderPlace> places;
  bool engagement = false;  // somebody has `now` or `wanted`
};
StakeholderMap make_stakeholder_map(const View& view, std::span<const ViewRecordId> stakeholders);

// --- communications
// -------------------------------------------------------------------------------------------

/// How often something is told, the most frequent first.
enum class Cadence : uint8_t {
  hourly,
  daily,
  weekly,
  fortnightly,
  monthly,
  quarterly,
  yearly,
  once,   // no rhythm but a day
  other,  // a rhythm in words that we do not know
};
inline constexpr size_t kCadences = static_cast<size_t>(Cadence::other) + 1;

struct CadenceWords {
  Cadence cadence = Cadence::other;
  std::optional<Weekday> weekday;
};
/// Reads "Weekly, Friday 15:00", "every second Wednesday", "2w", "monthly".
CadenceWords read_cadence(std::string_view text);

struct CommunicationRow {
  ViewRecordId record = kNoViewRecord;
  Cadence cadence = Cadence::other;
  std::optional<Date> next;  // where the words or its due date say: as-of or later
};

struct Hearer {
  std::string name;
  ViewParty party;  // whom the name means, if it is one of the program's
  ViewRecordId stakeholder = kNoViewRecord;
  std::vector<ViewRecordId> hears;  // communications, the most frequent first
};

struct CommunicationPlan {
  std::vector<CommunicationRow> rows;  // open ones; by cadence, then next day, then source order
  std::vector<Hearer> hearers;         // in order of first mention
};
CommunicationPlan make_communication_plan(const View& view,
                                          std::span<const ViewRecordId> communications);

}  // namespace milepost
