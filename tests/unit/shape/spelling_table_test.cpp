// Records written as rows of Markdown tables.
#include "catch.h"
#include "unit/shape/shaped.h"

using namespace milepost;

TEST_CASE("a table under a heading that names a kind gives a record a row", "[shape][table]") {
  const Shaped s =
      shape_files({{"program.yaml",
                    "program: Test\nstart: 2026-01-05\n"
                    "records: [{path: \"raid.md\", kind: raid}]\n"},
                   {"raid.md",
                    "# RAID\n\n## Risks (may happen)\n\n"
                    "| ID | Risk | Probability | Impact (1-10) | Mitigation | Owner |\n"
                    "|---|---|---|---|---|---|\n"
                    "| R-1 | Data **loss** | Medium-High | 7 | Dry run | Ana / @bo |\n"
                    "| R2 | Vendor is late | L | - | n/a | TBD |\n"
                    "| R-3 | [Risk] | [H/M/L] | | | [Name] |\n\n"
                    "## Legend\n\n| Colour | Meaning |\n|---|---|\n| Red | Bad |\n"}});
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
