// Why the target is when it is: the ledger, and what is on track with how much float.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// For the first screen: at most three parts of the sum, the others fold away.
void write_target_why(HtmlWriter& out, const PageScope& scope, const ViewExplanation& why);

/// Where the schedule explains nothing: the causes of the verdict, which say by how much each is
/// late and not what that does to the target.
void write_causes(HtmlWriter& out, const PageScope& scope);

}  // namespace milepost
