// Lays a Markdown tree against its text: blocks by their lines, inlines character by character.
#include "parse/markdown_places.h"

#include <algorithm>
#include <string>

#include "markup/tape.h"
#include "parse/markdown_inline_match.h"
#include "text/ascii.h"

namespace milepost {
namespace {

bool has_inlines(MarkKind kind) {
  return kind == MarkKind::paragraph || kind == MarkKind::heading || kind == MarkKind::table_cell;
}

bool is_container(MarkKind kind) {
  return kind == MarkKind::document || kind == MarkKind::block_quote || kind == MarkKind::list ||
         kind == MarkKind::item || kind == MarkKind::footnote || kind == MarkKind::table ||
         kind == MarkKind::table_row;
}

class Finder {
 public:
  Finder(std::string_view text, const MarkTree& tree, MarkPlaces& places)
      : text_(text), tree_(tree), places_(places) {}

  void run() {
    const std::size_t count = tree_.nodes.size();
    places_.begin.assign(count, 0);
    places_.end.assign(count, 0);
    places_.parents.assign(count, 0);
    places_.jumps.clear();
    places_.lost_cells.clear();
    places_.unplaced_blocks = 0;
    find_lines();
    struct Open {
      uint32_t end = 0;
      uint32_t node = 0;
      bool quote = false;
    };
    std::vector<Open> open;
    for (uint32_t i = 0; i < count;) {
      const MarkNode& node = tree_.nodes[i];
      while (!open.empty() && i >= open.back().end) {
        if (open.back().quote) --quotes_;
        open.pop_back();
      }
      places_.parents[i] = open.empty() ? 0 : open.back().node;
      place_block(i);
      if (has_inlines(node.kind)) {
        i += node.size;
        continue;
      }
      const bool quote = node.kind == MarkKind::block_quote;
      if (quote) ++quotes_;
      open.push_back({i + node.size, i, quote});
      ++i;
    }
    spread_ends();
  }

 private:
  void find_lines() {
    std::vector<uint32_t>& lines = places_.lines;
    lines.clear();
    lines.push_back(0);
    const bool has_cr = text_.find('\r') != std::string_view::npos;
    for (std::size_t at = 0; at < text_.size();) {
      at = has_cr ? text_.find_first_of("\r\n", at) : text_.find('\n', at);
      if (at == std::string_view::npos) break;
      if (text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n') ++at;
      ++at;
      lines.push_back(static_cast<uint32_t>(at));
    }
    if (lines.back() != text_.size()) lines.push_back(static_cast<uint32_t>(text_.size()));
  }

  // Lines count from 1.
  bool is_line(uint32_t line) const { return line >= 1 && line < places_.lines.size(); }
  uint32_t line_begin(uint32_t line) const {
    return is_line(line) ? places_.lines[line - 1] : static_cast<uint32_t>(text_.size());
  }
  uint32_t line_end(uint32_t line) const {
    uint32_t end = is_line(line) ? places_.lines[line] : static_cast<uint32_t>(text_.size());
    while (end > line_begin(line) && is_ascii_space(text_[end - 1])) --end;
    return end;
  }
  uint32_t offset(uint32_t line, uint32_t column) const {
    if (!is_line(line) || column == 0) return line_begin(line);
    return std::min(line_begin(line) + column - 1, places_.lines[line]);
  }

  // Where the content of a continued line begins: behind white space and the marks of block quotes.
  uint32_t continued(uint32_t line) const {
    uint32_t at = line_begin(line);
    const uint32_t end = line_end(line);
    uint32_t quotes = quotes_;
    for (;;) {
      while (at < end && is_ascii_blank(text_[at])) ++at;
      if (quotes == 0 || at >= end || text_[at] != '>') return at;
      ++at;
      --quotes;
    }
  }

  void place_block(uint32_t i) {
    const MarkNode& node = tree_.nodes[i];
    switch (node.kind) {
      case MarkKind::document:
        set(i, 0, static_cast<uint32_t>(text_.size()));
        break;
      case MarkKind::paragraph:
        place_paragraph(i);
        break;
      case MarkKind::heading:
        place_heading(i);
        break;
      case MarkKind::table:
        place_table(i);
        break;
      case MarkKind::table_row:
        place_row(i);
        break;
      case MarkKind::table_cell:
        place_cell(i);
        break;
      case MarkKind::footnote:
        place_footnote(i);
        break;
      case MarkKind::code_block:
      case MarkKind::html_block:
      case MarkKind::thematic_break:
        place_literal(i);
        break;
      default: {
        // A container: its end comes from what it holds.
        const uint32_t begin = offset(node.line, node.column);
        set(i, begin, node.size == 1 ? std::max(begin, line_end(node.line)) : begin);
        break;
      }
    }
  }

  void set(uint32_t i, uint32_t begin, uint32_t end) {
    places_.begin[i] = begin;
    places_.end[i] = std::max(begin, end);
  }

  void place_literal(uint32_t i) {
    const MarkNode& node = tree_.nodes[i];
    const uint32_t begin = offset(node.line, node.column);
    uint32_t last = node.end_line;
    if (node.end_column == 0 && last > node.line) --last;
    if (node.kind == MarkKind::thematic_break || last < node.line) last = node.line;
    // An indented block's column is that of its text.
    set(i, begin, std::max(begin, line_end(last)));
  }

  void place_paragraph(uint32_t i) {
    const MarkNode& node = tree_.nodes[i];
    uint32_t first = node.line;
    uint32_t column = node.column;
    uint32_t last = node.end_line;
    if (first == 0) {
      // The lines above a table's head, which cmark cuts off without a place.
      const uint32_t next = i + node.size;
      if (next >= tree_.nodes.size() || tree_.nodes[next].kind != MarkKind::table) return;
      first = tree_.nodes[next].line;
      column = tree_.nodes[next].column;
      last = head_line(next) - 1;
    }
    if (!is_line(first)) return;
    last = std::max(last, first);
    start_content();
    add_line(offset(first, column), first);
    for (uint32_t line = first + 1; line <= last; ++line) add_line(continued(line), line);
    set(i, offset(first, column), line_end(last));
    place_inlines(i, true);
  }

  void place_heading(uint32_t i) {
    const MarkNode& node = tree_.nodes[i];
    const uint32_t begin = offset(node.line, node.column);
    start_content();
    if (begin < text_.size() && text_[begin] == '#') {
      uint32_t at = begin;
      while (at < text_.size() && text_[at] == '#') ++at;
      while (at < line_end(node.line) && is_ascii_blank(text_[at])) ++at;
      add_line(at, node.line);
      set(i, begin, line_end(node.line));
    } else {
      const uint32_t last = std::max(node.line, node.end_line);
      add_line(begin, node.line);
      for (uint32_t line = node.line + 1; line < last; ++line) add_line(continued(line), line);
      set(i, begin, line_end(last));
    }
    place_inlines(i, true);
  }

  void place_footnote(uint32_t i) {
    const MarkNode& node = tree_.nodes[i];
    uint32_t begin = offset(node.line, node.column);
    // cmark's column is that of the text behind the label.
    const std::string_view before =
        text_.substr(line_begin(node.line), begin - line_begin(node.line));
    const std::size_t label = before.rfind("[^");
    if (label != std::string_view::npos) {
      begin = line_begin(node.line) + static_cast<uint32_t>(label);
    }
    set(i, begin, node.size == 1 ? line_end(node.line) : begin);
  }

  bool is_delimiter_row(uint32_t line) const {
    if (!is_line(line)) return false;
    const uint32_t begin = continued(line);
    const std::string_view row =
        text_.substr(begin, line_end(line) - std::min(begin, line_end(line)));
    return row.find('-') != std::string_view::npos &&
           row.find_first_not_of("|-: \t\v\f") == std::string_view::npos;
  }

  uint32_t head_line(uint32_t table) const {
    const MarkNode& node = tree_.nodes[table];
    const uint32_t head = table + 1;
    const uint32_t body = head < tree_.nodes.size() ? head + tree_.nodes[head].size : head;
    if (body < table + node.size && tree_.nodes[body].line > 2 &&
        is_delimiter_row(tree_.nodes[body].line - 1)) {
      return tree_.nodes[body].line - 2;
    }
    for (uint32_t line = std::max(node.end_line, node.line + 1); line > node.line; --line) {
      if (is_delimiter_row(line)) return line - 1;
    }
    return node.line;
  }

  void place_table(uint32_t i) {
    head_line_ = head_line(i);
    const MarkNode& node = tree_.nodes[i];
    const uint32_t begin =
        head_line_ == node.line ? offset(node.line, node.column) : continued(head_line_);
    table_begin_ = begin;
    set(i, begin, begin);
  }

  void place_row(uint32_t i) {
    const MarkNode& node = tree_.nodes[i];
    const bool head = (node.flags & kHead) != 0;
    const uint32_t line = head ? head_line_ : node.line;
    const uint32_t begin = head ? table_begin_ : continued(line);
    const uint32_t end = std::max(begin, line_end(line));
    set(i, begin, end);
    cell_ = begin;
    row_end_ = end;
    if (cell_ < end && text_[cell_] == '|') ++cell_;
  }

  // Cells are split where the library splits them: at every `|` without a backslash before it.
  void place_cell(uint32_t i) {
    uint32_t end = cell_;
    while (end < row_end_ && (text_[end] != '|' || (end > cell_ && text_[end - 1] == '\\'))) ++end;
    const bool missing = cell_ >= row_end_;
    uint32_t first = cell_;
    uint32_t last = end;
    cell_ = std::min(end + 1, row_end_);
    const uint32_t row = places_.parents[i];
    if (i + tree_.nodes[i].size == row + tree_.nodes[row].size) find_lost_cells(row);
    while (first < last && is_ascii_space(text_[first])) ++first;
    while (last > first && is_ascii_space(text_[last - 1])) --last;
    if (first == last) {
      // Nothing in it: where something would be written.
      const uint32_t at =
          missing ? row_end_ : std::min(places_.begin[i - 1] < end ? end : end, end);
      set(i, at, at);
      return;
    }
    set(i, first, last);
    start_content();
    uint32_t from = first;
    for (uint32_t at = first; at + 1 < last; ++at) {
      if (text_[at] != '\\' || text_[at + 1] != '|') continue;
      add_piece(from, at);
      from = at + 1;
    }
    add_piece(from, last);
    place_inlines(i, false);
  }

  // Cells beyond the head's are not in the tree.
  void find_lost_cells(uint32_t row) {
    const std::string_view rest = trim_right(text_.substr(cell_, row_end_ - cell_));
    const std::size_t first = rest.find_first_not_of(" \t|");
    if (first == std::string_view::npos) return;
    places_.lost_cells.push_back(
        {row, cell_ + static_cast<uint32_t>(first), cell_ + static_cast<uint32_t>(rest.size())});
  }

  void start_content() {
    content_.text.clear();
    content_.pieces.clear();
  }
  void add_piece(uint32_t begin, uint32_t end) {
    content_.pieces.push_back({static_cast<uint32_t>(content_.text.size()), begin});
    content_.text += text_.substr(begin, end - begin);
  }
  void add_line(uint32_t begin, uint32_t line) {
    const uint32_t end = is_line(line) ? places_.lines[line] : begin;
    if (end > begin) {
      add_piece(begin, end);
    } else {
      content_.pieces.push_back({static_cast<uint32_t>(content_.text.size()), begin});
      content_.text += '\n';
    }
  }

  void place_inlines(uint32_t block, bool may_have_definitions) {
    const uint32_t first = block + 1;
    const uint32_t end = block + tree_.nodes[block].size;
    if (first == end) return;
    for (uint32_t i = first; i < end; ++i) set(i, places_.begin[block], places_.end[block]);
    set_parents(block);
    if (match_inlines(tree_, first, end, content_, 0, places_)) return;
    // Link definitions at the start of the block are not in the tree.
    if (may_have_definitions && content_.text.starts_with('[')) {
      for (std::size_t line = 1; line < content_.pieces.size(); ++line) {
        const uint32_t at = content_.pieces[line].content;
        if (match_inlines(tree_, first, end, content_, at, places_)) {
          places_.begin[block] = content_.pieces[line].source;
          return;
        }
      }
    }
    ++places_.unplaced_blocks;
    for (uint32_t i = first; i < end; ++i) set(i, places_.begin[block], places_.end[block]);
  }

  void set_parents(uint32_t block) {
    open_inlines_.clear();
    for (uint32_t i = block + 1; i < block + tree_.nodes[block].size; ++i) {
      while (!open_inlines_.empty() &&
             i >= open_inlines_.back() + tree_.nodes[open_inlines_.back()].size) {
        open_inlines_.pop_back();
      }
      places_.parents[i] = open_inlines_.empty() ? block : open_inlines_.back();
      if (tree_.nodes[i].size > 1) open_inlines_.push_back(i);
    }
  }

  // Containers end where the last thing in them ends, and begin no later than the first.
  void spread_ends() {
    for (std::size_t k = tree_.nodes.size(); k-- > 1;) {
      const uint32_t i = static_cast<uint32_t>(k);
      const uint32_t parent = places_.parents[i];
      if (!is_container(tree_.nodes[parent].kind)) continue;
      // Footnotes stand at the document's end wherever they were written.
      places_.end[parent] = std::max(places_.end[parent], places_.end[i]);
      if (places_.begin[i] < places_.begin[parent]) places_.begin[parent] = places_.begin[i];
    }
  }

  std::string_view text_;
  const MarkTree& tree_;
  MarkPlaces& places_;
  MarkContent content_;
  std::vector<uint32_t> open_inlines_;
  uint32_t quotes_ = 0;
  uint32_t head_line_ = 0;
  uint32_t table_begin_ = 0;
  uint32_t cell_ = 0;
  uint32_t row_end_ = 0;
};

}  // namespace

void find_mark_places(std::string_view text, const MarkTree& tree, MarkPlaces& places) {
  Finder(text, tree, places).run();
}

}  // namespace milepost
