// What the pages of blockers, escalations and decisions tell beside their fields.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "compose/decision_reach.h"
#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/entry_facts.h"
#include "render/escalation_parts.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/parts.h"
#include "render/record_lines.h"
#include "render/say.h"
#include "render/slip.h"

namespace milepost {
namespace {

constexpr size_t kMostMilestones = 12;
constexpr size_t kMostRows = 40;

void open_section(HtmlWriter& out, const PageScope& scope, Word heading) {
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, heading);
  out.put("</h2>\n");
}

class Turn {
 public:
  Turn(HtmlWriter& out, PageScope& scope, ViewRecordId id)
      : out_(out), scope_(scope), view_(scope.view()), id_(id), record_(scope.view().record(id)) {}

  void write() {
    const ViewKind& kind = view_.kind_of(record_);
    if (kind.is("blocker") && record_.is_open()) {
      if (record_.facts.respond_by || record_.facts.responded) {
        say_clock(out_, scope_, record_);
        out_.put("\n");
      }
    } else if (kind.is("escalation")) {
      if (record_.is_open()) {
        asked();
      } else {
        answered();
      }
    } else if (!kind.is("decision")) {
      return;
    }
    age();
    if (kind.is("decision")) took("decision.took"_word);
  }

 private:
  void age() {
    if (!record_.is_open() || !record_.facts.raised || *record_.facts.raised > scope_.as_of()) {
      return;
    }
    out_.put("<span class=\"aside\">");
    if (scope_.is_of_moment()) {
      say_age(out_, scope_, record_);
    } else {
      say(out_, scope_, "entry.raised"_word,
          {[&] { write_aged_day(out_, scope_, *record_.facts.raised); }});
    }
    out_.put("</span>\n");
  }

  void asked() {
    const std::optional<Date> day = record_.facts.decision_needed_by;
    const ViewField* to = view_.find_field(record_, "to");
    if (!day) return;
    const auto who = [&] { write_field_phrase(out_, scope_, *to); };
    const bool counts = scope_.is_of_moment();
    const auto when = [&] {
      if (counts) {
        write_day(out_, scope_, *day, DayForm::with_weekday);
      } else {
        write_aged_day(out_, scope_, *day);
      }
    };
    const bool late = *day < scope_.as_of();
    out_.put(late ? Markup("<span class=\"st s-late\">") : Markup("<span>"));
    if (to != nullptr) {
      say(out_, scope_, "escalation.answer_from_by"_word, {who, when});
    } else {
      say(out_, scope_, "escalation.answer_by"_word, {when});
    }
    if (counts) {
      out_.put(", ").text(distance_words(scope_.words(), *day, scope_.as_of(), view_.working_time));
    }
    out_.put("</span>\n");
  }

  void answered() {
    const std::vector<ViewRecordId> by = linked_records(view_, id_, "decides", true);
    const std::optional<Date> end = closed_on(view_, record_, id_);
    const std::optional<int64_t> days = cycle_days(view_, id_);
    const std::optional<Date> needed = record_.facts.decision_needed_by;
    if (by.empty() && !days) return;
    out_.put("<span>");
    if (!by.empty()) {
      say(out_, scope_, "escalation.answered_by"_word, {[&] { write_id(out_, scope_, by[0]); }});
      if (days) out_.put(" ");
    }
    if (days) say_count(out_, scope_, "escalation.took"_word, static_cast<uint64_t>(*days));
    out_.put("</span>\n");
    if (!end || !needed || *end <= *needed) return;
    out_.put("<span class=\"st s-late\">");
    say_count(out_, scope_, "escalation.too_late"_word,
              static_cast<uint64_t>(view_.working_time.between(*needed, *end)));
    out_.put("</span>\n");
  }

  void took(Word label) {
    const std::optional<int64_t> days = cycle_days(view_, id_);
    if (!days || record_.phase != ViewPhase::done) return;
    out_.put("<span class=\"aside\">");
    say(out_, scope_, label);
    out_.put(": ");
    say_count(out_, scope_, "downstream.days"_word, static_cast<uint64_t>(*days));
    out_.put("</span>\n");
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  ViewRecordId id_;
  const ViewRecord& record_;
};

// "Depends on", or "Depends on D-12" if that is what rests on the decision.
void write_how(HtmlWriter& out, const PageScope& scope, const RestingRecord& one) {
  const ViewLinkType& type = scope.view().link_types[one.link_type];
  out.data(one.to_decision ? type.label : type.inverse_label);
  if (one.through == kNoViewRecord) return;
  out.put(" ");
  write_id(out, scope, one.through);
}

}  // namespace

void write_turn(HtmlWriter& out, PageScope& scope, ViewRecordId id) {
  Turn(out, scope, id).write();
}

void write_blocker_part(HtmlWriter& out, const PageScope& scope, ViewRecordId id) {
  const View& view = scope.view();
  const ViewRecord& record = view.record(id);
  if (!record.is_open() || !view.kind_of(record).is("blocker")) return;
  if (view.path_place_of(id) != nullptr) {
    open_section(out, scope, "escalate.path"_word);
    write_path(out, scope, id);
    out.put("</section>\n");
  }
  open_section(out, scope, "downstream.heading"_word);
  write_held(out, scope, held_by(view, id), kMostMilestones);
  out.put("</section>\n");
}

void write_escalation_part(HtmlWriter& out, const PageScope& scope, ViewRecordId id) {
  const View& view = scope.view();
  const ViewRecord& record = view.record(id);
  if (!record.is_open() || !view.kind_of(record).is("escalation")) return;
  out.put("<h2>");
  say(out, scope, "downstream.waits"_word);
  out.put("</h2>\n");
  write_held(out, scope, held_by(view, id), kMostMilestones);
}

void write_decision_part(HtmlWriter& out, PageScope& scope, ViewRecordId id) {
  const View& view = scope.view();
  if (!view.kind_of(view.record(id)).is("decision")) return;
  const DecisionReach rests = decision_reach(view, id);
  if (rests.records.empty() && view.record(id).phase == ViewPhase::dropped) return;
  open_section(out, scope, "rests.heading"_word);
  if (rests.records.empty()) {
    out.put("<p class=\"note\">");
    say(out, scope, "rests.none"_word);
    out.put("</p>\n</section>\n");
    return;
  }
  out.put("<p class=\"note\">");
  say(out, scope, "rests.note"_word);
  out.put("</p>\n");
  if (!rests.milestones.empty()) write_held(out, scope, rests.milestones, kMostMilestones);
  const Words& words = scope.words();
  const std::array<DataColumn, 4> columns = {{
      {"id", words.text("table.id"_word), DataType::text, CellPlace::id, false},
      {"title", words.text("table.record"_word), DataType::text, CellPlace::title, false},
      {"how", words.text("rests.how"_word), DataType::text, CellPlace::detail, false},
      {"status", words.text("table.state"_word), DataType::state, CellPlace::state, false},
  }};
  DataTableHead head;
  head.name = "rests";
  head.caption = words.text("rests.heading"_word);
  head.columns = columns;
  head.tools = false;
  head.open = rests.records.size();
  DataTable table(out, head);
  table.begin_group("all", {}, rests.records.size());
  const size_t shown = std::min(rests.records.size(), kMostRows);
  for (size_t i = 0; i < shown; ++i) {
    const RestingRecord& one = rests.records[i];
    const ViewRecord& record = view.record(one.record);
    table.begin_row({});
    write_id(table.cell(), scope, one.record);
    write_record_link(table.cell(), scope, one.record, record.title);
    write_how(table.cell(), scope, one);
    write_state(table.cell(), scope, record);
  }
  table.finish();
  write_more(out, scope, rests.records.size() - shown);
  out.put("</section>\n");
}

}  // namespace milepost
