// What an item expects of its report, as people write it, and whether the report keeps it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/report.h"

namespace milepost {

enum class EvidenceMeasure : uint8_t {
  any,       // a bare `> 80 %`: the coverage, or of tests the share that passed
  coverage,  // of lines; of branches if the report counts no lines
  line_coverage,
  branch_coverage,
  tests,   // cases that ran or were skipped
  passed,  // cases that passed; in percent, of those that ran
  failures,
  errors,  // of tests; of a scanner its results of level error
  skipped,
  warnings,
  notes,
  results,  // of a scanner, of any level
};

enum class Comparison : uint8_t { at_least, more_than, at_most, less_than, exactly };

/// `coverage >= 80 %`
struct Expectation {
  EvidenceMeasure measure = EvidenceMeasure::any;
  Comparison comparison = Comparison::at_least;
  uint64_t thousandths = 0;  // 80000
  bool percent = false;
};

/// `coverage >= 80 %`, `>80%`, `at least 80 % of branches`, `failures = 0`, `errors <= 3`, `no
/// errors`, `all tests pass`; several joined by a comma, a semicolon or `and`. Empty if any part of
/// it is none. Case and spaces do not matter. Linear.
std::vector<Expectation> read_expectations(std::string_view text);

/// The part of a sentence that is a threshold: "test coverage > 80%" of "Unit test coverage > 80%
/// on main", "Line coverage at least 80 %" of "Line coverage of the payment path at least 80 %".
/// Empty if it holds none. Only one that names what it measures, with a comparison and a number, or
/// `no failures` and the like: "20 % rollout" is none.
std::string find_threshold(std::string_view text);

/// `evidence:` as written, which may hold the threshold behind the path: "results/c.xml >= 80 %".
struct EvidenceWords {
  std::string_view path;     // what stands before the threshold
  std::string_view expects;  // empty if there is none
};
EvidenceWords split_evidence(std::string_view text);

enum class EvidenceVerdict : uint8_t { satisfied, not_satisfied, unknown };

/// Why a verdict is unknown.
enum class EvidenceDoubt : uint8_t {
  none,
  no_threshold,       // coverage is only good or bad beside one
  unclear_threshold,  // what is expected cannot be read
  not_told,           // the report does not count what is expected (branches, or nothing at all)
};

struct EvidenceJudgement {
  EvidenceVerdict verdict = EvidenceVerdict::unknown;
  EvidenceDoubt doubt = EvidenceDoubt::none;
  /// What the report says of what is expected, in figures: `76.4 %`, `2`, `410 / 412` (passed of
  /// those that ran; so for tests without a threshold). Several as `76.4 %; 61 %`. Never rounded to
  /// the other side of the threshold.
  std::string measured;
};

/// Without a threshold: tests have to be some, without a failure or an error; a scanner may have no
/// result of level error; coverage needs one. Constant time.
EvidenceJudgement judge_evidence(const EvidenceReport& report, std::string_view expects);

}  // namespace milepost
