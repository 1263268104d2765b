// Finds the place of a field in the YAML and makes the edits.
#include "edit/set_text.h"

#include <fmt/format.h>

#include "diagnostics/diagnostic.h"
#include "edit/same_but.h"
#include "parse/front_matter.h"
#include "parse/yaml.h"
#include "text/ascii.h"

namespace milepost {
namespace {

struct Region {
  uint32_t begin = 0;
  uint32_t end = 0;
};

std::string_view without_end(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

class TextSetter {
 public:
  TextSetter(std::string_view text, const RecordPlace& place, std::string_view key,
             std::string_view value)
      : text_(text),
        place_(place),
        key_(key),
        value_(without_end(value)),
        end_(line_end_of(text)) {}

  SetTextEdit edit() {
    if (place_.markdown && !find_front_matter(text_).closed) {
      std::string lines = "---" + std::string(end_);
      for (const std::string& line : block(0)) lines += line + std::string(end_);
      insert(0, lines + "---" + std::string(end_));
      return finish();
    }
    tree_ = parse(text_);
    if (tree_.empty()) {
      insert_line(region(text_).end, block(0));
      return finish();
    }
    if (!find_record()) return std::move(result_);
    if (const uint32_t there = key_of_record(); there != 0) {
      replace(there);
    } else if (is_flow(record_)) {
      add_in_braces(fmt::format("{}: {}", key_, quoted()));
    } else {
      add_block();
    }
    return finish();
  }

 private:
  Region region(std::string_view text) const {
    if (!place_.markdown) return {0, static_cast<uint32_t>(text.size())};
    const FrontMatter front = find_front_matter(text);
    return {front.yaml_begin, front.yaml_end};
  }

  YamlTree parse(std::string_view text) const {
    const Region part = region(text);
    DiagnosticSink quiet;
    return parse_yaml(text.substr(part.begin, part.end - part.begin), FileId{0}, part.begin, {},
                      quiet);
  }

  const YamlNode& node(uint32_t i) const { return tree_.nodes[i]; }
  bool is_flow(uint32_t i) const { return text_[node(i).span.begin] == '{'; }
  std::size_t column(std::size_t at) const { return at - line_begin(text_, at); }

  void fail(std::string problem, uint32_t at) {
    result_.problem = std::move(problem);
    result_.at = at;
    result_.edits.clear();
  }

  bool find_record() {
    if (!place_.record) {
      if (node(0).kind == YamlKind::mapping && node(0).size > 1) return true;
      fail("the file is no mapping of keys to values", 0);
      return false;
    }
    for (uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      if (node(i).kind != YamlKind::mapping || node(i).size == 1) continue;
      if (node(i + 1).span.begin != *place_.record) continue;
      record_ = i;
      return true;
    }
    fail("the record is not written as a mapping of its own", *place_.record);
    return false;
  }

  // 0: it has no such key.
  uint32_t key_of_record() const {
    uint32_t found = 0;
    for_each_entry(tree_, record_, [&](uint32_t key, uint32_t) {
      if (node(key).text == key_) found = key;
    });
    return found;
  }

  // `key: |` and the lines below it, the key at `own` columns.
  std::vector<std::string> block(std::size_t own) const {
    std::vector<std::string> lines = {std::string(own, ' ') + std::string(key_) + ": |"};
    for (std::size_t begin = 0; begin <= value_.size();) {
      const std::size_t stop = std::min(value_.find('\n', begin), value_.size());
      const std::string_view line = value_.substr(begin, stop - begin);
      lines.push_back(line.empty() ? std::string() : std::string(own + 2, ' ') + std::string(line));
      begin = stop + 1;
    }
    return lines;
  }

  std::string quoted() const {
    std::string out = "\"";
    for (const char c : value_) {
      if (c == '\n') {
        out += "\\n";
        continue;
      }
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    return out + "\"";
  }

  void insert(std::size_t at, std::string text) {
    result_.edits.push_back({at, at, std::move(text)});
  }
  void insert_line(std::size_t at, const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + std::string(end_);
    insert(at, std::move(text));
  }
  void insert_after(std::size_t at, const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += std::string(end_) + line;
    insert(line_text_end(text_, at), std::move(text));
  }

  void add_block() {
    const std::size_t own = column(node(record_ + 1).span.begin);
    uint32_t last = record_ + 1;
    for_each_entry(tree_, record_, [&](uint32_t key, uint32_t) { last = key; });
    const YamlNode& value = node(tree_.after(last));
    // A block of text that keeps its last blank lines would lose them to what comes behind it.
    const bool keeps = value.style == YamlStyle::block && value.text.ends_with("\n\n");
    if (keeps && last != record_ + 1) {
      insert_line(line_begin(text_, node(last).span.begin), block(own));
    } else {
      insert_after(node(record_).span.end, block(own));
    }
  }

  // Behind the last thing in braces, whether a comma follows it or not.
  void add_in_braces(const std::string& what) {
    const std::size_t close = node(record_).span.end - 1;
    std::size_t last = close;
    while (last > node(record_).span.begin + 1 && is_ascii_space(text_[last - 1])) --last;
    insert(last, (text_[last - 1] == ',' ? " " : ", ") + what);
  }

  // The key with nothing behind it.
  void replace(uint32_t key) {
    const YamlNode& value = node(tree_.after(key));
    if (value.kind != YamlKind::null && !(value.kind == YamlKind::scalar && value.text.empty())) {
      fail(fmt::format("`{}` has a value already", key_), node(key).span.begin);
      return;
    }
    if (is_flow(record_)) {
      result_.edits.push_back({node(key).span.begin,
                               std::max(value.span.end, node(key).span.end + 1),
                               fmt::format("{}: {}", key_, quoted())});
      return;
    }
    const std::size_t own = column(node(record_ + 1).span.begin);
    std::string lines;
    for (const std::string& line : block(own)) {
      lines += (lines.empty() ? "" : std::string(end_)) + line;
    }
    const std::size_t begin = node(key).span.begin;
    const std::size_t indent = std::min(own, lines.size());
    result_.edits.push_back({begin, line_text_end(text_, begin), lines.substr(indent)});
  }

  SetTextEdit finish() {
    if (!result_.problem.empty()) return std::move(result_);
    if (!is_as_meant(apply_edits(text_, result_.edits))) {
      fail("the text cannot be written here without changing what else the file says",
           tree_.empty() ? 0 : node(record_).span.begin);
    }
    return std::move(result_);
  }

  bool is_as_meant(std::string_view after) const {
    const Region before = region(text_);
    const Region behind = region(after);
    if (place_.markdown) {
      const bool closed = find_front_matter(text_).closed;
      const uint32_t body = closed ? before.end : 0;
      const std::size_t fence = closed ? behind.end : find_front_matter(after).body;
      if (text_.substr(body) != after.substr(fence)) return false;
    }
    DiagnosticSink sink;
    const YamlTree fresh = parse_yaml(after.substr(behind.begin, behind.end - behind.begin),
                                      FileId{0}, behind.begin, {}, sink);
    if (sink.has_error() || fresh.empty()) return false;
    if (!tree_.empty() && !same_but(tree_, fresh, record_, key_)) return false;
    const uint32_t there = fresh.find(record_, key_);
    return there != 0 && without_end(fresh.nodes[there].text) == value_;
  }

  std::string_view text_;
  const RecordPlace& place_;
  std::string_view key_;
  std::string_view value_;
  std::string_view end_;
  YamlTree tree_;
  uint32_t record_ = 0;
  SetTextEdit result_;
};

}  // namespace

SetTextEdit set_text(std::string_view text, const RecordPlace& place, std::string_view key,
                     std::string_view value) {
  return TextSetter(text, place, key, value).edit();
}

}  // namespace milepost
