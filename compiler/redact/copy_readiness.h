// Readiness as an audience may know it.
#pragma once

#include <string_view>
#include <unordered_map>
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
};

/// The published files of the View, by path.
using AssetNumbers = std::unordered_map<std::string_view, uint32_t>;

/// `readiness` was judged from what is visible alone (ReadinessMask), so all of it is copied.
/// Linear.
std::vector<ViewReadiness> copy_readiness(const Program& program,
                                          const std::vector<Readiness>& readiness,
                                          const ReadinessNumbers& numbers,
                                          const AssetNumbers& assets);

}  // namespace milepost
