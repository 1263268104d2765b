// Levels, statuses, healths and choices as real tables write them.
#include "catch.h"
#include "unit/shape/shaped.h"

using namespace milepost;

namespace {

// The cell's value under `header` in a table of `kind`, as print_value writes it.
std::string cell(std::string_view kind, std::string_view header, std::string_view value,
                 std::string_view field, std::string* problems = nullptr) {
  const std::string file = "| ID | Title | " + std::string(header) +
                           " |\n|---|---|---|\n| X-1 | a | " + std::string(value) + " |\n";
  const std::string path = std::string(kind) + "/log.md";
  const Shaped s = shape_files({{path, file}});
  if (problems != nullptr) *problems = s.problems();
  return s.field("X-1", field);
}

}  // namespace

TEST_CASE("levels", "[shape][decode]") {
  struct Row {
    std::string_view written, read;
  };
  const Row rows[] = {
      {"very low", "level 1"},
      {"Low", "level 2"},
      {"medium", "level 3"},
      {"HIGH", "level 4"},
      {"Critical", "level 5"},
      {"L", "level 2"},
      {"M", "level 3"},
      {"H", "level 4"},
      {"VH", "level 5"},
      {"**High**", "level 4"},
      {"🔴 High", "level 4"},
      {"🟡 Medium", "level 3"},
      {"High (4)", "level 4 \"4\""},
      {"4 (High)", "level 4 \"High\""},
      {"4 - likely", "level 4 \"likely\""},
      {"1", "level 1"},
      {"5", "level 5"},
      {"2.5", "level 3"},
      {"3/5", "level 3"},
      {"7/10", "level 4"},
      {"60%", "level 3"},
      {"10 %", "level 1"},
      {"95%", "level 5"},
      {"Medium-High", "level 4"},
      {"Low-Medium", "level 3"},
      {"low to high", "level 3"},
      {"Low/Medium", "level 3"},
      {"Medium – High", "level 4"},
      {"High — slips the pilot", "level 4 \"slips the pilot\""},
      {"High, slips the pilot", "level 4 \"slips the pilot\""},
      {"High impact on revenue", "level 4 \"impact on revenue\""},
      {"alta", "level 4"},
      {"baja", "level 2"},
      {"Major", "level 4"},
      {"Almost certain", "level 5"},
      {"H/M/L", "-"},
      {"[H/M/L]", "-"},
      {"High / Medium / Low", "-"},
      {"High/Low", "-"},
      {"-", "-"},
      {"TBD", "-"},
  };
  for (const Row& row : rows) {
    INFO(row.written);
    std::string problems;
    CHECK(cell("risk", "Likelihood", row.written, "likelihood", &problems) == row.read);
    CHECK(problems.empty());
  }
}

TEST_CASE("numbers on other scales", "[shape][decode]") {
  CHECK(cell("risk", "Likelihood (1-10)", "7", "likelihood") == "level 4");
  CHECK(cell("risk", "Likelihood (1-10)", "1", "likelihood") == "level 1");
  CHECK(cell("risk", "Likelihood (1–3)", "3", "likelihood") == "level 4");
  CHECK(cell("risk", "Likelihood (1 to 3)", "1", "likelihood") == "level 2");
  CHECK(cell("risk", "Likelihood (1-5)", "5", "likelihood") == "level 5");
  std::string problems;
  CHECK(cell("risk", "Likelihood", "7", "likelihood", &problems) == "unreadable \"7\"");
  CHECK(problems == "risk/log.md:3:13 MP164");
  const Shaped s = shape_files({{"r.yaml",
                                 "scale: 1-10\nrisks:\n- {id: R-1, title: a, likelihood: 9}\n"
                                 "- {id: R-2, title: b, likelihood: 2, scale: 1-5}\n"}});
  CHECK(s.field("R-1", "likelihood") == "level 5");
  CHECK(s.field("R-2", "likelihood") == "level 2");
}

TEST_CASE("prose beside a level, and instead of one", "[shape][decode]") {
  CHECK(cell("issue", "Impact", "2-week slip", "impact") == "-");
  CHECK(cell("issue", "Impact", "2-week slip", "impact_text") == "markdown \"2-week slip\"");
  CHECK(cell("issue", "Impact", "Minor UI fix", "impact_text") == "markdown \"Minor UI fix\"");
  CHECK(cell("issue", "Impact", "Low-level drivers break", "impact_text") ==
        "markdown \"Low-level drivers break\"");
  std::string problems;
  CHECK(cell("issue", "Severity", "sometimes", "severity", &problems) ==
        "unreadable \"sometimes\"");
  CHECK(problems == "issue/log.md:3:13 MP164");
}

TEST_CASE("statuses", "[shape][decode]") {
  struct Row {
    std::string_view kind, written, read;
  };
  const Row rows[] = {
      {"risk", "Open", "status open"},
      {"risk", "active", "status open"},
      {"risk", "🟠 Open", "status open"},
      {"risk", "Mitigated — retries set to 5", "status closed \"retries set to 5\""},
      {"risk", "**Closed**", "status closed"},
      {"risk", "Monitoring (weekly)", "status monitoring \"weekly\""},
      {"risk", "Accepted: by the board", "status accepted \"by the board\""},
      {"action", "To Do", "status not_started"},
      {"action", "☐", "status not_started"},
      {"action", "⬜", "status not_started"},
      {"action", "🔄", "status in_progress"},
      {"action", "⏳ vendor has keys", "status in_progress \"vendor has keys\""},
      {"action", "In progress", "status in_progress"},
      {"action", "in-progress", "status in_progress"},
      {"action", "In progress (67%)", "status in_progress 67% \"67%\""},
      {"action", "67%", "status in_progress 67%"},
      {"action", "100%", "status complete 100%"},
      {"action", "0%", "status not_started 0%"},
      {"action", "80% complete", "status in_progress 80%"},
      {"action", "9 of 14", "status in_progress 64%"},
      {"action", "3/3", "status complete 100%"},
      {"action", "✅ Done", "status complete"},
      {"action", "Done ✅", "status complete"},
      {"action", "✅", "status complete"},
      {"action", "✓", "status complete"},
      {"action", "Done 2026-05-03", "status complete \"2026-05-03\""},
      {"action", "Done by Ana", "status complete \"by Ana\""},
      {"action", "Done; told support", "status complete \"told support\""},
      {"action", "[x]", "status complete"},
      {"action", "[ ]", "status not_started"},
      {"action", "🟢 On track", "status in_progress health on_track"},
      {"action", "🟢", "status in_progress health on_track"},
      {"action", "🟢 all merged", "status in_progress health on_track \"all merged\""},
      {"task", "🟡", "status in_progress health at_risk"},
      {"task", "amber", "status in_progress health at_risk"},
      {"task", "R", "status in_progress health off_track"},
      {"task", "delayed", "status in_progress health off_track"},
      {"task", "🟡 In progress", "status in_progress health at_risk"},
      {"task", "🔴 Blocked", "status blocked health blocked"},
      {"task", "⛔", "status blocked health blocked"},
      {"task", "On hold", "status on_hold"},
      {"task", "⏸", "status on_hold"},
      {"task", "🔵", "status complete"},
      {"task", "~~In progress~~ Done", "status complete"},
      {"task", "Open/Closed", "-"},
      {"task", "[Open/Closed]", "-"},
      {"task", "Complete / In Progress", "-"},
      {"task", "[Not Started / In Progress / At Risk / Complete / Blocked]", "-"},
      {"task", "-", "-"},
      {"decision", "Accepted", "status accepted"},
      {"decision", "locked", "status accepted"},
      {"decision", "Pending", "status proposed"},
      {"decision", "no-go", "status rejected"},
      {"decision", "Superseded by [4. New](0004-new.md)",
       "status superseded \"by [4. New](0004-new.md)\""},
      {"requirement", "pass", "status satisfied"},
      {"requirement", "❌", "status failed"},
  };
  for (const Row& row : rows) {
    INFO(row.kind << ": " << row.written);
    std::string problems;
    CHECK(cell(row.kind, "Status", row.written, "status", &problems) == row.read);
    CHECK(problems.empty());
  }
}

TEST_CASE("a status that is not known is reported once and counts as under way",
          "[shape][decode]") {
  const Shaped s = shape_value("task", "status: in progres");
  REQUIRE(s.diagnostics.size() == 1);
  CHECK(s.diagnostics[0].severity == Severity::warning);
  CHECK(s.pointed(s.diagnostics[0]) == "in progres");
  CHECK(s.diagnostics[0].help == "did you mean `in_progress`?");
  CHECK(s.field("X-1", "status") == "status ?");
  std::string problems;
  CHECK(cell("task", "Status", "A new process", "status", &problems) == "status ?");
  CHECK(problems == "task/log.md:3:13 MP165");
}

TEST_CASE("health", "[shape][decode]") {
  const auto health = [](std::string_view value) {
    return shape_value("task", "health: " + std::string(value)).field("X-1", "health");
  };
  CHECK(health("at_risk") == "health at_risk");
  CHECK(health("🟡 at risk") == "health at_risk");
  CHECK(health("🔴") == "health off_track");
  CHECK(health("green — as planned") == "health on_track \"as planned\"");
  CHECK(health("\"🟡 two contractors are late\"") ==
        "health at_risk \"two contractors are late\"");
  CHECK(health("{value: at_risk, because: contractors start 8 Jun, until: 2026-06-12}") ==
        "health at_risk \"contractors start 8 Jun\" until 2026-06-12");
  const Shaped wrong = shape_value("task", "health: purple");
  CHECK(wrong.problems() == "record.yaml:4:9 MP166");
  CHECK(shape_value("task", "health: {because: why not}").problems() == "record.yaml:4:9 MP166");
  CHECK(shape_value("task", "health: {value: red, whyy: x}").problems() ==
        "record.yaml:4:22 MP173");
}

TEST_CASE("choices", "[shape][decode]") {
  const auto severity = [](std::string_view value) {
    return cell("blocker", "Severity", value, "severity");
  };
  CHECK(severity("P0") == "choice p0");
  CHECK(severity("critical") == "choice p0");
  CHECK(severity("**p1** (since Monday)") == "choice p1");
  CHECK(severity("🔴 P0") == "choice p0");
  CHECK(severity("[P0/P1/P2/P3]") == "-");
  CHECK(cell("dependency", "Commitment", "At risk", "commitment") == "choice at_risk");
  const Shaped wrong = shape_value("blocker", "severity: p9");
  CHECK(wrong.problems() == "record.yaml:4:11 MP167");
  CHECK(wrong.diagnostics[0].severity == Severity::error);
  CHECK(wrong.field("X-1", "severity") == "unreadable \"p9\"");
}
