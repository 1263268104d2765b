// The findings baseline: what was there when a team began, so that `check` speaks of what is new.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "diagnostics/report.h"

namespace milepost {

/// One line an item, sorted: `MP301 T-1` for a finding (code and subjects), `MP231 docs/a.md
/// 3f9ac2` for a diagnostic (code, path, a hash of its message), so that moving a line changes
/// nothing. `#` begins a comment. Errors are never in it.
using Baseline = std::set<std::string, std::less<>>;

/// Such a line. `path` is that of the item's file, `-` if it has none.
std::string baseline_key(const ReportItem& item, std::string_view path);

Baseline read_baseline(std::string_view text);
std::string print_baseline(const Report& report, const Places& places);

/// Takes out of the report what the baseline lists; the number taken out.
size_t apply_baseline(Report& report, const Baseline& baseline, const Places& places);

}  // namespace milepost
