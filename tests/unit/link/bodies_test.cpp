// Tests of links, images and mentions in bodies.
#include "link/bodies.h"

#include "catch.h"
#include "link/codes.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

using Codes = std::vector<uint16_t>;

// The lines of the dump that say where the links of pages lead, without places.
std::string references(const Linked& linked) {
  const std::string dump = print_program(linked.program, linked.sources);
  std::string out;
  for (std::size_t at = dump.find("reference "); at != std::string::npos;
       at = dump.find("reference ", at + 1)) {
    const std::size_t arrow = dump.find("-> ", at) + 3;
    if (!out.empty()) out += ", ";
    out += dump.substr(arrow, dump.find('\n', arrow) - arrow);
  }
  return out;
}

TEST_CASE("links between files lead to records, pages, assets and headings", "[link]") {
  const Linked linked(
      {{"README.md", R"(# Start

[plan](docs/plan.md) [its end](docs/plan.md#the-end) [risk](risks/R-1.md) ![shot](img/a%20b.png)
[here](#start) [web](https://example.com) [folder](docs/)
[of a list](list.yaml#R-3)
)"},
       {"docs/plan.md", "# Plan\n\n## The end\n"},
       {"docs/README.md", "# Docs\n"},
       {"img/a b.png", "x"},
       {"list.yaml", "risks:\n- {id: R-2, title: Two}\n- {id: R-3, title: Three}\n"},
       {"risks/R-1.md", "---\nid: R-1\ntitle: Data loss\n---\n"}});
  CHECK(linked.codes() == Codes{});
  CHECK(references(linked) ==
        "page docs/plan.md, page docs/plan.md #the-end, record R-1, asset img/a b.png, "
        "heading #start, external, page docs/README.md, record R-3");
  CHECK(linked.program.assets.front().used);
}

TEST_CASE("broken links are reported where the destination stands", "[link]") {
  const Linked linked({{"a/README.md", R"(# Start

See [plan](plan.md), ![shot](img/x.png), [data](data.csv), [out](../../x.md), [end](#the-end),
[B](b.md#nothing), [b](B.md), [empty](), [folder](c/).
)"},
                       {"a/b.md", "# B\n\n## Not this\n"},
                       {"a/c/d.md", "# D\n"}});
  REQUIRE(linked.codes() == Codes{kBrokenLink, kMissingAsset, kMissingAsset, kLinkOutside,
                                  kBrokenAnchor, kBrokenAnchor, kLinkWrittenDifferently, kEmptyLink,
                                  kLinkToFolder});
  CHECK(linked.found[3].severity == Severity::off);
  CHECK(linked.place(linked.found[0].span) == "a/README.md:3:12-19");
  CHECK(linked.place(linked.found[1].span) == "a/README.md:3:30-39");
  CHECK(linked.found[6].help == "write `b.md`");
  CHECK(linked.found[8].severity == Severity::note);
}

TEST_CASE("a link to what is left out says so", "[link]") {
  const Linked linked(
      {{"README.md", "# X\n\n[draft](drafts/idea.md)\n"}, {"drafts/idea.md", "# I\n"}}, 1,
      {"drafts/"});
  CHECK(linked.codes() == Codes{kLinkToExcluded});
}

TEST_CASE("mentions are links between records, code and links are left alone", "[link]") {
  const Linked linked(
      {{"risks/R-1.md", R"(---
id: R-1
title: Data loss
---
As T-1 says, R-1 and `T-2` and [T-2](https://example.com) matter. **T-1** again.

    T-2 in code
)"},
       {"plan.yaml", "tasks:\n- {id: T-1, title: One}\n- {id: T-2, title: Two}\n"}});
  CHECK(linked.codes() == Codes{});
  CHECK(linked.links("mentions") == "R-1 mentions T-1");
  CHECK(references(linked) == "record T-1, external, record T-1");
}

TEST_CASE("a mention that names nothing is a warning, once a file", "[link]") {
  const Linked linked({{"a.md", "# A\n\nWait for DEP-41, yes, DEP-41. See DEP-14.\n"},
                       {"b.md", "# B\n\n- `DEP-41`\n- DEP-41\n"},
                       {"plan.yaml", "dependencies:\n- {id: DEP-14, title: API}\n"}});
  REQUIRE(linked.codes() == Codes{kUnknownMention, kUnknownMention});
  CHECK(linked.place(linked.found[0].span) == "a.md:3:10-16");
  CHECK(linked.found[0].message == "`DEP-41` names no record (2 times in this file)");
  CHECK(linked.found[0].help == "did you mean `DEP-14` (plan.yaml:2, \"API\")?");
  CHECK(linked.place(linked.found[1].span) == "b.md:4:3-9");
}

TEST_CASE("a word that a field is reported for is not reported again", "[link]") {
  const Linked linked({{"tasks/plan.md", R"(# Plan

| ID | Task | Owner | Depends on |
| --- | --- | --- | --- |
| T-1 | Security model | Asha | T-99 |
)"}});
  CHECK(linked.codes() == Codes{kUnknownReference});
}

TEST_CASE("any number of threads links the same", "[link]") {
  const Linked::Files files = {
      {"a.md", "# A\n\nT-1, T-2 and [b](b.md) and DEP-9.\n"},
      {"b.md", "# B\n\nT-2, [a](a.md#x) and ![i](i.png).\n"},
      {"c/d.md", "# D\n\n[b](../b.md) and T-1\n"},
      {"plan.yaml",
       "tasks:\n- {id: T-1, title: One}\n- {id: T-2, title: Two, depends_on: [T-1]}\n"}};
  const Linked one(files, 1);
  const Linked many(files, 8);
  CHECK(print_program(one.program, one.sources) == print_program(many.program, many.sources));
  CHECK(one.codes() == many.codes());
}

}  // namespace
}  // namespace milepost
