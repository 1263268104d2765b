// Writes the model of a View.
#include "render/model_json.h"

#include <array>
#include <string_view>
#include <variant>
#include <vector>

#include "compare/past.h"
#include "diagnostics/rule.h"
#include "diagnostics/wording.h"
#include "render/changes_json.h"
#include "render/link_detail.h"
#include "render/model_readiness_json.h"
#include "render/model_schedule_json.h"
#include "render/model_words.h"
#include "render/trends_json.h"
#include "text/json_writer.h"

namespace milepost {
namespace {

constexpr std::string_view kSchemaVersion = "1.0.0";

std::string_view severity_word(Severity severity) {
  constexpr std::array<std::string_view, 4> words = {"off", "note", "warning", "error"};
  return words[static_cast<size_t>(severity)];
}

class ModelWriter {
 public:
  ModelWriter(const Outline& outline, std::string& out)
      : outline_(outline), view_(outline.view), json_(out) {}

  void write() {
    json_.begin_object().member("schema_version", kSchemaVersion);
    json_.key("generator").begin_object().member("name", "milepost");
    json_.member("version", view_.program.version).end_object();
    program();
    records();
    links();
    people();
    pages();
    json_.key("schedule");
    write_model_schedule(json_, view_);
    json_.key("releases");
    write_model_releases(json_, view_);
    json_.key("acceptance");
    write_model_acceptance(json_, view_);
    checklists();
    json_.key("metrics").begin_array().end_array();
    findings();
    json_.key("changes");
    if (outline_.past != nullptr && outline_.past->changes) {
      write_record_changes(json_, *outline_.past->changes, view_);
    } else {
      json_.begin_array().end_array();
    }
    write_trends(json_, outline_);
    json_.end_object();
  }

 private:
  void text_or_null(std::string_view key, std::string_view text) {
    json_.key(key);
    if (text.empty()) {
      json_.null();
    } else {
      json_.string(text);
    }
  }

  void source(const ViewSource& place) {
    if (place.line == 0) return;
    json_.key("source").begin_object().member("file", view_.files[place.file]);
    json_.member("line", place.line).end_object();
  }

  void program() {
    const ViewProgram& program = view_.program;
    json_.key("program").begin_object();
    text_or_null("id", program.id);
    json_.member("title", program.title).member("as_of", to_iso(program.as_of));
    const std::string& label = program.edition.label;
    json_.member("version", label.empty() ? std::string_view("latest") : std::string_view(label));
    text_or_null("audience", program.audience);
    json_.member("computed_from", program.insider ? "all" : "published");
    json_.key("health").begin_object();
    text_or_null("reported", health_key(program.reported));
    text_or_null("computed", health_key(view_.schedule.computed));
    json_.end_object();
    const ViewRecordId target =
        program.target != kNoViewRecord ? program.target : view_.schedule.target;
    text_or_null("target", target == kNoViewRecord ? std::string_view()
                                                   : std::string_view(view_.record(target).id));
    json_.end_object();
  }

  void records() {
    json_.key("records").begin_array();
    for (uint32_t i = 0; i < view_.records.size(); ++i) record(ViewRecordId{i});
    json_.end_array();
  }

  void record(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    const ViewKind& kind = view_.kind_of(record);
    json_.begin_object().member("id", record.id).member("kind", kind.name);
    json_.member("title", record.title);
    text_or_null("status", record.status < kind.statuses.size()
                               ? std::string_view(kind.statuses[record.status].name)
                               : std::string_view(record.status_text));
    json_.key("phase");
    if (kind.statuses.empty()) {
      json_.null();
    } else {
      json_.string(phase_word(record.phase));
    }
    text_or_null("health", health_key(record.health));
    json_.key("owner").begin_array();
    for (size_t i = 0; i < record.owners.size(); ++i) {
      json_.string(party_key(view_, record.owners[i], record.owner_names[i]));
    }
    json_.end_array();
    text_or_null("team", record.team == kNoViewTeam
                             ? std::string_view()
                             : std::string_view(view_.team(record.team).key));
    json_.key("fields");
    fields(record.fields);
    if (!record.unknown.empty()) {
      json_.key("other").begin_object();
      for (const ViewUnknownField& field : record.unknown) json_.member(field.key, field.text);
      json_.end_object();
    }
    json_.key("aliases").begin_array();
    for (const std::string& alias : record.aliases) json_.string(alias);
    json_.end_array();
    json_.member("visibility", record.visibility);
    source(record.source);
    json_.member("url", outline_.path_of(id).encoded()).end_object();
  }

  // --- values
  // --------------------------------------------------------------------------------------

  void fields(const std::vector<ViewField>& fields) {
    json_.begin_object();
    for (const ViewField& field : fields) {
      const ViewFieldInfo& info = view_.field(field.field);
      json_.key(info.name);
      if (info.list) json_.begin_array();
      // A field that is no list has one value; were there more, the first is it.
      const size_t count = info.list ? field.values.size() : 1;
      for (size_t i = 0; i < count; ++i) value(field.values[i]);
      if (info.list) json_.end_array();
    }
    json_.end_object();
  }

  void value(const ViewValue& value) {
    if (const auto* level = std::get_if<ViewLevel>(&value.data)) {
      json_.integer(level->level);
    } else if (const auto* number = std::get_if<ViewNumber>(&value.data)) {
      json_.number(number->value);
    } else if (const auto* yes = std::get_if<bool>(&value.data)) {
      json_.boolean(*yes);
    } else if (const auto* money = std::get_if<ViewMoney>(&value.data)) {
      json_.begin_object();
      text_or_null("currency", money->currency);
      json_.key("amount").number(static_cast<double>(money->hundredths) / 100).end_object();
    } else if (const auto* object = std::get_if<ViewObject>(&value.data)) {
      fields(object->fields);
    } else {
      json_.string(model_text(view_, value));
    }
  }

  // --- the rest
  // ------------------------------------------------------------------------------------

  void links() {
    json_.key("links").begin_array();
    for (const ViewLink& link : view_.links) {
      json_.begin_object().member("from", view_.record(link.from).id);
      json_.member("type", view_.link_types[link.type].name);
      json_.member("to", view_.record(link.to).id);
      if (!link.detail.empty()) detail(link.detail);
      source(link.source);
      json_.end_object();
    }
    json_.end_array();
  }

  void detail(const ViewLinkDetail& detail) {
    constexpr std::array<std::string_view, 4> relations = {"FS", "SS", "FF", "SF"};
    const DurationContext context = view_.working_time.duration_context();
    json_.member("detail", link_detail_text(view_, detail));
    json_.member("relation", relations[static_cast<size_t>(detail.relation)]);
    if (detail.lag) json_.member("lag", to_text(*detail.lag, context));
    if (detail.delay) {
      json_.key("delay").begin_array();
      for (const Duration days : {detail.delay->optimistic, detail.delay->pessimistic}) {
        json_.string(to_text(days, context));
      }
      json_.end_array();
    }
  }

  void people() {
    json_.key("people").begin_array();
    for (const ViewPerson& person : view_.people) {
      json_.begin_object().member("key", person.key).member("name", person.name);
      text_or_null("role", person.role);
      text_or_null("team", person.team == kNoViewTeam
                               ? std::string_view()
                               : std::string_view(view_.team(person.team).key));
      json_.end_object();
    }
    json_.end_array().key("teams").begin_array();
    for (const ViewTeam& team : view_.teams) {
      json_.begin_object().member("key", team.key).member("name", team.name);
      text_or_null("lead", team.lead == kNoViewPerson
                               ? std::string_view()
                               : std::string_view(view_.person(team.lead).key));
      json_.end_object();
    }
    json_.end_array();
  }

  void pages() {
    json_.key("pages").begin_array();
    for (uint32_t i = 0; i < view_.pages.size(); ++i) {
      json_.begin_object().member("title", view_.pages[i].title);
      json_.member("url", outline_.path_of(ViewPageId{i}).encoded());
      if (view_.program.insider) {
        json_.key("source").begin_object().member("file", view_.pages[i].path).end_object();
      }
      json_.end_object();
    }
    json_.end_array();
  }

  void checklists() {
    json_.key("checklists").begin_array();
    for (const ViewRecord& record : view_.records) {
      if (record.checks.empty()) continue;
      uint32_t done = 0;
      for (const ViewCheck& check : record.checks) done += check.checked ? 1 : 0;
      json_.begin_object().member("record", record.id).member("done", done);
      json_.member("total", static_cast<uint32_t>(record.checks.size())).end_object();
    }
    json_.end_array();
  }

  std::string argument_text(const ViewArgument& argument) const {
    if (const auto* record = std::get_if<ViewRecordId>(&argument)) {
      return view_.record(*record).short_id;
    }
    if (const auto* person = std::get_if<ViewPersonId>(&argument)) {
      return view_.person(*person).name;
    }
    if (const auto* date = std::get_if<Date>(&argument)) return to_iso(*date);
    if (const auto* days = std::get_if<ViewDays>(&argument)) return working_days_text(days->days);
    if (const auto* integer = std::get_if<int64_t>(&argument)) return std::to_string(*integer);
    return std::get<std::string>(argument);
  }

  void findings() {
    json_.key("findings").begin_array();
    for (const ViewFinding& finding : view_.findings) {
      json_.begin_object().member("code", code_name(finding.rule->code));
      json_.member("rule", finding.rule->name);
      json_.member("severity", severity_word(finding.severity));
      json_.key("subjects").begin_array();
      for (const ViewRecordId id : finding.subjects) json_.string(view_.record(id).id);
      json_.end_array();
      std::vector<std::string> arguments;
      for (const ViewArgument& argument : finding.arguments) {
        arguments.push_back(argument_text(argument));
      }
      json_.member("message", fill_message(finding.rule->message, arguments));
      source(finding.source);
      json_.end_object();
    }
    json_.end_array();
  }

  const Outline& outline_;
  const View& view_;
  JsonWriter json_;
};

}  // namespace

std::string model_json(const Outline& outline) {
  std::string out;
  const View& view = outline.view;
  out.reserve(512 * (view.records.size() + view.links.size() / 4 + view.schedule.items.size() +
                     view.schedule.edges.size() / 4 + 4));
  ModelWriter(outline, out).write();
  out += '\n';
  return out;
}

}  // namespace milepost
