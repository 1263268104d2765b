// Copies readiness under the numbers of the View.
#include "redact/copy_readiness.h"

#include <utility>

#include "redact/view.h"

namespace milepost {
namespace {

static_assert(static_cast<int>(ViewReadyVerdict::no_go) == static_cast<int>(ReadyVerdict::no_go));
static_assert(static_cast<int>(ViewItemState::not_applicable) ==
              static_cast<int>(ItemState::not_applicable));
static_assert(static_cast<int>(ViewEvidenceKind::text) == static_cast<int>(EvidenceKind::text));
static_assert(static_cast<int>(ViewGateState::not_applicable) ==
              static_cast<int>(GateState::not_applicable));
static_assert(static_cast<int>(ViewSignOffState::invalid) ==
              static_cast<int>(SignOffState::invalid));
static_assert(static_cast<int>(ViewReasonKind::condition_said) ==
              static_cast<int>(ReasonKind::condition_said));
static_assert(static_cast<int>(ViewStepKind::decision) ==
              static_cast<int>(LaunchStepKind::decision));

class Copier {
 public:
  Copier(const Program& program, const ReadinessNumbers& numbers, const AssetNumbers& assets)
      : program_(program), numbers_(numbers), assets_(assets) {}

  ViewReadiness copy(const Readiness& one) {
    ViewReadiness made;
    made.record = id(one.record);
    made.release = one.release;
    made.verdict = static_cast<ViewReadyVerdict>(one.verdict);
    made.target = one.target;
    made.days_to_target = one.days_to_target;
    for (const Gate& gate : one.gates) made.gates.push_back(copy(gate));
    for (const GateItem& item : one.items) made.items.push_back(copy(item));
    for (const SignOff& sign_off : one.sign_offs) made.sign_offs.push_back(copy(sign_off));
    for (const Waiver& waiver : one.waivers) {
      made.waivers.push_back({waiver.item, waiver.of, who(waiver.by, kNoTeam, waiver.by_text),
                              waiver.reason, waiver.until, waiver.valid, waiver.expired,
                              waiver.ends_early});
    }
    for (const ReadyReason& reason : one.reasons) {
      made.reasons.push_back({static_cast<ViewReasonKind>(reason.kind), reason.blocks,
                              id(reason.about), reason.index, id(reason.through), reason.general,
                              who(reason.who, reason.team, reason.who_text), reason.by, reason.how,
                              reason.days});
    }
    made.last_clear = one.last_clear;
    made.said = copy(one.said);
    made.launch = copy(one.launch);
    made.after = copy(one.after);
    made.passed = one.passed;
    made.waived = one.waived;
    made.required = one.required;
    return made;
  }

 private:
  ViewRecordId id(RecordIndex record) const {
    if (record == kNoRecord || !numbers_.records.has(static_cast<size_t>(record))) {
      return kReleaseItself;
    }
    return ViewRecordId{numbers_.records[static_cast<size_t>(record)]};
  }

  ViewWho who(PersonIndex person, TeamIndex team, const std::string& text) const {
    ViewWho made;
    if (person != kNoPerson) {
      if (numbers_.people.has(static_cast<size_t>(person))) {
        made.person = ViewPersonId{numbers_.people[static_cast<size_t>(person)]};
        made.text = program_.person(person).name;
      }
    } else if (team != kNoTeam) {
      if (numbers_.teams.has(static_cast<size_t>(team))) {
        made.team = ViewTeamId{numbers_.teams[static_cast<size_t>(team)]};
        made.text = program_.team(team).name;
      }
    }
    if (made.text.empty()) made.text = text;
    return made;
  }

  ViewGate copy(const Gate& gate) const {
    return {gate.key,       gate.title,
            gate.due,       who(gate.owner, kNoTeam, {}),
            gate.condition, static_cast<ViewGateState>(gate.state),
            gate.passed,    gate.waived,
            gate.required};
  }

  ViewGateItem copy(const GateItem& item) const {
    ViewGateItem made;
    made.key = item.key;
    made.text = item.text;
    made.gate = item.gate;
    made.required = item.required;
    made.from_template = item.from_template;
    made.condition = item.condition;
    made.owner = who(item.owner, item.team, item.owner_text);
    made.due = item.due;
    made.expected = item.expected;
    made.evidence = static_cast<ViewEvidenceKind>(item.evidence);
    made.evidence_record = id(item.evidence_record);
    made.evidence_text = item.evidence_text;
    if (item.evidence == EvidenceKind::file) {
      const auto asset = assets_.find(item.evidence_text);
      if (asset != assets_.end()) made.evidence_file = ViewAssetId{asset->second};
    }
    made.evidence_there = item.evidence_there;
    made.evidence_problem = item.evidence_problem;
    made.report = item.report;
    made.expects = item.expects;
    made.measured = item.measured;
    made.notes = item.notes;
    made.state = static_cast<ViewItemState>(item.state);
    made.waiver = item.waiver;
    return made;
  }

  ViewSignOff copy(const SignOff& from) const {
    ViewSignOff made;
    made.role = from.role;
    made.role_label = from.role_label;
    made.by = who(from.by, kNoTeam, from.by_text);
    made.on = from.on;
    made.decision = static_cast<ViewReadyVerdict>(from.decision);
    made.state = static_cast<ViewSignOffState>(from.state);
    for (const CoveredField& field : from.covers) {
      ++made.covers;
      if (!field.changed) continue;
      made.changed.push_back(
          {id(field.record), field.field, label_of(field), field.was, field.now});
    }
    made.via = from.via;
    made.notes = from.notes;
    made.due = from.due;
    made.required = from.required;
    return made;
  }

  std::string label_of(const CoveredField& field) const {
    if (field.record == kNoRecord) return field.field;
    const Kinds& kinds = program_.kinds();
    const FieldId found = kinds.find_field(program_.record(field.record).kind, field.field);
    return found == kNoField ? field.field : kinds.field(found).label;
  }

  ViewGoNoGo copy(const GoNoGo& from) const {
    ViewGoNoGo made;
    made.decision = static_cast<ViewReadyVerdict>(from.decision);
    made.on = from.on;
    for (const GoNoGo::Vote& vote : from.votes) {
      made.votes.push_back({who(vote.by, kNoTeam, vote.name), vote.role, vote.vote,
                            static_cast<ViewReadyVerdict>(vote.said)});
    }
    for (const GoNoGo::Condition& one : from.conditions) {
      made.conditions.push_back({one.text, one.met});
    }
    made.reason = from.reason;
    // Words that name a hidden meeting are not told.
    if (from.minutes_of == kNoRecord || id(from.minutes_of) != kReleaseItself) {
      made.minutes = from.minutes;
    }
    made.minutes_of = id(from.minutes_of);
    made.overrides = from.overrides;
    return made;
  }

  ViewLaunchPlan copy(const LaunchPlan& from) const {
    ViewLaunchPlan made;
    made.start = from.start;
    for (const LaunchStep& step : from.steps) {
      made.steps.push_back({static_cast<ViewStepKind>(step.kind), step.what, step.begins, step.ends,
                            step.all_day, who(step.owner, kNoTeam, step.owner_text),
                            who(step.decides, kNoTeam, step.decides_text), step.at, step.go_if,
                            step.check, step.back_out, step.channel, step.audience, step.clashes,
                            step.frozen, step.off_hours});
    }
    made.rollback_if = from.rollback_if;
    made.war_room = from.war_room;
    for (const LaunchPlan::Standby& one : from.roster) {
      made.roster.push_back({who(one.person, kNoTeam, one.name), one.role, one.shift});
    }
    return made;
  }

  ViewPostLaunch copy(const PostLaunch& from) const {
    ViewPostLaunch made;
    for (const PostLaunch::Measure& one : from.measures) {
      const ViewRecordId metric = id(one.metric);
      // What a hidden metric says is not told.
      if (one.metric != kNoRecord && metric == kReleaseItself) continue;
      made.measures.push_back({metric, one.name, one.target, one.result, one.met, one.missed});
    }
    made.review = from.review;
    made.hand_over_on = from.hand_over_on;
    made.hand_over_to = who(from.hand_over_to, kNoTeam, from.hand_over_text);
    made.notes = from.notes;
    return made;
  }

  const Program& program_;
  const ReadinessNumbers& numbers_;
  const AssetNumbers& assets_;
};

}  // namespace

std::vector<ViewReadiness> copy_readiness(const Program& program,
                                          const std::vector<Readiness>& readiness,
                                          const ReadinessNumbers& numbers,
                                          const AssetNumbers& assets) {
  std::vector<ViewReadiness> made;
  Copier copier(program, numbers, assets);
  for (const Readiness& one : readiness) {
    if (numbers.records.has(static_cast<size_t>(one.record))) made.push_back(copier.copy(one));
  }
  return made;
}

}  // namespace milepost
