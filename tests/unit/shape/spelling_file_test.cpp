// One record in a Markdown file: where its fields, title, id and body come from.
#include "catch.h"
#include "shape/print.h"
#include "unit/shape/shaped.h"

using namespace milepost;

namespace {

// The plain words of the body without its cuts.
std::string body(const Shaped& s, std::string_view id) {
  const Record& record = s.record(id);
  if (record.body.slice.count == 0) return "";
  const Tape& tape = s.set.tapes[record.body.tape];
  std::string text;
  const uint32_t end = record.body.slice.first + record.body.slice.count;
  for (uint32_t i = record.body.slice.first; i < end;) {
    const uint32_t size = tape.nodes[i].size;
    bool cut = false;
    for (const TapeSlice& slice : record.body_cuts) {
      cut |= i >= slice.first && i < slice.first + slice.count;
    }
    if (!cut) {
      if (!text.empty()) text += " / ";
      text += plain_text(tape, {i, size});
    }
    i += size;
  }
  return text;
}

}  // namespace

TEST_CASE("the body is without its title and what fields were made of", "[shape][file]") {
  const Shaped s = shape_files({{"risks/R-001.md",
                                 "# R-001: Data loss\n\n- **Owner:** asha\n- Likelihood: High\n\n"
                                 "Some words.\n\n## Mitigation\n\nDry run.\n\n## Owner's notes\n\n"
                                 "Nothing.\n\n## Next review\n\n2026-06-08\n"}});
  CHECK(s.record("R-001").title == "Data loss");
  CHECK(s.field("R-001", "owner") == "party \"asha\"");
  CHECK(s.field("R-001", "likelihood") == "level 4");
  CHECK(s.field("R-001", "mitigation") == "markdown \"Dry run.\"");
  CHECK(s.field("R-001", "next_review") == "date 2026-06-08");
  CHECK(body(s, "R-001") == "Some words. / Mitigation / Dry run. / Owner's notes / Nothing.");
  CHECK(s.problems().empty());
}

TEST_CASE("a record that is all fields has no body", "[shape][file]") {
  const Shaped s = shape_files({{"risks/R-001.md", "# Data loss\n\nOwner: asha\nStatus: Open\n"}});
  CHECK(body(s, "R-001").empty());
  CHECK(s.field("R-001", "status") == "status open");
}

TEST_CASE("a heading that repeats the title is cut, another one stays", "[shape][file]") {
  const Shaped s =
      shape_files({{"risks/R-001.md", "---\ntitle: Data loss\n---\n# Data loss\n\nWords.\n"},
                   {"risks/R-002.md", "---\ntitle: Data loss\n---\n# What we know\n\nWords.\n"},
                   {"risks/R-003.md", "---\ntitle: Data loss\n---\n# Mitigation\n\nDry run.\n"},
                   {"risks/R-004.md", "---\nowner: asha\n---\n## Data loss\n\nWords.\n"}});
  CHECK(body(s, "R-001") == "Words.");
  CHECK(body(s, "R-002") == "What we know / Words.");
  CHECK(s.field("R-003", "mitigation") == "markdown \"Dry run.\"");
  CHECK(s.record("R-004").title == "Data loss");
}

TEST_CASE("without a heading the file's name is the title", "[shape][file]") {
  const Shaped s = shape_files({{"risks/R-001-data-loss.md", "---\nowner: asha\n---\nWords.\n"},
                                {"risks/R-002.md", "---\nowner: asha\n---\nWords.\n"}});
  CHECK(s.record("R-001").title == "Data loss");
  CHECK(s.record("R-002").title.empty());
}

TEST_CASE("front matter and a section that say the same: both places are named", "[shape][file]") {
  const Shaped s =
      shape_files({{"risks/R-001.md",
                    "---\ntitle: Data loss\nmitigation: Dry run\n---\n\n## Mitigation\n\nTwo.\n"}});
  REQUIRE(s.diagnostics.size() == 1);
  const Diagnostic& d = s.diagnostics[0];
  CHECK(d.severity == Severity::error);
  CHECK(s.pointed(d) == "Mitigation");
  REQUIRE(d.related.size() == 1);
  CHECK(s.sources.file(d.related[0].span.file).text.position(d.related[0].span.begin).line == 3);
  CHECK(s.field("R-001", "mitigation") == "markdown \"Dry run\"");
  CHECK(s.record("R-001").unknown.at(0).text == "Two.");
}

TEST_CASE("a section of a name twice is text the second time", "[shape][file]") {
  const Shaped s =
      shape_files({{"risks/R-001.md", "# Data loss\n\n## Notes\n\nOne.\n\n## Notes\n\nTwo.\n"}});
  CHECK(s.field("R-001", "notes") == "markdown \"One.\"");
  CHECK(s.problems().empty());
}

TEST_CASE("sections of objects are read from their lists and tables", "[shape][file]") {
  const Shaped s = shape_files(
      {{"releases/REL-1.md",
        "# Checkout 1.0\n\n## Sign-offs\n\n| Role | Name | Status | Date |\n|---|---|---|---|\n"
        "| Security | Priya | Approved | 2026-06-01 |\n| Legal | | | |\n\n## Rollback triggers\n\n"
        "- Error rate > 5%\n- `p99` > 500ms\n\n## Readiness\n\n### Testing\n\n- [x] Load test\n"
        "- [ ] Accessibility (advisory)\n\n**Operations:**\n\n1. [x] Runbooks\n"},
       {"decisions/D-1.md",
        "# Use it\n\n## Options\n\n1. Lend an engineer: costs a week\n   - Pros:\n     - fast\n"
        "     - cheap\n   - Cons: dear\n2. **Wait**\n"}});
  CHECK(s.field("REL-1", "signoffs") ==
        "{role: party \"Security\", by: party \"Priya\", decision: \"Approved\", on: date "
        "2026-06-01} | {role: party \"Legal\"}");
  CHECK(s.field("REL-1", "rollback_triggers") == "\"Error rate > 5%\" | markdown \"p99 > 500ms\"");
  const std::vector<CheckItem>& checks = s.record("REL-1").checks;
  REQUIRE(checks.size() == 3);
  CHECK(checks[0].checked);
  CHECK(checks[0].group == "Testing");
  CHECK_FALSE(checks[1].checked);
  CHECK(checks[1].advisory);
  CHECK(checks[2].group == "Operations");
  CHECK(s.field("D-1", "options") ==
        "{name: \"Lend an engineer\", description: markdown \"costs a week\", pros: \"fast\" | "
        "\"cheap\", cons: \"dear\"} | {name: markdown \"Wait\"}");
}

TEST_CASE("prose under a heading that is an object's stays prose", "[shape][file]") {
  const Shaped s =
      shape_files({{"releases/REL-1.md", "# Checkout 1.0\n\n## Launch day\n\nWe meet at nine.\n"}});
  CHECK(s.field("REL-1", "launch") == "-");
  CHECK(body(s, "REL-1") == "Launch day / We meet at nine.");
  CHECK(s.problems().empty());
}

TEST_CASE("a charter with its RACI and its risks", "[shape][file]") {
  const Shaped s = shape_files(
      {{"program.yaml",
        "program: Test\nstart: 2026-01-05\nrecords: [{path: charter.md, kind: charter}]\n"},
       {"charter.md",
        "---\nid: CH-1\n---\n# Program: Tenants\n\n## Business Context\n\nBig customers wait.\n\n"
        "## RACI\n\n- **Responsible:** Platform EM (Alice)\n- **Accountable:** Bob\n"
        "- **Consulted:** Security, Compliance\n\n## Risks\n\n"
        "1. Isolation complexity (High) - Mitigation: Security audit in Q1\n"
        "2. Tooling delays (Medium) - Mitigation: Start early, involve SRE\n"}});
  CHECK(s.field("CH-1", "business_context") == "markdown \"Big customers wait.\"");
  CHECK(s.field("CH-1", "raci") ==
        "{responsible: party \"Platform EM\" \"Alice\", accountable: party \"Bob\", consulted: "
        "party \"Security\" | party \"Compliance\"}");
  REQUIRE(s.set.records.size() == 3);
  CHECK(s.set.records[1].title == "Isolation complexity");
  CHECK(s.field(s.set.records[1].id, "impact") == "level 4");
  CHECK(s.field(s.set.records[2].id, "mitigation") == "markdown \"Start early, involve SRE\"");
  CHECK(s.problems().empty());
}

TEST_CASE("a part for one audience fills no field", "[shape][file]") {
  const Shaped s = shape_files({{"risks/R-001.md",
                                 "# Data loss\n\n<!-- audience: restricted -->\n\n## Mitigation\n\n"
                                 "Secret.\n\n<!-- /audience -->\n\n## Trigger\n\nOpen.\n"}});
  CHECK(s.field("R-001", "mitigation") == "-");
  CHECK(s.field("R-001", "trigger") == "markdown \"Open.\"");
  CHECK(s.record("R-001").visibility.empty());
}

TEST_CASE("labels of records, pages and what is in them", "[shape][file]") {
  const Shaped s = shape_files(
      {{"risks/R-001.md", "---\ntitle: a\nvisibility: Restricted\n---\n"},
       {"risks/log.md",
        "---\ntitle: Log\nvisibility: public\n---\n| ID | Risk | Owner |\n|---|---|---|\n| R-2 | b "
        "| Ana |\n"},
       {"page.md", "---\nvisibility: partner\n---\n# Page\n"}});
  CHECK(s.record("R-001").visibility == "restricted");
  CHECK(s.field("R-001", "visibility") == "\"restricted\"");
  CHECK(s.record("R-2").visibility == "public");
  REQUIRE(s.set.pages.size() == 2);
  CHECK(s.set.pages[0].visibility == "partner");
  CHECK(s.set.pages[1].visibility == "public");
}

TEST_CASE("a template to copy is a page with one note", "[shape][file]") {
  const Shaped s = shape_files(
      {{"adr/0000-template.md",
        "# [short title of the decision]\n\n* Status: [proposed | accepted]\n* Date: [YYYY-MM-DD]\n"
        "\n## Context\n\n[Describe it.]\n"},
       {"adr/0001-use-it.md",
        "# Use it\n\n* Status: accepted <!-- optional -->\n* Deciders: [list of people]\n"}});
  CHECK(s.ids() == "decision ADR-0001");
  CHECK(s.problems() == "adr/0000-template.md:1:1 MP176");
  CHECK(s.field("ADR-0001", "status") == "status accepted");
  CHECK(s.field("ADR-0001", "owner") == "-");
  CHECK(s.record("ADR-0001").template_leftover);
}

TEST_CASE("the last status of several lines counts, relations go beside it", "[shape][file]") {
  const auto status = [](std::string_view section) {
    const std::string file =
        "# 7. A\n\n## Status\n\n" + std::string(section) + "\n## Context\n\nx\n";
    const Shaped s = shape_files({{"adr/0007-a.md", file}});
    return s.field("ADR-0007", "status") + "; " + s.field("ADR-0007", "superseded_by") + "; " +
           s.field("ADR-0007", "amended_by") + s.problems();
  };
  CHECK(status("Accepted\n") == "status accepted; -; -");
  CHECK(status("Proposed 2026-01-01\n\nAccepted 2026-02-01\n") ==
        "status accepted \"2026-02-01\"; -; -");
  CHECK(status("Accepted\n\nAmended by [8. B](0008-b.md)\n") ==
        "status accepted; -; ref link \"0008-b.md\" \"8. B\"");
  CHECK(
      status("Accepted\n\nSuperseded by [8. B](0008-b.md)\n\nSuperseded by [9. C](0009-c.md)\n") ==
      "status superseded; ref link \"0008-b.md\" \"8. B\" | ref link "
      "\"0009-c.md\" \"9. C\"; -");
  CHECK(status("Superceded by ADR-12\n") == "status superseded; ref id \"ADR-12\"; -");
  CHECK(status("- Accepted\n- Amended by D-8\n") == "status accepted; -; ref id \"D-8\"");
}

TEST_CASE("relations inside a status of any spelling", "[shape][file]") {
  const Shaped s = shape_files({{"decisions.yaml",
                                 "decisions:\n- {id: D-1, title: a, status: superseded by D-2}\n"
                                 "- {id: D-2, title: b, status: accepted}\n"
                                 "tasks:\n- {id: T-1, title: c, status: Blocked by DEP-3}\n"
                                 "- {id: T-2, title: d, status: Open (blocked by DEP-3)}\n"}});
  CHECK(s.field("D-1", "superseded_by") == "ref id \"D-2\"");
  CHECK(s.field("T-1", "blocked_by") == "ref id \"DEP-3\"");
  CHECK(s.field("T-2", "blocked_by") == "-");
}

TEST_CASE("the number of threads never shows", "[shape]") {
  std::vector<std::pair<std::string, std::string>> files;
  for (int i = 0; i < 60; ++i) {
    const std::string n = std::to_string(i);
    files.push_back({"risks/R-" + n + ".md", "---\ntitle: Risk " + n + "\nmitigation: \"*Call* " +
                                                 n +
                                                 "\"\nlikelihood: wrong\n---\n# x\n\nWords.\n"});
    files.push_back({"log/" + n + ".yaml", "tasks:\n- {title: T " + n + ", notes: \"`a`\"}\n"});
  }
  std::vector<std::pair<std::string_view, std::string_view>> views(files.begin(), files.end());
  const auto dump = [&](unsigned jobs) {
    const Shaped s = shape_files(views, jobs);
    std::string text = print_records(s.set, s.sources) + s.problems();
    return text;
  };
  const std::string one = dump(1);
  CHECK(one == dump(8));
  CHECK(one == dump(3));
  CHECK(one.find("markdown \"Call 59\"") != std::string::npos);
}
