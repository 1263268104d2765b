// Reads where the site goes, as far as it says who can read it there.
#include "shape/publish_settings.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "shape/codes_program.h"

namespace milepost {
namespace {

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

bool sees_more_than_everybody(const AudienceEntry& audience) {
  return std::ranges::any_of(audience.sees,
                             [](const std::string& label) { return label != "public"; });
}

const AudienceEntry* find_audience(const SettingValues& yaml, uint32_t node,
                                   const std::vector<AudienceEntry>& audiences) {
  const std::string name = yaml.string(node, "`audience` of `publish`");
  if (name.empty()) return nullptr;
  const auto found = std::ranges::find(audiences, name, &AudienceEntry::key);
  if (found != audiences.end()) return &*found;
  std::vector<std::string_view> names;
  for (const AudienceEntry& one : audiences) names.push_back(one.key);
  yaml.report(code::no_such_entry, Severity::error, yaml.node(node).span,
              "there is no audience " + quoted(name),
              did_you_mean(name, names, "there are " + quoted_list(names, names.size())));
  return nullptr;
}

}  // namespace

PublishSettings read_publish_settings(const SettingValues& yaml, uint32_t node,
                                      const std::vector<AudienceEntry>& audiences) {
  PublishSettings publish;
  if (!yaml.mapping(node, "`publish`")) return publish;
  const AudienceEntry* audience = nullptr;
  Span span;
  for_each_entry(yaml.tree(), node, [&](uint32_t key, uint32_t value) {
    const std::string_view name = yaml.node(key).text;
    if (name == "audience") {
      audience = find_audience(yaml, value, audiences);
      span = yaml.node(value).span;
    } else if (name == "access_controlled") {
      publish.access_controlled = yaml.boolean(value, "`access_controlled`").value_or(false);
    } else {
      yaml.unknown_key(key, "`publish`", {"audience", "access_controlled"});
    }
  });
  if (audience != nullptr && (publish.access_controlled || !sees_more_than_everybody(*audience))) {
    publish.audience = audience->key;
    return publish;
  }
  if (audience != nullptr) {
    yaml.report(code::bad_setting, Severity::error, span, sees_too_much(audience->key),
                std::string(kWhoMayOpenIt));
  }
  if (publish.access_controlled) return publish;
  publish.refused = default_publish_settings(audiences).refused;
  if (publish.refused && audience == nullptr) {
    yaml.report(code::bad_setting, Severity::error, yaml.node(node).span,
                sees_too_much(publish.audience), std::string(kWhoMayOpenIt));
  }
  return publish;
}

PublishSettings default_publish_settings(const std::vector<AudienceEntry>& audiences) {
  PublishSettings publish;
  const auto own = std::ranges::find(audiences, publish.audience, &AudienceEntry::key);
  publish.refused = own != audiences.end() && sees_more_than_everybody(*own);
  return publish;
}

std::string sees_too_much(std::string_view audience) {
  return quoted(audience) +
         " sees more than what is public, and everybody may read the place where the site is "
         "published";
}

}  // namespace milepost
