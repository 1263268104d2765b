// Copies records with their typed values, field by field, leaving out what is hidden.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "redact/forget.h"
#include "redact/now_labels.h"
#include "redact/view_builder.h"
#include "text/words.h"

namespace milepost {
namespace {

ViewPhase view_phase(Phase phase) {
  return static_cast<ViewPhase>(phase);
}
static_assert(static_cast<int>(ViewPhase::dropped) == static_cast<int>(Phase::dropped));

ViewHealth view_health(Health health) {
  return static_cast<ViewHealth>(health);
}
static_assert(static_cast<int>(ViewHealth::complete) == static_cast<int>(Health::complete));

// Fields that a ViewRecord has members for.
bool has_member(Role role) {
  switch (role) {
    case Role::id:
    case Role::title:
    case Role::status:
    case Role::health:
    case Role::owner:
    case Role::team:
    case Role::visibility:
      return true;
    default:
      return false;
  }
}

bool is_start(Role role) {
  return role == Role::start || role == Role::started || role == Role::raised || role == Role::held;
}

// What analyze/ made of a date that is given by another one.
std::optional<Date> fact_of(const RecordFacts& facts, Role role) {
  switch (role) {
    case Role::needed_by:
      return facts.needed_by;
    case Role::due:
      return facts.due;
    case Role::promised:
      return facts.promised;
    case Role::start:
      return facts.start;
    case Role::decision_needed_by:
      return facts.decision_needed_by;
    case Role::next_review:
      return facts.next_review;
    default:
      return std::nullopt;
  }
}

ViewRelation relation_of(std::string_view written) {
  if (written == "SS") return ViewRelation::start_start;
  if (written == "FF") return ViewRelation::finish_finish;
  return written == "SF" ? ViewRelation::start_finish : ViewRelation::finish_start;
}

}  // namespace

Date ViewBuilder::point_of(const DateValue& date, FieldId field, RecordIndex record) const {
  if (date.is_day()) return date.first;
  const WorkingTime& time = analysis_.time_of(record);
  return is_start(program_.kinds().field(field).role) ? time.as_start(date) : time.as_due(date);
}

ViewTarget ViewBuilder::target(const Target& target, std::string fragment) const {
  ViewTarget out;
  out.fragment = std::move(fragment);
  switch (target.kind) {
    case TargetKind::record:
      out.kind = ViewTargetKind::record;
      out.index = records_[target.index];
      break;
    case TargetKind::page:
      out.kind = ViewTargetKind::page;
      out.index = pages_[target.index];
      break;
    case TargetKind::asset:
      out.kind = ViewTargetKind::asset;
      out.index = assets_[target.index];
      break;
    case TargetKind::external:
      out.kind = ViewTargetKind::external;
      break;
    case TargetKind::heading:
      out.kind = ViewTargetKind::heading;
      out.index = target.index;
      break;
    case TargetKind::none:
      break;
  }
  if (out.index == kHidden) return {};
  return out;
}

ViewParty ViewBuilder::party(const Party& party) const {
  ViewParty out;
  if (party.person != kNoPerson) {
    out.person = ViewPersonId{people_[static_cast<size_t>(party.person)]};
  } else if (party.kind == Party::Kind::team) {
    out.team = ViewTeamId{teams_[party.index]};
  }
  return out;
}

// "Asha Rao"; of a role with a holder "Asha Rao (tech lead)".
std::string ViewBuilder::party_words(const Party& party) const {
  const bool person = party.person != kNoPerson;
  std::string name = person ? program_.person(party.person).name : std::string();
  switch (party.kind) {
    case Party::Kind::person:
      return name;
    case Party::Kind::team: {
      const std::string& team = program_.team(TeamIndex{party.index}).name;
      return person ? name + " (" + team + ")" : team;
    }
    case Party::Kind::role: {
      std::string role(party.text);
      std::ranges::replace(role, '_', ' ');
      return person ? name + " (" + role + ")" : role;
    }
    case Party::Kind::unknown:
      break;
  }
  return person ? name : std::string(party.text);
}

void ViewBuilder::copy_party(const Value& value, bool role, ViewValue& out) {
  const auto at = program_.party_of.find(&value);
  if (at == program_.party_of.end()) return;
  if (role && at->second.kind == Party::Kind::role) {
    // A role was asked for, not who holds it.
    out.text = at->second.text;
    std::ranges::replace(out.text, '_', ' ');
    out.data = ViewWord{program_.set.settings.roles[at->second.index].key};
    return;
  }
  out.text = party_words(at->second);
  out.data = party(at->second);
}

bool ViewBuilder::copy_reference(const Value& value, ViewValue& out) {
  const auto& reference = std::get<Reference>(value.data);
  ViewReference made;
  const auto at = program_.resolved.find(&value);
  if (at != program_.resolved.end()) {
    if (!redaction_.shows(at->second)) return false;
    const auto fragment = fragments_.find(&value);
    made.target = target(at->second, fragment == fragments_.end() ? "" : fragment->second);
    if (made.target.kind == ViewTargetKind::external) made.target.fragment = reference.target;
    if (made.target.kind == ViewTargetKind::heading) made.target = {};
  }
  made.detail = {relation_of(reference.dependency), reference.tentative, reference.lag,
                 reference.delay};
  out.text = reference.label.empty() ? reference.target : reference.label;
  out.data = std::move(made);
  return true;
}

bool ViewBuilder::copy_markdown(const MarkdownText& text, ViewMarkdown& out) const {
  if (!tapes_.has(text.tape)) return false;
  const uint32_t tape = tapes_[text.tape];
  out = {ViewTapeId{tape}, cut_[tape].slice(text.slice)};
  return out.slice.count > 0;
}

// False if the value is hidden or nothing is left of it.
bool ViewBuilder::copy_value(const Value& value, FieldId field, RecordIndex record,
                             ViewValue& out) {
  const Field& info = program_.kinds().field(field);
  out.text = value.text;
  if (info.type == ValueType::url && std::holds_alternative<std::monostate>(value.data)) {
    out.data = ViewUrl{};
  } else if (const auto* date = std::get_if<DateField>(&value.data)) {
    out.data = ViewDate{date->date, point_of(date->date, field, record), date->moved_from};
  } else if (const auto* time = std::get_if<DateTime>(&value.data)) {
    out.data = *time;
  } else if (const auto* when = std::get_if<When>(&value.data)) {
    ViewWhen made;
    made.point = fact_of(analysis_.of(record), info.role);
    const auto from = program_.when_anchor.find(&value);
    if (from != program_.when_anchor.end() && from->second.record != kNoRecord) {
      if (redaction_.shows(from->second.record)) {
        made.anchor = ViewRecordId{records_[static_cast<size_t>(from->second.record)]};
      } else {
        // A date that hidden work drives may be told, the work may not.
        out.text.clear();
        if (!made.point) return false;
      }
    } else if (when->anchor == WhenAnchor::date && !when->shift) {
      out.data = ViewDate{when->date, point_of(when->date, field, record), std::nullopt};
      return true;
    }
    out.data = made;
  } else if (const auto* estimate = std::get_if<Estimate>(&value.data)) {
    // A mapping reads as people write a range, with what is likely beside it.
    if (value.text.starts_with('{') || value.text.find('\n') != std::string_view::npos) {
      const auto words = [&](const Duration& length) {
        return to_text(length, program_.set.settings.durations);
      };
      out.text = words(estimate->optimistic) + ".." + words(estimate->pessimistic) + " (" +
                 words(estimate->likely) + ")";
    }
  } else if (const auto* level = std::get_if<Level>(&value.data)) {
    out.text = level->comment;
    out.data = ViewLevel{level->level};
  } else if (const auto* number_value = std::get_if<double>(&value.data)) {
    out.data = ViewNumber{*number_value, info.type == ValueType::percent};
  } else if (const auto* yes = std::get_if<bool>(&value.data)) {
    out.data = *yes;
  } else if (const auto* money = std::get_if<Money>(&value.data)) {
    out.data = ViewMoney{std::string(money->currency), money->hundredths};
  } else if (const auto* choice = std::get_if<Choice>(&value.data)) {
    out.text = info.choices[choice->index].label;
    out.data = ViewWord{info.choices[choice->index].name};
  } else if (const auto* health = std::get_if<HealthWord>(&value.data)) {
    out.text = health->because;
    out.data = ViewHealthWord{view_health(health->health)};
  } else if (std::holds_alternative<PersonName>(value.data)) {
    copy_party(value, info.type == ValueType::role, out);
  } else if (std::holds_alternative<Reference>(value.data)) {
    return copy_reference(value, out);
  } else if (const auto* markdown = std::get_if<MarkdownText>(&value.data)) {
    ViewMarkdown made;
    if (!copy_markdown(*markdown, made)) return false;
    out.text.clear();  // the tape has the words
    out.data = made;
  } else if (const auto* object = std::get_if<Object>(&value.data)) {
    ViewObject made;
    made.fields = copy_fields(object->fields, record, false);
    if (made.fields.empty()) return false;
    out.text.clear();  // it may quote what is hidden
    out.data = std::move(made);
  }
  return true;
}

// Objects nest as deep as their kinds are defined, not as deep as the input.
std::vector<ViewField> ViewBuilder::copy_fields(const std::vector<FieldValue>& fields,
                                                RecordIndex record, bool top) {
  std::vector<ViewField> out;
  out.reserve(fields.size());
  for (const FieldValue& field : fields) {
    const Field& info = program_.kinds().field(field.field);
    if (!redaction_.shows(field.field) || (top && has_member(info.role))) continue;
    ViewField made;
    made.field = ViewFieldId{fields_[static_cast<size_t>(field.field)]};
    made.values.reserve(field.values.size());
    for (const Value& value : field.values) {
      ViewValue copied;
      if (copy_value(value, field.field, record, copied)) made.values.push_back(std::move(copied));
    }
    if (!made.values.empty()) out.push_back(std::move(made));
  }
  return out;
}

void ViewBuilder::copy_status(const Record& record, const RecordFacts& facts, ViewRecord& out) {
  const Kinds& kinds = program_.kinds();
  const FieldId status = kinds.field_of(record.kind, Role::status);
  const bool told = status == kNoField || redaction_.shows(status);
  if (told) {
    out.phase = view_phase(facts.phase);
    if (facts.status != kNoStatus) out.status = static_cast<uint32_t>(facts.status);
  }
  if (const Value* value = status == kNoField || !told ? nullptr : record.value(status)) {
    const auto* word = std::get_if<StatusWord>(&value->data);
    if (word != nullptr && word->status != kNoStatus) {
      out.status_text = word->comment;
    } else if (facts.status == kNoStatus) {
      out.status_text = value->text;
    }
  }
  const FieldId health = kinds.field_of(record.kind, Role::health);
  if (health != kNoField && !redaction_.shows(health)) return;
  const Value* value = health == kNoField ? nullptr : record.value(health);
  // Without a word of its own it follows from the status.
  if (told || value != nullptr) out.health = view_health(facts.reported);
  const auto* word = value == nullptr ? nullptr : std::get_if<HealthWord>(&value->data);
  if (word == nullptr) return;
  out.health_because = word->because;
  if (word->until) out.health_until = word->until->last;
}

// A hidden meeting has reviewed nothing: then the record's own word counts, and meetings that are
// visible.
std::optional<Date> ViewBuilder::last_review(RecordIndex index) const {
  const Kinds& kinds = program_.kinds();
  const LinkTypeId reviewed = kinds.find_link_type("reviewed_in");
  const LinkTypeId decided = kinds.find_link_type("decided_in");
  bool hidden = false;
  std::optional<Date> last;
  for (const Link& link : program_.outgoing(index)) {
    if (link.type != reviewed && link.type != decided) continue;
    const std::optional<Date>& held = analysis_.of(link.to).held;
    if (!held || *held > analysis_.as_of) continue;
    const FieldId field = kinds.field_of(program_.record(link.to).kind, Role::held);
    if (!redaction_.shows(link) || (field != kNoField && !redaction_.shows(field))) {
      hidden = true;
    } else if (!last || *last < *held) {
      last = held;
    }
  }
  if (!hidden) return analysis_.of(index).last_reviewed;
  const Record& record = program_.record(index);
  const FieldId own = kinds.field_of(record.kind, Role::last_reviewed);
  const Value* value = own == kNoField ? nullptr : record.value(own);
  const auto* date = value == nullptr ? nullptr : std::get_if<DateField>(&value->data);
  if (date == nullptr) return last;
  const Date written = point_of(date->date, own, index);
  return last && *last > written ? last : written;
}

// A team that follows from a hidden owner is not told.
TeamIndex ViewBuilder::team_of(RecordIndex index) const {
  const Record& record = program_.record(index);
  const Kinds& kinds = program_.kinds();
  for (const Role role : {Role::team, Role::owner, Role::provider}) {
    const FieldId field = kinds.field_of(record.kind, role);
    if (field == kNoField) continue;
    if (!redaction_.shows(field)) return kNoTeam;
    if (role == Role::team && record.value(field) != nullptr) break;
  }
  return analysis_.of(index).team;
}

// Facts of fields that are hidden are not told either.
ViewFacts ViewBuilder::copy_facts(RecordIndex index) const {
  const RecordFacts& from = analysis_.of(index);
  const Kinds& kinds = program_.kinds();
  const KindId kind = program_.record(index).kind;
  const auto told = [&](Role role) {
    const FieldId field = kinds.field_of(kind, role);
    return field == kNoField || redaction_.shows(field);
  };
  ViewFacts to;
  const auto copy = [&](auto& target_member, const auto& source_member, Role role) {
    if (told(role)) target_member = source_member;
  };
  copy(to.start, from.start, Role::start);
  copy(to.started, from.started, Role::started);
  copy(to.due, from.due, Role::due);
  copy(to.finished, from.finished, Role::finished);
  copy(to.raised, from.raised, Role::raised);
  copy(to.decided, from.decided, Role::decided);
  copy(to.held, from.held, Role::held);
  copy(to.needed_by, from.needed_by, Role::needed_by);
  copy(to.promised, from.promised, Role::promised);
  copy(to.next_review, from.next_review, Role::next_review);
  if (told(Role::last_reviewed)) to.last_reviewed = last_review(index);
  copy(to.decision_needed_by, from.decision_needed_by, Role::decision_needed_by);
  copy(to.raised_at, from.raised_at, Role::raised);
  copy(to.respond_by, from.respond_by, Role::raised);
  to.responded = from.responded && has_visible_answer(program_, analysis_, redaction_, index);
  copy(to.likelihood, from.likelihood, Role::likelihood);
  copy(to.impact, from.impact, Role::impact);
  copy(to.severity, from.severity, Role::severity);
  copy(to.priority, from.priority, Role::priority);
  if (options_.audience.shows.scores && told(Role::likelihood) && told(Role::impact) &&
      told(Role::score)) {
    to.score = from.score;
    to.band = from.band;
  }
  return to;
}

// Whether a place of the source is shown with the record's body.
bool ViewBuilder::stands_in(const ViewRecord& record, Span place) const {
  if (record.body.slice.count == 0 || !place.is_place()) return false;
  const Tape& tape = cut_[number(record.body.tape)].tape;
  if (tape.file != place.file) return false;
  const uint32_t end = record.body.slice.first + record.body.slice.count;
  const auto covers = [&](uint32_t first, uint32_t last) {
    for (uint32_t i = first; i < last; i += tape.nodes[i].size) {
      if (tape.nodes[i].begin <= place.begin && place.begin < tape.nodes[i].end) return true;
    }
    return false;
  };
  const bool cut = std::ranges::any_of(
      record.body_cuts, [&](TapeSlice run) { return covers(run.first, run.first + run.count); });
  return !cut && covers(record.body.slice.first, end);
}

void ViewBuilder::copy_item(const CheckItem& item, ViewCheck& out) const {
  out.checked = item.checked;
  out.advisory = item.advisory;
  out.group = item.group;
  out.key = item.key;
  const auto words = item_texts_.find(&item);
  out.text = words == item_texts_.end() ? std::string(item.text) : words->second;
  // The key is made of the words, unless the author gives one.
  if (words != item_texts_.end()) out.key.clear();
  for (const FieldValue& field : item.attributes) {
    const std::string& name = program_.kinds().field(field.field).name;
    const Value& value = field.values.front();
    if (name == "due") out.due = analysis_.day(value);
    if (name != "owner") continue;
    const auto party_at = program_.party_of.find(&value);
    if (party_at == program_.party_of.end()) continue;
    const ViewParty who = party(party_at->second);
    out.owner = {who.person, who.team, party_words(party_at->second)};
  }
}

ViewRecord ViewBuilder::copy_record(RecordIndex index) {
  const Record& record = program_.record(index);
  const RecordFacts& facts = analysis_.of(index);
  const Kinds& kinds = program_.kinds();
  ViewRecord out;
  out.kind = ViewKindId{kinds_[static_cast<size_t>(record.kind)]};
  out.id = record.id;
  out.short_id = record.short_id;
  out.title = record.title;
  out.aliases = record.aliases;
  copy_status(record, facts, out);
  const FieldId owner = kinds.field_of(record.kind, Role::owner);
  if (owner == kNoField || redaction_.shows(owner)) {
    for (const Party& one : program_.parties[static_cast<size_t>(index)].owners) {
      out.owners.push_back(party(one));
      out.owner_names.push_back(party_words(one));
    }
  }
  const TeamIndex team = team_of(index);
  if (team != kNoTeam && teams_.has(static_cast<size_t>(team))) {
    out.team = ViewTeamId{teams_[static_cast<size_t>(team)]};
  }
  out.facts = copy_facts(index);
  out.fields = copy_fields(record.fields, index, true);
  for (const CheckItem& check : record.checks) {
    if (!shows_item(check)) continue;
    const bool in_tape = check.node != 0 && tapes_.has(check.tape);
    if (in_tape && cut_[tapes_[check.tape]].node(check.node) == kHidden) continue;
    copy_item(check, out.checks.emplace_back());
  }
  if (copy_markdown(record.body, out.body)) {
    const CutTape& cut = cut_[tapes_[record.body.tape]];
    for (const TapeSlice& run : record.body_cuts) {
      const TapeSlice left = cut.slice(run);
      if (left.count > 0) out.body_cuts.push_back(left);
    }
    std::ranges::sort(out.body_cuts, {}, &TapeSlice::first);
  } else {
    out.body = {};
  }
  for (const UnknownField& field : record.unknown) {
    if (redaction_.hides(field.span)) continue;
    const bool in_body = stands_in(out, field.span);
    out.unknown.push_back({std::string(field.key), std::string(field.text), in_body});
  }
  out.visibility = written_label(program_.labels[static_cast<size_t>(program_.label_of(index))]);
  out.source = source_of(record.span);
  return out;
}

}  // namespace milepost
