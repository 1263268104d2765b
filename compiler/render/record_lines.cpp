// Writes lists of records.
#include "render/record_lines.h"

#include <algorithm>
#include <variant>

#include "render/links.h"
#include "render/markdown.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/values.h"

namespace milepost {

void RecordLines::begin(ViewRecordId id, std::optional<Date> when) {
  if (!open_) out_.put("<ul class=\"lines\">\n");
  open_ = true;
  id_ = id;
  out_.put("<li><span class=\"when\">");
  if (when) {
    write_day(out_, scope_, *when, DayForm::with_weekday);
  } else {
    say(out_, scope_, "raid.no_date"_word);
  }
  out_.put("</span><span class=\"what\">");
  out_.data(scope_.view().record(id).title).put(" ");
  write_id(out_, scope_, id);
  out_.put("<span class=\"sub facts-row\">");
}

HtmlWriter& RecordLines::fact() {
  return out_.put(" ");
}

void RecordLines::state() {
  const ViewRecord& record = scope_.view().record(id_);
  fact().put("<span>");
  write_state(out_, scope_, record);
  out_.put("</span>");
}

void RecordLines::owner() {
  const ViewRecord& record = scope_.view().record(id_);
  if (record.owners.empty()) return;
  fact().put("<span>");
  write_party(out_, scope_, record.owners[0], record.owner_names[0]);
  out_.put("</span>");
}

void RecordLines::late(std::optional<Date> due) {
  if (!due || *due >= scope_.as_of()) return;
  const int64_t days = scope_.view().working_time.between(*due, scope_.as_of());
  fact().put("<span class=\"st s-late\">");
  if (scope_.is_of_moment()) {
    say_count(out_, scope_, "raid.late"_word, static_cast<uint64_t>(std::max<int64_t>(days, 0)));
  } else {
    say(out_, scope_, "value.late"_word);
  }
  out_.put("</span>");
}

void RecordLines::field(std::string_view name, Word label) {
  const ViewField* value = scope_.view().find_field(scope_.view().record(id_), name);
  if (value == nullptr) return;
  fact().put("<span>");
  say(out_, scope_, label, {[&] { write_field_phrase(out_, scope_, *value); }});
  out_.put("</span>");
}

void RecordLines::end() {
  out_.put("</span></span></li>\n");
}

void RecordLines::finish() {
  if (open_) out_.put("</ul>\n");
  open_ = false;
}

void write_more(HtmlWriter& out, const PageScope& scope, uint64_t more, uint32_t page) {
  if (more == 0) return;
  out.put("<p class=\"more\">");
  if (page != kNoPage) {
    out.put("<a").link("href", scope.path(), scope.outline().pages[page].path).put(">");
  }
  say_count(out, scope, "list.more"_word, more);
  if (page != kNoPage) out.put("</a>");
  out.put("</p>\n");
}

void write_field_phrase(HtmlWriter& out, PageScope& scope, const ViewField& field) {
  const auto* markdown = std::get_if<ViewMarkdown>(&field.values.front().data);
  if (markdown != nullptr) {
    write_phrase(out, scope, markdown->tape, markdown->slice);
  } else {
    write_values(out, scope, field, ValueForm::brief);
  }
}

}  // namespace milepost
