// Takes hidden records, links, fields and check items out, and puts them back.
#include "redact/forget.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>
#include <variant>

#include "analyze/newest_report.h"
#include "analyze/visible_facts.h"

namespace milepost {
namespace {

// What hidden fields said of a record.
void forget_role(RecordFacts& facts, Role role) {
  const RecordFacts none;
  switch (role) {
    case Role::status:
      facts.status = none.status;
      facts.phase = none.phase;
      break;
    case Role::health:
      facts.reported = none.reported;
      break;
    case Role::owner:
      facts.owner = none.owner;
      break;
    case Role::start:
      facts.start.reset();
      break;
    case Role::started:
      facts.started.reset();
      break;
    case Role::due:
      facts.due.reset();
      break;
    case Role::finished:
    case Role::resolved:
      facts.finished.reset();
      break;
    case Role::raised:
      facts.raised.reset();
      facts.raised_at.reset();
      facts.respond_by.reset();
      break;
    case Role::decided:
      facts.decided.reset();
      break;
    case Role::held:
      facts.held.reset();
      break;
    case Role::needed_by:
      facts.needed_by.reset();
      break;
    case Role::promised:
      facts.promised.reset();
      break;
    case Role::next_review:
      facts.next_review.reset();
      break;
    case Role::decision_needed_by:
      facts.decision_needed_by.reset();
      break;
    case Role::likelihood:
    case Role::impact:
    case Role::score:
      (role == Role::likelihood ? facts.likelihood : facts.impact) = 0;
      facts.score = facts.band = 0;
      break;
    case Role::severity:
      facts.severity = 0;
      break;
    case Role::priority:
      facts.priority = none.priority;
      break;
    default:
      break;
  }
}

// What a plan is made from beside lengths and links.
bool decides_dates(Role role) {
  switch (role) {
    case Role::status:
    case Role::start:
    case Role::started:
    case Role::due:
    case Role::finished:
    case Role::resolved:
    case Role::decided:
    case Role::needed_by:
    case Role::promised:
    case Role::decision_needed_by:
      return true;
    default:
      return false;
  }
}

std::optional<Date> newest(std::optional<Date> a, std::optional<Date> b) {
  return !a || (b && *b > *a) ? b : a;
}

// Moves what `hidden` is true of from a record's list to `taken`, with where it stood. Linear.
template <typename Item, typename Taken, typename F>
void take_out(std::vector<Item>& from, uint32_t record, std::vector<Taken>& taken, F&& hidden) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (hidden(from[i])) {
      taken.push_back({record, i, std::move(from[i])});
    } else if (kept++ != i) {
      from[kept - 1] = std::move(from[i]);
    }
  }
  from.erase(from.begin() + static_cast<std::ptrdiff_t>(kept), from.end());
}

// Puts back what take_out() took, record by record. Linear.
template <typename Taken, typename F>
void put_back(std::vector<Taken>& taken, F&& list_of) {
  for (auto one = taken.begin(); one != taken.end();) {
    const uint32_t record = one->record;
    auto& to = list_of(record);
    std::remove_reference_t<decltype(to)> whole;
    auto next = to.begin();
    while (one != taken.end() && one->record == record) {
      for (; whole.size() < one->at; ++next) whole.push_back(std::move(*next));
      whole.push_back(std::move(one->item));
      ++one;
    }
    whole.insert(whole.end(), std::make_move_iterator(next), std::make_move_iterator(to.end()));
    to = std::move(whole);
  }
}

}  // namespace

bool has_visible_answer(const Program& program, const Analysis& analysis,
                        const Redaction& redaction, RecordIndex index) {
  const Record& record = program.record(index);
  const Kinds& kinds = program.kinds();
  const FieldId status = kinds.field_of(record.kind, Role::status);
  const Phase phase = analysis.of(index).phase;
  const bool over = phase == Phase::done || phase == Phase::dropped;
  if (over && (status == kNoField || redaction.shows(status))) return true;
  for (const Role role : {Role::acknowledged, Role::escalated_to, Role::resolved}) {
    const FieldId field = kinds.field_of(record.kind, role);
    const Value* value = field == kNoField ? nullptr : record.value(field);
    if (value != nullptr && redaction.shows(field)) return true;
  }
  const LinkTypeId escalates = kinds.find_link_type("escalates");
  return std::ranges::any_of(program.incoming_links(index), [&](uint32_t number) {
    const Link& link = program.links[number];
    return link.type == escalates && redaction.shows(link);
  });
}

VisibleFacts::VisibleFacts(const Program& program, Analysis& analysis, const Audience& audience)
    : analysis_(analysis),
      newest_report_(analysis.newest_report),
      reported_(analysis.program_reported) {
  const Redaction redaction(program, audience);
  for (uint32_t i = 0; i < analysis.facts.size(); ++i) {
    if (redaction.shows(RecordIndex{i})) read_again(program, redaction, i);
  }
  analysis.newest_report =
      newest_report(program, analysis, [&](RecordIndex record) { return redaction.shows(record); });
  analysis.program_reported = analysis.newest_report == kNoRecord
                                  ? Health::none
                                  : analysis.of(analysis.newest_report).reported;
  const Kinds& kinds = program.kinds();
  const LinkTypeId reviewed = kinds.find_link_type("reviewed_in");
  const LinkTypeId decided = kinds.find_link_type("decided_in");
  const auto says = [&](const Link& link) {
    const std::optional<Date>& held = analysis.of(link.to).held;
    return (link.type == reviewed || link.type == decided) && held && *held <= analysis.as_of;
  };
  for (uint32_t i = 0; i < analysis.facts.size(); ++i) {
    if (!analysis.facts[i].responded || !redaction.shows(RecordIndex{i})) continue;
    if (has_visible_answer(program, analysis, redaction, RecordIndex{i})) continue;
    analysis.facts[i].responded = false;
    answered_.push_back(i);
  }
  // Only of records that a hidden meeting looked at anything has to be worked out anew, and of
  // those that say so in a hidden field.
  const auto look_again = [&](RecordIndex record) {
    RecordFacts& facts = analysis.facts[static_cast<uint32_t>(record)];
    reviewed_.push_back({static_cast<uint32_t>(record), facts.last_reviewed});
    facts.last_reviewed.reset();
    const FieldId own = kinds.field_of(program.record(record).kind, Role::last_reviewed);
    const bool told = own != kNoField && redaction.shows(own);
    const Value* value = told ? program.record(record).value(own) : nullptr;
    if (const auto* date = value == nullptr ? nullptr : std::get_if<DateField>(&value->data)) {
      facts.last_reviewed = analysis.time_of(record).as_due(date->date);
    }
    for (const Link& other : program.outgoing(record)) {
      if (says(other) && redaction.shows(other)) {
        facts.last_reviewed = newest(facts.last_reviewed, analysis.of(other.to).held);
      }
    }
  };
  for (const Facts& one : facts_) look_again(RecordIndex{one.record});
  for (const Link& link : program.links) {
    if (says(link) && !redaction.shows(link) && redaction.shows(link.from)) look_again(link.from);
  }
}

VisibleFacts::~VisibleFacts() {
  analysis_.newest_report = newest_report_;
  analysis_.program_reported = reported_;
  for (const uint32_t record : answered_) analysis_.facts[record].responded = true;
  for (auto one = reviewed_.rbegin(); one != reviewed_.rend(); ++one) {
    analysis_.facts[one->record].last_reviewed = one->whole;
  }
  for (const Facts& one : facts_) analysis_.facts[one.record] = one.whole;
}

void VisibleFacts::read_again(const Program& program, const Redaction& redaction, uint32_t index) {
  const RecordIndex record{index};
  RecordFacts& facts = analysis_.facts[index];
  const bool planned = analysis_.schedule.item(record) != nullptr;
  bool hidden = false;
  for (const FieldValue& field : program.record(record).fields) {
    if (redaction.shows(field.field)) continue;
    const Role role = program.kinds().field(field.field).role;
    if (role == Role::none) continue;
    if (!hidden) facts_.push_back({index, facts});
    hidden = true;
    if (!planned || !decides_dates(role)) forget_role(facts, role);
  }
  if (!hidden) return;
  const auto seen = [&](FieldId field) {
    return redaction.shows(field) || (planned && decides_dates(program.kinds().field(field).role));
  };
  read_words(program, record, seen, facts);
  if (facts.raised_at) restart_clock(program, analysis_, record, facts);
}

Forgotten::Forgotten(Program& program, Analysis& analysis, const Audience& audience)
    : program_(program),
      analysis_(analysis),
      redaction_(program, audience),
      nothing_(program.kinds().find_kind("page")) {
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    if (!redaction_.shows(RecordIndex{i})) {
      hide_record(i);
    } else {
      hide_fields(i);
      hide_checks(i);
    }
  }
}

Forgotten::~Forgotten() {
  std::vector<Record>& records = program_.set.records;
  put_back(checks_, [&](uint32_t i) -> std::vector<CheckItem>& { return records[i].checks; });
  put_back(fields_, [&](uint32_t i) -> std::vector<FieldValue>& { return records[i].fields; });
  for (auto one = facts_.rbegin(); one != facts_.rend(); ++one) {
    analysis_.facts[one->record] = one->whole;
  }
  for (Named& one : named_) program_.parties[one.record] = std::move(one.whole);
  for (Part& part : parts_) {
    Record& record = records[part.record];
    record.kind = part.kind;
    record.fields = std::move(part.fields);
    record.checks = std::move(part.checks);
    record.body = part.body;
    analysis_.facts[part.record] = part.facts;
    program_.parties[part.record] = std::move(part.parties);
  }
}

bool Forgotten::anything() const {
  return !parts_.empty() || !fields_.empty() || !checks_.empty();
}

void Forgotten::hide_record(uint32_t index) {
  Record& record = program_.set.records[index];
  parts_.push_back({index, record.kind, std::move(record.fields), std::move(record.checks),
                    record.body, analysis_.facts[index], std::move(program_.parties[index])});
  if (nothing_ != kNoKind) record.kind = nothing_;
  record.fields.clear();
  record.checks.clear();
  record.body.slice.count = 0;
  analysis_.facts[index] = {};
  program_.parties[index] = {};
}

void Forgotten::keep_facts(uint32_t index) {
  if (!facts_.empty() && facts_.back().record == index) return;
  facts_.push_back({index, analysis_.facts[index]});
}

void Forgotten::hide_fields(uint32_t index) {
  std::vector<FieldValue>& fields = program_.set.records[index].fields;
  take_out(fields, index, fields_, [&](const FieldValue& field) {
    if (redaction_.shows(field.field)) return false;
    keep_facts(index);
    const Role role = program_.kinds().field(field.field).role;
    forget_role(analysis_.facts[index], role);
    Program::RecordParties& parties = program_.parties[index];
    if (named_.empty() || named_.back().record != index) named_.push_back({index, parties});
    if (role == Role::owner) parties.owners.clear();
    std::erase_if(parties.others, [&](const FieldParty& one) { return one.field == field.field; });
    return true;
  });
}

void Forgotten::hide_checks(uint32_t index) {
  std::vector<CheckItem>& checks = program_.set.records[index].checks;
  take_out(checks, index, checks_, [&](const CheckItem& item) {
    const bool shown = item.region.empty() || redaction_.shows(program_.label(item.region));
    if (shown && !redaction_.hides(item.span)) return false;
    keep_facts(index);
    RecordFacts& facts = analysis_.facts[index];
    if (facts.checks_total > 0) --facts.checks_total;
    if (item.checked && facts.checks_done > 0) --facts.checks_done;
    return true;
  });
}

}  // namespace milepost
