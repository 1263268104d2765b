// Reads who signs, what, and where.
#include "shape/sign_off_settings.h"

#include <string>

#include "shape/codes_program.h"

namespace milepost {
namespace {

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

void read_covers(const SettingValues& yaml, uint32_t node, const Kinds& kinds,
                 SignOffSettings& settings) {
  const KindId release = kinds.find_kind("release");
  for (const uint32_t item : yaml.scalars(node, "`covers` of `sign_offs`")) {
    const std::string name = yaml.string(item, "`covers` of `sign_offs`");
    if (name.empty()) continue;
    if (is_composed_cover(name)) {
      settings.covers.push_back(name);
      continue;
    }
    const FieldId field = release == kNoKind ? kNoField : kinds.find_field(release, name);
    if (field != kNoField) {
      settings.covers.push_back(kinds.field(field).name);
      continue;
    }
    std::vector<std::string_view> names = {"items"};
    if (release != kNoKind) {
      for (const FieldId id : kinds.kind(release).fields) names.push_back(kinds.field(id).name);
    }
    yaml.report(code::no_such_entry, Severity::warning, yaml.node(item).span,
                "a release has no field " + quoted(name),
                did_you_mean(name, names, "write `scope`, `target`, `items` or `rollback`"));
  }
}

// Every sign-off has a file of its own, inside the program.
void read_place(const SettingValues& yaml, uint32_t node, SignOffSettings& settings) {
  const std::string path = yaml.string(node, "`to` of `sign_offs`");
  if (path.empty()) return;
  const bool inside = path.front() != '/' && ("/" + path + "/").find("/../") == std::string::npos &&
                      path.find('\\') == std::string::npos;
  const bool named = path.find("{release}") != std::string::npos &&
                     path.find("{role}") != std::string::npos &&
                     (path.ends_with(".yaml") || path.ends_with(".yml"));
  if (inside && named) {
    settings.to = path;
    return;
  }
  yaml.bad_value(node, "place for sign-offs",
                 "write a path inside the program with `{release}` and `{role}` in it, such as "
                 "`approvals/{release}/{role}.yaml`");
}

}  // namespace

bool is_composed_cover(std::string_view name) {
  return name == "items" || name == "rollback_triggers";
}

void read_sign_off_settings(const SettingValues& yaml, uint32_t node, const Kinds& kinds,
                            Settings& settings, std::vector<uint32_t>& roles) {
  SignOffSettings& sign_offs = settings.sign_offs;
  sign_offs.span = yaml.node(node).span;
  if (!yaml.mapping(node, "`sign_offs`")) return;
  for_each_entry(yaml.tree(), node, [&](uint32_t key, uint32_t value) {
    const std::string_view name = yaml.node(key).text;
    if (name == "roles") {
      sign_offs.roles = yaml.strings(value, "`roles` of `sign_offs`");
      for (const uint32_t item : yaml.scalars(value, "`roles` of `sign_offs`")) {
        roles.push_back(item);
      }
    } else if (name == "covers") {
      read_covers(yaml, value, kinds, sign_offs);
    } else if (name == "to") {
      read_place(yaml, value, sign_offs);
    } else {
      yaml.unknown_key(key, "`sign_offs`", {"roles", "covers", "to"});
    }
  });
}

}  // namespace milepost
