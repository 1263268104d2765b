// Documents, and the audit of what should be there.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "compose/documents.h"
#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/kind_tables.h"
#include "render/parts.h"
#include "render/people_parts.h"
#include "render/say.h"
#include "render/values.h"

namespace milepost {
namespace {

constexpr size_t kMostHeld = 4;

Word need_word(DocumentNeed need) {
  constexpr std::array<Word, kDocumentNeeds> words = {"documents.api_reference"_word,
                                                      "documents.data_model"_word,
                                                      "documents.decision_records"_word,
                                                      "documents.integration_guide"_word,
                                                      "documents.runbook"_word,
                                                      "documents.troubleshooting"_word,
                                                      "documents.monitoring"_word,
                                                      "documents.incident_response"_word,
                                                      "documents.features"_word,
                                                      "documents.user_guide"_word,
                                                      "documents.faq"_word,
                                                      "documents.release_notes"_word,
                                                      "documents.readme"_word,
                                                      "documents.changelog"_word,
                                                      "documents.configuration"_word,
                                                      "documents.deployment"_word};
  return words[static_cast<size_t>(need)];
}

Word area_word(DocumentArea area) {
  constexpr std::array<Word, 4> words = {"documents.technical"_word, "documents.operational"_word,
                                         "documents.user"_word, "documents.internal"_word};
  return words[static_cast<size_t>(area)];
}

std::string_view area_name(DocumentArea area) {
  constexpr std::array<std::string_view, 4> names = {"technical", "operational", "user",
                                                     "internal"};
  return names[static_cast<size_t>(area)];
}

void write_text_field(HtmlWriter& out, PageScope& scope, const ViewRecord& record,
                      std::string_view name) {
  for (const ViewField& field : record.fields) {
    if (scope.view().field(field.field).name == name) {
      write_values(out, scope, field, ValueForm::brief);
    }
  }
}

class DocumentTables {
 public:
  DocumentTables(HtmlWriter& out, PageScope& scope, ViewKindId kind)
      : out_(out),
        scope_(scope),
        view_(scope.view()),
        words_(scope.words()),
        kind_(scope.view().kind(kind)),
        rows_(scope.outline().tables[number(kind)]) {}

  void write() {
    documents();
    const DocumentAudit audit = audit_documents(view_);
    this->audit(audit);
    demands(audit);
  }

 private:
  void documents() {
    const std::array<DataColumn, 8> columns = {{
        {"id", words_.text("people.id"_word), DataType::text, CellPlace::id},
        {"document", kind_.label, DataType::text, CellPlace::title},
        {"type", words_.text("documents.type"_word)},
        {"state", words_.text("documents.state"_word), DataType::state, CellPlace::state},
        {"owner", words_.text("documents.owner"_word), DataType::text, CellPlace::who},
        {"due", words_.text("documents.due"_word), DataType::date, CellPlace::detail, true},
        {"reviewed", words_.text("documents.reviewed"_word), DataType::date, CellPlace::detail,
         true},
        {"review", words_.text("documents.review_due"_word), DataType::date, CellPlace::detail,
         true},
    }};
    size_t rows = 0;
    for (const RowGroup& group : rows_.groups) rows += group.rows.size();
    const std::string one = noun(words_, kind_.label);
    const std::string many = noun(words_, kind_.plural_label);
    DataTableHead head{"documents", kind_.plural_label, one, many, rows, 0, columns};
    DataTable table(out_, head);
    for (const RowGroup& group : rows_.groups) {
      for (const ViewRecordId id : group.rows) row(table, id);
    }
    table.finish();
  }

  void row(DataTable& table, ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    table.begin_row(record.id);
    table.cell();
    write_id(out_, scope_, id);
    table.cell();
    write_record_link(out_, scope_, id, record.title);
    table.cell();
    write_text_field(out_, scope_, record, "type");
    table.cell();
    write_status(out_, scope_, record);
    table.cell();
    if (!record.owners.empty()) {
      write_party(out_, scope_, record.owners.front(), record.owner_names.front());
    }
    table.cell();
    if (record.facts.due) write_due(out_, scope_, record, *record.facts.due);
    table.cell();
    if (record.facts.last_reviewed) {
      write_day(out_, scope_, *record.facts.last_reviewed, DayForm::brief);
    }
    table.cell();
    const std::optional<Date> review = record.facts.next_review;
    if (!review) return;
    // A document that is done is looked at again all the same.
    if (record.phase != ViewPhase::dropped && *review < scope_.as_of()) {
      out_.put("<span class=\"st s-stale\">");
      write_day(out_, scope_, *review, DayForm::brief);
      out_.put("</span>");
    } else {
      write_day(out_, scope_, *review, DayForm::brief);
    }
  }

  void audit(const DocumentAudit& audit) {
    if (audit.rows.empty()) return;
    const auto missing = std::ranges::count_if(audit.rows, &AuditRow::missing);
    const size_t there = audit.rows.size() - static_cast<size_t>(missing);
    out_.put("<section class=\"part\">\n<h2>");
    say(out_, scope_, "documents.audit"_word);
    out_.put("</h2>\n<p class=\"note\">");
    say(out_, scope_, "documents.audit_sum"_word, {there, audit.rows.size()});
    if (missing > 0) {
      out_.put(" ");
      say_count(out_, scope_, "documents.audit_missing"_word, static_cast<uint64_t>(missing));
    }
    out_.put("</p>\n");
    const std::array<DataColumn, 3> columns = {{
        {"wanted", words_.text("documents.wanted"_word), DataType::text, CellPlace::title},
        {"held", words_.text("documents.held_as"_word)},
        {"state", words_.text("documents.state"_word), DataType::state, CellPlace::state},
    }};
    DataTableHead head{"audit", words_.text("documents.audit"_word), "", "", audit.rows.size(), 0,
                       columns};
    head.tools = false;
    DataTable table(out_, head);
    for (size_t i = 0; i < audit.rows.size(); ++i) {
      const AuditRow& wanted = audit.rows[i];
      const DocumentArea area = area_of(wanted.need);
      if (i == 0 || area_of(audit.rows[i - 1].need) != area) {
        table.begin_group(area_name(area), words_.text(area_word(area)), 4);
      }
      table.begin_row("");
      say(table.cell(), scope_, need_word(wanted.need));
      table.cell();
      held(wanted);
      table.cell();
      state(wanted);
    }
    table.finish();
    out_.put("</section>\n");
  }

  void held(const AuditRow& wanted) {
    bool first = true;
    const auto comma = [&] {
      if (!first) out_.put(", ");
      first = false;
    };
    for (size_t i = 0; i < std::min(wanted.documents.size(), kMostHeld); ++i) {
      comma();
      write_titled(out_, scope_, wanted.documents[i]);
    }
    for (size_t i = 0; i < std::min(wanted.pages.size(), kMostHeld); ++i) {
      comma();
      out_.put("<a").link("href", scope_.path(), scope_.outline().path_of(wanted.pages[i]));
      out_.put(">").data(view_.pages[number(wanted.pages[i])].title).put("</a>");
    }
    if (wanted.decisions > 0 && wanted.documents.empty()) {
      comma();
      decisions(wanted.decisions);
    }
    const size_t all = std::max(wanted.documents.size(), wanted.pages.size());
    if (all > kMostHeld) {
      out_.put(" ");
      say_count(out_, scope_, "people.more"_word, all - kMostHeld);
    }
  }

  void decisions(uint32_t count) {
    for (uint32_t i = 0; i < view_.kinds.size(); ++i) {
      const uint32_t page = scope_.outline().kind_pages[i];
      if (!view_.kinds[i].is("decision") || page == kNoPage) continue;
      out_.put("<a").link("href", scope_.path(), scope_.outline().pages[page].path).put(">");
      say_count(out_, scope_, "documents.decisions"_word, count);
      out_.put("</a>");
      return;
    }
  }

  // The best of its documents: one that is done and looked at holds for all.
  void state(const AuditRow& wanted) {
    if (wanted.missing()) {
      chip("<span class=\"st s-risk\">", "documents.missing"_word);
      return;
    }
    bool done = wanted.documents.empty();
    bool late = false;
    for (const ViewRecordId id : wanted.documents) {
      const ViewRecord& record = view_.record(id);
      const bool stale = record.facts.next_review && *record.facts.next_review < scope_.as_of();
      done = done || (record.phase == ViewPhase::done && !stale);
      late = late || (record.phase == ViewPhase::done && stale);
    }
    if (done) {
      chip("<span class=\"st s-done\">", "documents.there"_word);
    } else if (late) {
      chip("<span class=\"st s-stale\">", "documents.review_late"_word);
    } else {
      chip("<span class=\"st s-doing\">", "documents.in_work"_word);
    }
  }

  void chip(Markup open, Word word) {
    out_.put(open);
    say(out_, scope_, word);
    out_.put("</span>");
  }

  void demands(const DocumentAudit& audit) {
    if (audit.demands.empty()) return;
    out_.put("<section class=\"part\">\n<h2>");
    say(out_, scope_, "documents.asked"_word);
    out_.put("</h2>\n");
    const std::array<DataColumn, 3> columns = {{
        {"item", words_.text("documents.item"_word), DataType::text, CellPlace::title},
        {"release", words_.text("documents.release"_word)},
        {"state", words_.text("documents.state"_word), DataType::state, CellPlace::state},
    }};
    DataTableHead head{
        "asked", words_.text("documents.asked"_word), "", "", audit.demands.size(), 0, columns};
    head.tools = false;
    DataTable table(out_, head);
    for (const DocumentDemand& demand : audit.demands) {
      table.begin_row("");
      table.cell().data(demand.item);
      table.cell();
      write_titled(out_, scope_, demand.release);
      table.cell();
      if (demand.done) {
        chip("<span class=\"st s-done\">", "documents.done"_word);
      } else {
        chip("<span class=\"st s-open\">", "documents.open"_word);
      }
    }
    table.finish();
    out_.put("</section>\n");
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  const Words& words_;
  const ViewKind& kind_;
  const KindTable& rows_;
};

}  // namespace

void write_documents(HtmlWriter& out, PageScope& scope, ViewKindId kind) {
  DocumentTables(out, scope, kind).write();
}

}  // namespace milepost
