// Finds audiences by name.
#include "redact/audience.h"

#include <algorithm>

namespace milepost {

std::optional<Audience> audience_named(const Program& program, std::string_view name) {
  Audience made;
  if (name.empty()) return made;
  const std::vector<AudienceEntry>& all = program.set.settings.audiences;
  const auto entry = std::ranges::find(all, name, &AudienceEntry::key);
  if (entry == all.end()) return std::nullopt;
  made.name = entry->key;
  made.sees = entry->sees;
  made.omit = entry->omit;
  // Who sees every label is inside: nothing is left to be hidden.
  made.insider = entry->built_in && entry->key == "program_office";
  if (made.insider) {
    made.sees = program.labels;
    return made;
  }
  const auto shows = [&](std::string_view what) {
    return std::ranges::find(entry->shows, what) != entry->shows.end();
  };
  made.shows = {shows("verdict"),       shows("health"),  shows("scores"),
                shows("probabilities"), shows("metrics"), shows("findings")};
  return made;
}

std::vector<std::string> own_audiences(const Program& program) {
  std::vector<std::string> names;
  for (const AudienceEntry& entry : program.set.settings.audiences) {
    if (!entry.built_in) names.push_back(entry.key);
  }
  if (names.empty()) names = {"public", "internal"};
  return names;
}

std::vector<std::string> all_audiences(const Program& program) {
  std::vector<std::string> names;
  for (const AudienceEntry& entry : program.set.settings.audiences) names.push_back(entry.key);
  return names;
}

}  // namespace milepost
