// What kinds.yaml or a program's `kinds:` says, before anything of it is looked up.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "parse/yaml_tree.h"
#include "shape/kinds.h"
#include "text/span.h"

namespace milepost {

/// A word and where it stands. All views of this header borrow the tree they were read from.
struct KindWord {
  std::string_view text;
  Span span;
};

struct ChoiceDefinition {
  KindWord name;
  std::vector<std::string_view> synonyms;
};

/// What is absent comes from what the field inherits.
struct FieldDefinition {
  KindWord name;
  std::optional<ValueType> type;
  std::optional<Role> role;
  std::optional<bool> list, keyed, required, loose, title_like, last;
  std::optional<std::string> visibility;  // empty: open
  std::string_view label, doc, prose;
  std::vector<std::string_view> synonyms;
  std::vector<ChoiceDefinition> choices;
  std::vector<FieldDefinition> fields;
  std::optional<std::vector<KindWord>> to;
  // A link's, in a kind's `links:` or the list of link types.
  bool is_link = false;
  KindWord inverse;
  std::string_view inverse_label;
  std::optional<bool> acyclic;
};

struct StatusDefinition {
  KindWord name;
  std::optional<Phase> phase;
  std::optional<bool> restricted;
  std::string_view label;
  std::vector<std::string_view> synonyms;
};

struct KindDefinition {
  KindWord name;
  KindWord is_a;
  std::string_view label, plural, plural_label, doc, visibility, example;
  std::vector<KindWord> prefixes;
  std::vector<std::string_view> aliases;
  std::vector<KindWord> asks;  // `template:`
  std::optional<bool> abstract, work, hygiene;
  std::vector<FieldDefinition> fields;  // of `fields:` and then of `links:`
  std::vector<StatusDefinition> statuses;
};

/// Words that mean the same for every kind, by group ("health") and meaning ("on_track").
struct WordGroup {
  std::string_view group;
  std::string_view meaning;  // empty if the group is one list
  std::vector<std::string_view> words;
};

struct KindDefinitions {
  std::vector<WordGroup> words;
  std::vector<FieldDefinition> link_types;
  std::vector<FieldDefinition> fields;
  std::vector<StatusDefinition> statuses;
  std::vector<KindDefinition> kinds;
};

/// All of kinds.yaml.
KindDefinitions read_kind_library(const YamlTree& tree, DiagnosticSink& sink);
/// The `kinds:` mapping of a program at node `kinds`.
std::vector<KindDefinition> read_kind_definitions(const YamlTree& tree, uint32_t kinds,
                                                  DiagnosticSink& sink);

/// A program's `kinds:` holds at most this many keys and values in all, a kind this many statuses.
inline constexpr uint32_t kMaxKindNodes = 10'000;
inline constexpr size_t kMaxStatuses = 100;

/// An object may hold objects this deep (release, launch, rollout is 2).
inline constexpr int kMaxObjectDepth = 3;

}  // namespace milepost
