// Finds out who every person, team and role field names.
#include "link/people.h"

#include <algorithm>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "link/codes.h"
#include "link/directory.h"
#include "link/values.h"

namespace milepost {
namespace {

struct Mention {
  uint32_t record;
  FieldId outer, field;
  const Value* value;
  const PersonName* name;
  bool of_item;      // of a check item: who is told of the item is told of its owner
  LabelIndex label;  // of the record, field or region: the one that fewest may see
};

struct Known {
  Party party;
  std::vector<PersonIndex> several;
};

std::string key_of(ValueType type, const Mention& mention) {
  std::string key(1, static_cast<char>(type));
  key.append(mention.name->name);
  key.push_back('\0');
  key.append(mention.name->detail);
  return key;
}

std::vector<Mention> collect(const Program& program) {
  std::vector<Mention> mentions;
  const std::vector<Record>& records = program.set.records;
  for (uint32_t i = 0; i < records.size(); ++i) {
    bool of_item = false;
    LabelIndex region = kPublicLabel;
    const auto add = [&](FieldId outer, FieldId field, const Value& value) {
      const PersonName* name = std::get_if<PersonName>(&value.data);
      if (name != nullptr && !name->name.empty()) {
        LabelIndex label = std::max(program.label_of(RecordIndex{i}), region);
        for (const FieldId id : {outer, field}) {
          if (id == kNoField || program.label_of(id) == kNoLabel) continue;
          label = std::max(label, program.label_of(id));
        }
        mentions.push_back({i, outer, field, &value, name, of_item, label});
      }
    };
    for_each_value(records[i], add);
    of_item = true;
    for (const CheckItem& item : records[i].checks) {
      region = item.region.empty() ? kPublicLabel : program.label(item.region);
      if (!item.attributes.empty()) for_each_value(item.attributes, add);
    }
  }
  return mentions;
}

void report_several(const Program& program, const std::vector<PersonIndex>& several,
                    const Mention& mention, DiagnosticSink& sink) {
  std::string keys;
  for (const PersonIndex index : several) {
    keys += keys.empty() ? "`" : index == several.back() ? " or `" : ", `";
    keys += program.person(index).key + "`";
  }
  report(sink, kAmbiguousPerson, Severity::warning, mention.value->span,
         "`" + std::string(mention.name->name) + "` is the first name of several people",
         "write " + keys);
}

// Names in program.yaml itself: team leads and who holds a role.
void resolve_settings(Program& program, Directory& directory) {
  const Settings& settings = program.set.settings;
  program.role_people.resize(settings.roles.size());
  for (std::size_t i = 0; i < settings.roles.size(); ++i) {
    for (const std::string& name : settings.roles[i].people) {
      const Party party =
          directory.find(ValueType::person, {name, {}}, name, settings.roles[i].span);
      if (party.person != kNoPerson) program.role_people[i].push_back(party.person);
    }
  }
  for (std::size_t i = 0; i < settings.teams.size(); ++i) {
    const std::string& lead = settings.teams[i].lead;
    if (lead.empty()) continue;
    const Party party = directory.find(ValueType::person, {lead, {}}, lead, settings.teams[i].span);
    program.teams[i].lead = party.person;
  }
}

// Teams first, so that "Platform" in one table and "Platform team" in another are the same,
// whichever comes first.
void add_teams(const Program& program, std::span<const Mention* const> mentions,
               std::unordered_set<std::string>& seen, Directory& directory) {
  const Kinds& kinds = program.kinds();
  for (const Mention* mention : mentions) {
    const std::string_view name = mention->name->name;
    const bool is_team = kinds.field(mention->field).type == ValueType::team;
    if (!seen.insert(key_of(kinds.field(mention->field).type, *mention)).second) continue;
    if (!is_team && !Directory::says_team(name)) continue;
    if (directory.find_team(name) != kNoTeam) continue;
    const PersonIndex person = directory.find_person(name);
    if (person != kNoPerson && (!is_team || program.person(person).on_roster)) continue;
    if (is_team && directory.has_role(name)) continue;
    directory.add_team(name, mention->value->span);
  }
}

}  // namespace

void resolve_people(Program& program, DiagnosticSink& sink) {
  Directory directory(program);
  const std::vector<Mention> mentions = collect(program);
  const Kinds& kinds = program.kinds();
  // Label by label, so that who a name means, how it is spelled and which key it gets depends on
  // nothing that fewer may see. The same names come again and again.
  std::vector<const Mention*> order;
  order.reserve(mentions.size());
  for (const Mention& mention : mentions) order.push_back(&mention);
  std::ranges::stable_sort(order, {}, &Mention::label);
  std::unordered_set<std::string> seen;
  std::unordered_map<std::string, Known> known;
  for (auto begin = order.begin();;) {
    const auto end = std::ranges::find_if(
        begin, order.end(), [&](const Mention* other) { return other->label != (*begin)->label; });
    add_teams(program, {begin, end}, seen, directory);
    if (begin == order.begin()) resolve_settings(program, directory);
    if (begin == order.end()) break;
    for (; begin != end; ++begin) {
      const Mention& mention = **begin;
      const ValueType type = kinds.field(mention.field).type;
      const auto [at, fresh] = known.try_emplace(key_of(type, mention));
      if (!fresh) continue;
      at->second.party = directory.find(type, *mention.name, mention.value->text,
                                        mention.value->span, &at->second.several);
    }
    if (begin == order.end()) break;
  }

  program.parties.resize(program.set.records.size());
  program.party_of.reserve(mentions.size());
  for (const Mention& mention : mentions) {
    const ValueType type = kinds.field(mention.field).type;
    const auto at = known.find(key_of(type, mention));
    Party party = at->second.party;
    party.text = mention.value->text;
    if (!at->second.several.empty() && party.kind == Party::Kind::person &&
        !program.person(party.person).on_roster) {
      report_several(program, at->second.several, mention, sink);
    }
    program.party_of.emplace(mention.value, party);
    if (mention.of_item) continue;
    Program::RecordParties& parties = program.parties[mention.record];
    const Record& record = program.set.records[mention.record];
    if (mention.outer == mention.field &&
        mention.field == kinds.field_of(record.kind, Role::owner)) {
      parties.owners.push_back(party);
    } else {
      parties.others.push_back({mention.field, mention.value, party});
    }
  }
}

}  // namespace milepost
