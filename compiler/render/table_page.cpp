// The page of a kind: its table.
#include <algorithm>
#include <string>

#include "compose/phrases.h"
#include "compose/raid.h"
#include "render/data_table.h"
#include "render/dependency_parts.h"
#include "render/kind_tables.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/raid_lead.h"
#include "render/say.h"
#include "render/trend_parts.h"
#include "render/trends.h"
#include "text/words.h"

namespace milepost {

namespace {

// "25 risks, 20 of them open"
void write_counts(HtmlWriter& out, const PageScope& scope, const ViewKind& kind, size_t count,
                  size_t open) {
  const std::string all = count_words(scope.words(), kind, count);
  if (kind.statuses.empty() || open == count) {
    out.data(all);
  } else if (open == 0) {
    say(out, scope, "table.none_open"_word, {all});
  } else {
    say(out, scope, "table.some_open"_word, {all, open});
  }
}

}  // namespace

void write_kind_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  const ViewKindId kind_id{scope.page().subject};
  const ViewKind& kind = scope.view().kind(kind_id);
  const KindTable& table = scope.outline().tables[number(kind_id)];
  // The parts of the RAID log that have no entry of their own in the navigation are one page with
  // tabs; its table says which.
  const NavSection* section = scope.outline().section_of(scope.page_number());
  const bool raid = is_raid_kind(kind);
  const bool mapped = section != nullptr && scope.outline().dependencies_page != kNoPage &&
                      section->page == scope.outline().dependencies_page;
  if (raid && section != nullptr && !section->tabs.empty() && !mapped) {
    say(out, scope, "raid.title"_word);
  } else {
    out.data(kind.plural_label);
  }
  slots.finish(Slot::heading);

  size_t count = 0;
  size_t open = 0;
  for (const RowGroup& group : table.groups) {
    count += group.rows.size();
    open += static_cast<size_t>(std::ranges::count_if(
        group.rows, [&](ViewRecordId id) { return scope.view().record(id).is_open(); }));
  }
  write_tabs(out, scope);
  slots.finish(Slot::tabs);
  if (raid && scope.outline().agenda_page != kNoPage) {
    out.put("<a").link("href", scope.path(),
                       scope.outline().pages[scope.outline().agenda_page].path);
    out.put(">");
    write_agenda_title(out, scope);
    out.put("</a>");
  } else {
    write_counts(out, scope, kind, count, open);
  }
  slots.finish(Slot::summary);
  write_kind_lead(out, scope, kind_id);
  const bool opens = !out.empty();
  slots.finish(Slot::opening);
  if (!opens) out.data(kind.doc);
  slots.finish(Slot::lead);

  if (kind.is("stakeholder")) {
    write_stakeholders(out, scope, kind_id);
  } else if (kind.is("communication")) {
    write_communications(out, scope, kind_id);
  } else if (kind.is("status_report")) {
    write_report_archive(out, scope, kind_id);
  } else if (kind.is("meeting")) {
    write_meeting_archive(out, scope, kind_id);
  } else if (kind.is("document")) {
    write_documents(out, scope, kind_id);
  } else {
    write_trends(out, scope, kind_id);
    write_slip_part(out, scope);
    // Without a graph there is no page of the dependencies but this.
    if (kind.is("dependency") && scope.outline().dependencies_page == kNoPage) {
      write_dependency_parts(out, scope);
    }
    write_record_table(out, scope, slug(kind.plural), kind.plural_label, kind_id, table);
  }
  slots.finish(Slot::tables);
}

}  // namespace milepost
