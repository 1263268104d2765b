// The first page: where the program stands and what it needs.
#include <algorithm>
#include <array>
#include <string>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "compose/record_layout.h"
#include "render/data_table.h"
#include "render/markdown.h"
#include "render/page_writers.h"
#include "render/parts.h"

namespace milepost {
namespace {

class OverviewPage {
 public:
  OverviewPage(PageSlots& slots, PageScope& scope)
      : slots_(slots),
        scope_(scope),
        out_(slots.out()),
        view_(scope.view()),
        program_(scope.view().program),
        overview_(scope.outline().overview) {}

  void write() {
    out_.put("As of ");
    full_day(program_.as_of);
    slots_.finish(Slot::meta);
    heading();
    slots_.finish(Slot::heading);
    lead();
    slots_.finish(Slot::lead);
    lines(overview_.overdue, true);
    slots_.finish(Slot::overdue);
    asks();
    slots_.finish(Slot::asks);
    lines(overview_.due_next, false);
    slots_.finish(Slot::next);
    milestones();
    slots_.finish(Slot::milestones);
    risks();
    slots_.finish(Slot::risks);
    blockers();
    slots_.finish(Slot::blockers);
    glance();
    slots_.finish(Slot::glance);
    about();
    slots_.finish(Slot::about);
    findings();
    slots_.finish(Slot::findings);
  }

 private:
  // The one date that carries its year whatever it is.
  void full_day(Date date) {
    out_.put("<time").attribute("datetime", to_iso(date)).put(">");
    const Date other_year = add_months(date, 12);
    out_.text(day_words(scope_.words(), date, other_year)).put("</time>");
  }

  void day(Date date) { write_day(out_, scope_, date, DayForm::with_weekday); }
  std::string distance(Date date) const {
    return distance_words(scope_.words(), date, program_.as_of, view_.working_time);
  }

  const ViewRecord* target() const {
    if (program_.target == kNoViewRecord) return nullptr;
    const ViewRecord& record = view_.record(program_.target);
    return record.facts.due ? &record : nullptr;
  }

  void heading() {
    const ViewRecord* target_record = target();
    if (program_.reported != ViewHealth::none) {
      write_health(out_, scope_, program_.reported);
      out_.put(target_record == nullptr ? Markup(" ") : Markup("<span class=\"dot\">.</span> "));
    }
    if (target_record == nullptr) {
      out_.data(program_.title);
      return;
    }
    write_record_link(out_, scope_, program_.target, target_record->title);
    const ViewFacts& facts = target_record->facts;
    if (!target_record->is_open()) {
      out_.put(target_record->phase == ViewPhase::done ? Markup(" is done")
                                                       : Markup(" was dropped"));
      if (facts.finished) {
        out_.put(" since ");
        day(*facts.finished);
      }
      out_.put(".");
      return;
    }
    const bool late = *facts.due < program_.as_of;
    out_.put(late ? Markup(" was due ") : Markup(" is due "));
    day(*facts.due);
    out_.put(", ").text(distance(*facts.due)).put(late ? Markup(", and is open.") : Markup("."));
  }

  void lead() {
    const bool described = target() != nullptr || program_.reported != ViewHealth::none;
    if (view_.records.empty() && !described) return;
    out_.put("<p class=\"second\">");
    if (program_.newest_report != kNoViewRecord) report();
    const uint32_t overdue = overview_.overdue.total;
    if (overdue > 0) {
      out_.text(count_words(scope_.words(), Word::overview_items_overdue, overdue)).put(" ");
    } else if (!view_.records.empty()) {
      out_.put("Nothing is overdue. ");
    }
    if (described) out_.data(program_.description);
    out_.put("</p>\n");
  }

  void report() {
    const ViewRecord& report = view_.record(program_.newest_report);
    if (program_.reported == ViewHealth::none) return;
    if (report.owners.empty()) {
      out_.put("Reported ");
    } else {
      write_party(out_, scope_, report.owners[0], report.owner_names[0]);
      out_.put(" reports ");
    }
    out_.text(health_word(scope_.words(), program_.reported)).put(" in ");
    write_record_link(out_, scope_, program_.newest_report, report.title);
    for (const std::optional<Date>& date :
         {report.facts.held, report.facts.finished, report.facts.raised, report.facts.due}) {
      if (!date) continue;
      out_.put(", ");
      day(*date);
      break;
    }
    out_.put(". ");
  }

  void more(const Picked& picked) {
    if (picked.total <= picked.records.size()) return;
    out_.put("<p class=\"more\">and ")
        .number(static_cast<int64_t>(picked.total - picked.records.size()))
        .put(" more</p>\n");
  }

  void title_and_id(ViewRecordId id) {
    out_.data(view_.record(id).title).put(" ");
    write_id(out_, scope_, id);
  }

  void lines(const Picked& picked, bool late) {
    if (picked.records.empty()) return;
    out_.put("<ul class=\"lines\">\n");
    for (const ViewRecordId id : picked.records) {
      const ViewRecord& record = view_.record(id);
      out_.put("<li><span class=\"when\">");
      day(*record.facts.due);
      out_.put("</span><span class=\"what\">");
      title_and_id(id);
      out_.put("<span class=\"sub\">");
      if (late) {
        const int64_t days = view_.working_time.between(*record.facts.due, program_.as_of);
        out_.put("<span class=\"st s-late\">")
            .text(count_words(scope_.words(), Word::count_working_days,
                              static_cast<uint64_t>(std::max<int64_t>(days, 0))))
            .put(" late</span> ");
      } else {
        write_state(out_, scope_, record);
        out_.put(" ");
      }
      if (!record.owners.empty())
        write_party(out_, scope_, record.owners[0], record.owner_names[0]);
      out_.put("</span></span></li>\n");
    }
    out_.put("</ul>\n");
    more(picked);
  }

  void asks() {
    if (overview_.asks.records.empty()) return;
    out_.put("<ul class=\"lines\">\n");
    for (const ViewRecordId id : overview_.asks.records) {
      const ViewRecord& record = view_.record(id);
      const ViewFacts& facts = record.facts;
      const std::optional<Date> by = facts.decision_needed_by ? facts.decision_needed_by
                                     : facts.needed_by        ? facts.needed_by
                                                              : facts.due;
      out_.put("<li><span class=\"when\">");
      if (by) {
        day(*by);
      } else {
        out_.put("No date");
      }
      out_.put("</span><span class=\"what\">");
      title_and_id(id);
      out_.put("<span class=\"sub\">");
      if (by && *by < program_.as_of) {
        out_.put("<span class=\"st s-late\">past its date</span> ");
      } else {
        write_status(out_, scope_, record);
        out_.put(" ");
      }
      if (!record.owners.empty())
        write_party(out_, scope_, record.owners[0], record.owner_names[0]);
      out_.put("</span></span></li>\n");
    }
    out_.put("</ul>\n");
    more(overview_.asks);
  }

  void milestones() {
    if (overview_.milestones.records.empty()) return;
    out_.put("<ol class=\"strip\">\n");
    for (const ViewRecordId id : overview_.milestones.records) {
      const ViewRecord& record = view_.record(id);
      const Date date = record.phase == ViewPhase::done && record.facts.finished
                            ? *record.facts.finished
                            : *record.facts.due;
      out_.put(record.is_open() ? Markup("<li>") : Markup("<li class=\"met\">"));
      out_.put("<b>");
      day(date);
      out_.put("</b> ");
      write_record_link(out_, scope_, id, record.title);
      out_.put(" <span class=\"sub\">");
      milestone_state(record);
      out_.put("</span></li>\n");
    }
    out_.put("</ol>\n");
  }

  void milestone_state(const ViewRecord& record) {
    const ViewFacts& facts = record.facts;
    if (record.phase == ViewPhase::done) {
      if (!facts.finished || *facts.finished <= *facts.due) {
        out_.put("Met as planned");
      } else {
        const int64_t late = view_.working_time.between(*facts.due, *facts.finished);
        out_.put("Met, planned <s>")
            .text(short_day(scope_.words(), *facts.due, program_.as_of))
            .put("</s> +");
        out_.number(late).put(" d");
      }
    } else if (*facts.due < program_.as_of) {
      const int64_t late = view_.working_time.between(*facts.due, program_.as_of);
      out_.put("<span class=\"st s-late\">").number(late).put(" d late</span>");
    } else {
      write_state(out_, scope_, record);
    }
  }

  void table(const Picked& picked, std::span<const TableColumn> columns,
             std::string_view kind_name) {
    if (picked.records.empty()) return;
    KindTable extract;
    extract.columns.assign(columns.begin(), columns.end());
    extract.groups.push_back({"all", "", picked.records});
    write_record_table(out_, scope_, kind_name, kind_name, kNoViewKind, extract, false);
    for (uint32_t i = 0; i < view_.kinds.size(); ++i) {
      const uint32_t page = scope_.outline().kind_pages[i];
      if (view_.kinds[i].name != kind_name || page == kNoPage) continue;
      out_.put("<p class=\"more\"><a")
          .link("href", scope_.path(), scope_.outline().pages[page].path);
      out_.put(">All ").data(noun(scope_.words(), view_.kinds[i].plural_label)).put("</a>, ");
      out_.number(picked.total).put(" of them open</p>\n");
    }
  }

  void risks() {
    const std::array<TableColumn, 6> columns = {{
        {ColumnKind::id, "ID"},
        {ColumnKind::title, "Risk"},
        {ColumnKind::score, "Score"},
        {ColumnKind::status, "State"},
        {ColumnKind::owner, "Owner"},
        {ColumnKind::date, "Next review", kNoViewField, &ViewFacts::next_review, true, 0},
    }};
    table(overview_.risks, columns, "risk");
  }

  void blockers() {
    const std::array<TableColumn, 6> columns = {{
        {ColumnKind::id, "ID"},
        {ColumnKind::title, "Blocker"},
        {ColumnKind::priority, "Priority"},
        {ColumnKind::status, "State"},
        {ColumnKind::owner, "Owner"},
        {ColumnKind::date, "Raised", kNoViewField, &ViewFacts::raised, true, 0},
    }};
    table(overview_.blockers, columns, "blocker");
  }

  void glance() {
    if (view_.records.empty()) return;
    out_.put("<ul class=\"plain glance\">\n");
    for (const OutlinePage& page : scope_.outline().pages) {
      if (page.kind == OutlineKind::record) break;
      if (page.kind != OutlineKind::kind) continue;
      const ViewKind& kind = view_.kinds[page.subject];
      size_t count = 0;
      size_t open = 0;
      for (const RowGroup& group : scope_.outline().tables[page.subject].groups) {
        count += group.rows.size();
        open += static_cast<size_t>(std::ranges::count_if(
            group.rows, [&](ViewRecordId id) { return view_.record(id).is_open(); }));
      }
      out_.put("<li><a").link("href", scope_.path(), page.path).put(">");
      out_.data(count_words(scope_.words(), kind, count));
      out_.put("</a>");
      if (!kind.statuses.empty() && open > 0 && open < count) {
        out_.put(", ").number(static_cast<int64_t>(open)).put(" open");
      }
      out_.put("</li>\n");
    }
    out_.put("</ul>\n");
  }

  void about() {
    const bool told = target() != nullptr || program_.reported != ViewHealth::none;
    if (!program_.description.empty() && !told) {
      out_.put("<p>").data(program_.description).put("</p>\n");
    }
    if (overview_.charter != kNoViewRecord) charter(view_.record(overview_.charter));
    const bool pages = scope_.outline().pages_page != kNoPage;
    if (view_.records.empty() && pages) {
      write_page_tree(out_, scope_);
      return;
    }
    if (overview_.charter == kNoViewRecord && !pages) return;
    out_.put("<ul class=\"plain\">\n");
    if (overview_.charter != kNoViewRecord) {
      out_.put("<li>");
      write_record_link(out_, scope_, overview_.charter, view_.record(overview_.charter).title);
      out_.put("</li>\n");
    }
    const auto item = [&](uint32_t page, std::string_view words) {
      out_.put("<li><a").link("href", scope_.path(), scope_.outline().pages[page].path);
      out_.put(">").data(words).put("</a></li>\n");
    };
    if (overview_.readme != kNoPage) {
      const uint32_t page = scope_.outline().pages[overview_.readme].subject;
      item(overview_.readme, view_.pages[page].title);
    }
    if (pages) item(scope_.outline().pages_page, "All pages");
    out_.put("</ul>\n");
  }

  // Its summary, or the first paragraph of its text.
  void charter(const ViewRecord& record) {
    for (const FieldSection& section : record_layout(view_, record).sections) {
      if (!section.lead) continue;
      for (const ViewValue& value : section.field->values) {
        const auto* markdown = std::get_if<ViewMarkdown>(&value.data);
        if (markdown == nullptr) continue;
        paragraph(markdown->tape, markdown->slice);
        return;
      }
    }
    if (record.body.slice.count == 0) return;
    const Tape& tape = view_.tape(record.body.tape);
    const uint32_t end = record.body.slice.first + record.body.slice.count;
    for (uint32_t i = record.body.slice.first; i < end; i += tape.nodes[i].size) {
      const bool cut = std::ranges::any_of(record.body_cuts, [&](TapeSlice run) {
        return run.first <= i && i < run.first + run.count;
      });
      if (tape.nodes[i].kind != NodeKind::paragraph || cut) continue;
      paragraph(record.body.tape, {i, tape.nodes[i].size});
      return;
    }
  }

  void paragraph(ViewTapeId tape, TapeSlice slice) {
    out_.put("<p>");
    write_phrase(out_, scope_, tape, slice);
    out_.put("</p>\n");
  }

  void findings() {
    if (view_.findings.empty()) return;
    struct Count {
      const RuleInfo* rule;
      Severity severity;
      uint32_t count;
    };
    std::vector<Count> counts;  // the findings come the worst first
    for (const ViewFinding& finding : view_.findings) {
      const auto at = std::ranges::find(counts, finding.rule, &Count::rule);
      if (at == counts.end()) {
        counts.push_back({finding.rule, finding.severity, 1});
      } else {
        ++at->count;
      }
    }
    constexpr size_t kMostRules = 6;
    out_.put("<ul class=\"plain\">\n");
    for (size_t i = 0; i < std::min(counts.size(), kMostRules); ++i) {
      out_.put("<li>");
      write_severity(out_, counts[i].severity);
      out_.put(" ").number(counts[i].count).put(" × ").text(counts[i].rule->summary).put("</li>\n");
    }
    out_.put("</ul>\n<p class=\"more\"><a")
        .link("href", scope_.path(), scope_.outline().pages[scope_.outline().findings_page].path)
        .put(">All ")
        .text(count_words(scope_.words(), Word::count_findings, view_.findings.size()))
        .put("</a></p>\n");
  }

  PageSlots& slots_;
  PageScope& scope_;
  HtmlWriter& out_;
  const View& view_;
  const ViewProgram& program_;
  const Overview& overview_;
};

}  // namespace

void write_overview(PageSlots& slots, PageScope& scope) {
  OverviewPage(slots, scope).write();
}

}  // namespace milepost
