// Writes the lines of the Gantt.
#include "render/gantt_part.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "compose/phrases.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/record_lines.h"
#include "render/say.h"
#include "render/schedule_words.h"
#include "render/slip.h"

namespace milepost {
namespace {

constexpr size_t kMostFolded = 150;  // of what is outside of the window
constexpr size_t kMostNamed = 4;     // of what a row waits for

class GanttPart {
 public:
  GanttPart(HtmlWriter& out, const PageScope& scope, const Gantt& gantt)
      : out_(out),
        scope_(scope),
        view_(scope.view()),
        gantt_(gantt),
        lines_(scope.drawings().lines(scope.page_number(), DrawingKind::gantt)),
        records_(gantt.lines, kNotInPlan) {
    for (const GanttGroup& group : gantt.groups) {
      for (size_t i = 0; i < group.rows.size(); ++i) {
        records_[group.line + 1 + i] = group.rows[i].record;
      }
    }
  }

  void write() {
    legend();
    out_.put("<div class=\"gantt\" role=\"group\"");
    out_.attribute("aria-label", scope_.words().text("gantt.name"_word)).put(">\n");
    out_.put("<div class=\"g-head\" aria-hidden=\"true\"><div class=\"g-row\"><b class=\"g-n\">");
    say(out_, scope_, "gantt.work"_word);
    out_.put("</b><b class=\"g-e\">");
    say(out_, scope_, "gantt.finish"_word);
    out_.put("</b><div class=\"g-c\">");
    if (const Html* calendar = scope_.drawing(DrawingKind::gantt)) out_.put(*calendar);
    out_.put("</div></div></div>\n<div class=\"g-body\">\n");
    for (const GanttGroup& group : gantt_.groups) write_group(group);
    out_.put("</div>\n</div>\n");
    if (gantt_.left_out > 0) {
      out_.put("<p class=\"more\"><a");
      out_.link("href", scope_.path(),
                scope_.outline().pages[scope_.outline().breakdown_page].path);
      out_.put(">");
      say_count(out_, scope_, "gantt.more"_word, gantt_.left_out);
      out_.put("</a></p>\n");
    }
    outside(gantt_.before, false);
    outside(gantt_.after, true);
  }

 private:
  // --- the legend
  // ---------------------------------------------------------------------------------

  struct Shown {
    bool waits = false, dependency = false, due = false, likely = false, baseline = false,
         floats = false, stone = false, freeze = false, off = false, other = false;
  };

  Shown shown() const {
    Shown has;
    for (const GanttGroup& group : gantt_.groups) {
      for (const GanttRow& row : group.rows) {
        has.waits = has.waits || row.worked < row.rest;
        has.dependency = has.dependency || row.dependency;
        has.due = has.due || (row.shape == GanttShape::due && !row.dependency);
        has.stone = has.stone || row.shape == GanttShape::stone;
        has.likely = has.likely || row.likely_to;
        has.baseline = has.baseline || row.baseline;
        has.floats = has.floats || row.float_to;
        has.other = has.other || (!row.critical && !row.done);
      }
    }
    for (const GanttRun& run : gantt_.window.runs) {
      (run.kind == GanttOff::freeze ? has.freeze : has.off) = true;
    }
    return has;
  }

  void mark(bool wanted, Word word, Markup shape) {
    if (!wanted) return;
    out_.put("<li><svg class=\"gm\" width=\"34\" height=\"18\" aria-hidden=\"true\">").put(shape);
    out_.put("</svg>");
    say(out_, scope_, word);
    out_.put("</li>\n");
  }

  void legend() {
    const Shown has = shown();
    out_.put("<ul class=\"g-legend\">\n");
    mark(true, "gantt.critical"_word, "<rect y=\"3\" width=\"34\" height=\"13\" class=\"gk\"/>");
    mark(has.other, "gantt.other_work"_word,
         "<rect x=\".5\" y=\"3.5\" width=\"33\" height=\"12\" class=\"go\"/>");
    mark(true, "gantt.done"_word, "<rect y=\"3\" width=\"34\" height=\"13\" class=\"gd\"/>");
    mark(has.floats, "gantt.float"_word, "<path d=\"M0 9h33M33 5v8\" class=\"gl\"/>");
    mark(has.baseline, "gantt.baseline"_word,
         "<rect x=\".5\" y=\"7.5\" width=\"33\" height=\"4\" class=\"gbl\"/>");
    mark(has.dependency, "gantt.outside"_word, "<path d=\"M6 3h22v12H6\" class=\"gu x\"/>");
    mark(has.stone, "gantt.milestone"_word,
         "<path d=\"M11.5 17V7.5a5.5 5.5 0 0 1 11 0V17z\" class=\"gst\"/>");
    mark(has.likely, "gantt.likely"_word, "<path d=\"M0 9h33M33 5v8\" class=\"gp\"/>");
    mark(has.waits, "gantt.waits"_word, "<path d=\"M0 9h34\" class=\"gdots\"/>");
    mark(has.due, "gantt.due"_word, "<path d=\"M15 3h6v12h-6\" class=\"gu\"/>");
    mark(has.off, "gantt.off"_word,
         "<rect width=\"17\" height=\"18\" class=\"gwe\"/><rect x=\"17\" width=\"17\" "
         "height=\"18\" class=\"gho\"/>");
    mark(has.freeze, "gantt.freeze"_word,
         "<rect width=\"34\" height=\"18\" fill=\"url(#mp:hatch)\"/>");
    out_.put("</ul>\n");
  }

  // --- groups and rows
  // ----------------------------------------------------------------------------

  // A narrow screen leaves out what it would show empty.
  bool is_near(const GanttRow& row) const {
    const int32_t first = gantt_.window.near_first;
    const int32_t last = first + gantt_.window.near_days;
    const int32_t begin = std::min(row.begin, row.baseline_begin.value_or(row.begin));
    const int32_t end = std::max(row.end, row.baseline.value_or(row.end));
    return begin <= last && std::max(end, row.float_to.value_or(end)) >= first;
  }

  void drawing(size_t line, bool near = true) {
    out_.put(near ? Markup("<span class=\"g-c\" aria-hidden=\"true\">")
                  : Markup("<span class=\"g-c far\" aria-hidden=\"true\">"));
    if (line < lines_.size()) out_.put(lines_[line]);
    out_.put("</span>");
  }

  void write_group(const GanttGroup& group) {
    out_.put(group.open ? Markup("<details open>") : Markup("<details>"));
    out_.put("<summary class=\"g-row\"><span class=\"g-n\"><b>");
    if (group.workstream == kNotInPlan) {
      say(out_, scope_, "gantt.rest"_word);
    } else {
      out_.data(view_.record(group.workstream).title);
    }
    out_.put("</b> <span class=\"count\">");
    say_count(out_, scope_, "gantt.items"_word, group.rows.size());
    out_.put("</span></span>");
    drawing(group.line);
    out_.put("</summary>\n<ul>\n");
    const std::span<const GanttRow> rows = group.rows;
    for (size_t i = 0; i < group.shown; ++i) row(rows[i], group.line + 1 + i);
    out_.put("</ul>\n");
    if (group.shown < rows.size()) {
      out_.put("<details><summary class=\"g-more\">");
      say_count(out_, scope_, "overview.more"_word, rows.size() - group.shown);
      out_.put("</summary>\n<ul>\n");
      for (size_t i = group.shown; i < rows.size(); ++i) row(rows[i], group.line + 1 + i);
      out_.put("</ul>\n</details>\n");
    }
    out_.put("</details>\n");
  }

  void row(const GanttRow& row, size_t line) {
    const ViewRecord& record = view_.record(row.record);
    const ViewScheduleItem& item = *view_.schedule.item(row.record);
    out_.put(row.critical ? Markup("<li class=\"g-row k\"") : Markup("<li class=\"g-row\""));
    out_.attribute("data-n", static_cast<int64_t>(line));
    if (!row.waits_for.empty()) {
      std::string from;
      for (const uint32_t one : row.waits_for) {
        if (!from.empty()) from += ' ';
        from += std::to_string(one);
      }
      out_.attribute("data-p", from);
    }
    out_.put("><div class=\"g-n d").number(row.depth).put(" st ");
    out_.put(plan_state_class(view_, row.record)).put("\"><div><a");
    write_record_href(out_, scope_, row.record);
    out_.put(">").data(record.title).put("</a> <span class=\"id\">").data(record.short_id);
    out_.put("</span></div></div><div class=\"g-e\">");
    write_day(out_, scope_, item.finish, DayForm::brief);
    if (item.slip != 0) {
      out_.put(" ");
      write_slip_days(out_, scope_, item.slip, row.done ? ViewHealth::none : item.computed);
    }
    out_.put("</div>");
    drawing(line, is_near(row));
    out_.put("<div class=\"g-m\"><span>").data(record.short_id);
    if (!record.owner_names.empty()) out_.put(", ").data(record.owner_names.front());
    const std::string left = float_words(scope_.words(), item);
    if (!left.empty()) out_.put(", ").text(left);
    out_.put("</span><span class=\"vh\">");
    in_words(row, item, left);
    out_.put("</span></div></li>\n");
  }

  // What the bar shows, for those who cannot see it.
  void in_words(const GanttRow& row, const ViewScheduleItem& item, const std::string& left) {
    const ViewRecord& record = view_.record(row.record);
    const auto day = [&](Date date) { return day_words(scope_.words(), date, scope_.as_of()); };
    out_.text(plan_state_words(scope_.words(), view_, row.record)).put("; ");
    if (row.shape == GanttShape::bar || row.shape == GanttShape::parts) {
      say(out_, scope_, "gantt.from_to"_word, {day(item.start), day(item.finish)});
    } else {
      const Word word = row.done                       ? "gantt.done_on"_word
                        : row.shape == GanttShape::due ? "gantt.due_on"_word
                                                       : "gantt.on"_word;
      say(out_, scope_, word, {day(item.finish)});
    }
    if (item.slip != 0) {
      out_.put(", ");
      const auto days = static_cast<uint64_t>(item.slip < 0 ? -int64_t{item.slip} : item.slip);
      say_count(out_, scope_, item.slip > 0 ? "gantt.late"_word : "gantt.early"_word, days);
    }
    if (row.baseline) {
      out_.put(", ");
      say(out_, scope_, "gantt.planned"_word, {day(*item.baseline)});
    }
    if (item.percent > 0 && !row.done) {
      out_.put(", ");
      say(out_, scope_, "gantt.percent"_word, {item.percent});
    }
    if (!left.empty()) out_.put(", ").text(left);
    if (row.likely_to) {
      out_.put(", ");
      say(out_, scope_, "gantt.likely_by"_word,
          {day(add_days(gantt_.window.first, *row.likely_to - 1))});
    }
    if (item.rosier && record.health != ViewHealth::none) {
      out_.put(", ");
      say(out_, scope_, "gantt.reported_but"_word,
          {health_word(scope_.words(), record.health), health_word(scope_.words(), item.computed)});
    }
    waits_for(row);
    out_.put(".");
  }

  void waits_for(const GanttRow& row) {
    if (row.waits_for.empty() || row.done) return;
    const auto names = [&] {
      for (size_t i = 0; i < std::min(row.waits_for.size(), kMostNamed); ++i) {
        if (i > 0) out_.put(", ");
        out_.data(view_.record(records_[row.waits_for[i]]).short_id);
      }
      if (row.waits_for.size() <= kMostNamed) return;
      out_.put(" ");
      say_count(out_, scope_, "list.more"_word, row.waits_for.size() - kMostNamed);
    };
    out_.put("; ");
    say(out_, scope_, "gantt.waits_for"_word, {names});
  }

  // --- outside of the window
  // ----------------------------------------------------------------------

  void outside(std::span<const ViewRecordId> ids, bool after) {
    if (ids.empty()) return;
    out_.put("<details class=\"g-out\"><summary>");
    const Date last = add_days(gantt_.window.first, gantt_.window.days - 1);
    if (after) {
      say_count(out_, scope_, "gantt.later"_word, ids.size(),
                {short_day(scope_.words(), last, scope_.as_of())});
    } else {
      say_count(out_, scope_, "gantt.finished"_word, ids.size());
    }
    out_.put("</summary>\n<ul class=\"g-list\">\n");
    for (const ViewRecordId id : ids.first(std::min(ids.size(), kMostFolded))) {
      const ViewScheduleItem& item = *view_.schedule.item(id);
      out_.put("<li>");
      write_day(out_, scope_, item.finish, DayForm::brief);
      out_.put(" ");
      write_record_link(out_, scope_, id, view_.record(id).title);
      out_.put(" <span class=\"id\">").data(view_.record(id).short_id).put("</span></li>\n");
    }
    out_.put("</ul>\n");
    if (ids.size() > kMostFolded) {
      write_more(out_, scope_, ids.size() - kMostFolded, scope_.outline().breakdown_page);
    }
    out_.put("</details>\n");
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const View& view_;
  const Gantt& gantt_;
  std::span<const Html> lines_;
  std::vector<ViewRecordId> records_;  // by line
};

}  // namespace

void write_gantt(HtmlWriter& out, const PageScope& scope, const Gantt& gantt) {
  if (gantt.groups.empty()) return;
  GanttPart(out, scope, gantt).write();
}

}  // namespace milepost
