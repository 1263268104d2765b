// The program on one screen of a terminal.
#pragma once

#include <cstddef>
#include <string>

#include "compose/outline.h"

namespace milepost {

struct StatusOptions {
  size_t width = 80;   // columns; less than 40 counts as 40, more than 120 as 120
  bool color = false;  // ANSI colours: health and headings
};

/// The verdict and what it rests on, what changed since the version before if there is one, why the
/// date is what it is, the critical path, the milestones with their slips, the highest risks and
/// the open blockers, in the words of the site. A part without anything to say is left out. Nothing
/// in it that a terminal would obey but our colours.
std::string status_text(const Outline& outline, const StatusOptions& options);

}  // namespace milepost
