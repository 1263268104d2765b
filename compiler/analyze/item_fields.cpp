// Finds sub-fields and owners of items.
#include "analyze/item_fields.h"

#include "text/words.h"

namespace milepost {

const FieldValue* ItemFields::find(std::string_view name) const {
  for (const FieldValue& field : fields_) {
    if (kinds_.field(field.field).name == name && !field.values.empty()) return &field;
  }
  return nullptr;
}

const Value* ItemFields::value(std::string_view name) const {
  const FieldValue* field = find(name);
  return field == nullptr ? nullptr : &field->values.front();
}

std::string_view ItemFields::text(std::string_view name) const {
  const Value* found = value(name);
  return found == nullptr ? std::string_view() : found->text;
}

ItemOwner owner_of(const Program& program, const Value* value) {
  ItemOwner owner;
  if (value == nullptr) return owner;
  const auto found = program.party_of.find(value);
  if (found == program.party_of.end()) {
    owner.text = value->text;
    return owner;
  }
  const Party& party = found->second;
  owner.person = party.person;
  if (party.kind == Party::Kind::team) owner.team = TeamIndex{party.index};
  if (party.person == kNoPerson && party.kind != Party::Kind::team) owner.text = party.text;
  return owner;
}

ItemOwner owner_named(const Program& program, const std::string& name, bool own) {
  ItemOwner owner;
  if (name.empty()) return owner;
  const std::string wanted = normalize_label(name);
  const std::vector<RoleEntry>& roles = program.set.settings.roles;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (normalize_label(roles[i].key) != wanted) continue;
    if (i < program.role_people.size() && !program.role_people[i].empty()) {
      owner.person = program.role_people[i].front();
    } else {
      owner.text = name;
    }
    return owner;
  }
  for (uint32_t i = 0; i < program.people.size(); ++i) {
    const Person& person = program.people[i];
    if (person.key == name || normalize_label(person.name) == wanted) {
      owner.person = PersonIndex{i};
      return owner;
    }
  }
  if (own) owner.text = name;
  return owner;
}

bool has_owner(const GateItem& item) {
  return item.owner != kNoPerson || item.team != kNoTeam || !item.owner_text.empty();
}

void set_owner(GateItem& item, const ItemOwner& owner) {
  if (owner.empty()) return;
  item.owner = owner.person;
  item.team = owner.team;
  item.owner_text = owner.text;
}

}  // namespace milepost
