// The heat map: what stands in which cell, what its words say, and that it is well-formed.
#include "draw/heat_map.h"

#include <string>
#include <vector>

#include "catch.h"
#include "compose/risk_grid.h"
#include "unit/compose/composed.h"

namespace milepost {
namespace {

std::string drawn(const Outline& outline) {
  const ViewKindId kind = kind_named(outline.view, "risk");
  return std::string(draw_heat_map(outline, outline.kind_pages[number(kind)], kind).view());
}

size_t count(std::string_view text, std::string_view what) {
  size_t found = 0;
  for (size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
    ++found;
  }
  return found;
}

// Every element that is opened is closed, in order; attributes are quoted; no bare & or <.
bool is_well_formed(std::string_view text) {
  std::vector<std::string> open;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '&' && text.substr(i).find(';') > 6) return false;
    if (text[i] != '<') continue;
    const size_t end = text.find('>', i);
    if (end == std::string_view::npos) return false;
    const std::string_view tag = text.substr(i + 1, end - i - 1);
    if (count(tag, "\"") % 2 != 0 || tag.find('<') != std::string_view::npos) return false;
    i = end;
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
    } else if (!tag.ends_with('/')) {
      open.emplace_back(tag.substr(0, tag.find(' ')));
    }
  }
  return open.empty();
}

const std::string kFive =
    "risks:\n"
    "- {id: R-1, title: One, likelihood: high, impact: high}\n"
    "- {id: R-2, title: Two, likelihood: high, impact: high}\n"
    "- {id: R-3, title: Three, likelihood: high, impact: high}\n"
    "- {id: R-4, title: Four, likelihood: very low, impact: critical}\n"
    "- {id: R-5, title: Closed, likelihood: low, impact: low, status: closed}\n"
    "- {id: R-6, title: Half, likelihood: low}\n";

TEST_CASE("heat map: cells hold open risks as links that filter the table", "[heat]") {
  const Outline outline = composed({{"risks.yaml", kFive}});
  const std::string svg = drawn(outline);
  INFO(svg);
  CHECK(is_well_formed(svg));
  CHECK(count(svg, "<rect") == 25 + 2 * 2);
  CHECK(count(svg, "<a ") == 2);
  CHECK(svg.find("data-filter-table=\"mp:risks\" data-filter=\"likelihood=4&amp;impact=4\"") !=
        std::string::npos);
  CHECK(svg.find("href=\"#mp:risks\"") != std::string::npos);
  CHECK(svg.find("Likelihood high, impact high: 3 risks, R-1, R-2 +1: R-3") != std::string::npos);
  CHECK(svg.find(">R-2 +1</text>") != std::string::npos);
  CHECK(svg.find(">R-3<") == std::string::npos);
  CHECK(svg.find("R-5") == std::string::npos);
  CHECK(svg.find("R-6") == std::string::npos);
  CHECK(svg.find("style=") == std::string::npos);
}

TEST_CASE("heat map: the contour runs around the scores of 12 and more", "[heat]") {
  const Outline outline = composed({{"risks.yaml", kFive}});
  const std::string svg = drawn(outline);
  INFO(svg);
  // 5x3 and 4x3 left of them, then 3x4; below 4x3, and below 3x4 and 3x5.
  CHECK(count(svg, "class=\"edge\"") == 4);
  CHECK(svg.find("x1=\"40%\" y1=\"26\" x2=\"40%\" y2=\"130\"") != std::string::npos);
  CHECK(svg.find("x1=\"60%\" y1=\"130\" x2=\"60%\" y2=\"182\"") != std::string::npos);
}

TEST_CASE("heat map: a log of low, medium and high gets three by three", "[heat]") {
  const Outline outline =
      composed({{"risks.yaml", "risks:\n- {id: R-1, title: One, likelihood: L, impact: H}\n"}});
  const RiskGrid grid = make_risk_grid(outline, kind_named(outline.view, "risk"));
  CHECK(grid.levels() == 3);
  const std::string svg = drawn(outline);
  CHECK(count(svg, "<rect") == 9 + 2);
  CHECK(svg.find("33.33%") != std::string::npos);
  CHECK(is_well_formed(svg));
}

TEST_CASE("heat map: nothing is drawn of a log without levels", "[heat]") {
  const Outline outline = composed({{"risks.yaml", "risks:\n- {id: R-1, title: One}\n"}});
  CHECK(drawn(outline).empty());
  CHECK(make_risk_grid(outline, kind_named(outline.view, "risk")).unplaced == 1);
}

TEST_CASE("heat map: hostile ids and titles stay text", "[heat]") {
  const Outline outline =
      composed({{"risks.md",
                 "# Risks\n\n| ID | Risk | Likelihood | Impact | Owner |\n|---|---|---|---|---|\n"
                 "| <b>&\"' | <script>alert(1)</script> | High | High | A |\n"}});
  if (kind_named(outline.view, "risk") == kNoViewKind) return;
  const std::string svg = drawn(outline);
  CHECK(is_well_formed(svg));
  CHECK(svg.find("<script") == std::string::npos);
}

}  // namespace
}  // namespace milepost
