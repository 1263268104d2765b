// Items first, then who signed, then what stands in the way.
#include "analyze/judge_readiness.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "analyze/gate_items.h"
#include "analyze/go_no_go.h"
#include "analyze/item_states.h"
#include "analyze/launch.h"
#include "analyze/named_values.h"
#include "analyze/obstacles.h"
#include "analyze/post_launch.h"
#include "analyze/reason_words.h"
#include "analyze/rests_on.h"
#include "analyze/sign_off_reasons.h"
#include "analyze/sign_offs.h"
#include "analyze/waivers.h"
#include "analyze/work_left.h"

namespace milepost {
namespace {

class Judge {
 public:
  Judge(const Program& program, const Analysis& analysis, const EvidenceFiles& evidence,
        const ReadinessMask& mask, const Whole& whole)
      : program_(program),
        analysis_(analysis),
        evidence_(evidence),
        mask_(mask),
        values_(program, mask),
        rests_on_(program, analysis, mask),
        obstacles_(values_, analysis),
        launches_(values_, analysis),
        sign_offs_(program, analysis, whole) {}

  Readiness judge(RecordIndex record, bool release) {
    Readiness one;
    one.record = record;
    one.release = release;
    one.target = target_of(record);
    const WorkingTime& time = analysis_.time_of(record);
    if (one.target) one.days_to_target = time.between(analysis_.as_of, *one.target);
    read_gates(program_, analysis_, evidence_, mask_, one);
    if (!release && one.items.empty()) return one;
    read_waivers(values_, analysis_, one);
    if (release) {
      sign_offs_.read(mask_, one);
      read_go_no_go(values_, one, time);
      launches_.read(one);
      read_post_launch(values_, analysis_, one);
    }
    judge_items(values_, analysis_, one);
    decide(one);
    return one;
  }

 private:
  // The day it is to be there: of a dependency the promise, else the need.
  std::optional<Date> target_of(RecordIndex record) const {
    const RecordFacts& facts = analysis_.of(record);
    for (const std::optional<Date>& date : {facts.promised, facts.due, facts.needed_by}) {
      if (date) return date;
    }
    return {};
  }

  bool is_closed(RecordIndex record) const {
    const Phase phase = analysis_.of(record).phase;
    return phase == Phase::done || phase == Phase::dropped;
  }

  void decide(Readiness& one) {
    if (is_closed(one.record)) {
      one.reasons.clear();
      return;
    }
    add_sign_off_reasons(values_, analysis_, one);
    bool anything = !one.items.empty() || !one.sign_offs.empty();
    const std::vector<Supporter>& supporters = rests_on_.of(one.record);
    add_work_left(values_, analysis_, supporters, one, &anything);
    obstacles_.add(one.record, supporters, one.reasons);
    add_conditions(one);
    if (!anything && one.reasons.empty()) return;
    add_target(one);
    order(one);
    const bool blocked =
        std::any_of(one.reasons.begin(), one.reasons.end(), [](auto& r) { return r.blocks; });
    if (blocked) {
      one.verdict = ReadyVerdict::no_go;
    } else {
      one.verdict = one.reasons.empty() ? ReadyVerdict::go : ReadyVerdict::conditional_go;
    }
    one.said.overrides = blocked && (one.said.decision == ReadyVerdict::go ||
                                     one.said.decision == ReadyVerdict::conditional_go);
    set_last_clear(one);
  }

  void add_target(Readiness& one) const {
    ReadyReason reason;
    if (!one.target) {
      reason.kind = ReasonKind::no_target;
      reason.blocks = false;
    } else if (*one.target < analysis_.as_of) {
      reason.kind = ReasonKind::target_passed;
      reason.days =
          std::max<int64_t>(analysis_.time_of(one.record).between(*one.target, analysis_.as_of), 1);
    } else {
      return;
    }
    const Record& record = program_.record(one.record);
    reason.place = record.span;
    for (const Role role : {Role::promised, Role::due, Role::needed_by}) {
      const FieldId field = program_.kinds().field_of(record.kind, role);
      const Value* value = field == kNoField ? nullptr : record.value(field);
      if (value == nullptr || !value->span.is_place()) continue;
      reason.place = value->span;
      break;
    }
    set_who(values_, analysis_, one.record, one.record, reason);
    one.reasons.push_back(std::move(reason));
  }

  // What the meeting asked for and nobody has marked as met.
  void add_conditions(Readiness& one) const {
    for (uint32_t i = 0; i < one.said.conditions.size(); ++i) {
      const GoNoGo::Condition& condition = one.said.conditions[i];
      if (condition.met) continue;
      ReadyReason reason;
      reason.kind = ReasonKind::condition_said;
      reason.blocks = one.target && *one.target <= analysis_.as_of;
      reason.index = i;
      reason.place = condition.place;
      if (one.target && *one.target >= analysis_.as_of) reason.by = one.target;
      set_who(values_, analysis_, one.record, one.record, reason);
      one.reasons.push_back(std::move(reason));
    }
  }

  static void order(Readiness& one) {
    const auto key = [](const ReadyReason& r) {
      return std::tuple(!r.blocks, r.kind, r.by.value_or(kLastDate), r.place.file, r.place.begin,
                        r.about, r.index);
    };
    std::stable_sort(one.reasons.begin(), one.reasons.end(),
                     [&](const ReadyReason& a, const ReadyReason& b) { return key(a) < key(b); });
  }

  static void set_last_clear(Readiness& one) {
    for (const ReadyReason& reason : one.reasons) {
      if (!reason.blocks) continue;
      if (!reason.by) {
        one.last_clear.reset();
        return;
      }
      if (!one.last_clear || *one.last_clear < *reason.by) one.last_clear = reason.by;
    }
  }

  const Program& program_;
  const Analysis& analysis_;
  const EvidenceFiles& evidence_;
  const ReadinessMask& mask_;
  NamedValues values_;
  RestsOn rests_on_;
  Obstacles obstacles_;
  LaunchReader launches_;
  SignOffs sign_offs_;
};

}  // namespace

std::vector<Readiness> judge_readiness(const Program& program, const Analysis& analysis,
                                       const EvidenceFiles& evidence, const ReadinessMask& mask,
                                       const Whole& whole) {
  std::vector<Readiness> all;
  const Kinds& kinds = program.kinds();
  const KindId release = kinds.find_kind("release");
  const KindId others[] = {kinds.find_kind("milestone"), kinds.find_kind("dependency")};
  Judge judge(program, analysis, evidence, mask, whole);
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    const RecordIndex record{i};
    const KindId kind = program.record(record).kind;
    const bool is_release = kinds.is(kind, release);
    const bool may_have_items =
        is_release || kinds.is(kind, others[0]) || kinds.is(kind, others[1]);
    if (!may_have_items || !mask.shows(record)) continue;
    Readiness one = judge.judge(record, is_release);
    if (is_release || !one.items.empty()) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace milepost
