// What the target rests on, and who waits for whom.
#include "render/links.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {

void write_dependencies_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  say(out, scope, Word::nav_dependencies);
  slots.finish(Slot::heading);
  write_tabs(out, scope);
  slots.finish(Slot::tabs);
  if (const Html* drawing = scope.drawing(DrawingKind::graph)) out.put(*drawing);
  slots.finish(Slot::opening);
}

}  // namespace milepost
