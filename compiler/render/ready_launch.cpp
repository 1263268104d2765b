// Writes the day of a launch and what came after.
#include "render/ready_launch.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/ready_words.h"
#include "render/record_lines.h"
#include "render/say.h"

namespace milepost {
namespace {

Word step_word(ViewStepKind kind) {
  switch (kind) {
    case ViewStepKind::decision:
      return "launch.decision"_word;
    case ViewStepKind::cutover:
      return "launch.cutover"_word;
    case ViewStepKind::communication:
      return "launch.communication"_word;
    default:
      return "launch.rollout"_word;
  }
}

class LaunchTable {
 public:
  LaunchTable(HtmlWriter& out, const PageScope& scope, const ViewLaunchPlan& plan, bool boxes)
      : out_(out), scope_(scope), plan_(plan), boxes_(boxes) {}

  void write() {
    const Words& words = scope_.words();
    std::vector<DataColumn> columns = {
        {"when", words.text("launch.when"_word), DataType::text, CellPlace::id},
        {"what", words.text("launch.what"_word), DataType::text, CellPlace::title},
        {"who", words.text("launch.who"_word), DataType::text, CellPlace::who},
        {"check", words.text("launch.check"_word)},
    };
    if (boxes_) {
      columns.push_back({"at", words.text("runbook.at"_word)});
      columns.push_back(
          {"done", words.text("runbook.done"_word), DataType::text, CellPlace::state, true});
    }
    DataTableHead head;
    head.name = "launch-plan";
    head.caption = words.text("launch.heading"_word);
    head.one = head.many = head.caption;
    head.open = plan_.steps.size();
    head.columns = columns;
    head.tools = false;
    DataTable table(out_, head);
    for (size_t from = 0; from < plan_.steps.size();) {
      const std::optional<Date> day = day_of(plan_.steps[from]);
      size_t to = from + 1;
      while (to < plan_.steps.size() && day_of(plan_.steps[to]) == day) ++to;
      const std::string label = day ? day_words(words, *day, scope_.as_of())
                                    : std::string(words.text("launch.no_time"_word));
      table.begin_group("day", label, to - from);
      for (; from < to; ++from) step(table, plan_.steps[from]);
    }
    table.finish();
  }

 private:
  std::optional<Date> day_of(const ViewLaunchStep& step) const {
    if (!step.begins) return std::nullopt;
    return date_in(*step.begins, scope_.view().program.zone);
  }

  std::string clock(DateTime moment) const {
    return to_text(to_local(moment, scope_.view().program.zone)).substr(11);
  }

  void step(DataTable& table, const ViewLaunchStep& step) {
    table.begin_row({});
    table.cell();
    when(step);
    table.cell().put("<b>").data(step.what).put("</b> <span class=\"aside\">");
    say(out_, scope_, step_word(step.kind));
    if (!step.audience.empty()) {
      out_.put(" ");
      say(out_, scope_, "launch.to"_word, {step.audience});
    }
    if (!step.channel.empty()) {
      out_.put(" ");
      say(out_, scope_, "launch.through"_word, {step.channel});
    }
    out_.put("</span>");
    flags(step);
    table.cell();
    who(step);
    table.cell();
    checks(step);
    if (!boxes_) return;
    table.cell().put("<i class=\"write\"></i>");
    table.cell().put("<i class=\"square\"></i>");
  }

  // "09:00–11:00"; what is written, if it is no time.
  void when(const ViewLaunchStep& step) {
    if (!step.begins) {
      out_.data(step.at);
      return;
    }
    if (step.all_day) return;
    out_.put("<b class=\"nw\">").text(clock(*step.begins));
    if (step.ends && *step.begins < *step.ends) out_.text("–" + clock(*step.ends));
    out_.put("</b>");
  }

  void flags(const ViewLaunchStep& step) {
    const auto flag = [&](bool is, Word word) {
      if (!is) return;
      out_.put("<span class=\"flag\"><span class=\"st s-risk\">");
      say(out_, scope_, word);
      out_.put("</span></span>");
    };
    flag(step.clashes, "launch.clashes"_word);
    flag(step.frozen, "launch.frozen"_word);
    flag(step.off_hours, "launch.off_hours"_word);
  }

  void who(const ViewLaunchStep& step) {
    write_ready_who(out_, scope_, step.owner);
    if (step.decides.empty()) return;
    if (!step.owner.empty()) out_.put("; ");
    say(out_, scope_, "launch.decides"_word,
        {[&] { write_ready_who(out_, scope_, step.decides); }});
  }

  void checks(const ViewLaunchStep& step) {
    const auto line = [&](Word word, std::string_view text) {
      if (text.empty()) return;
      out_.put("<span class=\"line\">");
      say(out_, scope_, word, {text});
      out_.put("</span>");
    };
    std::string conditions;
    for (const std::string& condition : step.go_if) {
      if (!conditions.empty()) conditions += "; ";
      conditions += condition;
    }
    line("launch.go_if"_word, conditions);
    line("launch.check_is"_word, step.check);
    line("launch.back_out"_word, step.back_out);
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const ViewLaunchPlan& plan_;
  bool boxes_;
};

class AfterLaunch {
 public:
  AfterLaunch(HtmlWriter& out, PageScope& scope, const ViewReadiness& ready)
      : out_(out), scope_(scope), view_(scope.view()), ready_(ready), after_(ready.after) {}

  void write() {
    const std::vector<ViewRecordId> incidents = linked("incident");
    const std::vector<ViewRecordId> lessons = linked("lesson");
    const bool said = after_.review || after_.hand_over_on || !after_.hand_over_to.empty() ||
                      !after_.notes.empty();
    if (after_.measures.empty() && incidents.empty() && lessons.empty() && !said) return;
    out_.put("<section class=\"part\" id=\"mp:after\">\n<h2>");
    say(out_, scope_, "launch.after"_word);
    out_.put("</h2>\n");
    if (!after_.measures.empty()) measures();
    records(incidents, "launch.incidents"_word);
    records(lessons, "launch.lessons"_word);
    if (said) facts();
    out_.put("</section>\n");
  }

 private:
  // Those that link to the release or that it links to, each once, in source order.
  std::vector<ViewRecordId> linked(std::string_view kind) const {
    std::vector<ViewRecordId> found;
    const auto take = [&](ViewRecordId id) {
      if (view_.kind_of(view_.record(id)).is(kind)) found.push_back(id);
    };
    for (const uint32_t i : view_.incoming_links(ready_.record)) take(view_.links[i].from);
    for (const ViewLink& link : view_.outgoing(ready_.record)) take(link.to);
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
  }

  void records(const std::vector<ViewRecordId>& ids, Word heading) {
    if (ids.empty()) return;
    out_.put("<h3>");
    say(out_, scope_, heading);
    out_.put("</h3>\n");
    RecordLines lines(out_, scope_);
    for (const ViewRecordId id : ids) {
      const ViewFacts& facts = view_.record(id).facts;
      lines.begin(id, facts.raised ? facts.raised : facts.started ? facts.started : facts.due);
      lines.state();
      lines.owner();
      lines.end();
    }
    lines.finish();
  }

  void measures() {
    const Words& words = scope_.words();
    const std::array<DataColumn, 4> columns = {{
        {"figure", words.text("launch.figure"_word), DataType::text, CellPlace::title},
        {"target", words.text("launch.target"_word)},
        {"result", words.text("launch.result"_word)},
        {"now", words.text("signs.now"_word), DataType::state, CellPlace::state},
    }};
    DataTableHead head;
    head.name = "measures";
    head.caption = words.text("launch.metrics"_word);
    head.one = head.many = head.caption;
    head.open = after_.measures.size();
    head.columns = columns;
    head.tools = false;
    DataTable table(out_, head);
    for (const ViewMeasure& measure : after_.measures) {
      table.begin_row({});
      table.cell();
      if (measure.metric != kReleaseItself) {
        const ViewRecord& metric = view_.record(measure.metric);
        write_record_link(out_, scope_, measure.metric,
                          metric.title.empty() ? metric.short_id : metric.title);
      } else {
        out_.data(measure.name);
      }
      table.cell().data(measure.target);
      table.cell().data(measure.result);
      table.cell();
      out_.put(measure.met      ? Markup("<span class=\"st s-done s-passed\">")
               : measure.missed ? Markup("<span class=\"st s-off\">")
                                : Markup("<span class=\"st s-open\">"));
      say(out_, scope_,
          measure.met      ? "launch.is_met"_word
          : measure.missed ? "launch.is_missed"_word
                           : "launch.is_not_known"_word);
      out_.put("</span>");
    }
    table.finish();
  }

  void facts() {
    out_.put("<dl class=\"told\">\n");
    const auto fact = [&](Word label) {
      out_.put("<div><dt>");
      say(out_, scope_, label);
      out_.put("</dt><dd>");
    };
    const auto day = [&](Date date) { write_day(out_, scope_, date, DayForm::with_weekday); };
    if (after_.review) {
      fact("launch.review"_word);
      day(*after_.review);
      out_.put("</dd></div>\n");
    }
    if (after_.hand_over_on || !after_.hand_over_to.empty()) {
      fact("launch.hand_over"_word);
      write_ready_who(out_, scope_, after_.hand_over_to);
      if (after_.hand_over_on) {
        if (!after_.hand_over_to.empty()) out_.put(", ");
        day(*after_.hand_over_on);
      }
      out_.put("</dd></div>\n");
    }
    if (!after_.notes.empty()) {
      fact("runbook.notes"_word);
      out_.data(after_.notes).put("</dd></div>\n");
    }
    out_.put("</dl>\n");
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  const ViewReadiness& ready_;
  const ViewPostLaunch& after_;
};

}  // namespace

void write_launch_table(HtmlWriter& out, const PageScope& scope, const ViewLaunchPlan& plan,
                        bool boxes) {
  if (!plan.steps.empty()) LaunchTable(out, scope, plan, boxes).write();
}

void write_rollback_list(HtmlWriter& out, const ViewLaunchPlan& plan) {
  if (plan.rollback_if.empty()) return;
  out.put("<ul class=\"triggers\">\n");
  for (const std::string& trigger : plan.rollback_if) {
    out.put("<li>").data(trigger).put("</li>\n");
  }
  out.put("</ul>\n");
}

void write_war_room(HtmlWriter& out, const PageScope& scope, const ViewLaunchPlan& plan) {
  if (!plan.war_room.empty()) {
    out.put("<p class=\"room\">");
    const bool linked = open_foreign_link(out, plan.war_room, {});
    out.data(plan.war_room);
    if (linked) out.put("</a>");
    out.put("</p>\n");
  }
  if (plan.roster.empty()) return;
  const Words& words = scope.words();
  const std::array<DataColumn, 3> columns = {{
      {"who", words.text("signs.person"_word), DataType::text, CellPlace::title},
      {"role", words.text("signs.role"_word)},
      {"shift", words.text("launch.shift"_word)},
  }};
  DataTableHead head;
  head.name = "roster";
  head.caption = words.text("launch.roster"_word);
  head.one = head.many = head.caption;
  head.open = plan.roster.size();
  head.columns = columns;
  head.tools = false;
  DataTable table(out, head);
  for (const ViewStandby& standby : plan.roster) {
    table.begin_row({});
    table.cell().put("<b>");
    write_ready_who(out, scope, standby.who);
    out.put("</b>");
    table.cell().data(standby.role);
    table.cell().data(standby.shift);
  }
  table.finish();
}

void write_launch(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready) {
  const ViewLaunchPlan& plan = ready.launch;
  const auto part = [&](Word heading, Markup open) {
    out.put(open).put("<h2>");
    say(out, scope, heading);
    out.put("</h2>\n");
  };
  if (!plan.steps.empty()) {
    part("launch.heading"_word, "<section class=\"part\" id=\"mp:launch\">\n");
    write_launch_table(out, scope, plan, false);
    out.put("</section>\n");
  }
  const bool room = !plan.war_room.empty() || !plan.roster.empty();
  if (plan.rollback_if.empty() && !room) return;
  out.put("<div class=\"halves\">\n");
  if (!plan.rollback_if.empty()) {
    part("launch.rollback_if"_word, "<section class=\"part\" id=\"mp:rollback\">\n");
    write_rollback_list(out, plan);
    out.put("</section>\n");
  }
  if (room) {
    part("launch.war_room"_word, "<section class=\"part\" id=\"mp:war-room\">\n");
    write_war_room(out, scope, plan);
    out.put("</section>\n");
  }
  out.put("</div>\n");
}

void write_after_launch(HtmlWriter& out, PageScope& scope, const ViewReadiness& ready) {
  AfterLaunch(out, scope, ready).write();
}

}  // namespace milepost
