// A program with many different mistakes: one run tells all of them, each at its place, and doing
// what the help says mends it and breaks nothing else.
#include <iterator>
#include <set>

#include "catch.h"
#include "diagnostics/rule.h"
#include "spec/compile_in_memory.h"

namespace milepost::testing {
namespace {

constexpr std::string_view kProgram = R"(program: Example
start: 2026-01-05
people: {asha: {name: Asha Rao}, li: {name: Li Wei}}
rules: {orphan: off, nothing-delivers: off, no-dates: off, long-task: off}
)";

constexpr std::string_view kPlan = R"(milestones:
- id: M-1
  title: Pilot
  owner: asha
  due: 2026-06-31
- id: M-GA
  title: General availability
  owner: asha
  due: 2026-09-30
tasks:
- id: T-1
  title: Move the orders
  owner: asha
  due: 03/09/2026
  delivers: M-1
- id: T-2
  title: Move the customers
  owner: asha
  due: Monday 9th June 2026
- id: T-3
  title: Move the invoices
  owner: asha
  estimate: 5 wekes
- id: T-4
  title: Load test
  owner: asha
  status: in progres
- id: T-5
  title: Load test
  owner: asha
  health: gren
- id: T-6
  title: Freeze: the schema
  owner: asha
  depends_on: T-41
- id: T-7
  title: Thaw the schema
  owner: asha
  depends_on: [T-7]
- id: T-8
  title: Launch
  owner: ahsa
  depends_on: [Load test]
- id: T-9
  title: Train support
  owner: asha
  due: 2026-07-31
  deadline: 2026-07-30
- id: T-9
  title: Tell the customers
  owner: asha
  due: 2026-05-20
- id: "T 10"
  title: Close the old checkout
  owner: asha
- id: T-11
  title: Write the runbook
  owner: asha
  start: 2026-08-20
  due: 2026-08-10
- id: T-12
  title: Archive the logs
  owner: asha
  percent: forty
  visibility: intern
- id: T-13
  title: Delete the logs
  title: Shred the logs
  owner: asha
risks:
- id: R-1
  title: Vendor is late
  owner: asha
  likelihood: hihg
  impact: low
  mitigaton: Weekly call
- id: R-2
  kind: rsik
  title: Data loss
  owner: asha
dependencies:
- id: DEP-14
  title: Payment API v2
  owner: li
  needed_by: M-GO - 10d
  commitment: agred
  depends_on: t-4
- id: DEP-15
  title: Test data
  notes: As soon as DEP-41 is there
documents:
- id: DOC-1
  title: Runbook
  location: "htps://example.com/runbook"
)";

/// Doing what the help says: at `line` and `column`, where the diagnostic points, `old_text`
/// becomes `new_text`. An `old_text` that ends in a line end is the whole line.
struct Mistake {
  uint16_t code;
  uint32_t line;
  uint32_t column;
  std::string_view old_text;
  std::string_view new_text;
  bool in_help;  // the help has the very words
};

constexpr Mistake kMistakes[] = {
    {160, 5, 8, "2026-06-31", "2026-06-30", true},
    {161, 14, 8, "03/09/2026", "2026-09-03", true},
    {162, 19, 8, "Monday 9th June 2026", "2026-06-09", true},
    {163, 23, 13, "5 wekes", "5w", false},
    {165, 27, 11, "in progres", "in_progress", true},
    {166, 31, 11, "gren", "on_track", true},
    {110, 33, 10, "Freeze: the schema", "\"Freeze: the schema\"", true},
    {201, 35, 15, "T-41", "T-4", true},
    {210, 39, 16, "T-7", "", false},
    {305, 42, 10, "ahsa", "asha", true},
    {205, 43, 16, "Load test", "T-4", true},
    {172, 48, 3, "  deadline: 2026-07-30\n", "", false},
    {202, 49, 7, "T-9", "T-14", true},
    {301, 52, 8, "2026-05-20", "2026-06-20", false},
    {175, 53, 7, "\"T 10\"", "T-10", true},
    {302, 59, 10, "2026-08-20", "2026-08-03", false},
    {168, 64, 12, "forty", "40", true},
    {240, 65, 15, "intern", "internal", true},
    {102, 68, 3, "  title: Shred the logs\n", "", false},
    {164, 74, 15, "hihg", "high", true},
    {173, 76, 3, "mitigaton", "mitigation", true},
    {174, 78, 9, "rsik", "risk", true},
    {212, 85, 14, "M-GO", "M-GA", true},
    {167, 86, 15, "agred", "agreed", true},
    {208, 87, 15, "t-4", "T-4", true},
    {304, 88, 3, "id: DEP-15", "id: DEP-15\n  owner: li", false},
    {230, 90, 21, "DEP-41", "DEP-14", true},
};

Files files_with(std::string plan) {
  return {{"plan.yaml", std::move(plan)}, {"program.yaml", std::string(kProgram)}};
}

size_t offset_of(std::string_view text, uint32_t line, uint32_t column) {
  size_t at = 0;
  for (uint32_t n = 1; n < line; ++n) at = text.find('\n', at) + 1;
  return at + column - 1;
}

std::string mended(const Mistake& mistake) {
  std::string plan(kPlan);
  const bool line = mistake.old_text.ends_with('\n');
  const size_t at = offset_of(plan, mistake.line, line ? 1 : mistake.column);
  REQUIRE(plan.substr(at, mistake.old_text.size()) == mistake.old_text);
  plan.replace(at, mistake.old_text.size(), mistake.new_text);
  return plan;
}

std::multiset<uint16_t> codes_of(const Compiled& compiled) {
  std::multiset<uint16_t> codes;
  for (const ReportItem& item : compiled.report.items) codes.insert(item.code);
  return codes;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("one run tells all mistakes, each at its place", "[spec]") {
  Compiled compiled;
  compile(files_with(std::string(kPlan)), compiled);
  INFO("reported:\n" << joined(compiled.lines()));
  std::set<uint16_t> codes;
  for (const Mistake& mistake : kMistakes) codes.insert(mistake.code);
  REQUIRE(codes.size() >= 20);
  REQUIRE(compiled.report.items.size() == std::size(kMistakes));
  const Places places = places_of(compiled.values.sources);
  for (size_t i = 0; i < std::size(kMistakes); ++i) {
    const Mistake& mistake = kMistakes[i];
    const ReportItem& item = compiled.report.items[i];
    INFO(code_name(mistake.code) << " at " << mistake.line << ":" << mistake.column
                                 << ", help: " << item.help);
    CHECK(item.code == mistake.code);
    CHECK(places.path(item.span.file) == "plan.yaml");
    CHECK(places.range(item.span).begin == LineColumn{mistake.line, mistake.column});
    CHECK(!item.help.empty());
    if (mistake.in_help) CHECK(item.help.find(mistake.new_text) != std::string::npos);
  }
}

TEST_CASE("doing what the help says mends the mistake and breaks nothing", "[spec]") {
  Compiled before;
  compile(files_with(std::string(kPlan)), before);
  for (const Mistake& mistake : kMistakes) {
    Compiled after;
    compile(files_with(mended(mistake)), after);
    INFO("mended " << code_name(mistake.code) << ", reported:\n" << joined(after.lines()));
    std::multiset<uint16_t> expected = codes_of(before);
    expected.erase(expected.find(mistake.code));
    CHECK(codes_of(after) == expected);
  }
}

}  // namespace milepost::testing
