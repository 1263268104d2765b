// What drives the target.
#include "render/links.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {

void write_critical_path_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  say(out, scope, Word::path_title);
  slots.finish(Slot::heading);
  write_tabs(out, scope);
  slots.finish(Slot::tabs);
  if (const Html* drawing = scope.drawing(DrawingKind::path_strip)) out.put(*drawing);
  slots.finish(Slot::opening);
}

}  // namespace milepost
