// Tests of the report and its printers.
#include "diagnostics/report.h"

#include <set>

#include "catch.h"
#include "text/utf8.h"

namespace milepost {
namespace {

const SourceText kRisk("risks/R-004.md",
                       "---\nid: R-004\n---\n\n\n\ndepends_on: [DEP-41]\n\twide 漢字 here\n");

Places places() {
  return {{&kRisk}, "program/"};
}

ReportItem item(uint16_t code, Severity severity, uint32_t begin, uint32_t end,
                std::string message) {
  ReportItem one;
  one.code = code;
  one.rule = "a-rule";
  one.summary = "a summary";
  one.severity = severity;
  one.span = {FileId{0}, begin, end};
  one.message = std::move(message);
  return one;
}

Report one_error() {
  Report report;
  report.items.push_back(
      item(201, Severity::error, 34, 40, "`depends_on` names `DEP-41`, which no record has"));
  report.items.back().help = "did you mean `DEP-14`?";
  report.files = 3;
  report.records = 1;
  return report;
}

}  // namespace

TEST_CASE("the text form points at the place", "[report]") {
  const std::string text = print_text(one_error(), places(), {});
  CHECK(text ==
        "program/risks/R-004.md:7:14: error[MP201]: `depends_on` names `DEP-41`, which no record "
        "has\n"
        "    7 | depends_on: [DEP-41]\n"
        "      |              ^^^^^^\n"
        "      = help: did you mean `DEP-14`?\n");
  CHECK(report_totals(one_error()) == "1 error in 3 files (1 record)");
}

TEST_CASE("carets stand under wide characters and after tabs", "[report]") {
  Report report;
  const auto at = static_cast<uint32_t>(kRisk.bytes().find("漢"));
  report.items.push_back(item(352, Severity::warning, at, at + 6, "wide"));
  const std::string text = print_text(report, places(), {});
  CHECK(text.find("    8 |     wide 漢字 here\n      |          ^^^^\n") != std::string::npos);
}

TEST_CASE("no more than ten of a rule, notes in one line", "[report]") {
  Report report;
  for (int i = 0; i < 25; ++i) report.items.push_back(item(301, Severity::warning, 0, 3, "late"));
  for (int i = 0; i < 3; ++i) report.items.push_back(item(350, Severity::note, 0, 3, "alone"));
  const std::string brief = print_text(report, places(), {});
  CHECK(brief.find("warning[MP301]: and 15 more: a summary; first at program/risks/R-004.md:1:1") !=
        std::string::npos);
  CHECK(brief.find("note[MP350]: 3 places: a summary") != std::string::npos);
  CHECK(brief.find("alone") == std::string::npos);
  const std::string all = print_text(report, places(), {false, true, 10});
  CHECK(all.find("alone") != std::string::npos);
  CHECK(all.find("more") == std::string::npos);
}

TEST_CASE("what a stranger wrote cannot steer a terminal or a CI log", "[report]") {
  Report report;
  report.items.push_back(
      item(301, Severity::error, 0, 3, "a\x1b[2J\n::set-output name=x::y\u202Eb"));
  CHECK(print_text(report, places(), {}).find('\x1b') == std::string::npos);
  CHECK(print_text(report, places(), {}).find("\\u{1b}[2J\\u{a}::set-output") != std::string::npos);
  const std::string github = print_github(report, places());
  CHECK(github.find("\n::set-output") == std::string::npos);
  CHECK(github.starts_with(
      "::error file=program/risks/R-004.md,line=1,endLine=1,col=1,endColumn=4,title=MP301 "
      "a-rule::"));
}

TEST_CASE("a long line is cut around its place", "[report]") {
  const SourceText long_line("a.md", std::string(5000, 'x') + " HERE " + std::string(5000, 'y'));
  Report report;
  report.items.push_back(item(301, Severity::error, 5001, 5005, "far out"));
  const std::string text = print_text(report, {{&long_line}, ""}, {});
  CHECK(text.size() < 500);
  CHECK(text.find("HERE") != std::string::npos);
  CHECK(text.find("^^^^\n") != std::string::npos);
}

TEST_CASE("json has one object a line with the documented keys", "[report]") {
  const std::string json = print_json(one_error(), places());
  CHECK(json ==
        "[\n{\"code\":\"MP201\",\"rule\":\"a-rule\",\"severity\":\"error\",\"message\":\"`depends_"
        "on` names `DEP-41`, which no "
        "record "
        "has\",\"file\":\"program/risks/"
        "R-004.md\",\"line\":7,\"column\":14,\"end_line\":7,\"end_column\":20,"
        "\"help\":\"did you mean `DEP-14`?\",\"related\":[]}\n]\n");
  CHECK(print_json({}, places()) == "[]\n");
}

TEST_CASE("github shows ten and says how many more", "[report]") {
  Report report;
  for (int i = 0; i < 12; ++i) report.items.push_back(item(301, Severity::warning, 0, 3, "late"));
  const std::string text = print_github(report, places());
  size_t warnings = 0;
  for (size_t at = text.find("::warning "); at != std::string::npos;
       at = text.find("::warning ", at + 1))
    ++warnings;
  CHECK(warnings == 10);
  CHECK(text.find("and 2 more warnings") != std::string::npos);
}

TEST_CASE("gitlab's fingerprints are unique and do not move with the line", "[report]") {
  const auto prints = [](uint32_t begin) {
    Report report;
    report.items.push_back(item(301, Severity::warning, begin, begin + 1, "late"));
    report.items.push_back(item(301, Severity::warning, begin + 4, begin + 5, "late"));
    const std::string json = print_gitlab(report, places());
    std::vector<std::string> found;
    for (size_t at = json.find("fingerprint\":\""); at != std::string::npos;
         at = json.find("fingerprint\":\"", at + 1)) {
      found.push_back(json.substr(at + 14, 40));
    }
    return found;
  };
  REQUIRE(prints(0).size() == 2);
  CHECK(prints(0)[0] != prints(0)[1]);
  CHECK(prints(0) == prints(18));
}

TEST_CASE("junit counts notes as passed and is one passed test when all is well", "[report]") {
  Report report = one_error();
  report.items.push_back(item(350, Severity::note, 0, 3, "a < b & \"c\""));
  const std::string xml = print_junit(report, places());
  CHECK(xml.find("tests=\"2\" failures=\"1\"") != std::string::npos);
  CHECK(xml.find("a &lt; b &amp; &quot;c&quot;") != std::string::npos);
  CHECK(print_junit({}, places()).find("tests=\"1\" failures=\"0\"") != std::string::npos);
}

TEST_CASE("sarif says its columns are code points and stays within what hosts show", "[report]") {
  Report report;
  for (int i = 0; i < 5003; ++i) report.items.push_back(item(301, Severity::note, 0, 3, "late"));
  report.items.push_back(item(201, Severity::error, 0, 3, "worst"));
  const std::string sarif = print_sarif(report, places(), "0.1.0");
  CHECK(sarif.find("\"columnKind\": \"unicodeCodePoints\"") != std::string::npos);
  CHECK(sarif.find("\"omittedResults\": 4") != std::string::npos);
  CHECK(sarif.find("worst") < sarif.find("late"));
}

TEST_CASE("endless repetition is folded", "[report]") {
  Report report;
  for (int i = 0; i < 3000; ++i) report.items.push_back(item(301, Severity::warning, 0, 3, "late"));
  finish_report(report);
  CHECK(report.items.size() == kMostOfOneCode);
  CHECK(report.items.back().message == "late (and 2000 more like it in this file)");
}

}  // namespace milepost
