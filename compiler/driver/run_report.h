// From the values of a run to its report: words for findings, severities of the program, the exit
// status.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/finding.h"
#include "diagnostics/report.h"
#include "diagnostics/rule.h"
#include "link/program.h"
#include "load/source_set.h"

namespace milepost {

/// Every code there is, in order: the diagnostics' and the rules'.
std::vector<const RuleInfo*> all_codes();
/// By code ("MP201", "201") or name ("unknown-reference"); nullptr if there is none.
const RuleInfo* find_code(std::string_view word);

Places places_of(const SourceSet& sources);

/// Diagnostics with the severities of `rules:`, findings in words.
Report make_report(std::vector<Diagnostic> diagnostics, std::span<const Finding> findings,
                   const Program& program, const SourceSet& sources);

/// For machines: json, sarif, github, gitlab or junit.
std::string print_as(std::string_view format, const Report& report, const Places& places);

/// 1 if the report has an error, or something that --strict or a rule of --fail-on names; else 0.
int status_of(const Report& report, bool strict, const std::vector<std::string>& fail_on);

}  // namespace milepost
