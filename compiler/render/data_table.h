// The one writer of data tables: heads that sort, cells that say what they hold, rows that can be
// linked to. themes/default/site.js reads what this writes; without it the table is complete.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compose/outline.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// How the values of a column are ordered, and whether they are offered as a filter.
enum class DataType : uint8_t { text, number, date, level, state };

/// Where a cell stands when a narrow screen makes a block of its row.
enum class CellPlace : uint8_t { detail, id, title, state, who };

struct DataColumn {
  std::string_view key;  // [a-z0-9_]+, one of a kind in its table; it stands in addresses
  std::string_view label;
  DataType type = DataType::text;
  CellPlace place = CellPlace::detail;
  bool right = false;  // figures and dates
};

/// What rows can be filtered by though no column shows it.
struct DataFacet {
  std::string_view key;
  std::string_view label;  // empty: only links filter by it, no control is offered
};

struct DataTableHead {
  std::string_view name;       // [a-z0-9-]+, one of a kind on its page; the element is `mp:NAME`
  std::string_view caption;    // what the table is, for who cannot see where it stands
  std::string_view one, many;  // what its rows are: "risk", "risks"
  size_t open = 0;             // rows of all groups but `closed`
  size_t closed = 0;           // rows of the group `closed`
  std::span<const DataColumn> columns;
  std::span<const DataFacet> facets = {};
  std::string_view sorted = {};  // the key of the column that the rows are sorted by, if any
  bool descending = false;       // and how
  // False: nothing to sort or filter with and no id, for a short table that is an extract.
  bool tools = true;
};

/// Writes one table from top to bottom: for each group begin_group, for each row begin_row and
/// then cell once for each column, at last finish. What `head` borrows must outlive it. The order
/// of rows is that of the calls.
class DataTable {
 public:
  DataTable(HtmlWriter& out, const DataTableHead& head);
  DataTable(const DataTable&) = delete;
  DataTable& operator=(const DataTable&) = delete;

  /// `name` is "all", "open", "closed" or another word of [a-z0-9-]; rows of `closed` are hidden
  /// until asked for if there are scripts. A label that is not empty stands as a row above them.
  void begin_group(std::string_view name, std::string_view label, size_t rows);
  /// `id` is a record's id or another name that stays the same and is one of a kind in the table;
  /// the row's own id is `mp:NAME:ID`. Empty: the row cannot be linked to. `facets` as in the head.
  void begin_row(std::string_view id, std::span<const std::string_view> facets = {});
  /// The next cell, empty until something is written to the writer that it gives. A cell of a
  /// column of dates sorts by the first <time> in it, one of numbers by the number it begins with,
  /// one of text by its text; those without sort last.
  HtmlWriter& cell();
  /// A cell that sorts by `key` and not by what it shows.
  HtmlWriter& cell(int64_t key);
  HtmlWriter& cell(std::string_view key);
  void finish();

 private:
  void open_cell();
  void close_row();
  void close_group();

  HtmlWriter& out_;
  const DataTableHead& head_;
  bool tools_;       // asked for, and there is something to sort
  size_t next_ = 0;  // of the columns
  bool in_group_ = false, in_row_ = false, in_cell_ = false, cell_is_head_ = false;
};

/// The columns of a table of records. They borrow from `view` and `columns`.
std::vector<DataColumn> data_columns(const View& view, std::span<const TableColumn> columns);

/// The cells of a record in a table that has data_columns(columns), or begins with them.
void write_record_cells(DataTable& table, PageScope& scope, std::span<const TableColumn> columns,
                        ViewRecordId record);

/// A whole table of records, all of one kind or not. `name`, `caption` and `kind` (for the words
/// that count rows; kNoViewKind: "records") as in DataTableHead. Rows can be filtered by team and,
/// if there is a column of scores, by `likelihood` and `impact` (1 to 5) too.
void write_record_table(HtmlWriter& out, PageScope& scope, std::string_view name,
                        std::string_view caption, ViewKindId kind, const KindTable& table,
                        bool tools = true);

}  // namespace milepost
