// An item holds if its evidence says so, else if its box says so and nothing contradicts it.
#include "analyze/item_states.h"

#include <algorithm>
#include <utility>

#include "analyze/reason_words.h"
#include "evidence/expectation.h"

namespace milepost {
namespace {

class ItemJudge {
 public:
  ItemJudge(const NamedValues& values, const Analysis& analysis, Readiness& readiness)
      : values_(values),
        analysis_(analysis),
        readiness_(readiness),
        today_(analysis.as_of),
        time_(analysis.time_of(readiness.record)) {}

  void judge() {
    const RecordFacts& facts = analysis_.of(readiness_.record);
    const bool closed = facts.phase == Phase::done || facts.phase == Phase::dropped;
    for (uint32_t i = 0; i < readiness_.items.size(); ++i) {
      GateItem& item = readiness_.items[i];
      item.state = state_of(item);
      if (!closed && item.required) add_reason(item, i);
    }
    judge_gates();
  }

 private:
  const Gate* gate_of(const GateItem& item) const {
    return item.gate < readiness_.gates.size() ? &readiness_.gates[item.gate] : nullptr;
  }

  EvidenceVerdict evidence_of(const GateItem& item) const {
    if (item.report) return judge_evidence(*item.report, item.expects).verdict;
    if (item.evidence == EvidenceKind::record) {
      return item.evidence_there ? EvidenceVerdict::satisfied : EvidenceVerdict::not_satisfied;
    }
    return EvidenceVerdict::unknown;
  }

  // By when it is there by what is known; nothing if nobody said or the day has passed.
  std::optional<Date> ready_by(const GateItem& item) const {
    if (item.expected) return item.expected;
    if (item.due) return *item.due >= today_ ? item.due : std::nullopt;
    if (!is_owned(item) || !readiness_.target || *readiness_.target < today_) return {};
    return readiness_.target;
  }

  bool is_owned(const GateItem& item) const {
    const Gate* gate = gate_of(item);
    return item.owner != kNoPerson || item.team != kNoTeam || !item.owner_text.empty() ||
           (gate != nullptr && gate->owner != kNoPerson);
  }

  ItemState state_of(const GateItem& item) const {
    const Gate* gate = gate_of(item);
    if (!item.applies || (gate != nullptr && !gate->applies)) return ItemState::not_applicable;
    const EvidenceVerdict evidence = evidence_of(item);
    const bool waived = item.waiver != kNoItem && readiness_.waivers[item.waiver].valid;
    // A report that says no outweighs the box; a record that is not done yet takes it back.
    if (item.report && evidence == EvidenceVerdict::not_satisfied) {
      return waived ? ItemState::waived : ItemState::failed;
    }
    // So does its author.
    if (item.said_failed) return waived ? ItemState::waived : ItemState::failed;
    if (evidence == EvidenceVerdict::satisfied) return ItemState::passed;
    const bool gone = item.evidence == EvidenceKind::file &&
                      (!item.evidence_there || !item.evidence_problem.empty());
    const bool held = item.checked && evidence != EvidenceVerdict::not_satisfied;
    if (held && !gone) return ItemState::passed;
    if (waived) return ItemState::waived;
    if (held) return ItemState::missing;
    return is_late(item) || !is_owned_or_dated(item) ? ItemState::missing : ItemState::open;
  }

  bool is_owned_or_dated(const GateItem& item) const {
    return is_owned(item) || item.due || item.expected;
  }

  bool is_late(const GateItem& item) const { return days_late(item) > 0; }

  // Working days after its own date, else after the target; also those that are to be expected.
  int64_t days_late(const GateItem& item) const {
    const std::optional<Date>& target = readiness_.target;
    std::optional<Date> last = item.due;
    if (!last || (target && *target < *last)) last = target;
    int64_t days = 0;
    if (last && *last < today_) days = std::max<int64_t>(time_.between(*last, today_), 1);
    if (!target) return days;
    for (const std::optional<Date>& date : {item.due, item.expected}) {
      if (date && *date > *target) {
        days = std::max(days, std::max<int64_t>(time_.between(*target, *date), 1));
      }
    }
    return days;
  }

  void add_reason(const GateItem& item, uint32_t number) {
    if (item.state == ItemState::passed || item.state == ItemState::not_applicable) return;
    const Waiver* waiver = item.waiver == kNoItem ? nullptr : &readiness_.waivers[item.waiver];
    ReadyReason reason;
    if (item.state == ItemState::waived) {
      if (!waiver->ends_early) return;
      reason.kind = ReasonKind::waiver_ends_early;
      reason.blocks = false;
      set_waiver(*waiver, item.waiver, reason);
      reason.by = waiver->until;
    } else if (waiver != nullptr && waiver->expired && item.state != ItemState::failed) {
      reason.kind = ReasonKind::waiver_expired;
      set_waiver(*waiver, item.waiver, reason);
      reason.days = std::max<int64_t>(time_.between(*waiver->until, today_), 1);
      reason.by = ready_by(item);
    } else {
      set_item(item, number, reason);
    }
    if (reason.who == kNoPerson && reason.team == kNoTeam && reason.who_text.empty()) {
      set_who(values_, analysis_, readiness_.record, readiness_.record, reason);
    }
    readiness_.reasons.push_back(std::move(reason));
  }

  void set_item(const GateItem& item, uint32_t number, ReadyReason& reason) const {
    reason.index = number;
    reason.place = item.place;
    reason.how = shortened(item.notes);
    reason.by = ready_by(item);
    reason.days = days_late(item);
    if (item.evidence == EvidenceKind::record) reason.about = item.evidence_record;
    reason.who = item.owner;
    if (item.owner == kNoPerson) {
      reason.team = item.team;
      reason.who_text = item.owner_text;
      const Gate* gate = gate_of(item);
      const bool nobody = item.team == kNoTeam && item.owner_text.empty();
      if (nobody && gate != nullptr) reason.who = gate->owner;
    }
    if (item.state == ItemState::failed) {
      reason.kind = ReasonKind::item_failed;
    } else if (item.state == ItemState::missing) {
      reason.kind = ReasonKind::item_missing;
    } else {
      reason.kind = ReasonKind::item_open;
      reason.blocks = readiness_.target && *readiness_.target <= today_;
    }
  }

  void set_waiver(const Waiver& waiver, uint32_t number, ReadyReason& reason) const {
    reason.index = number;
    reason.place = waiver.place;
    reason.how = shortened(waiver.reason);
    reason.who = waiver.by;
    if (waiver.by == kNoPerson) reason.who_text = waiver.by_text;
  }

  void judge_gates() {
    struct Seen {
      bool any = false, bad = false, open = false;
    };
    std::vector<Seen> seen(readiness_.gates.size());
    for (const GateItem& item : readiness_.items) {
      if (item.gate >= seen.size() || item.state == ItemState::not_applicable) continue;
      Gate& gate = readiness_.gates[item.gate];
      Seen& of = seen[item.gate];
      of.any = true;
      if (!item.required) continue;
      ++gate.required;
      ++readiness_.required;
      switch (item.state) {
        case ItemState::passed:
          ++gate.passed;
          ++readiness_.passed;
          break;
        case ItemState::waived:
          ++gate.waived;
          ++readiness_.waived;
          break;
        case ItemState::open:
          of.open = true;
          break;
        default:
          of.bad = true;
          break;
      }
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
      Gate& gate = readiness_.gates[i];
      if (!gate.applies || !seen[i].any) {
        gate.state = GateState::not_applicable;
      } else if (seen[i].bad) {
        gate.state = GateState::not_passed;
      } else {
        gate.state = seen[i].open ? GateState::in_progress : GateState::passed;
      }
    }
  }

  const NamedValues& values_;
  const Analysis& analysis_;
  Readiness& readiness_;
  Date today_;
  const WorkingTime& time_;
};

}  // namespace

void judge_items(const NamedValues& values, const Analysis& analysis, Readiness& readiness) {
  ItemJudge(values, analysis, readiness).judge();
}

}  // namespace milepost
