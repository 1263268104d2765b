// Follows what the target rests on.
#include "compose/verdict.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <vector>

#include "compose/phrases.h"

namespace milepost {
namespace {

constexpr int64_t kOffTrackDays = 5;  // a target later than this is off track

bool is_bad(ViewHealth health) {
  return health == ViewHealth::at_risk || health == ViewHealth::off_track ||
         health == ViewHealth::blocked;
}

// Which end of a link rests on the other.
enum class Rests : uint8_t { neither, from, to };

std::vector<Rests> resting_ends(const View& view) {
  std::vector<Rests> ends;
  for (const ViewLinkType& type : view.link_types) {
    if (type.name == "depends_on") {
      ends.push_back(Rests::from);
    } else if (type.name == "part_of" || type.name == "delivers" || type.name == "blocks") {
      ends.push_back(Rests::to);
    } else {
      ends.push_back(Rests::neither);
    }
  }
  return ends;
}

class Walk {
 public:
  explicit Walk(const View& view)
      : view_(view), ends_(resting_ends(view)), seen_(view.records.size(), false) {}

  void run(Verdict& verdict) {
    queue_.push_back({verdict.target, kNoViewRecord, 0});
    seen_[number(verdict.target)] = true;
    for (size_t i = 0; i < queue_.size(); ++i) {
      const Step step = queue_[i];
      look_at(step, verdict);
      for (const ViewLink& link : view_.outgoing(step.record)) {
        if (ends_[link.type] == Rests::from) go(link, link.to, step);
      }
      for (const uint32_t index : view_.incoming_links(step.record)) {
        const ViewLink& link = view_.links[index];
        if (ends_[link.type] == Rests::to) go(link, link.from, step);
      }
    }
    verdict.feeding = static_cast<uint32_t>(queue_.size() - 1);
  }

 private:
  struct Step {
    ViewRecordId record, feeds;
    uint32_t steps;
  };

  void go(const ViewLink& link, ViewRecordId to, const Step& from) {
    if (link.mention || seen_[number(to)]) return;
    seen_[number(to)] = true;
    const ViewRecord& record = view_.record(to);
    // A decision is made or not; what it waits for is among the asks.
    if (!record.is_open() || view_.kind_of(record).statuses.empty()) return;
    queue_.push_back({to, from.record, from.steps + 1});
  }

  void look_at(const Step& step, Verdict& verdict) {
    const ViewRecord& record = view_.record(step.record);
    const Date as_of = view_.program.as_of;
    Cause cause{CauseKind::late, step.record, step.feeds, 0, as_of, step.steps};
    const bool is_target = step.steps == 0;
    if (const std::optional<Date> day = owed_on(record); day && *day < as_of && !is_target) {
      cause.date = *day;
      cause.days = view_.working_time.between(*day, as_of);
    } else if (const ViewFacts& facts = record.facts;
               facts.promised && facts.needed_by && *facts.promised > *facts.needed_by) {
      cause.kind = CauseKind::promised;
      cause.date = *facts.promised;
      cause.days = view_.working_time.between(*facts.needed_by, *facts.promised);
    } else if (view_.kind_of(record).is("blocker")) {
      cause.kind = CauseKind::blocker;
      cause.date = facts.raised.value_or(as_of);
    } else if (is_bad(record.health)) {
      cause.kind = CauseKind::reported;
    } else {
      return;
    }
    verdict.causes.push_back(cause);
  }

  const View& view_;
  std::vector<Rests> ends_;
  std::vector<bool> seen_;
  std::vector<Step> queue_;
};

// Late before blocked before reported; the longest, then the nearest to the target, first.
auto weight(const View& view, const Cause& cause) {
  const bool late = cause.kind == CauseKind::late || cause.kind == CauseKind::promised;
  const ViewRecord& record = view.record(cause.record);
  return std::tuple(late ? 0 : static_cast<int>(cause.kind), -cause.days,
                    cause.kind == CauseKind::blocker ? record.facts.priority : 0, cause.steps);
}

bool is_missed_ask(const View& view, const ViewRecord& record) {
  const ViewKind& kind = view.kind_of(record);
  if (!record.is_open() || !(kind.is("decision") || kind.is("escalation"))) return false;
  const std::optional<Date> by = answer_by(record.facts);
  return by && *by < view.program.as_of;
}

ViewHealth health_of_facts(const View& view, const Verdict& verdict) {
  const ViewRecord& target = view.record(verdict.target);
  if (target.phase == ViewPhase::done) return ViewHealth::complete;
  if (target.phase == ViewPhase::dropped) return ViewHealth::none;
  if (view.schedule.computed != ViewHealth::none) return view.schedule.computed;
  if (verdict.days_late > kOffTrackDays) return ViewHealth::off_track;
  if (verdict.days_late > 0) return ViewHealth::at_risk;
  const bool late = std::ranges::any_of(verdict.causes, [](const Cause& cause) {
    return cause.kind != CauseKind::reported && cause.kind != CauseKind::blocker;
  });
  if (late) return ViewHealth::at_risk;
  const bool urgent = std::ranges::any_of(view.records, [&](const ViewRecord& record) {
    return (record.facts.priority == 0 && record.is_open() && view.kind_of(record).is("blocker")) ||
           is_missed_ask(view, record);
  });
  return urgent ? ViewHealth::at_risk : ViewHealth::none;
}

int badness(ViewHealth health) {
  constexpr std::array<int, 7> order = {0, 1, 2, 3, 5, 4, 1};  // by ViewHealth
  return order[static_cast<size_t>(health)];
}

}  // namespace

const ViewScheduleItem* forecast_item(const View& view, ViewRecordId target) {
  if (target == kNoViewRecord || !view.record(target).is_open()) return nullptr;
  const ViewScheduleItem* item = view.schedule.item(target);
  return item != nullptr && item->dated && item->state != ViewPlanState::done ? item : nullptr;
}

std::optional<Date> expected_on(const View& view, ViewRecordId id) {
  const ViewRecord& record = view.record(id);
  if (record.phase == ViewPhase::done && record.facts.finished) return record.facts.finished;
  const ViewScheduleItem* item = view.schedule.item(id);
  return item != nullptr && item->dated ? item->finish : record.facts.due;
}

std::optional<Date> owed_on(const ViewRecord& record) {
  const ViewFacts& facts = record.facts;
  if (facts.due) return facts.due;
  return facts.promised ? facts.promised : facts.needed_by;
}

std::optional<Date> answer_by(const ViewFacts& facts) {
  if (facts.decision_needed_by) return facts.decision_needed_by;
  return facts.needed_by ? facts.needed_by : facts.due;
}

Verdict make_verdict(const View& view) {
  Verdict verdict;
  const ViewProgram& program = view.program;
  verdict.reported = program.reported;
  verdict.reported_in = program.newest_report;
  verdict.target = program.target;
  // The last milestone is a target that nobody named: it is one if something says when it is.
  if (verdict.target == kNoViewRecord && forecast_item(view, view.schedule.target) != nullptr) {
    verdict.target = view.schedule.target;
  }
  if (verdict.target == kNoViewRecord) {
    verdict.state = verdict.reported;
    return verdict;
  }
  const ViewRecord& target = view.record(verdict.target);
  if (verdict.reported == ViewHealth::none && target.health != ViewHealth::none) {
    verdict.reported = target.health;
    verdict.reported_in = verdict.target;
  }
  if (target.is_open()) {
    if (target.facts.due && *target.facts.due < program.as_of) {
      verdict.days_late = view.working_time.between(*target.facts.due, program.as_of);
    }
    Walk(view).run(verdict);
    std::ranges::stable_sort(verdict.causes, [&](const Cause& a, const Cause& b) {
      const auto left = weight(view, a);
      const auto right = weight(view, b);
      if (left != right) return left < right;
      return natural_less(view.record(a.record).short_id, view.record(b.record).short_id);
    });
  }
  // Who is told no verdict is told what people report, and whether the target is met.
  if (!program.shows.verdict && target.phase != ViewPhase::done) {
    verdict.state = verdict.reported;
    return verdict;
  }
  verdict.facts = health_of_facts(view, verdict);
  if (verdict.facts == ViewHealth::complete) {
    verdict.state = ViewHealth::complete;
  } else {
    verdict.state =
        badness(verdict.facts) > badness(verdict.reported) ? verdict.facts : verdict.reported;
  }
  return verdict;
}

}  // namespace milepost
