// Reads a record's facts by the roles of its fields.
#include "analyze/facts.h"

#include <variant>

#include "analyze/levels.h"
#include "analyze/visible_facts.h"

namespace milepost {
namespace {

bool is_unset(const Value& value) {
  return std::holds_alternative<std::monostate>(value.data) && value.text.empty();
}

void read_status(const Kinds& kinds, const Record& record, const Value* value, RecordFacts& facts) {
  const std::vector<Status>& statuses = kinds.kind(record.kind).statuses;
  if (value == nullptr || is_unset(*value)) {
    if (statuses.empty()) return;
    facts.status = StatusId{0};
    facts.phase = statuses.front().phase;
    return;
  }
  facts.phase = Phase::doing;  // an unknown word
  const StatusWord* word = std::get_if<StatusWord>(&value->data);
  if (word == nullptr) return;
  facts.reported = word->health;
  if (static_cast<std::size_t>(word->status) < statuses.size()) {
    facts.status = word->status;
    facts.phase = statuses[static_cast<std::size_t>(word->status)].phase;
  } else if (word->health == Health::complete) {
    facts.phase = Phase::done;
  } else if (word->health == Health::not_started) {
    facts.phase = Phase::waiting;
  }
}

void read_score(const Kinds& kinds, const Thresholds& thresholds, const Value* written,
                RecordFacts& facts) {
  WrittenScore score;
  if (written != nullptr) score = score_of(kinds, *written);
  if (facts.likelihood == 0) facts.likelihood = score.likelihood;
  if (facts.impact == 0) facts.impact = score.impact;
  if (facts.likelihood > 0 && facts.impact > 0) {
    facts.score = static_cast<uint8_t>(facts.likelihood * facts.impact);
  } else {
    facts.score = score.score;
  }
  facts.band = facts.score > 0 ? band_of(facts.score, thresholds) : score.band;
}

}  // namespace

void read_facts(const Program& program, RecordIndex index, DateResolver& dates,
                RecordFacts& facts) {
  const Kinds& kinds = program.kinds();
  const Record& record = program.record(index);
  for (const FieldValue& values : record.fields) {
    const Field& field = kinds.field(values.field);
    if (field.role == Role::none || values.values.empty()) continue;
    const Value& value = values.values.front();
    const auto date = [&](std::optional<Date>& into) {
      into = dates.resolve(index, value, sense_of(field.role));
    };
    switch (field.role) {
      case Role::start:
        date(facts.start);
        break;
      case Role::started:
        date(facts.started);
        break;
      case Role::due:
        date(facts.due);
        break;
      case Role::finished:
      case Role::resolved:
        if (!facts.finished) date(facts.finished);
        break;
      case Role::raised:
        date(facts.raised);
        break;
      case Role::decided:
        date(facts.decided);
        break;
      case Role::agreed:
        date(facts.agreed);
        break;
      case Role::held:
        date(facts.held);
        break;
      case Role::needed_by:
        date(facts.needed_by);
        break;
      case Role::promised:
        date(facts.promised);
        break;
      case Role::next_review:
        date(facts.next_review);
        break;
      case Role::last_reviewed:
        date(facts.last_reviewed);
        break;
      case Role::decision_needed_by:
        date(facts.decision_needed_by);
        break;
      default:
        break;
    }
  }
  read_words(
      program, index, [](FieldId) { return true; }, facts);
  facts.checks_total = static_cast<uint32_t>(record.checks.size());
  for (const CheckItem& item : record.checks) facts.checks_done += item.checked ? 1 : 0;
}

void read_words(const Program& program, RecordIndex index,
                const std::function<bool(FieldId)>& shows, RecordFacts& facts) {
  const RecordFacts none;
  facts.status = none.status;
  facts.phase = none.phase;
  facts.reported = none.reported;
  facts.likelihood = facts.impact = facts.severity = facts.score = facts.band = 0;
  const Kinds& kinds = program.kinds();
  const Record& record = program.record(index);
  const Value* status = nullptr;
  const Value* score = nullptr;
  Health health = Health::none;
  uint8_t priority = 255;
  for (const FieldValue& values : record.fields) {
    const Field& field = kinds.field(values.field);
    if (field.role == Role::none || values.values.empty() || !shows(values.field)) continue;
    const Value& value = values.values.front();
    switch (field.role) {
      case Role::status:
        status = &value;
        break;
      case Role::health:
        if (const HealthWord* word = std::get_if<HealthWord>(&value.data)) health = word->health;
        break;
      case Role::likelihood:
        facts.likelihood = level_of(kinds, field, value);
        break;
      case Role::impact:
        facts.impact = level_of(kinds, field, value);
        break;
      case Role::severity:
        facts.severity = level_of(kinds, field, value);
        if (priority == 255) priority = priority_of(kinds, field, value);
        break;
      case Role::priority:
        priority = priority_of(kinds, field, value);
        break;
      case Role::score:
        score = &value;
        break;
      default:
        break;
    }
  }
  facts.priority = priority;
  read_status(kinds, record, status, facts);
  if (health != Health::none) facts.reported = health;
  read_score(kinds, program.set.settings.thresholds, score, facts);
}

namespace {

constexpr int64_t kMinutesOfDay = 24 * 60;

// The moment a day is over.
DateTime end_of(Date day, const Zone& zone) {
  return to_utc(LocalTime{add_days(day, 1), 0}, zone);
}

Date end_of_sprint(Date day, const SprintPlan& sprints) {
  const int64_t length = sprints.days > 0 ? sprints.days : 14;
  const int64_t since = days_between(sprints.first, day);
  const int64_t whole = since >= 0 ? since / length : (since - length + 1) / length;
  return add_days(sprints.first, (whole + 1) * length - 1);
}

const EscalationEntry* entry_of(const Settings& settings, uint8_t priority) {
  for (const EscalationEntry& entry : settings.escalation) {
    if (entry.level.size() == 2 && entry.level[1] == '0' + priority) return &entry;
  }
  return nullptr;
}

bool is_answered(const Program& program, RecordIndex index, const RecordFacts& facts) {
  if (facts.phase == Phase::done || facts.phase == Phase::dropped) return true;
  const Record& record = program.record(index);
  const Kinds& kinds = program.kinds();
  for (const Role role : {Role::acknowledged, Role::escalated_to, Role::resolved}) {
    const FieldId field = kinds.field_of(record.kind, role);
    const Value* value = field == kNoField ? nullptr : record.value(field);
    if (value != nullptr && !is_unset(*value)) return true;
  }
  const LinkTypeId escalates = kinds.find_link_type("escalates");
  for (const uint32_t number : program.incoming_links(index)) {
    if (program.links[number].type == escalates) return true;
  }
  return false;
}

}  // namespace

void start_clock(const Program& program, RecordIndex index, Date as_of, const WorkingTime& time,
                 const Zone& zone, RecordFacts& facts) {
  const Record& record = program.record(index);
  const FieldId raised = program.kinds().field_of(record.kind, Role::raised);
  const Value* value = raised == kNoField ? nullptr : record.value(raised);
  if (value == nullptr || !facts.raised) return;
  // A day without a time of day: the clock starts when it is over, so that nobody is late by what
  // was not written.
  const DateTime* moment = std::get_if<DateTime>(&value->data);
  facts.raised_at = moment != nullptr ? *moment : end_of(*facts.raised, zone);
  facts.responded = is_answered(program, index, facts) && *facts.raised <= as_of;
  if (facts.priority > 3) return;

  const Settings& settings = program.set.settings;
  const EscalationEntry* entry = entry_of(settings, facts.priority);
  if (entry != nullptr && entry->respond) {
    const Duration respond = *entry->respond;
    if (respond.kind == TimeKind::wall) {
      facts.respond_by = DateTime{facts.raised_at->utc_seconds + respond.minutes * 60};
    } else {
      facts.respond_by = end_of(time.shift(*facts.raised, respond), zone);
    }
  } else if (facts.priority <= 1) {
    const int64_t minutes = facts.priority == 0 ? 60 : kMinutesOfDay;
    facts.respond_by = DateTime{facts.raised_at->utc_seconds + minutes * 60};
  } else if (facts.priority == 2 && settings.dates.sprints) {
    facts.respond_by = end_of(end_of_sprint(*facts.raised, *settings.dates.sprints), zone);
  }
}

void restart_clock(const Program& program, const Analysis& analysis, RecordIndex record,
                   RecordFacts& facts) {
  facts.raised_at.reset();
  facts.respond_by.reset();
  facts.responded = false;
  const Zone zone = Zone::find(program.set.settings.timezone).value_or(Zone());
  start_clock(program, record, analysis.as_of, analysis.time_of(record), zone, facts);
}

}  // namespace milepost
