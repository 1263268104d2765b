// Lays out options and approvals.
#include "render/options.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "compose/options.h"
#include "render/markdown.h"
#include "render/rows_table.h"
#include "render/say.h"
#include "render/values.h"
#include "text/ascii.h"

namespace milepost {
namespace {

class Options {
 public:
  Options(HtmlWriter& out, PageScope& scope) : out_(out), scope_(scope), view_(scope.view()) {}

  void write(const ViewRecord& record, const ViewField& field) {
    const std::optional<RecommendedOption> recommended = recommended_option(view_, record);
    out_.put("<ol class=\"choices\">\n");
    for (size_t i = 0; i < field.values.size(); ++i) {
      const bool best = recommended && recommended->index == i;
      out_.put(best ? Markup("<li class=\"best\">") : Markup("<li>"));
      const auto* option = std::get_if<ViewObject>(&field.values[i].data);
      if (option == nullptr) {
        out_.put("<p>").data(field.values[i].text).put("</p>");
      } else {
        write_one(*option, best);
      }
      out_.put("</li>\n");
    }
    out_.put("</ol>\n");
  }

 private:
  void write_one(const ViewObject& option, bool best) {
    out_.put("<p><b>");
    if (const ViewField* name = view_.find_field(option, "name")) {
      write_values(out_, scope_, *name, ValueForm::full);
    }
    out_.put("</b>");
    if (best) {
      out_.put(" <span class=\"tag\">");
      say(out_, scope_, "record.recommended"_word);
      out_.put("</span>");
    }
    out_.put("</p>\n");
    if (const ViewField* text = view_.find_field(option, "description")) {
      const ViewValue& value = text->values.front();
      if (const auto* markdown = std::get_if<ViewMarkdown>(&value.data)) {
        write_blocks(out_, scope_, {markdown->tape, markdown->slice, {}}, 3);
      } else {
        out_.put("<p>").data(value.text).put("</p>\n");
      }
    }
    sides(option);
    rest(option);
  }

  void sides(const ViewObject& option) {
    const ViewField* pros = view_.find_field(option, "pros");
    const ViewField* cons = view_.find_field(option, "cons");
    if (pros == nullptr && cons == nullptr) return;
    out_.put("<dl class=\"sides\">\n");
    side(pros, "record.pros"_word);
    side(cons, "record.cons"_word);
    out_.put("</dl>\n");
  }

  void side(const ViewField* field, Word label) {
    if (field == nullptr) return;
    out_.put("<div><dt>");
    say(out_, scope_, label);
    out_.put("</dt>");
    for (const ViewValue& value : field->values) out_.put("<dd>").data(value.text).put("</dd>");
    out_.put("</div>\n");
  }

  void rest(const ViewObject& option) {
    constexpr std::array<std::string_view, 4> told = {"name", "description", "pros", "cons"};
    bool any = false;
    for (const ViewField& part : option.fields) {
      const ViewFieldInfo& info = view_.field(part.field);
      if (std::ranges::find(told, info.name) != told.end() || part.values.empty()) continue;
      out_.put(any ? Markup("; ") : Markup("<p class=\"aside\">"));
      any = true;
      out_.data(info.label).put(" ");
      write_values(out_, scope_, part, ValueForm::brief);
    }
    if (any) out_.put("</p>\n");
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
};

enum class Said : uint8_t { yes, no, pending, other };

Said said(std::string_view words) {
  constexpr std::array<std::string_view, 8> yes = {"approved", "yes",    "go", "accepted",
                                                   "agreed",   "signed", "ok", "passed"};
  constexpr std::array<std::string_view, 7> no = {"rejected", "no",     "no-go",  "no_go",
                                                  "declined", "denied", "refused"};
  constexpr std::array<std::string_view, 6> pending = {"pending", "open",      "waiting",
                                                       "tbd",     "requested", "-"};
  const std::string_view word = words.substr(0, words.find_first_of(" ,;(:"));
  const auto is = [&](std::string_view known) { return iequals(word, known); };
  if (std::ranges::any_of(yes, is)) return Said::yes;
  if (std::ranges::any_of(no, is)) return Said::no;
  return std::ranges::any_of(pending, is) ? Said::pending : Said::other;
}

Markup said_class(Said said) {
  switch (said) {
    case Said::yes:
      return "<span class=\"st s-done s-passed\">";
    case Said::no:
      return "<span class=\"st s-off\">";
    case Said::pending:
      return "<span class=\"st s-open\">";
    default:
      return "<span class=\"st s-doing\">";
  }
}

}  // namespace

void write_options(HtmlWriter& out, PageScope& scope, const ViewRecord& record,
                   const ViewField& field) {
  Options(out, scope).write(record, field);
}

bool is_approvals(const View& view, const ViewField& field) {
  const std::string& name = view.field(field.field).name;
  return (name == "approvals" || name == "signoffs") &&
         std::holds_alternative<ViewObject>(field.values.front().data);
}

void write_approvals(HtmlWriter& out, PageScope& scope, const ViewField& field) {
  const View& view = scope.view();
  std::vector<ViewFieldId> columns;  // but for what was said
  for (const ViewValue& value : field.values) {
    const auto* object = std::get_if<ViewObject>(&value.data);
    if (object == nullptr) continue;
    for (const ViewField& part : object->fields) {
      if (view.field(part.field).name == "decision") continue;
      if (std::ranges::find(columns, part.field) == columns.end()) columns.push_back(part.field);
    }
  }
  std::ranges::sort(columns);
  std::vector<std::string_view> heads;
  for (const ViewFieldId column : columns) heads.emplace_back(view.field(column).label);
  heads.push_back(scope.words().text("record.state"_word));
  begin_rows(out, heads);
  for (const ViewValue& value : field.values) {
    out.put("<tr>");
    const auto* object = std::get_if<ViewObject>(&value.data);
    if (object == nullptr) {
      out.put("<td").attribute("colspan", static_cast<int64_t>(columns.size() + 1)).put(">");
      out.data(value.text).put("</td></tr>\n");
      continue;
    }
    for (const ViewFieldId column : columns) {
      out.put("<td>");
      const auto part = std::ranges::find(object->fields, column, &ViewField::field);
      if (part != object->fields.end()) write_values(out, scope, *part, ValueForm::brief);
      out.put("</td>");
    }
    const ViewField* words = view.find_field(*object, "decision");
    const bool dated = view.find_field(*object, "on") != nullptr;
    const Said what = words != nullptr ? said(trim(words->values.front().text))
                      : dated          ? Said::yes
                                       : Said::pending;
    out.put("<td>").put(said_class(what));
    if (words != nullptr) {
      out.data(words->values.front().text);
    } else {
      say(out, scope, dated ? "record.approved"_word : "record.pending"_word);
    }
    out.put("</span></td></tr>\n");
  }
  end_rows(out);
}

}  // namespace milepost
