// Tests of ignore patterns, as gitignore(5) has them.
#include "load/ignore.h"

#include <string>
#include <vector>

#include "catch.h"

namespace milepost {
namespace {

struct Row {
  std::vector<std::string> patterns;
  std::string path;
  bool folder;
  bool ignored;
};

TEST_CASE("ignore patterns", "[load]") {
  const std::vector<Row> rows = {
      {{"notes.md"}, "notes.md", false, true},
      {{"notes.md"}, "a/b/notes.md", false, true},
      {{"notes.md"}, "a/notes.md.old", false, false},
      {{"/notes.md"}, "notes.md", false, true},
      {{"/notes.md"}, "a/notes.md", false, false},
      {{"a/notes.md"}, "a/notes.md", false, true},
      {{"a/notes.md"}, "b/a/notes.md", false, false},
      {{"build/"}, "build", true, true},
      {{"build/"}, "build", false, false},
      {{"build/"}, "x/build", true, true},
      {{"*.tmp"}, "x/y.tmp", false, true},
      {{"*.tmp"}, ".tmp", false, true},
      {{"a*c"}, "abbbc", false, true},
      {{"a*c"}, "ab/c", false, false},
      {{"a?c"}, "abc", false, true},
      {{"a?c"}, "a/c", false, false},
      {{"[a-c]x"}, "bx", false, true},
      {{"[a-c]x"}, "dx", false, false},
      {{"[!a-c]x"}, "dx", false, true},
      {{"[^a-c]x"}, "bx", false, false},
      {{"[]x]y"}, "]y", false, true},
      {{"[a\\]]y"}, "]y", false, true},
      {{"**/old"}, "old", true, true},
      {{"**/old"}, "a/b/old", true, true},
      {{"a/**"}, "a/b/c", false, true},
      {{"a/**"}, "a", true, false},
      {{"a/**/b"}, "a/b", false, true},
      {{"a/**/b"}, "a/x/y/b", false, true},
      {{"a/**/b"}, "a/x/y/c", false, false},
      {{"a/**/b/*.md"}, "a/b/x/b/c.md", false, true},
      {{"*.md", "!keep.md"}, "keep.md", false, false},
      {{"*.md", "!keep.md"}, "drop.md", false, true},
      {{"!keep.md", "*.md"}, "keep.md", false, true},
      {{"\\!x"}, "!x", false, true},
      {{"\\#x"}, "#x", false, true},
      {{"#x"}, "#x", false, false},
      {{"x  "}, "x", false, true},
      {{"x\\ "}, "x ", false, true},
      {{"x\r"}, "x", false, true},
      {{""}, "x", false, false},
      {{"**"}, "x/y", false, true},
      {{"a\\*b"}, "a*b", false, true},
      {{"a\\*b"}, "axb", false, false},
      {{"caf\xC3\xA9"}, "caf\xC3\xA9", false, true},
  };
  for (const Row& row : rows) {
    IgnoreRules rules;
    for (const std::string& pattern : row.patterns) CHECK(rules.add(pattern, ""));
    INFO(row.patterns.front() << " on " << row.path);
    CHECK(rules.ignored(row.path, row.folder) == row.ignored);
  }
}

TEST_CASE("ignore patterns of a folder hold below it", "[load]") {
  IgnoreRules rules;
  CHECK(rules.add("*.md", "a"));
  CHECK(rules.add("/x.yaml", "a"));
  CHECK(rules.ignored("a/b/c.md", false));
  CHECK_FALSE(rules.ignored("b/c.md", false));
  CHECK(rules.ignored("a/x.yaml", false));
  CHECK_FALSE(rules.ignored("a/b/x.yaml", false));
  CHECK_FALSE(rules.ignored("ab.md", false));
  rules.shrink(1);
  CHECK_FALSE(rules.ignored("a/x.yaml", false));
}

TEST_CASE("what is no ignore pattern is refused", "[load]") {
  IgnoreRules rules;
  CHECK_FALSE(rules.add("[a", ""));
  CHECK_FALSE(rules.add("/", ""));
  CHECK_FALSE(rules.add(std::string(2000, 'a'), ""));
  CHECK(rules.size() == 0);
}

TEST_CASE("a pattern of many stars costs little", "[load]") {
  IgnoreRules rules;
  std::string pattern;
  for (int i = 0; i < 100; ++i) pattern += "*a";
  CHECK(rules.add(pattern + "b", ""));
  CHECK_FALSE(rules.ignored(std::string(4000, 'a'), false));
}

}  // namespace
}  // namespace milepost
