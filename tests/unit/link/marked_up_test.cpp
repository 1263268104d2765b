// Tests of links in inert HTML and of regions for one audience.
#include "catch.h"
#include "link/codes.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

using Codes = std::vector<uint16_t>;

TEST_CASE("anchors are headings and a elements, in any letters", "[link]") {
  const Linked linked({{"README.md", R"(# Start

<a id="spot"></a>

## A: B & C

## Twice

## Twice

## Motivation: why this is needed

[1](#spot) [2](#a-b--c) [3](#twice-1) [4](#Twice) [5](#user-content-spot) [6](#twic) [7](#motivation)
)"}});
  REQUIRE(linked.codes() == Codes{kBrokenAnchor, kBrokenAnchor});
  CHECK(linked.found[0].help == "did you mean `#twice`?");
  CHECK(linked.found[1].help == "did you mean `#motivation-why-this-is-needed`?");
}

TEST_CASE("mentions in a region have its label", "[link]") {
  const Linked linked({{"risks/R-1.md", R"(---
id: R-1
title: Data loss
---
Open text.

<!-- audience: restricted -->
T-1 must not be named.
<!-- /audience -->
)"},
                       {"plan.yaml", "tasks:\n- {id: T-1, title: One}\n"}});
  REQUIRE(linked.links("mentions") == "R-1 mentions T-1");
  CHECK(linked.program.links[0].at.label == kRestrictedLabel);
}

TEST_CASE("labels of audiences and regions have to be there", "[link]") {
  const Linked linked(
      {{"program.yaml", R"(program: X
start: 2026-01-05
audiences: {customers: {sees: [publik]}}
)"},
       {"notes.md", "# N\n\n<!-- audience: partners -->\nHi\n<!-- /audience -->\n"}});
  REQUIRE(linked.codes() == std::vector<uint16_t>{kUnknownLabel, kUnknownLabel});
  CHECK(linked.found[1].help.starts_with("did you mean `public`?"));
}

TEST_CASE("links and images of inert HTML are followed", "[link]") {
  const Linked linked({{"notes.md", R"(# Notes

<a href="plan.md">the plan</a> and <img src="img/a.png" alt="a"> and <a href="gone.md">gone</a>
)"},
                       {"plan.md", "# Plan\n"},
                       {"img/a.png", "x"}});
  CHECK(linked.codes() == Codes{kBrokenLink});
  CHECK(linked.program.assets.front().used);
}

}  // namespace
}  // namespace milepost
