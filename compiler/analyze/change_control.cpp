// Reads change requests against what change control asks of their type.
#include "analyze/change_control.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include "analyze/named_values.h"
#include "calendar/date_parse.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

// What was said at an approval: nothing written beside a name or a day means yes.
ApprovalState state_of(std::string_view decision, bool named) {
  constexpr std::array<std::string_view, 6> no = {"reject", "denied", "declin",
                                                  "refuse", "no",     "not approved"};
  constexpr std::array<std::string_view, 7> open = {"pending",   "open", "waiting", "await",
                                                    "requested", "tbd",  "not yet"};
  const auto begins = [&](std::string_view word) { return istarts_with(decision, word); };
  if (decision.empty()) return named ? ApprovalState::agreed : ApprovalState::waiting;
  if (std::ranges::any_of(open, begins)) return ApprovalState::waiting;
  return std::ranges::any_of(no, begins) ? ApprovalState::refused : ApprovalState::agreed;
}

// "tech_lead" reads "Tech lead", "tpm" "TPM".
std::string role_words(std::string_view key) {
  constexpr std::array<std::string_view, 12> kShort = {"tpm", "pm",  "po",  "em",   "qa", "sre",
                                                       "cto", "ceo", "cfo", "ciso", "vp", "hr"};
  if (std::ranges::find(kShort, key) != kShort.end()) return ascii_upper(key);
  std::string text(key);
  std::ranges::replace(text, '_', ' ');
  if (!text.empty()) text[0] = ascii_upper(text[0]);
  return text;
}

class ChangeReader {
 public:
  ChangeReader(const Program& program, const Analysis& analysis, const ReadinessMask& mask)
      : program_(program), analysis_(analysis), values_(program, mask) {}

  ChangeControl read(RecordIndex index) {
    ChangeControl made;
    made.record = index;
    const Phase phase = analysis_.of(index).phase;
    const std::string_view status = status_of(index);
    made.implemented = phase == Phase::done;
    made.approved = made.implemented || status == "approved";
    made.open = !made.approved && phase != Phase::dropped && status != "deferred";
    const ChangeControlEntry* control = control_of(index);
    read_approvals(index, made);
    if (control != nullptr) require(*control, index, made);
    std::ranges::stable_partition(made.approvals, &ChangeApproval::required);
    read_impact(index, control, made);
    for (const Value& value : values_.all(index, "applies")) read_move(value, made);
    return made;
  }

 private:
  std::string_view status_of(RecordIndex index) const {
    const Kind& kind = program_.kinds().kind(program_.record(index).kind);
    const StatusId status = analysis_.of(index).status;
    return static_cast<size_t>(status) < kind.statuses.size()
               ? std::string_view(kind.statuses[static_cast<size_t>(status)].name)
               : std::string_view();
  }

  const ChangeControlEntry* control_of(RecordIndex index) const {
    const Value* type = values_.first(index, "type");
    if (type == nullptr) return nullptr;
    std::string word = normalize_label(type->text);
    if (const auto* choice = std::get_if<Choice>(&type->data)) {
      const FieldId field = program_.kinds().find_field(program_.record(index).kind, "type");
      const std::vector<ChoiceWord>& words = program_.kinds().field(field).choices;
      if (choice->index < words.size()) word = words[choice->index].name;
    }
    const auto& all = program_.set.settings.change_control;
    const auto found = std::ranges::find(all, word, &ChangeControlEntry::type);
    return found == all.end() ? nullptr : &*found;
  }

  // --- approvals --------------------------------------------------------------------------------

  size_t role_number(std::string_view key) const {
    const auto& roles = program_.set.settings.roles;
    const std::string wanted = normalize_label(key);
    const auto found = std::ranges::find_if(
        roles, [&](const RoleEntry& role) { return normalize_label(role.key) == wanted; });
    return static_cast<size_t>(found - roles.begin());
  }

  bool holds(PersonIndex person, size_t role) const {
    return role < program_.role_people.size() &&
           std::ranges::find(program_.role_people[role], person) !=
               program_.role_people[role].end();
  }

  void read_approvals(RecordIndex index, ChangeControl& made) const {
    for (const Value& value : values_.all(index, "approvals")) {
      ChangeApproval one;
      one.required = false;
      one.place = value.span;
      const Value* role = values_.part(value, "role");
      NamedParty by = values_.party(values_.part(value, "by"));
      if (role != nullptr) {
        // A single value stands for the role and may well be a person.
        const NamedParty party = values_.party(role);
        const auto found = program_.party_of.find(role);
        const bool is_role =
            found != program_.party_of.end() && found->second.kind == Party::Kind::role;
        if (is_role) {
          one.role = program_.set.settings.roles[found->second.index].key;
        } else if (by.empty() && party.person != kNoPerson) {
          by = party;
        } else {
          one.role = std::string(role->text);
        }
      }
      one.role_text = role_words(one.role);
      one.by = by.person;
      one.by_text = by.person == kNoPerson ? by.text : std::string();
      if (const Value* on = values_.part(value, "on")) {
        one.on = values_.day(on, analysis_.program_time(), std::nullopt);
      }
      one.state = state_of(values_.words(values_.part(value, "decision")),
                           !by.empty() || one.on.has_value());
      one.notes = values_.words(values_.part(value, "notes"));
      made.approvals.push_back(std::move(one));
    }
  }

  void require(const ChangeControlEntry& control, RecordIndex index, ChangeControl& made) const {
    std::vector<ChangeApproval> required;
    for (const std::string& key : control.approvals) {
      const size_t role = role_number(key);
      const bool held = role < program_.role_people.size() && !program_.role_people[role].empty();
      if (!control.written && !held) continue;
      // Who speaks for the role; else somebody who holds it and does not say as what.
      auto found = std::ranges::find_if(made.approvals, [&](const ChangeApproval& one) {
        return !one.required && normalize_label(one.role) == normalize_label(key);
      });
      if (found == made.approvals.end()) {
        found = std::ranges::find_if(made.approvals, [&](const ChangeApproval& one) {
          return !one.required && one.role.empty() && one.by != kNoPerson && holds(one.by, role);
        });
      }
      if (found == made.approvals.end()) {
        ChangeApproval missing;
        missing.role = key;
        missing.role_text = role_words(key);
        missing.place = program_.record(index).span;
        required.push_back(std::move(missing));
        continue;
      }
      found->required = true;
      found->role = key;
      found->role_text = role_words(key);
      found->not_held = held && found->by != kNoPerson && !holds(found->by, role);
    }
    made.approvals.insert(made.approvals.end(), required.begin(), required.end());
  }

  // --- impact -----------------------------------------------------------------------------------

  void read_impact(RecordIndex index, const ChangeControlEntry* control,
                   ChangeControl& made) const {
    const Kinds& kinds = program_.kinds();
    const FieldId impact = kinds.find_field(program_.record(index).kind, "impact");
    if (impact == kNoField) return;
    const Value* written = values_.first(index, "impact");
    for (const FieldId id : kinds.field(impact).fields) {
      const Field& field = kinds.field(id);
      const Value* part = written == nullptr ? nullptr : values_.part(*written, field.name);
      ImpactArea area;
      area.area = field.name;
      area.label = field.label;
      area.assessed = part != nullptr && !part->text.empty();
      area.required = control != nullptr &&
                      std::ranges::find(control->impact, field.name) != control->impact.end();
      if (area.required || area.assessed) made.impact.push_back(std::move(area));
    }
  }

  // --- what it moves ----------------------------------------------------------------------------

  std::optional<Date> day_of(std::string_view text) const {
    const DateParse read = parse_whole_date(text, program_.set.settings.dates);
    if (!read.value || !read.value->is_day()) return std::nullopt;
    return read.value->first;
  }

  static std::string text_of(const Value* value) {
    return value == nullptr ? std::string() : normalize_spaces(value->text);
  }

  void read_move(const Value& value, ChangeControl& made) const {
    ChangeMove move;
    move.place = value.span;
    const Value* to = values_.part(value, "to");
    move.record_text = text_of(to);
    move.record = values_.record(to);
    move.field_text = text_of(values_.part(value, "field"));
    move.from = text_of(values_.part(value, "from"));
    move.to = text_of(values_.part(value, "to_value"));
    move.before = day_of(move.from);
    move.after = day_of(move.to);
    if (move.before && move.after) {
      const WorkingTime& time =
          move.record == kNoRecord ? analysis_.program_time() : analysis_.time_of(move.record);
      move.days = *move.before <= *move.after ? time.between(*move.before, *move.after)
                                              : -time.between(*move.after, *move.before);
    }
    if (move.record != kNoRecord) compare(move);
    made.moves.push_back(std::move(move));
  }

  void compare(ChangeMove& move) const {
    const Record& record = program_.record(move.record);
    move.field = program_.kinds().find_field(record.kind, move.field_text);
    if (move.field == kNoField || move.to.empty()) return;
    const FieldValue* field = record.find(move.field);
    for (const Value& value : field == nullptr ? std::vector<Value>() : field->values) {
      if (!move.now.empty()) move.now += ", ";
      move.now += text_of(&value);
      if (const auto* date = std::get_if<DateField>(&value.data)) {
        if (date->date.is_day()) move.today = date->date.first;
      }
    }
    const auto same = [&](std::string_view text, const std::optional<Date>& day) {
      if (day && move.today) return *day == *move.today;
      return normalize_label(text) == normalize_label(move.now);
    };
    move.state = same(move.to, move.after)                            ? MoveState::applied
                 : !move.from.empty() && same(move.from, move.before) ? MoveState::waiting
                                                                      : MoveState::otherwise;
  }

  const Program& program_;
  const Analysis& analysis_;
  NamedValues values_;
};

}  // namespace

uint32_t ChangeControl::required() const {
  return static_cast<uint32_t>(std::ranges::count_if(approvals, &ChangeApproval::required));
}

uint32_t ChangeControl::agreed() const {
  return static_cast<uint32_t>(std::ranges::count_if(approvals, [](const ChangeApproval& one) {
    return one.required && one.state == ApprovalState::agreed;
  }));
}

uint32_t ChangeControl::not_assessed() const {
  return static_cast<uint32_t>(std::ranges::count_if(
      impact, [](const ImpactArea& area) { return area.required && !area.assessed; }));
}

std::vector<ChangeControl> read_changes(const Program& program, const Analysis& analysis,
                                        const ReadinessMask& mask) {
  std::vector<ChangeControl> changes;
  const KindId kind = program.kinds().find_kind("change");
  if (kind == kNoKind) return changes;
  ChangeReader reader(program, analysis, mask);
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    if (mask.shows(RecordIndex{i}) && program.kinds().is(program.set.records[i].kind, kind)) {
      changes.push_back(reader.read(RecordIndex{i}));
    }
  }
  return changes;
}

}  // namespace milepost
