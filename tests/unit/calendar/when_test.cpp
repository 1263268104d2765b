// Dates relative to records: where the anchor ends and the duration begins.
#include "calendar/when.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "unit/calendar/date_text.h"

using namespace milepost;

namespace {

std::string show(const WhenParse& parse) {
  if (!parse.value) {
    static constexpr std::string_view kProblems[] = {"empty", "date", "duration"};
    return std::string(kProblems[static_cast<int>(parse.error->problem)]) + " " +
           std::to_string(parse.error->offset) + "-" +
           std::to_string(parse.error->offset + parse.error->length);
  }
  const When& when = *parse.value;
  std::string out =
      when.anchor == WhenAnchor::date ? to_iso(when.date) : "<" + std::string(when.reference) + ">";
  if (when.shift) {
    out += (when.shift->minutes < 0 ? " " : " +") + to_text(*when.shift, {}) + " @" +
           std::to_string(when.shift_offset) + "-" +
           std::to_string(when.shift_offset + when.shift_length);
  }
  return out;
}

}  // namespace

TEST_CASE("anchors and shifts", "[calendar][when]") {
  struct Row {
    std::string_view text;
    std::string_view expected;
  };
  const std::vector<Row> rows{
      {"2026-06-30", "2026-06-30"},
      {"June 2026", "2026-06-01..2026-06-30"},
      {"M-GA", "<M-GA>"},
      {"M-GA - 5d", "<M-GA> -1w @5-9"},
      {"M-GA  -5d", "<M-GA> -1w @6-9"},
      {"M-GA − 5d", "<M-GA> -1w @5-11"},
      {"M-GA – 5d", "<M-GA> -1w @5-11"},
      {"ATO + 30 days", "<ATO> +6w @4-13"},
      {"ATO+30 days", "<ATO> +6w @3-11"},
      {"start - 7d", "<start> -7d @6-10"},
      {"start + 2h", "<start> +2h @6-10"},
      {"2026-06-30 - 5d", "2026-06-30 -1w @11-15"},
      {"Week 12 + 3d", "2026-03-23..2026-03-29 +3d @8-12"},
      {"5d before M-GA", "<M-GA> -1w @0-2"},
      {" 30 days after ATO", "<ATO> +6w @1-8"},
      {"2w after 2026-06-30", "2026-06-30 +2w @0-2"},
      {"M-GA + 24h wall", "<M-GA> +24h wall @5-15"},
      {"M-GA - 1w 2d", "<M-GA> -7d @5-12"},
      {"[Pilot - wave 2](m.md) - 5d", "<[Pilot - wave 2](m.md)> -1w @23-27"},
      {"Phase 2 - 3 pilots", "<Phase 2 - 3 pilots>"},
      {"M-GA-5d", "<M-GA-5d>"},
      {"5.10", "<5.10>"},
      {"0012-slug.md", "<0012-slug.md>"},
      {"+ 5d", "<+ 5d>"},
      {"", "empty 0-0"},
      {"  ", "empty 0-2"},
      {"M-GA - 5x", "duration 8-9"},
      {"M-GA - 5", "duration 7-8"},
      {"M-GA + 6m", "duration 8-9"},
      {"2026-02-30", "date 0-10"},
      {" 2026-02-30 - 5d", "date 1-11"},
      {"2026-06-xx", "date 0-10"},
      {"30 Jnu 2026", "date 0-11"},
      {"03/04/2026 + 2d", "date 0-10"},
      {"2026-06-08 - 2026-06-12", "date 11-23"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(show(parse_when(row.text, program_context(), {})) == row.expected);
  }
}

TEST_CASE("an anchor keeps its place", "[calendar][when]") {
  const auto parse = parse_when("  5d before  M-GA ", {}, {});
  REQUIRE(parse.value);
  CHECK(parse.value->anchor_offset == 13);
  CHECK(parse.value->anchor_length == 4);
  CHECK(parse.value->shift_offset == 2);
}
