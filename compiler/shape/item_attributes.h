// What stands in parentheses at the end of an item: `(owner: li, due: start - 7d)`.
#pragma once

#include <string_view>
#include <vector>

#include "shape/decode.h"

namespace milepost {

/// Takes the parentheses with attributes off the end of `words`, the last ones first, and appends
/// what they say as sub-fields of `list`, a field with the sub-fields of `acceptance`. Parentheses
/// of prose stay. True if any were taken; how many goes to `*taken`.
bool take_item_attributes(Decoding& d, const Field& list, Written& words,
                          std::vector<FieldValue>& attributes, std::size_t* taken = nullptr);

/// True of `acceptance:` and of fields with the same sub-fields: `items` of a gate.
bool is_item_list(const Kinds& kinds, const Field& field);

/// The field whose sub-fields the items of a body have: the kind's own acceptance field, else that
/// of a release.
const Field* item_list_of(const Kinds& kinds, KindId kind);

/// `text` without the last `count` parentheses at its end.
std::string_view without_parentheses(std::string_view text, std::size_t count);

/// The status of an item as written: `n/a` says something of it, where elsewhere it says nothing.
Value item_status(Decoding& d, const Written& w);

/// Reads the evidence of one item, where a threshold may stand behind a file: `load.xml >= 80 %`.
void decode_evidence(Decoding& d, const Field& list, Span key, const Written& w,
                     std::vector<FieldValue>& fields);

}  // namespace milepost
