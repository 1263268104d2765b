// Records in field blocks and list items: pieces of text, each with its place.
#include "catch.h"
#include "unit/shape/shaped.h"

using namespace milepost;

TEST_CASE("a weekly report's risks are list items with labels below them", "[shape][list]") {
  const Shaped s = shape_files(
      {{"program.yaml",
        "program: Test\nstart: 2026-01-05\nrecords: [{path: week.md, kind: raid}]\n"},
       {"week.md",
        "# Week 12\n\n### 🚨 Risks\n\n1. **Tool is late (HIGH)**\n   - Impact: High, could move the "
        "pilot\n   - Mitigation: Added two people, daily calls\n   - ETA: Week 14\n\n2. **Customer "
        "is "
        "not ready (MEDIUM)**\n   - Mitigation: Weekly call\n   - Something else\n\n### Notes\n\n"
        "- **Burn rate:** 60%\n\n**Key:**\n\n- 🟢 On track\n"}});
  REQUIRE(s.set.records.size() == 2);
  const std::string& first = s.set.records[0].id;
  CHECK(s.set.records[0].title == "Tool is late");
  CHECK(s.field(first, "mitigation") == "markdown \"Added two people, daily calls\"");
  CHECK(s.field(first, "due") == "date 2026-04-06..2026-04-12");
  CHECK(s.set.records[1].title == "Customer is not ready");
  CHECK(s.field(s.set.records[1].id, "impact") == "level 3");
  REQUIRE(s.set.records[1].unknown.size() == 1);
  CHECK(s.set.records[1].unknown[0].text == "Something else");
}

TEST_CASE("remarks in parentheses, labels and check boxes of items", "[shape][list]") {
  const Shaped s = shape_files(
      {{"actions/list.md",
        "## Actions\n\n- [x] A-1: Call `them` (owner: ana, due: 2026-06-12)\n"
        "- [ ] **A-2** Book a room (the large one) (@bo)\n- A-3 — Write it down (In progress); "
        "Owner: cy\n- Send [the plan](plan.md) to all — Owner: di — Due: soonish\n"}});
  CHECK(s.field("A-1", "owner") == "party \"ana\"");
  CHECK(s.field("A-1", "due") == "date 2026-06-12");
  CHECK(s.field("A-1", "status") == "status complete");
  CHECK(s.record("A-1").title == "Call them");
  CHECK(s.record("A-2").title == "Book a room (the large one)");
  CHECK(s.field("A-2", "owner") == "party \"bo\"");
  CHECK(s.field("A-3", "status") == "status in_progress");
  CHECK(s.field("A-3", "owner") == "party \"cy\"");
  REQUIRE(s.set.records.size() == 4);
  CHECK(s.set.records[3].title == "Send the plan to all");
  REQUIRE(s.diagnostics.size() == 1);
  CHECK(s.pointed(s.diagnostics[0]) == "soonish");
}

TEST_CASE("lists that say no more than words stay lists", "[shape][list]") {
  const Shaped s = shape_files(
      {{"risks/list.md",
        "## Risks\n\n- We may be late\n- Attendees: all leads\n\n## Risks\n\n- [A](a.md)\n"}});
  CHECK(s.set.records.empty());
  CHECK(s.problems().empty());
}

TEST_CASE("values of a block have places of their own, in lists of a list too", "[shape][block]") {
  const Shaped s = shape_files({{"page.md",
                                 "- As agreed:\n\n  ```\n  DEP-8: Test data\n  Owner: lee\n"
                                 "  Promised: soonish\n  Impact if Late: a\n    b\n  ```\n"}});
  CHECK(s.ids() == "dependency DEP-8");
  REQUIRE(s.diagnostics.size() == 1);
  CHECK(s.pointed(s.diagnostics[0]) == "soonish");
  CHECK(s.problems() == "page.md:6:13 MP160");
  CHECK(s.field("DEP-8", "impact_text") == "markdown \"a b\"");
}

TEST_CASE("options with pros and cons below them", "[shape][block]") {
  const Shaped s = shape_files({{"page.md",
                                 "```\nE-1: Need help\nSEVERITY: High\nOPTIONS:\n1. Lend: quick\n"
                                 "   - Pros: fast\n   - Cons: dear, late\n2. Wait\n"
                                 "DECISION NEEDED BY: 2026-06-03\n```\n"}});
  CHECK(s.field("E-1", "options") ==
        "{name: \"Lend\", description: markdown \"quick\", pros: \"fast\", cons: \"dear\" | "
        "\"late\"} | {name: \"Wait\"}");
  CHECK(s.field("E-1", "decision_needed_by") == "when 2026-06-03");
}

TEST_CASE("a fence that is no record stays code", "[shape][block]") {
  for (const std::string_view fence :
       {"task: build\nowner: me\nstatus: open\n", "TODO: x\nOwner: me\n", "DEP-1: x\nOwner: me\n",
        "RISK\nOwner: a\nStatus: b\n", "R2-D2: droid\nOwner: me\nStatus: Open\n"}) {
    INFO(fence);
    const std::string text = "```\n" + std::string(fence) + "```\n";
    const Shaped s = shape_files({{"page.md", text}});
    CHECK(s.set.records.empty());
    CHECK(s.problems().empty());
  }
}

TEST_CASE("a block in a region is labelled like the region", "[shape][block]") {
  const Shaped s = shape_files(
      {{"page.md",
        "<!-- audience: restricted -->\n\n```\nDEP-8: a\nOwner: lee\nStatus: Open\n```\n\n"
        "<!-- /audience -->\n"}});
  CHECK(s.record("DEP-8").visibility == "restricted");
}
