// Values by the type of their field.
#include "catch.h"
#include "unit/shape/shaped.h"

using namespace milepost;

TEST_CASE("several items of a field of prose are a list in one text", "[shape][value]") {
  const Shaped s =
      shape_files({{"risks.yaml",
                    "risks:\n- {id: R-1, title: Loss, mitigation: [Dry run, Count all rows]}\n"
                    "- {id: R-2, title: Delay, mitigation: [Ask early]}\n"},
                   {"releases/notes.md",
                    "```\nREL-1: First depot\nTARGET DATE: 2026-04-14\nOPEN RISKS:\n"
                    "- R-1: Dry run\n- Night shift: Training\n```\n"}});
  CHECK(s.field("R-1", "mitigation") == "markdown \"Dry run Count all rows\"");
  CHECK(s.field("R-2", "mitigation") == "markdown \"Ask early\"");
  CHECK(s.field("REL-1", "open_risks") == "markdown \"R-1: Dry run Night shift: Training\"");
  CHECK(s.problems().empty());
}

TEST_CASE("check boxes under Acceptance stay in the body and are counted", "[shape][value]") {
  const Shaped s = shape_files(
      {{"milestones/M-1.md",
        "---\nid: M-1\ntitle: Pilot\n---\n\n## Acceptance\n\n"
        "- [x] Agreements signed (owner: ana)\n- [ ] Dry run 2: no line differs (owner: bo)\n"},
       {"milestones/M-2.md",
        "---\nid: M-2\ntitle: Launch\n---\n\n## Acceptance\n\n- Nobody notices\n"}});
  CHECK(s.field("M-1", "acceptance") == "-");
  REQUIRE(s.record("M-1").checks.size() == 2);
  CHECK(s.record("M-1").checks[0].checked);
  CHECK(s.record("M-1").checks[1].group == "Acceptance");
  CHECK(s.record("M-1").body_cuts.empty());
  CHECK(s.field("M-2", "acceptance") == "{item: \"Nobody notices\"}");
  CHECK(s.problems().empty());
}
