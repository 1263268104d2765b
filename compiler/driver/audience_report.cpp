// Reports for audiences.
#include "driver/audience_report.h"

#include <algorithm>
#include <utility>

#include "redact/concerns.h"
#include "redact/leaks.h"

namespace milepost {

std::vector<bool> report_leaks(StageValues& values, std::span<const Audience> audiences) {
  Leaks leaks = find_leaks(values.program, values.sources, audiences);
  for (Diagnostic& one : leaks.diagnostics) values.sink.report(std::move(one));
  const auto& rules = values.program.set.settings.rules;
  const auto allowed = rules.find(kHiddenWords);
  if (allowed != rules.end() && allowed->second != Severity::error) {
    leaks.told.assign(leaks.told.size(), false);
  }
  return std::move(leaks.told);
}

void keep_what_concerns(const StageValues& values, std::span<const Audience> audiences,
                        Report& report) {
  const Concerns concerns(values.program, values.sources, audiences);
  std::erase_if(report.items, [&](const ReportItem& item) {
    if (!concerns.place(item.span)) return true;
    return std::ranges::any_of(item.subjects, [&](const std::string& id) {
      const RecordIndex record = values.program.find(id);
      return record != kNoRecord && !concerns.record(record);
    });
  });
}

}  // namespace milepost
