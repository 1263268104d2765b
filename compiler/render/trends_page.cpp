// How things went from version to version.
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compare/past.h"
#include "compose/phrases.h"
#include "compose/trend_figures.h"
#include "draw/drawings.h"
#include "render/data_table.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/slip.h"
#include "render/trend_parts.h"

namespace milepost {
namespace {

std::string_view name_of(TrendName name) {
  constexpr std::array<std::string_view, 6> kNames = {"work",     "days",      "exposure",
                                                      "blockers", "readiness", "path"};
  return kNames[static_cast<size_t>(name)];
}

void how(HtmlWriter& out, const PageScope& scope, std::string_view name) {
  out.put(" <a class=\"how\"").attribute("href", "#mp:means-" + std::string(name)).put(">");
  say(out, scope, "trends.how"_word);
  out.put("</a>");
}

class FigureTable {
 public:
  FigureTable(HtmlWriter& out, const PageScope& scope, const TrendFigure& figure)
      : out_(out), scope_(scope), figure_(figure), history_(scope.outline().past->history) {}

  void write() {
    columns_.push_back(
        {"version", scope_.words().text("trends.version"_word), DataType::date, CellPlace::title});
    std::vector<std::string> keys;
    for (size_t i = 0; i < figure_.lines.size(); ++i) keys.push_back("f" + std::to_string(i));
    for (size_t i = 0; i < figure_.lines.size(); ++i) {
      columns_.push_back(
          {keys[i], figure_.lines[i].label, DataType::number, CellPlace::detail, true});
    }
    if (figure_.name == TrendName::path) {
      columns_.push_back({"joined", scope_.words().text("trends.joined"_word)});
      columns_.push_back({"left", scope_.words().text("trends.left"_word)});
    }
    if (figure_.name == TrendName::readiness) {
      columns_.push_back({"verdict", scope_.words().text("trends.verdict"_word)});
    }
    DataTableHead head;
    head.name = "t";
    head.caption = figure_.title;
    head.one = head.many = columns_.front().label;
    head.open = figure_.editions.size();
    head.columns = columns_;
    head.tools = false;
    DataTable table(out_, head);
    table.begin_group("all", {}, figure_.editions.size());
    for (size_t i = figure_.editions.size(); i-- > 0;) row(table, i);
    table.finish();
  }

 private:
  void row(DataTable& table, size_t at) {
    const uint32_t edition = figure_.editions[at];
    table.begin_row({});
    table.cell();
    write_edition(edition);
    for (const TrendLine& line : figure_.lines) table.cell().number(line.values[at]);
    if (figure_.name == TrendName::path) {
      const std::vector<std::string>& now = history_.trends[edition].path;
      const std::vector<std::string> none;
      const std::vector<std::string>& before =
          at == 0 ? none : history_.trends[figure_.editions[at - 1]].path;
      table.cell();
      if (at > 0) ids(now, before);
      table.cell();
      if (at > 0) ids(before, now);
    }
    if (figure_.name == TrendName::readiness) {
      table.cell();
      verdict(history_.trends[edition].releases);
    }
  }

  void write_edition(uint32_t edition) {
    write_day(out_, scope_, history_.editions[edition].date, DayForm::brief);
    const std::string& title = history_.editions[edition].title;
    if (!title.empty()) out_.put(" <span class=\"aside\">").data(title).put("</span>");
  }

  // Those of `of` that are not in `without`.
  void ids(const std::vector<std::string>& of, const std::vector<std::string>& without) {
    const std::set<std::string_view> known(without.begin(), without.end());
    bool first = true;
    for (const std::string& id : of) {
      if (known.contains(id)) continue;
      if (!std::exchange(first, false)) out_.put(", ");
      out_.put("<span class=\"nw\">").data(id).put("</span>");
    }
  }

  void verdict(const std::vector<ReadinessPoint>& releases) {
    const std::string& id = scope_.view().record(figure_.record).id;
    for (const ReadinessPoint& point : releases) {
      if (point.id != id) continue;
      switch (point.verdict) {
        case ViewReadyVerdict::go:
          say(out_, scope_, "ready.go"_word);
          break;
        case ViewReadyVerdict::conditional_go:
          say(out_, scope_, "ready.conditional_go"_word);
          break;
        case ViewReadyVerdict::no_go:
          say(out_, scope_, "ready.no_go"_word);
          break;
        case ViewReadyVerdict::none:
          break;
      }
    }
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const TrendFigure& figure_;
  const History& history_;
  std::vector<DataColumn> columns_;
};

void write_figure(HtmlWriter& out, const PageScope& scope, const TrendFigure& figure,
                  const Html& chart) {
  out.put("<section class=\"part\">\n<h2>");
  if (figure.name == TrendName::readiness) {
    say(out, scope, "trends.readiness_of"_word, {figure.title});
  } else {
    out.text(figure.title);
  }
  out.put("</h2>\n<p>").text(figure.said);
  how(out, scope, name_of(figure.name));
  out.put("</p>\n<figure>\n").put(chart).put("</figure>\n<details><summary>");
  say(out, scope, "trends.figures"_word);
  out.put("</summary>\n");
  FigureTable(out, scope, figure).write();
  out.put("</details>\n</section>\n");
}

// The line of a milestone in words: first and last expected day, struck and new.
void slip_rows(HtmlWriter& out, const PageScope& scope, const SlipFigure& figure) {
  const View& view = scope.view();
  const Words& words = scope.words();
  const std::array<DataColumn, 5> columns = {{
      {"id", words.text("trends.id"_word), DataType::text, CellPlace::id},
      {"title", words.text("trends.milestone"_word), DataType::text, CellPlace::title},
      {"first", words.text("trends.first"_word), DataType::date, CellPlace::detail, true},
      {"now", words.text("trends.now"_word), DataType::date, CellPlace::detail, true},
      {"moves", words.text("trends.moves"_word), DataType::number, CellPlace::detail, true},
  }};
  DataTableHead head;
  head.name = "slip";
  head.caption = words.text("trends.slip"_word);
  head.one = head.many = columns[1].label;
  head.open = figure.lines.size();
  head.columns = columns;
  head.tools = false;
  DataTable table(out, head);
  table.begin_group("all", {}, figure.lines.size());
  for (const SlipLine& line : figure.lines) {
    const ViewRecord& record = view.record(line.record);
    const Date was = line.points.front().finish, now = line.points.back().finish;
    table.begin_row({});
    table.cell();
    write_id(out, scope, line.record);
    table.cell();
    write_record_link(out, scope, line.record, record.title);
    table.cell();
    if (was == now) {
      write_day(out, scope, was, DayForm::brief);
    } else {
      out.put("<s>");
      write_day(out, scope, was, DayForm::brief);
      out.put("</s>");
    }
    table.cell();
    out.put("<b>");
    write_day(out, scope, now, DayForm::brief);
    out.put("</b> ");
    const ViewScheduleItem* item = view.schedule.item(line.record);
    const int64_t days =
        was <= now ? view.working_time.between(was, now) : -view.working_time.between(now, was);
    write_slip_days(out, scope, days, item == nullptr ? ViewHealth::none : item->computed);
    table.cell();
    size_t moves = 0;
    for (size_t i = 1; i < line.points.size(); ++i) {
      moves += line.points[i].finish != line.points[i - 1].finish ? 1 : 0;
    }
    out.number(moves);
  }
  table.finish();
}

// When each was expected, version by version.
void slip_history(HtmlWriter& out, const PageScope& scope, const SlipFigure& figure) {
  const History& history = scope.outline().past->history;
  std::vector<std::string> keys;
  for (size_t i = 0; i < figure.lines.size(); ++i) keys.push_back("m" + std::to_string(i));
  std::vector<DataColumn> columns = {
      {"version", scope.words().text("trends.version"_word), DataType::date, CellPlace::title}};
  for (size_t i = 0; i < figure.lines.size(); ++i) {
    columns.push_back({keys[i], scope.view().record(figure.lines[i].record).short_id,
                       DataType::date, CellPlace::detail, true});
  }
  DataTableHead head;
  head.name = "slips";
  head.caption = scope.words().text("trends.slip"_word);
  head.one = head.many = columns.front().label;
  head.open = history.editions.size();
  head.columns = columns;
  head.tools = false;
  DataTable table(out, head);
  table.begin_group("all", {}, history.editions.size());
  std::vector<size_t> next;  // of each line: one past the point of the version
  for (const SlipLine& line : figure.lines) next.push_back(line.points.size());
  for (uint32_t edition = static_cast<uint32_t>(history.editions.size()); edition-- > 0;) {
    table.begin_row({});
    table.cell();
    write_day(out, scope, history.editions[edition].date, DayForm::brief);
    const std::string& title = history.editions[edition].title;
    if (!title.empty()) out.put(" <span class=\"aside\">").data(title).put("</span>");
    for (size_t i = 0; i < figure.lines.size(); ++i) {
      table.cell();
      if (next[i] == 0 || figure.lines[i].points[next[i] - 1].edition != edition) continue;
      write_day(out, scope, figure.lines[i].points[--next[i]].finish, DayForm::brief);
    }
  }
  table.finish();
}

void write_meanings(HtmlWriter& out, const PageScope& scope,
                    const std::vector<TrendFigure>& figures, bool slips) {
  constexpr std::array<std::pair<Word, Word>, 6> kMeanings = {{
      {"trends.work"_word, "trends.means_work"_word},
      {"trends.days_left"_word, "trends.means_days"_word},
      {"trends.exposure"_word, "trends.means_exposure"_word},
      {"trends.blockers"_word, "trends.means_blockers"_word},
      {"trends.readiness"_word, "trends.means_readiness"_word},
      {"trends.path"_word, "trends.means_path"_word},
  }};
  const auto meaning = [&](std::string_view name, Word title, Word text) {
    out.put("<div").attribute("id", "mp:means-" + std::string(name)).put("><dt>");
    say(out, scope, title);
    out.put("</dt><dd>");
    say(out, scope, text);
    out.put("</dd></div>\n");
  };
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, "trends.means"_word);
  out.put("</h2>\n<dl class=\"h-means\">\n");
  if (slips) meaning("slip", "trends.slip"_word, "trends.means_slip"_word);
  std::set<TrendName> told;
  for (const TrendFigure& figure : figures) {
    if (!told.insert(figure.name).second) continue;
    const auto& [title, text] = kMeanings[static_cast<size_t>(figure.name)];
    meaning(name_of(figure.name), title, text);
  }
  out.put("</dl>\n</section>\n");
}

}  // namespace

void write_slip_part(HtmlWriter& out, PageScope& scope) {
  const Html* chart = scope.drawing(DrawingKind::slip);
  if (chart == nullptr) return;
  const SlipFigure figure = slip_figure(scope.outline());
  const bool own = scope.page().kind == OutlineKind::trends;
  out.put("<section class=\"part\" id=\"mp:slips\">\n<h2>");
  say(out, scope, "trends.slip"_word);
  out.put("</h2>\n<p>").text(figure.said);
  if (own) {
    how(out, scope, "slip");
  } else {
    out.put(" <a").link("href", scope.path(),
                        scope.outline().pages[scope.outline().trends_page].path);
    out.put(">");
    say(out, scope, "trends.all_trends"_word);
    out.put("</a>");
  }
  out.put("</p>\n<figure>\n").put(*chart).put("<figcaption class=\"note\">");
  say(out, scope, "trends.slip_legend"_word);
  out.put("</figcaption>\n</figure>\n");
  if (own) slip_rows(out, scope, figure);
  out.put("<details><summary>");
  say(out, scope, "trends.figures"_word);
  out.put("</summary>\n");
  if (own) {
    slip_history(out, scope, figure);
  } else {
    slip_rows(out, scope, figure);
  }
  out.put("</details>\n</section>\n");
}

void write_trends_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  const History& history = scope.outline().past->history;
  say(out, scope, "trends.title"_word);
  slots.finish(Slot::heading);
  say(out, scope, "trends.versions"_word,
      {history.editions.size(),
       [&] { write_day(out, scope, history.editions.front().date, DayForm::with_weekday); },
       [&] { write_day(out, scope, history.editions.back().date, DayForm::with_weekday); }});
  write_basis(out, scope);
  slots.finish(Slot::summary);
  write_tabs(out, scope);
  slots.finish(Slot::tabs);
  write_slip_part(out, scope);
  const bool slips = !out.empty();
  const std::vector<TrendFigure> figures = trend_figures(scope.outline());
  const auto charts = scope.drawings().lines(scope.page_number(), DrawingKind::history);
  for (size_t i = 0; i < std::min(figures.size(), charts.size()); ++i) {
    write_figure(out, scope, figures[i], charts[i]);
  }
  write_meanings(out, scope, figures, slips);
  slots.finish(Slot::tables);
}

}  // namespace milepost
