// Collects the names of hidden things.
#include "redact/names_of_hidden.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/ascii.h"

namespace milepost {
namespace {

bool is_sure_id(std::string_view id) {
  constexpr size_t kShort = 3, kLong = 12;
  const bool digit = std::ranges::any_of(id, is_ascii_digit);
  const bool letter = std::ranges::any_of(id, is_ascii_alpha);
  if (digit) return letter && id.size() >= kShort;
  return id.size() >= kLong && std::ranges::count(id, '-') >= 2;
}

bool is_sure_title(std::string_view title) {
  constexpr size_t kLong = 16, kShort = 10;
  size_t words = 0;
  bool inside = false;
  for (const char c : title) {
    const bool word = is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
    if (word && !inside) ++words;
    inside = word;
  }
  return (words >= 3 && title.size() >= kShort) || (words == 2 && title.size() >= kLong);
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

void add_path(HiddenNames& names, std::string_view path, HiddenThing what) {
  constexpr size_t kShortest = 8;
  if (path.size() < kShortest) return;
  names.add({NameKind::path, std::string(path), what.number()});
  const std::string_view name = file_name(path);
  if (name.size() >= kShortest && name.size() < path.size()) {
    names.add({NameKind::path, std::string(name), what.number()});
  }
}

}  // namespace

HiddenNames names_of_hidden(const Program& program, const SourceSet& sources,
                            const Redaction& redaction, const Audience& audience,
                            const PublishedTexts& published) {
  HiddenNames names;
  // Files of which nothing is shown.
  std::vector<bool> shown(sources.files.size()), spoken_of(sources.files.size());
  const auto place = [&](FileId file, bool seen) {
    if (file == kNoFile) return;
    spoken_of[static_cast<size_t>(file)] = true;
    if (seen) shown[static_cast<size_t>(file)] = true;
  };
  const std::vector<Record>& records = program.set.records;
  for (uint32_t i = 0; i < records.size(); ++i) {
    const bool seen = redaction.shows(RecordIndex{i});
    place(records[i].span.file, seen);
    if (seen) continue;
    const HiddenThing what{HiddenThing::Kind::record, i};
    const auto add_id = [&](const std::string& id) {
      if (is_sure_id(id)) names.add({NameKind::id, id, what.number()});
    };
    add_id(records[i].id);
    if (records[i].short_id != records[i].id) add_id(records[i].short_id);
    for (const std::string& alias : records[i].aliases) add_id(alias);
    if (is_sure_title(records[i].title)) {
      names.add({NameKind::title, std::string(records[i].title), what.number()});
    }
  }
  for (uint32_t i = 0; i < program.set.pages.size(); ++i) {
    const Page& page = program.set.pages[i];
    place(page.file, redaction.shows_page(i));
    if (redaction.shows_page(i)) continue;
    if (is_sure_title(page.title)) {
      names.add({NameKind::title, page.title, HiddenThing{HiddenThing::Kind::page, i}.number()});
    }
  }
  for (uint32_t i = 0; i < program.assets.size(); ++i) {
    if (program.assets[i].used) place(program.assets[i].file, published.shows_asset(i));
  }
  for (uint32_t i = 0; i < spoken_of.size(); ++i) {
    if (!spoken_of[i] || shown[i]) continue;
    add_path(names, sources.files[i].text.path(), {HiddenThing::Kind::file, i});
  }
  // Who is inside knows the addresses of the others.
  const bool inside = std::ranges::find(audience.sees, "internal") != audience.sees.end();
  for (uint32_t i = 0; i < program.people.size() && !inside && !audience.insider; ++i) {
    if (program.people[i].email.empty()) continue;
    names.add({NameKind::email, program.people[i].email,
               HiddenThing{HiddenThing::Kind::person, i}.number()});
  }
  if (names.empty()) return names;
  // What is seen.
  for (uint32_t i = 0; i < records.size(); ++i) {
    if (!redaction.shows(RecordIndex{i})) continue;
    names.add_seen(NameKind::id, records[i].id);
    if (records[i].short_id != records[i].id) names.add_seen(NameKind::id, records[i].short_id);
    for (const std::string& alias : records[i].aliases) names.add_seen(NameKind::id, alias);
    names.add_seen(NameKind::title, records[i].title);
  }
  for (uint32_t i = 0; i < program.set.pages.size(); ++i) {
    if (redaction.shows_page(i)) names.add_seen(NameKind::title, program.set.pages[i].title);
  }
  for (size_t i = 0; i < shown.size(); ++i) {
    if (!shown[i]) continue;
    const std::string& path = sources.files[i].text.path();
    names.add_seen(NameKind::path, path);
    names.add_seen(NameKind::path, file_name(path));
  }
  for (const Person& person : program.people) names.add_seen(NameKind::title, person.name);
  for (const Team& team : program.teams) names.add_seen(NameKind::title, team.name);
  names.add_seen(NameKind::title, program.set.settings.title);
  names.finish();
  return names;
}

}  // namespace milepost
