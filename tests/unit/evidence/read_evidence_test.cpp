// Reports as tools write them, and files that are none.
#include "evidence/read_evidence.h"

#include <string>

#include "catch.h"

namespace milepost {
namespace {

EvidenceReport read(std::string_view path, std::string_view bytes) {
  const EvidenceReading reading = read_evidence(path, bytes);
  INFO(path << ": " << reading.problem);
  REQUIRE(reading.readable);
  CHECK(reading.problem.empty());
  return reading.report;
}

EvidenceReading refused(std::string_view bytes) {
  EvidenceReading reading = read_evidence("results/a.xml", bytes);
  CHECK_FALSE(reading.readable);
  CHECK_FALSE(reading.problem.empty());
  return reading;
}

void check_tests(const EvidenceReport& report, uint64_t tests, uint64_t failures, uint64_t errors,
                 uint64_t skipped) {
  CHECK(report.format == EvidenceFormat::junit);
  CHECK(report.tests == tests);
  CHECK(report.failures == failures);
  CHECK(report.errors == errors);
  CHECK(report.skipped == skipped);
}

TEST_CASE("JUnit XML of pytest", "[evidence]") {
  const EvidenceReport report = read("pytest.xml", R"(<?xml version="1.0" encoding="utf-8"?>
<testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="1" skipped="1" tests="5" time="0.034"
  timestamp="2026-05-28T10:11:12.345678+00:00" hostname="ci">
<testcase classname="t" name="a" time="0.001"/>
<testcase classname="t" name="b" time="0.001"><failure message="assert 1 == 2">def b():
&gt; assert 1 == 2</failure></testcase>
<testcase classname="t" name="c"><skipped type="pytest.skip" message="later"/></testcase>
<testcase classname="t" name="d"><error message="failed on setup">E</error></testcase>
<testcase classname="t" name="e"/></testsuite></testsuites>)");
  check_tests(report, 5, 1, 1, 1);
  CHECK(report.written == make_date(2026, 5, 28));
}

TEST_CASE("JUnit XML of surefire: one suite at the root, flaky tests passed", "[evidence]") {
  check_tests(read("TEST-a.xml", R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="a.B" time="1.2" tests="3" errors="0" skipped="0" failures="1">
  <properties><property name="java.version" value="17"/></properties>
  <testcase name="x" classname="a.B" time="0.1"/>
  <testcase name="y" classname="a.B"><failure type="E">at</failure><rerunFailure type="E">at</rerunFailure><system-out><![CDATA[<testcase/>]]></system-out></testcase>
  <testcase name="z" classname="a.B"><flakyFailure type="E">at</flakyFailure></testcase>
</testsuite>)"),
              3, 1, 0, 0);
}

TEST_CASE("JUnit XML of gtest: disabled tests, several failures of one", "[evidence]") {
  check_tests(read("gtest.xml", R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="4" failures="1" disabled="1" errors="0" time="0.01" timestamp="2026-05-30T09:00:00.1" name="AllTests">
  <testsuite name="M" tests="4" failures="1" disabled="1" skipped="1" errors="0" time="0.01">
    <testcase name="A" file="m.cc" line="3" status="run" result="completed" time="0." classname="M" />
    <testcase name="B" status="run" result="completed" classname="M">
      <failure message="1" type="">x</failure>
      <failure message="2" type="">y</failure>
    </testcase>
    <testcase name="DISABLED_C" status="notrun" result="suppressed" classname="M" />
    <testcase name="D" status="run" result="skipped" classname="M"><skipped message="m"/></testcase>
  </testsuite>
</testsuites>)"),
              4, 1, 0, 2);
}

TEST_CASE("JUnit XML of jest-junit, cargo2junit and nested suites", "[evidence]") {
  check_tests(read("junit.xml", R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="jest tests" tests="2" failures="0" errors="0" time="0.5">
  <testsuite name="a" errors="0" failures="0" skipped="0" timestamp="2026-05-30T09:00:00" time="0.4" tests="1"><testcase classname="a b" name="a b" time="0.01"></testcase></testsuite>
  <testsuite name="c" errors="0" failures="0" skipped="0" time="0.1" tests="1"><testcase classname="c" name="d"></testcase></testsuite>
</testsuites>)"),
              2, 0, 0, 0);
  check_tests(
      read(
          "cargo.xml",
          R"(<testsuites><testsuite id="0" name="cargo test #0" package="testsuite/cargo test #0" tests="2" errors="0" failures="1" hostname="localhost" timestamp="2026-05-30T08:12:00Z" time="0">
<testcase name="a" time="0" classname="m" /><testcase name="b" time="0" classname="m"><failure type="cargo test" message="failed m::b"/></testcase></testsuite></testsuites>)"),
      2, 1, 0, 0);
  check_tests(
      read(
          "nested.xml",
          R"(<testsuites><testsuite tests="3"><testsuite tests="2"><testcase/><testcase/></testsuite><testsuite><testcase><skipped/></testcase></testsuite></testsuite></testsuites>)"),
      3, 0, 0, 1);
}

TEST_CASE("a suite is believed in what is worse", "[evidence]") {
  // Totals without cases.
  check_tests(read("a.xml", R"(<testsuite tests="9" failures="2" errors="1" skipped="1"/>)"), 9, 2,
              1, 1);
  // Cases without totals.
  check_tests(read("a.xml", "<testsuite><testcase><failure/></testcase></testsuite>"), 1, 1, 0, 0);
  // Totals that hide a failure, and totals that know of more.
  check_tests(
      read("a.xml",
           R"(<testsuite tests="1" failures="0"><testcase><failure/></testcase></testsuite>)"),
      1, 1, 0, 0);
  check_tests(read("a.xml", R"(<testsuite tests="5" failures="2"><testcase/></testsuite>)"), 5, 2,
              0, 0);
  // What one calls a failure the other calls an error.
  check_tests(
      read(
          "a.xml",
          R"(<testsuite tests="1" failures="0" errors="1"><testcase><failure/></testcase></testsuite>)"),
      1, 1, 0, 0);
  check_tests(read("a.xml", "<testsuites/>"), 0, 0, 0, 0);
}

void check_scan(const EvidenceReport& report, uint64_t errors, uint64_t warnings, uint64_t notes,
                uint64_t suppressed) {
  CHECK(report.format == EvidenceFormat::sarif);
  CHECK(report.error_results == errors);
  CHECK(report.warning_results == warnings);
  CHECK(report.note_results == notes);
  CHECK(report.suppressed_results == suppressed);
}

TEST_CASE("SARIF of CodeQL: levels come from rules, in extensions, after the results",
          "[evidence]") {
  check_scan(
      read("codeql.sarif",
           R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{
"results":[
 {"ruleId":"js/xss","ruleIndex":0,"rule":{"id":"js/xss","index":0,"toolComponent":{"index":0}},"message":{"text":"m"},
  "locations":[{"physicalLocation":{"region":{"startLine":3}}}]},
 {"ruleId":"js/unused","rule":{"id":"js/unused","index":1,"toolComponent":{"index":0}}},
 {"ruleId":"js/none-such"}],
"tool":{"driver":{"name":"CodeQL","rules":[]},"extensions":[{"name":"codeql/javascript-queries","rules":[
 {"id":"js/xss","defaultConfiguration":{"enabled":true,"level":"error"},"properties":{"level":"note"}},
 {"id":"js/unused","defaultConfiguration":{"level":"note"}}]}]}}]})"),
      1, 1, 1, 0);
}

TEST_CASE("SARIF of Semgrep and ESLint", "[evidence]") {
  check_scan(
      read(
          "semgrep.sarif",
          R"({"version":"2.1.0","runs":[{"invocations":[{"executionSuccessful":true}],"tool":{"driver":{"name":"Semgrep OSS","rules":[
{"id":"python.eval","defaultConfiguration":{"level":"error"}}]}},"results":[
{"fingerprints":{"matchBasedId/v1":"x"},"message":{"text":"m"},"ruleId":"python.eval"},
{"ruleId":"python.eval","suppressions":[{"kind":"inSource"}]},
{"ruleId":"python.eval","suppressions":[{"kind":"external","status":"underReview"}]},
{"ruleId":"python.eval","suppressions":[]}]}]})"),
      3, 0, 0, 1);
  check_scan(
      read(
          "eslint.sarif",
          R"({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"ESLint","rules":[{"id":"no-eval"}]}},
"results":[{"level":"error","ruleId":"no-eval","ruleIndex":0},{"level":"warning","ruleId":"eqeqeq"},{"ruleId":"no-eval","ruleIndex":0}]}]})"),
      1, 2, 0, 0);
}

TEST_CASE("SARIF beside a baseline, of other kinds, of several runs", "[evidence]") {
  const EvidenceReport report = read("a.sarif", R"({"version":"2.1.0","runs":[
{"invocations":[{"endTimeUtc":"2026-05-29T23:59:59Z"}],"tool":{"driver":{"name":"a"}},"results":[
 {"level":"error","baselineState":"absent"},{"level":"error","baselineState":"unchanged"},{"level":"error","baselineState":"new"},
 {"kind":"pass","level":"error"},{"kind":"open"},{"level":"none"}]},
{"tool":{"driver":{"name":"b","rules":[{"id":"CA1","defaultConfiguration":{"level":"note"}}]}},"results":[{"ruleId":"CA1/2"}]},
{"tool":{"driver":{"name":"c"}},"results":null}]})");
  check_scan(report, 2, 0, 1, 0);
  CHECK(report.written == make_date(2026, 5, 29));
}

void check_coverage(const EvidenceReport& report, uint64_t hit, uint64_t lines,
                    uint64_t branches_hit, uint64_t branches) {
  CHECK(report.lines_hit == hit);
  CHECK(report.lines == lines);
  CHECK(report.branches_hit == branches_hit);
  CHECK(report.branches == branches);
}

TEST_CASE("Cobertura of coverage.py, whose DTD is not fetched", "[evidence]") {
  const EvidenceReport report = read("coverage.xml", R"x(<?xml version="1.0" ?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage version="7.4.0" timestamp="1780012800000" lines-valid="4" lines-covered="3" line-rate="0.75"
  branches-valid="4" branches-covered="2" branch-rate="0.5" complexity="0">
  <sources><source>/src</source></sources>
  <packages><package name="." line-rate="0.75"><classes>
    <class name="a.py" filename="a.py" complexity="0" line-rate="0.75"><methods/><lines>
      <line number="1" hits="1"/>
      <line number="2" hits="1" branch="true" condition-coverage="50% (1/2)" missing-branches="4"/>
      <line number="3" hits="12" branch="true" condition-coverage="50% (1/2)"/>
      <line number="4" hits="0"/>
    </lines></class></classes></package></packages>
</coverage>)x");
  CHECK(report.format == EvidenceFormat::cobertura);
  check_coverage(report, 3, 4, 2, 4);
  CHECK(report.written == make_date(2026, 5, 29));
}

TEST_CASE("Cobertura of gcovr: the lines of methods are not counted twice", "[evidence]") {
  check_coverage(read("cobertura.xml", R"(<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE coverage SYSTEM 'http://cobertura.sourceforge.net/xml/coverage-04.dtd'>
<coverage line-rate="0.5" branch-rate="0.0" lines-covered="1" lines-valid="2" branches-covered="0" branches-valid="0" complexity="0.0" timestamp="1780012800" version="gcovr 7.0">
<packages><package name="a" line-rate="0.5" branch-rate="0.0"><classes><class name="a_c" filename="a.c">
<methods><method name="main"><lines><line number="1" hits="1" branch="false"/><line number="2" hits="0"/></lines></method></methods>
<lines><line number="1" hits="1" branch="false"/><line number="2" hits="0" branch="false"/></lines></class></classes></package></packages></coverage>)"),
                 1, 2, 0, 0);
}

TEST_CASE("Cobertura with totals only, and with rates that say something worse", "[evidence]") {
  check_coverage(read("a.xml", R"(<coverage line-rate="0.764" branch-rate="NaN"/>)"), 7640, 10000,
                 0, 0);
  check_coverage(read("a.xml", R"(<coverage lines-valid="50" lines-covered="40"/>)"), 40, 50, 0, 0);
  check_coverage(
      read(
          "a.xml",
          R"(<coverage line-rate="0.5"><packages><package><classes><class><lines><line hits="1"/><line hits="1"/></lines></class></classes></package></packages></coverage>)"),
      1, 2, 0, 0);
  check_coverage(read("a.xml", "<coverage/>"), 0, 0, 0, 0);
}

TEST_CASE("lcov of geninfo, c8 and cargo-llvm-cov", "[evidence]") {
  const EvidenceReport report =
      read("lcov.info",
           "TN:unit\nSF:/src/a.c\nFN:3,main\nFNDA:1,main\nFNF:1\nFNH:1\n"
           "DA:3,1\nDA:4,0\nDA:5,18446744073709551616,abc==\n"
           "BRDA:4,0,0,-\nBRDA:4,0,1,2\nBRF:2\nBRH:1\nLF:3\nLH:2\nend_of_record\n");
  CHECK(report.format == EvidenceFormat::lcov);
  check_coverage(report, 2, 3, 1, 2);
  // The same file of two tests: a line that one of them covers is covered.
  check_coverage(read("lcov.info",
                      "TN:a\nSF:x.c\nDA:1,0\nDA:2,0\nBRDA:1,0,0,0\nend_of_record\nTN:b\nSF:x.c\nDA:"
                      "1,4\nDA:2,0\nBRDA:1,0,0,1\nend_of_record\n"),
                 1, 2, 1, 1);
  check_coverage(read("lcov.info", "\xEF\xBB\xBFSF:x.js\r\nDA:1,1\r\nend_of_record\r\n"), 1, 1, 0,
                 0);
  check_coverage(read("lcov.info", "SF:x.js\nLF:10\nLH:7\nBRF:4\nBRH:9\nend_of_record\n"), 7, 10, 4,
                 4);
  check_coverage(read("lcov.info", "# made by a tool\nSF:x\nDA:1,-3\nend_of_record"), 1, 1, 0, 0);
}

TEST_CASE("entities and declarations are refused", "[evidence]") {
  const EvidenceReading laughs = refused(R"(<?xml version="1.0"?>
<!DOCTYPE lolz [
 <!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">
]>
<testsuites>&lol2;</testsuites>)");
  CHECK(laughs.problem.find("declares entities") != std::string::npos);
  CHECK(laughs.line == 2);
  CHECK(refused(
            R"(<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuites>&x;</testsuites>)")
            .problem.find("declares") != std::string::npos);
  CHECK(refused(R"(<!DOCTYPE a [<!ATTLIST testsuite tests CDATA "9">]><testsuite/>)").line == 1);
  CHECK(refused(R"(<!DOCTYPE a SYSTEM "http://x/y.dtd"><testsuites>&x;</testsuites>)")
            .problem.find("entity") != std::string::npos);
  CHECK(refused("<testsuites>&nbsp;</testsuites>").problem.find("entity") != std::string::npos);
  CHECK(refused(R"(<!DOCTYPE a PUBLIC "-//x" "file:///dev/zero" [ %p; ]><testsuites/>)")
            .problem.find("declares") != std::string::npos);
}

TEST_CASE("what is cut off or wrong has a place", "[evidence]") {
  const EvidenceReading cut = refused("<testsuites>\n  <testsuite>\n    <testcase name=\"a");
  CHECK(cut.line == 3);
  CHECK(cut.problem.find("cut off") != std::string::npos);
  CHECK(refused("<testsuites><testsuite></testsuites>").column > 1);
  const EvidenceReading json = refused("{\"version\": \"2.1.0\",\n \"runs\": [{\"results\": [");
  CHECK(json.line == 2);
  const EvidenceReading lcov = refused("TN:\nSF:a.c\nDA:1,1\n");
  CHECK(lcov.line == 4);
  CHECK(refused("SF:a.c\nDA:1,1\nSF:b.c\n").line == 3);
  CHECK(refused("SF:a.c\nDA:x,1\nend_of_record\n").line == 2);
  CHECK(refused("SF:a.c\nBRDA:1,2\nend_of_record\n").line == 2);
  CHECK(refused("SF:a.c\nwhat is this\n").line == 2);
}

TEST_CASE("numbers that are none are refused", "[evidence]") {
  for (const std::string_view number :
       {"1e308", "-1", "NaN", "99999999999999999999999", "0x10", "1.5", "²"}) {
    INFO(number);
    refused("<testsuite tests=\"" + std::string(number) + "\"/>");
    refused("<coverage lines-valid=\"" + std::string(number) + "\"/>");
    refused("SF:a\nLF:" + std::string(number) + "\nend_of_record\n");
  }
  for (const std::string_view rate : {"1e308", "-0.1", "1.01", "2", ".5", "0.5x", "80%"}) {
    INFO(rate);
    refused("<coverage line-rate=\"" + std::string(rate) + "\"/>");
  }
  // A number that nothing asks for may be as large as it likes.
  check_scan(
      read(
          "a.sarif",
          R"({"version":"2.1.0","runs":[{"x":1e300,"results":[{"rank":1e308,"ruleIndex":1e308,"level":"error"}]}]})"),
      1, 0, 0, 0);
}

TEST_CASE("a number that no computer has is refused", "[evidence]") {
  CHECK(refused("{\"version\":\"2.1.0\",\"x\":1e999}").problem.find("too large") !=
        std::string::npos);
}

TEST_CASE("nesting has a limit", "[evidence]") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<testsuite>";
  CHECK(refused(deep).problem.find("deeper") != std::string::npos);
  CHECK(refused("{\"version\":\"2.1.0\",\"runs\":" + std::string(100'000, '['))
            .problem.find("deeper") != std::string::npos);
}

TEST_CASE("other encodings", "[evidence]") {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string_view("<testsuite><testcase/></testsuite>")) {
    wide += c;
    wide += '\0';
  }
  check_tests(read("a.xml", wide), 1, 0, 0, 0);
  check_tests(read("a.xml",
                   "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><testsuite "
                   "name=\"\xE9\"><testcase/></testsuite>"),
              1, 0, 0, 0);
  refused("<?xml version=\"1.0\" encoding=\"UTF-7\"?><testsuite/>");
  refused(std::string_view("\xFF\xFE{\0", 4));
  refused("<testsuite name=\"\xFF\"/>");
  refused(std::string_view("<testsuite>\0</testsuite>", 24));
  refused(std::string_view("{\"version\":\"2.1.0\",\0\"runs\":[]}", 30));
  refused("{\"version\":\"2.1.0\",\"runs\":[],\"x\":\"\xFF\"}");
}

TEST_CASE("what is no report says so", "[evidence]") {
  CHECK(refused("").problem.find("empty") != std::string::npos);
  CHECK(refused("  \n ").problem.find("empty") != std::string::npos);
  CHECK(refused("hello\n").problem.find("no report") != std::string::npos);
  CHECK(refused("<html><body/></html>").problem.find("`html`") != std::string::npos);
  CHECK(refused("<report name=\"jacoco\"/>").problem.find("JaCoCo") != std::string::npos);
  CHECK(refused("<coverage><project/></coverage>").problem.find("Clover") != std::string::npos);
  CHECK(refused("[]").problem.find("list") != std::string::npos);
  CHECK(refused("{}").problem.find("version") != std::string::npos);
  CHECK(refused("{\"version\":\"1.0.0\",\"runs\":[]}").problem.find("2.1.0") != std::string::npos);
  CHECK(refused("{\"version\":\"2.1.0\"}").problem.find("runs") != std::string::npos);
  CHECK(refused("{\"version\":\"2.1.0\",\"runs\":[]} x").problem.find("goes on") !=
        std::string::npos);
  CHECK(refused("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"level\":\"fatal\"}]}]}")
            .problem.find("fatal") != std::string::npos);
  CHECK(refused("TN:a\n").problem.find("no files") != std::string::npos);
  // Keys that look like paths are no paths.
  check_scan(
      read("a.sarif", R"({"version":"2.1.0","runs":[],"runs/*/results/*":{"level":"error"}})"), 0,
      0, 0, 0);
}

}  // namespace
}  // namespace milepost
