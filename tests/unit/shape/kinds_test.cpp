// The built-in kinds keep what the rest of the compiler counts on.
#include "shape/kinds.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>

#include "catch.h"
#include "files/embedded.h"
#include "parse/yaml.h"
#include "shape/compile_kinds.h"
#include "shape/kind_compiler.h"
#include "shape/kind_definitions.h"
#include "text/ascii.h"

namespace milepost {
namespace {

TEST_CASE("kinds.yaml has nothing to complain about", "[shape][kinds]") {
  const EmbeddedFile* file = find_embedded("compiler/shape/kinds.yaml");
  REQUIRE(file != nullptr);
  DiagnosticSink sink;
  const YamlTree tree = parse_yaml(file->bytes, kNoFile, 0, {}, sink);
  const KindDefinitions library = read_kind_library(tree, sink);
  compile_definitions(library, {}, sink);
  for (const Diagnostic& d : sink.take_sorted()) {
    UNSCOPED_INFO(d.message << "; " << d.help << " at byte " << d.span.begin);
    CHECK(false);
  }
  // Kinds of the library itself: names that `is_a`, `to` and `template` use exist.
  std::set<std::string_view> names;
  for (const KindDefinition& kind : library.kinds) names.insert(kind.name.text);
  for (const KindDefinition& kind : library.kinds) {
    for (const FieldDefinition& field : kind.fields) {
      if (!field.to) continue;
      for (const KindWord& target : *field.to) CHECK(names.count(target.text) == 1);
    }
  }
}

TEST_CASE("every kind of the record language is built in", "[shape][kinds]") {
  const auto kinds = builtin_kinds();
  for (const std::string_view name :
       {"charter",     "objective",  "requirement",   "workstream", "task",     "milestone",
        "dependency",  "risk",       "assumption",    "issue",      "action",   "decision",
        "blocker",     "escalation", "change",        "release",    "incident", "status report",
        "stakeholder", "meeting",    "communication", "metric",     "budget",   "capacity",
        "vendor",      "lesson",     "document",      "page",       "sign off"}) {
    INFO(name);
    CHECK(kinds->find_kind(name) != kNoKind);
  }
  CHECK(kinds->find_kind("deliverable") == kinds->find_kind("task"));
  CHECK(kinds->find_kind("deliverables") == kinds->find_kind("task"));
  CHECK(kinds->find_kind("record") == kNoKind);
  CHECK(kinds->find_kind("banana") == kNoKind);
}

TEST_CASE("kinds, fields and statuses are described and sound", "[shape][kinds]") {
  const auto kinds = builtin_kinds();
  std::set<std::string> prefixes;
  std::set<std::string> plurals;
  for (const Kind& kind : kinds->kinds) {
    INFO("kind " << kind.name);
    CHECK(kind.doc.size() > 10);
    CHECK(kind.doc.back() == '.');
    REQUIRE(kind.role_fields.size() == kRoleCount);
    REQUIRE_FALSE(kind.statuses.empty());
    CHECK(kind.id == KindId{static_cast<uint16_t>(&kind - kinds->kinds.data())});
    if (!kind.abstract) {
      CHECK(prefixes.insert(ascii_lower(kind.prefix)).second);
      CHECK(plurals.insert(kind.plural).second);
      CHECK(kind.is_a != kNoKind);
      CHECK_FALSE(kind.example.empty());
      for (const std::string& prefix : kind.more_prefixes) {
        CHECK(prefixes.insert(ascii_lower(prefix)).second);
      }
    }
    std::set<std::string> names;
    std::set<Role> roles;
    for (const FieldId id : kind.fields) {
      const Field& field = kinds->field(id);
      INFO("field " << field.name);
      CHECK(field.id == id);
      CHECK(names.insert(field.name).second);
      CHECK(kinds->find_field(kind.id, field.name) == id);
      CHECK(field.doc.size() > 5);
      CHECK((field.type == ValueType::choice) == !field.choices.empty());
      CHECK((field.type == ValueType::object) == !field.fields.empty());
      CHECK((field.type != ValueType::ref || field.link != kNoLinkType));
      if (field.prose != kNoField) {
        CHECK(std::count(kind.fields.begin(), kind.fields.end(), field.prose) == 1);
      }
      if (field.role != Role::none) {
        CHECK(roles.insert(field.role).second);
        CHECK(kinds->field_of(kind.id, field.role) == id);
      }
      for (const FieldId part : field.fields) {
        CHECK_FALSE(kinds->field(part).doc.empty());
        CHECK(kinds->find_sub_field(id, kinds->field(part).name) == part);
      }
    }
    for (size_t i = 0; i < kind.statuses.size(); ++i) {
      CHECK(kinds->find_status(kind.id, kind.statuses[i].name) ==
            StatusId{static_cast<uint16_t>(i)});
      CHECK(kinds->find_status(kind.id, kind.statuses[i].label) ==
            StatusId{static_cast<uint16_t>(i)});
    }
    // Whoever has a life has a way out of it.
    CHECK(std::any_of(kind.statuses.begin(), kind.statuses.end(),
                      [](const Status& s) { return s.phase == Phase::done; }));
  }
}

TEST_CASE("a word stands for one field of a kind only", "[shape][kinds]") {
  // Two fields that a kind itself gives the same word: the second would never be found by it.
  const EmbeddedFile* file = find_embedded("compiler/shape/kinds.yaml");
  DiagnosticSink sink;
  const YamlTree tree = parse_yaml(file->bytes, kNoFile, 0, {}, sink);
  const KindDefinitions library = read_kind_library(tree, sink);
  for (const KindDefinition& kind : library.kinds) {
    std::map<std::string_view, std::string_view> words;
    for (const FieldDefinition& field : kind.fields) {
      for (const std::string_view word : field.synonyms) {
        INFO(kind.name.text << ": " << word);
        const auto [at, made] = words.emplace(word, field.name.text);
        CHECK((made || at->second == field.name.text));
      }
    }
  }
}

TEST_CASE("roles that other stages look for", "[shape][kinds]") {
  const auto kinds = builtin_kinds();
  const auto has = [&](std::string_view kind, Role role) {
    return kinds->field_of(kinds->find_kind(kind), role) != kNoField;
  };
  for (const std::string_view kind : {"task", "milestone", "release", "dependency", "action"}) {
    INFO(kind);
    CHECK(has(kind, Role::due));
    CHECK(has(kind, Role::health));
    CHECK(has(kind, Role::owner));
  }
  for (const Role role : {Role::likelihood, Role::impact, Role::mitigation, Role::next_review,
                          Role::last_reviewed, Role::trigger, Role::contingency, Role::score}) {
    CHECK(has("risk", role));
  }
  for (const Role role : {Role::provider, Role::consumer, Role::needed_by, Role::promised,
                          Role::commitment, Role::agreed, Role::confidence, Role::type}) {
    CHECK(has("dependency", role));
  }
  for (const Role role : {Role::options, Role::recommendation, Role::decision_needed_by,
                          Role::escalated_to, Role::raised_by, Role::severity}) {
    CHECK(has("escalation", role));
  }
  for (const Role role :
       {Role::gates, Role::signoffs, Role::waivers, Role::launch, Role::rollback}) {
    CHECK(has("release", role));
  }
  CHECK(has("meeting", Role::reviewed));
  CHECK(has("meeting", Role::held));
  CHECK(has("blocker", Role::acknowledged));
  CHECK(has("decision", Role::rationale));
  CHECK(has("status report", Role::period));
  const auto is_work = [&](std::string_view kind) {
    return kinds->kind(kinds->find_kind(kind)).is_work;
  };
  CHECK(is_work("task"));
  CHECK(is_work("milestone"));
  CHECK(is_work("dependency"));
  CHECK(is_work("release"));
  CHECK_FALSE(is_work("risk"));
}

TEST_CASE("what is restricted without anyone saying so", "[shape][kinds]") {
  const auto kinds = builtin_kinds();
  const auto restricted = [&](std::string_view kind, std::string_view field) {
    return kinds->field(kinds->find_field(kinds->find_kind(kind), field)).visibility ==
           "restricted";
  };
  CHECK(restricted("stakeholder", "influence"));
  CHECK(restricted("stakeholder", "interest"));
  CHECK(restricted("status report", "morale"));
  CHECK_FALSE(restricted("risk", "impact"));
  CHECK(kinds->kind(kinds->find_kind("budget")).visibility == "restricted");
  CHECK(kinds->kind(kinds->find_kind("capacity")).visibility == "restricted");
  CHECK(kinds->kind(kinds->find_kind("risk")).visibility == "internal");
  const Kind& escalation = kinds->kind(kinds->find_kind("escalation"));
  for (const Status& status : escalation.statuses) {
    CHECK(status.restricted == (status.name == "draft"));
  }
}

TEST_CASE("link types and their inverses", "[shape][kinds]") {
  const auto kinds = builtin_kinds();
  const std::string_view pairs =
      "depends_on required_by part_of contains delivers delivered_by mitigates mitigated_by "
      "threatens threatened_by realized_as realizes blocks blocked_by escalates escalated_by "
      "decides decided_by changes changed_by amends amended_by supersedes superseded_by causes "
      "caused_by measures measured_by satisfies satisfied_by raised_in raised";
  const std::vector<std::string_view> names = split_trimmed(pairs, " ");
  for (size_t i = 0; i < names.size(); i += 2) {
    INFO(names[i]);
    bool inverse = true;
    const LinkTypeId type = kinds->find_link_type(names[i], &inverse);
    REQUIRE(type != kNoLinkType);
    CHECK_FALSE(inverse);
    CHECK(kinds->find_link_type(names[i + 1], &inverse) == type);
    CHECK(inverse);
    CHECK(kinds->link_type(type).inverse == names[i + 1]);
  }
  for (const std::string_view name : {"evidence", "relates_to", "mentions"}) {
    CHECK(kinds->find_link_type(name) != kNoLinkType);
  }
  CHECK(kinds->link_type(kinds->find_link_type("depends_on")).acyclic);
  CHECK_FALSE(kinds->link_type(kinds->find_link_type("relates_to")).acyclic);
  const KindId dependency = kinds->find_kind("dependency");
  const Field& required_by = kinds->field(kinds->find_field(dependency, "Required by"));
  CHECK(required_by.inverse);
  CHECK(required_by.link == kinds->find_link_type("depends_on"));
}

TEST_CASE("prefixes of ids", "[shape][kinds]") {
  const auto kinds = builtin_kinds();
  const auto name = [&](std::string_view prefix) {
    const KindId kind = kinds->find_prefix(prefix);
    return kind == kNoKind ? std::string() : kinds->kind(kind).name;
  };
  const std::map<std::string_view, std::string_view> prefixes = {{"R", "risk"},
                                                                 {"RISK", "risk"},
                                                                 {"T", "task"},
                                                                 {"TASK", "task"},
                                                                 {"M", "milestone"},
                                                                 {"MS", "milestone"},
                                                                 {"DEP", "dependency"},
                                                                 {"I", "issue"},
                                                                 {"ISS", "issue"},
                                                                 {"ISSUE", "issue"},
                                                                 {"A", "action"},
                                                                 {"ACT", "action"},
                                                                 {"ASM", "assumption"},
                                                                 {"D", "decision"},
                                                                 {"DEC", "decision"},
                                                                 {"ADR", "decision"},
                                                                 {"B", "blocker"},
                                                                 {"BLOCKER", "blocker"},
                                                                 {"E", "escalation"},
                                                                 {"ESC", "escalation"},
                                                                 {"ESCALATION", "escalation"},
                                                                 {"CR", "change"},
                                                                 {"CHG", "change"},
                                                                 {"REL", "release"},
                                                                 {"RELEASE", "release"},
                                                                 {"INC", "incident"},
                                                                 {"SR", "status_report"},
                                                                 {"STATUS", "status_report"},
                                                                 {"STK", "stakeholder"},
                                                                 {"MTG", "meeting"},
                                                                 {"COM", "communication"},
                                                                 {"MET", "metric"},
                                                                 {"BUD", "budget"},
                                                                 {"CAP", "capacity"},
                                                                 {"VEN", "vendor"},
                                                                 {"LES", "lesson"},
                                                                 {"WS", "workstream"},
                                                                 {"OBJ", "objective"},
                                                                 {"REQ", "requirement"},
                                                                 {"CH", "charter"},
                                                                 {"dep", "dependency"},
                                                                 {"BLK", "blocker"}};
  for (const auto& [prefix, kind] : prefixes) {
    INFO(prefix);
    CHECK(name(prefix) == kind);
  }
  CHECK(name("X").empty());
  CHECK(name("").empty());
}

TEST_CASE("choices and sub-fields by the words people use", "[shape][kinds]") {
  const auto kinds = builtin_kinds();
  const KindId task = kinds->find_kind("task");
  const FieldId priority = kinds->find_field(task, "Priority");
  const auto choice = [&](FieldId field, std::string_view word) {
    const auto found = kinds->find_choice(field, word);
    return found ? kinds->field(field).choices[*found].name : std::string();
  };
  CHECK(choice(priority, "Must have") == "must");
  CHECK(choice(priority, "Won't have") == "wont");
  CHECK(choice(priority, "P1") == "high");
  CHECK(choice(priority, "someday").empty());
  const FieldId severity = kinds->find_field(kinds->find_kind("blocker"), "Severity");
  CHECK(choice(severity, "P0") == "p0");
  CHECK(choice(severity, "Critical") == "p0");
  const FieldId type = kinds->find_field(kinds->find_kind("dependency"), "Type");
  CHECK(choice(type, "Third party") == "external");
  const FieldId signoffs = kinds->find_field(kinds->find_kind("release"), "Sign-offs");
  const auto part = [&](std::string_view header) {
    const FieldId found = kinds->find_sub_field(signoffs, header);
    return found == kNoField ? std::string() : kinds->field(found).name;
  };
  CHECK(part("Role") == "role");
  CHECK(part("Name") == "by");
  CHECK(part("Status") == "decision");
  CHECK(part("Date") == "on");
  CHECK(part("Shoe size").empty());
}

TEST_CASE("the kinds are compiled in no time", "[shape][kinds]") {
  // Three milliseconds in a release build; tests are not optimized and the machine may be busy.
  const EmbeddedFile* file = find_embedded("compiler/shape/kinds.yaml");
  auto best = std::chrono::steady_clock::duration::max();
  for (int i = 0; i < 5; ++i) {
    const auto start = std::chrono::steady_clock::now();
    DiagnosticSink sink;
    const YamlTree tree = parse_yaml(file->bytes, kNoFile, 0, {}, sink);
    const auto kinds = compile_definitions(read_kind_library(tree, sink), {}, sink);
    best = std::min(best, std::chrono::steady_clock::now() - start);
    CHECK(kinds->kinds.size() > 20);
  }
  CHECK(best < std::chrono::milliseconds(150));
}

}  // namespace
}  // namespace milepost
