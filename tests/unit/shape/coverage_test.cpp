// What the names of folders say about the files in them.
#include "catch.h"
#include "unit/shape/shaped.h"

using namespace milepost;

TEST_CASE("tables in a folder called pages stay tables", "[shape][coverage]") {
  const Shaped s = shape_files(
      {{"pages/glossary.md", "# Glossary\n\n| Page | Status |\n|---|---|\n| A | Open |\n"}});
  CHECK(s.ids().empty());
  CHECK(s.problems().empty());
  CHECK(s.set.pages.size() == 1);
}

TEST_CASE("a record in a folder called pages is still one", "[shape][coverage]") {
  const Shaped s = shape_files({{"pages/R-001.md", "---\nid: R-001\ntitle: Loss\n---\n"}});
  CHECK(s.ids() == "risk R-001");
}
