// Finds out who every person, team and role field names.
#include "link/people.h"

#include <algorithm>
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
  bool of_item;  // of a check item: who is told of the item is told of its owner
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
    const auto add = [&](FieldId outer, FieldId field, const Value& value) {
      const PersonName* name = std::get_if<PersonName>(&value.data);
      if (name != nullptr && !name->name.empty()) {
        mentions.push_back({i, outer, field, &value, name, of_item});
      }
    };
    for_each_value(records[i], add);
    of_item = true;
    for_each_item_value(records[i], add);
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

}  // namespace

void resolve_people(Program& program, DiagnosticSink& sink) {
  Directory directory(program);
  const std::vector<Mention> mentions = collect(program);
  const Kinds& kinds = program.kinds();
  // Teams first, so that "Platform" in one table and "Platform team" in another are the same,
  // whichever comes first.
  std::unordered_set<std::string> seen;
  for (const Mention& mention : mentions) {
    const bool is_team = kinds.field(mention.field).type == ValueType::team;
    if (!seen.insert(key_of(kinds.field(mention.field).type, mention)).second) continue;
    if (!is_team && !Directory::says_team(mention.name->name)) continue;
    if (directory.find_team(mention.name->name) != kNoTeam) continue;
    if (directory.find_person(mention.name->name) != kNoPerson) continue;
    if (is_team && directory.has_role(mention.name->name)) continue;
    directory.add_team(mention.name->name, mention.value->span);
  }
  resolve_settings(program, directory);

  program.parties.resize(program.set.records.size());
  program.party_of.reserve(mentions.size());
  // The same names come again and again.
  std::unordered_map<std::string, Known> known;
  for (const Mention& mention : mentions) {
    const ValueType type = kinds.field(mention.field).type;
    const auto [at, fresh] = known.try_emplace(key_of(type, mention));
    if (fresh) {
      at->second.party = directory.find(type, *mention.name, mention.value->text,
                                        mention.value->span, &at->second.several);
    }
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
