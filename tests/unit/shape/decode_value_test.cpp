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
