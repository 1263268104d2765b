// The lookup tables behind Kinds, and what they are made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shape/kinds.h"
#include "shape/word_table.h"

namespace milepost {

/// The name spaces of the table; those of a kind or a field have its number added.
namespace scope {
inline constexpr uint32_t kinds = 0;
inline constexpr uint32_t prefixes = 1;         // as written
inline constexpr uint32_t folded_prefixes = 2;  // in small letters
inline constexpr uint32_t heading_heads = 3;    // plurals: "risks"
inline constexpr uint32_t heading_singulars = 4;
inline constexpr uint32_t heading_wholes = 5;  // "communication plan"
inline constexpr uint32_t collections = 6;     // "register"
inline constexpr uint32_t no_kind = 7;         // "change log"
inline constexpr uint32_t links = 8;           // value: 2 × type, + 1 for the inverse
inline constexpr uint32_t health = 9;
inline constexpr uint32_t levels = 10;
inline constexpr uint32_t checks = 11;
inline constexpr uint32_t fields = 0x1'0000;      // + kind
inline constexpr uint32_t statuses = 0x2'0000;    // + kind
inline constexpr uint32_t sub_fields = 0x3'0000;  // + field
inline constexpr uint32_t choices = 0x4'0000;     // + field
}  // namespace scope

struct Kinds::Index {
  WordTable words;
};

/// A word by which a kind's field is found, from what the kind itself says.
struct FieldWord {
  std::string key;  // word_key of it
  FieldId field;
};

/// A status's word; `status` is an index into Kind::statuses.
struct StatusWordEntry {
  std::string key;
  uint16_t status;
};

/// What the index is made of beside the Kinds. Of words of one kind the earlier win.
struct IndexParts {
  std::vector<std::vector<FieldWord>> field_words;         // by kind, without what it inherits
  std::vector<std::vector<StatusWordEntry>> status_words;  // by kind
  std::vector<KindId> precedence;                          // kinds whose words win come first
  struct General {
    uint32_t scope;
    std::string key;
    uint16_t value;
  };
  std::vector<General> general;  // health, levels, checks, collections, no_kind
};

std::shared_ptr<const Kinds::Index> make_index(const Kinds& kinds, const IndexParts& parts);

/// "risk" gives "risks", "dependency" "dependencies", "status report" "status reports".
std::string plural_of(std::string_view words);

}  // namespace milepost
