// Reads which moments of the history are versions.
#include "shape/version_settings.h"

#include <algorithm>
#include <array>
#include <optional>

#include "calendar/date_parse.h"
#include "shape/codes_program.h"
#include "shape/setting_values.h"
#include "shape/settings.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr int kMostKept = 10'000;

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

std::optional<VersionCadence> cadence_of(std::string_view word) {
  if (word == "daily") return VersionCadence::daily;
  if (word == "weekly") return VersionCadence::weekly;
  if (word == "monthly") return VersionCadence::monthly;
  return std::nullopt;
}

// Written as 2026-06-30, whether there is such a day or not.
bool is_written_day(std::string_view word) {
  if (word.size() != 10) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    const bool hyphen = i == 4 || i == 7;
    if (hyphen ? word[i] != '-' : !is_ascii_digit(word[i])) return false;
  }
  return true;
}

bool is_abbreviated_id(std::string_view word) {
  return word.size() >= 7 && word.size() <= 64 &&
         std::ranges::all_of(word, [](char c) { return is_ascii_hex(c); });
}

class VersionReader {
 public:
  VersionReader(const SettingValues& yaml, Settings& settings)
      : yaml_(yaml), settings_(settings), versions_(settings.versions) {}

  void read(uint32_t node) {
    versions_.span = yaml_.node(node).span;
    if (yaml_.is_null(node)) return;
    if (yaml_.is_scalar(node)) {
      const std::string_view word = trim(yaml_.node(node).text);
      if (word == "none" || word == "no" || word == "false" || word == "off") return;
    }
    versions_.written = true;
    if (yaml_.is_mapping(node)) {
      read_mapping(node);
      return;
    }
    for (const VersionWord& word : words(node, "`versions`")) {
      if (is_written_day(word.text) && !check_day(word)) continue;
      if (!add_version_word(versions_, word.text, word.span)) second_cadence(word.span);
    }
  }

 private:
  void read_mapping(uint32_t node) {
    for_each_entry(yaml_.tree(), node, [&](uint32_t key, uint32_t value) {
      const std::string_view name = yaml_.node(key).text;
      if (name == "tags") {
        versions_.tags = words(value, "`tags` of `versions`");
      } else if (name == "branches") {
        versions_.branches = words(value, "`branches` of `versions`");
      } else if (name == "commits") {
        versions_.commits = words(value, "`commits` of `versions`");
      } else if (name == "dates") {
        dates(value);
      } else if (name == "cadence") {
        cadence(value);
      } else if (name == "keep") {
        const auto keep = yaml_.integer(value, 1, kMostKept, "`keep` of `versions`");
        versions_.keep = static_cast<uint32_t>(keep.value_or(0));
      } else if (name == "snapshots") {
        snapshots(value);
      } else {
        yaml_.unknown_key(key, "`versions`",
                          {"tags", "branches", "commits", "dates", "cadence", "keep", "snapshots"});
      }
    });
  }

  std::vector<VersionWord> words(uint32_t node, std::string_view what) const {
    std::vector<VersionWord> words;
    for (const uint32_t item : yaml_.scalars(node, what)) {
      const std::string_view text = trim(yaml_.node(item).text);
      if (!text.empty()) words.push_back({std::string(text), yaml_.node(item).span});
    }
    return words;
  }

  // A day is one wherever it stands, and no tag is called so.
  bool check_day(const VersionWord& word) const {
    const DateParse day = parse_whole_date(word.text, {});
    if (day.value && !day.error) return true;
    yaml_.report(code::bad_setting_date, Severity::error, word.span,
                 "there is no day " + quoted(word.text) + " (`versions`)",
                 "write the day as `2026-06-30`");
    return false;
  }

  void dates(uint32_t node) {
    for (const uint32_t item : yaml_.scalars(node, "`dates` of `versions`")) {
      const auto day = yaml_.date_value(item, settings_.dates, "`dates` of `versions`");
      if (!day) continue;
      if (day->is_day()) {
        versions_.dates.push_back({to_iso(day->first), yaml_.node(item).span});
      } else {
        yaml_.bad_value(item, "day", "write one day, such as " + quoted(to_iso(day->last)));
      }
    }
  }

  void cadence(uint32_t node) {
    constexpr std::array<std::string_view, 3> names = {"daily", "weekly", "monthly"};
    const auto word = yaml_.text(node, "`cadence` of `versions`");
    if (!word || word->empty() || *word == "none") return;
    const auto cadence = cadence_of(*word);
    if (!cadence) {
      yaml_.bad_value(node, "cadence", did_you_mean(*word, names, "write " + quoted_list(names)));
      return;
    }
    versions_.cadence = *cadence;
    versions_.cadence_span = yaml_.node(node).span;
  }

  void snapshots(uint32_t node) {
    for (VersionWord& word : words(node, "`snapshots` of `versions`")) {
      const bool inside = word.text.front() != '/' &&
                          ("/" + word.text + "/").find("/../") == std::string::npos &&
                          word.text.find('\\') == std::string::npos;
      if (inside && iends_with(word.text, ".zip")) {
        versions_.snapshots.push_back(std::move(word));
        continue;
      }
      yaml_.report(code::bad_setting, Severity::error, word.span,
                   quoted(word.text) + " names no bundles inside the program",
                   "write a pattern of paths in the program's folder that ends in `.zip`, such as "
                   "`snapshots/*.zip`");
    }
  }

  void second_cadence(Span span) const {
    yaml_.report(code::bad_setting, Severity::warning, span,
                 "`versions` has a second cadence, which is not used",
                 "choose one of `daily`, `weekly` and `monthly`");
  }

  const SettingValues& yaml_;
  Settings& settings_;
  VersionSettings& versions_;
};

}  // namespace

bool add_version_word(VersionSettings& versions, std::string_view word, Span span) {
  versions.written = true;
  if (const auto cadence = cadence_of(word)) {
    if (versions.cadence != VersionCadence::none) return versions.cadence == *cadence;
    versions.cadence = *cadence;
    versions.cadence_span = span;
    return true;
  }
  VersionWord said{std::string(word), span};
  if (is_written_day(word)) {
    versions.dates.push_back(std::move(said));
  } else if (iends_with(word, ".zip")) {
    versions.snapshots.push_back(std::move(said));
  } else if (is_abbreviated_id(word)) {
    versions.commits.push_back(std::move(said));
  } else {
    versions.names.push_back(std::move(said));
  }
  return true;
}

void read_version_settings(const SettingValues& yaml, uint32_t node, Settings& settings) {
  VersionReader(yaml, settings).read(node);
}

}  // namespace milepost
