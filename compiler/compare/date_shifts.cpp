// Compares two schedules.
#include "compare/date_shifts.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "text/natural_order.h"

namespace milepost {
namespace {

constexpr size_t kMostHidden = 3;
constexpr size_t kMostBefore = 100;

bool is_event(const ViewScheduleItem& item) {
  return item.kind == ViewPlanKind::milestone || item.kind == ViewPlanKind::release;
}

const ViewScheduleItem* dated_item(const View& view, ViewRecordId id) {
  if (id == kNoViewRecord) return nullptr;
  const ViewScheduleItem* item = view.schedule.item(id);
  return item != nullptr && item->dated ? item : nullptr;
}

class ShiftParts {
 public:
  explicit ShiftParts(const Meanings& meanings)
      : meanings_(meanings), before_(meanings.before()), after_(meanings.after()) {}

  std::vector<ShiftPart> find() {
    const ViewRecordId target = after_.schedule.target;
    if (target == kNotInPlan) return {};
    const ViewRecordId former = meanings_.match().before(target);
    if (former == kNoViewRecord || before_.schedule.target != former) return {};
    if (dated_item(before_, former) == nullptr || dated_item(after_, target) == nullptr) return {};
    along_path(target);
    within_float();
    return std::move(parts_);
  }

 private:
  ViewRecordId former(ViewRecordId id) const { return meanings_.match().before(id); }

  int32_t shift(ViewRecordId id) const {
    return working_days(meanings_, dated_item(before_, former(id))->finish,
                        dated_item(after_, id)->finish);
  }

  // The later driving path, with what was done on it before: what its first item waits for, or
  // waited for.
  std::vector<ViewRecordId> driving_path(ViewRecordId target) const {
    std::vector<ViewRecordId> path = after_.schedule.critical_path;
    if (path.empty() || path.back() != target) path = {target};
    std::ranges::reverse(path);
    for (size_t i = 0; i < kMostBefore; ++i) {
      const ViewRecordId driver = driver_of(path.back());
      if (driver == kNoViewRecord || std::ranges::find(path, driver) != path.end()) break;
      path.push_back(driver);
    }
    std::ranges::reverse(path);
    return path;
  }

  ViewRecordId driver_of(ViewRecordId id) const {
    const ViewScheduleItem* now = dated_item(after_, id);
    ViewRecordId driver = now == nullptr ? kNotInPlan : now->driver;
    if (driver == kNotInPlan) {
      const ViewScheduleItem* was = dated_item(before_, former(id));
      if (was == nullptr || was->driver == kNotInPlan) return kNoViewRecord;
      driver = meanings_.match().after(was->driver);
    }
    return dated_item(after_, driver) == nullptr ? kNoViewRecord : driver;
  }

  // The path ends with the target, whose shift is the sum.
  void along_path(ViewRecordId target) {
    const std::vector<ViewRecordId> path = driving_path(target);
    int32_t handed = 0;
    ViewRecordId joined = kNoViewRecord;  // new, and no part tells of it yet
    ViewRecordId last = kNoViewRecord;
    for (const ViewRecordId id : path) {
      on_path_.push_back(id);
      const ViewScheduleItem* now = dated_item(after_, id);
      if (now == nullptr) continue;
      if (dated_item(before_, former(id)) == nullptr) {
        if (joined == kNoViewRecord) joined = id;
        last = id;
        continue;
      }
      const int32_t moved = shift(id);
      const int32_t days = moved - handed;
      handed = moved;
      if (days != 0) {
        if (joined != kNoViewRecord && days > 0) {
          parts_.push_back(part(joined, days, ShiftCause::joined));
        } else if (days < 0 && had_float(last)) {
          parts_.push_back(part(last, days, ShiftCause::had_float));
        } else {
          parts_.push_back(part(id, days, cause_of(id, days, last)));
        }
      }
      joined = kNoViewRecord;
      last = id;
    }
    std::ranges::sort(on_path_);
    // Where nothing moved there is nothing to explain.
    if (handed == 0) parts_.clear();
  }

  bool had_float(ViewRecordId id) const {
    const ViewScheduleItem* was = id == kNoViewRecord ? nullptr : dated_item(before_, former(id));
    return was != nullptr && !was->critical && was->total_float != kNoViewFloat &&
           was->total_float > 0;
  }

  ShiftPart part(ViewRecordId id, int32_t days, ShiftCause cause) const {
    ShiftPart made;
    const ViewRecordId was = former(id);
    made.item = subject_of(meanings_, was, id);
    made.days = days;
    made.cause = cause;
    if (const ViewScheduleItem* item = dated_item(before_, was)) made.was = item->finish;
    if (const ViewScheduleItem* item = dated_item(after_, id)) made.now = item->finish;
    if (const ViewExplanation* why = after_.schedule.explanation(after_.schedule.target)) {
      for (const ViewSlipPart& told : why->parts) {
        if (told.item != id || told.because == kNotInPlan) continue;
        made.because = subject_of(meanings_, former(told.because), told.because);
      }
    }
    return made;
  }

  ShiftCause cause_of(ViewRecordId id, int32_t days, ViewRecordId driver) const {
    const ViewScheduleItem& was = *dated_item(before_, former(id));
    const ViewScheduleItem& now = *dated_item(after_, id);
    const ViewRecord& old_record = before_.record(former(id));
    const ViewRecord& new_record = after_.record(id);
    if (now.state == ViewPlanState::done) return ShiftCause::finished;
    if (was.state == ViewPlanState::done) return ShiftCause::reopened;
    const auto moved_so = [&](const std::optional<Date>& from, const std::optional<Date>& to) {
      return from && to && *from != *to && (*to > *from) == (days > 0);
    };
    if (moved_so(old_record.facts.promised, new_record.facts.promised)) {
      return ShiftCause::promised;
    }
    if (moved_so(old_record.facts.due, new_record.facts.due)) return ShiftCause::dated;
    const ViewScheduleItem* held = driver == kNoViewRecord ? nullptr : dated_item(after_, driver);
    if (held != nullptr && held->kind == ViewPlanKind::blocker) return ShiftCause::blocked;
    if (days > 0 && driver != kNoViewRecord && now.commitment == now.finish &&
        dated_item(after_, driver)->finish < now.finish) {
      return ShiftCause::held;
    }
    const ViewScheduleItem* was_held =
        driver == kNoViewRecord ? nullptr : dated_item(before_, former(driver));
    if (days < 0 && was_held != nullptr && was.commitment == was.finish &&
        was_held->finish < was.finish) {
      return ShiftCause::held;
    }
    if (now.length != was.length && (now.length > was.length) == (days > 0)) {
      return days > 0 ? ShiftCause::longer : ShiftCause::shorter;
    }
    const Date as_of = after_.program.as_of;
    const bool later = before_.program.as_of < as_of;
    if (later && days > 0 && now.commitment && *now.commitment < as_of) {
      return ShiftCause::overdue;
    }
    if (later && days > 0 && now.state == ViewPlanState::waiting && was.start < as_of &&
        now.start >= as_of) {
      return ShiftCause::not_begun;
    }
    // What was done while the days passed is not less work.
    const int32_t passed = std::max(0, working_days(meanings_, before_.program.as_of, as_of));
    if (days > 0 && now.remaining > was.remaining) return ShiftCause::longer;
    if (days < 0 && now.remaining < was.remaining - passed) return ShiftCause::shorter;
    if (later && days > 0 && now.state == ViewPlanState::started &&
        now.remaining == was.remaining && now.remaining > 0) {
      return ShiftCause::not_begun;
    }
    return days < 0 ? ShiftCause::reserve : ShiftCause::otherwise;
  }

  // What is later and keeps nobody waiting, as yet: the least reserve first.
  void within_float() {
    std::vector<std::pair<int32_t, ViewRecordId>> hidden;
    for (const ViewScheduleItem& now : after_.schedule.items) {
      const bool work = now.kind == ViewPlanKind::task || now.kind == ViewPlanKind::dependency;
      if (!work || !now.dated || now.state == ViewPlanState::done || now.summary) continue;
      if (std::ranges::binary_search(on_path_, now.record)) continue;
      const ViewScheduleItem* was = dated_item(before_, former(now.record));
      if (was == nullptr || now.total_float == kNoViewFloat || was->total_float == kNoViewFloat) {
        continue;
      }
      if (now.total_float < 0 || shift(now.record) <= 0 || !is_own(*was, now)) continue;
      const ShiftCause cause = cause_of(now.record, shift(now.record), kNoViewRecord);
      if (cause == ShiftCause::otherwise) continue;
      hidden.emplace_back(now.total_float, now.record);
    }
    std::ranges::sort(hidden);
    for (size_t i = 0; i < std::min(hidden.size(), kMostHidden); ++i) {
      const ViewRecordId id = hidden[i].second;
      ShiftPart made = part(id, 0, cause_of(id, shift(id), kNoViewRecord));
      made.float_was = dated_item(before_, former(id))->total_float;
      made.float_now = hidden[i].first;
      parts_.push_back(std::move(made));
    }
  }

  // It moved more than what it waits for.
  bool is_own(const ViewScheduleItem& was, const ViewScheduleItem& now) const {
    const ViewScheduleItem* driver =
        now.driver == kNotInPlan ? nullptr : dated_item(after_, now.driver);
    if (driver == nullptr) return true;
    const ViewScheduleItem* former_driver = dated_item(before_, former(now.driver));
    if (former_driver == nullptr) return true;
    return working_days(meanings_, was.finish, now.finish) > shift(now.driver);
  }

  const Meanings& meanings_;
  const View& before_;
  const View& after_;
  std::vector<ViewRecordId> on_path_;
  std::vector<ShiftPart> parts_;
};

}  // namespace

ChangeSubject subject_of(const Meanings& meanings, ViewRecordId before, ViewRecordId after) {
  const ViewRecord& record =
      after != kNoViewRecord ? meanings.after().record(after) : meanings.before().record(before);
  return {record.id, record.short_id, record.title, after};
}

std::vector<DateShift> date_shifts(const Meanings& meanings) {
  const View& before = meanings.before();
  const View& after = meanings.after();
  const bool tells_health = before.program.shows.health && after.program.shows.health;
  std::vector<DateShift> shifts;
  const auto add = [&](ViewRecordId old_id, ViewRecordId new_id) {
    const ViewScheduleItem* was = dated_item(before, old_id);
    const ViewScheduleItem* now = dated_item(after, new_id);
    if (was == nullptr && now == nullptr) return;
    DateShift shift;
    shift.subject = subject_of(meanings, old_id, new_id);
    if (was != nullptr) {
      shift.was = was->finish;
      shift.committed_was = was->commitment;
      if (tells_health) shift.health_was = was->computed;
    }
    if (now != nullptr) {
      shift.now = now->finish;
      shift.committed_now = now->commitment;
      if (tells_health) shift.health_now = now->computed;
    }
    if (was != nullptr && now != nullptr) {
      shift.days = working_days(meanings, was->finish, now->finish);
    }
    if (shift.was == shift.now && shift.health_was == shift.health_now &&
        shift.committed_was == shift.committed_now) {
      return;
    }
    shift.target = (new_id != kNoViewRecord && after.schedule.target == new_id) ||
                   (new_id == kNoViewRecord && before.schedule.target == old_id);
    shifts.push_back(std::move(shift));
  };
  for (const ViewScheduleItem& item : after.schedule.items) {
    if (is_event(item)) add(meanings.match().before(item.record), item.record);
  }
  for (const ViewScheduleItem& item : before.schedule.items) {
    if (!is_event(item)) continue;
    const ViewRecordId later = meanings.match().after(item.record);
    const ViewScheduleItem* now = later == kNoViewRecord ? nullptr : after.schedule.item(later);
    if (now == nullptr || !is_event(*now)) add(item.record, later);
  }
  std::ranges::stable_sort(shifts, [](const DateShift& a, const DateShift& b) {
    if (a.target != b.target) return a.target;
    const Date left = a.now ? *a.now : *a.was;
    const Date right = b.now ? *b.now : *b.was;
    if (left != right) return left < right;
    return natural_less(a.subject.id, b.subject.id);
  });
  return shifts;
}

namespace {

// The same told the other way round.
ShiftCause turned(ShiftCause cause) {
  switch (cause) {
    case ShiftCause::longer:
      return ShiftCause::shorter;
    case ShiftCause::shorter:
      return ShiftCause::longer;
    case ShiftCause::finished:
      return ShiftCause::reopened;
    case ShiftCause::reopened:
      return ShiftCause::finished;
    default:
      return cause;
  }
}

// Whether the target comes sooner in the later View; if it comes on the same day, whether that is
// of an earlier moment.
bool comes_sooner(const Meanings& meanings) {
  const View& before = meanings.before();
  const View& after = meanings.after();
  const ViewScheduleItem* was =
      before.schedule.target == kNotInPlan ? nullptr : dated_item(before, before.schedule.target);
  const ViewScheduleItem* now =
      after.schedule.target == kNotInPlan ? nullptr : dated_item(after, after.schedule.target);
  if (was == nullptr || now == nullptr) return false;
  if (was->finish != now->finish) return now->finish < was->finish;
  return after.program.as_of < before.program.as_of;
}

}  // namespace

// Delay is what has causes: a target that comes sooner is explained the other way round, so that
// both ways tell the same.
std::vector<ShiftPart> shift_parts(const Meanings& meanings) {
  if (!comes_sooner(meanings)) return ShiftParts(meanings).find();
  const RecordMatch match = meanings.match().reversed();
  const Meanings other(meanings.after(), meanings.before(), match);
  std::vector<ShiftPart> parts = ShiftParts(other).find();
  const auto turn = [&](ChangeSubject& subject) {
    // Who is only in the earlier View has no number in the later.
    const ViewRecordId earlier = subject.after;
    if (earlier == kNoViewRecord) return;
    const ViewRecordId later = meanings.match().after(earlier);
    subject = subject_of(meanings, earlier, later);
  };
  for (ShiftPart& part : parts) {
    turn(part.item);
    if (part.because) turn(*part.because);
    part.days = -part.days;
    part.cause = turned(part.cause);
    std::swap(part.was, part.now);
    std::swap(part.float_was, part.float_now);
  }
  return parts;
}

}  // namespace milepost
