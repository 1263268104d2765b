// Tests of canonical values: what is the same however it is written, and what is not.
#include "analyze/canonical.h"

#include "catch.h"
#include "text/sha256.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

constexpr std::string_view kProgram = R"(program: X
start: 2026-01-05
people: {asha: {name: Asha Rao}, li: {name: Li Wei}}
teams: {platform: {name: Checkout Platform, lead: asha}}
roles: {security: li}
)";

// The canonical text of a field of REL-1, which is written as `yaml`.
std::string canonical(std::string_view yaml, std::string_view field) {
  const std::string text = "releases:\n- id: REL-1\n  title: One\n" + std::string(yaml);
  const Linked linked({{"program.yaml", kProgram},
                       {"rel.yaml", text},
                       {"other.yaml",
                        "milestones:\n- {id: M-GA, title: GA, due: 2026-06-30}\n"
                        "tasks:\n- {id: T-1, title: Move}\n- {id: T-2, title: Go}\n"}});
  const RecordIndex index = linked.program.find("REL-1");
  const Record& record = linked.program.record(index);
  const FieldId id = linked.program.kinds().find_field(record.kind, field);
  REQUIRE(id != kNoField);
  const FieldValue* value = record.find(id);
  return value == nullptr ? "" : canonical_value(linked.program, index, *value).text;
}

TEST_CASE("a date is a day or a period, whatever its spelling", "[canonical]") {
  for (const std::string_view written :
       {"2026-07-14", "\"2026-07-14\"", "14 July 2026", "July 14, 2026", "Tuesday 14th July 2026",
        "~~2026-07-10~~ 2026-07-14"}) {
    INFO(written);
    CHECK(canonical("  target: " + std::string(written) + "\n", "target") == "2026-07-14");
  }
  CHECK(canonical("  target: 2026-Q3\n", "target") == "2026-07-01..2026-09-30");
}

TEST_CASE("Markdown is its words", "[canonical]") {
  constexpr std::string_view kWords = "Cards and wallets, no gift cards";
  for (const std::string_view written :
       {"Cards and wallets, no gift cards", "\"Cards   and wallets, no gift cards \"",
        "'**Cards** and [wallets](https://example.org), no _gift_ cards'",
        ">-\n    Cards and wallets,\n    no gift cards\n",
        "|\n    Cards and wallets,\n    no gift cards\n",
        "Cards and wallets, no gift cards # so far"}) {
    INFO(written);
    CHECK(canonical("  scope: " + std::string(written) + "\n", "scope") == kWords);
  }
  CHECK(canonical("  scope: cards and wallets, no gift cards\n", "scope") != kWords);
  CHECK(canonical("  scope: |\n    - Cards\n    - Wallets\n", "scope") == "Cards Wallets");
  // What is struck out is not in scope.
  CHECK(canonical("  scope: Cards ~~and refunds~~\n", "scope") == "Cards");
}

TEST_CASE("references are ids, sorted, and people are keys", "[canonical]") {
  CHECK(canonical("  depends_on: [M-GA, T-2, T-1]\n", "depends_on") == "M-GA\nT-1\nT-2");
  CHECK(canonical("  depends_on: \"T-1, [GA](other.yaml#M-GA), T-2\"\n", "depends_on") ==
        "M-GA\nT-1\nT-2");
  CHECK(canonical("  depends_on: [{to: T-1, type: SS, lag: 2d}]\n", "depends_on") ==
        canonical("  depends_on:\n  - type: SS\n    lag: 2 days\n    to: T-1\n", "depends_on"));
  CHECK(canonical("  owner: Asha Rao\n", "owner") == "asha");
  CHECK(canonical("  owner: '@asha'\n", "owner") == "asha");
  // The first of several answers for it.
  CHECK(canonical("  owner: [li, asha]\n", "owner") == "li\nasha");
}

TEST_CASE("an object is its fields by name", "[canonical]") {
  const std::string one = canonical(
      "  launch:\n    start: 2026-07-14 09:00\n    rollout:\n"
      "    - {at: start + 2h, do: All of it, go_if: [errors < 1%, quiet]}\n",
      "launch");
  CHECK(one == R"({"rollout":[{"at":"start + 2h","do":"All of it",)"
               R"("go_if":["errors < 1%","quiet"]}],"start":"2026-07-14T09:00:00Z"})");
  CHECK(canonical("  launch: {rollout: [{go_if: [errors < 1%, quiet], do: 'All of it', "
                  "at: 'start + 2 hours'}], start: '14 July 2026 09:00'}\n",
                  "launch") == one);
}

TEST_CASE("choices, health and numbers are their names", "[canonical]") {
  CHECK(canonical("  health: 🟡\n", "health") == "at_risk");
  CHECK(canonical("  health: {value: amber, because: rain}\n", "health") == "at_risk");
  CHECK(canonical("  decision: Go with conditions\n", "decision") == "conditional_go");
  CHECK(canonical("  percent: 40 %\n", "percent") == "40%");
  CHECK(canonical("  status: 'In Progress'\n", "status") == "in_progress");
}

TEST_CASE("a seal can be computed by anybody", "[canonical]") {
  CHECK(seal("target", "2026-07-14") ==
        sha256_hex("milepost-sign-off-1\ntarget\n2026-07-14").substr(0, 32));
  CHECK(seal_fits("6ad521090b277191640960c8b806a7eb", "target", "2026-06-22"));
  CHECK(seal_fits("6AD521090B277191640960C8B806A7EB", "target", "2026-06-22"));
  CHECK(seal_fits(sha256_hex("milepost-sign-off-1\ntarget\n2026-06-22"), "target", "2026-06-22"));
  CHECK_FALSE(seal_fits("6ad521090b277191", "target", "2026-06-22"));
  CHECK_FALSE(seal_fits("6ad521090b277191640960c8b806a7eb", "target", "2026-06-23"));
  CHECK_FALSE(seal_fits("6ad521090b277191640960c8b806a7eb", "due", "2026-06-22"));
}

}  // namespace
}  // namespace milepost
