// Computes the facts of all records, then what needs several of them.
#include "analyze/analyze.h"

#include <algorithm>
#include <utility>

#include "analyze/calendars.h"
#include "analyze/change_control.h"
#include "analyze/computed_health.h"
#include "analyze/dates.h"
#include "analyze/explain.h"
#include "analyze/facts.h"
#include "analyze/forecast.h"
#include "analyze/incidents.h"
#include "analyze/item_days.h"
#include "analyze/judge_readiness.h"
#include "analyze/newest_report.h"
#include "analyze/schedule_builder.h"

namespace milepost {
namespace {

const Party* party_in(const Program& program, const Record& record, Role role) {
  const FieldId field = program.kinds().field_of(record.kind, role);
  const Value* value = field == kNoField ? nullptr : record.value(field);
  if (value == nullptr) return nullptr;
  const auto found = program.party_of.find(value);
  return found == program.party_of.end() ? nullptr : &found->second;
}

TeamIndex team_in(const Party* party) {
  return party != nullptr && party->kind == Party::Kind::team ? TeamIndex{party->index} : kNoTeam;
}

// Who answers for the record, and the team it belongs to.
void find_owner(const Program& program, RecordIndex index, RecordFacts& facts) {
  const Record& record = program.record(index);
  const std::vector<Party>& owners = program.parties[static_cast<uint32_t>(index)].owners;
  facts.team = team_in(party_in(program, record, Role::team));
  if (!owners.empty()) {
    facts.owner = owners.front().person;
    if (facts.team == kNoTeam) facts.team = team_in(&owners.front());
    if (facts.team == kNoTeam && facts.owner != kNoPerson) {
      facts.team = program.person(facts.owner).team;
    }
  }
  if (facts.team == kNoTeam) facts.team = team_in(party_in(program, record, Role::provider));
}

// A meeting's `reviewed:` and `decided:` say that many records were looked at on its day.
void apply_meetings(const Program& program, Analysis& analysis) {
  const Kinds& kinds = program.kinds();
  const LinkTypeId reviewed = kinds.find_link_type("reviewed_in");
  const LinkTypeId decided = kinds.find_link_type("decided_in");
  for (const Link& link : program.links) {
    if (link.type != reviewed && link.type != decided) continue;
    const std::optional<Date>& held = analysis.of(link.to).held;
    if (!held || *held > analysis.as_of) continue;
    std::optional<Date>& last = analysis.facts[static_cast<uint32_t>(link.from)].last_reviewed;
    if (!last || *last < *held) last = held;
  }
}

bool uses_three_levels(const Program& program, const Analysis& analysis) {
  const KindId risk = program.kinds().find_kind("risk");
  bool any = false;
  for (uint32_t i = 0; i < analysis.facts.size(); ++i) {
    if (risk == kNoKind || !program.kinds().is(program.set.records[i].kind, risk)) continue;
    const RecordFacts& facts = analysis.facts[i];
    for (const uint8_t level : {facts.likelihood, facts.impact}) {
      if (level == 0) continue;
      any = true;
      if (level == 1 || level == 5) return false;
    }
  }
  return any;
}

// Health comes before explanations: they say which reports the dates contradict.
void judge_schedule(const Program& program, Analysis& analysis, unsigned jobs) {
  compute_health(program, analysis, analysis.schedule);
  explain_schedule(program, analysis);
  analysis.schedule.forecast = make_forecast(program, analysis, analysis.schedule, jobs);
}

}  // namespace

Analysis::Analysis() = default;
Analysis::Analysis(Analysis&&) noexcept = default;
Analysis& Analysis::operator=(Analysis&&) noexcept = default;
Analysis::~Analysis() = default;

Analysis analyze_program(const Program& program, Date as_of, unsigned jobs,
                         const EvidenceFiles& evidence, const Whole& whole) {
  Analysis analysis;
  analysis.as_of = as_of;
  const std::size_t count = program.set.records.size();
  analysis.facts.resize(count);

  Calendars calendars(program);
  std::vector<uint32_t> time_of(count);
  for (uint32_t i = 0; i < count; ++i) {
    RecordFacts& facts = analysis.facts[i];
    find_owner(program, RecordIndex{i}, facts);
    facts.time = time_of[i] = calendars.time_for(facts.owner, facts.team);
  }

  DateResolver dates(program, calendars, time_of);
  const KindId blocker = program.kinds().find_kind("blocker");
  for (uint32_t i = 0; i < count; ++i) {
    RecordFacts& facts = analysis.facts[i];
    read_facts(program, RecordIndex{i}, dates, facts);
    if (blocker != kNoKind && program.kinds().is(program.set.records[i].kind, blocker)) {
      start_clock(program, RecordIndex{i}, as_of, calendars.at(facts.time), dates.zone(), facts);
    }
  }
  read_item_days(program, dates, analysis);
  apply_meetings(program, analysis);
  analysis.newest_report = newest_report(program, analysis, [](RecordIndex) { return true; });
  if (analysis.newest_report != kNoRecord) {
    analysis.program_reported = analysis.of(analysis.newest_report).reported;
  }
  analysis.three_levels = uses_three_levels(program, analysis);
  analysis.times = calendars.take();
  analysis.schedule = build_schedule(program, analysis, whole);
  judge_schedule(program, analysis, jobs);
  analysis.readiness = judge_readiness(program, analysis, evidence, {}, whole);
  analysis.changes = read_changes(program, analysis, {});
  analysis.incidents = read_incidents(program, analysis, {});
  return analysis;
}

Schedule keep_visible(const Program& program, Analysis& analysis, PlanMask mask, unsigned jobs) {
  Schedule visible = build_visible_schedule(program, analysis, std::move(mask));
  std::swap(analysis.schedule, visible);
  judge_schedule(program, analysis, jobs);
  return visible;
}

void keep_visible(const Program& program, Analysis& analysis, const EvidenceFiles& evidence,
                  const ReadinessMask& mask, const Whole& whole) {
  analysis.readiness = judge_readiness(program, analysis, evidence, mask, whole);
  analysis.changes = read_changes(program, analysis, mask);
  analysis.incidents = read_incidents(program, analysis, mask);
}

}  // namespace milepost
