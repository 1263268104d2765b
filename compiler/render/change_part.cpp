// The page of a change request: what it moves, who agreed, what was assessed.
#include <algorithm>
#include <variant>

#include "render/control_parts.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/record_lines.h"
#include "render/rows_table.h"
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
    heading(change_.approved ? "change.moved_by_it"_word : "change.moves"_word);
    begin_rows(out_, scope_,
               {"change.column_record"_word, "change.column_field"_word,
                "change.column_change"_word, "change.column_now"_word});
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
    end_rows(out_);
    const ViewRecord& record = view_.record(change_.record);
    if (const ViewField* rebaseline = view_.find_field(record, "rebaseline")) {
      const ViewValue& value = rebaseline->values.front();
      const auto* word = std::get_if<bool>(&value.data);
      if (word != nullptr) {
        out_.put("<p class=\"more\">");
        say(out_, scope_, *word ? "change.rebaseline"_word : "change.no_rebaseline"_word);
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

  void aside(Word word) {
    out_.put(" <span class=\"aside\">");
    say(out_, scope_, word);
    out_.put("</span>");
  }

  void approvals() {
    if (change_.approvals.empty()) return;
    heading("change.required"_word);
    begin_rows(out_, scope_,
               {"change.column_role"_word, "change.column_answer"_word, "change.column_who"_word,
                "change.column_when"_word});
    for (const ViewChangeApproval& one : change_.approvals) {
      out_.put("<tr><td>").data(one.role);
      if (!one.required) aside("change.also_agreed"_word);
      out_.put("</td><td>");
      write_approval_state(out_, scope_, one);
      out_.put("</td><td>");
      write_who(out_, scope_, one.by);
      if (one.not_held) aside("change.not_held"_word);
      if (!one.notes.empty()) out_.put(" <span class=\"aside\">").data(one.notes).put("</span>");
      out_.put("</td><td>");
      if (one.on) write_day(out_, scope_, *one.on, DayForm::with_weekday);
      out_.put("</td></tr>\n");
    }
    end_rows(out_);
  }

  void impact() {
    if (change_.impact.empty()) return;
    const ViewField* field = view_.find_field(view_.record(change_.record), "impact");
    const auto* object =
        field == nullptr ? nullptr : std::get_if<ViewObject>(&field->values.front().data);
    heading("change.assessment"_word);
    out_.put("<dl class=\"facts\">\n");
    for (const ViewImpactArea& area : change_.impact) {
      out_.put("<div><dt>").data(area.label);
      if (area.required) aside("change.required_mark"_word);
      out_.put("</dt><dd>");
      const ViewField* part = object == nullptr ? nullptr : view_.find_field(*object, area.area);
      if (part != nullptr && area.assessed) {
        write_field_phrase(out_, scope_, *part);
      } else {
        out_.put("<span class=\"st s-stale\">");
        say(out_, scope_, "change.not_assessed"_word);
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
      say(out, scope, "change.state_agreed"_word);
      break;
    case ViewApprovalState::refused:
      out.put("<span class=\"st s-off\">");
      say(out, scope, "change.state_refused"_word);
      break;
    case ViewApprovalState::waiting:
      out.put("<span class=\"st s-open\">");
      say(out, scope, "change.state_waiting"_word);
      break;
    case ViewApprovalState::missing:
      out.put("<span class=\"st s-stale\">");
      say(out, scope, "change.state_missing"_word);
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
  say(out, scope, later ? "raid.slip"_word : "change.gain"_word, {later ? move.days : -move.days});
  out.put("</span>");
}

void write_move_state(HtmlWriter& out, const PageScope& scope, const ViewChangeMove& move) {
  switch (move.state) {
    case ViewMoveState::applied:
      out.put("<span class=\"st s-done s-passed\">");
      say(out, scope, "change.move_applied"_word);
      out.put("</span>");
      break;
    case ViewMoveState::waiting:
      out.put("<span class=\"st s-stale\">");
      say(out, scope, "change.move_waiting"_word);
      out.put("</span>");
      break;
    case ViewMoveState::otherwise:
      say(out, scope, "change.move_otherwise"_word, {[&] {
            if (move.today) {
              write_day(out, scope, *move.today, DayForm::brief);
            } else {
              out.data(move.now);
            }
          }});
      break;
    case ViewMoveState::unknown:
      out.put("<span class=\"aside\">");
      say(out, scope, "change.move_unknown"_word);
      out.put("</span>");
      break;
  }
}

}  // namespace milepost
