// Prints what audiences see of one record.
#include "driver/record_sight.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "driver/output.h"
#include "driver/run_report.h"
#include "markup/html.h"
#include "redact/sight.h"
#include "shape/yaml_values.h"
#include "text/ascii.h"
#include "text/json_writer.h"

namespace milepost {
namespace {

const char* word_of(SightState state) {
  switch (state) {
    case SightState::kept:
      return "kept";
    case SightState::replaced:
      return "replaced";
    case SightState::left_out:
      return "left out";
  }
  return "";
}

std::string place_text(const Places& places, Span span) {
  if (!span.is_place()) return {};
  return fmt::format("{}:{}", places.path(span.file), places.range(span).begin.line);
}

std::string sight_text(const Sight& sight, const Audience& audience, const Places& places) {
  const std::string who =
      audience.name.empty() ? "the plain site" : fmt::format("`{}`", audience.name);
  std::string out = fmt::format("{} \"{}\" ({}, {})\n", sight.id, printable(sight.title),
                                sight.kind, place_text(places, sight.span));
  std::string sees;
  for (const std::string& label : audience.sees) {
    sees += fmt::format("{}`{}`", sees.empty() ? "" : ", ", label);
  }
  out += fmt::format("  {} it: it is `{}` ({}), and {} sees {}\n",
                     sight.visible ? who + " shows" : who + " does not show", sight.label,
                     sight.why, who, sees);
  const auto title = [&](const char* text) { out += fmt::format("  {}\n", text); };
  if (!sight.fields.empty()) title("Fields");
  for (const SightField& field : sight.fields) {
    out += fmt::format("    {:<9} {}{}\n", field.shown ? "shown" : "hidden", field.name,
                       field.why.empty() ? "" : ": " + field.why);
  }
  if (!sight.regions.empty()) title("Regions");
  for (const SightRegion& region : sight.regions) {
    out += fmt::format("    {:<9} {} (`{}`)\n", region.shown ? "shown" : "hidden",
                       place_text(places, region.span), printable(region.label));
  }
  if (!sight.references.empty()) title("References");
  for (const SightReference& one : sight.references) {
    out += fmt::format("    {:<9} {} ({})\n", word_of(one.state), printable(one.name),
                       place_text(places, one.span));
  }
  if (sight.visible) return out;
  if (sight.traces.empty() && sight.dates.empty()) title("Nothing that is shown leads to it");
  if (!sight.traces.empty()) title("References to it in what is shown");
  for (const SightReference& one : sight.traces) {
    out += fmt::format("    {:<9} {}\n", word_of(one.state), place_text(places, one.span));
  }
  if (!sight.dates.empty()) title("Dates that come from it");
  for (const SightDate& one : sight.dates) {
    out += fmt::format("    {} {}\n", to_iso(one.date), one.id);
  }
  return out;
}

void write_place(JsonWriter& json, const Places& places, Span span) {
  if (!span.is_place()) return;
  json.member("file", places.path(span.file));
  json.member("line", places.range(span).begin.line);
}

void write_references(JsonWriter& json, std::string_view key,
                      const std::vector<SightReference>& references, const Places& places) {
  json.key(key).begin_array();
  for (const SightReference& one : references) {
    json.begin_object();
    if (!one.name.empty()) json.member("to", one.name);
    json.member("state", one.state == SightState::left_out ? "left_out" : word_of(one.state));
    write_place(json, places, one.span);
    json.end_object();
  }
  json.end_array();
}

void write_sight(JsonWriter& json, const Sight& sight, const Audience& audience,
                 const Places& places) {
  json.begin_object();
  json.key("audience");
  if (audience.name.empty()) {
    json.null();
  } else {
    json.string(audience.name);
  }
  json.member("id", sight.id).member("title", sight.title).member("kind", sight.kind);
  write_place(json, places, sight.span);
  json.member("visible", sight.visible).member("label", sight.label).member("why", sight.why);
  json.key("fields").begin_array();
  for (const SightField& field : sight.fields) {
    json.begin_object().member("name", field.name).member("shown", field.shown);
    if (!field.why.empty()) json.member("why", field.why);
    json.end_object();
  }
  json.end_array();
  json.key("regions").begin_array();
  for (const SightRegion& region : sight.regions) {
    json.begin_object().member("label", region.label).member("shown", region.shown);
    write_place(json, places, region.span);
    json.end_object();
  }
  json.end_array();
  write_references(json, "references", sight.references, places);
  write_references(json, "traces", sight.traces, places);
  json.key("dates").begin_array();
  for (const SightDate& one : sight.dates) {
    json.begin_object().member("id", one.id).member("date", to_iso(one.date)).end_object();
  }
  json.end_array().end_object();
}

RecordIndex record_named(const Program& program, std::string_view word) {
  const RecordIndex exact = program.find(word);
  if (exact != kNoRecord) return exact;
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    const Record& record = program.set.records[i];
    if (iequals(record.id, word) || iequals(record.short_id, word) ||
        std::ranges::find(record.aliases, word) != record.aliases.end()) {
      return RecordIndex{i};
    }
  }
  return kNoRecord;
}

}  // namespace

int print_record_sight(const CommandLine& line, const ProgramRun& run,
                       std::span<const Audience> audiences) {
  const Program& program = run.values.program;
  const RecordIndex record = record_named(program, line.record);
  if (record == kNoRecord) {
    std::vector<std::string_view> ids;
    for (const Record& one : program.set.records) ids.push_back(one.id);
    print_error(fmt::format("milepost: no record has the id `{}`; {}\n", visible_text(line.record),
                            did_you_mean(line.record, ids, "`milepost check` names the records")));
    return kUsage;
  }
  if (line.format != "text" && line.format != "json") {
    print_error("milepost: --record is told as text or json\n");
    return kUsage;
  }
  const Places places = places_of(run.values.sources);
  std::string out;
  if (line.format == "json") {
    JsonWriter json(out, JsonLayout::indented);
    json.begin_array();
    for (const Audience& audience : audiences) {
      write_sight(json,
                  sight_of(program, run.values.sources, run.values.analysis, audience, record),
                  audience, places);
    }
    json.end_array();
    out += "\n";
  } else {
    for (const Audience& audience : audiences) {
      out +=
          sight_text(sight_of(program, run.values.sources, run.values.analysis, audience, record),
                     audience, places);
    }
  }
  print_out(out);
  return kDone;
}

}  // namespace milepost
