// Lists of dates, short tables, counts, and what the program is.
#include "render/overview_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "compose/record_layout.h"
#include "compose/verdict.h"
#include "render/data_table.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/markdown.h"
#include "render/parts.h"
#include "render/path_strip.h"
#include "render/ready_reasons.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kShown = 6;

class Parts {
 public:
  Parts(PageSlots& slots, PageScope& scope)
      : slots_(slots),
        scope_(scope),
        out_(slots.out()),
        view_(scope.view()),
        overview_(scope.outline().overview) {}

  void write() {
    const RecentChanges& recent = overview_.recent;
    const Since& since = scope_.outline().since;
    const uint32_t all = scope_.outline().changes_page;
    if (all != kNoPage) {
      out_.put("<a").link("href", scope_.path(), scope_.outline().pages[all].path).put(">");
      say(out_, scope_, "changes.all"_word);
      out_.put("</a>");
    } else if (recent.total > 0 && !since.known()) {
      say_count(out_, scope_, "overview.all_changes"_word, recent.total);
    }
    slots_.finish(Slot::recent_more);
    say(out_, scope_, "overview.since"_word,
        {[&] { write_day(out_, scope_, recent.since, DayForm::with_weekday); }});
    slots_.finish(Slot::since);
    write_milestone_strip(out_, scope_);
    slots_.finish(Slot::milestones);
    kind_link("milestone", "overview.all_milestones"_word);
    slots_.finish(Slot::milestones_more);
    releases();
    slots_.finish(Slot::releases);
    kind_link("release", "overview.all_releases"_word);
    slots_.finish(Slot::releases_more);
    lines(overview_.overdue, true);
    slots_.finish(Slot::overdue);
    lines(overview_.due_next, false);
    slots_.finish(Slot::next);
    risks();
    slots_.finish(Slot::risks);
    open_link_of("risk", overview_.risks.total);
    slots_.finish(Slot::risks_more);
    blockers();
    slots_.finish(Slot::blockers);
    open_link_of("blocker", overview_.blockers.total);
    slots_.finish(Slot::blockers_more);
    path();
    write_changes(out_, scope_);
    slots_.finish(Slot::changes);
    glance();
    slots_.finish(Slot::glance);
    about();
    slots_.finish(Slot::about);
    findings();
    slots_.finish(Slot::findings);
  }

 private:
  void day(Date date) { write_day(out_, scope_, date, DayForm::with_weekday); }

  // --- lists of dates
  // -----------------------------------------------------------------------------

  void lines(const Picked& picked, bool are_late) {
    if (picked.records.empty()) return;
    const std::span<const ViewRecordId> ids = picked.records;
    const size_t shown = std::min(ids.size(), kShown);
    list(ids.first(shown), are_late);
    if (picked.total <= shown) return;
    out_.put("<details><summary>");
    if (!are_late && overview_.horizon) {
      say_count(out_, scope_, "overview.more_by"_word, picked.total - shown,
                {[&] { day(*overview_.horizon); }});
    } else {
      say_count(out_, scope_, "overview.more"_word, picked.total - shown);
    }
    out_.put("</summary>\n");
    list(ids.subspan(shown), are_late);
    if (picked.total > ids.size()) {
      out_.put("<p class=\"more\">");
      say_count(out_, scope_, "overview.not_listed"_word, picked.total - ids.size());
      out_.put("</p>\n");
    }
    out_.put("</details>\n");
  }

  void list(std::span<const ViewRecordId> ids, bool are_late) {
    out_.put("<ul class=\"lines\">\n");
    for (const ViewRecordId id : ids) {
      const ViewRecord& record = view_.record(id);
      const Date due = *owed_on(record);
      out_.put("<li><span class=\"when\">");
      day(due);
      out_.put("</span><span class=\"what\">").data(record.title).put(" ");
      write_id(out_, scope_, id);
      out_.put("<span class=\"sub\">");
      if (are_late) {
        write_days_late(out_, scope_, due);
      } else {
        write_state(out_, scope_, record);
      }
      if (!record.owners.empty()) {
        out_.put(" ");
        write_party(out_, scope_, record.owners[0], record.owner_names[0]);
      }
      out_.put("</span></span></li>\n");
    }
    out_.put("</ul>\n");
  }

  // --- tables
  // -------------------------------------------------------------------------------------

  // What this kind's own table calls the column; nothing if it has none.
  void add_like(KindTable& table, ViewKindId kind, ColumnKind column,
                std::optional<Date> ViewFacts::*date = nullptr) {
    for (const TableColumn& own : scope_.outline().tables[number(kind)].columns) {
      if (own.kind != column || (column == ColumnKind::date && own.date != date)) continue;
      table.columns.push_back(own);
      return;
    }
  }

  void table(std::string_view name, Word caption, const Picked& picked, const KindTable& columns,
             ViewKindId kind) {
    KindTable shown = columns;
    shown.groups.push_back({"all", {}, picked.records});
    write_record_table(out_, scope_, name, scope_.words().text(caption), kind, shown, false);
  }

  void releases() {
    if (overview_.releases.records.empty()) return;
    std::vector<const ViewReadiness*> judged;
    for (const ViewRecordId id : overview_.releases.records) {
      const ViewReadiness* ready = view_.readiness_of(id);
      if (ready != nullptr && ready->release) judged.push_back(ready);
    }
    if (judged.size() == overview_.releases.records.size()) {
      write_release_entries(out_, scope_, judged);
      return;
    }
    const ViewKindId kind = view_.record(overview_.releases.records[0]).kind;
    KindTable columns;
    add_like(columns, kind, ColumnKind::id);
    add_like(columns, kind, ColumnKind::title);
    add_like(columns, kind, ColumnKind::date, &ViewFacts::due);
    add_like(columns, kind, ColumnKind::status);
    add_like(columns, kind, ColumnKind::health);
    add_like(columns, kind, ColumnKind::checks);
    add_like(columns, kind, ColumnKind::owner);
    table("releases", "overview.releases"_word, overview_.releases, columns, kind);
  }

  void risks() {
    if (overview_.risks.records.empty()) return;
    const ViewKindId kind = view_.record(overview_.risks.records[0]).kind;
    KindTable columns;
    add_like(columns, kind, ColumnKind::id);
    add_like(columns, kind, ColumnKind::title);
    add_like(columns, kind, ColumnKind::score);
    add_like(columns, kind, ColumnKind::links);
    add_like(columns, kind, ColumnKind::status);
    add_like(columns, kind, ColumnKind::owner);
    add_like(columns, kind, ColumnKind::date, &ViewFacts::next_review);
    table("top-risks", "overview.top_risks"_word, overview_.risks, columns, kind);
  }

  void blockers() {
    const std::vector<ViewRecordId>& ids = overview_.blockers.records;
    if (!ids.empty()) write_blocker_table(out_, scope_, ids, "open-blockers");
  }

  // --- the critical path
  // -----------------------------------------------------------------------------------------

  void path() {
    if (!has_path(view_)) return;
    say(out_, scope_, "overview.path"_word,
        {[&] { out_.data(view_.record(view_.schedule.target).title); }});
    slots_.finish(Slot::path_head);
    write_path_strip(out_, scope_);
    slots_.finish(Slot::path);
    write_path_length(out_, scope_);
    out_.put(" ");
    if (open_page(scope_.outline().critical_path_page)) {
      say(out_, scope_, "path.title"_word);
      out_.put("</a>");
    }
    slots_.finish(Slot::path_more);
  }

  // --- links to whole tables
  // ----------------------------------------------------------------------

  uint32_t kind_page(std::string_view name) const {
    for (uint32_t i = 0; i < view_.kinds.size(); ++i) {
      if (view_.kinds[i].name == name) return scope_.outline().kind_pages[i];
    }
    return kNoPage;
  }

  bool open_page(uint32_t page) {
    if (page == kNoPage) return false;
    out_.put("<a").link("href", scope_.path(), scope_.outline().pages[page].path).put(">");
    return true;
  }

  void kind_link(std::string_view kind, Word words) {
    if (!open_page(kind_page(kind))) return;
    say(out_, scope_, words);
    out_.put("</a>");
  }

  void open_link_of(std::string_view kind, uint32_t open) {
    if (!open_page(kind_page(kind))) return;
    say_count(out_, scope_, "overview.all_open"_word, open);
    out_.put("</a>");
  }

  // --- the rest
  // -----------------------------------------------------------------------------------

  void glance() {
    bool any = false;
    for (uint32_t i = 0; i < view_.kinds.size(); ++i) {
      const uint32_t page = scope_.outline().kind_pages[i];
      if (page == kNoPage) continue;
      const ViewKind& kind = view_.kinds[i];
      size_t count = 0;
      size_t open = 0;
      for (const RowGroup& group : scope_.outline().tables[i].groups) {
        count += group.rows.size();
        open += static_cast<size_t>(std::ranges::count_if(
            group.rows, [&](ViewRecordId id) { return view_.record(id).is_open(); }));
      }
      if (!any) out_.put("<ul class=\"plain glance\">\n");
      any = true;
      out_.put("<li>");
      open_page(page);
      out_.data(count_words(scope_.words(), kind, count)).put("</a>");
      if (!kind.statuses.empty() && open > 0 && open < count) {
        out_.put(", ");
        say_count(out_, scope_, "overview.open"_word, open);
      }
      out_.put("</li>\n");
    }
    if (any) out_.put("</ul>\n");
  }

  void about() {
    const bool in_lead =
        overview_.verdict.state == ViewHealth::none && view_.program.target == kNoViewRecord;
    if (!view_.program.description.empty() && !in_lead) {
      out_.put("<p>").data(view_.program.description).put("</p>\n");
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
    if (overview_.readme != kNoPage) {
      out_.put("<li>");
      open_page(overview_.readme);
      out_.data(view_.pages[scope_.outline().pages[overview_.readme].subject].title);
      out_.put("</a></li>\n");
    }
    if (pages) {
      out_.put("<li>");
      open_page(scope_.outline().pages_page);
      say(out_, scope_, "overview.all_pages"_word);
      out_.put("</a></li>\n");
    }
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
      write_severity(out_, scope_, counts[i].severity);
      out_.put(" ").number(counts[i].count).put(" × ");
      out_.text(rule_summary(scope_, *counts[i].rule)).put("</li>\n");
    }
    out_.put("</ul>\n<p class=\"more\">");
    open_page(scope_.outline().findings_page);
    say_count(out_, scope_, "overview.all_findings"_word, view_.findings.size());
    out_.put("</a></p>\n");
  }

  PageSlots& slots_;
  PageScope& scope_;
  HtmlWriter& out_;
  const View& view_;
  const Overview& overview_;
};

}  // namespace

void write_overview_parts(PageSlots& slots, PageScope& scope) {
  Parts(slots, scope).write();
}

}  // namespace milepost
