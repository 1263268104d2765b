// "Superseded by [12. DNS](0012-dns.md)", "Blocked by DEP-014": relations inside a status.
#pragma once

#include <optional>

#include "shape/context.h"
#include "shape/kinds.h"
#include "shape/written.h"

namespace milepost {

struct StatusRelation {
  FieldId field = kNoField;  // a field of type ref
  Written targets;           // what stands behind its words
};

/// The relation that `line` begins with, if its words name a field of the kind and a link or an id
/// follows them. A remark in parentheses is none.
std::optional<StatusRelation> status_relation(const Kinds& kinds, KindId kind, const Written& line);

}  // namespace milepost
