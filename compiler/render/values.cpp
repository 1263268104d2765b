// Writes typed values as people read them.
#include "render/values.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compose/change_words.h"
#include "compose/phrases.h"
#include "compose/status_page.h"
#include "render/link_detail.h"
#include "render/markdown.h"
#include "render/parts.h"
#include "render/rows_table.h"

namespace milepost {
namespace {

class ValueWriter {
 public:
  ValueWriter(HtmlWriter& out, PageScope& scope, ValueForm form)
      : out_(out), scope_(scope), form_(form) {}

  void write(const ViewValue& value) {
    value_ = &value;
    std::visit(*this, value.data);
  }

  void operator()(std::monostate) { out_.data(value_->text); }
  void operator()(const ViewDate& date) {
    if (date.moved_from) {
      out_.put("<s>").text(words(*date.moved_from)).put("</s> <b>");
    }
    if (date.date.is_day()) {
      write_day(out_, scope_, date.point, day_form());
    } else {
      out_.text(period_words(scope_.words(), date.date, scope_.as_of()));
      if (form_ == ValueForm::full) {
        out_.put(", ");
        write_day(out_, scope_, date.point, day_form());
      }
    }
    if (date.moved_from) out_.put("</b>");
  }
  void operator()(const ViewWhen& when) {
    out_.data(value_->text);
    if (!when.point) return;
    out_.put(", ");
    write_day(out_, scope_, *when.point, day_form());
  }
  void operator()(const DateTime& time) {
    const LocalTime local = to_local(time, scope_.view().program.zone);
    write_day(out_, scope_, local.date, day_form());
    out_.put(", ").text(clock_words(local.second_of_day));
  }
  void operator()(const ViewLevel& level) {
    out_.text(level_word(scope_.words(), level.level));
    if (!value_->text.empty() && form_ == ValueForm::full) {
      out_.put(", ").data(value_->text);
    }
  }
  void operator()(const ViewNumber& number) {
    out_.text(number_words(number.value));
    if (number.percent) out_.put(" %");
  }
  void operator()(bool yes) {
    out_.text(scope_.words().text(yes ? "value.yes"_word : "value.no"_word));
  }
  void operator()(const ViewMoney& money) {
    if (!money.currency.empty()) out_.data(money.currency).put(" ");
    out_.text(money_words(money.hundredths));
  }
  void operator()(const ViewWord&) { out_.data(value_->text); }
  void operator()(const ViewHealthWord& word) {
    write_health(out_, scope_, word.health);
    if (!value_->text.empty()) out_.put(" ").data(value_->text);
  }
  void operator()(const ViewParty& party) { write_party(out_, scope_, party, value_->text); }
  void operator()(const ViewReference& reference) {
    if (reference.target.kind == ViewTargetKind::record) {
      const ViewRecordId id{reference.target.index};
      write_id(out_, scope_, id);
      if (form_ == ValueForm::full) out_.put(" ").data(scope_.view().record(id).title);
    } else if (reference.target.kind == ViewTargetKind::external) {
      const bool opened = open_foreign_link(out_, reference.target.fragment, {});
      out_.data(value_->text);
      if (opened) out_.put("</a>");
    } else {
      const bool opened = open_link(out_, scope_, kNoViewTape, reference.target);
      out_.data(value_->text);
      if (opened) out_.put("</a>");
    }
    if (!reference.detail.empty()) {
      out_.put(" <span class=\"aside\">");
      write_link_detail(out_, scope_, reference.detail);
      out_.put("</span>");
    }
  }
  void operator()(const ViewMarkdown& markdown) {
    write_phrase(out_, scope_, markdown.tape, markdown.slice);
  }
  void operator()(const ViewUrl&) {
    const bool opened = open_foreign_link(out_, value_->text, {});
    out_.data(value_->text);
    if (opened) out_.put("</a>");
  }
  // An object within an object: its values in one line.
  void operator()(const ViewObject& object) {
    bool first = true;
    for (const ViewField& field : object.fields) {
      for (const ViewValue& value : field.values) {
        if (!first) out_.put(", ");
        first = false;
        if (std::holds_alternative<ViewObject>(value.data)) {
          out_.data(value.text);
        } else {
          write(value);
        }
      }
    }
  }

 private:
  DayForm day_form() const {
    return form_ == ValueForm::full ? DayForm::with_weekday : DayForm::brief;
  }
  std::string words(const DateValue& date) const {
    if (!date.is_day()) return period_words(scope_.words(), date, scope_.as_of());
    return form_ == ValueForm::full ? day_words(scope_.words(), date.first, scope_.as_of())
                                    : short_day(scope_.words(), date.first, scope_.as_of());
  }

  HtmlWriter& out_;
  PageScope& scope_;
  ValueForm form_;
  const ViewValue* value_ = nullptr;
};

}  // namespace

namespace {

// Whom a report or a message is for may have a page.
bool open_reader(HtmlWriter& out, const PageScope& scope, std::string_view words) {
  const Outline& outline = scope.outline();
  const std::optional<uint32_t> reader = status_page_named(outline, words);
  if (!reader || *reader >= outline.status_pages.size()) return false;
  const uint32_t page = outline.status_pages[*reader];
  if (page == kNoPage) return false;
  out.put("<a").link("href", scope.path(), outline.pages[page].path).put(">");
  return true;
}

}  // namespace

void write_values(HtmlWriter& out, PageScope& scope, const ViewField& field, ValueForm form) {
  ValueWriter writer(out, scope, form);
  if (field.values.empty()) return;
  const ViewValue& first = field.values.front();
  const bool lines = std::holds_alternative<ViewObject>(first.data) ||
                     (form == ValueForm::full && std::holds_alternative<ViewReference>(first.data));
  const bool readers = scope.view().field(field.field).name == "audience";
  for (size_t i = 0; i < field.values.size(); ++i) {
    if (i > 0) out.put(lines ? Markup("<br>\n") : Markup(", "));
    const bool opened = readers && open_reader(out, scope, field.values[i].text);
    writer.write(field.values[i]);
    if (opened) out.put("</a>");
  }
}

namespace {

void write_object_table(HtmlWriter& out, PageScope& scope, const ViewField& field) {
  std::vector<ViewFieldId> columns;
  for (const ViewValue& value : field.values) {
    const auto* object = std::get_if<ViewObject>(&value.data);
    if (object == nullptr) continue;
    for (const ViewField& part : object->fields) {
      if (std::ranges::find(columns, part.field) == columns.end()) columns.push_back(part.field);
    }
  }
  std::ranges::sort(columns);
  std::vector<std::string_view> heads;
  for (const ViewFieldId column : columns) heads.emplace_back(scope.view().field(column).label);
  begin_rows(out, heads);
  for (const ViewValue& value : field.values) {
    out.put("<tr>");
    const auto* object = std::get_if<ViewObject>(&value.data);
    if (object == nullptr) {  // text where an object was meant
      out.put("<td").attribute("colspan",
                               static_cast<int64_t>(std::max<size_t>(columns.size(), 1)));
      out.put(">").data(value.text).put("</td></tr>\n");
      continue;
    }
    for (const ViewFieldId column : columns) {
      out.put("<td>");
      const auto part = std::ranges::find(object->fields, column, &ViewField::field);
      if (part != object->fields.end()) write_values(out, scope, *part, ValueForm::brief);
      out.put("</td>");
    }
    out.put("</tr>\n");
  }
  end_rows(out);
}

void write_object_facts(HtmlWriter& out, PageScope& scope, const ViewObject& object) {
  out.put("<dl class=\"facts\">\n");
  for (const ViewField& part : object.fields) {
    const bool nested = std::holds_alternative<ViewObject>(part.values.front().data);
    out.put(nested ? Markup("<div class=\"wide\"><dt>") : Markup("<div><dt>"));
    out.data(scope.view().field(part.field).label).put("</dt><dd>");
    if (nested) {
      write_object_table(out, scope, part);
    } else {
      write_values(out, scope, part, ValueForm::full);
    }
    out.put("</dd></div>\n");
  }
  out.put("</dl>\n");
}

}  // namespace

void write_objects(HtmlWriter& out, PageScope& scope, const ViewField& field) {
  const auto* object = std::get_if<ViewObject>(&field.values.front().data);
  if (!scope.view().field(field.field).list && object != nullptr) {
    write_object_facts(out, scope, *object);
  } else {
    write_object_table(out, scope, field);
  }
}

}  // namespace milepost
