// The tables of a stakeholder's page.
#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "compose/dependencies.h"
#include "compose/options.h"
#include "compose/people.h"
#include "compose/phrases.h"
#include "compose/reports.h"
#include "compose/verdict.h"
#include "render/data_table.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/people_parts.h"
#include "render/ready_reasons.h"
#include "render/say.h"
#include "render/schedule_words.h"
#include "render/slip.h"
#include "render/status_parts.h"

namespace milepost {
namespace {

constexpr size_t kMostOfMitigation = 150;  // bytes

/// Writes a table of the rows of a section, team by team if it has teams.
class SectionTable {
 public:
  SectionTable(HtmlWriter& out, PageScope& scope, const StatusSection& section, Word caption,
               std::vector<DataColumn> columns)
      : scope_(scope), section_(section), columns_(std::move(columns)) {
    head_.name = section.asked->name;
    head_.caption = scope.words().text(caption);
    head_.columns = columns_;
    head_.open = section.records().size();
    head_.tools = false;
    table_.emplace(out, head_);
  }

  template <typename Row>
  void write(const Row& row) {
    for (const StatusGroup& group : section_.groups) {
      std::string_view label;
      if (group.team != kNoViewTeam) {
        label = scope_.view().team(group.team).name;
      } else if (section_.groups.size() > 1) {
        label = scope_.words().text("reader.no_team"_word);
      }
      table_->begin_group("all", label, group.records.size());
      for (const ViewRecordId id : group.records) {
        table_->begin_row({});
        row(*table_, id);
      }
    }
    table_->finish();
  }

 private:
  PageScope& scope_;
  const StatusSection& section_;
  std::vector<DataColumn> columns_;
  DataTableHead head_;
  std::optional<DataTable> table_;
};

void write_first_owner(HtmlWriter& out, const PageScope& scope, const ViewRecord& record) {
  if (!record.owners.empty()) write_party(out, scope, record.owners[0], record.owner_names[0]);
}

// Its first words; that nothing is done yet is news.
void write_mitigation(HtmlWriter& out, const PageScope& scope, const ViewRecord& record) {
  const View& view = scope.view();
  const ViewField* field = field_with(view, record, ViewRole::mitigation);
  if (field == nullptr) field = field_with(view, record, ViewRole::contingency);
  if (field == nullptr) {
    // Who may not be told of it is not told that there is none.
    if (view.program.insider) say(out, scope, "reader.no_mitigation"_word);
    return;
  }
  out.data(first_words(view, field->values.front(), kMostOfMitigation));
}

}  // namespace

Word risk_order_word(RiskOrder order) {
  return order == RiskOrder::levels ? "reader.risks_by_levels"_word : "reader.risks_by_review"_word;
}

void write_status_risks(HtmlWriter& out, PageScope& scope, const StatusSection& section) {
  const Words& words = scope.words();
  const RiskOrder order = risk_order(scope.view(), section);
  const bool scored = order == RiskOrder::score;
  std::vector<DataColumn> columns = {
      {"score", words.text("reader.column_score"_word), DataType::level, CellPlace::id},
      {"risk", words.text("reader.column_risk"_word), DataType::text, CellPlace::title},
      {"mitigation", words.text("reader.column_mitigation"_word)},
      {"owner", words.text("overview.column_owner"_word), DataType::text, CellPlace::who},
  };
  // What they stand by instead is said.
  if (!scored) {
    columns.erase(columns.begin());
    out.put("<p class=\"note\">");
    say(out, scope, risk_order_word(order));
    out.put("</p>\n");
  }
  SectionTable table(out, scope, section, scored ? "overview.top_risks"_word : "reader.risks"_word,
                     std::move(columns));
  table.write([&](DataTable& row, ViewRecordId id) {
    const ViewRecord& record = scope.view().record(id);
    if (scored) {
      HtmlWriter& cell = row.cell(int64_t{record.facts.score});
      if (record.facts.score > 0) write_score(cell, scope, record.facts);
    }
    row.cell();
    write_titled(out, scope, id);
    row.cell();
    write_mitigation(out, scope, record);
    row.cell();
    write_first_owner(out, scope, record);
  });
}

void write_status_work(HtmlWriter& out, PageScope& scope, const StatusSection& section) {
  if (section.by_team) return write_status_lines(out, scope, section);
  const Words& words = scope.words();
  const View& view = scope.view();
  std::vector<DataColumn> columns = {
      {"work", words.text("reader.column_work"_word), DataType::text, CellPlace::title},
      {"owner", words.text("overview.column_owner"_word), DataType::text, CellPlace::who},
      {"done", words.text("reader.column_done"_word), DataType::number, CellPlace::detail, true},
      {"finish", words.text("reader.column_finish"_word), DataType::date, CellPlace::detail, true},
      {"state", words.text("reader.column_state"_word), DataType::state, CellPlace::state},
  };
  SectionTable table(out, scope, section, "reader.in_progress"_word, std::move(columns));
  table.write([&](DataTable& row, ViewRecordId id) {
    const ViewRecord& record = view.record(id);
    const ViewScheduleItem* item = view.schedule.item(id);
    row.cell();
    write_titled(out, scope, id);
    row.cell();
    write_first_owner(out, scope, record);
    row.cell();
    if (item != nullptr && item->percent > 0) {
      say(out, scope, "reader.percent"_word, {item->percent});
    }
    row.cell();
    if (item != nullptr && item->dated) {
      write_finish(out, scope, *item, DayForm::with_weekday);
    } else if (const std::optional<Date> day = expected_on(view, id)) {
      write_day(out, scope, *day, DayForm::with_weekday);
    }
    row.cell();
    if (item != nullptr) {
      write_plan_state(out, scope, id);
    } else {
      write_state(out, scope, record);
    }
  });
}

void write_status_needs(HtmlWriter& out, PageScope& scope, const StatusSection& section) {
  const Words& words = scope.words();
  const View& view = scope.view();
  const bool by_giver = section.block == StatusBlock::dependencies;
  if (section.by_team && !by_giver) return write_status_lines(out, scope, section);
  std::vector<DataColumn> columns = {
      {"needed", words.text("reader.column_needed"_word), DataType::date, CellPlace::id},
      {"what", words.text("overview.column_what"_word), DataType::text, CellPlace::title},
      {"party", words.text(by_giver ? "reader.column_for"_word : "reader.column_from"_word),
       DataType::text, CellPlace::who},
      {"promised", words.text("reader.column_promised"_word), DataType::date, CellPlace::detail,
       true},
      {"state", words.text("reader.column_state"_word), DataType::state, CellPlace::state},
  };
  SectionTable table(out, scope, section,
                     by_giver ? "reader.dependencies"_word : "reader.needs"_word,
                     std::move(columns));
  table.write([&](DataTable& row, ViewRecordId id) {
    const ViewRecord& record = view.record(id);
    const ViewFacts& facts = record.facts;
    const std::optional<Date> needed = needed_day(record);
    row.cell();
    if (needed) write_due(out, scope, record, *needed);
    row.cell();
    write_titled(out, scope, id);
    row.cell();
    if (by_giver) {
      write_consumer(out, scope, record);
    } else {
      write_giver(out, scope, record);
    }
    row.cell();
    if (facts.promised) {
      write_day(out, scope, *facts.promised, DayForm::with_weekday);
      if (facts.needed_by && *facts.needed_by < *facts.promised) {
        out.put(" ");
        write_slip_days(out, scope, view.working_time.between(*facts.needed_by, *facts.promised),
                        ViewHealth::off_track);
      }
    }
    row.cell();
    write_state(out, scope, record);
  });
}

void write_status_kind(HtmlWriter& out, PageScope& scope, const StatusSection& section,
                       std::string_view name) {
  const ViewKindId kind = section.asked->kind;
  KindTable table = scope.outline().tables[number(kind)];
  table.groups = {{"all", {}, section.records()}};
  write_record_table(out, scope, name, section.asked->title, kind, table, false);
}

void write_status_releases(HtmlWriter& out, PageScope& scope, const StatusSection& section) {
  std::vector<const ViewReadiness*> judged;
  StatusSection others = section;
  others.groups = {{kNoViewTeam, {}, 0}};
  for (const ViewRecordId id : section.records()) {
    const ViewReadiness* ready = scope.view().readiness_of(id);
    if (ready != nullptr && ready->release) {
      judged.push_back(ready);
    } else {
      others.groups.front().records.push_back(id);
    }
  }
  if (!judged.empty()) write_release_entries(out, scope, judged);
  if (!others.groups.front().records.empty()) write_status_lines(out, scope, others);
}

}  // namespace milepost
