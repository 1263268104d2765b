// Thresholds as people write them, and reports held against them.
#include "evidence/expectation.h"

#include "catch.h"

namespace milepost {
namespace {

EvidenceReport tests(uint64_t all, uint64_t failures, uint64_t errors, uint64_t skipped) {
  EvidenceReport made;
  made.tests = all;
  made.failures = failures;
  made.errors = errors;
  made.skipped = skipped;
  return made;
}

EvidenceReport coverage(uint64_t hit, uint64_t lines, uint64_t branches_hit, uint64_t branches) {
  EvidenceReport made;
  made.format = EvidenceFormat::cobertura;
  made.lines = lines;
  made.lines_hit = hit;
  made.branches = branches;
  made.branches_hit = branches_hit;
  return made;
}

EvidenceReport scan(uint64_t errors, uint64_t warnings, uint64_t notes) {
  EvidenceReport made;
  made.format = EvidenceFormat::sarif;
  made.error_results = errors;
  made.warning_results = warnings;
  made.note_results = notes;
  return made;
}

bool satisfied(const EvidenceReport& report, std::string_view expects) {
  return judge_evidence(report, expects).verdict == EvidenceVerdict::satisfied;
}
bool failed(const EvidenceReport& report, std::string_view expects) {
  return judge_evidence(report, expects).verdict == EvidenceVerdict::not_satisfied;
}

struct Case {
  std::string_view text;
  EvidenceMeasure measure;
  Comparison comparison;
  uint64_t thousandths;
  bool percent;
};

TEST_CASE("a threshold is read as people write it", "[evidence]") {
  using M = EvidenceMeasure;
  using C = Comparison;
  constexpr Case cases[] = {
      {"coverage >= 80 %", M::coverage, C::at_least, 80000, true},
      {">80%", M::any, C::more_than, 80000, true},
      {"80 %", M::any, C::at_least, 80000, true},
      {"80%+", M::any, C::at_least, 80000, true},
      {"line coverage at least 80%", M::line_coverage, C::at_least, 80000, true},
      {"Line Coverage ≥ 76,5 %", M::line_coverage, C::at_least, 76500, true},
      {"at least 80 % of branches", M::branch_coverage, C::at_least, 80000, true},
      {"branch >= 70%", M::branch_coverage, C::at_least, 70000, true},
      {"branch coverage: 70 percent or more", M::branch_coverage, C::at_least, 70000, true},
      {"failures = 0", M::failures, C::exactly, 0, false},
      {"0 failures", M::failures, C::at_most, 0, false},
      {"errors <= 3", M::errors, C::at_most, 3000, false},
      {"no errors", M::errors, C::exactly, 0, false},
      {"zero failed tests", M::failures, C::exactly, 0, false},
      {"no more than 5 skipped", M::skipped, C::at_most, 5000, false},
      {"fewer than 10 warnings", M::warnings, C::less_than, 10000, false},
      {"tests >= 1,200", M::tests, C::at_least, 1200000, false},
      {"pass rate >= 99.5 %", M::passed, C::at_least, 99500, true},
      {"98% of tests pass", M::passed, C::at_least, 98000, true},
      {"no findings", M::results, C::exactly, 0, false},
  };
  for (const Case& one : cases) {
    INFO(one.text);
    const std::vector<Expectation> read = read_expectations(one.text);
    REQUIRE(read.size() == 1);
    CHECK(read[0].measure == one.measure);
    CHECK(read[0].comparison == one.comparison);
    CHECK(read[0].thousandths == one.thousandths);
    CHECK(read[0].percent == one.percent);
  }
}

TEST_CASE("several thresholds are joined", "[evidence]") {
  CHECK(read_expectations("coverage >= 80 %, branch >= 70 %").size() == 2);
  CHECK(read_expectations("failures = 0 and errors = 0").size() == 2);
  CHECK(read_expectations("all tests pass").size() == 3);
}

TEST_CASE("what is no threshold is none", "[evidence]") {
  for (const std::string_view text :
       {"", "good", "error rate < 1%", "p99 < 200ms", "200 ms", "coverage", "coverage >=",
        "coverage >= high", ">= >= 80 %", "80 90", "no coverage", "between 70 and 80 %",
        "failures <= -1", "99999999999999 tests", "coverage >= 80 % on main"}) {
    INFO(text);
    CHECK(read_expectations(text).empty());
  }
}

TEST_CASE("a threshold is found in a sentence", "[evidence]") {
  CHECK(find_threshold("Unit test coverage > 80% on main") == "test coverage > 80%");
  CHECK(find_threshold("The scan shows no errors") == "no errors");
  CHECK(find_threshold("Code coverage at least 75 % (checkout)") == "coverage at least 75 %");
  CHECK(find_threshold("Line coverage of the payment path at least 80 %") ==
        "Line coverage at least 80 %");
  for (const std::string_view text :
       {"Coverage of the suite, 20 % rollout", "20 % rollout", "Load test at 2x peak",
        "error rate < 1%", "latency < 200 ms at p99", "All tests", "No blockers",
        "2 reviewers approve", "Test 3 merchants"}) {
    INFO(text);
    CHECK(find_threshold(text).empty());
  }
}

TEST_CASE("evidence may hold its threshold", "[evidence]") {
  CHECK(split_evidence("results/c.xml >= 80 %").path == "results/c.xml");
  CHECK(split_evidence("results/c.xml >= 80 %").expects == ">= 80 %");
  CHECK(split_evidence("results/c.xml (coverage > 80 %)").expects == "coverage > 80 %");
  CHECK(split_evidence("results/c.xml").expects.empty());
  CHECK(split_evidence("a file with spaces.xml").path == "a file with spaces.xml");
}

TEST_CASE("tests are good if some ran and none failed", "[evidence]") {
  CHECK(satisfied(tests(12, 0, 0, 2), ""));
  CHECK(judge_evidence(tests(12, 0, 0, 2), "").measured == "10 / 10");
  CHECK(failed(tests(12, 1, 0, 0), ""));
  CHECK(failed(tests(12, 0, 1, 0), ""));
  CHECK(failed(tests(0, 0, 0, 0), ""));
  CHECK(failed(tests(3, 0, 0, 3), ""));
  CHECK(failed(tests(0, 0, 0, 0), "all tests pass"));
  CHECK(satisfied(tests(1000, 5, 0, 0), "pass rate >= 99 %"));
  CHECK(satisfied(tests(10, 3, 0, 0), "failures <= 3"));
  CHECK(failed(tests(10, 3, 0, 0), "failures <= 2, errors = 0"));
  CHECK(judge_evidence(tests(10, 3, 0, 0), "failures <= 2, errors = 0").measured == "3; 0");
  CHECK(judge_evidence(tests(10, 0, 0, 0), "coverage > 80 %").doubt == EvidenceDoubt::not_told);
}

TEST_CASE("a scan is good without results of level error", "[evidence]") {
  CHECK(satisfied(scan(0, 4, 9), ""));
  CHECK(failed(scan(1, 0, 0), ""));
  CHECK(failed(scan(0, 4, 0), "no findings"));
  CHECK(satisfied(scan(0, 4, 0), "warnings <= 4"));
  CHECK(judge_evidence(scan(0, 4, 0), "coverage > 1 %").verdict == EvidenceVerdict::unknown);
}

TEST_CASE("coverage needs a threshold", "[evidence]") {
  const EvidenceJudgement none = judge_evidence(coverage(764, 1000, 0, 0), "");
  CHECK(none.verdict == EvidenceVerdict::unknown);
  CHECK(none.doubt == EvidenceDoubt::no_threshold);
  CHECK(none.measured == "76.4 %");
  CHECK(failed(coverage(764, 1000, 0, 0), "coverage >= 80 %"));
  CHECK(satisfied(coverage(764, 1000, 0, 0), "coverage >= 76.4"));
  CHECK(satisfied(coverage(764, 1000, 0, 0), "coverage >= 0.75"));
  CHECK(judge_evidence(coverage(8, 10, 0, 0), "branch > 70 %").doubt == EvidenceDoubt::not_told);
  CHECK(judge_evidence(coverage(8, 10, 0, 0), "quite good").doubt ==
        EvidenceDoubt::unclear_threshold);
  CHECK(satisfied(coverage(0, 0, 7, 10), "coverage >= 70 %"));
}

TEST_CASE("a figure is not rounded to the other side of its threshold", "[evidence]") {
  CHECK(judge_evidence(coverage(79999, 100000, 0, 0), ">= 80 %").measured == "79.9 %");
  CHECK(judge_evidence(coverage(80001, 100000, 0, 0), "> 80 %").measured == "80.1 %");
  CHECK(judge_evidence(coverage(80000, 100000, 0, 0), "> 80 %").measured == "80 %");
  CHECK(judge_evidence(tests(100000, 0, 0, 5001), "skipped <= 5 %").measured == "5.1 %");
  CHECK(judge_evidence(coverage(1, 3, 0, 0), ">= 20 %").measured == "33.3 %");
}

TEST_CASE("counts at the limit do not overflow", "[evidence]") {
  constexpr uint64_t most = 1'000'000'000'000;
  CHECK(failed(coverage(most - 1, most, 0, 0), ">= 100 %"));
  CHECK(satisfied(coverage(most, most, 0, 0), ">= 100 %"));
  CHECK(failed(coverage(most, most, 0, 0), ">= 999999999"));
  CHECK(failed(tests(most, most, most, most), "failures <= 999999999"));
}

}  // namespace
}  // namespace milepost
