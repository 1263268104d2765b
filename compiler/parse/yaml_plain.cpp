// The block structure of plain YAML: a stack of open collections, one step a line.
#include "parse/yaml_plain.h"

#include <algorithm>
#include <utility>

#include "parse/codes.h"
#include "text/ascii.h"

namespace milepost {

PlainYamlReader::PlainYamlReader(std::string_view text, FileId file, uint32_t offset,
                                 const YamlOptions& options, YamlTree& tree)
    : text_(text), file_(file), offset_(offset), options_(options), tree_(tree) {}

bool PlainYamlReader::fail(YamlMistake mistake) {
  mistake_ = std::move(mistake);
  return false;
}

bool PlainYamlReader::unusual() {
  mistake_.code = 0;
  return false;
}

PlainEnd PlainYamlReader::run() {
  frames_.reserve(8);
  frames_.push_back({});
  has_tab_ = text_.find('\t') != std::string_view::npos;
  const std::size_t cr = text_.find('\r');
  if (cr != std::string_view::npos) {
    for (std::size_t i = cr; i < text_.size(); ++i) {
      // A lone CR ends a line for YAML; few files have any, and yaml-cpp can have those.
      if (text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n')) {
        return PlainEnd::unusual;
      }
    }
  }
  const bool whole = read_lines();
  if (!whole) close_early();
  while (frames_.size() > 1) close_block();
  if (whole) return PlainEnd::done;
  return mistake_.code == 0 ? PlainEnd::unusual : PlainEnd::mistake;
}

// A tree cut short is a tree: what is open ends, and a key without its value gets an empty one.
void PlainYamlReader::close_early() {
  const auto end_here = [this](uint32_t node) {
    tree_.nodes[node].size = static_cast<uint32_t>(tree_.nodes.size()) - node;
    if (tree_.nodes[node].kind != YamlKind::mapping) return;
    bool is_key = true;
    uint32_t last = node;
    for (uint32_t i = node + 1; i < tree_.nodes.size(); i = tree_.after(i)) {
      last = i;
      is_key = !is_key;
    }
    if (is_key) return;
    YamlNode missing;
    missing.span = tree_.nodes[last].span;
    missing.span.begin = missing.span.end;
    tree_.nodes.push_back(missing);
    ++tree_.nodes[node].size;
  };
  for (std::size_t i = flow_.size(); i-- > 0;) {
    end_here(flow_[i]);
    tree_.nodes[flow_[i]].span.end = std::max(tree_.nodes[flow_[i]].span.end, offset_ + last_end_);
  }
  while (frames_.size() > 1) {
    const uint32_t node = frames_.back().node;
    fill_waiting();
    end_here(node);
    close_block();
  }
}

void PlainYamlReader::set_line(uint32_t begin) {
  const std::size_t newline = text_.find('\n', begin);
  if (newline == std::string_view::npos) {
    line_end_ = next_ = static_cast<uint32_t>(text_.size());
  } else {
    line_end_ = static_cast<uint32_t>(newline);
    next_ = line_end_ + 1;
  }
  if (line_end_ > begin && text_[line_end_ - 1] == '\r') --line_end_;
}

bool PlainYamlReader::read_lines() {
  const uint32_t size = static_cast<uint32_t>(text_.size());
  for (uint32_t line = 0; line < size; line = next_) {
    set_line(line);
    const uint32_t first = skip_spaces(line);
    if (first == line_end_ || text_[first] == '#') continue;
    if (has_tab_ && slice(first, line_end_).find('\t') != std::string_view::npos) {
      if (trim(slice(first, line_end_)).empty()) continue;
      if (text_[first] == '\t') return bad_tab(line, first);
      return unusual();
    }
    if (first == line && line_end_ - line >= 3) {
      const std::string_view mark = slice(line, line + 3);
      if ((mark == "---" || mark == "...") && blank_at(line + 3)) {
        if (!read_marker(line)) return false;
        continue;
      }
    }
    if (has_ended_) {
      YamlMistake second =
          fatal_mistake(parse_code::second_document, first, line_end_,
                        "there is more after the document's end (`...`)",
                        "remove the `...` line, or move this to a file of its own");
      second.edits = {{line, size, {}}};
      return fail(std::move(second));
    }
    if (text_[first] == '%' && first == line && !has_content_ && !has_marker_) return unusual();
    has_content_ = true;
    if (!read_entry(first, static_cast<int32_t>(first - line))) return false;
  }
  return true;
}

bool PlainYamlReader::read_marker(uint32_t at) {
  const bool is_end = text_[at] == '.';
  if (!at_end_or_comment(skip_spaces(at + 3))) return unusual();
  if (is_end) {
    has_ended_ = true;
    return true;
  }
  if (!has_content_ && !has_marker_ && !has_ended_) {
    has_marker_ = true;
    return true;
  }
  // A marker with nothing behind it starts a document that is not there.
  if (trim(text_.substr(next_)).empty()) {
    next_ = static_cast<uint32_t>(text_.size());
    return true;
  }
  YamlMistake second =
      fatal_mistake(parse_code::second_document, at, at + 3,
                    "a second YAML document starts here; only the first is read",
                    "put it in a file of its own, or remove the `---` to make it one document");
  second.edits = {{at, static_cast<uint32_t>(text_.size()), {}}};
  return fail(std::move(second));
}

bool PlainYamlReader::bad_tab(uint32_t line, uint32_t tab) {
  Key key;
  const uint32_t first =
      static_cast<uint32_t>(std::min<std::size_t>(text_.find_first_not_of(" \t", tab), line_end_));
  const bool structure = is_dash(first) || scan_key(first, key) == Scan::found;
  if (!structure && !frames_.back().waiting) return unusual();
  YamlMistake mistake;
  mistake.code = parse_code::tab_indent;
  mistake.begin = line;
  mistake.end = first;
  mistake.message = "the line is indented with a tab, which YAML does not allow";
  mistake.help = "use spaces, two for each level";
  // All lines that follow and have the same fault are mended with it.
  for (uint32_t at = line; at < text_.size();) {
    const std::size_t newline = std::min(text_.find('\n', at), text_.size());
    const uint32_t content =
        static_cast<uint32_t>(std::min(text_.find_first_not_of(" \t", at), newline));
    const std::string_view indent = slice(at, content);
    if (content < newline && indent.find('\t') == std::string_view::npos) break;
    std::string spaces;
    for (const char c : indent) spaces += c == '\t' ? "  " : " ";
    mistake.edits.push_back({at, content, std::move(spaces)});
    at = static_cast<uint32_t>(newline) + 1;
  }
  return fail(std::move(mistake));
}

bool PlainYamlReader::is_dash(uint32_t pos) const {
  return pos < line_end_ && text_[pos] == '-' && blank_at(pos + 1);
}

bool PlainYamlReader::read_entry(uint32_t pos, int32_t indent) {
  int32_t popped = -1;
  while (frames_.back().indent > indent) {
    popped = frames_.back().indent;
    close_block();
  }
  if (!is_dash(pos) && frames_.size() >= 2) {
    // In "a:\n- b\nc: d" the list and the mapping around it stand at the same column.
    const Frame& top = frames_.back();
    const Frame& outer = frames_[frames_.size() - 2];
    if (!top.is_mapping && top.indent == indent && outer.is_mapping && outer.indent == indent) {
      close_block();
    }
  }
  if (frames_.back().indent < indent && !frames_.back().waiting) {
    return read_deeper(pos, indent, popped);
  }
  int32_t column = indent;
  while (is_dash(pos)) {
    if (!open_item(pos, column)) return false;
    const uint32_t content = skip_spaces(pos + 1);
    if (at_end_or_comment(content)) return true;
    column += static_cast<int32_t>(content - pos);
    pos = content;
  }
  Key key;
  switch (scan_key(pos, key)) {
    case Scan::found:
      return read_pair(key, column);
    case Scan::none:
      return read_lone_value(pos, column);
    case Scan::stop:
      break;
  }
  return false;
}

bool PlainYamlReader::open_item(uint32_t pos, int32_t column) {
  const Frame& top = frames_.back();
  if (!top.is_mapping && top.indent == column) {
    fill_waiting();
  } else if (top.waiting && (column > top.indent || (top.is_mapping && column == top.indent))) {
    if (!open_block(YamlKind::sequence, pos, column)) return false;
  } else {
    return fail(left_out(text_, parse_code::stray_content, pos, line_end_,
                         "a list item stands among `key: value` lines",
                         "give the list a key and indent it, or remove the `-`"));
  }
  Frame& sequence = frames_.back();
  sequence.waiting = true;
  sequence.value_at = pos + 1;
  return true;
}

bool PlainYamlReader::read_pair(const Key& key, int32_t column) {
  const Frame& top = frames_.back();
  if (top.is_mapping && top.indent == column) {
    fill_waiting();
  } else if (top.waiting && column > top.indent) {
    if (!open_block(YamlKind::mapping, key.begin, column)) return false;
  } else {
    return fail(
        left_out(text_, parse_code::stray_content, key.begin, key.end,
                 excerpt(slice(key.begin, key.end)) + " stands beside list items, not inside one",
                 "indent it under the `-` it belongs to, or give the list a key of its own"));
  }
  const char first = text_[key.begin];
  if (first == '"' || first == '\'') {
    Quoted quoted;
    if (!scan_quoted(key.begin, column, quoted) || !push_quoted(key.begin, quoted)) return false;
  } else {
    const std::string_view name = slice(key.begin, key.end);
    if (name == "<<") return unusual();
    if (!push_node(YamlKind::scalar, YamlStyle::plain, key.begin, key.end, name)) return false;
  }
  const uint32_t value = skip_spaces(key.after);
  if (at_end_or_comment(value)) {
    frames_.back().waiting = true;
    frames_.back().value_at = key.end;
    last_was_plain_ = false;
    return true;
  }
  frames_.back().waiting = false;
  return read_value(value, column);
}

bool PlainYamlReader::read_lone_value(uint32_t pos, int32_t column) {
  Frame& top = frames_.back();
  if (top.waiting && column > top.indent) {
    top.waiting = false;
    return read_value(pos, top.indent);
  }
  const uint32_t end = value_end(pos);
  const std::string_view value = slice(pos, end);
  const std::size_t colon = value.find(':');
  if (top.is_mapping && colon != std::string_view::npos && colon > 0 &&
      !value.substr(colon).starts_with("://")) {
    return missing_space(pos, end, colon);
  }
  return fail(
      left_out(text_, parse_code::stray_content, pos, end,
               excerpt(value) + " is neither `key: value` nor a list item",
               "give it a key, or, if it belongs to the line above, quote the whole value"));
}

// `title:Foo`, whose colon is `colon` bytes into [begin, end).
bool PlainYamlReader::missing_space(uint32_t begin, uint32_t end, std::size_t colon) {
  const std::string_view value = slice(begin, end);
  const uint32_t after = begin + static_cast<uint32_t>(colon) + 1;
  YamlMistake mistake;
  mistake.code = parse_code::yaml_syntax;
  mistake.begin = begin;
  mistake.end = end;
  mistake.message = "a space is missing after the `:`";
  mistake.help = "write `" + std::string(value.substr(0, colon + 1)) + " " +
                 std::string(value.substr(colon + 1)) + "`";
  mistake.edits = {{after, after, " "}};
  return fail(std::move(mistake));
}

bool PlainYamlReader::read_deeper(uint32_t pos, int32_t indent, int32_t popped) {
  Key key;
  const bool dash = is_dash(pos);
  const Scan scan = dash ? Scan::none : scan_key(pos, key);
  if (scan == Scan::stop) return false;
  const Frame& top = frames_.back();
  if (!dash && scan == Scan::none) {
    if (last_was_plain_ && popped < 0) return unusual();  // text over several lines
    const uint32_t end = value_end(pos);
    return fail(left_out(text_, parse_code::stray_content, pos, end,
                         excerpt(slice(pos, end)) + " follows a value that is already complete",
                         "put the whole value in quotes, or remove this line"));
  }
  if (top.indent < 0) {
    // The document began with text that is no pair: its colon or its space is missing.
    const std::string_view value = slice(last_begin_, last_end_);
    const std::size_t colon = value.find(':');
    if (last_was_plain_ && colon != std::string_view::npos && colon > 0) {
      return missing_space(last_begin_, last_end_, colon);
    }
    return fail(left_out(text_, parse_code::stray_content, last_begin_, last_end_,
                         excerpt(value) + " is neither `key: value` nor a list item",
                         "give it a key, or remove it"));
  }
  const int32_t wanted = popped >= 0 ? popped : top.indent;
  YamlMistake mistake;
  mistake.code = parse_code::bad_indent;
  const uint32_t line = pos - static_cast<uint32_t>(indent);
  mistake.begin = pos;
  mistake.end = dash ? pos + 1 : key.end;
  if (popped >= 0) {
    mistake.message = "the indentation of this line matches none above it";
  } else if (dash) {
    mistake.message = "this list stands below a key that already has a value";
  } else {
    mistake.message =
        excerpt(slice(key.begin, key.end)) + " is indented below a key that already has a value";
  }
  if (dash && popped < 0) {
    YamlMistake drop = left_out(text_, mistake.code, pos, pos + 1, mistake.message,
                                "remove the value after the key, or write all of it as a list");
    // Its siblings go with it, or each of them would be reported again.
    uint32_t& drop_end = drop.edits[0].end;
    const uint32_t width = static_cast<uint32_t>(indent);
    while (drop_end + width < text_.size() && text_.substr(drop_end + width).starts_with("- ") &&
           trim(slice(drop_end, drop_end + width)).empty()) {
      drop_end = left_out(text_, 0, drop_end + width, drop_end, {}, {}).edits[0].end;
    }
    return fail(std::move(drop));
  }
  mistake.help = wanted == 0 ? "do not indent it"
                             : "indent it by " + std::to_string(wanted) +
                                   (wanted == 1 ? " space" : " spaces") + " like its neighbours";
  // The whole run of lines that is indented like this one moves with it.
  const std::string spaces(static_cast<std::size_t>(wanted), ' ');
  for (uint32_t at = line; at < text_.size();) {
    const std::size_t end = std::min(text_.find('\n', at), text_.size() - 1) + 1;
    const std::size_t content = std::min(text_.find_first_not_of(' ', at), end);
    const bool blank = trim(slice(at, static_cast<uint32_t>(end))).empty();
    if (!blank && content - at < static_cast<std::size_t>(indent)) break;
    if (!blank) mistake.edits.push_back({at, at + static_cast<uint32_t>(indent), spaces});
    at = static_cast<uint32_t>(end);
  }
  return fail(std::move(mistake));
}

bool PlainYamlReader::open_block(YamlKind kind, uint32_t pos, int32_t column) {
  if (frames_.size() > options_.max_depth) {
    return fail(fatal_mistake(parse_code::too_deep, pos, line_end_,
                              "this is nested deeper than " + std::to_string(options_.max_depth) +
                                  " levels; what follows is not read",
                              "records need few levels: give the inner part an id and a list of "
                              "its own"));
  }
  frames_.back().waiting = false;
  Frame frame;
  frame.node = static_cast<uint32_t>(tree_.nodes.size());
  frame.indent = column;
  frame.is_mapping = kind == YamlKind::mapping;
  frame.waiting = false;
  if (!push_node(kind, YamlStyle::plain, pos, pos, {})) return false;
  frames_.push_back(frame);
  return true;
}

void PlainYamlReader::fill_waiting() {
  Frame& top = frames_.back();
  if (!top.waiting) return;
  top.waiting = false;
  YamlNode node;
  node.span = Span{file_, offset_ + top.value_at, offset_ + top.value_at};
  tree_.nodes.push_back(node);
  last_end_ = top.value_at;
}

void PlainYamlReader::close_block() {
  fill_waiting();
  const Frame& top = frames_.back();
  YamlNode& node = tree_.nodes[top.node];
  node.size = static_cast<uint32_t>(tree_.nodes.size()) - top.node;
  node.span.end = offset_ + last_end_;
  frames_.pop_back();
}

PlainYamlReader::Scan PlainYamlReader::scan_key(uint32_t pos, Key& key) {
  const char first = text_[pos];
  if (first == '"' || first == '\'') {
    uint32_t end = pos + 1;
    while (end < line_end_ && text_[end] != first) {
      end += first == '"' && text_[end] == '\\' ? 2 : 1;
    }
    while (first == '\'' && end + 1 < line_end_ && text_[end] == '\'' && text_[end + 1] == '\'') {
      end += 2;
      while (end < line_end_ && text_[end] != '\'') ++end;
    }
    if (end >= line_end_) return Scan::none;
    const uint32_t colon = skip_spaces(end + 1);
    if (colon >= line_end_ || text_[colon] != ':' || !blank_at(colon + 1)) return Scan::none;
    key = {pos, end + 1, colon + 1};
    return Scan::found;
  }
  if (first == '?' && blank_at(pos + 1)) {
    YamlMistake mistake = left_out(
        text_, parse_code::complex_key, pos, line_end_,
        "`? ` starts a key that is no plain text, which records do not have", "write `key: value`");
    // Its value on the next line goes with it.
    uint32_t& end = mistake.edits[0].end;
    const uint32_t width = pos - line_begin_of(text_, pos);
    if (end + width < text_.size() && text_[end + width] == ':' &&
        trim(slice(end, end + width)).empty()) {
      end = left_out(text_, 0, end + width, end, {}, {}).edits[0].end;
    }
    fail(std::move(mistake));
    return Scan::stop;
  }
  uint32_t colon = pos;
  for (;; ++colon) {
    const std::size_t found = slice(colon, line_end_).find(':');
    if (found == std::string_view::npos) return Scan::none;
    colon += static_cast<uint32_t>(found);
    if (blank_at(colon + 1)) break;
  }
  const std::size_t hash = slice(pos, colon).find(" #");
  if (hash != std::string_view::npos) return Scan::none;
  uint32_t end = colon;
  while (end > pos && text_[end - 1] == ' ') --end;
  if (std::string_view(",[]{}#&*!|>%@`?:").find(first) == std::string_view::npos ||
      ((first == '?' || first == ':') && !blank_at(pos + 1))) {
    constexpr uint32_t kLongestPlainKey = 1000;
    if (end - pos > kLongestPlainKey) {
      unusual();
      return Scan::stop;
    }
    key = {pos, end, colon + 1};
    return Scan::found;
  }
  if (first == '[' || first == '{' || first == '|' || first == '>') return Scan::none;
  if ((first == '&' || first == '*' || first == '!') && options_.aliases) {
    unusual();
    return Scan::stop;
  }
  if (end == pos) {
    fail(left_out(text_, parse_code::stray_content, pos, line_end_,
                  "there is no key before the `:`", "write `key: value`"));
    return Scan::stop;
  }
  fail(value_needs_quotes(text_, pos, end, "no key may start with " + shown_character(first)));
  return Scan::stop;
}

}  // namespace milepost
