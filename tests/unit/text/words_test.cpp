// Labels, slugs and anchors: what people write and the name it gets.
#include "text/words.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

using namespace milepost;

namespace {
struct Row {
  std::string_view text;
  std::string_view expected;
};
}  // namespace

TEST_CASE("labels are compared without their decoration", "[text][words]") {
  const std::vector<Row> rows{
      {"Impact (1-5)", "impact"},
      {"**Due Date**", "due date"},
      {"🚨 Escalated by:", "escalated by"},
      {"due_date", "due date"},
      {"due-date", "due date"},
      {"  Due\u00A0 Date\u200B ", "due date"},
      {"Pass/Fail", "pass fail"},
      {"Likelihood / Impact", "likelihood impact"},
      {"**Impact** (1-5)", "impact"},
      {"**Impact (1-5)**", "impact"},
      {"Owner (role) (required):", "owner"},
      {"Effort (person (days))", "effort"},
      {"(optional)", "optional"},
      {"🟢 On Track", "on track"},
      {"⚠️ At risk", "at risk"},
      {"In progress 🔄", "in progress"},
      {"#", "#"},
      {"**#**", "#"},
      {"Req #", "req"},
      {"% Complete", "% complete"},
      {"67%", "67%"},
      {"Sign-off", "sign off"},
      {"`status`", "status"},
      {"~~Open~~", "open"},
      {"What's next?", "whats next"},
      {"What’s next?", "whats next"},
      {"MITIGACIÓN", "mitigación"},
      {"Mitigacio\u0301n", "mitigación"},
      {"Dueño", "dueño"},
      {"風險", "風險"},
      {"1️⃣ Scope", "1 scope"},
      {"Notes & Next Actions", "notes next actions"},
      {"P50", "p50"},
      {"🟢", ""},
      {"—", "—"},
      {"", ""},
      {"   ", ""},
      {"Impact )(", "impact"},
      {"a) b)", "a b"},
      {"a\xFF"
       "b",
       "a b"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(normalize_label(row.text) == row.expected);
    CHECK(normalize_label(normalize_label(row.text)) == row.expected);
  }
}

TEST_CASE("the hint of a label is kept apart", "[text][words]") {
  CHECK(label_hint("Impact (1-5)") == "1-5");
  CHECK(label_hint("**Impact ( H/M/L )**:") == "H/M/L");
  CHECK(label_hint("Effort (person (days))") == "person (days)");
  CHECK(label_hint("(optional)").empty());
  CHECK(label_hint("Impact").empty());
}

TEST_CASE("spaces of every kind are one space", "[text][words]") {
  CHECK(normalize_spaces(" a\u00A0\t\u2009b\r\nc\u200Bd ") == "a b cd");
  CHECK(normalize_spaces("\uFEFF").empty());
  CHECK(trim_spaces("\u00A0\u200B x y \u3000") == "x y");
  CHECK(trim_spaces(" \u00A0").empty());
  CHECK(trim_spaces("").empty());
}

TEST_CASE("emphasis around a whole text is taken off", "[text][words]") {
  const std::vector<Row> rows{
      {"**R-001**", "R-001"},
      {"*x*", "x"},
      {"***x***", "x"},
      {"__x__", "x"},
      {"~~2026-06-01~~", "2026-06-01"},
      {"`x`", "x"},
      {" ** x ** ", "x"},
      {"**`x`**", "x"},
      {"a *b* c", "a *b* c"},
      {"*a* or *b*", "*a* or *b*"},
      {"**a** **b**", "**a** **b**"},
      {"**a *b* c**", "a *b* c"},
      {"**", "**"},
      {"****", "****"},
      {"*", "*"},
      {"_a_b_", "_a_b_"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(strip_emphasis(row.text) == row.expected);
  }
}

TEST_CASE("slugs are plain names", "[text][words]") {
  const std::vector<Row> rows{
      {"Payment API v2", "payment-api-v2"},
      {"  --Hello,  World!--", "hello-world"},
      {"Überprüfung der Maßnahme", "uberprufung-der-massnahme"},
      {"Łódź & Ærø", "lodz-aero"},
      {"Don't stop", "dont-stop"},
      {"don’t", "dont"},
      {"設計 v2", "v2"},
      {"../../etc/passwd", "etc-passwd"},
      {"🚨 Data loss", "data-loss"},
      {"①②", "12"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(slug(row.text) == row.expected);
  }
}

TEST_CASE("slugs are never empty, never long, and always of the same letters", "[text][words]") {
  CHECK(slug("風險").size() == 8);
  CHECK(slug("").size() == 8);
  CHECK(slug("風險") != slug("設計"));
  CHECK(slug("風險") == slug("風險"));
  CHECK(slug("one two three four", 12) == "one-two");
  CHECK(slug("abcdefghijklmnop", 10) == "abcdefghij");
  CHECK(slug("ab cdefghijklmnop", 10) == "ab-cdefghi");
  for (unsigned seed = 0; seed < 2000; ++seed) {
    std::string text;
    unsigned state = seed * 2654435761u + 1;
    for (unsigned i = 0; i < seed % 40; ++i) {
      state = state * 1664525u + 1013904223u;
      text.push_back(static_cast<char>(state >> 24));
    }
    const std::string name = slug(text, 20);
    const bool legal =
        !name.empty() && name.size() <= 20 && name.front() != '-' && name.back() != '-' &&
        name.find("--") == std::string::npos &&
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    if (!legal) FAIL(seed << ": " << name);
  }
}

TEST_CASE("heading anchors are GitHub's", "[text][words]") {
  const std::vector<Row> rows{
      {"Getting Started", "getting-started"},
      {"7. Metrics & KPIs", "7-metrics--kpis"},
      {"🚨 Escalation", "-escalation"},
      {"What's new?", "whats-new"},
      {"snake_case and kebab-case", "snake_case-and-kebab-case"},
      {"Größe ÄÖ", "größe-äö"},
      {"風險 管理", "風險-管理"},
      {"a  b", "a--b"},
      {" trimmed ", "trimmed"},
      {"C++ / Rust", "c--rust"},
      {"v1.2.3", "v123"},
      {"50% done — soon", "50-done--soon"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(github_anchor(row.text) == row.expected);
  }
}
