// Chooses the columns and the order of a kind's table.
#include "compose/tables.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "compose/phrases.h"

namespace milepost {
namespace {

using DateFact = std::optional<Date> ViewFacts::*;

struct DateRole {
  ViewRole role;
  DateFact fact;
  bool alone = false;  // only if the kind has no other date
};
// In the order in which they are worth a column.
constexpr std::array<DateRole, 12> kDates = {{
    {ViewRole::due, &ViewFacts::due},
    {ViewRole::needed_by, &ViewFacts::needed_by},
    {ViewRole::promised, &ViewFacts::promised},
    {ViewRole::decision_needed_by, &ViewFacts::decision_needed_by},
    {ViewRole::decided, &ViewFacts::decided},
    {ViewRole::held, &ViewFacts::held},
    {ViewRole::next_review, &ViewFacts::next_review},
    {ViewRole::finished, &ViewFacts::finished, true},
    {ViewRole::raised, &ViewFacts::raised, true},
    {ViewRole::start, &ViewFacts::start, true},
    {ViewRole::started, &ViewFacts::started, true},
    {ViewRole::last_reviewed, &ViewFacts::last_reviewed, true},
}};
constexpr size_t kMostDates = 3;
constexpr size_t kMostColumns = 9;
constexpr size_t kEnoughColumns = 7;
constexpr size_t kLongestCell = 40;  // bytes on average for a text to be worth a column

class TableMaker {
 public:
  TableMaker(const View& view, const Words& words, ViewKindId kind,
             std::span<const ViewRecordId> ids)
      : view_(view), words_(words), kind_(view.kind(kind)), ids_(ids) {
    for (const ViewFieldId field : kind_.fields) {
      const ViewRole role = view.field(field).role;
      if (role != ViewRole::other) role_fields_[static_cast<size_t>(role)] = field;
    }
  }

  KindTable make() {
    choose_columns();
    order_rows();
    return std::move(table_);
  }

 private:
  const ViewRecord& record(ViewRecordId id) const { return view_.record(id); }

  template <typename Has>
  size_t count(Has&& has) const {
    return static_cast<size_t>(
        std::ranges::count_if(ids_, [&](ViewRecordId id) { return has(record(id)); }));
  }

  ViewFieldId field_of(ViewRole role) const { return role_fields_[static_cast<size_t>(role)]; }

  std::string label_of(ViewRole role, std::string_view otherwise) const {
    const ViewFieldId field = field_of(role);
    return field == kNoViewField ? std::string(otherwise) : view_.field(field).label;
  }

  void add(ColumnKind kind, std::string label, bool right = false) {
    table_.columns.push_back({kind, std::move(label), kNoViewField, nullptr, right, 0});
  }

  std::string word(Word which) const { return std::string(words_.text(which)); }

  void choose_columns() {
    add(ColumnKind::id, word("table.id"_word));
    add(ColumnKind::title, kind_.label);
    if (count([](const ViewRecord& r) { return r.facts.score != 0; }) > 0) {
      add(ColumnKind::score, word("table.score"_word));
      const auto placed = [](const ViewRecord& r) {
        return r.facts.likelihood != 0 && r.facts.impact != 0;
      };
      if (count(placed) > 0) add(ColumnKind::exposure, word("table.exposure"_word));
    }
    if (count([](const ViewRecord& r) { return r.facts.priority != 255; }) > 0) {
      add(ColumnKind::priority, label_of(ViewRole::priority, words_.text("table.priority"_word)));
    } else {
      add_field(ViewRole::priority);
    }
    if (!has(ColumnKind::score)) add_field(ViewRole::severity);
    if (has_states()) add(ColumnKind::status, word("table.state"_word));
    if (count([](const ViewRecord& r) { return r.health != ViewHealth::none; }) > 0) {
      add(ColumnKind::health, word("table.health"_word));
    }
    if (planned([](const ViewScheduleItem& item) { return is_bad(item.computed); })) {
      add(ColumnKind::computed, word("table.computed"_word));
    }
    for (const ViewRole role :
         {ViewRole::type, ViewRole::category, ViewRole::provider, ViewRole::consumer}) {
      // Where scores are given, what is threatened says more than a category.
      if (role == ViewRole::category && has(ColumnKind::exposure)) continue;
      add_field(role);
    }
    add_links("threatens");
    if (kind_.is("decision") && any_chain()) {
      add(ColumnKind::chain, word("chain.column"_word));
    }
    if (count([](const ViewRecord& r) { return !r.owners.empty(); }) > 0) {
      add(ColumnKind::owner, word("table.owner"_word));
    } else if (count([](const ViewRecord& r) { return r.team != kNoViewTeam; }) > 0) {
      add(ColumnKind::team, word("table.team"_word));
    }
    std::vector<TableColumn> dates = date_columns();
    const size_t room = kEnoughColumns - std::min(kEnoughColumns, dates.size());
    add_own_fields(room);
    if (count([](const ViewRecord& r) { return !r.checks.empty(); }) * 3 >= ids_.size()) {
      if (table_.columns.size() + dates.size() < kMostColumns)
        add(ColumnKind::checks, word("table.checks"_word));
    }
    const auto too_wide = [&] { return table_.columns.size() + dates.size() > kMostColumns; };
    for (const ViewRole role : {ViewRole::type, ViewRole::category, ViewRole::severity}) {
      if (too_wide()) drop_field(field_of(role));
    }
    while (!dates.empty() && too_wide()) dates.pop_back();
    std::ranges::move(dates, std::back_inserter(table_.columns));
    add_schedule();
    const auto ages = [](const ViewRecord& r) { return r.is_open() && r.facts.raised; };
    const bool told = std::ranges::find(table_.columns, &ViewFacts::raised, &TableColumn::date) !=
                      table_.columns.end();
    if (!told && table_.columns.size() < kMostColumns && count(ages) > 0) {
      add(ColumnKind::age, word("table.age"_word), true);
    }
  }

  static bool is_bad(ViewHealth health) {
    return health == ViewHealth::at_risk || health == ViewHealth::off_track ||
           health == ViewHealth::blocked;
  }

  // Whether any open record of them is in the plan, and so.
  template <typename Is>
  bool planned(Is&& is) const {
    return std::ranges::any_of(ids_, [&](ViewRecordId id) {
      const ViewScheduleItem* item = view_.schedule.item(id);
      return item != nullptr && item->dated && item->state != ViewPlanState::done && is(*item);
    });
  }

  // When it will be, where that says more than when it is due; and how much room it has.
  void add_schedule() {
    // What is needed and promised has a table of its own.
    if (kind_.is("dependency")) return;
    if (!kind_.is_work && !kind_.is("milestone") && !kind_.is("release")) return;
    if (planned([](const ViewScheduleItem& item) {
          return item.slip != 0 || !item.commitment.has_value();
        })) {
      add(ColumnKind::finish, word("table.finish"_word), true);
    }
    if (planned([](const ViewScheduleItem& item) { return item.total_float != kNoViewFloat; })) {
      add(ColumnKind::total_float, word("table.float"_word), true);
    }
  }

  // Whether any of them replaced or amended another.
  bool any_chain() const {
    return std::ranges::any_of(ids_, [&](ViewRecordId id) {
      return std::ranges::any_of(view_.outgoing(id), [&](const ViewLink& link) {
        const std::string& type = view_.link_types[link.type].name;
        return !link.mention && (type == "supersedes" || type == "amends");
      });
    });
  }

  // What links of this type lead to, if a record of the kind has one.
  void add_links(std::string_view name) {
    const auto type = std::ranges::find(view_.link_types, name, &ViewLinkType::name);
    if (type == view_.link_types.end()) return;
    const auto number_of_type = static_cast<uint32_t>(type - view_.link_types.begin());
    const bool used = std::ranges::any_of(ids_, [&](ViewRecordId id) {
      return std::ranges::any_of(view_.outgoing(id), [&](const ViewLink& link) {
        return link.type == number_of_type && !link.mention;
      });
    });
    if (!used) return;
    add(ColumnKind::links, type->label);
    table_.columns.back().link_type = number_of_type;
  }

  // A word that is the same in every row says nothing.
  bool has_states() const {
    if (kind_.statuses.empty()) return false;
    const ViewRecord& first = record(ids_.front());
    const size_t same = count([&](const ViewRecord& r) {
      return r.status == first.status && r.status < kind_.statuses.size();
    });
    return same < ids_.size() || ids_.size() < 3 || !first.is_open();
  }

  void drop_field(ViewFieldId field) {
    if (field == kNoViewField) return;
    std::erase_if(table_.columns, [&](const TableColumn& column) { return column.field == field; });
  }

  bool has(ColumnKind kind) const {
    return std::ranges::any_of(table_.columns,
                               [&](const TableColumn& c) { return c.kind == kind; });
  }

  std::vector<TableColumn> date_columns() const {
    std::vector<TableColumn> columns;
    for (const DateRole& date : kDates) {
      if (columns.size() == kMostDates) break;
      if (date.alone && !columns.empty()) break;
      const ViewFieldId field = field_of(date.role);
      if (field == kNoViewField) continue;
      if (count([&](const ViewRecord& r) { return (r.facts.*date.fact).has_value(); }) == 0) {
        continue;
      }
      columns.push_back({ColumnKind::date, view_.field(field).label, field, date.fact, true, 0});
    }
    return columns;
  }

  const ViewField* value_of(const ViewRecord& r, ViewFieldId field) const {
    const auto at = std::ranges::find(r.fields, field, &ViewField::field);
    return at == r.fields.end() || at->values.empty() ? nullptr : &*at;
  }

  void add_field(ViewRole role) {
    const ViewFieldId field = field_of(role);
    if (field == kNoViewField || table_.columns.size() >= kMostColumns) return;
    if (count([&](const ViewRecord& r) { return value_of(r, field) != nullptr; }) == 0) return;
    if (!reads_as_cell(field)) return;
    add_field(field);
  }

  void add_field(ViewFieldId field) {
    const ViewFieldInfo& info = view_.field(field);
    const bool right = info.type == "number" || info.type == "percent" || info.type == "money";
    table_.columns.push_back({ColumnKind::field, info.label, field, nullptr, right, 0});
  }

  // Short in nearly every record that has it.
  bool reads_as_cell(ViewFieldId field) const {
    size_t bytes = 0;
    size_t values = 0;
    for (const ViewRecordId id : ids_) {
      const ViewField* value = value_of(record(id), field);
      if (value == nullptr) continue;
      for (const ViewValue& one : value->values) {
        if (std::holds_alternative<ViewObject>(one.data) ||
            std::holds_alternative<ViewMarkdown>(one.data)) {
          return false;
        }
        bytes += one.text.size();
      }
      ++values;
    }
    return values > 0 && bytes <= values * kLongestCell;
  }

  // A kind with few roles shows what fields of its own most of its records have.
  void add_own_fields(size_t most) {
    for (const ViewFieldId field : kind_.fields) {
      if (table_.columns.size() >= most) return;
      const ViewFieldInfo& info = view_.field(field);
      if (info.role != ViewRole::other || info.markdown || info.type == "object") continue;
      const size_t filled =
          count([&](const ViewRecord& r) { return value_of(r, field) != nullptr; });
      if (filled * 2 < ids_.size() || !reads_as_cell(field)) continue;
      add_field(field);
    }
  }

  // --- order
  // ---------------------------------------------------------------------------------------

  static int64_t days(const std::optional<Date>& date, int64_t none) {
    return date ? date->days : none;
  }

  static std::optional<Date> pressing_date(const ViewFacts& f) {
    std::optional<Date> first;
    for (const std::optional<Date>& date : {f.due, f.decision_needed_by, f.needed_by, f.promised}) {
      if (date && (!first || *date < *first)) first = date;
    }
    return first;
  }

  static std::optional<Date> past_date(const ViewFacts& f) {
    for (const std::optional<Date>& date : {f.finished, f.decided, f.held, f.due, f.raised}) {
      if (date) return date;
    }
    return std::nullopt;
  }

  void order_rows() {
    const bool decisions = kind_.is("decision");
    const bool dated = kind_.is("milestone");
    const bool log = kind_.is("meeting") || kind_.is("status_report") || kind_.is("lesson") ||
                     kind_.is("document") || kind_.is("incident");
    const auto is_open = [&](ViewRecordId id) { return record(id).is_open(); };
    std::vector<ViewRecordId> rows(ids_.begin(), ids_.end());
    if (kind_.statuses.empty() || dated || log) {
      std::ranges::stable_sort(rows, [&](ViewRecordId a, ViewRecordId b) {
        return dated ? less_open(record(a), record(b), true) : less_closed(record(a), record(b));
      });
      table_.groups.push_back({"all", "", std::move(rows)});
      return;
    }
    const auto closed = std::ranges::stable_partition(rows, is_open);
    // What is closed is done with; what is decided holds, and is what one comes to read.
    RowGroup open_group{"open",
                        decisions ? word("table.undecided"_word) : std::string(),
                        {rows.begin(), closed.begin()}};
    RowGroup closed_group{decisions ? "decided" : "closed",
                          word(decisions ? "table.decided"_word : "table.closed"_word),
                          {closed.begin(), rows.end()}};
    if (has(ColumnKind::score)) {
      table_.sorted = ColumnKind::score;
    } else if (has(ColumnKind::priority)) {
      table_.sorted = ColumnKind::priority;
    }
    if (open_group.rows.empty()) table_.sorted.reset();
    std::ranges::stable_sort(open_group.rows, [&](ViewRecordId a, ViewRecordId b) {
      return less_open(record(a), record(b), false);
    });
    std::ranges::stable_sort(closed_group.rows, [&](ViewRecordId a, ViewRecordId b) {
      return less_closed(record(a), record(b));
    });
    const bool both = !open_group.rows.empty() && !closed_group.rows.empty();
    if (!both) {
      open_group.label = closed_group.label = "";
      open_group.name = closed_group.name = "all";
    }
    if (!open_group.rows.empty()) table_.groups.push_back(std::move(open_group));
    if (!closed_group.rows.empty()) table_.groups.push_back(std::move(closed_group));
  }

  // The most pressing first: by score, priority, date, then id.
  static bool less_open(const ViewRecord& a, const ViewRecord& b, bool by_date) {
    if (!by_date) {
      if (a.facts.score != b.facts.score) return a.facts.score > b.facts.score;
      if (a.facts.priority != b.facts.priority) return a.facts.priority < b.facts.priority;
    }
    const int64_t left = days(pressing_date(a.facts), INT32_MAX);
    const int64_t right = days(pressing_date(b.facts), INT32_MAX);
    return left != right ? left < right : natural_less(a.short_id, b.short_id);
  }

  // The latest first.
  static bool less_closed(const ViewRecord& a, const ViewRecord& b) {
    const int64_t left = days(past_date(a.facts), INT32_MIN);
    const int64_t right = days(past_date(b.facts), INT32_MIN);
    return left != right ? left > right : natural_less(a.short_id, b.short_id);
  }

  const View& view_;
  const Words& words_;
  const ViewKind& kind_;
  std::span<const ViewRecordId> ids_;
  std::array<ViewFieldId, kViewRoles> role_fields_ = [] {
    std::array<ViewFieldId, kViewRoles> none{};
    none.fill(kNoViewField);
    return none;
  }();
  KindTable table_;
};

}  // namespace

KindTable kind_table(const View& view, const Words& words, ViewKindId kind,
                     std::span<const ViewRecordId> records) {
  return TableMaker(view, words, kind, records).make();
}

}  // namespace milepost
