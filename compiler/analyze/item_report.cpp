// Gives items the reports that were read.
#include "analyze/item_report.h"

#include <string>

namespace milepost {

void take_report(const EvidenceFiles& evidence, GateItem& item) {
  if (item.evidence != EvidenceKind::file) return;
  const auto found = evidence.find(item.evidence_text);
  if (found == evidence.end()) return;
  const EvidenceReading& reading = found->second;
  if (!reading.readable) {
    item.evidence_problem = reading.problem;
    if (reading.line > 0) {
      item.evidence_problem += " (line " + std::to_string(reading.line) + ", column " +
                               std::to_string(reading.column) + ")";
    }
    return;
  }
  item.report = reading.report;
  if (item.expects.empty()) item.expects = find_threshold(item.text);
  item.measured = judge_evidence(reading.report, item.expects).measured;
}

}  // namespace milepost
