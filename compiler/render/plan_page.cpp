// The plan on a calendar.
#include "render/links.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {

void write_plan_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  say(out, scope, Word::plan_title);
  slots.finish(Slot::heading);
  write_tabs(out, scope);
  slots.finish(Slot::tabs);
  if (const Html* drawing = scope.drawing(DrawingKind::gantt)) out.put(*drawing);
  slots.finish(Slot::opening);
}

}  // namespace milepost
