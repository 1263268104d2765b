// Which problems of the files cross the audience wall, and with how many words.
#include <string>
#include <string_view>
#include <vector>

#include "analyze/analyze.h"
#include "calendar/date.h"
#include "catch.h"
#include "redact/redact.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

std::vector<const RuleInfo*> catalog() {
  std::vector<const RuleInfo*> rules;
  for (const RuleInfo& rule : diagnostic_catalog()) rules.push_back(&rule);
  return rules;
}

std::vector<ViewProblem> problems(Linked& linked, Audience audience = {}) {
  const Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  RedactOptions options;
  options.audience = std::move(audience);
  options.diagnostics = linked.all;
  const std::vector<const RuleInfo*> rules = catalog();
  View view =
      redact_program(std::move(linked.program), linked.sources, analysis, {}, rules, options);
  return std::move(view.problems);
}

bool has(const std::vector<Diagnostic>& all, std::string_view words) {
  return std::ranges::any_of(
      all, [&](const Diagnostic& d) { return d.message.find(words) != std::string::npos; });
}

TEST_CASE("redact: a problem with a value that is shown is told in words", "[redact]") {
  Linked linked({{"risks/R-1.md",
                  "---\nid: R-1\ntitle: Rain\nlikelihood: sometimish\nrelates_to: [R-99]\n---\n\n"
                  "See [there](nowhere.md).\n"}});
  const std::vector<ViewProblem> told = problems(linked);
  std::string words;
  bool link = false;
  for (const ViewProblem& problem : told) {
    words += problem.words + "\n";
    CHECK(problem.source.line > 0);
    if (problem.rule->code == 220) {
      link = true;
      CHECK(problem.source.line == 8);
      CHECK(problem.words.empty());  // it stands in prose: its rule and place are told
    }
  }
  CHECK(words.find("sometimish") != std::string::npos);
  CHECK(words.find("R-99") != std::string::npos);
  CHECK(link);
}

TEST_CASE("redact: no problem of what is hidden, or of what could not be read", "[redact]") {
  Linked linked({
      {"risks/R-2.md",
       "---\nid: R-2\ntitle: Secret\nvisibility: restricted\nlikelihood: CANARYlevel\n"
       "relates_to: [CANARY-9]\n---\n\n[x](CANARYlink.md)\n"},
      {"stakeholders.yaml",
       "stakeholders:\n- {id: STK-1, title: Seen, influence: CANARYinfluence}\n"},
      {"budget/broken.yaml", "budgets:\n- {id: BUD-1, title: CANARYbudget, planned: [CANARY\n"},
      {"mixed.yaml",
       "risks:\n- {id: R-3, title: Seen, likelihood: seenlevel}\n"
       "- {id: R-4, title: CANARYtitle, visibility: restricted, status: CANARYstatus}\n"
       "- CANARYscalar\n"},
      {"risks/R-5.md",
       "---\nid: R-5\ntitle: Seen\n---\n\nText.\n\n<!-- audience: restricted "
       "-->\n[x](CANARYregion.md)\n"
       "<!-- /audience -->\n"},
  });
  REQUIRE(has(linked.all, "CANARYlevel"));
  REQUIRE(has(linked.all, "CANARYregion"));
  const std::vector<ViewProblem> told = problems(linked);
  bool seen = false;
  for (const ViewProblem& problem : told) {
    CAPTURE(problem.words, problem.rule->name, problem.source.line);
    CHECK(problem.words.find("CANARY") == std::string::npos);
    seen = seen || problem.words.find("seenlevel") != std::string::npos;
    // In a file that hides something nothing is told but of values that are shown.
    CHECK_FALSE(problem.words.empty());
  }
  CHECK(seen);
}

TEST_CASE("redact: what compares records is not told", "[redact]") {
  Linked linked({
      {"a/R-1.md", "---\nid: R-1\nkind: risk\ntitle: Seen\n---\n"},
      {"b/R-1.md", "---\nid: R-1\nkind: risk\ntitle: Secret\nvisibility: restricted\n---\n"},
  });
  REQUIRE(std::ranges::any_of(linked.all, [](const Diagnostic& d) { return d.code == 202; }));
  for (const ViewProblem& problem : problems(linked)) CHECK(problem.rule->code != 202);
}

TEST_CASE("redact: an audience hears of no problem", "[redact]") {
  Linked linked({{"raid.yaml", "risks:\n- {id: R-1, title: Rain, likelihood: sometimish}\n"}});
  REQUIRE(has(linked.all, "sometimish"));
  Audience customers;
  customers.name = "customers";
  customers.insider = false;
  CHECK(problems(linked, customers).empty());
}

}  // namespace
}  // namespace milepost
