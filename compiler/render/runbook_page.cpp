// The day of a launch on paper: steps with their times, checks and ways back, and boxes to tick.
#include <array>
#include <variant>

#include "compose/phrases.h"
#include "render/markdown.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/ready_launch.h"
#include "render/ready_words.h"
#include "render/release_page.h"
#include "render/say.h"

namespace milepost {
namespace {

// How one goes back, in the words of the release.
void write_way_back(HtmlWriter& out, PageScope& scope, const ViewRecord& record) {
  const ViewField* field = scope.view().find_field(record, "rollback");
  if (field == nullptr || field->values.empty()) return;
  out.put("<section class=\"part prose\">\n<h2>");
  say(out, scope, "runbook.rollback"_word);
  out.put("</h2>\n");
  for (const ViewValue& value : field->values) {
    if (const auto* markdown = std::get_if<ViewMarkdown>(&value.data)) {
      write_blocks(out, scope, {markdown->tape, markdown->slice, {}}, 3);
    } else {
      out.put("<p>").data(value.text).put("</p>\n");
    }
  }
  out.put("</section>\n");
}

}  // namespace

void write_runbook_page(PageSlots& slots, PageScope& scope) {
  const ViewRecordId id{scope.page().subject};
  const ViewReadiness& ready = *scope.view().readiness_of(id);
  const ViewRecord& record = scope.view().record(id);
  const ViewLaunchPlan& plan = ready.launch;
  HtmlWriter& out = slots.out();
  const std::array<Crumb, 2> crumbs = {
      {{scope.view().kind_of(record).plural_label, scope.outline().kind_pages[number(record.kind)]},
       {record.short_id, scope.outline().record_pages[number(id)]}}};
  write_breadcrumbs(out, scope, crumbs);
  slots.finish(Slot::breadcrumbs);
  say(out, scope, "runbook.of"_word, {record.title});
  slots.finish(Slot::heading);
  write_release_meta(out, scope, ready);
  slots.finish(Slot::meta);
  // One who has the runbook in hand has to see at once that nothing was decided yet.
  if (ready.verdict != ViewReadyVerdict::none) write_release_verdict(out, scope, ready);
  slots.finish(Slot::lead);
  out.put("<div class=\"runbook\">\n");
  const auto part = [&](Word heading) {
    out.put("<section class=\"part\">\n<h2>");
    say(out, scope, heading);
    out.put("</h2>\n");
  };
  if (!plan.rollback_if.empty()) {
    part("launch.rollback_if"_word);
    write_rollback_list(out, plan);
    out.put("</section>\n");
  }
  part("runbook.steps"_word);
  write_launch_table(out, scope, plan, true);
  out.put("</section>\n");
  if (!plan.war_room.empty() || !plan.roster.empty()) {
    part("launch.war_room"_word);
    write_war_room(out, scope, plan);
    out.put("</section>\n");
  }
  write_way_back(out, scope, record);
  part("runbook.notes"_word);
  out.put("<p class=\"ruled\"></p>\n</section>\n</div>\n");
  slots.finish(Slot::body);
}

}  // namespace milepost
