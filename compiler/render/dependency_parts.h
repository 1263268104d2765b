// What stands below the graph of the dependencies: who waits for whom, the handshakes to make, and
// what is needed against what is promised.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// Nothing for a program in which nobody waits for another.
void write_dependency_parts(HtmlWriter& out, PageScope& scope);

}  // namespace milepost
