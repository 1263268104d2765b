// Reads who agrees to changes, and how fast incidents are answered.
#include "shape/control_settings.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "shape/codes_program.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr int64_t kHour = 60;
constexpr int64_t kDay = 24 * kHour;

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

Duration wall(int64_t minutes) {
  return {minutes, TimeKind::wall};
}

// The sub-fields that an impact assessment has.
std::vector<std::string_view> impact_areas(const Kinds& kinds) {
  std::vector<std::string_view> names;
  const KindId change = kinds.find_kind("change");
  const FieldId impact = change == kNoKind ? kNoField : kinds.find_field(change, "impact");
  if (impact == kNoField) return names;
  for (const FieldId area : kinds.field(impact).fields) names.push_back(kinds.field(area).name);
  return names;
}

class ChangeControlReader {
 public:
  ChangeControlReader(const SettingValues& yaml, const Kinds& kinds, std::vector<uint32_t>& roles)
      : yaml_(yaml), kinds_(kinds), roles_(roles), areas_(impact_areas(kinds)) {
    const KindId change = kinds.find_kind("change");
    if (change != kNoKind) type_ = kinds.find_field(change, "type");
  }

  void read(uint32_t key, uint32_t node, std::vector<ChangeControlEntry>& entries) {
    const std::string type = type_of(key);
    if (type.empty()) return;
    ChangeControlEntry entry;
    entry.type = type;
    entry.written = true;
    entry.span = yaml_.node(key).span;
    if (!yaml_.is_null(node)) {
      if (!yaml_.mapping(node, "a type of `change_control`")) return;
      for_each_entry(yaml_.tree(), node,
                     [&](uint32_t name, uint32_t value) { part(name, value, entry); });
    }
    const auto known = std::ranges::find(entries, type, &ChangeControlEntry::type);
    if (known == entries.end()) {
      entries.push_back(std::move(entry));
    } else {
      *known = std::move(entry);
    }
  }

 private:
  std::string type_of(uint32_t key) {
    const std::string_view word = trim(yaml_.node(key).text);
    if (type_ == kNoField) return std::string(word);
    const std::vector<ChoiceWord>& choices = kinds_.field(type_).choices;
    if (choices.empty()) return std::string(word);
    std::vector<std::string_view> names;
    for (const ChoiceWord& choice : choices) {
      if (choice.name == word) return choice.name;
      names.push_back(choice.name);
    }
    yaml_.report(code::unknown_setting, Severity::warning, yaml_.node(key).span,
                 quoted(word) + " is no type of change",
                 did_you_mean(word, names, "the types are " + quoted_list(names)));
    return {};
  }

  void part(uint32_t name, uint32_t value, ChangeControlEntry& entry) {
    const std::string_view word = yaml_.node(name).text;
    if (word == "approvals") {
      entry.approvals = yaml_.strings(value, "`approvals` of a change");
      for (const uint32_t item : yaml_.scalars(value, "`approvals` of a change")) {
        roles_.push_back(item);
      }
    } else if (word == "impact") {
      for (const uint32_t item : yaml_.scalars(value, "`impact` of a change")) area(item, entry);
    } else {
      yaml_.unknown_key(name, "a type of `change_control`", {"approvals", "impact"});
    }
  }

  void area(uint32_t item, ChangeControlEntry& entry) {
    const std::string name = yaml_.string(item, "`impact` of a change");
    if (name.empty()) return;
    if (std::ranges::find(areas_, name) != areas_.end()) {
      entry.impact.push_back(name);
      return;
    }
    yaml_.report(code::no_such_entry, Severity::warning, yaml_.node(item).span,
                 "the impact of a change has no area " + quoted(name),
                 did_you_mean(name, areas_, "the areas are " + quoted_list(areas_)));
  }

  const SettingValues& yaml_;
  const Kinds& kinds_;
  std::vector<uint32_t>& roles_;
  std::vector<std::string_view> areas_;
  FieldId type_ = kNoField;
};

}  // namespace

std::vector<ChangeControlEntry> default_change_control() {
  const auto entry = [](std::string_view type, std::vector<std::string> approvals,
                        std::vector<std::string> impact) {
    return ChangeControlEntry{
        std::string(type), std::move(approvals), std::move(impact), false, {}};
  };
  return {
      entry("scope", {"product", "tech_lead", "tpm"}, {"timeline", "resources", "dependencies"}),
      entry("technical", {"tech_lead", "principal_engineer"},
            {"architecture", "performance", "security"}),
      entry("timeline", {"tpm", "sponsor"}, {"deliverables", "dependencies", "cost"}),
      entry("resource", {"tpm", "sponsor"}, {"timeline", "resources"}),
      entry("cost", {"tpm", "sponsor"}, {"cost"})};
}

std::vector<IncidentEntry> default_incident_response() {
  constexpr int64_t kReviewDays = 7;
  std::vector<IncidentEntry> entries;
  for (const char* severity : {"sev1", "sev2", "sev3", "sev4"}) {
    entries.push_back({severity, {}, {}, {}, {}, {}});
  }
  entries[0].respond = wall(5);
  entries[1].respond = wall(15);
  entries[0].review = entries[1].review = wall(kReviewDays * kDay);
  return entries;
}

void read_change_control(const SettingValues& yaml, uint32_t node, const Kinds& kinds,
                         Settings& settings, std::vector<uint32_t>& roles) {
  if (!yaml.mapping(node, "`change_control`")) return;
  ChangeControlReader reader(yaml, kinds, roles);
  for_each_entry(yaml.tree(), node, [&](uint32_t key, uint32_t value) {
    reader.read(key, value, settings.change_control);
  });
}

void read_incident_response(const SettingValues& yaml, uint32_t node, Settings& settings) {
  if (!yaml.mapping(node, "`incident_response`")) return;
  DurationContext context = settings.durations;
  context.default_kind = TimeKind::wall;
  for_each_entry(yaml.tree(), node, [&](uint32_t key, uint32_t value) {
    const std::string severity = ascii_lower(trim(yaml.node(key).text));
    const auto entry =
        std::ranges::find(settings.incident_response, severity, &IncidentEntry::severity);
    if (entry == settings.incident_response.end()) {
      constexpr std::array<std::string_view, 4> levels = {"sev1", "sev2", "sev3", "sev4"};
      yaml.report(code::unknown_setting, Severity::warning, yaml.node(key).span,
                  quoted(yaml.node(key).text) + " is no severity of an incident",
                  did_you_mean(severity, levels, "the severities are " + quoted_list(levels)));
      return;
    }
    entry->span = yaml.node(key).span;
    const auto time = [&](uint32_t at, std::optional<Duration>& to, std::string_view what) {
      if (yaml.is_scalar(at) && iequals(trim(yaml.node(at).text), "none")) {
        to.reset();
      } else if (const auto read = yaml.duration(at, context, what)) {
        to = read;
      }
    };
    if (yaml.is_null(value)) return;
    if (yaml.is_scalar(value)) return time(value, entry->respond, "a response time");
    if (!yaml.mapping(value, "a severity of `incident_response`")) return;
    for_each_entry(yaml.tree(), value, [&](uint32_t name, uint32_t at) {
      const std::string_view word = yaml.node(name).text;
      if (word == "respond") {
        time(at, entry->respond, "a response time");
      } else if (word == "mitigate") {
        time(at, entry->mitigate, "a time to contain it");
      } else if (word == "resolve") {
        time(at, entry->resolve, "a time to end it");
      } else if (word == "review") {
        time(at, entry->review, "a time to the post-mortem");
      } else {
        yaml.unknown_key(name, "a severity of `incident_response`",
                         {"respond", "mitigate", "resolve", "review"});
      }
    });
  });
}

}  // namespace milepost
