// Tests of merging texts by lines.
#include "files/line_merge.h"

#include <string>

#include "catch.h"

namespace milepost {
namespace {

TEST_CASE("lines that one side changed are that side's", "[git]") {
  const LineMerge merge = merge_lines("a\nB\nc\nd\ne\n", "a\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\nf\n");
  CHECK(merge.possible);
  CHECK(merge.text == "a\nB\nc\nd\nE\nf\n");
  CHECK(merge.conflicts.empty());
}

TEST_CASE("lines that both changed stay ours, and are told", "[git]") {
  const LineMerge merge =
      merge_lines("a\nours\nc\nd\ne\n", "a\nb\nc\nd\ne\n", "a\ntheirs\nc\nd\nE\n");
  CHECK(merge.possible);
  CHECK(merge.text == "a\nours\nc\nd\nE\n");
  REQUIRE(merge.conflicts.size() == 1);
  CHECK(merge.conflicts[0] == 2);
  // Without line ends at their ends, and with what looks like marks.
  const LineMerge odd = merge_lines("<<<<<<< x\n=======\nours", "base", "theirs");
  CHECK(odd.conflicts.size() == 1);
  CHECK(odd.text.starts_with("<<<<<<< x\n=======\nours"));
}

TEST_CASE("what is no text is not merged", "[git]") {
  CHECK_FALSE(merge_lines(std::string("a\0b", 3), "a", "b").possible);
  CHECK(merge_lines("", "", "").possible);
  CHECK(merge_lines("", "", "").text.empty());
}

}  // namespace
}  // namespace milepost
