// An Outline of a program written as files, for tests of what is written from it.
#pragma once

#include <string>
#include <utility>

#include "analyze/analyze.h"
#include "calendar/date.h"
#include "check/check.h"
#include "compose/compose.h"
#include "redact/redact.h"
#include "unit/link/linked.h"

namespace milepost {

/// The plain build as of 1 June 2026. Takes the program out of `linked`, which must stay.
Outline composed(Linked& linked, std::string base_url = {});

}  // namespace milepost
