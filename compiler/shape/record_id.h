// Ids: what has the form of one, and which one a record gets.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shape/context.h"
#include "shape/kinds.h"
#include "shape/record.h"
#include "shape/written.h"

namespace milepost {

inline constexpr std::size_t kLongestId = 64;

/// Bytes at the start of `text` that an id may be made of: letters, digits, `.`, `_`, `-`.
std::size_t id_length(std::string_view text);

/// [A-Za-z][A-Za-z0-9._-]*, at most 64 characters.
bool is_canonical_id(std::string_view text);

/// True if people would take the word for an id: it has a digit and no space (`R-007`, `5.10`,
/// `API-01`), or a known prefix and a hyphen (`M-GA`).
bool looks_like_id(const Kinds& kinds, std::string_view text);

/// The name of a file in ids that are local to it: `logs/raid log.md` gives `logs-raid-log`,
/// `adr/README.md` gives `adr`.
std::string file_slug(std::string_view path);

/// Where an id came from and what it was.
struct FoundId {
  Written written;  // empty text: none was found
  IdOrigin origin = IdOrigin::generated;
};

/// Gives `record` (kind and title set) its id, short id and aliases from `found`, or makes one.
/// Reports an id that cannot be one.
void set_id(FileWork& work, const FoundId& found, Record& record);

/// An id that the path says: of a file `R-004-data-loss.md` or a folder `CIP-0030/` (its README).
/// `PREFIX-N` is for the kind that has the prefix; `NNNN-slug` for any kind.
struct PathId {
  std::string prefix;  // as written; empty for NNNN-slug
  std::string number;  // "004"; for PREFIX-NAME the name
  KindId kind = kNoKind;
  bool numbered() const { return !number.empty(); }
};
PathId path_id(const Kinds& kinds, std::string_view path);

/// `4. Title`, `R-004: Title`, `ADR 12 – Title`: the id in front, and the title's offset.
struct HeadingId {
  std::string_view id;    // "4", "R-004"; empty: none
  std::size_t title = 0;  // where the title begins
};
HeadingId heading_id(const Kinds& kinds, KindId kind, std::string_view heading);

/// The id of a file record whose path gives `path`.
std::string id_of_path(const Kinds& kinds, KindId kind, const PathId& path);

}  // namespace milepost
