// Markdown tables whose rows are records.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "shape/codes.h"
#include "shape/decode.h"
#include "shape/draft.h"
#include "shape/spellings.h"
#include "shape/table_columns.h"
#include "shape/unset.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

// Headers of a column that may say the kind of each row.
constexpr std::array<std::string_view, 6> kKindHeaders{"kind",      "type", "category",
                                                       "item type", "raid", "raid type"};

class TableReader {
 public:
  TableReader(FileWork& work, const BodyContext& body)
      : work_(work), kinds_(work.facts.kinds), body_(body), tape_(body.tape) {}

  void read() {
    for (uint32_t i = 0; i < body_.blocks.blocks.size(); ++i) {
      const BodyBlock& block = body_.blocks.blocks[i];
      if (i < body_.taken.size() && body_.taken[i]) continue;
      const TapeNode& node = tape_.nodes[block.node];
      if (node.kind == NodeKind::table) {
        read_table(block);
      } else if (node.kind == NodeKind::element && body_.record_kind == kNoKind &&
                 static_cast<HtmlElement>(node.level) == HtmlElement::table) {
        say_not_read(tape_.span_of(node), "an HTML table is shown as it is",
                     "write it as a Markdown table if its rows are records");
      }
    }
  }

 private:
  void read_table(const BodyBlock& block) {
    const RecordTable table = table_of(work_, tape_, block.node);
    KindId kind = kind_of_headings(kinds_, body_.blocks, block.heading);
    const bool by_heading = kind != kNoKind;
    if (body_.record_kind != kNoKind) {
      // A record's own tables are its body; only a heading of another kind makes them records.
      if (!by_heading || kinds_.is(kind, body_.record_kind)) return;
    }
    if (kind == kNoKind) kind = body_.coverage.kind;
    if (kind == kNoKind) kind = kind_of_rows(table);
    std::vector<RecordColumn> columns;
    TableFit fit;
    if (kind != kNoKind) {
      columns = match_columns(kinds_, kind, table);
      fit = fit_of(kinds_, columns);
    } else {
      kind = kind_of_columns(table, columns, fit);
    }
    if (!fit.fits) {
      if (body_.record_kind == kNoKind) say_no_fit(table, kind, by_heading);
      return;
    }
    read_rows(block, table, kind, by_heading);
  }

  // The kind of the first row that says it: in a column of kinds, or by the prefix of its id.
  KindId kind_of_rows(const RecordTable& table) const {
    const std::optional<std::size_t> column = kinds_column(table);
    KindId kind = kNoKind;
    for_each_row(table.node, [&](uint32_t row) {
      if (kind != kNoKind) return;
      if (column) kind = kinds_.find_kind(strip_emphasis(cell_of(row, *column).text));
      if (kind == kNoKind) kind = kind_of_id(cell_of(row, 0));
    });
    return kind;
  }

  KindId kind_of_id(const Written& cell) const {
    const std::string_view id = strip_emphasis(cell.text);
    const std::size_t hyphen = id.find('-');
    if (hyphen == std::string_view::npos || hyphen + 1 >= id.size()) return kNoKind;
    if (!is_canonical_id(id)) return kNoKind;
    return kinds_.find_prefix(id.substr(0, hyphen));
  }

  // The kind of the first noun among the headers: `Risk` before `Owner`.
  KindId kind_of_columns(const RecordTable& table, std::vector<RecordColumn>& columns,
                         TableFit& fit) const {
    for (const Written& header : table.headers) {
      if (header.text.empty()) continue;
      KindId kind = kinds_.kind_of_heading(header.text);
      if (kind == kNoKind) kind = kinds_.find_kind(header.text);
      if (kind == kNoKind) continue;
      std::vector<RecordColumn> candidate = match_columns(kinds_, kind, table);
      const TableFit one = fit_of(kinds_, candidate);
      if (!one.fits) continue;
      fit = one;
      columns = std::move(candidate);
      return kind;
    }
    return kNoKind;
  }

  template <typename F>
  void for_each_row(uint32_t table, F&& f) const {
    const uint32_t end = table + tape_.nodes[table].size;
    for (uint32_t row = table + 1; row < end; row += tape_.nodes[row].size) {
      if ((tape_.nodes[row].flags & kHead) == 0) f(row);
    }
  }

  void read_rows(const BodyBlock& block, const RecordTable& table, KindId kind, bool by_heading) {
    noted_.assign(table.headers.size(), false);
    const std::optional<std::size_t> kind_column = by_heading ? std::nullopt : kinds_column(table);
    KindId last = kNoKind;
    std::size_t records = 0;
    std::size_t leftovers = 0;
    std::vector<RecordColumn> columns;
    for_each_row(table.node, [&](uint32_t row) {
      KindId row_kind = kind;
      if (!by_heading) row_kind = kind_of_row(row, kind, kind_column);
      if (row_kind != last) {
        columns = match_columns(kinds_, row_kind, table);
        if (kind_column) columns[*kind_column].field = kNoField;
        last = row_kind;
      }
      switch (read_row(block, row, row_kind, columns, kind_column)) {
        case Row::record:
          ++records;
          break;
        case Row::leftover:
          ++leftovers;
          break;
        case Row::empty:
          break;
      }
    });
    if (records == 0 && leftovers > 0) {
      say_template(work_, kind, tape_.span_of(tape_.nodes[table.node + 1]),
                   "fill in its rows, or leave it as it is");
    }
  }

  // What became of a row: nothing, if it is empty or what a template says to fill in.
  enum class Row : uint8_t { empty, leftover, record };

  // A column whose cells all name kinds: `Type` with Risk, Action, Issue, Decision.
  std::optional<std::size_t> kinds_column(const RecordTable& table) const {
    for (std::size_t column = 0; column < table.headers.size(); ++column) {
      const std::string header = normalize_label(table.headers[column].text);
      if (std::find(kKindHeaders.begin(), kKindHeaders.end(), header) == kKindHeaders.end()) {
        continue;
      }
      bool all = true;
      std::size_t named = 0;
      for_each_row(table.node, [&](uint32_t row) {
        const Written w = cell_of(row, column);
        if (w.text.empty() || !all) return;
        all = kinds_.find_kind(strip_emphasis(w.text)) != kNoKind;
        ++named;
      });
      if (all && named > 0) return column;
    }
    return std::nullopt;
  }

  KindId kind_of_row(uint32_t row, KindId kind, std::optional<std::size_t> kind_column) const {
    if (kind_column) {
      const KindId named = kinds_.find_kind(strip_emphasis(cell_of(row, *kind_column).text));
      if (named != kNoKind) return named;
    }
    if (body_.coverage.raid) {
      const KindId by_id = kind_of_id(cell_of(row, 0));
      if (by_id != kNoKind) return by_id;
    }
    return kind;
  }

  Written cell_of(uint32_t row, std::size_t column) const {
    const uint32_t end = row + tape_.nodes[row].size;
    std::size_t at = 0;
    for (uint32_t cell = row + 1; cell < end; cell += tape_.nodes[cell].size, ++at) {
      if (at == column) return written_slice(work_, tape_, children(tape_, cell));
    }
    return {};
  }

  Row read_row(const BodyBlock& block, uint32_t row, KindId kind,
               const std::vector<RecordColumn>& columns, std::optional<std::size_t> kind_column) {
    Draft draft;
    draft.kind = kind;
    draft.spelling = Spelling::table;
    draft.head = tape_.span_of(tape_.nodes[row]);
    draft.visibility = block.region.empty() ? body_.visibility : block.region;
    draft.in_region = !block.region.empty();
    draft.fields.reserve(columns.size());
    const uint32_t end = row + tape_.nodes[row].size;
    bool set = false;
    bool leftover = false;
    std::size_t column = 0;
    const std::size_t of_kind = kind_column.value_or(columns.size());
    for (uint32_t cell = row + 1; cell < end && column < columns.size();
         cell += tape_.nodes[cell].size, ++column) {
      const RecordColumn& head = columns[column];
      if (column == of_kind) continue;
      DraftField field;
      field.key = head.header.text;
      field.key_span = head.header.span;
      field.field = head.field;
      field.hint = label_hint(head.header.text);
      field.severity = Severity::warning;
      // One note a column is enough.
      field.silent = head.header.text.empty() || noted_[column];
      field.part = {&tape_, body_.tape_index, children(tape_, cell)};
      field.written = written_slice(work_, tape_, field.part.slice);
      if (field.written.text.empty()) continue;
      if (field.field == kNoField) noted_[column] = true;
      const bool id = head.field != kNoField && kinds_.field(head.field).role == Role::id;
      if (!id && !is_nothing(kind, head.field, field)) set = true;
      leftover |= unset_word(field.written.text) == Unset::leftover;
      if (head.second != kNoField)
        add_pair(draft, field, head.second);
      else
        draft.fields.push_back(field);
    }
    if (!set) return leftover ? Row::leftover : Row::empty;
    add_record(work_, draft);
    return Row::record;
  }

  // Unset whatever the column, or a choice that a template left.
  bool is_nothing(KindId kind, FieldId id, const DraftField& field) const {
    if (is_unset(work_, field)) {
      // `[ ]` in a status column is a value.
      return !field.written.text.starts_with("[ ]") && !field.written.text.starts_with("[x]");
    }
    if (id == kNoField) return false;
    const Field& f = kinds_.field(id);
    return is_unmade_choice(field.written.text, [&](std::string_view word) {
      switch (f.type) {
        case ValueType::status:
          return kinds_.find_status(kind, word) != kNoStatus ||
                 kinds_.find_health(word) != Health::none;
        case ValueType::level:
          return kinds_.find_level(word) != 0;
        case ValueType::choice:
          return kinds_.find_choice(id, word).has_value();
        default:
          return false;
      }
    });
  }

  // `Medium / High` under `Likelihood / Impact`: one part each, or all of it to the first.
  void add_pair(Draft& draft, DraftField field, FieldId second) const {
    const std::size_t slash = field.written.text.find_first_of("/;");
    const bool pair = slash != std::string_view::npos &&
                      field.written.text.find_first_of("/;", slash + 1) == std::string_view::npos;
    if (!pair) {
      draft.fields.push_back(field);
      return;
    }
    const Written whole = field.written;
    field.part = {};
    field.written = trimmed(piece(whole, 0, slash));
    draft.fields.push_back(field);
    field.field = second;
    field.written = trimmed(piece(whole, slash + 1, std::string_view::npos));
    draft.fields.push_back(field);
  }

  void say_no_fit(const RecordTable& table, KindId kind, bool by_heading) {
    std::string message = "the table is shown as it is: ";
    std::string help;
    if (kind == kNoKind) {
      message += "nothing says what kind of record its rows are";
      help =
          "put it under a heading that names a kind (`## Risks`), or say the kind of the file in "
          "`records:` of program.yaml";
    } else {
      const Kind& k = kinds_.kind(kind);
      message += fmt::format("its headers do not fit a {}{}", k.name,
                             by_heading ? ", which its heading names" : "");
      help = fmt::format(
          "a table of {} has a column for the title (`{}`) or the id, and one more "
          "field",
          k.plural, k.label);
    }
    say_not_read(tape_.span_of(tape_.nodes[table.node + 1]), std::move(message), std::move(help));
  }

  void say_not_read(Span span, std::string message, std::string help) {
    work_.sink.report(
        {code::table_not_read, Severity::note, span, std::move(message), std::move(help), {}});
  }

  FileWork& work_;
  const Kinds& kinds_;
  const BodyContext& body_;
  const Tape& tape_;
  std::vector<bool> noted_;  // by column: its unknown header was noted
};

}  // namespace

KindId kind_of_headings(const Kinds& kinds, const BodyBlocks& blocks, uint32_t heading,
                        uint32_t* found) {
  for (; heading != kNoHeading; heading = blocks.headings[heading].parent) {
    const KindId kind = kinds.kind_of_heading(blocks.headings[heading].text);
    if (kind == kNoKind) continue;
    if (found != nullptr) *found = heading;
    return kind;
  }
  return kNoKind;
}

void shape_tables(FileWork& work, const BodyContext& body) {
  if (!body.coverage.covered) return;
  TableReader(work, body).read();
}

bool has_fitting_table(const FileWork& work, const BodyContext& body, KindId kind) {
  const Kinds& kinds = work.facts.kinds;
  return std::any_of(
      body.blocks.blocks.begin(), body.blocks.blocks.end(), [&](const BodyBlock& block) {
        if (body.tape.nodes[block.node].kind != NodeKind::table) return false;
        const RecordTable table = table_of(work, body.tape, block.node);
        const KindId named = kind_of_headings(kinds, body.blocks, block.heading);
        return fit_of(kinds, match_columns(kinds, named == kNoKind ? kind : named, table)).fits;
      });
}

}  // namespace milepost
