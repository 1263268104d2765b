// What an audience sees of one record, and why.
#include "redact/sight.h"

#include <fmt/format.h>

#include <string>

#include "analyze/analyze.h"
#include "calendar/date.h"
#include "catch.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

Sight sight(const Linked& linked, std::string_view audience, std::string_view id) {
  const Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  return sight_of(linked.program, linked.sources, analysis,
                  *audience_named(linked.program, audience), linked.id(id));
}

constexpr std::string_view kSettings =
    "program: Example\nstart: 2026-01-05\naudiences:\n  omitting: {sees: [public], redaction: "
    "omit}\nkinds:\n  task: {fields: {price: {type: text, visibility: internal}}}\n"
    "records:\n- {path: \"secret/*.md\", kind: task, visibility: restricted}\n";

TEST_CASE("sight: of a shown record each field, region and reference", "[redact][sight]") {
  Linked linked({
      {"program.yaml", kSettings},
      {"T-1.md",
       "---\nid: T-1\nkind: task\ntitle: Seen\nvisibility: public\nprice: high\nrelates_to: "
       "[T-9]\n---\nSee T-9.\n\n<!-- audience: internal -->\nT-9\n<!-- /audience -->\n"},
      {"secret/T-9.md", "---\nid: T-9\ntitle: Hidden\n---\nx\n"},
  });
  const Sight seen = sight(linked, "public", "T-1");
  CHECK(seen.visible);
  CHECK(seen.why == "it says so itself");
  std::string fields;
  for (const SightField& field : seen.fields) {
    fields += fmt::format("{}{} ", field.shown ? "+" : "-", field.name);
  }
  CHECK(fields.find("-price") != std::string::npos);
  CHECK(fields.find("+visibility") != std::string::npos);
  REQUIRE(seen.regions.size() == 1);
  CHECK(!seen.regions.front().shown);
  // The field, and the sentence; not what stands in the region.
  REQUIRE(seen.references.size() == 2);
  CHECK(seen.references[0].state == SightState::left_out);
  CHECK(seen.references[1].state == SightState::replaced);
  CHECK(sight(linked, "omitting", "T-1").references[1].state == SightState::left_out);
}

TEST_CASE("sight: of a hidden record where it shows, and the dates it drives", "[redact][sight]") {
  Linked linked({
      {"program.yaml", kSettings},
      {"T-1.md",
       "---\nid: T-1\nkind: task\ntitle: Seen\nvisibility: public\nestimate: 5d\ndepends_on: "
       "[T-8]\n---\nSee T-9.\n"},
      {"secret/T-9.md", "---\nid: T-9\ntitle: Hidden\nestimate: 10d\n---\nx\n"},
      {"secret/T-8.md", "---\nid: T-8\ntitle: Between\nestimate: 1d\ndepends_on: [T-9]\n---\nx\n"},
      {"T-2.md", "---\nid: T-2\nkind: task\ntitle: Other\nvisibility: public\n---\nx\n"},
  });
  const Sight seen = sight(linked, "public", "T-9");
  CHECK(!seen.visible);
  CHECK(seen.label == "restricted");
  CHECK(seen.why == "the region or the rule of `records:` it stands under says so");
  CHECK(seen.fields.empty());
  REQUIRE(seen.traces.size() == 1);
  CHECK(linked.place(seen.traces.front().span).starts_with("T-1.md:9:"));
  REQUIRE(seen.dates.size() == 1);
  CHECK(seen.dates.front().id == "T-1");
  CHECK(sight(linked, "public", "T-8").dates.size() == 1);
}

}  // namespace
}  // namespace milepost
