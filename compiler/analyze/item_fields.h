// The sub-fields of an item by name, and who owes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyze/readiness.h"
#include "link/program.h"

namespace milepost {

/// Borrows the fields, each of which has a value.
class ItemFields {
 public:
  ItemFields(const Kinds& kinds, const std::vector<FieldValue>& fields)
      : kinds_(kinds), fields_(fields) {}

  /// nullptr, or no text, where the item does not say.
  const FieldValue* find(std::string_view name) const;
  const Value* value(std::string_view name) const;
  std::string_view text(std::string_view name) const;

 private:
  const Kinds& kinds_;
  const std::vector<FieldValue>& fields_;
};

/// A person or a team, else a role or a name that nobody has.
struct ItemOwner {
  PersonIndex person = kNoPerson;
  TeamIndex team = kNoTeam;
  std::string text;

  bool empty() const { return person == kNoPerson && team == kNoTeam && text.empty(); }
};

/// `value` may be nullptr: nobody.
ItemOwner owner_of(const Program& program, const Value* value);

/// A role or a person of a template. The library names roles that a program need not have: then it
/// is nobody, unless `own`.
ItemOwner owner_named(const Program& program, const std::string& name, bool own);

bool has_owner(const GateItem& item);
/// Leaves the item alone if `owner` is nobody.
void set_owner(GateItem& item, const ItemOwner& owner);

}  // namespace milepost
