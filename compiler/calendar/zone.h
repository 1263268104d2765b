// IANA time zones; the one door to the time zone library and the system's zone files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

// A time zone by its IANA name. A small value; default is UTC. Every answer depends only on the
// arguments and the zone files of the system (/usr/share/zoneinfo), never on TZ or a locale.
class Zone {
 public:
  Zone() = default;

  // Exact name ("Europe/London", "UTC"); nothing if there is none. "UTC", "Z" and "GMT" need no
  // zone files; the first other name reads the list of zones.
  static std::optional<Zone> find(std::string_view name);

  // Zones that may have been meant by a name that is none, best first: other case, the city alone,
  // a common abbreviation, a misspelling.
  static std::vector<std::string> suggest(std::string_view name);

  const std::string& name() const;

  // Seconds to add to UTC to get local time, at a UTC instant (seconds since 1970-01-01T00:00Z).
  std::int32_t offset_at_utc(std::int64_t utc_seconds) const;

  struct LocalResult {
    std::int64_t utc_seconds = 0;
    // The clock went back: the time happens twice, the earlier is taken.
    bool ambiguous = false;
    // The clock went forward over it: the moment of the change is taken.
    bool nonexistent = false;
  };
  // `local_seconds` are seconds since 1970-01-01 00:00 as the clocks of the zone show it.
  LocalResult to_utc(std::int64_t local_seconds) const;

 private:
  const void* zone_ = nullptr;  // null: UTC. Lives as long as the process.
};

}  // namespace milepost
