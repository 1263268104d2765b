// Tests of the findings baseline.
#include "driver/baseline.h"

#include "catch.h"

namespace milepost {
namespace {

const SourceText kText("a.yaml", "one\ntwo\nthree\n");

ReportItem item(uint16_t code, Severity severity, uint32_t begin, std::string message,
                std::vector<std::string> subjects) {
  ReportItem one;
  one.code = code;
  one.severity = severity;
  one.finding = !subjects.empty();
  one.span = {FileId{0}, begin, begin + 1};
  one.message = std::move(message);
  one.subjects = std::move(subjects);
  return one;
}

Report sample(uint32_t begin) {
  Report report;
  report.items = {item(301, Severity::warning, begin, "T-1 is late", {"T-1"}),
                  item(160, Severity::warning, begin, "odd", {}),
                  item(201, Severity::error, begin, "broken", {})};
  return report;
}

}  // namespace

TEST_CASE("a baseline hides what it lists wherever it moved, but never an error", "[baseline]") {
  const Places places({&kText}, "");
  const std::string text = print_baseline(sample(0), places);
  CHECK(text.find("MP301 T-1\n") != std::string::npos);
  CHECK(text.find("MP160 a.yaml ") != std::string::npos);
  CHECK(text.find("MP201") == std::string::npos);
  Report moved = sample(8);
  moved.items.push_back(item(301, Severity::warning, 4, "T-2 is late", {"T-2"}));
  CHECK(apply_baseline(moved, read_baseline(text), places) == 2);
  REQUIRE(moved.items.size() == 2);
  CHECK(moved.items[0].code == 201);
  CHECK(moved.items[1].subjects.front() == "T-2");
}

TEST_CASE("comments and empty lines of a baseline count for nothing", "[baseline]") {
  CHECK(read_baseline("# x\n\n  MP301 T-1  \r\n") == Baseline{"MP301 T-1"});
}

}  // namespace milepost
