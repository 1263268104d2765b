// Dates, durations, people, references, numbers and objects, with the places of what is wrong.
#include "catch.h"
#include "unit/shape/shaped.h"

using namespace milepost;

namespace {

std::string value(std::string_view kind, std::string_view field, std::string_view written) {
  const Shaped s = shape_value(kind, std::string(field) + ": " + std::string(written));
  return s.field("X-1", field);
}

// The first diagnostic: severity letter, what it points at, help.
std::string trouble(std::string_view kind, std::string_view line) {
  const Shaped s = shape_value(kind, line);
  if (s.diagnostics.empty()) return "-";
  const Diagnostic& d = s.diagnostics.front();
  const std::string_view mark = d.severity == Severity::error ? "E" : "W";
  return std::string(mark) + " `" + std::string(s.pointed(d)) + "` " + d.help;
}

}  // namespace

TEST_CASE("dates, with marks and comments around them", "[shape][decode]") {
  struct Row {
    std::string_view written, read;
  };
  const Row rows[] = {
      {"2026-06-30", "date 2026-06-30"},
      {"\"June 1, 2025\"", "date 2025-06-01"},
      {"\"Aug 15, 2025\"", "date 2025-08-15"},
      {"29-Apr-2022", "date 2022-04-29"},
      {"01/25/2021", "date 2021-01-25"},
      {"Apr 2026", "date 2026-04-01..2026-04-30"},
      {"Q1 2024", "date 2024-01-01..2024-03-31"},
      {"Week 2", "date 2026-01-12..2026-01-18"},
      {"Monday 8th January 2024", "date 2024-01-08"},
      {"2026-06-30 (firm)", "date 2026-06-30"},
      {"2026-06-30 — if the vendor delivers", "date 2026-06-30"},
      {"✅ 2026-06-01", "date 2026-06-01"},
      {"2026-06-01 ✅", "date 2026-06-01"},
      {"\"**2026-06-30**\"", "date 2026-06-30"},
      {"~~2026-06-15~~ 2026-06-30", "date 2026-06-30 moved from 2026-06-15"},
      {"2026-06-08..2026-06-12", "date 2026-06-08..2026-06-12"},
      {"TBD", "-"},
      {"-", "-"},
      {"n/a", "-"},
  };
  for (const Row& row : rows) {
    INFO(row.written);
    CHECK(value("task", "due", row.written) == row.read);
  }
  CHECK(trouble("task", "due: 2026-02-30") == "E `2026-02-30` did you mean `2026-02-28`?");
  CHECK(trouble("task", "due: 03/04/2026").starts_with("E `03/04/2026` write `2026-04-03` or"));
  CHECK(trouble("task", "due: soonish").starts_with("E `soonish` write a day as"));
  CHECK(trouble("task", "due: 2026-06-30 soonish").starts_with("E `2026-06-30 soonish`"));
  CHECK(trouble("task", "due: Sprint 9").starts_with("E `Sprint 9` add `calendar:"));
  CHECK(trouble("task", "due: Tuesday 8 June 2026").starts_with("W `Tuesday"));
  CHECK(value("task", "due", "Tuesday 8 June 2026") == "date 2026-06-08");
}

TEST_CASE("dates that hang on other records", "[shape][decode]") {
  CHECK(value("dependency", "needed_by", "M-PILOT - 10d") == "when M-PILOT - 2w");
  CHECK(value("dependency", "needed_by", "ATO + 30 days") == "when ATO + 6w");
  CHECK(value("dependency", "needed_by", "2026-06-30 - 2d") == "when 2026-06-30 - 2d");
  CHECK(value("dependency", "needed_by", "Week 12 (firm)") == "when 2026-03-23..2026-03-29");
}

TEST_CASE("durations, estimates and effort", "[shape][decode]") {
  CHECK(value("task", "remaining", "3d") == "duration 3d");
  CHECK(value("task", "remaining", "3d (at most)") == "duration 3d");
  CHECK(value("task", "estimate", "3w..6w") == "estimate 3w..6w");
  CHECK(value("task", "estimate", "{optimistic: 3d, likely: 4d, pessimistic: 6d}") ==
        "estimate 3d..6d");
  CHECK(value("task", "effort", "5 person-days") == "effort 5d");
  CHECK(value("task", "effort", "25 pd") == "effort 25d");
  CHECK(value("task", "effort", "8") == "effort 8d");
  CHECK(trouble("task", "remaining: 5") ==
        "E `5` write `5d` for working days, `5w` for weeks or `5h` for hours");
  CHECK(trouble("task", "estimate: {optimistic: 3d}").starts_with("E `{optimistic: 3d}`"));
  const Shaped s = shape_files({{"tasks/log.md",
                                 "| ID | Task | Estimate (weeks) | Effort (days) "
                                 "|\n|---|---|---|---|\n| T-1 | a | 3 | 8 |\n"}});
  CHECK(s.field("T-1", "estimate") == "estimate 3w");
  CHECK(s.field("T-1", "effort") == "effort 8d");
}

TEST_CASE("people", "[shape][decode]") {
  struct Row {
    std::string_view written, read;
  };
  const Row rows[] = {
      {"asha", "party \"asha\""},
      {"\"@asha\"", "party \"asha\""},
      {"Platform EM (Alice)", "party \"Platform EM\" \"Alice\""},
      {"Platform EM (@alice)", "party \"Platform EM\" \"alice\""},
      {"Ana Lee <ana@example.com>", "party \"Ana Lee\" \"ana@example.com\""},
      {"\"[Ana Lee](https://example.com/ana)\"", "party \"Ana Lee\""},
      {"\"asha, li; mo\"", "party \"asha\" | party \"li\" | party \"mo\""},
      {"asha / li", "party \"asha\" | party \"li\""},
      {"Product/Engineering Lead", "party \"Product\" | party \"Engineering Lead\""},
      {"CI/CD team", "party \"CI/CD team\""},
      {"R&D team", "party \"R&D team\""},
      {"asha & li", "party \"asha\" | party \"li\""},
      {"asha + li", "party \"asha\" | party \"li\""},
      {"C++ guild", "party \"C++ guild\""},
      {"asha and li", "party \"asha\" | party \"li\""},
      {"\"Platform (Alice, Bob)\"", "party \"Platform\" \"Alice, Bob\""},
      {"[asha, \"Li (TPM)\"]", "party \"asha\" | party \"Li\" \"TPM\""},
      {"\"asha, TBD\"", "party \"asha\""},
      {"\"[Name]\"", "-"},
      {"\"**asha**\"", "party \"asha\""},
  };
  for (const Row& row : rows) {
    INFO(row.written);
    CHECK(value("task", "owner", row.written) == row.read);
  }
}

TEST_CASE("references", "[shape][decode]") {
  struct Row {
    std::string_view written, read;
  };
  const Row rows[] = {
      {"T-12", "ref id \"T-12\""},
      {"\"T-12, T-13\"", "ref id \"T-12\" | ref id \"T-13\""},
      {"T-12 and T-13", "ref id \"T-12\" | ref id \"T-13\""},
      {"T-12 T-13", "ref id \"T-12\" | ref id \"T-13\""},
      {"[T-12, T-13]", "ref id \"T-12\" | ref id \"T-13\""},
      {"\"[[T-12]]\"", "ref wiki \"T-12\""},
      {"\"[[T-12|the dry run]]\"", "ref wiki \"T-12\" \"the dry run\""},
      {"\"[the dry run](../tasks/T-12.md)\"", "ref link \"../tasks/T-12.md\" \"the dry run\""},
      {"\"[T-12](https://tracker.example.com/T-12)\"", "ref id \"T-12\""},
      {"\"#12\"", "ref id \"12\""},
      {"5.10", "ref id \"5.10\""},
      {"4.1-4.3", "ref id \"4.1\" | ref id \"4.2\" | ref id \"4.3\""},
      {"T-008..T-010", "ref id \"T-008\" | ref id \"T-009\" | ref id \"T-010\""},
      {"T-1 to T-2", "ref id \"T-1\" | ref id \"T-2\""},
      {"T-12?", "ref id \"T-12\" tentative"},
      {"\"T-12: https://example.com/12\"", "ref id \"T-12\""},
      {"\"T-12 | The dry run: https://example.com/12\"", "ref id \"T-12\" \"The dry run\""},
      {"T-12 (the dry run)", "ref id \"T-12\" \"the dry run\""},
      {"T-12 (SS + 2d)", "ref id \"T-12\" \"SS + 2d\" SS lag 960min"},
      {"{to: T-12, type: SS, lag: 2d}", "ref id \"T-12\" SS lag 960min"},
      {"[{T-12: \"https://example.com/12\"}]", "ref id \"T-12\""},
      {"Security model", "ref title \"Security model\""},
      {"\"`T-12`\"", "ref id \"T-12\""},
      {"\"[T-12]\"", "ref id \"T-12\""},
      {"None (parallel)", "-"},
      {"\"[Task]\"", "-"},
      {"ADR 12", "ref id \"ADR-12\""},
  };
  for (const Row& row : rows) {
    INFO(row.written);
    CHECK(value("task", "depends_on", row.written) == row.read);
  }
  CHECK(value("risk", "threatens", "[{to: T-31, delay: 5d..15d}]") ==
        "ref id \"T-31\" delay 1w..3w");
  CHECK(trouble("task", "depends_on: {type: SS}").starts_with("E `{type: SS}`"));
  CHECK(trouble("task", "depends_on: {to: T-1, type: XX}").starts_with("E `XX`"));
  CHECK(trouble("meeting", "reviewed: R-1..R-9999").starts_with("E `R-1..R-9999`"));
}

TEST_CASE("numbers, money, percentages, yes and no", "[shape][decode]") {
  CHECK(value("task", "percent", "40%") == "number 40");
  CHECK(value("task", "percent", "~40 %") == "number 40");
  CHECK(value("budget", "planned", "\"USD 1,250.50\"") == "money USD 1250.50");
  CHECK(value("budget", "planned", "$20M") == "money USD 20000000.00");
  CHECK(value("budget", "planned", "20k EUR") == "money EUR 20000.00");
  CHECK(value("budget", "planned", "€1.2m (approved)") == "money EUR 1200000.00");
  CHECK(value("budget", "planned", "12 500 GBP") == "money GBP 12500.00");
  CHECK(value("budget", "planned", "-500") == "money -500.00");
  CHECK(value("change", "rebaseline", "yes") == "yes");
  CHECK(value("change", "rebaseline", "\"[x]\"") == "yes");
  CHECK(value("change", "rebaseline", "no (not yet)") == "no");
  CHECK(trouble("task", "percent: most").starts_with("E `most` write `40`"));
  CHECK(trouble("budget", "planned: 99999999999999999999").starts_with("E `9999"));
  CHECK(trouble("change", "rebaseline: maybe") == "E `maybe` write `yes` or `no`");
}

TEST_CASE("objects in their forms", "[shape][decode]") {
  CHECK(value("dependency", "agreed", "{by: lee, on: 2026-04-02}") ==
        "{by: party \"lee\", on: date 2026-04-02}");
  CHECK(value("metric", "plan", "{2026-06-30: 5, 2026-07-31: 12}") ==
        "{date: date 2026-06-30, value: number 5} | {date: date 2026-07-31, value: number 12}");
  CHECK(value("metric", "target", "20") == "{value: number 20}");
  CHECK(value("metric", "target", "{value: 20, by: M-GA}") == "{value: number 20, by: when M-GA}");
  CHECK(value("decision", "options", "[Lend an engineer, {name: Wait, cons: [slow, dear]}]") ==
        "{name: \"Lend an engineer\"} | {name: \"Wait\", cons: \"slow\" | \"dear\"}");
  CHECK(value("task", "assign", "{li: 50%, mo: 100%}") ==
        "{who: party \"li\", share: number 50} | {who: party \"mo\", share: number 100}");
  const Shaped s = shape_value("dependency", "agreed: {by: lee, onn: 2026-04-02}");
  CHECK(s.problems() == "record.yaml:4:19 MP173");
  REQUIRE(s.record("X-1").unknown.size() == 1);
  CHECK(s.record("X-1").unknown[0].key == "onn");
  CHECK(s.record("X-1").unknown[0].text == "2026-04-02");
}

TEST_CASE("wrong shapes are said and kept", "[shape][decode]") {
  CHECK(trouble("task", "due: {a: 1}").starts_with("E `{a: 1}` write `due: …`"));
  CHECK(trouble("task", "due: [2026-06-01, 2026-06-02]") ==
        "E `[2026-06-01, 2026-06-02]` write `due: 2026-06-01`");
  CHECK(value("task", "due", "[2026-06-01, 2026-06-02]") == "date 2026-06-01");
  CHECK(value("task", "due", "{a: 1}") == "unreadable \"{a: 1}\"");
}
