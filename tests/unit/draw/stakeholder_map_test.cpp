// The map of stakeholders: who stands where, what its words say, and that nothing shows when it
// must not.
#include "draw/stakeholder_map.h"

#include <string>

#include "catch.h"
#include "draw/draw.h"
#include "unit/compose/composed.h"

namespace milepost {
namespace {

const std::string kOpen =
    "program: Example\nkinds:\n  stakeholder: {fields: {interest: {visibility: open}, influence: "
    "{visibility: open}, engagement_now: {visibility: open}, engagement_wanted: {visibility: "
    "open}}}\n";
const std::string kThree =
    "stakeholders:\n"
    "- {id: STK-1, title: Fern & <Fable>, interest: high, influence: high, engagement_now: "
    "neutral, "
    "engagement_wanted: leading}\n"
    "- {id: STK-2, title: The bank, interest: low, influence: medium}\n"
    "- {id: STK-3, title: Left, interest: low, influence: low, status: ended}\n";

std::string map_of(const Outline& outline) {
  const Drawings drawings = draw_site(outline);
  const ViewKindId kind = kind_named(outline.view, "stakeholder");
  const Html* svg = drawings.find(outline.kind_pages[number(kind)], DrawingKind::stakeholder_map);
  return svg == nullptr ? std::string() : std::string(svg->view());
}

TEST_CASE("stakeholder map: names as links that say in words where they stand", "[stakes]") {
  const std::string svg = map_of(composed({{"program.yaml", kOpen}, {"people.yaml", kThree}}));
  INFO(svg);
  CHECK(svg.find("Fern &amp; &lt;Fable&gt; neutral → leading: high interest, high influence") !=
        std::string::npos);
  CHECK(svg.find("The bank: low interest, medium influence") != std::string::npos);
  CHECK(svg.find("href=\"STK-1.html\"") != std::string::npos);
  CHECK(svg.find(">Manage closely<") != std::string::npos);
  CHECK(svg.find(">Monitor<") != std::string::npos);
  CHECK(svg.find("<title") != std::string::npos);
  CHECK(svg.find("style=") == std::string::npos);
  CHECK(svg.find("viewBox") == std::string::npos);
  CHECK(svg.find("Left") == std::string::npos);
}

TEST_CASE("stakeholder map: restricted fields leave none", "[stakes]") {
  CHECK(map_of(composed({{"people.yaml", kThree}})).empty());
}

}  // namespace
}  // namespace milepost
