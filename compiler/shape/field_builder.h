// Makes the fields of one kind after another, out of what they inherit and what definitions say.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shape/kind_definitions.h"
#include "shape/kinds.h"
#include "shape/kinds_index.h"

namespace milepost {

/// Appends to `kinds.fields`. Link types and kind ids must be known before.
class FieldBuilder {
 public:
  using KindIds = std::unordered_map<std::string_view, KindId>;

  FieldBuilder(Kinds& kinds, const KindDefinitions& library, const KindIds& kind_ids);

  /// Applies `layers` (the first defined first; a layer with `generated` set only adds inverse ends
  /// of links) to the fields of `kind`, which hold those of its parent. Sets fields and
  /// role_fields.
  struct Layer {
    const KindDefinition* definition = nullptr;
    bool own = false;  // of the program, not built in
    bool generated = false;
  };
  struct RoleClash {
    KindWord field;
    Role role;
    std::string other;
  };
  std::vector<RoleClash> build(Kind& kind, const std::vector<Layer>& layers);

  /// The words of the fields that `kind` itself defines, for the index.
  std::vector<FieldWord> words(const Kind& kind, const std::vector<Layer>& layers) const;

 private:
  struct Facts {  // beside a Field, by FieldId
    KindId owner = kNoKind;
    bool last = false;
    uint8_t role_rank = 0;  // 0 common, 1 the library's kinds, 2 the program's
    std::string_view prose;
  };

  Field& make(KindId owner);
  FieldId own_copy(KindId owner, FieldId id);
  void apply(FieldId id, const FieldDefinition& definition, KindId owner, uint8_t role_rank);
  void apply_sub_fields(FieldId id, const FieldDefinition& definition, KindId owner);
  void apply_link(FieldId id, const FieldDefinition& definition);
  FieldId find(const std::vector<FieldId>& fields, std::string_view name) const;
  FieldId create(const FieldDefinition& definition, KindId owner);
  void order(Kind& kind, size_t inherited) const;
  void resolve_prose(Kind& kind);
  std::vector<RoleClash> resolve_roles(Kind& kind, const std::vector<Layer>& layers);

  Field& field(FieldId id) { return kinds_.fields[static_cast<uint16_t>(id)]; }
  Facts& facts(FieldId id) { return facts_[static_cast<uint16_t>(id)]; }
  const Facts& facts(FieldId id) const { return facts_[static_cast<uint16_t>(id)]; }

  Kinds& kinds_;
  const KindIds& kind_ids_;
  struct Common {
    const FieldDefinition* definition;
    std::vector<std::string> keys;  // of its synonyms
  };
  std::unordered_map<std::string_view, Common> common_;
  std::unordered_map<std::string_view, uint16_t> links_;  // 2 × type, + 1 for the inverse
  std::vector<Facts> facts_;
};

/// "needed_by" gives "Needed by".
std::string label_of(std::string_view name);

}  // namespace milepost
