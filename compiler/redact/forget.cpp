// Takes hidden records, links, fields and check items out, and puts them back.
#include "redact/forget.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>
#include <variant>

#include "analyze/newest_report.h"

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
  const Phase phase = analysis.of(index).phase;
  if (phase == Phase::done || phase == Phase::dropped) return true;
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
  // Only of records that a hidden meeting looked at anything has to be worked out anew.
  for (const Link& link : program.links) {
    if (!says(link) || redaction.shows(link) || !redaction.shows(link.from)) continue;
    const auto record = static_cast<uint32_t>(link.from);
    RecordFacts& facts = analysis.facts[record];
    reviewed_.push_back({record, facts.last_reviewed});
    facts.last_reviewed.reset();
    const FieldId own = kinds.field_of(program.record(link.from).kind, Role::last_reviewed);
    const Value* value = own == kNoField ? nullptr : program.record(link.from).value(own);
    if (const auto* date = value == nullptr ? nullptr : std::get_if<DateField>(&value->data)) {
      facts.last_reviewed = analysis.time_of(link.from).as_due(date->date);
    }
    for (const Link& other : program.outgoing(link.from)) {
      if (says(other) && redaction.shows(other)) {
        facts.last_reviewed = newest(facts.last_reviewed, analysis.of(other.to).held);
      }
    }
  }
}

VisibleFacts::~VisibleFacts() {
  analysis_.newest_report = newest_report_;
  analysis_.program_reported = reported_;
  for (const uint32_t record : answered_) analysis_.facts[record].responded = true;
  for (auto one = reviewed_.rbegin(); one != reviewed_.rend(); ++one) {
    analysis_.facts[one->record].last_reviewed = one->whole;
  }
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
  hide_links();
}

Forgotten::~Forgotten() {
  std::vector<Record>& records = program_.set.records;
  program_.links = std::move(links_);
  program_.links_out = std::move(links_out_);
  program_.incoming = std::move(incoming_);
  program_.links_in = std::move(links_in_);
  analysis_.schedule.edge_links = std::move(edge_links_);
  put_back(checks_, [&](uint32_t i) -> std::vector<CheckItem>& { return records[i].checks; });
  put_back(fields_, [&](uint32_t i) -> std::vector<FieldValue>& { return records[i].fields; });
  for (auto one = facts_.rbegin(); one != facts_.rend(); ++one) {
    analysis_.facts[one->record] = one->whole;
  }
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
  return !parts_.empty() || !fields_.empty() || !checks_.empty() ||
         links_.size() != program_.links.size();
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
    forget_role(analysis_.facts[index], program_.kinds().field(field.field).role);
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

void Forgotten::hide_links() {
  const std::size_t records = program_.set.records.size();
  links_ = std::move(program_.links);
  links_out_ = std::move(program_.links_out);
  incoming_ = std::move(program_.incoming);
  links_in_ = std::move(program_.links_in);
  std::vector<Link> kept;
  std::vector<uint32_t> fresh(links_.size(), kHidden);
  for (uint32_t i = 0; i < links_.size(); ++i) {
    if (!redaction_.shows(links_[i])) continue;
    fresh[i] = static_cast<uint32_t>(kept.size());
    kept.push_back(links_[i]);
  }
  std::vector<uint32_t> out(records + 1), in(records + 1), incoming;
  for (const Link& link : kept) {
    ++out[static_cast<std::size_t>(link.from) + 1];
    ++in[static_cast<std::size_t>(link.to) + 1];
  }
  for (std::size_t i = 0; i < records; ++i) {
    out[i + 1] += out[i];
    in[i + 1] += in[i];
  }
  for (const uint32_t number : incoming_) {
    if (fresh[number] != kHidden) incoming.push_back(fresh[number]);
  }
  program_.links = std::move(kept);
  program_.links_out = std::move(out);
  program_.incoming = std::move(incoming);
  program_.links_in = std::move(in);
  edge_links_ = analysis_.schedule.edge_links;
  for (uint32_t& link : analysis_.schedule.edge_links) {
    if (link < fresh.size()) link = fresh[link];
  }
}

}  // namespace milepost
