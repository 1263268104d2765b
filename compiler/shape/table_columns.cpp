// Matches headers with fields.
#include "shape/table_columns.h"

#include <algorithm>

#include "shape/body_blocks.h"
#include "text/words.h"

namespace milepost {
RecordTable table_of(const FileWork& work, const Tape& tape, uint32_t node) {
  RecordTable table{node, {}};
  const uint32_t row = node + 1;
  if (row >= node + tape.nodes[node].size) return table;
  const uint32_t end = row + tape.nodes[row].size;
  for (uint32_t cell = row + 1; cell < end; cell += tape.nodes[cell].size) {
    table.headers.push_back(without_emphasis(written_slice(work, tape, children(tape, cell))));
  }
  return table;
}

std::vector<RecordColumn> match_columns(const Kinds& kinds, KindId kind, const RecordTable& table) {
  std::vector<RecordColumn> columns;
  for (const Written& header : table.headers) {
    RecordColumn column{header, kNoField, kNoField};
    if (!header.text.empty()) column.field = kinds.find_field(kind, header.text);
    const std::size_t slash = header.text.find('/');
    if (column.field == kNoField && slash != std::string_view::npos) {
      column.field = kinds.find_field(kind, header.text.substr(0, slash));
      const FieldId second = kinds.find_field(kind, header.text.substr(slash + 1));
      if (column.field == kNoField)
        column.field = second;
      else if (second != column.field)
        column.second = second;
    }
    columns.push_back(column);
  }
  const auto is_used = [&](FieldId id) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const RecordColumn& c) { return c.field == id; });
  };
  const std::string own = normalize_label(kinds.kind(kind).name);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].field == kNoField) continue;
    for (std::size_t j = i + 1; j < columns.size(); ++j) {
      if (columns[j].field != columns[i].field) continue;
      const Field& field = kinds.field(columns[i].field);
      const auto says_name = [&](const RecordColumn& c) {
        const std::string key = normalize_label(c.header.text);
        return key == normalize_label(field.label) || (field.role == Role::title && key == own);
      };
      RecordColumn& loser =
          says_name(columns[j]) && !says_name(columns[i]) ? columns[i] : columns[j];
      FieldId other = kNoField;
      if (field.role == Role::title) {
        other = kinds.field_of(kind, Role::summary);
        if (other != kNoField && is_used(other)) other = kNoField;
      }
      loser.field = other;
      if (columns[i].field == kNoField) break;
    }
  }
  for (RecordColumn& column : columns) {
    if (column.second != kNoField && is_used(column.second)) column.second = kNoField;
  }
  return columns;
}

TableFit fit_of(const Kinds& kinds, const std::vector<RecordColumn>& columns) {
  TableFit fit;
  bool named = false;
  for (const RecordColumn& column : columns) {
    if (column.field == kNoField) continue;
    ++fit.matched;
    const Field& field = kinds.field(column.field);
    named |= field.role == Role::title || field.role == Role::id || field.title_like;
  }
  fit.fits = named && fit.matched >= 2;
  return fit;
}

}  // namespace milepost
