// The plan on a calendar, and the milestones.
#include "compose/gantt.h"
#include "render/gantt_part.h"
#include "render/milestones_table.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/plan_lead.h"
#include "render/say.h"
#include "render/trend_parts.h"

namespace milepost {

void write_plan_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  say(out, scope, "plan.title"_word);
  slots.finish(Slot::heading);
  write_plan_meta(out, scope);
  slots.finish(Slot::summary);
  write_tabs(out, scope);
  slots.finish(Slot::tabs);
  write_path_sentence(out, scope);
  write_gantt(out, scope, make_gantt(scope.view()));
  slots.finish(Slot::opening);
  write_milestones_part(out, scope);
  write_slip_part(out, scope);
  write_plan_gaps(out, scope);
  slots.finish(Slot::tables);
}

}  // namespace milepost
