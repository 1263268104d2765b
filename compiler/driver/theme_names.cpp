// Lists the names of a program's kinds.
#include "driver/theme_names.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "check/check.h"
#include "compose/phrases.h"
#include "diagnostics/rule.h"
#include "shape/compile_kinds.h"

namespace milepost {
namespace {

using Labels = std::map<std::string, std::string, std::less<>>;

// `gate.internal_docs.change_log`
std::string key_of_gate(std::string key) {
  std::replace(key.begin(), key.end(), '-', '_');
  return "gate." + key;
}

Labels labels_of(const Kinds& kinds, const GateLibrary& gates) {
  Labels labels;
  const auto add = [&](std::string key, const std::string& label) {
    if (!label.empty()) labels.try_emplace(std::move(key), label);
  };
  for (const Kind& kind : kinds.kinds) {
    if (kind.abstract && kind.name != "record") continue;
    add("kind." + kind.name + ".one", kind.label);
    add("kind." + kind.name + ".other", kind.plural_label);
    add("kind." + kind.name + ".doc", kind.doc);
    for (const Status& status : kind.statuses) add("status." + status.name, status.label);
  }
  for (const GateTemplate& gate : gates.gates) {
    add(key_of_gate(gate.key), gate.title);
    for (const GateItemTemplate& item : gate.items) {
      add(key_of_gate(gate.key + "." + item.key), item.text);
    }
  }
  for (const LinkType& link : kinds.link_types) {
    add("link." + link.name, link.label);
    add("link." + link.inverse, link.inverse_label);
  }
  for (const Field& field : kinds.fields) {
    // A field that is a relation has the relation's word.
    const auto link = labels.find("link." + field.name);
    if (link == labels.end() || link->second != field.label) {
      add(field_word_key(field.name, field.label), field.label);
    }
    for (const ChoiceWord& word : field.choices) {
      add("choice." + field.name + "." + word.name, word.label);
    }
  }
  return labels;
}

}  // namespace

std::vector<ThemeName> theme_names(const Kinds& kinds, const GateLibrary& gates) {
  const Labels builtin = labels_of(*builtin_kinds(), builtin_gates());
  Labels labels = labels_of(kinds, gates);
  for (const RuleInfo* rule : rule_catalog()) {
    const std::string code = code_name(rule->code);
    labels.emplace("finding." + code, rule->message);
    labels.emplace("rule." + code, rule->summary);
  }
  std::vector<ThemeName> names;
  for (auto& [key, label] : labels) {
    const auto at = builtin.find(key);
    const bool of_rule = key.starts_with("finding.") || key.starts_with("rule.");
    const bool own = !of_rule && (at == builtin.end() || at->second != label);
    names.push_back({key, label, own});
  }
  return names;
}

}  // namespace milepost
