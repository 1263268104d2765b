// Reports for audiences.
#include "driver/audience_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "driver/output.h"
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

bool may_be_told(StageValues& values, const CommandLine& line, const Audience& audience) {
  if (line.audience.empty()) return true;
  const std::vector<bool> told = report_leaks(values, std::span(&audience, 1));
  if (!told.front()) return true;
  print_error(
      fmt::format("milepost: nothing was written: it would tell `{0}` what it may not know; "
                  "`milepost check --audience {0}` says where\n",
                  audience.name));
  return false;
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
