// What speaks for and against an option, written in one line: "Pros: quick; Cons: dear".
#pragma once

#include <string_view>
#include <vector>

#include "shape/kinds.h"

namespace milepost {

/// A run of `text` that belongs to a sub-field; kNoField: it stands before the first name.
struct OptionSide {
  FieldId field = kNoField;
  std::string_view text;
};

/// The runs in their order, none empty; nothing if the object has no `pros` and `cons`, or the text
/// names neither. A name stands at the beginning or after a stop, a semicolon, a slash or a comma,
/// with a colon behind it. Linear.
std::vector<OptionSide> split_sides(const Kinds& kinds, const Field& options,
                                    std::string_view text);

}  // namespace milepost
