// RACI matrices in pages, bodies and fields.
#include "compose/raci.h"

#include "catch.h"
#include "unit/compose/viewed.h"

namespace milepost {
namespace {

constexpr RaciParts kR = raci_bit(RaciPart::responsible), kA = raci_bit(RaciPart::accountable),
                    kC = raci_bit(RaciPart::consulted), kI = raci_bit(RaciPart::informed);

Raci raci_of(const View& view) {
  std::vector<uint32_t> pages(view.pages.size()), records(view.records.size());
  for (uint32_t i = 0; i < pages.size(); ++i) pages[i] = i;
  for (uint32_t i = 0; i < records.size(); ++i) records[i] = 100 + i;
  return find_raci(view, pages, records);
}

TEST_CASE("raci: what a cell says", "[raci]") {
  CHECK(parse_raci("R") == kR);
  CHECK(parse_raci("A, R") == (kA | kR));
  CHECK(parse_raci("R/A") == (kA | kR));
  CHECK(parse_raci("AR") == (kA | kR));
  CHECK(parse_raci("c") == kC);
  CHECK(parse_raci("Informed") == kI);
  CHECK(parse_raci("S") == raci_bit(RaciPart::support));
  CHECK(parse_raci("") == 0);
  CHECK(parse_raci("as") == 0);
  CHECK(parse_raci("X") == 0);
  CHECK(parse_raci("Asha") == 0);
}

TEST_CASE("raci: a table of letters is a matrix, with its faults in words", "[raci]") {
  const View view = view_of_files({
      {"program.yaml",
       "program: Example\nroles: {sponsor: bob}\npeople: {asha: {name: Asha Rao}, bob: {name: Bob "
       "Hale}, li: {name: Li Wei}}\n"},
      {"plan.yaml", "workstreams:\n- {id: WS-1, title: Checkout core}\n"},
      {"governance/raci.md",
       "# Who does what\n\n## The work\n\n| Work | Asha | Sponsor | Li Wei | Vendor | Note |\n| - "
       "| - | - | - | - | - |\n| Checkout core | A, R | I | C | - | x |\n| Plan | A | A | R | I | "
       "|\n| Letters | R | - | - | I | |\n| Idle | A | I | I | - | |\n"},
      {"other.md", "# Sizes\n\n| Item | S | M |\n| - | - | - |\n| Hat | A | C |\n"},
  });
  const Raci raci = raci_of(view);
  REQUIRE(raci.matrices.size() == 1);
  const RaciMatrix& matrix = raci.matrices[0];
  CHECK(matrix.title == "The work");
  REQUIRE(matrix.columns.size() == 4);
  CHECK(matrix.columns[0].party.person == person_named(view, "asha"));
  CHECK(matrix.columns[1].party.person == person_named(view, "bob"));
  CHECK(matrix.columns[2].party.person == person_named(view, "li"));
  CHECK(matrix.columns[3].party.person == kNoViewPerson);
  REQUIRE(matrix.rows.size() == 4);
  CHECK(matrix.rows[0].cells == std::vector<RaciParts>{kA | kR, kI, kC, 0});
  CHECK(matrix.rows[0].record == record_named(view, "WS-1"));
  CHECK(matrix.rows[0].fault == RaciFault::none);
  CHECK(matrix.rows[1].fault == RaciFault::several_accountable);
  CHECK(matrix.rows[2].fault == RaciFault::nobody_accountable);
  CHECK(matrix.rows[3].fault == RaciFault::nobody_does_it);
}

TEST_CASE("raci: names in columns and fields of records are entries", "[raci]") {
  const View view = view_of_files({
      {"program.yaml", "program: Example\npeople: {asha: {name: Asha Rao}, li: {name: Li Wei}}\n"},
      {"raci.md",
       "# RACI\n\n| Work | Responsible | Accountable | Informed |\n| - | - | - | - |\n| Launch | "
       "Li Wei, the on-call | Asha | - |\n"},
      {"charter.md",
       "---\nkind: charter\nid: CH-1\ntitle: The charter\n---\n\n## RACI\n\n- **Responsible:** "
       "Asha Rao\n- **Accountable:** Li Wei\n- **Informed:** everyone\n"},
  });
  const Raci raci = raci_of(view);
  CHECK(raci.matrices.empty());
  REQUIRE(raci.entries.size() == 2);
  const RaciEntry& launch = raci.entries[0];
  CHECK(launch.work == "Launch");
  REQUIRE(launch.who[static_cast<size_t>(RaciPart::responsible)].size() == 2);
  CHECK(launch.who[static_cast<size_t>(RaciPart::responsible)][1].text == "the on-call");
  CHECK(launch.who[static_cast<size_t>(RaciPart::accountable)][0].party.person ==
        person_named(view, "asha"));
  CHECK(launch.fault == RaciFault::none);
  const RaciEntry& charter = raci.entries[1];
  CHECK(charter.record == record_named(view, "CH-1"));
  CHECK(charter.who[static_cast<size_t>(RaciPart::accountable)][0].party.person ==
        person_named(view, "li"));
  CHECK(charter.fault == RaciFault::none);
}

}  // namespace
}  // namespace milepost
