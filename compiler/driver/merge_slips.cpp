// Compares the schedules of both sides with that of their merge.
#include "driver/merge_slips.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "driver/codes_versions.h"

namespace milepost {
namespace {

std::optional<Date> finish_of(const StageValues& values, const std::string& id) {
  const RecordIndex record = values.program.find(id);
  const ScheduleItem* item = record == kNoRecord ? nullptr : values.analysis.schedule.item(record);
  if (item == nullptr || !item->dated) return std::nullopt;
  return item->finish;
}

class SlipFinder {
 public:
  SlipFinder(const StageValues& ours, const StageValues& theirs, StageValues& merged)
      : ours_(ours), theirs_(theirs), merged_(merged) {}

  void report() {
    const Schedule& schedule = merged_.analysis.schedule;
    for (const ScheduleItem& item : schedule.items) {
      const bool shown = item.kind == PlanKind::milestone || item.kind == PlanKind::release ||
                         item.record == schedule.target;
      if (!shown || !item.dated || item.state == PlanState::done) continue;
      if (const auto alone = alone_of(item.record); alone && item.finish > *alone) {
        report(item, *alone);
      }
    }
  }

 private:
  // The later of when the sides have it; nothing if neither does.
  std::optional<Date> alone_of(RecordIndex record) const {
    const std::string& id = merged_.program.record(record).id;
    const auto here = finish_of(ours_, id), there = finish_of(theirs_, id);
    if (here && there) return std::max(*here, *there);
    return here ? here : there;
  }

  // Up the drivers to the first that is later than on either side.
  RecordIndex first_mover(RecordIndex record) const {
    const Schedule& schedule = merged_.analysis.schedule;
    RecordIndex mover = record;
    for (size_t steps = 0; steps < schedule.items.size(); ++steps) {
      const ScheduleItem* item = schedule.item(mover);
      const ScheduleItem* next =
          item == nullptr || item->driver == kNoRecord ? nullptr : schedule.item(item->driver);
      if (next == nullptr || !next->dated) break;
      const auto alone = alone_of(next->record);
      if (!alone || next->finish <= *alone) break;
      mover = next->record;
    }
    return mover;
  }

  void report(const ScheduleItem& item, Date alone) {
    const Program& program = merged_.program;
    const Record& record = program.record(item.record);
    const int64_t days = merged_.analysis.time_of(item.record).between(alone, item.finish);
    const RecordIndex mover = first_mover(item.record);
    const ScheduleItem* moving = merged_.analysis.schedule.item(mover);
    const RecordIndex driver = moving == nullptr ? kNoRecord : moving->driver;
    std::string why;
    if (mover != item.record) {
      why = fmt::format("; `{}` moves first", program.record(mover).id);
      if (driver != kNoRecord)
        why += fmt::format(", which waits for `{}`", program.record(driver).id);
    } else if (driver != kNoRecord) {
      why = fmt::format("; it waits for `{}`", program.record(driver).id);
    }
    Diagnostic slip{
        version_code::merge_slip,
        Severity::warning,
        record.span,
        fmt::format("`{}` is expected on {} in the merge, on {} at the latest on either "
                    "side: {} working {} later{}",
                    record.id, to_iso(item.finish), to_iso(alone), days, days == 1 ? "day" : "days",
                    why),
        "look at what both sides changed on its path before you merge",
        {}};
    for (const RecordIndex about : {mover, driver}) {
      if (about == kNoRecord || about == item.record) continue;
      slip.related.push_back({program.record(about).span,
                              about == mover ? "this moves first" : "this is what it waits for"});
    }
    merged_.sink.report(std::move(slip));
  }

  const StageValues& ours_;
  const StageValues& theirs_;
  StageValues& merged_;
};

}  // namespace

void report_slips(const StageValues& ours, const StageValues& theirs, StageValues& merged) {
  SlipFinder(ours, theirs, merged).report();
}

}  // namespace milepost
