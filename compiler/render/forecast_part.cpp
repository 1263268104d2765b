// Writes the forecast.
#include "render/forecast_part.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kMostDrivers = 20;
constexpr uint16_t kLeastCriticality = 20;  // per mille: less is chance

class ForecastPart {
 public:
  ForecastPart(HtmlWriter& out, PageScope& scope)
      : out_(out), scope_(scope), view_(scope.view()), schedule_(view_.schedule) {}

  void write() {
    if (schedule_.target == kNotInPlan || !view_.program.shows.probabilities) return;
    const ViewForecastDates* likely = schedule_.forecast_of(schedule_.target);
    out_.put("<section class=\"part\">\n<h2 id=\"mp:forecast\">");
    say(out_, scope_, "path.forecast"_word);
    out_.put("</h2>\n<p>");
    if (schedule_.trials == 0 || likely == nullptr) {
      say(out_, scope_, "path.no_trials"_word);
      out_.put("</p>\n</section>\n");
      return;
    }
    const auto day = [&](Date date) {
      return [this, date] { write_day(out_, scope_, date, DayForm::with_weekday); };
    };
    say(out_, scope_, "path.trials"_word,
        {schedule_.trials,
         [&] {
           write_record_link(out_, scope_, schedule_.target, view_.record(schedule_.target).title);
         },
         day(likely->p20), day(likely->p80)});
    out_.put(" ");
    say(out_, scope_, "path.p95"_word, {day(likely->p95)});
    out_.put(" ");
    say(out_, scope_, schedule_.indicative ? "plan.indicative"_word : "plan.ranged"_word,
        {schedule_.path_ranged, schedule_.path_work});
    write_basis(out_, scope_);
    out_.put("</p>\n");
    drivers();
    out_.put("</section>\n");
  }

 private:
  std::string_view text(Word word) const { return scope_.words().text(word); }

  void drivers() {
    std::vector<const ViewForecastDriver*> shown;
    for (const ViewForecastDriver& one : schedule_.drivers) {
      if (shown.size() == kMostDrivers) break;
      if (one.criticality >= kLeastCriticality) shown.push_back(&one);
    }
    if (shown.empty()) return;
    const std::vector<DataColumn> columns = {
        {"id", text("table.id"_word), DataType::text, CellPlace::id, false},
        {"item", text("path.item"_word), DataType::text, CellPlace::title, false},
        {"on_path", text("path.on_path"_word), DataType::number, CellPlace::detail, true},
        {"moves", text("path.moves"_word), DataType::number, CellPlace::detail, true},
        {"owner", text("path.owner"_word), DataType::text, CellPlace::who, false},
    };
    DataTableHead head;
    head.name = "drivers";
    head.caption = text("path.drivers"_word);
    head.one = scope_.words().plural("path.rows"_word, 1);
    head.many = scope_.words().plural("path.rows"_word, 2);
    head.open = shown.size();
    head.columns = columns;
    head.tools = false;
    DataTable data(out_, head);
    data.begin_group("all", "", shown.size());
    for (const ViewForecastDriver* one : shown) {
      const ViewRecord& record = view_.record(one->item);
      data.begin_row(record.id);
      data.cell();
      write_id(out_, scope_, one->item);
      data.cell();
      write_record_link(out_, scope_, one->item, record.title);
      data.cell(one->criticality);
      say(out_, scope_, "plan.percent"_word, {(one->criticality + 5) / 10});
      data.cell(one->sensitivity);
      // What never differs moves nothing.
      if (one->sensitivity > 0)
        say(out_, scope_, "plan.percent"_word, {(one->sensitivity + 5) / 10});
      data.cell();
      write_owners(out_, scope_, record);
    }
    data.finish();
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  const ViewSchedule& schedule_;
};

}  // namespace

void write_forecast_part(HtmlWriter& out, PageScope& scope) {
  ForecastPart(out, scope).write();
}

void write_gains_part(HtmlWriter& out, const PageScope& scope) {
  const View& view = scope.view();
  const ViewSchedule& schedule = view.schedule;
  if (schedule.target == kNotInPlan) return;
  const auto link = [&](ViewRecordId id) {
    write_record_link(out, scope, id, view.record(id).title);
  };
  std::vector<const ViewImpact*> gains;
  for (const ViewImpact& gain : schedule.gains) {
    if (gain.days < 0 && gain.target_days < 0) gains.push_back(&gain);
  }
  std::ranges::stable_sort(gains, {}, &ViewImpact::target_days);
  out.put("<section class=\"part\">\n<h2 id=\"mp:gains\">");
  say(out, scope, "path.gains"_word);
  out.put("</h2>\n");
  if (gains.empty()) {
    out.put("<p>");
    say(out, scope, "path.no_gain"_word, {[&] { link(schedule.target); }});
    out.put("</p>\n</section>\n");
    return;
  }
  out.put("<ul class=\"plain\">\n");
  for (const ViewImpact* gain : gains) {
    out.put("<li>");
    const auto moves = [&] {
      say_count(out, scope, "count.working_days"_word,
                static_cast<uint64_t>(-int64_t{gain->target_days}));
    };
    say_count(out, scope, "path.gain"_word, static_cast<uint64_t>(-int64_t{gain->days}),
              {[&] { link(gain->item); }, [&] { link(schedule.target); }, moves,
               [&] { write_day(out, scope, gain->target_finish, DayForm::with_weekday); }});
    out.put("</li>\n");
  }
  out.put("</ul>\n</section>\n");
}

void write_figure_meanings(HtmlWriter& out, const PageScope& scope) {
  constexpr std::array<std::pair<Word, Word>, 6> kMeanings = {{
      {"path.means_critical"_word, "path.means_critical_text"_word},
      {"path.means_float"_word, "path.means_float_text"_word},
      {"path.means_slip"_word, "path.means_slip_text"_word},
      {"path.means_likely"_word, "path.means_likely_text"_word},
      {"path.means_on_path"_word, "path.means_on_path_text"_word},
      {"path.means_moves"_word, "path.means_moves_text"_word},
  }};
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, "path.means"_word);
  out.put("</h2>\n<dl class=\"g-means\">\n");
  // The later half speaks of trials.
  const size_t told = scope.view().program.shows.probabilities ? 6 : 3;
  for (const auto& [name, text] : std::span(kMeanings).first(told)) {
    out.put("<div><dt>");
    say(out, scope, name);
    out.put("</dt><dd>");
    say(out, scope, text);
    out.put("</dd></div>\n");
  }
  out.put("</dl>\n</section>\n");
}

}  // namespace milepost
