// Readiness as an audience may know it.
#pragma once

#include <functional>
#include <vector>

#include "analyze/readiness.h"
#include "link/program.h"
#include "redact/redaction.h"
#include "redact/view_readiness.h"

namespace milepost {

/// The numbers of the View, by those of the Program.
struct ReadinessNumbers {
  const Numbering& records;
  const Numbering& people;
  const Numbering& teams;
  /// The asset with a path, or kHidden.
  std::function<uint32_t(const std::string&)> asset_at;
};

/// `readiness` was judged from what is visible alone (ReadinessMask), so all of it is copied.
/// Linear.
std::vector<ViewReadiness> copy_readiness(const Program& program,
                                          const std::vector<Readiness>& readiness,
                                          const ReadinessNumbers& numbers);

}  // namespace milepost
