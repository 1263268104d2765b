// Finds a status report by its id.
#include "driver/status_request.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "compose/period.h"
#include "driver/output.h"
#include "markup/html.h"
#include "shape/yaml_values.h"

namespace milepost {

std::optional<std::string> find_report(const CommandLine& line, const ProgramRun& run) {
  if (line.report.empty()) return std::string();
  const Program& program = run.values.program;
  const KindId kind = program.kinds().find_kind("status_report");
  const RecordIndex index = program.find(line.report);
  if (index != kNoRecord && program.kinds().is(program.record(index).kind, kind)) {
    return program.record(index).id;
  }
  std::vector<std::string_view> ids;
  for (const Record& record : program.set.records) {
    if (program.kinds().is(record.kind, kind)) ids.push_back(record.id);
  }
  constexpr size_t kMostNamed = 8;
  std::string help = did_you_mean(line.report, ids, "");
  if (ids.empty()) {
    help = "there is none; `milepost new status_report \"Week 22\"` begins one";
  } else if (help.empty()) {
    const size_t first = ids.size() - std::min(ids.size(), kMostNamed);
    const std::span<const std::string_view> last = std::span(ids).subspan(first);
    help = fmt::format("the last are {}", quoted_list(last, last.size()));
  }
  print_error(
      fmt::format("milepost: `{}` is no status report; {}\n", visible_text(line.report), help));
  return std::nullopt;
}

ViewRecordId report_in(const Outline& outline, const std::string& id) {
  if (id.empty()) return outline.period.report;
  const std::vector<ViewRecord>& records = outline.view.records;
  const auto at = std::ranges::find(records, id, &ViewRecord::id);
  return at == records.end() ? kNoViewRecord
                             : ViewRecordId{static_cast<uint32_t>(at - records.begin())};
}

const PeriodFacts* period_in(const Outline& outline, const std::string& id) {
  if (id.empty()) return &outline.period;
  const ViewRecordId report = report_in(outline, id);
  return report == kNoViewRecord ? nullptr : facts_of_report(outline, report);
}

}  // namespace milepost
