// A site composed from files, for tests of what stands right of the audience wall.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "analyze/analyze.h"
#include "calendar/date.h"
#include "compose/compose.h"
#include "redact/redact.h"
#include "unit/link/linked.h"

namespace milepost {

/// As of Monday 1 June 2026.
Outline composed(Linked::Files files);

ViewKindId kind_named(const View& view, std::string_view name);

ViewRecordId record_named(const View& view, std::string_view id);

}  // namespace milepost
