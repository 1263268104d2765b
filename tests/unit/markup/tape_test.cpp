// The words and anchors of a tape.
#include "markup/tape.h"

#include "catch.h"
#include "unit/markup/tape_builder.h"

namespace milepost {
namespace {

TEST_CASE("tape: words without markup, breaks as spaces", "[markup]") {
  const Tape tape = make_tape(
      {node(NodeKind::paragraph,
            {words("one "), node(NodeKind::strong, {words("two")}), node(NodeKind::soft_break),
             Leaf{NodeKind::code, {}, "three", 0, 0, 0}, element(HtmlElement::br), words("four"),
             link_to("https://example.com", " five")}),
       paragraph("six"), code_block("seven\n", "cpp")});
  CHECK(plain_text(tape, {0, static_cast<uint32_t>(tape.nodes.size())}) ==
        "one two three four five six seven");
  CHECK(plain_text(tape, {0, 0}) == "");
}

TEST_CASE("tape: anchors are numbered as GitHub numbers them", "[markup]") {
  const Tape tape = make_tape({heading(1, "Roll back"), heading(2, "Roll back"),
                               heading(2, "Roll back-1"), heading(3, "Roll back"),
                               node(NodeKind::block_quote, {heading(2, "Größe & Co.")})});
  const std::vector<HeadingAnchor> anchors = heading_anchors(tape);
  REQUIRE(anchors.size() == 5);
  CHECK(anchors[0].anchor == "roll-back");
  CHECK(anchors[1].anchor == "roll-back-1");
  CHECK(anchors[2].anchor == "roll-back-1-1");
  CHECK(anchors[3].anchor == "roll-back-2");
  CHECK(anchors[4].anchor == "größe--co");
  CHECK(tape.nodes[anchors[4].node].kind == NodeKind::heading);
}

}  // namespace
}  // namespace milepost
