// The text of a release without what its page shows elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compose/record_layout.h"
#include "render/page_scope.h"

namespace milepost {

/// A heading of the text that is not shown, and its words; `anchor` as scope.anchor_of has it.
struct CutHeading {
  std::string words, anchor;
};

struct ReleaseBody {
  ShownSlice shown;
  bool empty = true;                 // nothing of the text is left
  std::vector<CutHeading> headings;  // in the order of the text
};

/// Check lists that are gates, the table of sign-offs, and lists that stand in the launch plan are
/// left out, with their headings if nothing else is under them. What is not wholly shown elsewhere
/// stays. Linear in the text.
ReleaseBody release_body(const PageScope& scope, const ViewRecord& record,
                         const ViewReadiness& ready);

/// True for a field whose value the page of a release shows above its facts.
bool is_told_by_readiness(const ViewReadiness& ready, std::string_view field);

}  // namespace milepost
