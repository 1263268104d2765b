// Which findings an audience may be told of that does not see all there is.
#pragma once

#include <cstdint>

#include "link/program.h"
#include "redact/redaction.h"

namespace milepost {

/// True for rules that judge a record by its own fields, or by the schedule of what is visible, if
/// those fields of a record of `kind` may be seen. What other rules find may rest on records that
/// are hidden: a link that is missing, a count, a release that is not ready.
bool is_found_in_the_open(uint16_t code, KindId kind, const Kinds& kinds,
                          const Redaction& redaction);

}  // namespace milepost
