// Compares when work will be finished with the target.
#include "analyze/work_left.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyze/reason_words.h"

namespace milepost {
namespace {

struct WorkKinds {
  explicit WorkKinds(const Kinds& kinds)
      : dependency(kinds.find_kind("dependency")),
        others{kinds.find_kind("blocker"), kinds.find_kind("issue"), kinds.find_kind("risk"),
               kinds.find_kind("assumption")} {}

  KindId dependency;
  std::array<KindId, 4> others;  // what may stand in the way, but is no work
};

std::optional<Date> finish_of(const Analysis& analysis, RecordIndex record) {
  const ScheduleItem* item = analysis.schedule.item(record);
  if (item != nullptr && item->dated) return item->finish;
  const RecordFacts& facts = analysis.of(record);
  for (const std::optional<Date>& date : {facts.due, facts.promised, facts.needed_by}) {
    if (date) return date;
  }
  return {};
}

}  // namespace

void add_work_left(const NamedValues& values, const Analysis& analysis,
                   const std::vector<Supporter>& supporters, Readiness& readiness, bool* any) {
  const Program& program = values.program();
  const Kinds& kinds = program.kinds();
  const WorkKinds known(kinds);
  const WorkingTime& time = analysis.time_of(readiness.record);
  for (const Supporter& supporter : supporters) {
    if (!supporter.direct || supporter.by == Support::itself) continue;
    const KindId kind = program.record(supporter.record).kind;
    if (std::any_of(known.others.begin(), known.others.end(),
                    [&](KindId other) { return kinds.is(kind, other); })) {
      continue;
    }
    *any = true;
    const RecordFacts& facts = analysis.of(supporter.record);
    if (facts.phase == Phase::done || facts.phase == Phase::dropped) continue;
    const std::optional<Date> finish = finish_of(analysis, supporter.record);
    const bool late = finish && readiness.target && *finish > *readiness.target;
    const bool dependency = kinds.is(kind, known.dependency);
    ReadyReason reason;
    if (late) {
      reason.kind = dependency ? ReasonKind::dependency_late : ReasonKind::work_late;
      reason.days = std::max<int64_t>(time.between(*readiness.target, *finish), 1);
    } else {
      reason.kind = dependency ? ReasonKind::dependency_open : ReasonKind::work_open;
      reason.blocks = readiness.target && *readiness.target <= analysis.as_of;
    }
    reason.about = supporter.record;
    reason.by = finish && *finish >= analysis.as_of ? finish : std::nullopt;
    reason.how = how_of(values, supporter.record);
    reason.place = program.record(supporter.record).span;
    set_who(values, analysis, supporter.record, readiness.record, reason);
    readiness.reasons.push_back(std::move(reason));
  }
}

}  // namespace milepost
