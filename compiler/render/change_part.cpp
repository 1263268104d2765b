// The page of a change request: what it moves, who agreed, what was assessed.
#include <algorithm>
#include <variant>

#include "render/control_parts.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/record_lines.h"
#include "render/say.h"

namespace milepost {
namespace {

class ChangePart {
 public:
  ChangePart(HtmlWriter& out, PageScope& scope, const ViewChange& change)
      : out_(out), scope_(scope), view_(scope.view()), change_(change) {}

  void moves() {
    if (change_.moves.empty()) return;
    out_.put("<section class=\"part\">\n");
    heading(change_.approved ? Word::change_moved_by_it : Word::change_moves);
    begin_table({Word::change_column_record, Word::change_column_field, Word::change_column_change,
                 Word::change_column_now});
    for (const ViewChangeMove& move : change_.moves) {
      out_.put("<tr><td>");
      if (move.record == kReleaseItself) {
        out_.data(move.text);
      } else {
        write_record_link(out_, scope_, move.record, view_.record(move.record).title);
        out_.put(" ");
        write_id(out_, scope_, move.record);
      }
      out_.put("</td><td>").data(move.field).put("</td><td>");
      write_move_values(out_, scope_, move);
      out_.put("</td><td>");
      write_move_state(out_, scope_, move);
      out_.put("</td></tr>\n");
    }
    end_table();
    const ViewRecord& record = view_.record(change_.record);
    if (const ViewField* rebaseline = view_.find_field(record, "rebaseline")) {
      const ViewValue& value = rebaseline->values.front();
      const auto* word = std::get_if<bool>(&value.data);
      if (word != nullptr) {
        out_.put("<p class=\"more\">");
        say(out_, scope_, *word ? Word::change_rebaseline : Word::change_no_rebaseline);
        out_.put("</p>\n");
      }
    }
    out_.put("</section>\n");
  }

  void answers() {
    approvals();
    impact();
  }

 private:
  void heading(Word word) {
    out_.put("<h2>");
    say(out_, scope_, word);
    out_.put("</h2>\n");
  }

  void begin_table(std::initializer_list<Word> columns) {
    out_.put("<div class=\"scroll\" tabindex=\"0\"><table class=\"rows\">\n<thead><tr>");
    for (const Word column : columns) {
      out_.put("<th scope=\"col\">");
      say(out_, scope_, column);
      out_.put("</th>");
    }
    out_.put("</tr></thead>\n<tbody>\n");
  }

  void end_table() { out_.put("</tbody></table></div>\n"); }

  void aside(Word word) {
    out_.put(" <span class=\"aside\">");
    say(out_, scope_, word);
    out_.put("</span>");
  }

  void approvals() {
    if (change_.approvals.empty()) return;
    heading(Word::change_required);
    begin_table({Word::change_column_role, Word::change_column_answer, Word::change_column_who,
                 Word::change_column_when});
    for (const ViewChangeApproval& one : change_.approvals) {
      out_.put("<tr><td>").data(one.role);
      if (!one.required) aside(Word::change_also_agreed);
      out_.put("</td><td>");
      write_approval_state(out_, scope_, one);
      out_.put("</td><td>");
      write_who(out_, scope_, one.by);
      if (one.not_held) aside(Word::change_not_held);
      if (!one.notes.empty()) out_.put(" <span class=\"aside\">").data(one.notes).put("</span>");
      out_.put("</td><td>");
      if (one.on) write_day(out_, scope_, *one.on, DayForm::with_weekday);
      out_.put("</td></tr>\n");
    }
    end_table();
  }

  void impact() {
    if (change_.impact.empty()) return;
    const ViewField* field = view_.find_field(view_.record(change_.record), "impact");
    const auto* object =
        field == nullptr ? nullptr : std::get_if<ViewObject>(&field->values.front().data);
    heading(Word::change_assessment);
    out_.put("<dl class=\"facts\">\n");
    for (const ViewImpactArea& area : change_.impact) {
      out_.put("<div><dt>").data(area.label);
      if (area.required) aside(Word::change_required_mark);
      out_.put("</dt><dd>");
      const ViewField* part = object == nullptr ? nullptr : view_.find_field(*object, area.area);
      if (part != nullptr && area.assessed) {
        write_field_phrase(out_, scope_, *part);
      } else {
        out_.put("<span class=\"st s-stale\">");
        say(out_, scope_, Word::change_not_assessed);
        out_.put("</span>");
      }
      out_.put("</dd></div>\n");
    }
    out_.put("</dl>\n");
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  const ViewChange& change_;
};

}  // namespace

bool is_told_by_control(const View& view, ViewRecordId id, const ViewField& field) {
  if (!std::holds_alternative<ViewObject>(field.values.front().data)) return false;
  const std::string& name = view.field(field.field).name;
  if (name == "timeline") return view.incident_of(id) != nullptr;
  return (name == "approvals" || name == "impact" || name == "applies") &&
         view.change_of(id) != nullptr;
}

void write_change_moves(HtmlWriter& out, PageScope& scope, const ViewChange& change) {
  ChangePart(out, scope, change).moves();
}

void write_change_answers(HtmlWriter& out, PageScope& scope, const ViewChange& change) {
  ChangePart(out, scope, change).answers();
}

void write_approval_state(HtmlWriter& out, const PageScope& scope, const ViewChangeApproval& one) {
  switch (one.state) {
    case ViewApprovalState::agreed:
      out.put(one.not_held ? Markup("<span class=\"st s-stale\">")
                           : Markup("<span class=\"st s-done s-passed\">"));
      say(out, scope, Word::change_state_agreed);
      break;
    case ViewApprovalState::refused:
      out.put("<span class=\"st s-off\">");
      say(out, scope, Word::change_state_refused);
      break;
    case ViewApprovalState::waiting:
      out.put("<span class=\"st s-open\">");
      say(out, scope, Word::change_state_waiting);
      break;
    case ViewApprovalState::missing:
      out.put("<span class=\"st s-stale\">");
      say(out, scope, Word::change_state_missing);
      break;
  }
  out.put("</span>");
}

void write_who(HtmlWriter& out, const PageScope& scope, const ViewWho& who) {
  if (!who.empty()) write_party(out, scope, {who.person, who.team}, who.text);
}

void write_move_values(HtmlWriter& out, const PageScope& scope, const ViewChangeMove& move) {
  const auto one = [&](const std::string& text, const std::optional<Date>& day) {
    if (day) {
      write_day(out, scope, *day, DayForm::brief);
    } else {
      out.data(text);
    }
  };
  if (!move.from.empty()) {
    out.put("<s>");
    one(move.from, move.before);
    out.put("</s> ");
  }
  if (!move.to.empty()) {
    out.put("<b>");
    one(move.to, move.after);
    out.put("</b>");
  }
  if (move.days == 0) return;
  const bool later = move.days > 0;
  out.put(later ? Markup(" <span class=\"slip\">") : Markup(" <span class=\"slip ok\">"));
  say(out, scope, later ? Word::raid_slip : Word::change_gain, {later ? move.days : -move.days});
  out.put("</span>");
}

void write_move_state(HtmlWriter& out, const PageScope& scope, const ViewChangeMove& move) {
  switch (move.state) {
    case ViewMoveState::applied:
      out.put("<span class=\"st s-done s-passed\">");
      say(out, scope, Word::change_move_applied);
      out.put("</span>");
      break;
    case ViewMoveState::waiting:
      out.put("<span class=\"st s-stale\">");
      say(out, scope, Word::change_move_waiting);
      out.put("</span>");
      break;
    case ViewMoveState::otherwise:
      say(out, scope, Word::change_move_otherwise, {[&] {
            if (move.today) {
              write_day(out, scope, *move.today, DayForm::brief);
            } else {
              out.data(move.now);
            }
          }});
      break;
    case ViewMoveState::unknown:
      out.put("<span class=\"aside\">");
      say(out, scope, Word::change_move_unknown);
      out.put("</span>");
      break;
  }
}

}  // namespace milepost
