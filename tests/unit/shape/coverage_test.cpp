// Globs of records rules.
#include "shape/coverage.h"

#include "catch.h"
#include "unit/shape/shaped.h"

using namespace milepost;

TEST_CASE("globs match whole paths", "[shape]") {
  struct Row {
    std::string_view pattern, path;
    bool matches;
  };
  const Row rows[] = {
      {"*.md", "a.md", true},
      {"*.md", "x/a.md", false},
      {"**/*.md", "a.md", true},
      {"**/*.md", "x/y/a.md", true},
      {"logs/*.md", "logs/a.md", true},
      {"logs/*.md", "logs/x/a.md", false},
      {"logs/**", "logs/x/a.md", true},
      {"logs/", "logs/x/a.md", true},
      {"logs/**/raid.md", "logs/raid.md", true},
      {"logs/**/raid.md", "logs/2026/q2/raid.md", true},
      {"logs/**/raid.md", "logs/2026/q2/raid.txt", false},
      {"./logs/a.md", "logs/a.md", true},
      {"/logs/a.md", "logs/a.md", true},
      {"CIP-*/README.md", "CIP-0030/README.md", true},
      {"CIP-*/README.md", "CIP-0030/x/README.md", false},
      {"CIP-?03?/*", "CIP-0030/a", true},
      {"{risks,issues}.md", "issues.md", true},
      {"{risks,issues}.md", "tasks.md", false},
      {"a*b*c", "aXbYbZc", true},
      {"a*b*c", "aXbYbZ", false},
      {"**", "a/b/c", true},
      {"", "a", false},
      {"", "", true},
  };
  for (const Row& row : rows) {
    INFO(row.pattern << " on " << row.path);
    CHECK(matches_glob(row.pattern, row.path) == row.matches);
  }
}

TEST_CASE("a glob of many stars takes no time to fail", "[shape]") {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "a*";
  CHECK_FALSE(matches_glob(pattern + "b", std::string(4000, 'a')));
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += "**/";
  CHECK_FALSE(matches_glob(deep + "x", std::string(4000, 'a') + "/y"));
}

TEST_CASE("the last rule that matches wins", "[shape]") {
  const Shaped s = shape_files({{"program.yaml",
                                 "program: Test\n"
                                 "records:\n"
                                 "- {path: \"notes/*.md\", kind: risk}\n"
                                 "- {path: \"notes/b.md\", kind: issue}\n"
                                 "- {path: \"notes/c.md\", kind: page}\n"},
                                {"notes/a.md", "---\nid: X-1\ntitle: a\n---\n"},
                                {"notes/b.md", "---\nid: X-2\ntitle: b\n---\n"},
                                {"notes/c.md", "---\nid: X-3\ntitle: c\n---\n"}});
  CHECK(s.ids() == "risk X-1, issue X-2");
  REQUIRE(s.set.pages.size() == 1);
  CHECK(s.set.pages[0].title == "c");
}
