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
inline Outline composed(Linked& linked, std::string base_url = {}) {
  const Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  RedactOptions options;
  options.version = "1.2.3";
  options.base_url = std::move(base_url);
  return compose_site(
      redact_program(std::move(linked.program), linked.sources, analysis, {}, {}, options),
      Words());
}

}  // namespace milepost
