// Which columns a kind's table has, and in which order and groups its records stand.
#include "compose/tables.h"

#include <algorithm>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "catch.h"

namespace milepost {
namespace {

// A View with one kind that has the statuses open, closed.
struct OneKind {
  explicit OneKind(std::string name) {
    ViewKind kind;
    kind.name = name;
    kind.plural = name + "s";
    kind.label = kind.plural_label = name;
    kind.family = {name};
    kind.statuses = {{"open", "Open", ViewPhase::waiting}, {"closed", "Closed", ViewPhase::done}};
    view.kinds.push_back(std::move(kind));
  }

  ViewFieldId field(std::string name, ViewRole role) {
    ViewFieldInfo info;
    info.name = info.label = std::move(name);
    info.type = "date";
    info.role = role;
    view.fields.push_back(std::move(info));
    const ViewFieldId id{static_cast<uint32_t>(view.fields.size() - 1)};
    view.kinds[0].fields.push_back(id);
    return id;
  }

  ViewRecord& record(std::string id, bool open = true) {
    ViewRecord record;
    record.kind = ViewKindId{0};
    record.id = record.short_id = std::move(id);
    record.title = "A title";
    record.status = open ? 0 : 1;
    record.phase = open ? ViewPhase::waiting : ViewPhase::done;
    view.records.push_back(std::move(record));
    return view.records.back();
  }

  KindTable table() {
    view.index_links();
    std::vector<ViewRecordId> ids;
    for (uint32_t i = 0; i < view.records.size(); ++i) ids.push_back(ViewRecordId{i});
    return kind_table(view, Words(), ViewKindId{0}, ids);
  }

  View view;
};

bool has(const KindTable& table, ColumnKind kind) {
  return std::ranges::find(table.columns, kind, &TableColumn::kind) != table.columns.end();
}

std::vector<std::string> ids(const View& view, const RowGroup& group) {
  std::vector<std::string> found;
  for (const ViewRecordId id : group.rows) found.push_back(view.record(id).id);
  return found;
}

}  // namespace

TEST_CASE("tables: open records stand first and closed ones in a group that is put away",
          "[compose]") {
  OneKind risks("risk");
  risks.record("R-1", false);
  risks.record("R-2");
  risks.record("R-10");
  const KindTable table = risks.table();
  REQUIRE(table.groups.size() == 2);
  CHECK(table.groups[0].name == "open");
  CHECK(table.groups[0].label.empty());
  CHECK(ids(risks.view, table.groups[0]) == std::vector<std::string>{"R-2", "R-10"});
  CHECK(table.groups[1].name == "closed");
  CHECK_FALSE(table.groups[1].label.empty());
}

TEST_CASE("tables: what is decided is not put away", "[compose]") {
  OneKind decisions("decision");
  decisions.record("D-1", false);
  decisions.record("D-2");
  const KindTable table = decisions.table();
  REQUIRE(table.groups.size() == 2);
  CHECK(table.groups[1].name == "decided");
  CHECK_FALSE(table.groups[0].label.empty());
}

TEST_CASE("tables: records that are all closed are shown", "[compose]") {
  OneKind risks("risk");
  risks.record("R-1", false);
  const KindTable table = risks.table();
  REQUIRE(table.groups.size() == 1);
  CHECK(table.groups[0].name == "all");
  CHECK_FALSE(table.sorted.has_value());
}

TEST_CASE("tables: finish, float and what the facts say where the plan tells something",
          "[compose]") {
  OneKind tasks("task");
  tasks.view.kinds[0].is_work = true;
  tasks.record("T-1");
  tasks.record("T-2");
  CHECK_FALSE(has(tasks.table(), ColumnKind::finish));
  ViewSchedule& schedule = tasks.view.schedule;
  schedule.item_of = {0, 0xFFFFFFFF};
  ViewScheduleItem& item = schedule.items.emplace_back();
  item.record = ViewRecordId{0};
  item.dated = true;
  item.commitment = item.baseline = make_date(2026, 6, 12);
  item.finish = *make_date(2026, 6, 12);
  // It ends when it is due, and nothing is wrong: its due date says it all.
  CHECK_FALSE(has(tasks.table(), ColumnKind::finish));
  CHECK_FALSE(has(tasks.table(), ColumnKind::computed));
  CHECK_FALSE(has(tasks.table(), ColumnKind::total_float));
  item.slip = 2;
  item.total_float = 0;
  item.computed = ViewHealth::at_risk;
  CHECK(has(tasks.table(), ColumnKind::finish));
  CHECK(has(tasks.table(), ColumnKind::computed));
  CHECK(has(tasks.table(), ColumnKind::total_float));
}

TEST_CASE("tables: a log has one group", "[compose]") {
  OneKind meetings("meeting");
  meetings.record("MTG-1", false);
  meetings.record("MTG-2");
  CHECK(meetings.table().groups.size() == 1);
}

TEST_CASE("tables: scored records tell likelihood and impact, and the highest score is first",
          "[compose]") {
  OneKind risks("risk");
  risks.record("R-1").facts.score = 4;
  ViewRecord& high = risks.record("R-2");
  high.facts.score = 12;
  high.facts.likelihood = 3;
  high.facts.impact = 4;
  const KindTable table = risks.table();
  CHECK(has(table, ColumnKind::score));
  CHECK(has(table, ColumnKind::exposure));
  CHECK(ids(risks.view, table.groups[0]) == std::vector<std::string>{"R-2", "R-1"});
  CHECK(table.sorted == ColumnKind::score);
}

TEST_CASE("tables: what a record threatens is a column if one of them does", "[compose]") {
  OneKind risks("risk");
  risks.record("R-1");
  risks.record("R-2");
  risks.view.link_types.push_back({"relates_to", "relates_to", "Relates to", "Relates to"});
  risks.view.link_types.push_back({"threatens", "threatened_by", "Threatens", "Threatened by"});
  CHECK_FALSE(has(risks.table(), ColumnKind::links));
  ViewLink link;
  link.from = ViewRecordId{0};
  link.to = ViewRecordId{1};
  link.type = 1;
  risks.view.links.push_back(link);
  const KindTable table = risks.table();
  const auto column = std::ranges::find(table.columns, ColumnKind::links, &TableColumn::kind);
  REQUIRE(column != table.columns.end());
  CHECK(column->link_type == 1);
  CHECK(column->label == "Threatens");
}

TEST_CASE("tables: the age is told of open records, unless their day is", "[compose]") {
  OneKind risks("risk");
  risks.field("raised", ViewRole::raised);
  risks.field("due", ViewRole::due);
  ViewRecord& risk = risks.record("R-1");
  risk.facts.raised = Date{20000};
  CHECK_FALSE(has(risks.table(), ColumnKind::age));  // it is the only date, so it is shown
  risks.view.records[0].facts.due = Date{20010};
  CHECK(has(risks.table(), ColumnKind::age));
  risks.view.records[0].phase = ViewPhase::done;
  CHECK_FALSE(has(risks.table(), ColumnKind::age));
}

}  // namespace milepost
