// Ids taken from the names of files.
#include "catch.h"
#include "unit/shape/shaped.h"

using namespace milepost;

TEST_CASE("a number before a slug is an id, a date or a period is none", "[shape][id]") {
  const Shaped s = shape_files({
      {"decisions/0004-keep-it.md", "# Keep it\n\n## Status\n\nAccepted\n"},
      {"status/2026-w14.md", "---\nid: SR-14\ntitle: Week 14\n---\n\nFine.\n"},
      {"status/2026-06-05-friday.md", "---\nid: SR-22\ntitle: Friday\n---\n\nFine.\n"},
      {"status/2026-Q1.md", "---\nid: SR-Q1\ntitle: First quarter\n---\n\nFine.\n"},
  });
  CHECK(s.ids() ==
        "decision D-0004, status_report SR-22, status_report SR-Q1, status_report SR-14");
  CHECK(s.problems().empty());
}
