// Asks the time zone library, which reads the system's zone files and downloads nothing.
#include "calendar/zone.h"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <span>

#include "text/ascii.h"
#include "text/edit_distance.h"

namespace milepost {
namespace {

const date::time_zone* as_zone(const void* zone) {
  return static_cast<const date::time_zone*>(zone);
}

// The system's zones in order of their names; none if its zone files are missing.
std::span<const date::time_zone> all_zones() {
  try {
    return date::get_tzdb().zones;
  } catch (const std::exception&) {
    return {};
  }
}

bool is_utc(std::string_view name) {
  return name == "UTC" || name == "Z" || name == "GMT" || name == "Etc/UTC";
}

// What people write for a zone and no zone is called.
struct Abbreviation {
  std::string_view name;
  std::string_view zone;
};

constexpr std::array<Abbreviation, 19> kAbbreviations{{
    {"AEDT", "Australia/Sydney"}, {"AEST", "Australia/Sydney"},   {"AKST", "America/Anchorage"},
    {"BRT", "America/Sao_Paulo"}, {"BST", "Europe/London"},       {"CDT", "America/Chicago"},
    {"CEST", "Europe/Berlin"},    {"CST", "America/Chicago"},     {"EDT", "America/New_York"},
    {"EEST", "Europe/Helsinki"},  {"HKT", "Asia/Hong_Kong"},      {"IST", "Asia/Kolkata"},
    {"JST", "Asia/Tokyo"},        {"KST", "Asia/Seoul"},          {"MDT", "America/Denver"},
    {"NZST", "Pacific/Auckland"}, {"PDT", "America/Los_Angeles"}, {"PST", "America/Los_Angeles"},
    {"SGT", "Asia/Singapore"},
}};

const std::string& utc_name() {
  static const std::string kName = "UTC";
  return kName;
}

}  // namespace

std::optional<Zone> Zone::find(std::string_view name) {
  if (is_utc(name)) return Zone{};
  if (name.empty() || name.size() > 64) return std::nullopt;
  const auto zones = all_zones();
  const auto found = std::lower_bound(
      zones.begin(), zones.end(), name,
      [](const date::time_zone& zone, std::string_view wanted) { return zone.name() < wanted; });
  if (found == zones.end() || found->name() != name) return std::nullopt;
  try {
    // Reads the zone's file now, so that what is wrong with it shows here.
    static_cast<void>(found->get_info(date::sys_seconds{}));
  } catch (const std::exception&) {
    return std::nullopt;
  }
  Zone zone;
  zone.zone_ = &*found;
  return zone;
}

std::vector<std::string> Zone::suggest(std::string_view name) {
  std::vector<std::string> result;
  const auto zones = all_zones();
  const auto add = [&](std::string_view zone) {
    if (result.size() < 3 && std::find(result.begin(), result.end(), zone) == result.end()) {
      result.emplace_back(zone);
    }
  };
  std::string wanted(trim(name));
  std::replace(wanted.begin(), wanted.end(), ' ', '_');
  std::vector<std::string_view> names;
  std::vector<std::string_view> cities;
  names.reserve(zones.size());
  cities.reserve(zones.size());
  for (const date::time_zone& zone : zones) {
    names.push_back(zone.name());
    cities.push_back(names.back().substr(names.back().rfind('/') + 1));
  }
  for (const std::string_view zone : names) {
    if (iequals(zone, wanted)) add(zone);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (iequals(cities[i], wanted) && cities[i].size() < names[i].size()) add(names[i]);
  }
  for (const Abbreviation& entry : kAbbreviations) {
    if (iequals(entry.name, wanted)) add(entry.zone);
  }
  // A short word is near to many a name by chance.
  if (result.empty() && wanted.size() > 3) {
    for (const std::size_t i : nearest(wanted, names)) add(names[i]);
    for (const std::size_t i : nearest(wanted, cities)) add(names[i]);
  }
  return result;
}

const std::string& Zone::name() const {
  return zone_ == nullptr ? utc_name() : as_zone(zone_)->name();
}

std::int32_t Zone::offset_at_utc(std::int64_t utc_seconds) const {
  if (zone_ == nullptr) return 0;
  try {
    const auto info =
        as_zone(zone_)->get_info(date::sys_seconds{std::chrono::seconds{utc_seconds}});
    return static_cast<std::int32_t>(info.offset.count());
  } catch (const std::exception&) {
    return 0;
  }
}

Zone::LocalResult Zone::to_utc(std::int64_t local_seconds) const {
  LocalResult result;
  result.utc_seconds = local_seconds;
  if (zone_ == nullptr) return result;
  try {
    const auto info =
        as_zone(zone_)->get_info(date::local_seconds{std::chrono::seconds{local_seconds}});
    result.ambiguous = info.result == date::local_info::ambiguous;
    result.nonexistent = info.result == date::local_info::nonexistent;
    result.utc_seconds = result.nonexistent ? info.second.begin.time_since_epoch().count()
                                            : local_seconds - info.first.offset.count();
  } catch (const std::exception&) {
    return result;
  }
  return result;
}

}  // namespace milepost
