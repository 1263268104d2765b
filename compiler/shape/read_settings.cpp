// program.yaml to Settings: one function for each of its keys.
#include "shape/read_settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <unordered_set>
#include <utility>

#include "markup/base_url.h"
#include "shape/audience_settings.h"
#include "shape/calendar_settings.h"
#include "shape/codes_program.h"
#include "shape/control_settings.h"
#include "shape/gate_settings.h"
#include "shape/publish_settings.h"
#include "shape/schedule_settings.h"
#include "shape/setting_values.h"
#include "shape/sign_off_settings.h"
#include "shape/version_settings.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 30> kKeys = {"program",        "id",
                                                    "description",    "start",
                                                    "as_of",          "target",
                                                    "schedule",       "baseline",
                                                    "date_order",     "calendar",
                                                    "people",         "teams",
                                                    "roles",          "escalation",
                                                    "audiences",      "labels",
                                                    "records",        "exclude",
                                                    "kinds",          "rules",
                                                    "thresholds",     "findings_baseline",
                                                    "site",           "limits",
                                                    "sign_offs",      "gates",
                                                    "change_control", "incident_response",
                                                    "versions",       "publish"};

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

std::optional<Severity> find_severity(std::string_view word) {
  if (word == "off" || word == "false" || word == "no") return Severity::off;
  if (word == "note") return Severity::note;
  if (word == "warning") return Severity::warning;
  if (word == "error") return Severity::error;
  return std::nullopt;
}

class SettingsReader {
 public:
  SettingsReader(const YamlTree& tree, const Kinds& kinds, DiagnosticSink& sink, Settings& settings)
      : yaml_(tree, sink), tree_(tree), kinds_(kinds), settings_(settings) {}

  void read() {
    if (!yaml_.mapping(0, "program.yaml")) return;
    read_calendar_settings(yaml_, settings_);
    for_each_entry(tree_, 0, [&](uint32_t key, uint32_t value) { read_entry(key, value); });
    add_built_in_audiences(settings_.audiences);
    if (publish_ != 0) read_publish_settings(yaml_, publish_, settings_.audiences);
    check_names();
    check_kind_labels();
  }

 private:
  void read_entry(uint32_t key, uint32_t value) {
    const std::string_view name = yaml_.node(key).text;
    if (name == "program") {
      settings_.title = yaml_.string(value, "`program`");
    } else if (name == "id") {
      settings_.id = yaml_.string(value, "`id`");
    } else if (name == "description") {
      settings_.description = yaml_.string(value, "`description`");
    } else if (name == "as_of") {
      settings_.as_of = yaml_.date(value, settings_.dates, "`as_of`");
    } else if (name == "target") {
      settings_.target = yaml_.string(value, "`target`");
      settings_.target_span = yaml_.node(value).span;
    } else if (name == "people") {
      people(value);
    } else if (name == "teams") {
      teams(value);
    } else if (name == "roles") {
      roles(value);
    } else if (name == "sign_offs") {
      read_sign_off_settings(yaml_, value, kinds_, settings_, signers_);
    } else if (name == "change_control") {
      read_change_control(yaml_, value, kinds_, settings_, approvers_);
    } else if (name == "incident_response") {
      read_incident_response(yaml_, value, settings_);
    } else if (name == "escalation") {
      escalation(value);
    } else if (name == "audiences") {
      audiences(value);
    } else if (name == "labels") {
      settings_.labels = yaml_.strings(value, "`labels`");
    } else if (name == "records") {
      records(value);
    } else if (name == "exclude") {
      settings_.exclude = yaml_.strings(value, "`exclude`");
    } else if (name == "rules") {
      rules(value);
    } else if (name == "thresholds") {
      read_thresholds(yaml_, value, settings_);
    } else if (name == "schedule") {
      read_schedule(yaml_, value, settings_);
    } else if (name == "baseline") {
      read_baseline(yaml_, value, settings_);
    } else if (name == "versions") {
      read_version_settings(yaml_, value, settings_);
    } else if (name == "findings_baseline") {
      settings_.findings_baseline = yaml_.string(value, "`findings_baseline`");
    } else if (name == "site") {
      site(value);
    } else if (name == "gates") {
      gate_owners_ = read_gates_setting(yaml_, value, settings_);
    } else if (name == "limits") {
      limits(value);
    } else if (name == "publish") {
      publish_ = value;
    } else if (std::find(kKeys.begin(), kKeys.end(), name) == kKeys.end() &&
               kinds_.find_kind(name) == kNoKind) {
      yaml_.unknown_key(key, "program.yaml", kKeys);
    }
  }

  // f(key, name, entry) for each of a mapping of mappings; an entry may be a single value.
  template <typename F>
  void entries(uint32_t node, std::string_view what, F&& f) {
    if (!yaml_.mapping(node, what)) return;
    for_each_entry(tree_, node, [&](uint32_t key, uint32_t value) {
      f(std::string(trim(yaml_.node(key).text)), yaml_.node(key).span, value);
    });
  }

  void people(uint32_t node) {
    entries(node, "`people`", [&](std::string name, Span span, uint32_t value) {
      PersonEntry person;
      person.key = std::move(name);
      person.span = span;
      if (yaml_.is_scalar(value)) {
        person.name = yaml_.string(value, "a name");
      } else if (yaml_.mapping(value, "a person")) {
        for_each_entry(tree_, value, [&](uint32_t key, uint32_t part) {
          const std::string_view word = yaml_.node(key).text;
          if (word == "name") {
            person.name = yaml_.string(part, "`name`");
          } else if (word == "team") {
            person.team = yaml_.string(part, "`team`");
            person_teams_.push_back(part);
          } else if (word == "role") {
            person.role = yaml_.string(part, "`role`");
          } else if (word == "email") {
            person.email = yaml_.string(part, "`email`");
          } else if (word == "calendar") {
            person.calendar = yaml_.string(part, "`calendar`");
            used_calendars_.push_back(part);
          } else if (word == "week") {
            person.week = read_week(yaml_, part);
          } else if (word == "away") {
            person.away = yaml_.ranges(part, settings_.dates, "an absence");
          } else {
            yaml_.unknown_key(key, "a person",
                              {"name", "team", "role", "email", "calendar", "week", "away"});
          }
        });
      }
      if (person.name.empty()) person.name = person.key;
      settings_.people.push_back(std::move(person));
    });
  }

  void teams(uint32_t node) {
    entries(node, "`teams`", [&](std::string name, Span span, uint32_t value) {
      TeamEntry team;
      team.key = std::move(name);
      team.span = span;
      if (yaml_.is_scalar(value)) {
        team.name = yaml_.string(value, "a name");
      } else if (yaml_.mapping(value, "a team")) {
        for_each_entry(tree_, value, [&](uint32_t key, uint32_t part) {
          const std::string_view word = yaml_.node(key).text;
          if (word == "name") {
            team.name = yaml_.string(part, "`name`");
          } else if (word == "lead") {
            team.lead = yaml_.string(part, "`lead`");
          } else if (word == "calendar") {
            team.calendar = yaml_.string(part, "`calendar`");
            used_calendars_.push_back(part);
          } else {
            yaml_.unknown_key(key, "a team", {"name", "lead", "calendar"});
          }
        });
      }
      if (team.name.empty()) team.name = team.key;
      settings_.teams.push_back(std::move(team));
    });
  }

  void roles(uint32_t node) {
    entries(node, "`roles`", [&](std::string name, Span span, uint32_t value) {
      settings_.roles.push_back({std::move(name), yaml_.strings(value, "a role's people"), span});
    });
  }

  void escalation(uint32_t node) {
    entries(node, "`escalation`", [&](const std::string& name, Span span, uint32_t value) {
      const std::string level = ascii_lower(name);
      const auto found =
          std::find_if(settings_.escalation.begin(), settings_.escalation.end(),
                       [&](const EscalationEntry& known) { return known.level == level; });
      if (found == settings_.escalation.end()) {
        constexpr std::array<std::string_view, 4> levels = {"p0", "p1", "p2", "p3"};
        yaml_.report(code::unknown_setting, Severity::warning, span,
                     quoted(name) + " is no severity of a blocker",
                     did_you_mean(level, levels, "the severities are " + quoted_list(levels)));
        return;
      }
      EscalationEntry& entry = *found;
      entry.span = span;
      if (yaml_.is_null(value)) return;
      if (yaml_.is_scalar(value)) {
        respond(entry, value);
      } else if (yaml_.mapping(value, quoted(name) + " of `escalation`")) {
        for_each_entry(tree_, value, [&](uint32_t key, uint32_t part) {
          const std::string_view word = yaml_.node(key).text;
          if (word == "respond") {
            respond(entry, part);
          } else if (word == "path") {
            entry.path = yaml_.strings(part, "`path`");
            for (const uint32_t item : yaml_.scalars(part, "`path`")) paths_.push_back(item);
          } else {
            yaml_.unknown_key(key, "an escalation", {"respond", "path"});
          }
        });
      }
    });
  }

  void respond(EscalationEntry& entry, uint32_t node) {
    entry.respond = yaml_.duration(node, settings_.durations, "a response time");
    // The default of p2 is the end of the sprint, not a sprint's length later.
    if (entry.level == "p2" && trim(yaml_.node(node).text) == "sprint") entry.respond.reset();
  }

  void audiences(uint32_t node) {
    entries(node, "`audiences`", [&](std::string name, Span span, uint32_t value) {
      if (name == "all") {
        yaml_.report(code::bad_name, Severity::error, span, "no audience can be called `all`",
                     "`--audience all` builds for every audience; take another name");
        return;
      }
      settings_.audiences.push_back(read_audience(yaml_, name, span, value));
    });
  }

  void records(uint32_t node) {
    if (yaml_.is_null(node)) return;
    if (!yaml_.is_sequence(node)) {
      yaml_.report(code::wrong_setting_shape, Severity::error, yaml_.node(node).span,
                   "`records` is no list", "write `records: [{path: \"raid/*.md\", kind: raid}]`");
      return;
    }
    for_each_item(tree_, node, [&](uint32_t item) { records_rule(item); });
  }

  void records_rule(uint32_t item) {
    if (!yaml_.mapping(item, "an entry of `records`")) return;
    RecordsRule rule;
    rule.span = yaml_.node(item).span;
    uint32_t kind_node = 0;
    for_each_entry(tree_, item, [&](uint32_t key, uint32_t part) {
      const std::string_view word = yaml_.node(key).text;
      if (word == "path") {
        rule.pattern = yaml_.string(part, "`path`");
      } else if (word == "kind") {
        rule.kind = yaml_.string(part, "`kind`");
        kind_node = part;
      } else if (word == "visibility") {
        rule.visibility = yaml_.string(part, "`visibility`");
        if (rule.visibility.empty()) rule.visibility = "restricted";  // what cannot be read hides
        rule.span = yaml_.node(part).span;
      } else {
        yaml_.unknown_key(key, "an entry of `records`", {"path", "kind", "visibility"});
      }
    });
    if (rule.pattern.empty()) {
      yaml_.report(code::bad_setting, Severity::error, yaml_.node(item).span,
                   "an entry of `records` names no files", "add `path: \"logs/*.md\"`");
      return;
    }
    if (!rule.kind.empty() && rule.kind != "raid" && rule.kind != "page") {
      if (kinds_.find_kind(rule.kind) == kNoKind) {
        no_such_kind(kind_node);
        return;
      }
    }
    settings_.records.push_back(std::move(rule));
  }

  void no_such_kind(uint32_t node) {
    std::vector<std::string_view> names = {"raid"};
    for (const Kind& kind : kinds_.kinds) {
      if (!kind.abstract) names.push_back(kind.name);
    }
    yaml_.report(
        code::no_such_kind, Severity::error, yaml_.node(node).span,
        quoted(yaml_.node(node).text) + " is no kind",
        did_you_mean(yaml_.node(node).text, names,
                     "define it under `kinds:`, or write `raid` for files that mix kinds"));
  }

  void rules(uint32_t node) {
    entries(node, "`rules`", [&](std::string name, Span span, uint32_t value) {
      const auto word = yaml_.text(value, "a severity");
      if (!word) return;
      if (const auto severity = find_severity(*word)) {
        settings_.named_rules.push_back({std::move(name), *severity, span});
        return;
      }
      constexpr std::array<std::string_view, 4> words = {"off", "note", "warning", "error"};
      yaml_.report(code::bad_setting, Severity::error, yaml_.node(value).span,
                   quoted(*word) + " is no severity",
                   did_you_mean(*word, words, "write " + quoted_list(words)));
    });
  }

  void site(uint32_t node) {
    if (!yaml_.mapping(node, "`site`")) return;
    for_each_entry(tree_, node, [&](uint32_t key, uint32_t value) {
      const std::string_view name = yaml_.node(key).text;
      if (name == "base_url") {
        settings_.base_url = web_address(value, "`base_url`");
        if (!settings_.base_url.empty() && !BaseUrl::from_data(settings_.base_url)) {
          yaml_.bad_value(value, "address of a site",
                          "write where the site's front page is, without `?` and `#`: "
                          "`https://example.org/checkout/`");
          settings_.base_url.clear();
        }
      } else if (name == "edit_url") {
        settings_.edit_url = web_address(value, "`edit_url`");
        if (!settings_.edit_url.empty() && settings_.edit_url.find("{path}") == std::string::npos) {
          yaml_.report(code::bad_setting, Severity::warning, yaml_.node(value).span,
                       "`edit_url` is the same for every file",
                       "put `{path}` where the file's path has to stand");
        }
      } else if (name == "theme") {
        settings_.theme = yaml_.string(value, "`theme`");
        settings_.theme_span = yaml_.node(value).span;
      } else if (name == "language") {
        settings_.language = yaml_.string(value, "`language`");
      } else if (name == "robots") {
        robots(value);
      } else {
        yaml_.unknown_key(key, "`site`", {"base_url", "edit_url", "theme", "language", "robots"});
      }
    });
  }

  void robots(uint32_t node) {
    constexpr std::array<std::string_view, 2> words = {"allow", "deny"};
    const std::string word = yaml_.string(node, "`robots`");
    if (word == "allow" || word == "deny") {
      settings_.robots = word == "allow";
    } else if (!word.empty()) {
      yaml_.bad_value(node, "`robots`",
                      did_you_mean(word, words,
                                   "write `allow` for a site that search engines may list, "
                                   "else `deny`"));
    }
  }

  std::string web_address(uint32_t node, std::string_view what) {
    std::string address = yaml_.string(node, what);
    if (address.empty() || istarts_with(address, "https://") || istarts_with(address, "http://")) {
      return address;
    }
    yaml_.bad_value(node, what, "write an address that begins with `https://`");
    return {};
  }

  void limits(uint32_t node) {
    Limits& limits = settings_.limits;
    if (!yaml_.mapping(node, "`limits`")) return;
    for_each_entry(tree_, node, [&](uint32_t key, uint32_t value) {
      const std::string_view name = yaml_.node(key).text;
      if (name == "file_bytes") {
        limit(value, name, limits.file_bytes);
      } else if (name == "body_bytes") {
        limit(value, name, limits.body_bytes);
      } else if (name == "front_matter_nodes") {
        limit(value, name, limits.front_matter_nodes);
      } else if (name == "yaml_nodes") {
        limit(value, name, limits.yaml_nodes);
      } else if (name == "records") {
        limit(value, name, limits.records);
      } else if (name == "attachment_bytes") {
        limit(value, name, limits.attachment_bytes);
      } else if (name == "total_bytes") {
        limit(value, name, limits.total_bytes);
      } else if (name == "files") {
        limit(value, name, limits.files);
      } else if (name == "evidence_bytes") {
        limit(value, name, limits.evidence_bytes);
      } else if (name == "evidence_total_bytes") {
        limit(value, name, limits.evidence_total_bytes);
      } else {
        yaml_.unknown_key(
            key, "`limits`",
            {"file_bytes", "body_bytes", "front_matter_nodes", "yaml_nodes", "records",
             "attachment_bytes", "total_bytes", "files", "evidence_bytes", "evidence_total_bytes"});
      }
    });
  }

  // A whole number, with `KB` or `MB` after it if one likes.
  template <typename T>
  void limit(uint32_t node, std::string_view name, T& to) {
    const auto written = yaml_.text(node, quoted(name));
    if (!written || written->empty()) return;
    uint64_t value = 0;
    const char* end = written->data() + written->size();
    const auto [at, error] = std::from_chars(written->data(), end, value);
    const std::string_view unit = trim(std::string_view(at, static_cast<size_t>(end - at)));
    const uint64_t factor = unit.empty()          ? 1
                            : iequals(unit, "KB") ? 1024
                            : iequals(unit, "MB") ? 1024 * 1024
                                                  : 0;
    if (error != std::errc() || factor == 0 || value == 0 || value > (uint64_t{1} << 40)) {
      yaml_.bad_value(node, quoted(name), "write a whole number, or one with `KB` or `MB`");
      return;
    }
    if (value * factor > to) {
      yaml_.report(
          code::limit_raised, Severity::error, yaml_.node(node).span,
          quoted(name) + " is above the limit of " + std::to_string(to),
          "program.yaml may only lower a limit; write at most `" + std::to_string(to) + "`");
      return;
    }
    to = static_cast<T>(value * factor);
  }

  // The places of `nodes` whose name is none of `names`.
  void check_known(const std::vector<uint32_t>& nodes, const std::vector<std::string_view>& names,
                   std::string_view what) {
    const std::unordered_set<std::string_view> known(names.begin(), names.end());
    for (const uint32_t node : nodes) {
      const std::string_view name = trim(yaml_.node(node).text);
      if (name.empty() || known.count(name) != 0) continue;
      yaml_.report(code::no_such_entry, Severity::warning, yaml_.node(node).span,
                   quoted(what) + " has no " + quoted(name),
                   did_you_mean(name, names, "add " + quoted(name) + " to " + quoted(what)));
    }
  }

  // Names within program.yaml that have to be there; who people are is found out by link/.
  void check_names() {
    std::vector<std::string_view> names;
    for (const CalendarEntry& calendar : settings_.calendars) names.push_back(calendar.key);
    check_known(used_calendars_, names, "calendar.calendars");
    names.clear();
    for (const TeamEntry& team : settings_.teams) names.push_back(team.key);
    for (const TeamEntry& team : settings_.teams) names.push_back(team.name);
    if (!names.empty()) check_known(person_teams_, names, "teams");
    names.clear();
    for (const RoleEntry& role : settings_.roles) names.push_back(role.key);
    if (names.empty()) return;
    check_known(signers_, names, "roles");
    check_known(approvers_, names, "roles");
    for (const PersonEntry& person : settings_.people) names.push_back(person.key);
    check_known(paths_, names, "roles");
    check_known(gate_owners_, names, "roles");
  }

  void check_kind_labels() {
    const uint32_t kinds = tree_.find(0, "kinds");
    if (kinds == 0 || !yaml_.is_mapping(kinds)) return;
    std::vector<std::string_view> labels = {"public", "internal", "restricted"};
    labels.insert(labels.end(), settings_.labels.begin(), settings_.labels.end());
    const auto check = [&](uint32_t of, bool is_field) {
      const uint32_t node = yaml_.is_mapping(of) ? tree_.find(of, "visibility") : 0;
      if (node == 0 || !yaml_.is_scalar(node)) return;
      const std::string_view label = trim(yaml_.node(node).text);
      if (std::find(labels.begin(), labels.end(), label) != labels.end()) return;
      if (is_field && label == "open") return;
      yaml_.report(code::unknown_visibility, Severity::error, yaml_.node(node).span,
                   quoted(label) + " is no visibility label",
                   did_you_mean(label, labels,
                                "add it: `labels: [" + std::string(label) +
                                    "]`; until then it "
                                    "counts as `restricted`"));
    };
    const std::function<void(uint32_t)> check_fields = [&](uint32_t fields) {
      if (fields == 0 || !yaml_.is_mapping(fields)) return;
      for_each_entry(tree_, fields, [&](uint32_t, uint32_t field) {
        check(field, true);
        // The reader of kinds has refused what lies too deep.
        if (yaml_.is_mapping(field)) check_fields(tree_.find(field, "fields"));
      });
    };
    for_each_entry(tree_, kinds, [&](uint32_t, uint32_t kind) {
      check(kind, false);
      if (!yaml_.is_mapping(kind)) return;
      check_fields(tree_.find(kind, "fields"));
      check_fields(tree_.find(kind, "links"));
    });
  }

  SettingValues yaml_;
  const YamlTree& tree_;
  const Kinds& kinds_;
  Settings& settings_;
  uint32_t publish_ = 0;  // its node: audiences are read before it
  std::vector<uint32_t> used_calendars_, person_teams_, paths_, signers_, gate_owners_, approvers_;
};

}  // namespace

Settings read_settings(const YamlTree& program, FileId file, const Kinds& kinds,
                       DiagnosticSink& sink) {
  Settings settings;
  settings.file = file;
  settings.gates = builtin_gates();
  for (const std::string_view level : {"p0", "p1", "p2", "p3"}) {
    settings.escalation.push_back({std::string(level), {}, {}, {}});
  }
  settings.change_control = default_change_control();
  settings.incident_response = default_incident_response();
  if (!program.empty()) SettingsReader(program, kinds, sink, settings).read();
  if (file != kNoFile && settings.title.empty()) {
    sink.report({code::no_title,
                 Severity::error,
                 Span{file, 0, 0},
                 "the program has no title",
                 "begin the file with `program: Its title`",
                 {}});
  }
  return settings;
}

void resolve_rules(Settings& settings, std::span<const RuleInfo* const> all, DiagnosticSink& sink) {
  std::vector<std::string_view> names;
  for (const RuleInfo* rule : all) names.push_back(rule->name);
  for (const NamedRule& named : settings.named_rules) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const RuleInfo* rule) {
      return iequals(code_name(rule->code), named.name) || rule->name == named.name;
    });
    if (found != all.end()) {
      settings.rules[(*found)->code] = named.severity;
      continue;
    }
    sink.report({code::unknown_rule,
                 Severity::warning,
                 named.span,
                 quoted(named.name) + " is no rule",
                 did_you_mean(named.name, names,
                              "name a rule by its code, as `MP301`, or as messages print it"),
                 {}});
  }
}

}  // namespace milepost
