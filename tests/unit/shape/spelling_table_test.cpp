// Records written as rows of Markdown tables.
#include "catch.h"
#include "unit/shape/shaped.h"

using namespace milepost;

namespace {

Shaped raid(std::string_view text) {
  return shape_files({{"program.yaml",
                       "program: Test\nstart: 2026-01-05\n"
                       "records: [{path: \"raid.md\", kind: raid}]\n"},
                      {"raid.md", text}});
}

}  // namespace

TEST_CASE("a table under a heading that names a kind gives a record a row", "[shape][table]") {
  const Shaped s = raid(
      "# RAID\n\n## Risks (may happen)\n\n"
      "| ID | Risk | Probability | Impact (1-10) | Mitigation | Owner |\n"
      "|---|---|---|---|---|---|\n"
      "| R-1 | Data **loss** | Medium-High | 7 | Dry run | Ana / @bo |\n"
      "| R2 | Vendor is late | L | - | n/a | TBD |\n"
      "| R-3 | [Risk] | [H/M/L] | | | [Name] |\n\n"
      "## Legend\n\n| Colour | Meaning |\n|---|---|\n| Red | Bad |\n");
  CHECK(s.ids() == "risk R-1, risk raid.R2");
  CHECK(s.record("R-1").title == "Data loss");
  CHECK(s.record("raid.R2").short_id == "R2");
  CHECK(s.field("R-1", "likelihood") == "level 4");
  CHECK(s.field("R-1", "impact") == "level 4");
  CHECK(s.field("R-1", "owner") == "party \"Ana\" | party \"bo\"");
  CHECK(s.field("raid.R2", "impact") == "-");
  CHECK(s.field("raid.R2", "owner") == "-");
  CHECK(s.problems() == "raid.md:13:1 MP177");
}

TEST_CASE("without a heading the first noun among the headers says the kind", "[shape][table]") {
  const Shaped s = raid(
      "# Log\n\n| Issue | Risk level | Owner |\n|---|---|---|\n| Disk full | x | Ana |\n\n"
      "| Owner | Decision | Date |\n|---|---|---|\n| Ana | Buy disks | 2026-05-01 |\n\n"
      "| Owner | Date |\n|---|---|\n| Ana | 2026-05-01 |\n");
  CHECK(s.ids().find("issue I-disk-full-") == 0);
  CHECK(s.ids().find(", decision D-buy-disks-") != std::string::npos);
  CHECK(s.set.records.size() == 2);
}

TEST_CASE("one table of all kinds, told apart by a column or by the ids", "[shape][table]") {
  const Shaped by_column = raid(
      "# Log\n\n| ID | Type | Description | Owner | Status |\n|---|---|---|---|---|\n"
      "| 1 | Risk | Data loss | Ana | Open |\n| 2 | Action | Call them | Bo | Done |\n"
      "| 3 | Issue | Disk full | Ana | Open |\n");
  CHECK(by_column.ids() == "risk raid.1, action raid.2, issue raid.3");
  CHECK(by_column.record("raid.2").title == "Call them");
  CHECK(by_column.field("raid.2", "status") == "status complete");
  const Shaped by_id = raid(
      "# Log\n\n| ID | Item | Owner |\n|---|---|---|\n| R-1 | Data loss | Ana |\n"
      "| A-1 | Call them | Bo |\n| I-1 | Disk full | Ana |\n");
  CHECK(by_id.ids() == "risk R-1, action A-1, issue I-1");
}

TEST_CASE("the heading's kind goes before the rule's, and the table has to fit it",
          "[shape][table]") {
  const Shaped s =
      shape_files({{"program.yaml", "program: Test\nrecords: [{path: \"log.md\", kind: risk}]\n"},
                   {"log.md",
                    "## Decisions\n\n| ID | Decision | Outcome |\n|---|---|---|\n"
                    "| D-1 | Use it | Approved |\n\n"
                    "## Meetings\n\n| Risk | Mitigation |\n|---|---|\n| a | b |\n\n"
                    "## Overview\n\n| Risk | Mitigation |\n|---|---|\n| c | d |\n"}});
  CHECK(s.set.records.size() == 2);
  CHECK(s.field("D-1", "status") == "status accepted");
  CHECK(s.set.records[1].title == "c");
  CHECK(s.problems() == "log.md:9:1 MP177");
}

TEST_CASE("two headers of one field, and headers that say two", "[shape][table]") {
  const Shaped s = raid(
      "## Risks\n\n| ID | Description | Risk | Likelihood / Impact | Notes | Comments |\n"
      "|---|---|---|---|---|---|\n| R-1 | In words | Short | Medium / High | a | b |\n");
  CHECK(s.record("R-1").title == "Short");
  CHECK(s.field("R-1", "description") == "markdown \"In words\"");
  CHECK(s.field("R-1", "notes") == "markdown \"a\"");
  REQUIRE(s.record("R-1").unknown.size() == 1);
  CHECK(s.record("R-1").unknown[0].key == "Comments");
}

TEST_CASE("cells with markup, breaks, links and escapes", "[shape][table]") {
  const Shaped s = raid(
      "## Actions\n\n| ID | Action | Owner | Related | Due |\n|---|---|---|---|---|\n"
      "| [A-1](a.md) | Use `x \\| y` & *more* | Ana<br>Bo | [the risk][r], R-2 | ~~2026-05-01~~ "
      "2026-05-08 |\n| **A-2** | Plain | @ana | | ✅ 2026-05-01 |\n| A-3 |\n\n[r]: risks/r.md\n");
  CHECK(s.ids() == "action A-1, action A-2");
  CHECK(s.record("A-1").title == "Use x | y & more");
  CHECK(s.field("A-1", "owner") == "party \"Ana\" | party \"Bo\"");
  CHECK(s.field("A-1", "relates_to") == "ref link \"risks/r.md\" \"the risk\" | ref id \"R-2\"");
  CHECK(s.field("A-1", "due") == "date 2026-05-08 moved from 2026-05-01");
  CHECK(s.field("A-2", "due") == "date 2026-05-01");
  CHECK(s.problems().empty());
}

TEST_CASE("a diagnostic points at the value in its cell", "[shape][table]") {
  const Shaped s = raid(
      "## Risks\n\n|  ID | Risk   | Likelihood |  Next review |\n|---|---|---|---|\n"
      "| R-1 | Ünïcode | sometimes  |  **soonish** |\n");
  REQUIRE(s.diagnostics.size() == 2);
  CHECK(s.pointed(s.diagnostics[0]) == "sometimes");
  CHECK(s.pointed(s.diagnostics[1]) == "soonish");
  CHECK(s.problems() == "raid.md:5:19 MP164\nraid.md:5:35 MP160");
  CHECK(s.diagnostics[0].severity == Severity::warning);
}

TEST_CASE("an unknown column is kept in each row and noted once", "[shape][table]") {
  const Shaped s = raid(
      "## Risks\n\n| ID | Risk | Colour |\n|---|---|---|\n| R-1 | a | red |\n| R-2 | b | blue |\n");
  CHECK(s.problems() == "raid.md:3:15 MP173");
  CHECK(s.record("R-2").unknown.at(0).text == "blue");
}

TEST_CASE("a column called Done answers yes or no", "[shape][table]") {
  const Shaped s = raid(
      "## Actions\n\n| ID | Action | Done |\n|---|---|---|\n| A-1 | a | ✅ |\n| A-2 | b | ❌ |\n"
      "| A-3 | c | [ ] |\n| A-4 | d | Yes |\n| A-5 | e | No |\n");
  CHECK(s.field("A-1", "status") == "status complete");
  CHECK(s.field("A-2", "status") == "status not_started");
  CHECK(s.field("A-3", "status") == "status not_started");
  CHECK(s.field("A-4", "status") == "status complete");
  CHECK(s.field("A-5", "status") == "status not_started");
}

TEST_CASE("tables are read only in files that a rule or a kind's folder covers", "[shape][table]") {
  constexpr std::string_view kTable =
      "## Risks\n\n| ID | Risk | Owner |\n|---|---|---|\n| R-1 | a | Ana |\n";
  CHECK(shape_files({{"notes.md", kTable}}).ids().empty());
  CHECK(shape_files({{"notes/raid.md", kTable}}).ids().empty());
  CHECK(shape_files({{"risks/log.md", kTable}}).ids() == "risk R-1");
  CHECK(shape_files({{"risks/old/log.md", kTable}}).ids().empty());
}

TEST_CASE("a table in a region is labelled like the region", "[shape][table]") {
  const Shaped s = raid(
      "## Risks\n\n<!-- audience: restricted -->\n\n| ID | Risk | Visibility |\n|---|---|---|\n"
      "| R-1 | a | public |\n| R-2 | b | |\n\n<!-- /audience -->\n\n"
      "| ID | Risk | Visibility |\n|---|---|---|\n| R-3 | c | public |\n| R-4 | d | |\n");
  CHECK(s.record("R-1").visibility == "restricted");
  CHECK(s.record("R-2").visibility == "restricted");
  CHECK(s.record("R-3").visibility == "public");
  CHECK(s.record("R-4").visibility.empty());
}

TEST_CASE("a row of a region that has a label beside its own is restricted", "[shape][table]") {
  const Shaped s = raid(
      "## Risks\n\n<!-- audience: partner -->\n\n| ID | Risk | Visibility |\n|---|---|---|\n"
      "| R-1 | a | public |\n| R-2 | b | partner |\n| R-3 | c | board |\n| R-4 | d | internal |\n"
      "| R-5 | e | |\n\n<!-- /audience -->\n\n<!-- audience: internal -->\n\n"
      "| ID | Risk | Visibility |\n|---|---|---|\n| R-6 | f | board |\n\n<!-- /audience -->\n");
  CHECK(s.record("R-1").visibility == "partner");
  CHECK(s.record("R-2").visibility == "partner");
  CHECK(s.record("R-3").visibility == "restricted");
  CHECK(s.record("R-4").visibility == "restricted");
  CHECK(s.record("R-5").visibility == "partner");
  CHECK(s.record("R-6").visibility == "restricted");
}

TEST_CASE("HTML tables stay", "[shape][table]") {
  const Shaped s = raid(
      "# Go or no go\n\n<table><thead><tr><th>Risk</th><th>Owner</th></tr></thead><tbody><tr>"
      "<td>a</td><td>Ana</td></tr></tbody></table>\n");
  CHECK(s.set.records.empty());
  CHECK(s.problems() == "raid.md:3:1 MP177");
}

TEST_CASE("a record's own tables are its body", "[shape][table]") {
  const Shaped s = shape_files({{"decisions/D-1.md",
                                 "---\ntitle: Use it\n---\n## Context\n\n| Decision | Cost |\n"
                                 "|---|---|\n| a | b |\n\n## Risks\n\n| ID | Risk | Owner |\n"
                                 "|---|---|---|\n| R-1 | Late | Ana |\n"}});
  CHECK(s.ids() == "decision D-1, risk R-1");
  CHECK(s.problems().empty());
}
