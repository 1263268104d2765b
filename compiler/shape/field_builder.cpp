// Fields: inheritance, the common ones, links, roles, display order.
#include "shape/field_builder.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "text/ascii.h"

namespace milepost {
namespace {

// Types that may stand for each other without a change of what the field means.
bool are_alike(ValueType a, ValueType b) {
  constexpr std::array<std::pair<ValueType, int>, 14> kGroups{{{ValueType::date, 1},
                                                               {ValueType::datetime, 1},
                                                               {ValueType::when, 1},
                                                               {ValueType::text, 2},
                                                               {ValueType::markdown, 2},
                                                               {ValueType::level, 3},
                                                               {ValueType::choice, 3},
                                                               {ValueType::duration, 4},
                                                               {ValueType::estimate, 4},
                                                               {ValueType::person, 5},
                                                               {ValueType::team, 5},
                                                               {ValueType::role, 5},
                                                               {ValueType::percent, 6},
                                                               {ValueType::number, 6}}};
  const auto group = [&](ValueType type) {
    for (const auto& [member, number] : kGroups) {
      if (member == type) return number;
    }
    return 100 + static_cast<int>(type);
  };
  return group(a) == group(b);
}

void add_words(std::vector<std::string>& to, const std::vector<std::string_view>& words) {
  for (const std::string_view word : words) {
    if (std::find(to.begin(), to.end(), word) == to.end()) to.emplace_back(word);
  }
}

std::string capitalized(std::string_view text) {
  std::string label(text);
  if (!label.empty()) label[0] = ascii_upper(label[0]);
  return label;
}

}  // namespace

std::string label_of(std::string_view name) {
  std::string label = capitalized(name);
  std::replace(label.begin(), label.end(), '_', ' ');
  return label;
}

FieldBuilder::FieldBuilder(Kinds& kinds, const KindDefinitions& library, const KindIds& kind_ids)
    : kinds_(kinds), kind_ids_(kind_ids) {
  kinds.fields.reserve(1024);
  facts_.reserve(1024);
  for (const FieldDefinition& field : library.fields) {
    Common common{&field, {}};
    for (const std::string_view word : field.synonyms) common.keys.push_back(word_key(word));
    common_.emplace(field.name.text, std::move(common));
  }
  for (uint16_t i = 0; i < kinds.link_types.size(); ++i) {
    links_.emplace(kinds.link_types[i].name, static_cast<uint16_t>(2 * i));
    if (!kinds.link_types[i].inverse.empty()) {
      links_.emplace(kinds.link_types[i].inverse, static_cast<uint16_t>(2 * i + 1));
    }
  }
}

Field& FieldBuilder::make(KindId owner) {
  Field& field = kinds_.fields.emplace_back();
  field.id = FieldId{static_cast<uint16_t>(kinds_.fields.size() - 1)};
  facts_.push_back({owner, false, 0, {}});
  return field;
}

FieldId FieldBuilder::own_copy(KindId owner, FieldId id) {
  if (facts(id).owner == owner) return id;
  Field copy = field(id);
  Facts copied = facts(id);
  copied.owner = owner;
  const FieldId made = make(owner).id;
  copy.id = made;
  field(made) = std::move(copy);
  facts(made) = copied;
  return made;
}

FieldId FieldBuilder::find(const std::vector<FieldId>& fields, std::string_view name) const {
  for (const FieldId id : fields) {
    if (kinds_.field(id).name == name) return id;
  }
  return kNoField;
}

void FieldBuilder::apply_link(FieldId id, const FieldDefinition& definition) {
  const auto found = links_.find(definition.name.text);
  if (found == links_.end()) return;
  const LinkType& type = kinds_.link_types[found->second / 2];
  Field& to = field(id);
  const bool first = to.type != ValueType::ref || to.link == kNoLinkType;
  to.link = LinkTypeId{static_cast<uint16_t>(found->second / 2)};
  to.inverse = found->second % 2 == 1;
  to.type = ValueType::ref;
  if (!first) return;
  to.list = true;
  to.label = to.inverse ? type.inverse_label : type.label;
  to.doc = to.inverse ? "The other end of `" + type.name + "`." : type.doc;
}

void FieldBuilder::apply(FieldId id, const FieldDefinition& definition, KindId owner,
                         uint8_t role_rank) {
  if (definition.is_link) apply_link(id, definition);
  Field& to = field(id);
  if (definition.type && *definition.type != to.type) {
    if (!are_alike(*definition.type, to.type)) to.role = Role::none;
    if (*definition.type != ValueType::choice) to.choices.clear();
    if (*definition.type != ValueType::object) to.fields.clear();
    if (*definition.type != ValueType::ref) to.link = kNoLinkType;
    to.type = *definition.type;
  }
  if (definition.role) {
    to.role = *definition.role;
    facts(id).role_rank = role_rank;
  }
  if (definition.list) to.list = *definition.list;
  if (definition.keyed) to.keyed = *definition.keyed;
  if (definition.required) to.required = *definition.required;
  if (definition.loose) to.loose = *definition.loose;
  if (definition.title_like) to.title_like = *definition.title_like;
  if (definition.last) facts(id).last = *definition.last;
  if (definition.visibility) to.visibility = *definition.visibility;
  if (!definition.label.empty()) to.label = definition.label;
  if (!definition.doc.empty()) to.doc = definition.doc;
  if (!definition.prose.empty()) facts(id).prose = definition.prose;
  add_words(to.synonyms, definition.synonyms);
  for (const ChoiceDefinition& choice : definition.choices) {
    const auto same = std::find_if(to.choices.begin(), to.choices.end(),
                                   [&](const ChoiceWord& w) { return w.name == choice.name.text; });
    ChoiceWord& word = same != to.choices.end() ? *same : to.choices.emplace_back();
    word.name = choice.name.text;
    word.label = label_of(choice.name.text);
    add_words(word.synonyms, choice.synonyms);
  }
  if (definition.to) {
    to.targets.clear();
    for (const KindWord& name : *definition.to) {
      const auto kind = kind_ids_.find(name.text);
      if (kind != kind_ids_.end() && static_cast<uint16_t>(kind->second) != 0) {
        to.targets.push_back(kind->second);
      }
    }
  }
  apply_sub_fields(id, definition, owner);
}

// As deep as kMaxObjectDepth.
void FieldBuilder::apply_sub_fields(FieldId id, const FieldDefinition& definition, KindId owner) {
  for (const FieldDefinition& part : definition.fields) {
    const FieldId existing = find(field(id).fields, part.name.text);
    FieldId made = kNoField;
    if (existing == kNoField) {
      Field& sub = make(owner);
      sub.name = part.name.text;
      sub.label = label_of(part.name.text);
      made = sub.id;
      field(id).fields.push_back(made);
    } else {
      made = own_copy(owner, existing);
      std::vector<FieldId>& list = field(id).fields;
      std::replace(list.begin(), list.end(), existing, made);
    }
    apply(made, part, owner, 0);
  }
}

FieldId FieldBuilder::create(const FieldDefinition& definition, KindId owner) {
  Field& made = make(owner);
  const FieldId id = made.id;
  made.name = definition.name.text;
  made.label = label_of(definition.name.text);
  const auto found = common_.find(definition.name.text);
  if (definition.is_link || found == common_.end()) return id;
  const FieldDefinition& common = *found->second.definition;
  // A field of another type that happens to have the name shares the words, not the meaning.
  if (definition.type && !are_alike(*definition.type, *common.type)) {
    add_words(made.synonyms, common.synonyms);
    if (!common.label.empty()) made.label = common.label;
    return id;
  }
  apply(id, common, owner, 0);
  return id;
}

std::vector<FieldBuilder::RoleClash> FieldBuilder::build(Kind& kind,
                                                         const std::vector<Layer>& layers) {
  const size_t inherited = kind.fields.size();
  for (const Layer& layer : layers) {
    for (const FieldDefinition& definition : layer.definition->fields) {
      const FieldId existing = find(kind.fields, definition.name.text);
      FieldId id = existing;
      if (existing == kNoField) {
        id = create(definition, kind.id);
        kind.fields.push_back(id);
      } else {
        if (layer.generated && field(existing).link == kNoLinkType) continue;
        id = own_copy(kind.id, existing);
        std::replace(kind.fields.begin(), kind.fields.end(), existing, id);
      }
      apply(id, definition, kind.id, layer.own ? 2 : 1);
    }
  }
  // A reference that says no more is a relation all the same.
  for (const FieldId id : kind.fields) {
    const auto relates = links_.find("relates_to");
    if (field(id).type == ValueType::ref && field(id).link == kNoLinkType &&
        relates != links_.end()) {
      field(id).link = LinkTypeId{static_cast<uint16_t>(relates->second / 2)};
    }
  }
  resolve_prose(kind);
  order(kind, inherited);
  return resolve_roles(kind, layers);
}

// Fields that are not `last`: inherited ones, then own ones; then those that are.
void FieldBuilder::order(Kind& kind, size_t inherited) const {
  std::vector<FieldId> last;
  std::vector<FieldId> first;
  // A field that was `last` in the parent and is not here any more stands with the own ones.
  for (size_t i = 0; i < kind.fields.size(); ++i) {
    if (i < inherited || !facts(kind.fields[i]).last) {
      (facts(kind.fields[i]).last ? last : first).push_back(kind.fields[i]);
    }
  }
  for (size_t i = inherited; i < kind.fields.size(); ++i) {
    if (facts(kind.fields[i]).last) last.push_back(kind.fields[i]);
  }
  first.insert(first.end(), last.begin(), last.end());
  kind.fields = std::move(first);
}

void FieldBuilder::resolve_prose(Kind& kind) {
  for (FieldId& id : kind.fields) {
    if (facts(id).prose.empty()) continue;
    const FieldId prose = find(kind.fields, facts(id).prose);
    if (field(id).prose == prose) continue;
    id = own_copy(kind.id, id);
    field(id).prose = prose;
  }
}

std::vector<FieldBuilder::RoleClash> FieldBuilder::resolve_roles(Kind& kind,
                                                                 const std::vector<Layer>& layers) {
  std::vector<RoleClash> clashes;
  kind.role_fields.assign(kRoleCount, kNoField);
  const auto strength = [&](FieldId id) {
    return std::tuple(facts(id).role_rank, facts(id).owner == kind.id ? 1 : 0);
  };
  for (FieldId& id : kind.fields) {
    const Role role = field(id).role;
    if (role == Role::none) continue;
    FieldId& holder = kind.role_fields[static_cast<size_t>(role)];
    if (holder == kNoField) {
      holder = id;
      continue;
    }
    if (facts(id).role_rank == 2 && strength(id) == strength(holder)) {
      for (const Layer& layer : layers) {
        for (const FieldDefinition& definition : layer.definition->fields) {
          if (layer.own && definition.name.text == field(id).name) {
            clashes.push_back({definition.name, role, field(holder).name});
          }
        }
      }
    }
    // The stronger one keeps the role, the other is a field without one.
    const bool taken = strength(id) > strength(holder);
    const FieldId loser = taken ? holder : id;
    if (taken) holder = id;
    const FieldId plain = own_copy(kind.id, loser);
    field(plain).role = Role::none;
    std::replace(kind.fields.begin(), kind.fields.end(), loser, plain);
  }
  return clashes;
}

std::vector<FieldWord> FieldBuilder::words(const Kind& kind,
                                           const std::vector<Layer>& layers) const {
  std::vector<FieldWord> words;
  words.reserve(64);
  const auto add = [&](std::string_view word, FieldId id) {
    words.push_back({word_key(word), id});
  };
  // Layers of the program come last and count first.
  struct Said {
    const FieldDefinition* definition;
    FieldId field;
  };
  std::vector<Said> said;
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    for (const FieldDefinition& definition : layer->definition->fields) {
      const FieldId id = find(kind.fields, definition.name.text);
      if (id != kNoField) said.push_back({&definition, id});
    }
  }
  // The names of all fields that are this kind's version, said or not: find_field counts on it.
  for (const FieldId id : kind.fields) {
    if (facts(id).owner != kind.id) continue;
    words.push_back({kinds_.field(id).name, id});
    add(kinds_.field(id).name, id);
  }
  for (const Said& one : said) add(kinds_.field(one.field).label, one.field);
  for (const Said& one : said) {
    for (const std::string_view word : one.definition->synonyms) add(word, one.field);
  }
  const auto add_generated = [&](Role role, std::string_view noun, std::string_view ending) {
    const FieldId id = kind.role_fields[static_cast<size_t>(role)];
    if (id == kNoField || kind.abstract) return;
    add(std::string(noun) + std::string(ending), id);
  };
  std::vector<std::string_view> nouns = {kind.label, kind.prefix};
  for (const std::string& alias : kind.aliases) nouns.push_back(alias);
  for (const std::string_view noun : nouns) {
    if (noun.empty()) continue;
    for (const std::string_view ending : {" id", " no", " number", " ref"}) {
      add_generated(Role::id, noun, ending);
    }
    if (noun.size() < 3) continue;
    for (const std::string_view ending : {"", " name", " title"}) {
      add_generated(Role::title, noun, ending);
    }
    for (const std::string_view ending : {" description", " statement", " summary", " details"}) {
      add_generated(Role::summary, noun, ending);
    }
    add_generated(Role::owner, noun, " owner");
    add_generated(Role::status, noun, " status");
  }
  for (const Said& one : said) {
    const auto common = common_.find(one.definition->name.text);
    if (one.definition->is_link || common == common_.end()) continue;
    for (const std::string& key : common->second.keys) words.push_back({key, one.field});
  }
  return words;
}

}  // namespace milepost
