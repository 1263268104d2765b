// The words of a check item as an audience may know them.
#pragma once

#include <string>
#include <string_view>

#include "analyze/readiness.h"
#include "link/program.h"

namespace milepost {

/// `text` of a check item as an audience may know it: a mention of what `mask` hides becomes
/// `mask.instead`, as in bodies; if that is empty it leaves no gap.
std::string visible_words(const Program& program, const CheckItem& item, std::string_view text,
                          const ReadinessMask& mask);

}  // namespace milepost
