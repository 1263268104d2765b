// The canonical text of a field: what it means, not how it is written (docs/sign-offs.md).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "link/program.h"
#include "shape/kinds.h"
#include "shape/record.h"

namespace milepost {

struct CanonicalValue {
  /// One line a value; empty if the field is unset. No line of it is empty or begins or ends with
  /// a space.
  std::string text;
  /// Some of it stands in a region for one audience.
  bool has_region = false;
};

/// Of a field of `record`, by the field's definition. Needs the program's references and parties.
/// Linear in the value, but for lists whose order means nothing: those are sorted.
CanonicalValue canonical_value(const Program& program, RecordIndex record, const FieldValue& field);

/// The same before anything is linked: references and people are the words that name them, so that
/// a record may be read without its program.
CanonicalValue unlinked_value(const RecordSet& set, const Record& record, const FieldValue& field);

/// Words with white space folded and in one normal form, as canonical texts have them.
std::string canonical_words(std::string_view text);

/// Digits of a hash that are written and compared: 128 bits.
inline constexpr std::size_t kSealDigits = 32;

/// The first kSealDigits digits of SHA-256 over "milepost-sign-off-1", the field's name and its
/// canonical text, each but the last ended by a line feed.
std::string seal(std::string_view field, std::string_view canonical);

/// Longer values are sealed, but neither written beside the seal nor told.
inline constexpr std::size_t kLongestKept = 16'000;

/// True if `written` is that hash: at least kSealDigits of it.
bool same_seal(std::string_view written, std::string_view hash);

/// True if `written` is at least kSealDigits of the hash of these; upper-case digits count, too.
bool seal_fits(std::string_view written, std::string_view field, std::string_view canonical);

}  // namespace milepost
