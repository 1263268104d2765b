// The language of gates.yaml, which is that of a program's `gates:`.
#include "shape/gate_settings.h"

#include <algorithm>
#include <utility>

#include "calendar/when.h"
#include "files/embedded.h"
#include "parse/yaml.h"
#include "shape/codes_program.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

class GateReader {
 public:
  GateReader(const SettingValues& yaml, Settings& settings, bool own)
      : yaml_(yaml), settings_(settings), library_(settings.gates), own_(own) {}

  void read(uint32_t node) {
    if (!yaml_.mapping(node, "`gates`")) return;
    uint32_t sets = 0;
    for_each_entry(yaml_.tree(), node, [&](uint32_t key, uint32_t value) {
      if (yaml_.node(key).text == "sets") {
        sets = value;
      } else {
        gate(key, value);
      }
    });
    if (sets != 0) read_sets(sets);
  }

  // Sets name gates that stand anywhere in the file.
  void read_sets(uint32_t node) {
    if (!yaml_.mapping(node, "`sets` of `gates`")) return;
    for_each_entry(yaml_.tree(), node, [&](uint32_t key, uint32_t value) { set(key, value); });
  }

  std::vector<uint32_t> owners;

 private:
  void set(uint32_t key, uint32_t value) {
    const std::string_view name = trim(yaml_.node(key).text);
    GateSet made{std::string(name), {}, own_, yaml_.node(key).span};
    for (const uint32_t item : yaml_.scalars(value, quoted(name))) {
      const std::string_view word = trim(yaml_.node(item).text);
      if (const GateTemplate* gate = library_.gate(word)) {
        made.gates.push_back(gate->key);
      } else if (const GateSet* other = library_.set(word)) {
        made.gates.insert(made.gates.end(), other->gates.begin(), other->gates.end());
      } else {
        std::vector<std::string_view> names;
        for (const GateTemplate& one : library_.gates) names.push_back(one.key);
        for (const GateSet& one : library_.sets) names.push_back(one.key);
        yaml_.report(
            code::no_such_entry, Severity::error, yaml_.node(item).span,
            quoted(word) + " is no gate",
            did_you_mean(word, names, "define it: " + quoted(std::string(word) + ": [An item]")));
      }
    }
    const auto known = std::find_if(library_.sets.begin(), library_.sets.end(),
                                    [&](const GateSet& other) { return other.key == made.key; });
    if (known != library_.sets.end()) {
      *known = std::move(made);
    } else {
      library_.sets.push_back(std::move(made));
    }
  }

  GateTemplate& gate_of(uint32_t key) {
    const std::string_view name = trim(yaml_.node(key).text);
    if (const GateTemplate* known = library_.gate(name)) {
      return library_.gates[static_cast<size_t>(known - library_.gates.data())];
    }
    GateTemplate& made = library_.gates.emplace_back();
    made.key = slug(name);
    made.title = name;
    if (made.title == made.key) {
      made.title[0] = ascii_upper(made.title[0]);
      std::replace(made.title.begin(), made.title.end(), '-', ' ');
    }
    return made;
  }

  void gate(uint32_t key, uint32_t value) {
    if (trim(yaml_.node(key).text).empty()) return;
    GateTemplate& made = gate_of(key);
    made.own = own_;
    if (own_) made.span = yaml_.node(key).span;
    if (yaml_.is_null(value)) return;
    if (yaml_.is_sequence(value) || yaml_.is_scalar(value)) {
      items(value, made);
      return;
    }
    for_each_entry(yaml_.tree(), value, [&](uint32_t name, uint32_t part) {
      const std::string_view word = yaml_.node(name).text;
      if (word == "title") {
        made.title = yaml_.string(part, "`title`");
      } else if (word == "synonyms") {
        for (std::string& synonym : yaml_.strings(part, "`synonyms`")) {
          made.synonyms.push_back(std::move(synonym));
        }
      } else if (word == "owner") {
        made.owner = owner(part);
      } else if (word == "due") {
        made.due = due(part);
      } else if (word == "if") {
        made.condition = yaml_.string(part, "`if`");
      } else if (word == "signed_off") {
        made.signed_off = yaml_.boolean(part, "`signed_off`").value_or(false);
      } else if (word == "items") {
        items(part, made);
      } else if (word == "without") {
        without(part, made);
      } else {
        yaml_.unknown_key(
            name, "a gate",
            {"title", "synonyms", "owner", "due", "if", "items", "without", "signed_off"});
      }
    });
  }

  void without(uint32_t node, GateTemplate& gate) {
    for (const uint32_t item : yaml_.scalars(node, "`without`")) {
      const std::string_view word = trim(yaml_.node(item).text);
      const auto gone = std::erase_if(gate.items, [&](const GateItemTemplate& one) {
        return one.key == word || normalize_label(one.text) == normalize_label(word);
      });
      if (gone > 0) continue;
      std::vector<std::string_view> names;
      for (const GateItemTemplate& one : gate.items) names.push_back(one.key);
      yaml_.report(code::no_such_entry, Severity::warning, yaml_.node(item).span,
                   quoted(gate.key) + " has no item " + quoted(word),
                   did_you_mean(word, names, "its items are " + quoted_list(names)));
    }
  }

  std::string owner(uint32_t node) {
    owners.push_back(node);
    return yaml_.string(node, "`owner`");
  }

  std::string due(uint32_t node) {
    const auto text = yaml_.text(node, "`due`");
    if (!text || text->empty()) return {};
    const DurationContext durations = WorkingTime(settings_.calendar).duration_context();
    const WhenParse when = parse_when(*text, settings_.dates, durations);
    if (when.value) return std::string(*text);
    yaml_.report(code::bad_setting_date, Severity::error, yaml_.node(node).span,
                 quoted(*text) + " is no date",
                 "write a date, or one that counts from the release: `target - 7d`");
    return {};
  }

  void items(uint32_t node, GateTemplate& gate) {
    if (yaml_.is_null(node)) return;
    if (yaml_.is_scalar(node)) {
      item(node, gate);
      return;
    }
    if (!yaml_.is_sequence(node)) {
      yaml_.report(code::wrong_setting_shape, Severity::error, yaml_.node(node).span,
                   "the items of a gate are no list", "write `items: [{id: load-test, text: …}]`");
      return;
    }
    for_each_item(yaml_.tree(), node, [&](uint32_t one) { item(one, gate); });
  }

  void item(uint32_t node, GateTemplate& gate) {
    GateItemTemplate made;
    if (own_) made.span = yaml_.node(node).span;
    if (yaml_.is_scalar(node)) {
      made.text = yaml_.string(node, "an item");
    } else if (yaml_.mapping(node, "an item of a gate")) {
      for_each_entry(yaml_.tree(), node, [&](uint32_t key, uint32_t part) {
        const std::string_view word = yaml_.node(key).text;
        if (word == "text" || word == "item") {
          made.text = yaml_.string(part, "`text`");
        } else if (word == "id") {
          made.key = yaml_.string(part, "`id`");
        } else if (word == "advisory") {
          made.advisory = yaml_.boolean(part, "`advisory`").value_or(false);
        } else if (word == "required") {
          made.advisory = !yaml_.boolean(part, "`required`").value_or(true);
        } else if (word == "owner") {
          made.owner = owner(part);
        } else if (word == "due") {
          made.due = due(part);
        } else if (word == "if") {
          made.condition = yaml_.string(part, "`if`");
        } else if (word == "evidence") {
          made.evidence = yaml_.string(part, "`evidence`");
        } else if (word == "expect") {
          made.expect = yaml_.string(part, "`expect`");
        } else if (word == "notes") {
          made.notes = yaml_.string(part, "`notes`");
        } else {
          yaml_.unknown_key(key, "an item of a gate",
                            {"id", "text", "advisory", "required", "owner", "due", "if", "evidence",
                             "expect", "notes"});
        }
      });
    }
    add(std::move(made), gate, node);
  }

  void add(GateItemTemplate made, GateTemplate& gate, uint32_t node) {
    if (made.key.empty() && !made.text.empty()) made.key = slug(made.text, kLongestKey);
    const auto known =
        std::find_if(gate.items.begin(), gate.items.end(),
                     [&](const GateItemTemplate& one) { return one.key == made.key; });
    if (known != gate.items.end()) {
      if (made.text.empty()) made.text = known->text;
      *known = std::move(made);
    } else if (made.text.empty()) {
      yaml_.report(code::bad_setting, Severity::error, yaml_.node(node).span,
                   "an item of the gate " + quoted(gate.key) + " says nothing",
                   "write what has to hold: `{id: load-test, text: The load test is passed}`");
    } else {
      gate.items.push_back(std::move(made));
    }
  }

  const SettingValues& yaml_;
  Settings& settings_;
  GateLibrary& library_;
  bool own_;
};

}  // namespace

GateLibrary read_gate_library(const YamlTree& tree, DiagnosticSink& sink) {
  if (tree.empty()) return {};
  Settings settings;
  const SettingValues values(tree, sink);
  GateReader reader(values, settings, false);
  if (const uint32_t gates = tree.find(0, "gates"); gates != 0) reader.read(gates);
  if (const uint32_t sets = tree.find(0, "sets"); sets != 0) reader.read_sets(sets);
  return std::move(settings.gates);
}

namespace {

GateLibrary read_built_in() {
  DiagnosticSink sink;  // a test holds that nothing is said
  const EmbeddedFile* file = find_embedded("compiler/shape/gates.yaml");
  if (file == nullptr) return {};
  return read_gate_library(parse_yaml(file->bytes, kNoFile, 0, {}, sink), sink);
}

}  // namespace

const GateLibrary& builtin_gates() {
  static const GateLibrary value = read_built_in();
  return value;
}

std::vector<uint32_t> read_gates_setting(const SettingValues& yaml, uint32_t node,
                                         Settings& settings) {
  GateReader reader(yaml, settings, true);
  reader.read(node);
  return std::move(reader.owners);
}

}  // namespace milepost
