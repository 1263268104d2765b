// Stakeholders and what is told to whom.
#include <algorithm>
#include <array>
#include <string>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "compose/stakeholders.h"
#include "render/data_table.h"
#include "render/kind_tables.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/values.h"

namespace milepost {
namespace {

const ViewField* field_named(const View& view, const ViewRecord& record, std::string_view name) {
  const auto at = std::ranges::find_if(
      record.fields, [&](const ViewField& field) { return view.field(field.field).name == name; });
  return at == record.fields.end() || at->values.empty() ? nullptr : &*at;
}

void write_field(HtmlWriter& out, PageScope& scope, const ViewRecord& record,
                 std::string_view name) {
  const ViewField* field = field_named(scope.view(), record, name);
  if (field != nullptr) write_values(out, scope, *field, ValueForm::brief);
}

Word cadence_word(Cadence cadence) {
  constexpr std::array<Word, kCadences> words = {
      "comms.hourly"_word,      "comms.daily"_word,   "comms.weekly"_word,
      "comms.fortnightly"_word, "comms.monthly"_word, "comms.quarterly"_word,
      "comms.yearly"_word,      "comms.once"_word,    "comms.irregular"_word};
  return words[static_cast<size_t>(cadence)];
}

std::string_view cadence_name(Cadence cadence) {
  constexpr std::array<std::string_view, kCadences> names = {"hourly",      "daily",   "weekly",
                                                             "fortnightly", "monthly", "quarterly",
                                                             "yearly",      "once",    "other"};
  return names[static_cast<size_t>(cadence)];
}

void write_hearers(HtmlWriter& out, PageScope& scope, const CommunicationPlan& plan) {
  if (plan.hearers.empty()) return;
  const Words& words = scope.words();
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, "comms.who_hears"_word);
  out.put("</h2>\n");
  const std::array<DataColumn, 2> columns = {{
      {"who", words.text("comms.for"_word), DataType::text, CellPlace::title},
      {"what", words.text("comms.hears"_word)},
  }};
  DataTableHead head{"hearers", words.text("comms.who_hears"_word), "", "", plan.hearers.size(), 0,
                     columns};
  head.tools = false;
  DataTable table(out, head);
  for (const Hearer& hearer : plan.hearers) {
    table.begin_row("");
    table.cell();
    if (hearer.stakeholder != kNoViewRecord) {
      write_record_link(out, scope, hearer.stakeholder, hearer.name);
    } else {
      write_party(out, scope, hearer.party, hearer.name);
    }
    table.cell();
    for (size_t i = 0; i < hearer.hears.size(); ++i) {
      const ViewRecord& record = scope.view().record(hearer.hears[i]);
      out.put(i == 0 ? Markup("<span class=\"heard\">") : Markup(" <span class=\"heard\">"));
      write_record_link(out, scope, hearer.hears[i], record.title);
      if (const ViewField* cadence = field_named(scope.view(), record, "cadence")) {
        out.put(" <span class=\"aside\">").data(cadence->values.front().text).put("</span>");
      }
      out.put("</span>");
    }
  }
  table.finish();
  out.put("</section>\n");
}

bool anybody_has(const View& view, const KindTable& rows, std::string_view name) {
  return std::ranges::any_of(rows.groups, [&](const RowGroup& group) {
    return std::ranges::any_of(group.rows, [&](ViewRecordId id) {
      return field_named(view, view.record(id), name) != nullptr;
    });
  });
}

// Columns that nobody fills, or that this audience may not see, are left out.
void write_stakeholder_table(HtmlWriter& out, PageScope& scope, ViewKindId kind_id) {
  const View& view = scope.view();
  const Words& words = scope.words();
  const ViewKind& kind = view.kind(kind_id);
  const KindTable& rows = scope.outline().tables[number(kind_id)];
  constexpr std::array<std::string_view, 8> names = {
      "role",     "interest", "influence", "engagement_now", "engagement_wanted",
      "strategy", "cadence",  "channel"};
  std::vector<DataColumn> columns;
  columns.push_back({"id", words.text("people.id"_word), DataType::text, CellPlace::id});
  columns.push_back({"stakeholder", kind.label, DataType::text, CellPlace::title});
  std::vector<std::string_view> shown;
  for (const std::string_view name : names) {
    if (!anybody_has(view, rows, name)) continue;
    const auto field = std::ranges::find_if(
        kind.fields, [&](ViewFieldId id) { return view.field(id).name == name; });
    if (field == kind.fields.end()) continue;
    const bool level = view.field(*field).type == "level";
    shown.push_back(name);
    columns.push_back({name, view.field(*field).label, level ? DataType::level : DataType::text});
  }
  columns.push_back({"owner", words.text("comms.owner"_word), DataType::text, CellPlace::who});
  size_t open = 0;
  size_t closed = 0;
  for (const RowGroup& group : rows.groups) {
    (group.name == "closed" ? closed : open) += group.rows.size();
  }
  const std::string one = noun(words, kind.label);
  const std::string many = noun(words, kind.plural_label);
  DataTableHead head{"stakeholders", kind.plural_label, one, many, open, closed, columns};
  DataTable table(out, head);
  for (const RowGroup& group : rows.groups) {
    table.begin_group(group.name, group.label, group.rows.size());
    for (const ViewRecordId id : group.rows) {
      const ViewRecord& record = view.record(id);
      table.begin_row(record.id);
      table.cell();
      write_id(out, scope, id);
      table.cell();
      write_record_link(out, scope, id, record.title);
      for (const std::string_view name : shown) {
        const ViewField* field = field_named(view, record, name);
        const auto* level =
            field == nullptr ? nullptr : std::get_if<ViewLevel>(&field->values.front().data);
        if (level != nullptr) {
          table.cell(int64_t{level->level});
        } else {
          table.cell();
        }
        if (field != nullptr) write_values(out, scope, *field, ValueForm::brief);
      }
      table.cell();
      if (!record.owners.empty()) {
        write_party(out, scope, record.owners.front(), record.owner_names.front());
      }
    }
  }
  table.finish();
}

}  // namespace

void write_stakeholders(HtmlWriter& out, PageScope& scope, ViewKindId kind_id) {
  const Html* map = scope.drawing(DrawingKind::stakeholder_map);
  if (map != nullptr) {
    out.put("<section class=\"part\">\n<h2>");
    say(out, scope, "stakes.map"_word);
    out.put("</h2>\n").put(*map).put("</section>\n<section class=\"part\">\n<h2>");
    say(out, scope, "stakes.plan"_word);
    out.put("</h2>\n");
  }
  write_stakeholder_table(out, scope, kind_id);
  if (map != nullptr) out.put("</section>\n");
}

void write_communications(HtmlWriter& out, PageScope& scope, ViewKindId kind_id) {
  const View& view = scope.view();
  const Words& words = scope.words();
  const ViewKind& kind = view.kind(kind_id);
  std::vector<ViewRecordId> all;
  std::vector<ViewRecordId> closed;
  for (const RowGroup& group : scope.outline().tables[number(kind_id)].groups) {
    for (const ViewRecordId id : group.rows) {
      (view.record(id).is_open() ? all : closed).push_back(id);
    }
  }
  std::ranges::sort(all);
  const CommunicationPlan plan = make_communication_plan(view, all);
  const std::array<DataColumn, 7> columns = {{
      {"id", words.text("people.id"_word), DataType::text, CellPlace::id},
      {"what", kind.label, DataType::text, CellPlace::title},
      {"for", words.text("comms.for"_word)},
      {"when", words.text("comms.when"_word)},
      {"next", words.text("comms.next"_word), DataType::date, CellPlace::detail, true},
      {"channel", words.text("comms.channel"_word)},
      {"owner", words.text("comms.owner"_word), DataType::text, CellPlace::who},
  }};
  const std::string one = noun(words, kind.label);
  const std::string many = noun(words, kind.plural_label);
  DataTableHead head{"communications", kind.plural_label, one,    many,
                     plan.rows.size(), closed.size(),     columns};
  DataTable table(out, head);
  const auto row = [&](ViewRecordId id, std::optional<Date> next) {
    const ViewRecord& record = view.record(id);
    table.begin_row(record.id);
    table.cell();
    write_id(out, scope, id);
    table.cell();
    write_record_link(out, scope, id, record.title);
    table.cell();
    write_field(out, scope, record, "audience");
    table.cell();
    write_field(out, scope, record, "cadence");
    table.cell();
    if (next) write_day(out, scope, *next, DayForm::with_weekday);
    table.cell();
    write_field(out, scope, record, "channel");
    table.cell();
    if (!record.owners.empty()) {
      write_party(out, scope, record.owners.front(), record.owner_names.front());
    }
  };
  for (size_t i = 0; i < plan.rows.size();) {
    const Cadence cadence = plan.rows[i].cadence;
    size_t end = i;
    while (end < plan.rows.size() && plan.rows[end].cadence == cadence) ++end;
    table.begin_group(cadence_name(cadence), words.text(cadence_word(cadence)), end - i);
    for (; i < end; ++i) row(plan.rows[i].record, plan.rows[i].next);
  }
  if (!closed.empty()) {
    table.begin_group("closed", words.text("people.closed"_word), closed.size());
    for (const ViewRecordId id : closed) row(id, std::nullopt);
  }
  table.finish();
  write_hearers(out, scope, plan);
}

}  // namespace milepost
