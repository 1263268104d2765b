// The entry of check/: what is wrong with the program, as findings, and with its files, as
// diagnostics.
#pragma once

#include <span>
#include <vector>

#include "analyze/analysis.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/finding.h"
#include "diagnostics/rule.h"
#include "link/program.h"
#include "load/source_set.h"

namespace milepost {

/// Runs every rule that the program does not switch off. Findings come in the order of their
/// place, code and subjects, with the severities that `rules:` of program.yaml gives. Rules about
/// files (suspicious characters, left-over placeholders, unused assets) report to the sink. Linear
/// in the size of the program for each rule.
std::vector<Finding> check_program(const SourceSet& sources, const Program& program,
                                   const Analysis& analysis, DiagnosticSink& sink);

/// Is there a rule that asks how old records are (Analysis::ages), and a record to ask about?
bool asks_history(const Program& program);

/// The manual entries of all rules, in order of code; for `explain`, docs/rules.md and the site.
std::vector<const RuleInfo*> rule_catalog();

}  // namespace milepost
