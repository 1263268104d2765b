// Tests of visibility labels.
#include "link/labels.h"

#include "catch.h"
#include "link/codes.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

TEST_CASE("a record's label is its own, its kind's or internal", "[link]") {
  const Linked linked({{"program.yaml", R"(program: X
start: 2026-01-05
labels: [partner]
)"},
                       {"plan.yaml", R"(tasks:
- {id: T-1, title: One}
- {id: T-2, title: Two, visibility: public}
- {id: T-3, title: Three, visibility: partner}
- {id: T-4, title: Four, visibility: secret}
escalations:
- {id: E-1, title: Help, status: draft}
)"}});
  const Program& program = linked.program;
  CHECK(program.label_of(linked.id("T-1")) == kInternalLabel);
  CHECK(program.label_of(linked.id("T-2")) == kPublicLabel);
  CHECK(program.labels[3] == "partner");
  CHECK(program.label_of(linked.id("T-3")) == LabelIndex{3});
  CHECK(program.label_of(linked.id("T-4")) == kRestrictedLabel);
  CHECK(program.label_of(linked.id("E-1")) == kRestrictedLabel);
  REQUIRE(linked.codes() == std::vector<uint16_t>{kUnknownLabel});
  CHECK(linked.place(linked.found[0].span) == "plan.yaml:5:38-44");
}

TEST_CASE("the fence lets through what every reader may see", "[link]") {
  const Linked linked({{"program.yaml", R"(program: X
start: 2026-01-05
labels: [partner]
audiences: {partners: {sees: [partner, public]}, odd: {sees: [internal]}}
)"}});
  const LabelFence fence(linked.program);
  const LabelIndex partner{3};
  CHECK(fence.open(kInternalLabel, kRestrictedLabel));
  CHECK_FALSE(fence.open(kRestrictedLabel, kInternalLabel));
  CHECK_FALSE(fence.open(kInternalLabel, kPublicLabel));
  // `odd` sees what is internal and not what is public.
  CHECK_FALSE(fence.open(kPublicLabel, kInternalLabel));
  CHECK(fence.open(kPublicLabel, partner));
  CHECK_FALSE(fence.open(kInternalLabel, partner));
  CHECK(fence.open(partner, partner));
}

}  // namespace
}  // namespace milepost
