// Kinds out of definitions: names, parents, prefixes, link types, statuses; fields are
// field_builder's.
#include "shape/kind_compiler.h"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>

#include "shape/codes_program.h"
#include "shape/field_builder.h"
#include "shape/kinds_index.h"
#include "shape/yaml_values.h"
#include "text/ascii.h"

namespace milepost {
namespace {

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

bool is_capitals(std::string_view word) {
  for (const char c : word) {
    if (!is_ascii_upper(c) && !is_ascii_digit(c)) return false;
  }
  return !word.empty() && is_ascii_upper(word[0]);
}

class KindCompiler {
 public:
  KindCompiler(const KindDefinitions& library, const std::vector<KindDefinition>& own,
               DiagnosticSink& sink)
      : library_(library), own_(own), sink_(sink), kinds_(std::make_shared<Kinds>()) {}

  std::shared_ptr<const Kinds> compile() {
    collect();
    set_parents();
    set_prefixes();
    make_link_types();
    check_targets();
    add_inverse_ends();
    for (const StatusDefinition& status : library_.statuses) {
      CommonStatus common{&status, {}};
      for (const std::string_view word : status.synonyms) common.keys.push_back(word_key(word));
      common_statuses_.emplace(status.name.text, std::move(common));
    }
    FieldBuilder fields(*kinds_, library_, ids_);
    parts_.field_words.resize(count());
    parts_.status_words.resize(count());
    status_words_.resize(count());
    for (const KindId id : parents_first()) build(id, fields);
    spread_visibility();
    add_general_words();
    set_precedence();
    kinds_->index = make_index(*kinds_, parts_);
    return kinds_;
  }

 private:
  using Layer = FieldBuilder::Layer;
  struct CommonStatus {
    const StatusDefinition* definition;
    std::vector<std::string> keys;  // of its synonyms
  };
  // A status's words beside its name: those its kind gives it count before the common ones.
  struct StatusWords {
    std::vector<std::string_view> own;
    const CommonStatus* common = nullptr;
  };

  // Who may not see an object may not see its parts. Of two labels the part gets the restricted one
  // if they differ: nobody knows who has both.
  void spread_visibility() {
    std::vector<FieldId> open;
    for (const Kind& kind : kinds_->kinds) {
      open.assign(kind.fields.begin(), kind.fields.end());
      while (!open.empty()) {
        const Field& outer = kinds_->field(open.back());
        open.pop_back();
        for (const FieldId id : outer.fields) {
          std::string& own = kinds_->fields[static_cast<size_t>(id)].visibility;
          if (own.empty()) {
            own = outer.visibility;
          } else if (!outer.visibility.empty() && own != outer.visibility) {
            own = "restricted";
          }
          open.push_back(id);
        }
      }
    }
  }

  size_t count() const { return kinds_->kinds.size(); }
  Kind& kind(KindId id) { return kinds_->kinds[static_cast<uint16_t>(id)]; }
  std::vector<Layer>& layers(KindId id) { return layers_[static_cast<uint16_t>(id)]; }
  bool is_built_in(KindId id) const { return static_cast<uint16_t>(id) < library_.kinds.size(); }

  void report(uint16_t code, Span span, std::string message, std::string help,
              std::vector<Related> related = {}) {
    sink_.report(
        {code, Severity::error, span, std::move(message), std::move(help), std::move(related)});
  }

  void add_layer(const KindDefinition& definition, bool own) {
    const auto [at, made] =
        ids_.emplace(definition.name.text, KindId{static_cast<uint16_t>(count())});
    if (made) {
      Kind& kind = kinds_->kinds.emplace_back();
      kind.id = at->second;
      kind.name = definition.name.text;
      layers_.emplace_back();
    }
    layers(at->second).push_back({&definition, own, false});
  }

  void collect() {
    for (const KindDefinition& definition : library_.kinds) add_layer(definition, false);
    for (const KindDefinition& definition : own_) add_layer(definition, true);
    for (Kind& kind : kinds_->kinds) {
      for (const Layer& layer : layers(kind.id)) {
        const KindDefinition& said = *layer.definition;
        if (!said.label.empty()) kind.label = said.label;
        if (!said.plural.empty()) kind.plural = said.plural;
        if (!said.plural_label.empty()) kind.plural_label = said.plural_label;
        if (!said.doc.empty()) kind.doc = said.doc;
        if (!said.example.empty()) kind.example = said.example;
        for (const std::string_view alias : said.aliases) kind.aliases.emplace_back(alias);
        kind.abstract = said.abstract.value_or(kind.abstract);
      }
      if (kind.label.empty()) kind.label = label_of(kind.name);
      if (kind.plural.empty()) kind.plural = plural_of(kind.name);
      if (kind.plural_label.empty()) kind.plural_label = label_of(kind.plural);
    }
  }

  std::vector<std::string_view> kind_names() const {
    std::vector<std::string_view> names;
    for (const Kind& kind : kinds_->kinds) names.push_back(kind.name);
    return names;
  }

  void no_such_kind(const KindWord& word) {
    const std::vector<std::string_view> names = kind_names();
    report(code::no_such_kind, word.span, quoted(word.text) + " is no kind",
           did_you_mean(word.text, names,
                        "define it under `kinds:`, or name one of " + quoted_list(names, 40)));
  }

  void set_parents() {
    for (size_t i = 1; i < count(); ++i) {
      Kind& kind = kinds_->kinds[i];
      kind.is_a = KindId{0};
      for (const Layer& layer : layers(kind.id)) {
        const KindWord& parent = layer.definition->is_a;
        if (parent.text.empty()) continue;
        const auto found = ids_.find(parent.text);
        if (found != ids_.end()) {
          kind.is_a = found->second;
        } else {
          no_such_kind(parent);
        }
      }
    }
    for (size_t i = 1; i < count(); ++i) cut_cycle(KindId{static_cast<uint16_t>(i)});
  }

  // A kind whose ancestors lead back to it becomes a plain record.
  void cut_cycle(KindId id) {
    KindId end = kind(id).is_a;
    for (size_t steps = 0; steps < count() && end != kNoKind && end != id; ++steps) {
      end = kind(end).is_a;
    }
    if (end != id) return;
    std::string path = quoted(kind(id).name);
    size_t named = 0;
    for (KindId level = kind(id).is_a; level != id; level = kind(level).is_a) {
      if (++named <= 8) path += " is a " + quoted(kind(level).name) + ", which";
    }
    if (named > 8) path += " (by way of more)";
    Span span;
    for (const Layer& layer : layers(id)) {
      if (!layer.definition->is_a.text.empty()) span = layer.definition->is_a.span;
    }
    report(code::kind_cycle, span, path + " is a " + quoted(kind(id).name),
           "let one of them be a `record`");
    kind(id).is_a = KindId{0};
  }

  void set_prefixes() {
    struct Holder {
      KindId kind;
      Span span;
    };
    std::unordered_map<std::string, Holder> taken;
    // What the program says counts before what is built in.
    for (const bool own : {true, false}) {
      for (Kind& kind : kinds_->kinds) {
        for (const Layer& layer : layers(kind.id)) {
          if (layer.own != own || layer.definition->prefixes.empty()) continue;
          const KindWord& prefix = layer.definition->prefixes.front();
          if (!kind.prefix.empty()) {
            if (!own) continue;  // the program has given it another
          }
          const auto [at, made] =
              taken.emplace(ascii_lower(prefix.text), Holder{kind.id, prefix.span});
          if (made || at->second.kind == kind.id) {
            kind.prefix = prefix.text;
          } else {
            clash(at->second.kind, at->second.span, kind, prefix);
          }
        }
      }
    }
    for (Kind& kind : kinds_->kinds) {
      if (kind.abstract || !kind.prefix.empty()) continue;
      kind.prefix = derived_prefix(kind.name);
      if (!taken.emplace(ascii_lower(kind.prefix), Holder{kind.id, {}}).second) {
        const KindWord name = layers(kind.id).back().definition->name;
        KindWord prefix{kind.prefix, name.span};
        clash(taken.at(ascii_lower(kind.prefix)).kind, taken.at(ascii_lower(kind.prefix)).span,
              kind, prefix);
      }
    }
    for (Kind& kind : kinds_->kinds) {
      const auto add = [&](std::string_view prefix) {
        if (taken.emplace(ascii_lower(prefix), Holder{kind.id, {}}).second) {
          kind.more_prefixes.emplace_back(prefix);
        }
      };
      for (const Layer& layer : layers(kind.id)) {
        for (const KindWord& prefix : layer.definition->prefixes) add(prefix.text);
        for (const std::string_view alias : layer.definition->aliases) {
          if (is_capitals(alias)) add(alias);
        }
      }
    }
  }

  void clash(KindId holder, Span holder_span, Kind& kind, const KindWord& prefix) {
    const bool built_in_lost = !prefix.span.is_place();
    const Span span = built_in_lost ? holder_span : prefix.span;
    const Kind& other = built_in_lost ? kind : this->kind(holder);
    std::string help = "give it another prefix";
    if (is_built_in(other.id)) {
      help += ", or the built-in kind: `" + other.name +
              ": {prefix: " + ascii_upper(other.name).substr(0, 16) + "}`";
    }
    std::vector<Related> related;
    if (!built_in_lost && holder_span.is_place()) {
      related.push_back({holder_span, "first given to " + quoted(this->kind(holder).name)});
    }
    report(code::duplicate_prefix, span,
           "the prefix " + quoted(prefix.text) + " belongs to the kind " + quoted(other.name),
           std::move(help), std::move(related));
  }

  static std::string derived_prefix(std::string_view name) {
    std::string prefix;
    for (const char c : name) {
      if (c != '_') prefix += ascii_upper(c);
    }
    return prefix.size() > 8 ? prefix.substr(0, 4) : prefix;
  }

  // Links of the library, then those of kinds whose name neither is a type nor an inverse.
  void make_link_types() {
    std::unordered_map<std::string_view, bool> known;
    const auto add = [&](const FieldDefinition& link) {
      LinkType& type = kinds_->link_types.emplace_back();
      type.name = link.name.text;
      type.inverse = link.inverse.text;
      type.label = link.label.empty() ? label_of(link.name.text) : std::string(link.label);
      type.inverse_label = link.inverse_label;
      if (type.inverse_label.empty()) {
        type.inverse_label =
            type.inverse.empty() ? "Named under “" + type.label + "” by" : label_of(type.inverse);
      }
      type.doc = link.doc;
      type.acyclic = link.acyclic.value_or(false);
      known.emplace(link.name.text, true);
      if (!link.inverse.text.empty()) known.emplace(link.inverse.text, true);
    };
    for (const FieldDefinition& link : library_.link_types) add(link);
    // Those that name their inverse first, so that the inverse is no type of its own.
    for (const bool with_inverse : {true, false}) {
      for (const std::vector<Layer>& kind_layers : layers_) {
        for (const Layer& layer : kind_layers) {
          for (const FieldDefinition& link : layer.definition->fields) {
            if (!link.is_link || with_inverse == link.inverse.text.empty()) continue;
            if (!known.count(link.name.text)) add(link);
          }
        }
      }
    }
  }

  void check_targets() {
    for (const KindDefinition& definition : own_) {
      for (const FieldDefinition& field : definition.fields) {
        if (!field.to) continue;
        for (const KindWord& target : *field.to) {
          if (!ids_.count(target.text)) no_such_kind(target);
        }
      }
    }
  }

  // A link of the program that names its inverse and its targets gives these the other end.
  void add_inverse_ends() {
    for (const KindDefinition& definition : own_) {
      for (const FieldDefinition& link : definition.fields) {
        if (!link.is_link || link.inverse.text.empty() || !link.to) continue;
        for (const KindWord& target : *link.to) {
          const auto found = ids_.find(target.text);
          if (found == ids_.end()) continue;
          FieldDefinition end;
          end.name = link.inverse;
          end.is_link = true;
          KindDefinition& layer = generated_.emplace_back();
          layer.name = target;
          layer.fields.push_back(std::move(end));
          std::vector<Layer>& of_target = layers(found->second);
          of_target.insert(of_target.begin() + (is_built_in(found->second) ? 1 : 0),
                           Layer{&layer, false, true});
        }
      }
    }
  }

  std::vector<KindId> parents_first() const {
    std::vector<KindId> order;
    std::vector<bool> done(count());
    std::vector<KindId> path;
    for (const Kind& kind : kinds_->kinds) {
      for (KindId level = kind.id; level != kNoKind && !done[static_cast<uint16_t>(level)];
           level = kinds_->kind(level).is_a) {
        path.push_back(level);
      }
      while (!path.empty()) {
        done[static_cast<uint16_t>(path.back())] = true;
        order.push_back(path.back());
        path.pop_back();
      }
    }
    return order;
  }

  void build(KindId id, FieldBuilder& fields) {
    Kind& made = kind(id);
    made.visibility = "internal";
    if (made.is_a != kNoKind) {
      const Kind& parent = kind(made.is_a);
      made.fields = parent.fields;
      made.statuses = parent.statuses;
      made.is_work = parent.is_work;
      made.hygiene = parent.hygiene;
      made.visibility = parent.visibility;
      status_words_[static_cast<uint16_t>(id)] = status_words_[static_cast<uint16_t>(made.is_a)];
    }
    bool fresh = true;
    for (const Layer& layer : layers(id)) {
      const KindDefinition& said = *layer.definition;
      made.is_work = said.work.value_or(made.is_work);
      made.hygiene = said.hygiene.value_or(made.hygiene);
      if (!said.visibility.empty()) made.visibility = said.visibility;
      if (!said.statuses.empty()) {
        // A kind's own vocabulary replaces that of its parent, a program's addition adds to it.
        if (fresh && (!layer.own || !is_built_in(id))) {
          made.statuses.clear();
          status_words_[static_cast<uint16_t>(id)].clear();
        }
        for (const StatusDefinition& status : said.statuses) apply_status(made, status);
        fresh = false;
      }
    }
    for (const FieldBuilder::RoleClash& clash : fields.build(made, layers(id))) {
      report(code::role_given_twice, clash.field.span,
             "the fields " + quoted(clash.other) + " and " + quoted(clash.field.text) +
                 " of the kind " + quoted(made.name) + " both have the role " +
                 quoted(role_name(clash.role)),
             "take `role` from one of them");
    }
    set_asks(made);
    parts_.field_words[static_cast<uint16_t>(id)] = fields.words(made, layers(id));
    parts_.status_words[static_cast<uint16_t>(id)] = status_entries(made);
  }

  FieldId field_named(const Kind& kind, std::string_view name) const {
    for (const FieldId id : kind.fields) {
      if (kinds_->field(id).name == name) return id;
    }
    return kNoField;
  }

  // Those of the parent, what the definitions list, and all fields that a program adds.
  void set_asks(Kind& kind) {
    std::vector<FieldId> asks;
    const auto add = [&](FieldId id) {
      if (id != kNoField && std::find(asks.begin(), asks.end(), id) == asks.end()) {
        asks.push_back(id);
      }
    };
    if (kind.is_a != kNoKind) {
      for (const FieldId id : this->kind(kind.is_a).asks) {
        add(field_named(kind, kinds_->field(id).name));
      }
    }
    for (const Layer& layer : layers(kind.id)) {
      if (!layer.definition->asks.empty()) asks.clear();
      for (const KindWord& word : layer.definition->asks) {
        const FieldId id = field_named(kind, word.text);
        add(id);
        if (id != kNoField) continue;
        std::vector<std::string_view> names;
        for (const FieldId known : kind.fields) names.push_back(kinds_->field(known).name);
        report(code::no_such_entry, word.span,
               "the kind " + quoted(kind.name) + " has no field " + quoted(word.text),
               did_you_mean(word.text, names, "name a field of the kind"));
      }
      if (!layer.own || !layer.definition->asks.empty()) continue;
      for (const FieldDefinition& field : layer.definition->fields) {
        add(field_named(kind, field.name.text));
      }
    }
    kind.asks = std::move(asks);
  }

  void apply_status(Kind& kind, const StatusDefinition& said) {
    std::vector<StatusWords>& words = status_words_[static_cast<uint16_t>(kind.id)];
    size_t at = 0;
    while (at < kind.statuses.size() && kind.statuses[at].name != said.name.text) ++at;
    const auto common = common_statuses_.find(said.name.text);
    if (at == kind.statuses.size()) {
      Status& made = kind.statuses.emplace_back();
      words.emplace_back();
      made.name = said.name.text;
      made.label = label_of(said.name.text);
      made.phase = Phase::doing;
      if (common != common_statuses_.end()) {
        const StatusDefinition& base = *common->second.definition;
        made.phase = base.phase.value_or(Phase::doing);
        if (!base.label.empty()) made.label = base.label;
        words[at].common = &common->second;
      } else if (!said.phase) {
        report(code::unknown_phase, said.name.span,
               "the status " + quoted(said.name.text) + " has no phase",
               "write " + quoted(std::string(said.name.text) + ": doing") +
                   ", or waiting, done or dropped");
      }
    }
    Status& status = kind.statuses[at];
    if (said.phase) status.phase = *said.phase;
    if (!said.label.empty()) status.label = said.label;
    if (said.restricted) status.restricted = *said.restricted;
    words[at].own.insert(words[at].own.begin(), said.synonyms.begin(), said.synonyms.end());
    status.synonyms.assign(words[at].own.begin(), words[at].own.end());
    if (words[at].common != nullptr) {
      const std::vector<std::string_view>& more = words[at].common->definition->synonyms;
      status.synonyms.insert(status.synonyms.end(), more.begin(), more.end());
    }
  }

  std::vector<StatusWordEntry> status_entries(const Kind& kind) {
    const std::vector<StatusWords>& words = status_words_[static_cast<uint16_t>(kind.id)];
    std::vector<StatusWordEntry> entries;
    const auto each = [&](auto&& f) {
      for (uint16_t i = 0; i < kind.statuses.size(); ++i) f(i);
    };
    each([&](uint16_t i) {
      entries.push_back({kind.statuses[i].name, i});
      entries.push_back({word_key(kind.statuses[i].name), i});
    });
    each([&](uint16_t i) { entries.push_back({word_key(kind.statuses[i].label), i}); });
    each([&](uint16_t i) {
      for (const std::string_view word : words[i].own) entries.push_back({word_key(word), i});
    });
    each([&](uint16_t i) {
      if (words[i].common == nullptr) return;
      for (const std::string& key : words[i].common->keys) entries.push_back({key, i});
    });
    return entries;
  }

  void add_general_words() {
    const auto value_of = [](std::string_view meaning,
                             std::initializer_list<std::string_view> names) -> uint16_t {
      uint16_t value = 1;
      for (const std::string_view name : names) {
        if (name == meaning) return value;
        ++value;
      }
      return 0;
    };
    for (const WordGroup& group : library_.words) {
      uint32_t scope = scope::no_kind;
      uint16_t value = 0;
      if (group.group == "health") {
        scope = scope::health;
        value = value_of(group.meaning, {"not_started", "on_track", "at_risk", "off_track",
                                         "blocked", "complete"});
      } else if (group.group == "levels") {
        scope = scope::levels;
        value = value_of(group.meaning, {"very_low", "low", "medium", "high", "critical"});
      } else if (group.group == "checks") {
        scope = scope::checks;
        value =
            value_of(group.meaning, {"passed", "failed", "partial", "pending", "not_applicable"});
      } else if (group.group == "collections") {
        scope = scope::collections;
      }
      if (!group.meaning.empty()) {
        parts_.general.push_back({scope, std::string(group.meaning), value});
      }
      for (const std::string_view word : group.words) {
        parts_.general.push_back({scope, word_key(word), value});
      }
    }
  }

  void set_precedence() {
    for (const bool built_in : {false, true}) {
      for (const Kind& kind : kinds_->kinds) {
        if (!kind.abstract && is_built_in(kind.id) == built_in) {
          parts_.precedence.push_back(kind.id);
        }
      }
    }
  }

  const KindDefinitions& library_;
  const std::vector<KindDefinition>& own_;
  DiagnosticSink& sink_;
  std::shared_ptr<Kinds> kinds_;
  FieldBuilder::KindIds ids_;
  std::vector<std::vector<Layer>> layers_;
  std::deque<KindDefinition> generated_;
  std::unordered_map<std::string_view, CommonStatus> common_statuses_;
  std::vector<std::vector<StatusWords>> status_words_;
  IndexParts parts_;
};

}  // namespace

std::shared_ptr<const Kinds> compile_definitions(const KindDefinitions& library,
                                                 const std::vector<KindDefinition>& own,
                                                 DiagnosticSink& sink) {
  return KindCompiler(library, own, sink).compile();
}

}  // namespace milepost
