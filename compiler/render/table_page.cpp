// The page of a kind: its table.
#include <algorithm>
#include <string>

#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"
#include "text/words.h"

namespace milepost {

void write_kind_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  const ViewKindId kind_id{scope.page().subject};
  const ViewKind& kind = scope.view().kind(kind_id);
  const KindTable& table = scope.outline().tables[number(kind_id)];
  out.data(kind.plural_label);
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
  const std::string all = count_words(scope.words(), kind, count);
  if (kind.statuses.empty() || open == count) {
    out.data(all);
  } else if (open == 0) {
    say(out, scope, Word::table_none_open, {all});
  } else {
    say(out, scope, Word::table_some_open, {all, open});
  }
  slots.finish(Slot::summary);
  out.data(kind.doc);
  slots.finish(Slot::lead);

  write_record_table(out, scope, slug(kind.plural), kind.plural_label, kind_id, table);
  slots.finish(Slot::tables);
}

}  // namespace milepost
