// Writes the table of milestones.
#include "render/milestones_table.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/slip.h"

namespace milepost {
namespace {

class MilestonesTable {
 public:
  MilestonesTable(HtmlWriter& out, PageScope& scope)
      : out_(out), scope_(scope), view_(scope.view()), schedule_(view_.schedule) {
    for (const ViewScheduleItem& item : schedule_.items) {
      const bool is_event =
          item.kind == ViewPlanKind::milestone || item.kind == ViewPlanKind::release;
      if (!is_event || view_.record(item.record).phase == ViewPhase::dropped) continue;
      items_.push_back(&item);
      baselined_ = baselined_ || item.baseline.has_value();
    }
    std::ranges::stable_sort(items_, [](const ViewScheduleItem* a, const ViewScheduleItem* b) {
      if (a->dated != b->dated) return a->dated;
      return a->dated && a->finish < b->finish;
    });
    for (const ViewForecastDates& one : schedule_.forecast) {
      likely_.emplace(number(one.item), &one);
      chance_ = chance_ || (one.on_time && !schedule_.indicative);
    }
  }

  void write() {
    if (items_.empty()) return;
    out_.put("<section class=\"part\">\n<div class=\"head\"><h2>");
    say(out_, scope_, "overview.milestones"_word);
    out_.put("</h2>");
    note();
    if (view_.program.shows.health) write_basis(out_, scope_);
    out_.put("</div>\n");
    table();
    if (!likely_.empty() && schedule_.path_work > 0) {
      out_.put("<p class=\"note\">");
      say(out_, scope_, schedule_.indicative ? "plan.indicative"_word : "plan.ranged"_word,
          {schedule_.path_ranged, schedule_.path_work});
      out_.put("</p>\n");
    }
    out_.put("</section>\n");
  }

 private:
  std::string_view text(Word word) const { return scope_.words().text(word); }

  // The changes and decisions that set a baseline anew.
  void changes_of(ViewRecordId id, std::vector<ViewRecordId>& found) const {
    const ViewField* baseline = view_.find_field(view_.record(id), "baseline");
    if (baseline == nullptr) return;
    for (const ViewValue& value : baseline->values) {
      const auto* object = std::get_if<ViewObject>(&value.data);
      const ViewField* by = object == nullptr ? nullptr : view_.find_field(*object, "by");
      if (by == nullptr) continue;
      for (const ViewValue& link : by->values) {
        const auto* reference = std::get_if<ViewReference>(&link.data);
        if (reference == nullptr || reference->target.kind != ViewTargetKind::record) continue;
        const ViewRecordId change{reference->target.index};
        if (std::ranges::find(found, change) == found.end()) found.push_back(change);
      }
    }
  }

  void note() {
    if (!baselined_) return;
    uint64_t rebaselines = 0;
    std::vector<ViewRecordId> changes;
    for (const ViewScheduleItem* item : items_) {
      if (item->rebaselines == 0) continue;
      rebaselines += item->rebaselines;
      changes_of(item->record, changes);
    }
    out_.put("<span>");
    say(out_, scope_, "plan.slip_note"_word);
    if (rebaselines > 0) {
      out_.put(" ");
      say_count(out_, scope_, "plan.rebaselines"_word, rebaselines);
      for (size_t i = 0; i < std::min<size_t>(changes.size(), 5); ++i) {
        out_.put(", ");
        write_id(out_, scope_, changes[i]);
      }
      out_.put(".");
    }
    out_.put("</span>");
  }

  void table() {
    std::vector<DataColumn> columns = {
        {"id", text("table.id"_word), DataType::text, CellPlace::id, false},
        {"title", text("plan.milestone"_word), DataType::text, CellPlace::title, false},
        {"committed", text("plan.committed"_word), DataType::date, CellPlace::detail, true},
        {"forecast", text("plan.forecast"_word), DataType::date, CellPlace::detail, true},
        {"slip", text("plan.slip"_word), DataType::number, CellPlace::detail, true},
    };
    if (!likely_.empty()) {
      columns.push_back(
          {"likely", text("plan.likely"_word), DataType::date, CellPlace::detail, true});
    }
    if (chance_) {
      columns.push_back(
          {"chance", text("plan.chance"_word), DataType::number, CellPlace::detail, true});
    }
    columns.push_back(
        {"reported", text("plan.reported"_word), DataType::state, CellPlace::state, false});
    if (view_.program.shows.health) {
      columns.push_back(
          {"computed", text("plan.computed"_word), DataType::state, CellPlace::detail, false});
    }
    columns.push_back(
        {"owner", text("plan.accountable"_word), DataType::text, CellPlace::who, false});
    DataTableHead head;
    head.name = "milestone-dates";
    head.caption = text("overview.milestones"_word);
    head.one = scope_.words().plural("plan.rows"_word, 1);
    head.many = scope_.words().plural("plan.rows"_word, 2);
    head.open = items_.size();
    head.columns = columns;
    head.tools = false;
    DataTable data(out_, head);
    data.begin_group("all", "", items_.size());
    for (const ViewScheduleItem* item : items_) row(data, *item);
    data.finish();
  }

  void row(DataTable& data, const ViewScheduleItem& item) {
    const ViewRecord& record = view_.record(item.record);
    const bool done = item.state == ViewPlanState::done;
    data.begin_row(record.id);
    data.cell();
    write_id(out_, scope_, item.record);
    data.cell();
    write_record_link(out_, scope_, item.record, record.title);
    data.cell();
    if (item.baseline) {
      write_day(out_, scope_, *item.baseline, DayForm::brief);
      if (item.first_baseline && *item.first_baseline != *item.baseline) {
        out_.put(" <span class=\"sub\">");
        say(out_, scope_, "when.first_baseline"_word,
            {[&] { write_day(out_, scope_, *item.first_baseline, DayForm::brief); }});
        out_.put("</span>");
      }
    }
    data.cell();
    if (item.dated) {
      out_.put("<b>");
      write_day(out_, scope_, item.finish, DayForm::brief);
      out_.put("</b>");
    } else {
      say(out_, scope_, "breakdown.undated"_word);
    }
    data.cell(item.slip);
    if (item.dated && item.baseline) {
      if (item.slip == 0) {
        say(out_, scope_, "slip.none"_word);
      } else {
        write_slip_days(out_, scope_, item.slip, done ? ViewHealth::none : item.computed);
      }
    }
    likely(data, item, done);
    data.cell();
    write_state(out_, scope_, record);
    if (view_.program.shows.health) {
      data.cell();
      if (!done) write_health(out_, scope_, item.computed);
    }
    data.cell();
    write_owners(out_, scope_, record);
  }

  void likely(DataTable& data, const ViewScheduleItem& item, bool done) {
    const auto found = likely_.find(number(item.record));
    const ViewForecastDates* dates = found == likely_.end() ? nullptr : found->second;
    if (!likely_.empty()) {
      data.cell(dates == nullptr ? item.finish.days : dates->p50.days);
      if (done) {
        say(out_, scope_, "plan.met"_word);
      } else if (dates != nullptr) {
        range(dates->p20, dates->p80);
      }
    }
    if (!chance_) return;
    const bool shown = dates != nullptr && dates->on_time && !done;
    data.cell(shown ? *dates->on_time : -1);
    if (!shown) return;
    const uint32_t mille = *dates->on_time;
    if (mille < 10) {
      say(out_, scope_, "plan.under_percent"_word, {1});
    } else if (mille > 990) {
      say(out_, scope_, "plan.over_percent"_word, {99});
    } else {
      say(out_, scope_, "plan.percent"_word, {(mille + 5) / 10});
    }
  }

  void range(Date first, Date last) {
    out_.put("<span class=\"nw\">");
    if (first == last) {
      out_.text(short_day(scope_.words(), first, scope_.as_of()));
    } else {
      out_.text(period_words(scope_.words(), {first, last, Precision::day}, scope_.as_of()));
    }
    out_.put("</span>");
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  const ViewSchedule& schedule_;
  std::vector<const ViewScheduleItem*> items_;
  std::unordered_map<uint32_t, const ViewForecastDates*> likely_;
  bool baselined_ = false, chance_ = false;
};

}  // namespace

void write_milestones_part(HtmlWriter& out, PageScope& scope) {
  MilestonesTable(out, scope).write();
}

}  // namespace milepost
