// One record in a Markdown file.
#include "catch.h"
#include "unit/shape/shaped.h"

using namespace milepost;

TEST_CASE("a heading that repeats the title is no field, whatever its words", "[shape][file]") {
  const Shaped s = shape_files({{"status/report.md",
                                 "---\nid: SR-14\ntitle: Week 14\nperiod: Week 14\n---\n\n"
                                 "# Week 14\n\nAll is well.\n"}});
  CHECK(s.record("SR-14").title == "Week 14");
  CHECK(s.field("SR-14", "period") == "\"Week 14\"");
  CHECK(s.problems().empty());
}
