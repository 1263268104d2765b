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

std::vector<Audience> readers_of_less(const Program& program, const Audience& inside) {
  std::vector<Audience> readers;
  if (!inside.insider) return readers;
  const auto sees = [](const Audience& who, const std::string& label) {
    return std::ranges::find(who.sees, label) != who.sees.end();
  };
  const Audience plain;
  for (const AudienceEntry& entry : program.set.settings.audiences) {
    if (entry.pages.empty()) continue;
    std::optional<Audience> reader = audience_named(program, entry.key);
    if (!reader || std::ranges::all_of(plain.sees, [&](const std::string& label) {
          return sees(*reader, label);
        })) {
      continue;
    }
    std::erase_if(reader->sees, [&](const std::string& label) { return !sees(inside, label); });
    readers.push_back(std::move(*reader));
  }
  return readers;
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
