// Writes the steps of the critical path.
#include "render/path_steps.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/plan_lead.h"
#include "render/record_lines.h"
#include "render/say.h"
#include "render/schedule_words.h"
#include "render/slip.h"

namespace milepost {
namespace {

constexpr size_t kMostNear = 60;

class StepTables {
 public:
  StepTables(HtmlWriter& out, PageScope& scope)
      : out_(out), scope_(scope), view_(scope.view()), schedule_(view_.schedule) {}

  void steps() {
    std::vector<ViewRecordId> path = open_path(view_);
    if (path.empty()) return;
    path.push_back(schedule_.target);
    begin_part("path.steps"_word, {});
    const uint64_t done = schedule_.critical_path.size() - path.size();
    if (done > 0) {
      out_.put("<p class=\"note\">");
      say_count(out_, scope_, "path.done_before"_word, done);
      out_.put("</p>\n");
    }
    const std::vector<DataColumn> columns = {
        {"id", text("table.id"_word), DataType::text, CellPlace::id, false},
        {"step", text("path.step"_word), DataType::text, CellPlace::title, false},
        {"start", text("path.start"_word), DataType::date, CellPlace::detail, true},
        {"finish", text("path.finish"_word), DataType::date, CellPlace::detail, true},
        {"length", text("path.takes"_word), DataType::text, CellPlace::detail, false},
        {"why", text("path.why"_word), DataType::text, CellPlace::detail, false},
        {"owner", text("path.owner"_word), DataType::text, CellPlace::who, false},
        {"state", text("path.state"_word), DataType::state, CellPlace::state, false},
    };
    const DataTableHead head = head_of("steps", "path.steps"_word, columns, path.size());
    DataTable data(out_, head);
    data.begin_group("all", "", path.size());
    for (const ViewRecordId id : path) step(data, *schedule_.item(id));
    data.finish();
    out_.put("</section>\n");
  }

  void near() {
    std::vector<const ViewScheduleItem*> items;
    for (const ViewScheduleItem& item : schedule_.items) {
      const bool near = item.near_critical && !item.critical && item.dated && !item.summary;
      if (near && item.state != ViewPlanState::done) items.push_back(&item);
    }
    std::ranges::stable_sort(items, {}, [](const ViewScheduleItem* item) {
      return std::pair(item->total_float, item->finish);
    });
    begin_part("path.near"_word, "mp:near");
    out_.put("<p class=\"note\">");
    say(out_, scope_, items.empty() ? "path.near_nothing"_word : "path.near_lead"_word,
        {schedule_.near_critical_days});
    out_.put("</p>\n");
    if (!items.empty()) near_table(items);
    out_.put("</section>\n");
  }

 private:
  std::string_view text(Word word) const { return scope_.words().text(word); }

  void begin_part(Word heading, std::string_view id) {
    out_.put("<section class=\"part\">\n<h2");
    if (!id.empty()) out_.attribute("id", id);
    out_.put(">");
    say(out_, scope_, heading);
    out_.put("</h2>\n");
  }

  DataTableHead head_of(std::string_view name, Word caption, std::span<const DataColumn> columns,
                        size_t rows) const {
    DataTableHead head;
    head.name = name;
    head.caption = text(caption);
    head.one = scope_.words().plural("path.rows"_word, 1);
    head.many = scope_.words().plural("path.rows"_word, 2);
    head.open = rows;
    head.columns = columns;
    head.tools = false;
    return head;
  }

  void title(DataTable& data, const ViewScheduleItem& item) {
    data.begin_row(view_.record(item.record).id);
    data.cell();
    write_id(out_, scope_, item.record);
    data.cell();
    write_record_link(out_, scope_, item.record, view_.record(item.record).title);
  }

  void step(DataTable& data, const ViewScheduleItem& item) {
    title(data, item);
    data.cell();
    if (item.start_known && item.start != item.finish) {
      write_day(out_, scope_, item.start, DayForm::brief);
    }
    data.cell();
    write_finish(out_, scope_, item, DayForm::brief);
    data.cell();
    length(item);
    data.cell();
    why(item);
    data.cell();
    write_owners(out_, scope_, view_.record(item.record));
    data.cell();
    write_plan_state(out_, scope_, item.record);
    if (!item.reasons.empty()) {
      out_.put(" <span class=\"sub\">");
      say_health_reasons(out_, scope_, std::span(item.reasons).first(1));
      out_.put("</span>");
    }
  }

  void length(const ViewScheduleItem& item) {
    const bool left = item.state == ViewPlanState::started && item.remaining > 0;
    const int32_t days = left ? item.remaining : item.length;
    if (days > 0) {
      say(out_, scope_, "table.days"_word, {days});
      out_.put(" ");
    }
    out_.put("<span class=\"sub\">");
    say(out_, scope_, source_word(item.source));
    out_.put("</span>");
  }

  static Word source_word(ViewLengthSource source) {
    switch (source) {
      case ViewLengthSource::event:
        return "path.event"_word;
      case ViewLengthSource::remaining:
        return "path.remaining"_word;
      case ViewLengthSource::estimate:
        return "path.estimate"_word;
      case ViewLengthSource::dates:
        return "path.dates"_word;
      default:
        return "path.no_length"_word;
    }
  }

  // Of several edges between the two the driving one.
  const ViewScheduleEdge* driving_edge(const ViewScheduleItem& item) const {
    const ViewScheduleEdge* found = nullptr;
    const auto from =
        std::ranges::equal_range(schedule_.edges, item.driver, {}, &ViewScheduleEdge::from);
    for (const ViewScheduleEdge& edge : from) {
      if (edge.to != item.record) continue;
      if (found == nullptr || edge.driving) found = &edge;
    }
    return found;
  }

  static Word relation_word(ViewRelation relation) {
    switch (relation) {
      case ViewRelation::start_start:
        return "path.with_start"_word;
      case ViewRelation::finish_finish:
        return "path.with_finish"_word;
      case ViewRelation::start_finish:
        return "path.until_start"_word;
      default:
        return "path.after"_word;
    }
  }

  void why(const ViewScheduleItem& item) {
    const ViewScheduleItem* driver =
        item.driver == kNotInPlan ? nullptr : schedule_.item(item.driver);
    if (driver == nullptr || driver->state == ViewPlanState::done) {
      beginning(item);
      return;
    }
    const ViewScheduleEdge* edge = driving_edge(item);
    const ViewRelation relation = edge == nullptr ? ViewRelation::finish_start : edge->relation;
    say(out_, scope_, relation_word(relation), {[&] { write_id(out_, scope_, item.driver); }});
    if (edge == nullptr) return;
    if (edge->lag != 0) {
      out_.put(", ");
      const auto days = static_cast<uint64_t>(edge->lag < 0 ? -int64_t{edge->lag} : edge->lag);
      say_count(out_, scope_, edge->lag > 0 ? "path.lag"_word : "path.lead"_word, days);
    }
    if (edge->slack > 0) {
      out_.put(", ");
      say_count(out_, scope_, "path.gap"_word, static_cast<uint64_t>(edge->slack));
    }
  }

  void beginning(const ViewScheduleItem& item) {
    if (item.state == ViewPlanState::started && item.start_known) {
      say(out_, scope_, "path.under_way"_word,
          {[&] { write_day(out_, scope_, item.start, DayForm::brief); }});
    } else if (item.commitment && *item.commitment == item.finish) {
      say(out_, scope_, "path.on_commitment"_word,
          {[&] { write_day(out_, scope_, *item.commitment, DayForm::brief); }});
    } else if (item.start_known && item.start > scope_.as_of()) {
      say(out_, scope_, "path.on_own_date"_word);
    } else {
      say(out_, scope_, "path.can_begin"_word);
    }
  }

  void near_table(const std::vector<const ViewScheduleItem*>& items) {
    const std::vector<DataColumn> columns = {
        {"id", text("table.id"_word), DataType::text, CellPlace::id, false},
        {"item", text("path.item"_word), DataType::text, CellPlace::title, false},
        {"float", text("path.float"_word), DataType::number, CellPlace::detail, true},
        {"finish", text("path.finish"_word), DataType::date, CellPlace::detail, true},
        {"owner", text("path.owner"_word), DataType::text, CellPlace::who, false},
        {"state", text("path.state"_word), DataType::state, CellPlace::state, false},
    };
    const size_t shown = std::min(items.size(), kMostNear);
    const DataTableHead head = head_of("near-path", "path.near"_word, columns, shown);
    DataTable data(out_, head);
    data.begin_group("all", "", shown);
    for (size_t i = 0; i < shown; ++i) {
      const ViewScheduleItem& item = *items[i];
      title(data, item);
      data.cell();
      say(out_, scope_, "table.days"_word, {item.total_float});
      data.cell();
      write_finish(out_, scope_, item, DayForm::brief);
      data.cell();
      write_owners(out_, scope_, view_.record(item.record));
      data.cell();
      write_plan_state(out_, scope_, item.record);
    }
    data.finish();
    write_more(out_, scope_, items.size() - shown, scope_.outline().breakdown_page);
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  const ViewSchedule& schedule_;
};

}  // namespace

void write_path_steps(HtmlWriter& out, PageScope& scope) {
  StepTables(out, scope).steps();
}

void write_near_path(HtmlWriter& out, PageScope& scope) {
  StepTables(out, scope).near();
}

}  // namespace milepost
