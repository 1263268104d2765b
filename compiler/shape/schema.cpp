// The schemas of record files, of front matter and of program.yaml.
#include "shape/schema.h"

#include <initializer_list>

#include "shape/schedule_settings.h"
#include "shape/schema_fields.h"
#include "text/json_writer.h"

namespace milepost {
namespace {

constexpr std::string_view kDraft = "http://json-schema.org/draft-07/schema#";

std::vector<KindId> concrete_kinds(const Kinds& kinds) {
  std::vector<KindId> ids;
  for (const Kind& kind : kinds.kinds) {
    if (!kind.abstract) ids.push_back(kind.id);
  }
  return ids;
}

void head(JsonWriter& json, std::string_view title) {
  json.begin_object().member("$schema", kDraft).member("title", title);
}

// program.yaml, one function for each shape that occurs in it.
class ProgramSchema {
 public:
  ProgramSchema(const Kinds& kinds, JsonWriter& json)
      : kinds_(kinds), json_(json), fields_(kinds, json) {}

  void write() {
    head(json_, "program.yaml");
    json_.member("type", "object").key("required").begin_array().string("program").end_array();
    json_.key("properties").begin_object();
    text("program", "The title; the only key that is required.");
    text("id", "A short name.");
    text("description", "One sentence, shown under the title.");
    text("start", "The first day: what Week 12 counts from.");
    text("as_of", "The day on which lateness is judged; else today.");
    text("target", "The milestone or release that the program is judged by.");
    schedule();
    described("baseline", "The date that was promised for a record, by its id.");
    json_.member("type", "object").key("additionalProperties");
    fields_.types({"string", "integer"});
    json_.end_object();
    choice("date_order", {"dmy", "mdy"}, "How 03/04/2026 is read.");
    json_.key("calendar");
    calendar();
    entries("people", {"name", "team", "role", "email", "calendar", "week"}, {"away"},
            "The people, by a short key.");
    entries("teams", {"name", "lead", "calendar"}, {}, "The teams, by a short key.");
    map_of_lists("roles", "Who holds which role: approvals and escalations name roles.");
    entries("escalation", {"respond"}, {"path"}, "How fast a blocker has to be answered.");
    entries("change_control", {}, {"approvals", "impact"},
            "Which roles agree to a change of each type, and what is assessed before.");
    entries("incident_response", {"respond", "mitigate", "resolve", "review"}, {},
            "How fast an incident of each severity is answered, ended and looked back at.");
    audiences();
    entry("sign_offs", {"to"}, {"roles", "covers"},
          "Which roles sign a release, what they sign, and where it is written.");
    gates();
    list("labels", "Labels of visibility beside public, internal and restricted.");
    records();
    list("exclude", "Files that are not read, as in .gitignore.");
    json_.key("kinds").begin_object().member("type", "object");
    json_.member("description", "Kinds of records of your own, and fields for those there are.");
    json_.key("additionalProperties").begin_object().member("$ref", "#/definitions/language.kind");
    json_.end_object().end_object();
    severities();
    thresholds();
    versions();
    text("findings_baseline", "A file of findings that are known.");
    entry("site", {"base_url", "edit_url", "theme", "language", "robots"}, {},
          "How the site is made.");
    publish();
    json_.key("limits").begin_object().member("type", "object").key("additionalProperties");
    fields_.types({"integer", "string"});
    json_.end_object();
    for (const KindId id : concrete_kinds(kinds_)) {
      json_.key(kinds_.kind(id).plural);
      fields_.list_of(id);
    }
    json_.end_object().member("additionalProperties", false);
    definitions();
    json_.end_object();
  }

 private:
  // Words, or a mapping of them.
  void versions() {
    described("versions", "Which moments of the history are versions of the site.");
    json_.key("anyOf").begin_array();
    list_schema();
    json_.begin_object().member("type", "object");
    properties({"cadence", "keep"}, {"tags", "branches", "commits", "dates", "snapshots"});
    json_.end_object().end_array().end_object();
  }

  // A gate is a list of items or a mapping; `sets` has lists of gates.
  void gates() {
    described("gates", "Gates that releases name, with their items, and sets of gates.");
    json_.member("type", "object").key("additionalProperties").begin_object();
    json_.key("anyOf").begin_array();
    json_.begin_object().member("type", "object").key("properties").begin_object();
    for (const std::string_view name : {"title", "owner", "due", "if"}) {
      json_.key(name);
      fields_.types({"string"});
    }
    json_.key("items");
    gate_items();
    json_.end_object().end_object();
    gate_items();
    fields_.types({"null"});
    json_.end_array().end_object().end_object();
  }
  void gate_items() {
    json_.begin_object().member("type", "array").key("items").begin_object();
    json_.key("anyOf").begin_array();
    fields_.types({"string"});
    json_.begin_object().member("type", "object").key("properties").begin_object();
    for (const std::string_view name :
         {"id", "text", "owner", "due", "if", "evidence", "expect", "notes"}) {
      json_.key(name);
      fields_.types({"string"});
    }
    for (const std::string_view name : {"advisory", "required"}) {
      json_.key(name);
      fields_.types({"boolean", "string"});
    }
    json_.end_object().end_object().end_array().end_object().end_object();
  }
  void described(std::string_view name, std::string_view description) {
    json_.key(name).begin_object().member("description", description);
  }

  void text(std::string_view name, std::string_view description) {
    described(name, description);
    json_.key("type").begin_array();
    for (const std::string_view type : {"string", "number", "null"}) json_.string(type);
    json_.end_array().end_object();
  }

  void choice(std::string_view name, std::initializer_list<std::string_view> words,
              std::string_view description) {
    described(name, description);
    json_.key("enum").begin_array();
    for (const std::string_view word : words) json_.string(word);
    json_.end_array().end_object();
  }

  // A list of single values, or one of them.
  void list_schema() {
    json_.begin_object().key("anyOf").begin_array();
    fields_.types({"string", "number", "null"});
    json_.begin_object().member("type", "array").key("items");
    fields_.types({"string", "number"});
    json_.end_object().end_array().end_object();
  }

  void list(std::string_view name, std::string_view description) {
    described(name, description);
    json_.key("allOf").begin_array();
    list_schema();
    json_.end_array().end_object();
  }

  void map_of_lists(std::string_view name, std::string_view description) {
    described(name, description);
    json_.member("type", "object").key("additionalProperties");
    list_schema();
    json_.end_object();
  }

  void properties(std::initializer_list<std::string_view> texts,
                  std::initializer_list<std::string_view> lists) {
    json_.key("properties").begin_object();
    for (const std::string_view name : texts) {
      json_.key(name);
      fields_.types({"string", "number", "boolean", "null"});
    }
    for (const std::string_view name : lists) {
      json_.key(name);
      list_schema();
    }
    json_.end_object().member("additionalProperties", false);
  }

  void entry(std::string_view name, std::initializer_list<std::string_view> texts,
             std::initializer_list<std::string_view> lists, std::string_view description) {
    described(name, description);
    json_.member("type", "object");
    properties(texts, lists);
    json_.end_object();
  }

  // A mapping of keys to mappings, or to one value each.
  void entries(std::string_view name, std::initializer_list<std::string_view> texts,
               std::initializer_list<std::string_view> lists, std::string_view description) {
    described(name, description);
    json_.member("type", "object").key("additionalProperties").begin_object();
    json_.key("anyOf").begin_array();
    json_.begin_object().member("type", "object");
    properties(texts, lists);
    json_.end_object();
    fields_.types({"string", "null"});
    json_.end_array().end_object().end_object();
  }

  void audiences() {
    described("audiences", "Who may see what, and what stands on their page.");
    json_.member("type", "object").key("additionalProperties").begin_object();
    json_.key("anyOf").begin_array();
    json_.begin_object().member("type", "object").key("properties").begin_object();
    text("title", "What the audience is called.");
    text("cadence", "How often it hears of the program: weekly.");
    choice("redaction", {"name", "omit"}, "What stands for something that it does not see.");
    list("sees", "The labels that it sees.");
    list("shows",
         "What is computed and told: all, or some of verdict, health, scores, "
         "probabilities, metrics and findings.");
    described("pages", "The sections of its status page: blocks, or sections of your own.");
    json_.key("type").begin_array().string("array").string("null").end_array();
    json_.key("items").begin_object().key("anyOf").begin_array();
    fields_.types({"string"});
    json_.begin_object().member("type", "object");
    properties({"section", "title", "text", "record", "field", "kind", "most"}, {});
    json_.end_object().end_array().end_object().end_object();
    json_.end_object().member("additionalProperties", false).end_object();
    fields_.types({"null"});
    json_.end_array().end_object().end_object();
  }

  void holidays() {
    json_.begin_object().key("anyOf").begin_array();
    list_schema();
    fields_.types({"object"});
    json_.end_array().end_object();
  }

  void calendar() {
    json_.begin_object().member("description", "Which days are worked, and what dates mean.");
    json_.member("type", "object").key("properties").begin_object();
    text("timezone", "An IANA name, Europe/London.");
    text("week", "The working days: mon-fri, sun-thu.");
    text("hours_per_day", "What 16h is worth in days.");
    text("fiscal_start", "The month in which Q1 begins.");
    json_.key("holidays");
    holidays();
    json_.key("freezes");
    holidays();
    json_.key("sprints").begin_object().member("type", "object");
    properties({"first", "length"}, {});
    json_.end_object();
    json_.key("calendars").begin_object().member("type", "object");
    json_.key("additionalProperties").begin_object().key("anyOf").begin_array();
    json_.begin_object().member("type", "object").key("properties").begin_object();
    json_.key("holidays");
    holidays();
    text("week", "The working days.");
    text("hours_per_day", "Hours of a working day.");
    described("inherits", "Whether the program's holidays hold as well.");
    json_.member("type", "boolean").end_object();
    json_.end_object().member("additionalProperties", false).end_object();
    list_schema();
    json_.end_array().end_object().end_object();
    json_.end_object().member("additionalProperties", false).end_object();
  }

  void records() {
    described("records", "Which files hold records of which kind; later entries win.");
    json_.key("type").begin_array().string("array").string("null").end_array();
    json_.key("items").begin_object().member("type", "object").key("properties").begin_object();
    text("path", "A pattern: raid/*.md");
    described("kind", "A kind, `raid` for files that mix kinds, or `page`.");
    json_.key("anyOf").begin_array();
    json_.begin_object().key("enum").begin_array().string("raid");
    for (const KindId id : concrete_kinds(kinds_)) json_.string(kinds_.kind(id).name);
    json_.end_array().end_object();
    fields_.types({"string"});
    json_.end_array().end_object();
    text("visibility", "The label of what is found there.");
    json_.end_object().key("required").begin_array().string("path").end_array();
    json_.member("additionalProperties", false).end_object().end_object();
  }

  void publish() {
    described("publish", "For whom the site is that `milepost build --publish` makes.");
    json_.key("type").begin_array().string("object").string("null").end_array();
    json_.key("properties").begin_object();
    text("audience", "An audience; public unless the place is access-controlled.");
    described("access_controlled", "Whether only that audience can open the place.");
    json_.member("type", "boolean").end_object();
    json_.end_object().member("additionalProperties", false).end_object();
  }

  void schedule() {
    described("schedule", "How dates come about, and how many futures the forecast tries.");
    json_.key("anyOf").begin_array();
    modes();
    json_.begin_object().member("type", "object").key("properties").begin_object();
    json_.key("mode");
    modes();
    text("near_critical", "How much float still counts as near-critical: 5d.");
    described("trials", "Futures that the forecast tries, 100 to 100000; 0: no forecast.");
    json_.member("type", "integer").member("minimum", 0).member("maximum", 100'000).end_object();
    described("seed", "What the forecast draws from: another number, other futures.");
    json_.member("type", "integer").member("minimum", 0).end_object();
    json_.end_object().member("additionalProperties", false).end_object();
    json_.end_array().end_object();
  }

  void modes() {
    json_.begin_object().key("enum").begin_array();
    for (const std::string_view word : {"commitments", "effort"}) json_.string(word);
    json_.null().end_array().end_object();
  }

  void thresholds() {
    described("thresholds", "From when on rules and computed health speak; whole numbers.");
    json_.member("type", "object").key("properties").begin_object();
    for (const std::string_view name : threshold_names()) {
      json_.key(name).begin_object().member("type", "integer").member("minimum", 0);
      json_.member("maximum", 1000).end_object();
    }
    json_.end_object().member("additionalProperties", false).end_object();
  }

  void severities() {
    described("rules", "The severity of rules, by code or name.");
    json_.member("type", "object").key("additionalProperties").begin_object();
    json_.key("enum").begin_array();
    for (const std::string_view word : {"off", "note", "warning", "error"}) json_.string(word);
    json_.boolean(false);  // `off` in YAML 1.1
    json_.end_array().end_object().end_object();
  }

  void definitions() {
    fields_.definitions(concrete_kinds(kinds_), [&] { kind_language(); });
  }

  // What stands under `kinds:`.
  void kind_language() {
    json_.key("language.kind").begin_object().key("type").begin_array();
    json_.string("object").string("null").end_array();
    json_.key("properties").begin_object();
    described("is_a", "The kind whose fields, statuses and rules it takes over.");
    json_.key("anyOf").begin_array().begin_object().key("enum").begin_array();
    for (const Kind& kind : kinds_.kinds) json_.string(kind.name);
    json_.end_array().end_object();
    fields_.types({"string"});
    json_.end_array().end_object();
    for (const std::string_view name :
         {"label", "plural", "plural_label", "doc", "visibility", "example"}) {
      json_.key(name);
      fields_.types({"string"});
    }
    for (const std::string_view name : {"work", "hygiene", "abstract"}) {
      json_.key(name);
      fields_.types({"boolean"});
    }
    for (const std::string_view name : {"prefix", "aliases", "template"}) {
      json_.key(name);
      list_schema();
    }
    json_.key("fields").begin_object().member("type", "object").key("additionalProperties");
    fields_.reference("language.field");
    json_.end_object();
    json_.key("links").begin_object().member("type", "object").key("additionalProperties");
    json_.begin_object().key("anyOf").begin_array();
    list_schema();
    fields_.reference("language.field");
    json_.end_array().end_object().end_object();
    json_.key("statuses").begin_object().key("anyOf").begin_array();
    json_.begin_object().member("type", "object").key("additionalProperties").begin_object();
    json_.key("anyOf").begin_array();
    phases();
    json_.begin_object().member("type", "object").key("properties").begin_object();
    json_.key("phase");
    phases();
    json_.key("label");
    fields_.types({"string"});
    json_.key("synonyms");
    list_schema();
    json_.key("visibility");
    fields_.types({"string"});
    json_.end_object().member("additionalProperties", false).end_object();
    json_.end_array().end_object().end_object();
    list_schema();
    json_.end_array().end_object();
    json_.end_object().member("additionalProperties", false).end_object();
    field_language();
  }

  void phases() {
    json_.begin_object().key("enum").begin_array();
    for (const Phase phase : {Phase::waiting, Phase::doing, Phase::done, Phase::dropped}) {
      json_.string(phase_name(phase));
    }
    json_.null().end_array().end_object();
  }

  void type_words() {
    json_.begin_object().key("enum").begin_array();
    for (size_t i = 0; i <= static_cast<size_t>(ValueType::object); ++i) {
      json_.string(type_name(static_cast<ValueType>(i)));
    }
    json_.string("bool").null().end_array().end_object();
  }

  void field_language() {
    json_.key("language.field").begin_object().key("anyOf").begin_array();
    type_words();
    json_.begin_object().member("type", "array").member("maxItems", 1).key("items");
    type_words();
    json_.end_object();
    json_.begin_object().member("type", "object").key("properties").begin_object();
    json_.key("type").begin_object().key("anyOf").begin_array();
    type_words();
    json_.begin_object().member("type", "array").member("maxItems", 1).key("items");
    type_words();
    json_.end_object().end_array().end_object();
    json_.key("role").begin_object().key("enum").begin_array();
    for (size_t i = 0; i < kRoleCount; ++i) json_.string(role_name(static_cast<Role>(i)));
    json_.end_array().end_object();
    for (const std::string_view name :
         {"list", "keyed", "required", "loose", "title_like", "last", "acyclic"}) {
      json_.key(name);
      fields_.types({"boolean"});
    }
    for (const std::string_view name :
         {"label", "doc", "prose", "visibility", "inverse", "inverse_label"}) {
      json_.key(name);
      fields_.types({"string"});
    }
    for (const std::string_view name : {"synonyms", "to"}) {
      json_.key(name);
      list_schema();
    }
    json_.key("choices").begin_object().key("anyOf").begin_array();
    list_schema();
    json_.begin_object().member("type", "object").key("additionalProperties");
    list_schema();
    json_.end_object().end_array().end_object();
    json_.key("fields").begin_object().member("type", "object").key("additionalProperties");
    fields_.reference("language.field");
    json_.end_object().end_object().member("additionalProperties", false).end_object();
    json_.end_array().end_object();
  }

  const Kinds& kinds_;
  JsonWriter& json_;
  FieldSchemas fields_;
};

}  // namespace

std::string records_schema(const Kinds& kinds) {
  std::string text;
  JsonWriter json(text, JsonLayout::compact);
  FieldSchemas fields(kinds, json);
  const std::vector<KindId> all = concrete_kinds(kinds);
  head(json, "Records of a program");
  json.member("type", "object");
  json.key("if").begin_object().key("required").begin_array().string("kind").end_array();
  json.end_object();
  // One record with `kind:`.
  json.key("then").begin_object().key("allOf").begin_array();
  for (const KindId id : all) {
    json.begin_object().key("if").begin_object().key("properties").begin_object().key("kind");
    json.begin_object().member("const", kinds.kind(id).name).end_object().end_object().end_object();
    json.key("then");
    fields.record(id);
    json.end_object();
  }
  json.end_array().end_object();
  // Lists of records under their plurals.
  json.key("else").begin_object().key("properties").begin_object();
  for (const KindId id : all) {
    json.key(kinds.kind(id).plural);
    fields.list_of(id);
  }
  json.end_object().end_object();
  fields.definitions(all);
  json.end_object();
  return text + "\n";
}

std::string front_matter_schema(const Kinds& kinds, KindId kind) {
  std::string text;
  JsonWriter json(text, JsonLayout::compact);
  FieldSchemas fields(kinds, json);
  head(json, "Front matter: " + kinds.kind(kind).label);
  json.key("allOf").begin_array();
  fields.record(kind);
  json.end_array();
  fields.definitions({kind});
  json.end_object();
  return text + "\n";
}

std::string program_schema(const Kinds& kinds) {
  std::string text;
  JsonWriter json(text, JsonLayout::compact);
  ProgramSchema(kinds, json).write();
  return text + "\n";
}

}  // namespace milepost
