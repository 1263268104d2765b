// What of a list is not what it was, and of an object.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "compare/change_words.h"
#include "compare/meaning.h"
#include "compare/record_change.h"

namespace milepost {

/// Of one list. A stranger's list of a hundred thousand entries is in the history of each version.
inline constexpr size_t kMostTold = 200;

/// Keeps at most kMostTold of `changes` and says with one more, which has `name` and `label`, how
/// many there are besides. Those of the lowest `places` are kept, one for each change; of one place
/// in the order of their words. The way back keeps the same if it has the same places.
void keep_most_told(std::vector<FieldChange>& changes, std::span<const size_t> places,
                    const std::string& name, const std::string& label);

/// Changes of one field that both records or objects have, or one of them (else null). Lists of
/// single values are sets: what joined and what left is told. Lists of objects are told entry by
/// entry; entries are the same if they are equal, else if their first values are. An object is
/// told part by part. Of the changes of a list kMostTold are told. n log n in the values.
void add_value_changes(const Meanings& meanings, const ChangeWords& words, const ViewField* before,
                       const ViewField* after, std::vector<FieldChange>& out);

}  // namespace milepost
