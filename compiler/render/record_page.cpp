// The page of one record.
#include <algorithm>
#include <array>
#include <string>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "compose/record_layout.h"
#include "compose/series.h"
#include "render/chain.h"
#include "render/contents.h"
#include "render/control_parts.h"
#include "render/escalation_parts.h"
#include "render/ledger.h"
#include "render/links.h"
#include "render/markdown.h"
#include "render/neighbourhood.h"
#include "render/options.h"
#include "render/overview_parts.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/ready_gates.h"
#include "render/ready_reasons.h"
#include "render/ready_words.h"
#include "render/record_links.h"
#include "render/record_when.h"
#include "render/release_body.h"
#include "render/release_page.h"
#include "render/say.h"
#include "render/trend_parts.h"
#include "render/trends.h"
#include "render/update_page.h"
#include "render/values.h"

namespace milepost {
namespace {

class RecordPage {
 public:
  RecordPage(PageSlots& slots, PageScope& scope)
      : slots_(slots),
        scope_(scope),
        out_(slots.out()),
        id_(ViewRecordId{scope.page().subject}),
        record_(scope.view().record(id_)),
        ready_(scope.view().readiness_of(id_)),
        layout_(record_layout(scope.view(), record_)) {
    leave_out_parts();
  }

  void write() {
    const std::vector<ShownSlice> slices = shown_slices(scope_.view(), record_);
    scope_.set_anchors(slices);
    if (ready_ != nullptr) {
      body_ = release_body(scope_, record_, *ready_);
    } else {
      const TapeSlice slice = record_.body.slice;
      body_ = {{record_.body.tape, slice, record_.body_cuts}, slice.count == 0, {}};
    }
    if (is_release()) write_release_parts(slots_, scope_, *ready_, body_);
    const std::array<Crumb, 1> crumbs = {{{scope_.view().kind_of(record_).plural_label,
                                           scope_.outline().kind_pages[number(record_.kind)]}}};
    write_breadcrumbs(out_, scope_, crumbs);
    slots_.finish(Slot::breadcrumbs);
    slots_.text(Slot::id, record_.short_id);
    out_.data(record_.title);
    slots_.finish(Slot::heading);
    state();
    slots_.finish(Slot::state);
    if (!is_release()) {
      series();
      slots_.finish(Slot::series);
    }
    facts();
    slots_.finish(Slot::facts);
    explanation();
    slots_.finish(Slot::when);
    body();
    slots_.finish(Slot::body);
    contents(slices);
    slots_.finish(Slot::contents);
    if (!is_release() && scope_.view().kind_of(record_).is("charter"))
      slots_.text(Slot::layout, "one-page");
    if (scope_.view().kind_of(record_).is("escalation")) slots_.text(Slot::layout, "brief");
    tables();
    slots_.finish(Slot::tables);
    write_footnotes(out_, scope_);
    slots_.finish(Slot::footnotes);
    write_record_links(out_, scope_, id_);
    slots_.finish(Slot::links);
    write_neighbourhood(out_, scope_, id_);
    slots_.finish(Slot::neighbourhood);
    findings();
    slots_.finish(Slot::findings);
    if (record_.source.line > 0) {
      write_source(out_, scope_, scope_.view().files[record_.source.file], record_.source.line);
    }
    slots_.finish(Slot::source);
  }

 private:
  bool is_release() const { return ready_ != nullptr && ready_->release; }

  // What the parts about readiness, changes and incidents show, the record's own do not repeat.
  void leave_out_parts() {
    const auto told = [&](const ViewField* field) {
      const std::string& name = scope_.view().field(field->field).name;
      return (ready_ != nullptr && is_told_by_readiness(*ready_, name)) ||
             is_told_by_control(scope_.view(), id_, *field);
    };
    std::erase_if(layout_.facts, told);
    std::erase_if(layout_.tables, told);
    std::erase_if(layout_.sections,
                  [&](const FieldSection& section) { return told(section.field); });
  }

  void state() {
    out_.put("<p class=\"state\">");
    const size_t empty = out_.size();
    if (record_.facts.score != 0) {
      out_.put("<span>");
      write_score(out_, scope_, record_.facts);
      out_.put("</span>\n");
    }
    if (has_status()) {
      out_.put("<span>");
      write_status(out_, scope_, record_);
      const bool known = record_.status < scope_.view().kind_of(record_).statuses.size();
      if (known && !record_.status_text.empty()) {
        out_.put(" <span class=\"aside\">").data(record_.status_text).put("</span>");
      }
      out_.put("</span>\n");
    }
    health();
    write_computed_health(out_, scope_, id_);
    lateness();
    write_turn(out_, scope_, id_);
    if (out_.size() == empty) {
      out_.clear();
    } else {
      out_.put("</p>\n");
    }
  }

  void day(Date date) { write_day(out_, scope_, date, DayForm::with_weekday); }

  bool has_status() const {
    return record_.status < scope_.view().kind_of(record_).statuses.size() ||
           !record_.status_text.empty();
  }

  void health() {
    if (record_.health == ViewHealth::none) return;
    out_.put("<span>");
    write_health(out_, scope_, record_.health);
    out_.put(" <span class=\"aside\">");
    if (record_.health_because.empty()) {
      say(out_, scope_, "record.as_reported"_word);
    } else {
      say(out_, scope_, "record.as_reported_because"_word, {record_.health_because});
    }
    if (record_.health_until) {
      out_.put(" ");
      say(out_, scope_, "record.until"_word, {[&] { day(*record_.health_until); }});
    }
    out_.put("</span></span>\n");
  }

  void lateness() {
    const std::optional<Date> due = record_.facts.due;
    if (!record_.is_open() || !due || *due > scope_.as_of()) return;
    if (!scope_.is_of_moment()) {
      if (*due == scope_.as_of()) return;
      out_.put("<span class=\"st s-late\">");
      say(out_, scope_, "record.was_due_on"_word, {[&] { write_aged_day(out_, scope_, *due); }});
      out_.put("</span>\n");
      return;
    }
    if (*due == scope_.as_of()) {
      out_.put("<span class=\"st s-stale\">");
      say(out_, scope_, "record.due_today"_word);
      out_.put("</span>\n");
      return;
    }
    out_.put("<span class=\"st s-late\">");
    const std::string distance =
        distance_words(scope_.words(), *due, scope_.as_of(), scope_.view().working_time);
    say(out_, scope_, "record.was_due"_word, {[&] { day(*due); }, distance});
    out_.put("</span>\n");
  }

  // The report before this one and the one after it.
  void series() {
    const Neighbours beside = neighbours_in_series(scope_.outline(), id_);
    if (beside.before == kNoViewRecord && beside.after == kNoViewRecord) return;
    const auto link = [&](ViewRecordId to, Word word, Markup open) {
      if (to == kNoViewRecord) return;
      out_.put(open);
      const ViewRecord& record = scope_.view().record(to);
      say(out_, scope_, word, {[&] { write_record_link(out_, scope_, to, record.title); }});
      out_.put("</span>\n");
    };
    out_.put("<nav class=\"series\"");
    out_.attribute("aria-label", scope_.words().text("record.series"_word)).put(">");
    link(beside.before, "record.previous"_word, "<span>");
    link(beside.after, "record.next"_word, "<span>");
    out_.put("</nav>\n");
  }

  void fact(std::string_view label) { out_.put("<div><dt>").data(label).put("</dt><dd>"); }

  void facts() {
    const bool owners = !record_.owners.empty();
    const bool team = record_.team != kNoViewTeam;
    const bool others = !std::ranges::all_of(record_.unknown, &ViewUnknownField::in_body);
    const ViewScheduleItem* item = scope_.view().schedule.item(id_);
    const bool planned = item != nullptr && item->dated;
    const bool none = !owners && !team && !others && !planned;
    const bool checks = !record_.checks.empty() && (ready_ == nullptr || ready_->items.empty());
    if (none && layout_.facts.empty() && !checks) return;
    out_.put("<dl class=\"facts\">\n");
    if (owners) {
      fact(scope_.words().text("record.owner"_word));
      write_owners(out_, scope_, record_);
      out_.put("</dd></div>\n");
    }
    if (team) {
      fact(scope_.words().text("record.team"_word));
      write_party(out_, scope_, {kNoViewPerson, record_.team},
                  scope_.view().team(record_.team).name);
      out_.put("</dd></div>\n");
    }
    for (const ViewField* field : layout_.facts) {
      fact(scope_.view().field(field->field).label);
      write_values(out_, scope_, *field, ValueForm::full);
      out_.put("</dd></div>\n");
    }
    if (checks) {
      fact(scope_.words().text("record.checks"_word));
      write_meter(out_, scope_, record_.checks);
      out_.put("</dd></div>\n");
    }
    write_when(out_, scope_, id_);
    for (const ViewUnknownField& field : record_.unknown) {
      if (field.in_body) continue;
      fact(word_label(field.key));
      out_.data(field.text).put("</dd></div>\n");
    }
    out_.put("</dl>\n");
  }

  void control() {
    if (const ViewChange* change = scope_.view().change_of(id_)) {
      write_change_moves(out_, scope_, *change);
    }
    if (const ViewIncident* incident = scope_.view().incident_of(id_)) {
      write_incident_times(out_, scope_, *incident);
    }
  }

  // Of milestones and releases.
  void explanation() {
    control();
    const ViewSchedule& schedule = scope_.view().schedule;
    const ViewScheduleItem* item = schedule.item(id_);
    if (item == nullptr || item->kind == ViewPlanKind::task) return;
    const ViewExplanation* why = schedule.explanation(id_);
    if (why != nullptr) write_explanation(out_, scope_, *why);
  }

  void body() {
    write_chain_section(out_, scope_, id_);
    if (const ViewChange* change = scope_.view().change_of(id_)) {
      write_change_answers(out_, scope_, *change);
    }
    for (const FieldSection& section : layout_.sections) {
      if (is_kept(section)) continue;
      const ViewFieldInfo& info = scope_.view().field(section.field->field);
      if (section.lead) {
        out_.put("<div class=\"lead\">\n");
      } else {
        write_section_heading(out_, scope_, info.name, info.label);
      }
      if (section.form == SectionForm::options) {
        write_options(out_, scope_, record_, *section.field);
      } else if (section.form == SectionForm::facts) {
        write_objects(out_, scope_, *section.field);
      } else {
        prose(section);
      }
      if (section.lead) out_.put("</div>\n");
    }
    if (!body_.empty) write_blocks(out_, scope_, body_.shown);
    // What a report keeps stands below its words, as what is computed would.
    for (const FieldSection& section : layout_.sections) {
      if (!is_kept(section)) continue;
      const ViewFieldInfo& info = scope_.view().field(section.field->field);
      write_section_heading(out_, scope_, info.name, info.label);
      prose(section);
    }
    write_escalation_part(out_, scope_, id_);
  }

  bool is_kept(const FieldSection& section) const {
    return scope_.view().field(section.field->field).name == "as_sent";
  }

  void prose(const FieldSection& section) {
    for (const ViewValue& value : section.field->values) {
      if (const auto* markdown = std::get_if<ViewMarkdown>(&value.data)) {
        write_blocks(out_, scope_, {markdown->tape, markdown->slice, {}}, section.lead ? 2 : 3);
      } else {
        out_.put("<p>").data(value.text).put("</p>\n");
      }
    }
  }

  void contents(const std::vector<ShownSlice>& slices) {
    Contents contents(scope_);
    for (const FieldSection& section : layout_.sections) {
      const ViewFieldInfo& info = scope_.view().field(section.field->field);
      if (!section.lead) contents.add(info.label, section_anchor(info.name));
    }
    if (!body_.empty) contents.add(ready_ != nullptr ? body_.shown : slices.back());
    contents.write(out_);
  }

  // Of a milestone or a delivery with things to check.
  void acceptance() {
    if (ready_ == nullptr || ready_->release || ready_->items.empty()) return;
    out_.put("<section class=\"part\" id=\"mp:acceptance\">\n");
    for (const CutHeading& heading : body_.headings) {
      if (!heading.anchor.empty()) {
        out_.put("<span").attribute("id", heading.anchor).put("></span>");
      }
    }
    out_.put("<h2>");
    say(out_, scope_, "gates.acceptance"_word);
    out_.put("</h2>\n<p class=\"accept\">");
    write_ready_verdict(out_, scope_, *ready_);
    write_basis(out_, scope_);
    out_.put("</p>\n");
    write_ready_opening(out_, scope_, *ready_);
    write_gate_list(out_, scope_, *ready_, {});
    out_.put("</section>\n");
  }

  void tables() {
    acceptance();
    write_trend(out_, scope_, id_);
    if (const ViewIncident* incident = scope_.view().incident_of(id_)) {
      write_incident_part(out_, scope_, *incident);
    }
    for (const ViewField* field : layout_.tables) {
      const ViewFieldInfo& info = scope_.view().field(field->field);
      out_.put("<section class=\"part\">\n");
      write_section_heading(out_, scope_, info.name, info.label);
      if (is_approvals(scope_.view(), *field)) {
        write_approvals(out_, scope_, *field);
      } else {
        write_objects(out_, scope_, *field);
      }
      out_.put("</section>\n");
    }
    write_report_facts(out_, scope_, id_);
    write_blocker_part(out_, scope_, id_);
    write_decision_part(out_, scope_, id_);
    if (scope_.view().kind_of(record_).is("charter")) milestones();
    write_record_history(out_, scope_, id_);
  }

  // A charter says when; the milestones are where that is kept.
  void milestones() {
    if (scope_.outline().overview.milestones.records.empty()) return;
    out_.put("<section class=\"part\">\n<h2>");
    say(out_, scope_, "record.milestones"_word);
    out_.put("</h2>\n");
    write_milestone_strip(out_, scope_);
    out_.put("</section>\n");
  }

  void findings() {
    const auto findings = scope_.outline().findings_of(id_);
    if (!findings.empty()) write_finding_list(out_, scope_, findings);
  }

  PageSlots& slots_;
  PageScope& scope_;
  HtmlWriter& out_;
  ViewRecordId id_;
  const ViewRecord& record_;
  const ViewReadiness* ready_;  // null: nothing to decide
  RecordLayout layout_;
  ReleaseBody body_;
};

}  // namespace

void write_record_page(PageSlots& slots, PageScope& scope) {
  RecordPage(slots, scope).write();
}

void write_moved_page(PageSlots& slots, PageScope& scope) {
  const ViewRecordId id{scope.page().subject};
  const ViewRecord& record = scope.view().record(id);
  const std::string& file = scope.path().file();
  const size_t slash = file.rfind('/');
  const std::string_view former = std::string_view(file).substr(slash + 1, file.size() - slash - 6);
  say(slots.out(), scope, "page.moved"_word, {former});
  slots.finish(Slot::heading);
  const std::string now = record.short_id + " " + record.title;
  say(slots.out(), scope, "page.moved_to"_word,
      {[&] { write_record_link(slots.out(), scope, id, now); }});
  slots.finish(Slot::target);
}

}  // namespace milepost
