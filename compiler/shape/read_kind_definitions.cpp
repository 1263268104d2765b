// Reads the language of kinds.yaml and of a program's `kinds:`.
#include <array>
#include <string>

#include "shape/codes_program.h"
#include "shape/kind_definitions.h"
#include "shape/yaml_values.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

bool is_name(std::string_view name) {
  if (name.empty() || name.size() > 64 || !is_ascii_lower(name[0])) return false;
  for (const char c : name) {
    if (!is_ascii_lower(c) && !is_ascii_digit(c) && c != '_') return false;
  }
  return true;
}

std::string as_name(std::string_view text) {
  std::string name = slug(text);
  for (char& c : name) c = c == '-' ? '_' : c;
  return is_name(name) ? name : "x_" + name;
}

class DefinitionReader {
 public:
  DefinitionReader(const YamlTree& tree, DiagnosticSink& sink) : yaml_(tree, sink) {}

  std::vector<KindDefinition> kinds(uint32_t node) {
    std::vector<KindDefinition> kinds;
    entries(node, "`kinds`", "kind",
            [&](KindWord name, uint32_t value) { kinds.push_back(kind(name, value)); });
    return kinds;
  }

  std::vector<FieldDefinition> fields(uint32_t node, bool links, int depth) {
    std::vector<FieldDefinition> fields;
    entries(
        node, links ? "`links`" : "`fields`", links ? "link" : "field",
        [&](KindWord name, uint32_t value) { fields.push_back(field(name, value, links, depth)); });
    return fields;
  }

  std::vector<StatusDefinition> statuses(uint32_t node) {
    std::vector<StatusDefinition> statuses;
    if (yaml_.is_sequence(node)) {
      for (const uint32_t item : yaml_.scalars(node, "`statuses`")) {
        if (const auto name = word_name(item, "status")) {
          statuses.push_back({*name, {}, {}, {}, {}});
        }
      }
    } else {
      entries(node, "`statuses`", "status",
              [&](KindWord name, uint32_t value) { statuses.push_back(status(name, value)); });
    }
    if (statuses.size() > kMaxStatuses) {
      yaml_.report(code::too_many_kinds, Severity::error, statuses[kMaxStatuses].name.span,
                   "a kind has more than " + std::to_string(kMaxStatuses) +
                       " statuses; the rest is not read",
                   "write the words that mean the same as `synonyms` of one status");
      statuses.resize(kMaxStatuses);
    }
    return statuses;
  }

  std::vector<std::string_view> words(uint32_t node, std::string_view what) {
    std::vector<std::string_view> words;
    for (const uint32_t item : yaml_.scalars(node, what)) words.push_back(yaml_.node(item).text);
    return words;
  }

  const YamlValues& yaml() const { return yaml_; }

 private:
  KindWord word(uint32_t node) const {
    return {trim(yaml_.node(node).text), yaml_.node(node).span};
  }

  std::optional<KindWord> word_name(uint32_t node, std::string_view noun) {
    const KindWord found = word(node);
    if (is_name(found.text)) return found;
    yaml_.report(code::bad_name, Severity::error, found.span,
                 quoted(found.text) + " cannot be the name of a " + std::string(noun),
                 "write " + quoted(as_name(found.text)) +
                     ": small letters, digits and `_`; `label:` says how readers see it");
    return std::nullopt;
  }

  template <typename F>
  void entries(uint32_t node, std::string_view what, std::string_view noun, F&& f) {
    if (!yaml_.mapping(node, what)) return;
    for_each_entry(yaml_.tree(), node, [&](uint32_t key, uint32_t value) {
      if (const auto name = word_name(key, noun)) f(*name, value);
    });
  }

  void set_text(std::string_view& to, uint32_t node, std::string_view what) {
    if (const auto text = yaml_.text(node, what)) to = *text;
  }

  std::vector<KindWord> word_list(uint32_t node, std::string_view what) {
    std::vector<KindWord> words;
    for (const uint32_t item : yaml_.scalars(node, what)) words.push_back(word(item));
    return words;
  }

  std::optional<ValueType> type(uint32_t node) {
    const auto name = yaml_.text(node, "a type");
    if (!name || name->empty()) return std::nullopt;
    if (const auto found = find_type(*name)) return found;
    std::vector<std::string_view> names;
    for (size_t i = 0; i <= static_cast<size_t>(ValueType::object); ++i) {
      names.push_back(type_name(static_cast<ValueType>(i)));
    }
    yaml_.report(code::unknown_field_type, Severity::error, yaml_.node(node).span,
                 quoted(*name) + " is no type of a field",
                 did_you_mean(*name, names, "the types are " + quoted_list(names, names.size())));
    return ValueType::text;
  }

  std::optional<Role> role(uint32_t node) {
    const auto name = yaml_.text(node, "`role`");
    if (!name) return std::nullopt;
    if (const auto found = find_role(*name)) return found;
    std::vector<std::string_view> names;
    for (size_t i = 0; i < kRoleCount; ++i) names.push_back(role_name(static_cast<Role>(i)));
    yaml_.report(code::unknown_field_role, Severity::error, yaml_.node(node).span,
                 quoted(*name) + " is no role of a field",
                 did_you_mean(*name, names, "the roles are " + quoted_list(names, names.size())));
    return std::nullopt;
  }

  std::optional<Phase> phase(uint32_t node) {
    const auto name = yaml_.text(node, "a phase");
    if (!name || name->empty()) return std::nullopt;
    if (const auto found = find_phase(*name)) return found;
    constexpr std::array<std::string_view, 4> names = {"waiting", "doing", "done", "dropped"};
    yaml_.report(
        code::unknown_phase, Severity::error, yaml_.node(node).span,
        quoted(*name) + " is no phase of a status",
        did_you_mean(*name, names, "a status is in one of the phases " + quoted_list(names)));
    return Phase::doing;
  }

  // A field's: a label, or `open`. Whether there is such a label is known once `labels:` is read.
  std::optional<std::string> visibility(uint32_t node) {
    const auto label = yaml_.text(node, "`visibility`");
    if (!label) return "restricted";  // what cannot be read hides
    return *label == "open" ? std::string() : std::string(*label);
  }

  // A status's: whether it is restricted.
  std::optional<bool> restricted(uint32_t node) {
    const auto label = yaml_.text(node, "`visibility`");
    if (!label || *label == "restricted") return true;
    if (*label == "open" || *label == "internal" || *label == "public") return false;
    constexpr std::array<std::string_view, 2> labels = {"restricted", "open"};
    yaml_.report(
        code::unknown_visibility, Severity::error, yaml_.node(node).span,
        quoted(*label) + " is no visibility of a status",
        did_you_mean(*label, labels, "write `restricted`, or `open` for that of the record"));
    return true;
  }

  std::vector<ChoiceDefinition> choices(uint32_t node) {
    std::vector<ChoiceDefinition> choices;
    if (yaml_.is_mapping(node)) {
      for_each_entry(yaml_.tree(), node, [&](uint32_t key, uint32_t value) {
        choices.push_back({word(key), words(value, "the synonyms of a choice")});
      });
    } else {
      for (const KindWord& name : word_list(node, "`choices`")) choices.push_back({name, {}});
    }
    return choices;
  }

  FieldDefinition field(KindWord name, uint32_t node, bool link, int depth) {
    FieldDefinition field;
    field.name = name;
    field.is_link = link;
    if (link && !yaml_.is_mapping(node)) {
      if (!yaml_.is_null(node)) field.to = word_list(node, "the kinds of a link");
    } else if (yaml_.is_scalar(node)) {
      field.type = type(node);
    } else if (yaml_.is_sequence(node)) {
      const std::vector<uint32_t> items = yaml_.scalars(node, "the type of a field");
      field.list = true;
      if (!items.empty()) field.type = type(items.front());
      for (size_t i = 1; i < items.size(); ++i) {
        yaml_.report(code::wrong_setting_shape, Severity::error, yaml_.node(items[i]).span,
                     "the list of a field's type has more than one item",
                     "write `[" + std::string(yaml_.node(items[0]).text) +
                         "]` for a list of that type, or `{choices: […]}` for words to choose of");
        break;
      }
    } else if (yaml_.is_mapping(node)) {
      for_each_entry(yaml_.tree(), node, [&](uint32_t key, uint32_t value) {
        if (!field_entry(field, key, value, depth)) {
          yaml_.unknown_key(key, link ? "a link" : "a field",
                            {"type", "list", "keyed", "required", "role", "label", "synonyms",
                             "choices", "to", "fields", "prose", "loose", "title_like",
                             "visibility", "last", "doc", "inverse", "inverse_label", "acyclic"});
        }
      });
    }
    if (!field.type && !field.choices.empty()) field.type = ValueType::choice;
    if (!field.type && !field.fields.empty()) field.type = ValueType::object;
    if (!field.type && field.to && !link) field.type = ValueType::ref;
    return field;
  }

  bool field_entry(FieldDefinition& field, uint32_t key, uint32_t value, int depth) {
    const std::string_view name = yaml_.node(key).text;
    const auto flag = [&](std::optional<bool>& to) {
      to = yaml_.boolean(value, quoted(name) + " of a field");
    };
    if (name == "type") {
      if (yaml_.is_sequence(value)) {
        const std::vector<uint32_t> items = yaml_.scalars(value, "`type`");
        field.list = true;
        if (!items.empty()) field.type = type(items.front());
      } else {
        field.type = type(value);
      }
    } else if (name == "role") {
      field.role = role(value);
    } else if (name == "list") {
      flag(field.list);
    } else if (name == "keyed") {
      flag(field.keyed);
    } else if (name == "required") {
      flag(field.required);
    } else if (name == "loose") {
      flag(field.loose);
    } else if (name == "title_like") {
      flag(field.title_like);
    } else if (name == "last") {
      flag(field.last);
    } else if (name == "visibility") {
      field.visibility = visibility(value);
    } else if (name == "label") {
      set_text(field.label, value, "`label`");
    } else if (name == "doc") {
      set_text(field.doc, value, "`doc`");
    } else if (name == "prose") {
      set_text(field.prose, value, "`prose`");
    } else if (name == "synonyms") {
      field.synonyms = words(value, "`synonyms`");
    } else if (name == "choices") {
      field.choices = choices(value);
    } else if (name == "to") {
      field.to = word_list(value, "`to`");
    } else if (name == "fields") {
      if (depth >= kMaxObjectDepth) {
        yaml_.report(code::wrong_setting_shape, Severity::error, yaml_.node(key).span,
                     "a field holds fields that hold fields, more than " +
                         std::to_string(kMaxObjectDepth) + " deep",
                     "make a kind of the inner part and link to its records");
      } else {
        field.fields = fields(value, false, depth + 1);
      }
    } else if (name == "inverse" && field.is_link) {
      if (yaml_.is_scalar(value)) {
        if (const auto found = word_name(value, "link")) field.inverse = *found;
      } else {
        yaml_.text(value, "`inverse`");
      }
    } else if (name == "inverse_label" && field.is_link) {
      set_text(field.inverse_label, value, "`inverse_label`");
    } else if (name == "acyclic" && field.is_link) {
      flag(field.acyclic);
    } else {
      return false;
    }
    return true;
  }

  StatusDefinition status(KindWord name, uint32_t node) {
    StatusDefinition status;
    status.name = name;
    if (!yaml_.is_mapping(node)) {
      status.phase = phase(node);
      return status;
    }
    for_each_entry(yaml_.tree(), node, [&](uint32_t key, uint32_t value) {
      const std::string_view word = yaml_.node(key).text;
      if (word == "phase") {
        status.phase = phase(value);
      } else if (word == "label") {
        set_text(status.label, value, "`label`");
      } else if (word == "synonyms") {
        status.synonyms = words(value, "`synonyms`");
      } else if (word == "visibility") {
        status.restricted = restricted(value);
      } else {
        yaml_.unknown_key(key, "a status", {"phase", "label", "synonyms", "visibility"});
      }
    });
    return status;
  }

  KindDefinition kind(KindWord name, uint32_t node) {
    KindDefinition kind;
    kind.name = name;
    if (!yaml_.mapping(node, "the kind " + quoted(name.text))) return kind;
    for_each_entry(yaml_.tree(), node, [&](uint32_t key, uint32_t value) {
      const std::string_view word_text = yaml_.node(key).text;
      const std::string what = quoted(word_text) + " of a kind";
      if (word_text == "is_a") {
        if (const auto text = yaml_.text(value, what)) kind.is_a = {*text, yaml_.node(value).span};
      } else if (word_text == "label") {
        set_text(kind.label, value, what);
      } else if (word_text == "plural") {
        if (yaml_.is_scalar(value)) {
          if (const auto found = word_name(value, "kind")) kind.plural = found->text;
        } else {
          yaml_.text(value, what);
        }
      } else if (word_text == "plural_label") {
        set_text(kind.plural_label, value, what);
      } else if (word_text == "prefix") {
        kind.prefixes = prefixes(value);
      } else if (word_text == "aliases") {
        kind.aliases = words(value, what);
      } else if (word_text == "doc") {
        set_text(kind.doc, value, what);
      } else if (word_text == "visibility") {
        kind.visibility = "restricted";  // if it cannot be read
        set_text(kind.visibility, value, what);
      } else if (word_text == "example") {
        set_text(kind.example, value, what);
      } else if (word_text == "template") {
        kind.asks = word_list(value, what);
      } else if (word_text == "abstract") {
        kind.abstract = yaml_.boolean(value, what);
      } else if (word_text == "work") {
        kind.work = yaml_.boolean(value, what);
      } else if (word_text == "hygiene") {
        kind.hygiene = yaml_.boolean(value, what);
      } else if (word_text == "fields") {
        append(kind.fields, fields(value, false, 0));
      } else if (word_text == "links") {
        append(kind.fields, fields(value, true, 0));
      } else if (word_text == "statuses") {
        kind.statuses = statuses(value);
      } else {
        yaml_.unknown_key(key, "a kind",
                          {"is_a", "label", "plural", "plural_label", "prefix", "aliases", "doc",
                           "work", "hygiene", "visibility", "abstract", "template", "example",
                           "fields", "links", "statuses"});
      }
    });
    return kind;
  }

  std::vector<KindWord> prefixes(uint32_t node) {
    std::vector<KindWord> prefixes;
    for (const KindWord& prefix : word_list(node, "`prefix` of a kind")) {
      bool good =
          !prefix.text.empty() && prefix.text.size() <= 16 && is_ascii_alpha(prefix.text[0]);
      for (const char c : prefix.text) good = good && is_ascii_alnum(c);
      if (good) {
        prefixes.push_back(prefix);
        continue;
      }
      yaml_.report(code::bad_name, Severity::error, prefix.span,
                   quoted(prefix.text) + " cannot be a prefix of ids",
                   "write a letter and at most 15 letters and digits after it, `EP` or `VEN`");
    }
    return prefixes;
  }

  template <typename T>
  static void append(std::vector<T>& to, std::vector<T> from) {
    for (T& value : from) to.push_back(std::move(value));
  }

  YamlValues yaml_;
};

}  // namespace

KindDefinitions read_kind_library(const YamlTree& tree, DiagnosticSink& sink) {
  KindDefinitions library;
  DefinitionReader reader(tree, sink);
  if (tree.empty() || !reader.yaml().mapping(0, "the file")) return library;
  for_each_entry(tree, 0, [&](uint32_t key, uint32_t value) {
    const std::string_view part = tree.nodes[key].text;
    if (part == "words") {
      for_each_entry(tree, value, [&](uint32_t group, uint32_t meanings) {
        const std::string_view name = tree.nodes[group].text;
        if (tree.nodes[meanings].kind != YamlKind::mapping) {
          library.words.push_back({name, {}, reader.words(meanings, name)});
          return;
        }
        for_each_entry(tree, meanings, [&](uint32_t meaning, uint32_t words) {
          library.words.push_back({name, tree.nodes[meaning].text, reader.words(words, name)});
        });
      });
    } else if (part == "links") {
      library.link_types = reader.fields(value, true, 0);
    } else if (part == "fields") {
      library.fields = reader.fields(value, false, 0);
    } else if (part == "statuses") {
      library.statuses = reader.statuses(value);
    } else if (part == "kinds") {
      library.kinds = reader.kinds(value);
    } else {
      reader.yaml().unknown_key(key, "the file", {"words", "links", "fields", "statuses", "kinds"});
    }
  });
  return library;
}

std::vector<KindDefinition> read_kind_definitions(const YamlTree& tree, uint32_t kinds,
                                                  DiagnosticSink& sink) {
  const YamlNode& node = tree.nodes[kinds];
  if (node.size > kMaxKindNodes) {
    sink.report({code::too_many_kinds,
                 Severity::error,
                 sub_span(node.span, 0, 1),
                 "`kinds` holds " + std::to_string(node.size) + " values, more than the " +
                     std::to_string(kMaxKindNodes) + " that it may have; it is not read",
                 "keep to the kinds that the program needs",
                 {}});
    return {};
  }
  return DefinitionReader(tree, sink).kinds(kinds);
}

}  // namespace milepost
