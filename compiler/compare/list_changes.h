// What of a list is not what it was, and of an object.
#pragma once

#include <vector>

#include "compare/change_words.h"
#include "compare/meaning.h"
#include "compare/record_change.h"

namespace milepost {

/// Changes of one field that both records or objects have, or one of them (else null). Lists of
/// single values are sets: what joined and what left is told. Lists of objects are told entry by
/// entry; entries are the same if they are equal, else if their first values are. An object is
/// told part by part.
void add_value_changes(const Meanings& meanings, const ChangeWords& words, const ViewField* before,
                       const ViewField* after, std::vector<FieldChange>& out);

}  // namespace milepost
