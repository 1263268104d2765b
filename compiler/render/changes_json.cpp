// Writes changes as data.
#include "render/changes_json.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "render/changes_text.h"
#include "render/model_words.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, kRecordVerbs> kVerbs = {
    "came_true", "met",    "reopened", "escalated", "decided",  "turned_down", "finished",
    "closed",    "opened", "moved",    "changed",   "reworded", "gone"};
constexpr std::array<std::string_view, 3> kFates = {"added", "removed", "changed"};
constexpr std::array<std::string_view, kShiftCauses> kCauses = {
    "promised", "dated",  "finished", "not_begun", "overdue",   "blocked", "longer",
    "shorter",  "joined", "reopened", "held",      "had_float", "reserve", "otherwise"};
constexpr std::array<std::string_view, 15> kConsequences = {
    "joined_path",     "left_path",      "verdict",  "gate_reopened", "gate_passed",
    "sign_off_stale",  "sign_off_given", "reasons",  "chance",        "health",
    "reported_health", "rosier",         "gloomier", "new_blocker",   "new_cycle"};
constexpr std::array<std::string_view, 4> kVerdicts = {"none", "go", "conditional_go", "no_go"};

void day(JsonWriter& json, std::string_view name, const std::optional<Date>& date) {
  if (date) json.member(name, to_iso(*date));
}

void edition(JsonWriter& json, std::string_view name, const ViewEdition& one) {
  json.key(name).begin_object();
  json.member("label", one.label).member("title", one.title).member("date", to_iso(one.date));
  if (!one.revision.empty()) json.member("revision", one.revision);
  json.end_object();
}

void subject(JsonWriter& json, const ChangeSubject& one) {
  json.member("id", one.id).member("title", one.title);
}

void health(JsonWriter& json, std::string_view name, ViewHealth one) {
  if (one != ViewHealth::none) json.member(name, health_key(one));
}

void write_shift(JsonWriter& json, const DateShift& shift) {
  json.begin_object();
  subject(json, shift.subject);
  day(json, "was", shift.was);
  day(json, "now", shift.now);
  json.member("days", shift.days);
  day(json, "committed_was", shift.committed_was);
  day(json, "committed_now", shift.committed_now);
  health(json, "health_was", shift.health_was);
  health(json, "health_now", shift.health_now);
  json.member("target", shift.target);
  json.end_object();
}

void write_part(JsonWriter& json, const ShiftPart& part) {
  json.begin_object();
  subject(json, part.item);
  json.member("days", part.days).member("cause", kCauses[static_cast<size_t>(part.cause)]);
  day(json, "was", part.was);
  day(json, "now", part.now);
  if (part.because) json.member("because", part.because->id);
  if (part.float_was) json.member("float_was", *part.float_was);
  if (part.float_now) json.member("float_now", *part.float_now);
  json.end_object();
}

void write_consequence(JsonWriter& json, const Consequence& one) {
  json.begin_object();
  json.member("kind", kConsequences[static_cast<size_t>(one.kind)]);
  if (!one.subject.id.empty()) subject(json, one.subject);
  if (!one.what.empty()) json.member("what", one.what);
  switch (one.kind) {
    case ConsequenceKind::verdict:
      json.member("was", kVerdicts[static_cast<size_t>(one.was)]);
      json.member("now", kVerdicts[static_cast<size_t>(one.now)]);
      break;
    case ConsequenceKind::health:
    case ConsequenceKind::reported_health:
    case ConsequenceKind::rosier:
    case ConsequenceKind::gloomier:
      health(json, "was", static_cast<ViewHealth>(one.was));
      health(json, "now", static_cast<ViewHealth>(one.now));
      break;
    case ConsequenceKind::reasons:
      json.member("was", one.was).member("now", one.now);
      break;
    case ConsequenceKind::chance:
      json.key("was").number(one.was / 1000.0);
      json.key("now").number(one.now / 1000.0);
      break;
    default:
      break;
  }
  json.member("worse", one.worse);
  json.end_object();
}

void write_field(JsonWriter& json, const FieldChange& field) {
  json.begin_object();
  json.member("name", field.name).member("label", field.label);
  json.member("fate", kFates[static_cast<size_t>(field.fate)]);
  if (field.more > 0) json.member("more", field.more);
  if (!field.prose) json.member("was", field.was).member("now", field.now);
  day(json, "before", field.before);
  day(json, "after", field.after);
  if (field.before && field.after) json.member("days", field.days);
  json.member("prose", field.prose).member("wording", field.wording);
  json.end_object();
}

void write_page(JsonWriter& json, const PageChange& change) {
  json.begin_object();
  json.member("path", change.path).member("title", change.title);
  if (!change.was_path.empty()) json.member("was_path", change.was_path);
  if (!change.was_title.empty()) json.member("was_title", change.was_title);
  json.member("fate", kFates[static_cast<size_t>(change.fate)]).member("text", change.text);
  json.end_object();
}

}  // namespace

void write_record_changes(JsonWriter& json, const Changes& changes, const View& after) {
  json.begin_array();
  for (const RecordChange& change : changes.records) {
    json.begin_object();
    json.member("id", change.id).member("kind", change.kind).member("title", change.title);
    json.member("fate", kFates[static_cast<size_t>(change.fate)]);
    json.member("verb", kVerbs[static_cast<size_t>(change.verb)]);
    if (!change.old_id.empty()) json.member("old_id", change.old_id);
    if (change.other != kNoViewRecord) json.member("came_true_as", after.record(change.other).id);
    if (!change.now_file.empty()) {
      json.member("was_file", change.was_file).member("now_file", change.now_file);
    }
    json.key("fields").begin_array();
    for (const FieldChange& field : change.fields) write_field(json, field);
    json.end_array().end_object();
  }
  json.end_array();
}

std::string changes_as_json(const Changes& changes, const View& after) {
  std::string out;
  {
    JsonWriter json(out, JsonLayout::indented);
    json.begin_object().member("schema_version", "1.0.0");
    edition(json, "before", changes.before);
    edition(json, "after", changes.after);
    json.key("shifts").begin_array();
    for (const DateShift& shift : changes.shifts) write_shift(json, shift);
    json.end_array().key("because").begin_array();
    for (const ShiftPart& part : changes.because) write_part(json, part);
    json.end_array().key("consequences").begin_array();
    for (const Consequence& one : changes.consequences) write_consequence(json, one);
    json.end_array().key("records");
    write_record_changes(json, changes, after);
    json.key("pages").begin_array();
    for (const PageChange& change : changes.pages) write_page(json, change);
    json.end_array();
    json.member("reworded", changes.reworded).member("people", changes.people);
    json.end_object();
  }
  return out + "\n";
}

}  // namespace milepost
