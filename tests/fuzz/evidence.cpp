// Fuzzes evidence/: any bytes as a report, and as the threshold it is held against.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "evidence/expectation.h"
#include "evidence/read_evidence.h"

namespace milepost {
namespace {

void demand(bool condition) {
  if (!condition) std::abort();
}

bool is_part(std::string_view part, std::string_view of) {
  return part.empty() ||
         (part.data() >= of.data() && part.data() + part.size() <= of.data() + of.size());
}

void check_report(const EvidenceReport& report) {
  demand(report.lines_hit <= report.lines);
  demand(report.branches_hit <= report.branches);
}

}  // namespace
}  // namespace milepost

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  using namespace milepost;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const EvidenceReading reading = read_evidence("a.xml", bytes);
  demand(reading.readable == reading.problem.empty());
  demand(reading.line == 0 || reading.column > 0);
  check_report(reading.report);
  // The first line is a threshold, too.
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  const std::string threshold = find_threshold(line);
  demand(threshold.empty() || !read_expectations(threshold).empty());
  const EvidenceWords words = split_evidence(line);
  demand(is_part(words.path, line) && is_part(words.expects, line));
  for (const EvidenceFormat format : {EvidenceFormat::junit, EvidenceFormat::sarif,
                                      EvidenceFormat::lcov, EvidenceFormat::cobertura}) {
    EvidenceReport report = reading.report;
    report.format = format;
    const EvidenceJudgement judged = judge_evidence(report, line);
    demand((judged.verdict == EvidenceVerdict::unknown) == (judged.doubt != EvidenceDoubt::none));
  }
  return 0;
}
