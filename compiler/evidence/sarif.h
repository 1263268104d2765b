// SARIF 2.1.0: what a scanner found, as CodeQL, Semgrep, ESLint and others write it.
#pragma once

#include <string_view>

#include "evidence/report.h"

namespace milepost {

/// Counts the results of every run by level. A result without one has that of its rule's default
/// configuration, else `warning`; one whose `kind` is not `fail` has none. Suppressed results (all
/// suppressions accepted) are counted apart, those that are `absent` since the baseline not at all,
/// `unchanged` ones like new ones. Configuration overrides are not read. Linear; memory: the ids of
/// rules, and the rule of each result without a level.
EvidenceReading read_sarif(std::string_view bytes);

}  // namespace milepost
