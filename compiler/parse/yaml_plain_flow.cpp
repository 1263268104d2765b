// Flow collections of plain YAML, on one line or over several.
#include <algorithm>
#include <utility>

#include "parse/codes.h"
#include "parse/yaml_plain.h"
#include "text/ascii.h"

namespace milepost {
namespace {

bool is_flow_end(char c) {
  return c == ',' || c == ']' || c == '}' || c == '[' || c == '{';
}

}  // namespace

bool PlainYamlReader::open_flow_mistake() {
  const uint32_t begin = tree_.nodes[flow_.front()].span.begin - offset_;
  const char open = text_[begin];
  YamlMistake mistake;
  mistake.code = parse_code::open_bracket;
  mistake.begin = begin;
  mistake.end = begin + 1;
  mistake.message = std::string("the `") + open + "` is never closed";
  // Everything that is open is closed at the end of the first line.
  const uint32_t line_end = line_end_of(text_, begin);
  uint32_t end = line_end;
  while (end > begin + 1 && (is_ascii_blank(text_[end - 1]) || text_[end - 1] == ',')) --end;
  std::string closing;
  for (const uint32_t node : flow_) {
    if (tree_.nodes[node].span.begin - offset_ >= line_end) break;
    closing.insert(0, 1, tree_.nodes[node].kind == YamlKind::sequence ? ']' : '}');
  }
  mistake.edits = {{end, line_end, closing}};
  mistake.help = "put the closing `" + closing +
                 "` where the list ends, or quote the value if it "
                 "is text";
  return fail(std::move(mistake));
}

// Moves `pos` over spaces, line ends and comments.
bool PlainYamlReader::skip_flow_space(uint32_t& pos, int32_t parent_indent) {
  for (;;) {
    pos = skip_spaces(pos);
    if (!at_end_or_comment(pos)) return true;
    if (next_ >= text_.size()) return open_flow_mistake();
    const uint32_t line = next_;
    set_line(line);
    pos = skip_spaces(line);
    if (pos == line_end_ || text_[pos] == '#') continue;
    if (slice(line, line_end_).find('\t') != std::string_view::npos) return unusual();
    if (line_end_ - line >= 3 && blank_at(line + 3) &&
        (slice(line, line + 3) == "---" || slice(line, line + 3) == "...")) {
      return open_flow_mistake();
    }
    Key key;
    if (static_cast<int32_t>(pos - line) <= parent_indent &&
        tree_.nodes[flow_.back()].kind == YamlKind::sequence && !is_flow_end(text_[pos]) &&
        (is_dash(pos) || scan_key(pos, key) == Scan::found)) {
      return open_flow_mistake();
    }
    return true;
  }
}

bool PlainYamlReader::read_flow_scalar(uint32_t& pos, int32_t parent_indent) {
  const char first = text_[pos];
  if (first == '"' || first == '\'') {
    Quoted quoted;
    if (!scan_quoted(pos, parent_indent, quoted) || !push_quoted(pos, quoted)) return false;
    pos = quoted.end;
    return true;
  }
  uint32_t end = pos;
  for (; end < line_end_; ++end) {
    const char c = text_[end];
    if (is_flow_end(c)) break;
    if (c == ':' && (blank_at(end + 1) || is_flow_end(text_[end + 1]))) break;
    if (c == '#' && end > pos && text_[end - 1] == ' ') break;
  }
  while (end > pos && text_[end - 1] == ' ') --end;
  if (std::string_view("#&*!|>%@`").find(first) != std::string_view::npos) {
    const bool front_matter_alias = !options_.aliases && (first == '*' || first == '&');
    if ((first == '*' || first == '&' || first == '!') && !front_matter_alias) return unusual();
    YamlMistake mistake =
        value_needs_quotes(text_, pos, end, "no value may start with " + shown_character(first));
    if (front_matter_alias) mistake.code = parse_code::alias;
    return fail(std::move(mistake));
  }
  const bool indicator = first == '-' || first == '?' || first == ':';
  if (end == pos || (indicator && (blank_at(pos + 1) || is_flow_end(text_[pos + 1])))) {
    return unusual();
  }
  const std::string_view value = slice(pos, end);
  last_end_ = end;
  if (!push_node(value.size() <= 4 && is_yaml_null(value) ? YamlKind::null : YamlKind::scalar,
                 YamlStyle::plain, pos, end, value)) {
    return false;
  }
  pos = end;
  return true;
}

// `{a, b: }`: the value of the key that was just read is not there.
bool PlainYamlReader::push_missing_value() {
  const uint32_t at = tree_.nodes.back().span.end - offset_;
  return push_node(YamlKind::null, YamlStyle::plain, at, at, {});
}

bool PlainYamlReader::read_flow(uint32_t begin, int32_t parent_indent) {
  enum class Want : uint8_t { item, key, value, comma };
  Want want = Want::item;
  uint32_t pos = begin;
  do {
    if (!flow_.empty() && !skip_flow_space(pos, parent_indent)) return false;
    const char c = text_[pos];
    const bool in_mapping = !flow_.empty() && tree_.nodes[flow_.back()].kind == YamlKind::mapping;
    if (c == '[' || c == '{') {
      if (want == Want::key) return unusual();
      if (want == Want::comma) return unusual();
      if (frames_.size() + flow_.size() > options_.max_depth) {
        return fail(fatal_mistake(parse_code::too_deep, pos, pos + 1,
                                  "this is nested deeper than " +
                                      std::to_string(options_.max_depth) +
                                      " levels; what follows is not read",
                                  "records need few levels: give the inner part an id and a list "
                                  "of its own"));
      }
      const uint32_t node = static_cast<uint32_t>(tree_.nodes.size());
      if (!push_node(c == '[' ? YamlKind::sequence : YamlKind::mapping, YamlStyle::plain, pos, pos,
                     {})) {
        return false;
      }
      flow_.push_back(node);
      want = c == '[' ? Want::item : Want::key;
      ++pos;
    } else if (want == Want::value && (c == ',' || c == '}')) {
      if (!push_missing_value()) return false;
      want = Want::comma;
    } else if (c == ']' || c == '}') {
      const bool may_close = want == Want::comma || want == Want::item || want == Want::key;
      if (!may_close || in_mapping != (c == '}')) return unusual();
      const uint32_t node = flow_.back();
      flow_.pop_back();
      ++pos;
      last_end_ = pos;
      tree_.nodes[node].size = static_cast<uint32_t>(tree_.nodes.size()) - node;
      tree_.nodes[node].span.end = offset_ + pos;
      want = Want::comma;
    } else if (c == ',') {
      if (want != Want::comma) return unusual();
      want = in_mapping ? Want::key : Want::item;
      ++pos;
    } else if (want == Want::comma) {
      return unusual();
    } else if (want == Want::key) {
      const bool quoted = c == '"' || c == '\'';
      if (!read_flow_scalar(pos, parent_indent)) return false;
      YamlNode& key = tree_.nodes.back();
      if (key.kind == YamlKind::null) key.kind = YamlKind::scalar;
      if (key.text == "<<") return unusual();
      pos = skip_spaces(pos);
      if (pos < line_end_ && (text_[pos] == ',' || text_[pos] == '}')) {
        if (!push_missing_value()) return false;
        want = Want::comma;
        continue;
      }
      if (pos >= line_end_ || text_[pos] != ':') return unusual();
      if (!quoted && !blank_at(pos + 1)) return unusual();
      ++pos;
      want = Want::value;
    } else {
      if (!read_flow_scalar(pos, parent_indent)) return false;
      const uint32_t next = skip_spaces(pos);
      if (next < line_end_ && text_[next] == ':') return unusual();  // a pair without braces
      want = Want::comma;
    }
  } while (!flow_.empty());
  return end_of_value(begin, pos);
}

}  // namespace milepost
