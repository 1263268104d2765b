// Looks up what `gates:` names.
#include "link/gate_references.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "link/codes.h"
#include "shape/gate_templates.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/words.h"

namespace milepost {
namespace {

class GateNames {
 public:
  GateNames(const Program& program, const Record& record, DiagnosticSink& sink)
      : kinds_(program.kinds()),
        library_(program.set.settings.gates),
        record_(record),
        sink_(sink) {}

  void check(const FieldValue& gates) {
    for (const Value& value : gates.values) {
      const Object* object = std::get_if<Object>(&value.data);
      if (object != nullptr) entry(object->fields);
    }
  }

 private:
  const FieldValue* find(const std::vector<FieldValue>& fields, std::string_view name) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldValue& field) {
      return kinds_.field(field.field).name == name;
    });
    return found == fields.end() ? nullptr : &*found;
  }

  void entry(const std::vector<FieldValue>& fields) {
    std::vector<const GateTemplate*> gates;
    const FieldValue* use = find(fields, "use");
    const bool own = find(fields, "items") != nullptr;
    if (use != nullptr) {
      for (const Value& name : use->values) {
        if (!take(name, gates) && !own && !is_heading(name.text)) report_unknown(name);
      }
    }
    const FieldValue* without = find(fields, "without");
    if (without == nullptr || gates.empty()) return;
    for (const Value& item : without->values) check_item(item, gates);
  }

  bool take(const Value& name, std::vector<const GateTemplate*>& gates) const {
    if (const GateTemplate* gate = library_.gate(name.text)) {
      gates.push_back(gate);
      return true;
    }
    const GateSet* set = library_.set(name.text);
    if (set == nullptr) return false;
    for (const std::string& key : set->gates) {
      if (const GateTemplate* gate = library_.gate(key)) gates.push_back(gate);
    }
    return true;
  }

  bool is_heading(std::string_view name) const {
    const std::string wanted = normalize_label(name);
    if (std::any_of(record_.checks.begin(), record_.checks.end(),
                    [&](const CheckItem& item) { return normalize_label(item.group) == wanted; })) {
      return true;
    }
    const FieldId items = kinds_.field_of(record_.kind, Role::acceptance);
    for (const FieldValue& field : record_.fields) {
      if (field.field != items) continue;
      for (const Value& value : field.values) {
        const Object* object = std::get_if<Object>(&value.data);
        const FieldValue* gate = object == nullptr ? nullptr : find(object->fields, "gate");
        if (gate != nullptr && normalize_label(gate->values.front().text) == wanted) return true;
      }
    }
    return false;
  }

  static std::string near_word(std::string_view word, const std::vector<std::string_view>& words) {
    const std::vector<std::size_t> near = nearest(ascii_lower(word), words, 1);
    return near.empty() ? std::string()
                        : "did you mean `" + std::string(words[near.front()]) + "`?";
  }

  void report_unknown(const Value& name) {
    std::vector<std::string_view> words;
    for (const GateSet& set : library_.sets) words.push_back(set.key);
    for (const GateTemplate& gate : library_.gates) words.push_back(gate.key);
    std::string help = near_word(name.text, words);
    if (help.empty()) {
      help =
          "write a gate of the library (docs/gates.md has them), a heading of "
          "the release, or add it to `gates:` in program.yaml";
    }
    report(sink_, kUnknownGate, Severity::error, name.span,
           "`" + std::string(name.text) + "` is no gate", std::move(help));
  }

  void check_item(const Value& item, const std::vector<const GateTemplate*>& gates) {
    const std::string wanted = normalize_label(item.text);
    std::vector<std::string_view> keys;
    for (const GateTemplate* gate : gates) {
      for (const GateItemTemplate& one : gate->items) {
        if (normalize_label(one.key) == wanted || normalize_label(one.text) == wanted) return;
        keys.push_back(one.key);
      }
    }
    std::string help = near_word(item.text, keys);
    if (help.empty() && !keys.empty()) {
      help = "its items are ";
      for (std::size_t i = 0; i < keys.size() && i < 8; ++i) {
        help += (i == 0 ? "`" : ", `") + std::string(keys[i]) + "`";
      }
    }
    report(sink_, kUnknownGateItem, Severity::warning, item.span,
           "`without` names `" + std::string(item.text) + "`, which the gate does not have",
           std::move(help));
  }

  const Kinds& kinds_;
  const GateLibrary& library_;
  const Record& record_;
  DiagnosticSink& sink_;
};

}  // namespace

void check_gate_names(const Program& program, DiagnosticSink& sink) {
  for (const Record& record : program.set.records) {
    const FieldId field = program.kinds().field_of(record.kind, Role::gates);
    if (field == kNoField) continue;
    for (const FieldValue& value : record.fields) {
      if (value.field == field) GateNames(program, record, sink).check(value);
    }
  }
}

}  // namespace milepost
