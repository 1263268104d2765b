// The work as a tree.
#include <algorithm>
#include <string_view>
#include <vector>

#include "compose/breakdown.h"
#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/links.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/schedule_words.h"
#include "render/slip.h"

namespace milepost {
namespace {

constexpr size_t kOpenRows = 200;  // of all groups; those after them are folded

class BreakdownPart {
 public:
  BreakdownPart(HtmlWriter& out, PageScope& scope) : out_(out), scope_(scope), view_(scope.view()) {
    columns_ = {
        {"id", text("table.id"_word), DataType::text, CellPlace::id, false},
        {"work", text("gantt.work"_word), DataType::text, CellPlace::title, false},
        {"start", text("breakdown.start"_word), DataType::date, CellPlace::detail, true},
        {"finish", text("gantt.finish"_word), DataType::date, CellPlace::detail, true},
        {"done", text("breakdown.done"_word), DataType::number, CellPlace::detail, true},
        {"float", text("path.float"_word), DataType::text, CellPlace::detail, true},
        {"reported", text("plan.reported"_word), DataType::state, CellPlace::state, false},
        {"owner", text("path.owner"_word), DataType::text, CellPlace::who, false},
    };
    if (view_.program.shows.health) {
      columns_.insert(columns_.end() - 1, {"computed", text("plan.computed"_word), DataType::state,
                                           CellPlace::detail, false});
    }
  }

  void write(const Breakdown& breakdown) {
    size_t room = kOpenRows;
    for (size_t i = 0; i < breakdown.groups.size(); ++i) {
      const BreakdownGroup& one = breakdown.groups[i];
      const bool open = i == 0 || one.shown <= room;
      room -= std::min(room, one.shown);
      group(one, i, open);
    }
  }

 private:
  std::string_view text(Word word) const { return scope_.words().text(word); }

  void group(const BreakdownGroup& group, size_t index, bool open) {
    const bool rest = group.workstream == kNotInPlan;
    out_.put(open ? Markup("<details class=\"wbs\" open>\n<summary><h2>")
                  : Markup("<details class=\"wbs\">\n<summary><h2>"));
    if (rest) {
      say(out_, scope_, "breakdown.rest"_word);
    } else {
      out_.data(view_.record(group.workstream).title);
    }
    out_.put("</h2> <span class=\"count\">");
    say(out_, scope_, "breakdown.summary"_word,
        {[&] { say_count(out_, scope_, "gantt.items"_word, group.rows.size()); }, group.done});
    out_.put("</span></summary>\n");
    if (!rest) roll_up(group.workstream);
    if (!group.rows.empty()) table(group, "work-" + std::to_string(index));
    if (group.shown < group.rows.size()) {
      out_.put("<p class=\"more\">");
      const bool link = !rest;
      if (link) {
        out_.put("<a");
        write_record_href(out_, scope_, group.workstream);
        out_.put(">");
      }
      say_count(out_, scope_, "list.more"_word, group.rows.size() - group.shown);
      if (link) out_.put("</a>");
      out_.put("</p>\n");
    }
    out_.put("</details>\n");
  }

  // What its parts add up to, and what its owner says.
  void roll_up(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    const ViewScheduleItem* item = view_.schedule.item(id);
    out_.put("<p class=\"roll-up\"><span>");
    write_id(out_, scope_, id);
    out_.put("</span> ");
    if (item != nullptr && item->dated) {
      out_.put("<span>");
      write_day(out_, scope_, item->start, DayForm::brief);
      out_.put("–");
      write_finish(out_, scope_, *item, DayForm::brief);
      out_.put("</span> <span>");
      say(out_, scope_, "gantt.percent"_word, {item->percent});
      out_.put("</span> ");
      const std::string left = float_words(scope_.words(), *item);
      if (!left.empty()) out_.put("<span>").text(left).put("</span> ");
    }
    labelled("plan.reported"_word, [&] { write_state(out_, scope_, record); });
    if (item != nullptr && item->computed != ViewHealth::none && record.is_open()) {
      labelled("plan.computed"_word, [&] { write_health(out_, scope_, item->computed); });
    }
    if (!record.owners.empty()) {
      out_.put("<span>");
      write_owners(out_, scope_, record);
      out_.put("</span>");
    }
    out_.put("</p>\n");
  }

  template <typename Write>
  void labelled(Word label, const Write& write) {
    out_.put("<span><small>");
    say(out_, scope_, label);
    out_.put("</small> ");
    write();
    out_.put("</span> ");
  }

  void table(const BreakdownGroup& group, std::string_view name) {
    DataTableHead head;
    head.name = name;
    head.caption = group.workstream == kNotInPlan
                       ? text("breakdown.rest"_word)
                       : std::string_view(view_.record(group.workstream).title);
    head.one = text("table.record"_word);
    head.many = text("table.records"_word);
    head.open = group.shown;
    head.columns = columns_;
    head.tools = false;
    DataTable data(out_, head);
    data.begin_group("all", "", group.shown);
    for (size_t i = 0; i < group.shown; ++i) row(data, group.rows[i]);
    data.finish();
  }

  void row(DataTable& data, const BreakdownRow& row) {
    const ViewRecord& record = view_.record(row.record);
    const ViewScheduleItem& item = *view_.schedule.item(row.record);
    const bool done = item.state == ViewPlanState::done;
    data.begin_row(record.id);
    data.cell();
    write_id(out_, scope_, row.record);
    data.cell();
    if (row.depth > 0) out_.put("<span class=\"lv").number(row.depth).put("\">");
    if (item.summary) out_.put("<b>");
    write_record_link(out_, scope_, row.record, record.title);
    if (item.summary) out_.put("</b>");
    if (row.depth > 0) out_.put("</span>");
    data.cell();
    if (item.dated && item.start_known) write_day(out_, scope_, item.start, DayForm::brief);
    data.cell();
    if (item.dated) {
      write_finish(out_, scope_, item, DayForm::brief);
    } else {
      say(out_, scope_, "breakdown.undated"_word);
    }
    data.cell();
    if (done) {
      say(out_, scope_, "plan.percent"_word, {100});
    } else if (item.percent > 0) {
      say(out_, scope_, "plan.percent"_word, {item.percent});
    }
    data.cell();
    out_.text(float_words(scope_.words(), item));
    data.cell();
    write_state(out_, scope_, record);
    if (view_.program.shows.health) {
      data.cell();
      if (!done) write_health(out_, scope_, item.computed);
    }
    data.cell();
    write_owners(out_, scope_, record);
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  std::vector<DataColumn> columns_;
};

}  // namespace

void write_breakdown_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  const Breakdown breakdown = make_breakdown(scope.view());
  say(out, scope, "breakdown.title"_word);
  slots.finish(Slot::heading);
  say(out, scope, "breakdown.summary"_word,
      {[&] { say_count(out, scope, "gantt.items"_word, breakdown.items); }, breakdown.done});
  slots.finish(Slot::summary);
  write_tabs(out, scope);
  slots.finish(Slot::tabs);
  BreakdownPart(out, scope).write(breakdown);
  slots.finish(Slot::tables);
}

}  // namespace milepost
