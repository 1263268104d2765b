// Tests of trees in which some files read otherwise.
#include "driver/overlay_tree.h"

#include <string>

#include "catch.h"

namespace milepost {
namespace {

std::string names(const Listing& listing) {
  std::string names;
  for (const TreeEntry& entry : listing.entries) {
    names += entry.name + (entry.kind == EntryKind::directory ? "/ " : " ");
  }
  return names;
}

TEST_CASE("files are put over a tree, and taken out of it", "[driver]") {
  MemoryTree base;
  base.add("a.md", "a");
  base.add("in/b.md", "b");
  base.add("in/c.md", "c");
  OverlayTree tree(base);
  CHECK(tree.empty());
  tree.put("in/a.md", "new");
  tree.put("new/deep/x.md", "x");
  tree.put("a.md", "longer");
  tree.remove("in/c.md");
  CHECK(names(tree.list("")) == "a.md in/ new/ ");
  CHECK(tree.list("").entries[0].size == 6);
  CHECK(names(tree.list("in")) == "a.md b.md ");
  CHECK(names(tree.list("new")) == "deep/ ");
  CHECK(names(tree.list("new/deep")) == "x.md ");
  CHECK(tree.list("none").error == TreeError::not_found);
  CHECK(tree.read("a.md", 9).bytes == "longer");
  CHECK(tree.read("a.md", 3).error == TreeError::too_large);
  CHECK(tree.read("in/b.md", 3).bytes == "b");
  CHECK(tree.read("in/c.md", 3).error == TreeError::not_found);
}

}  // namespace
}  // namespace milepost
