// The short table of what is blocked, of the first page and of stakeholders' pages.
#include <algorithm>
#include <array>

#include "render/data_table.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/overview_parts.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

void write_blocked(HtmlWriter& out, const PageScope& scope, ViewRecordId id) {
  bool first = true;
  for (const ViewLink& link : scope.view().outgoing(id)) {
    if (link.mention || scope.view().link_types[link.type].name != "blocks") continue;
    if (!first) out.put(", ");
    first = false;
    write_id(out, scope, link.to);
  }
}

}  // namespace

void write_blocker_table(HtmlWriter& out, PageScope& scope, std::span<const ViewRecordId> ids,
                         std::string_view name) {
  const View& view = scope.view();
  const Words& words = scope.words();
  const std::array<DataColumn, 5> columns = {{
      {"id", words.text("overview.column_id"_word), DataType::text, CellPlace::id},
      {"title", words.text("overview.column_blocker"_word), DataType::text, CellPlace::title},
      {"blocks", words.text("overview.column_blocks"_word)},
      {"owner", words.text("overview.column_owner"_word), DataType::text, CellPlace::who},
      {"response", words.text("overview.column_response"_word)},
  }};
  DataTableHead head;
  head.name = name;
  head.caption = words.text("overview.blockers"_word);
  head.columns = columns;
  head.open = ids.size();
  head.tools = false;
  DataTable rows(out, head);
  for (const ViewRecordId id : ids) {
    const ViewRecord& record = view.record(id);
    rows.begin_row({});
    write_id(rows.cell(), scope, id);
    rows.cell();
    if (record.facts.priority <= 3) out.put("<b>P").number(record.facts.priority).put("</b> ");
    write_record_link(out, scope, id, record.title);
    write_blocked(rows.cell(), scope, id);
    rows.cell();
    if (!record.owners.empty()) write_party(out, scope, record.owners[0], record.owner_names[0]);
    rows.cell();
    // Work that is blocked has no clock: nobody was asked by a time.
    if (view.kind_of(record).is("blocker")) {
      write_clock(out, scope, record);
    } else {
      write_state(out, scope, record);
    }
  }
  rows.finish();
  const bool clocks = std::ranges::any_of(
      ids, [&](ViewRecordId id) { return view.kind_of(view.record(id)).is("blocker"); });
  if (!clocks) return;
  out.put("<p class=\"more\">");
  say(out, scope, "overview.clocks_note"_word,
      {[&] { write_day(out, scope, scope.as_of(), DayForm::with_weekday); }});
  out.put("</p>\n");
}

}  // namespace milepost
