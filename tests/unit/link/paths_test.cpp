// Tests of relative destinations.
#include "link/paths.h"

#include "catch.h"
#include "unit/link/hand_built.h"

namespace milepost {
namespace {

struct Paths {
  HandBuilt built;
  FileId a_b, a_readme, plan, spaced;

  Paths() {
    built.file("README.md");
    a_readme = built.file("a/README.md");
    a_b = built.file("a/b.md");
    built.file("a/c/d.md");
    plan = built.file("img/plan one.png", {}, SourceKind::asset);
    spaced = built.file("my notes.md");
    built.sources.left_out = {"drafts/", "old.md"};
  }
  PathHit go(std::string_view destination, FileId from) {
    return PathTable(built.program, built.sources).resolve(destination, from);
  }
};

TEST_CASE("a destination is followed from its own folder", "[link]") {
  Paths paths;
  CHECK(paths.go("b.md", paths.a_readme).file == paths.a_b);
  CHECK(paths.go("./b.md#x", paths.a_readme).file == paths.a_b);
  CHECK(paths.go("./b.md#x", paths.a_readme).fragment == "x");
  CHECK(paths.go("../my%20notes.md", paths.a_b).file == paths.spaced);
  CHECK(paths.go("../img/plan one.png", paths.a_b).file == paths.plan);
  CHECK(paths.go("/a/b.md", paths.spaced).file == paths.a_b);
  CHECK(paths.go("a/b.md?plain=1", paths.spaced).file == paths.a_b);
}

TEST_CASE("a folder is its README", "[link]") {
  Paths paths;
  CHECK(paths.go("a", paths.spaced).file == paths.a_readme);
  CHECK(paths.go("a/", paths.spaced).file == paths.a_readme);
  CHECK(paths.go(".", paths.a_b).file == paths.a_readme);
  CHECK(paths.go("c/", paths.a_b).fate == PathFate::folder);
  CHECK(paths.go("..", paths.a_b).fate == PathFate::found);
}

TEST_CASE("what leads nowhere says why", "[link]") {
  Paths paths;
  CHECK(paths.go("nothing.md", paths.a_b).fate == PathFate::missing);
  CHECK(paths.go("../../x.md", paths.a_b).fate == PathFate::outside);
  CHECK(paths.go("../drafts/x.md", paths.a_b).fate == PathFate::left_out);
  CHECK(paths.go("../drafts", paths.a_b).fate == PathFate::left_out);
  CHECK(paths.go("../old.md", paths.a_b).fate == PathFate::left_out);
  CHECK(paths.go("B.md", paths.a_readme).fate == PathFate::other_letters);
  CHECK(paths.go("B.md", paths.a_readme).file == paths.a_b);
  CHECK(paths.go("", paths.a_b).fate == PathFate::empty);
  CHECK(paths.go("#x", paths.a_b).fate == PathFate::same_file);
}

TEST_CASE("schemes and hosts are none of our business", "[link]") {
  Paths paths;
  for (const char* destination :
       {"https://example.com", "mailto:a@example.com", "//example.com/x", "javascript:alert(1)"}) {
    CHECK(paths.go(destination, paths.a_b).fate == PathFate::external);
  }
  CHECK(paths.go("2026/plan:final.md", paths.a_b).fate == PathFate::missing);
}

TEST_CASE("a suggestion is a destination that works", "[link]") {
  Paths paths;
  const PathTable table(paths.built.program, paths.built.sources);
  const auto suggest = [&](std::string_view written, FileId from) {
    return table.suggest(table.resolve(written, from), written, from);
  };
  CHECK(suggest("a/notes/b.md", paths.spaced) == "a/b.md");
  CHECK(suggest("bb.md", paths.a_readme) == "b.md");
  CHECK(suggest("b", paths.a_readme) == "b.md");
  CHECK(suggest("../x/my notes.md", paths.a_b) == "../my%20notes.md");
  CHECK(suggest("./a/c/d.md", paths.a_b) == "c/d.md");
  CHECK(suggest("nothing-like-it.md", paths.a_b).empty());
  CHECK(suggest("b.png", paths.a_readme).empty());
  CHECK(suggest("../x/README.md", paths.a_b).empty());
}

TEST_CASE("percent signs that stand for nothing stay", "[link]") {
  CHECK(percent_decoded("a%20b") == "a b");
  CHECK(percent_decoded("100%") == "100%");
  CHECK(percent_decoded("%zz%4") == "%zz%4");
}

}  // namespace
}  // namespace milepost
