// The work as a tree.
#include "render/links.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {

void write_breakdown_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  say(out, scope, Word::breakdown_title);
  slots.finish(Slot::heading);
  write_tabs(out, scope);
  slots.finish(Slot::tabs);
}

}  // namespace milepost
