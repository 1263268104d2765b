// The one door to yaml-cpp: its events to our tree, its marks to spans, its exceptions to mistakes.
#include "parse/yaml_full.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "parse/codes.h"
#include "parse/yaml_plain.h"
#include "text/ascii.h"

namespace milepost {
namespace {

// Thrown through yaml-cpp to end its parse; the mistake is in the builder.
struct Stopped {};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, FileId file, uint32_t offset, const YamlOptions& options,
              YamlTree& tree)
      : text_(text), file_(file), offset_(offset), options_(options), tree_(tree) {}

  YamlMistake mistake;
  uint32_t last_end() const { return last_end_; }

  void close_all() {
    while (!open_.empty()) close(false);
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const uint32_t at = skip_properties(offset_of(mark));
    const uint32_t word = null_word(at);
    if (word > 0) {
      add(is_key() ? YamlKind::scalar : YamlKind::null, YamlStyle::plain, at, at + word,
          text_.substr(at, word), anchor);
      return;
    }
    if (is_key()) {
      stop(left_out(text_, parse_code::complex_key, at, at, "there is no key before the `:`",
                    "write `key: value`"));
    }
    const uint32_t place = empty_place();
    add(YamlKind::null, YamlStyle::plain, place, place, {}, anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const uint32_t begin = offset_of(mark);
    uint32_t end = begin + 1;
    while (end < text_.size() && !is_ascii_space(text_[end]) &&
           std::string_view(",[]{}").find(text_[end]) == std::string_view::npos) {
      ++end;
    }
    if (!options_.aliases) refuse_alias(begin);
    const uint32_t first = anchor < anchors_.size() ? anchors_[anchor] : kNone;
    const bool is_open = std::ranges::any_of(open_, [&](const Open& o) { return o.node == first; });
    if (first == kNone || is_open) {
      stop(fatal_mistake(parse_code::alias, begin, end,
                         "the alias stands inside of what it stands for",
                         "write out what is meant"));
    }
    const uint32_t count = tree_.nodes[first].size;
    if (is_key() && count > 1) complex_key(begin);
    if (tree_.nodes.size() + count > options_.max_nodes) too_many(begin);
    for (uint32_t i = 0; i < count; ++i) {
      const YamlNode copy = tree_.nodes[first + i];
      tree_.nodes.push_back(copy);
    }
    tree_.nodes[tree_.nodes.size() - count].span = span(begin, end);
    last_end_ = end;
    after_node();
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const uint32_t begin = offset_of(mark);
    check_tag(tag, begin);
    const uint32_t at = skip_properties(begin);
    const char first = at < text_.size() ? text_[at] : '\0';
    if (first == '"' || first == '\'') {
      const uint32_t end = quoted_end(at);
      add(YamlKind::scalar, YamlStyle::quoted, at, end,
          keep(text_.substr(at + 1, end - at - 2), value), anchor);
    } else if ((first == '|' || first == '>') && !in_flow()) {
      const uint32_t end = block_end(at);
      add(YamlKind::scalar, YamlStyle::block, at, end, tree_.storage.emplace_back(value), anchor);
    } else {
      const uint32_t end = plain_end(at, value);
      add(YamlKind::scalar, YamlStyle::plain, at, end, keep(text_.substr(at, end - at), value),
          anchor);
    }
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(YamlKind::sequence, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { close(true); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(YamlKind::mapping, mark, tag, anchor, style);
  }
  void OnMapEnd() override { close(true); }

 private:
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  struct Open {
    uint32_t node = 0;
    bool is_mapping = false;
    bool is_flow = false;
    bool wants_key = false;
    bool has_merge = false;
    int32_t indent = -1;  // of block collections
    uint32_t key_end = 0;
  };

  [[noreturn]] void stop(YamlMistake why) {
    mistake = std::move(why);
    throw Stopped{};
  }
  [[noreturn]] void refuse_alias(uint32_t begin) {
    YamlMistake why = value_needs_quotes(text_, begin, value_end_of(text_, begin),
                                         "`*` and `&` start an alias or anchor, which front matter "
                                         "may not use");
    why.code = parse_code::alias;
    stop(std::move(why));
  }
  [[noreturn]] void complex_key(uint32_t begin) {
    // yaml-cpp takes a bracket that is never closed for a key, too.
    const std::string_view rest = text_.substr(begin);
    if ((rest.starts_with('[') && rest.find(']') == std::string_view::npos) ||
        (rest.starts_with('{') && rest.find('}') == std::string_view::npos)) {
      stop(fatal_mistake(parse_code::open_bracket, begin, begin + 1,
                         "the " + shown_character(rest[0]) + " is never closed",
                         "close it where the list ends, or quote the value if it is text"));
    }
    stop(left_out(text_, parse_code::complex_key, begin, begin,
                  "a list or mapping is used as a key, which records do not have",
                  "quote it if it is text"));
  }
  [[noreturn]] void too_many(uint32_t begin) {
    stop(fatal_mistake(parse_code::too_many_nodes, begin, begin,
                       "there are more than " + std::to_string(options_.max_nodes) +
                           " keys and values; what follows is not read",
                       "split the file"));
  }

  // yaml-cpp's marks count bytes from the start of its input.
  uint32_t offset_of(const YAML::Mark& mark) const {
    return static_cast<uint32_t>(
        std::min<std::size_t>(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size()));
  }
  Span span(uint32_t begin, uint32_t end) const {
    return Span{file_, offset_ + begin, offset_ + end};
  }
  bool in_flow() const { return !open_.empty() && open_.back().is_flow; }
  bool is_key() const { return !open_.empty() && open_.back().wants_key; }

  uint32_t skip_space(uint32_t at) const {
    while (at < text_.size()) {
      if (is_ascii_space(text_[at])) {
        ++at;
      } else if (text_[at] == '#') {
        at = line_end_of(text_, at);
      } else {
        break;
      }
    }
    return at;
  }

  // Over tags and anchors, which come before the value they belong to.
  uint32_t skip_properties(uint32_t at) {
    while (at < text_.size() && (text_[at] == '&' || text_[at] == '!')) {
      if (text_[at] == '&' && !options_.aliases) refuse_alias(at);
      while (at < text_.size() && !is_ascii_space(text_[at])) ++at;
      at = skip_space(at);
    }
    return at;
  }

  // The tags of YAML itself say nothing new: a value is read by its field's type.
  void check_tag(const std::string& name, uint32_t begin) {
    constexpr std::string_view kOwn = "tag:yaml.org,2002:";
    constexpr std::string_view kOwnNames[] = {"str", "int", "float", "bool", "null",
                                              "seq", "map", "set",   "omap", "timestamp"};
    if (name.empty() || name == "?" || name == "!") return;
    if (name.starts_with(kOwn) &&
        std::ranges::find(kOwnNames, std::string_view(name).substr(kOwn.size())) !=
            std::end(kOwnNames)) {
      return;
    }
    YamlMistake why = value_needs_quotes(text_, begin, value_end_of(text_, begin),
                                         "YAML takes the word after `!` for a tag");
    why.code = parse_code::tag;
    stop(std::move(why));
  }

  // Length of a null word that stands at `at` as a value, or 0: there is nothing.
  uint32_t null_word(uint32_t at) const {
    if (at < last_end_) return 0;
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (!text_.substr(at).starts_with(word)) continue;
      const std::size_t end = at + word.size();
      std::size_t next = end;
      while (next < text_.size() && is_ascii_blank(text_[next])) ++next;
      const bool is_colon = next < text_.size() && text_[next] == ':';
      const bool ends =
          end == text_.size() || is_ascii_space(text_[end]) || text_[end] == ':' ||
          (in_flow() && std::string_view(",]}").find(text_[end]) != std::string_view::npos);
      if (ends && is_colon == is_key()) return static_cast<uint32_t>(word.size());
    }
    return 0;
  }

  // Where a value that is not there stands: at its key's end, or behind its dash.
  uint32_t empty_place() const {
    if (open_.empty()) return 0;
    const Open& top = open_.back();
    if (top.is_mapping) return top.key_end;
    if (top.is_flow) return last_end_;
    uint32_t dash =
        skip_space(tree_.nodes.size() == top.node + 1 ? tree_.nodes[top.node].span.begin - offset_
                                                      : last_end_);
    // The colon of a key without a value may lie between.
    if (dash < text_.size() && text_[dash] == ':') dash = skip_space(dash + 1);
    return dash < text_.size() && text_[dash] == '-' ? dash + 1 : last_end_;
  }

  uint32_t quoted_end(uint32_t at) {
    const char quote = text_[at];
    const uint32_t first_line = line_end_of(text_, at);
    uint32_t end = at + 1;
    for (; end < text_.size(); ++end) {
      if (text_[end] == quote) {
        if (quote == '"' || end + 1 >= text_.size() || text_[end + 1] != '\'') break;
        ++end;
      } else if (text_[end] == '\\' && quote == '"') {
        ++end;
      }
    }
    end = std::min(end + 1, static_cast<uint32_t>(text_.size()));
    if (end > first_line) check_lines_of_quoted(at, end);
    return end;
  }

  // Lines that a quoted value runs over must be indented under its key; if they are not, its
  // closing quote was forgotten and it swallowed them.
  void check_lines_of_quoted(uint32_t begin, uint32_t end) {
    const int32_t indent = block_indent();
    for (std::size_t line = text_.find('\n', begin); line != std::string_view::npos && line < end;
         line = text_.find('\n', line + 1)) {
      std::size_t content = line + 1;
      while (content < end && text_[content] == ' ') ++content;
      if (content >= end || is_ascii_space(text_[content])) continue;
      if (static_cast<int32_t>(content - line - 1) > indent) continue;
      const uint32_t line_end = line_end_of(text_, begin);
      YamlMistake why;
      why.code = parse_code::open_quote;
      why.begin = begin;
      why.end = begin + 1;
      why.message = std::string("the quote `") + text_[begin] + "` is not closed on its line";
      why.help = std::string("put a `") + text_[begin] + "` at the end of the value";
      why.edits = {{line_end, line_end, std::string(1, text_[begin])}};
      stop(std::move(why));
    }
  }

  int32_t block_indent() const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (!open_[i].is_flow) return open_[i].indent;
    }
    return -1;
  }

  uint32_t block_end(uint32_t at) const {
    uint32_t end = line_end_of(text_, at);
    const std::string_view header = text_.substr(at, end - at);
    const int32_t parent = block_indent();
    int32_t content_indent = -1;
    for (const char c : header.substr(0, header.find('#'))) {
      if (is_ascii_digit(c)) content_indent = std::max(parent, 0) + (c - '0');
    }
    end = static_cast<uint32_t>(
        std::min(text_.find_first_not_of("|>+-0123456789", at), text_.size()));
    std::size_t line = text_.find('\n', at);
    while (line != std::string_view::npos && ++line < text_.size()) {
      const uint32_t begin = static_cast<uint32_t>(line);
      const uint32_t line_end = line_end_of(text_, begin);
      uint32_t content = begin;
      while (content < line_end && text_[content] == ' ') ++content;
      if (content < line_end) {
        const int32_t indent = static_cast<int32_t>(content - begin);
        if (content_indent < 0 && indent > parent) content_indent = indent;
        if (content_indent < 0 || indent < content_indent) break;
        end = line_end;
      }
      line = text_.find('\n', line);
    }
    return end;
  }

  // A plain scalar over several lines: its words in order.
  uint32_t plain_end(uint32_t at, std::string_view value) const {
    uint32_t end = at;
    uint32_t from = at;
    for (const char c : value) {
      if (is_ascii_space(c)) continue;
      while (from < text_.size() && text_[from] != c) ++from;
      if (from >= text_.size()) break;
      end = ++from;
    }
    return end;
  }

  std::string_view keep(std::string_view written, const std::string& value) {
    return written == value ? written : std::string_view(tree_.storage.emplace_back(value));
  }

  void remember(YAML::anchor_t anchor, uint32_t node) {
    if (anchor == 0) return;
    if (anchor >= anchors_.size()) anchors_.resize(anchor + 1, kNone);
    anchors_[anchor] = node;
  }

  void add(YamlKind kind, YamlStyle style, uint32_t begin, uint32_t end, std::string_view text,
           YAML::anchor_t anchor) {
    if (tree_.nodes.size() >= options_.max_nodes) too_many(begin);
    remember(anchor, static_cast<uint32_t>(tree_.nodes.size()));
    if (is_key()) {
      start_of_key(begin);
      open_.back().key_end = end;
      if (text == "<<" && style == YamlStyle::plain) open_.back().has_merge = true;
    }
    YamlNode& node = tree_.nodes.emplace_back();
    node.kind = kind;
    node.style = style;
    node.span = span(begin, end);
    node.text = text;
    last_end_ = end;
    after_node();
  }

  void start_of_key(uint32_t begin) {
    Open& top = open_.back();
    if (tree_.nodes.size() != top.node + 1 || top.is_flow) return;
    // A mapping begins with its first key, not with a tag or anchor before it.
    tree_.nodes[top.node].span.begin = offset_ + begin;
    top.indent = static_cast<int32_t>(begin - line_begin_of(text_, begin));
  }

  void after_node() {
    if (!open_.empty() && open_.back().is_mapping) {
      open_.back().wants_key = !open_.back().wants_key;
    }
  }

  void open(YamlKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style) {
    const uint32_t begin = offset_of(mark);
    check_tag(tag, begin);
    const uint32_t at = skip_properties(begin);
    if (is_key()) complex_key(at);
    if (open_.size() >= options_.max_depth) {
      stop(fatal_mistake(parse_code::too_deep, at, at,
                         "this is nested deeper than " + std::to_string(options_.max_depth) +
                             " levels; what follows is not read",
                         "records need few levels: give the inner part an id and a list of its "
                         "own"));
    }
    if (tree_.nodes.size() >= options_.max_nodes) too_many(at);
    Open frame;
    frame.node = static_cast<uint32_t>(tree_.nodes.size());
    frame.is_mapping = kind == YamlKind::mapping;
    frame.is_flow = style == YAML::EmitterStyle::Flow;
    frame.wants_key = frame.is_mapping;
    frame.indent = static_cast<int32_t>(at - line_begin_of(text_, at));
    remember(anchor, frame.node);
    YamlNode& node = tree_.nodes.emplace_back();
    node.kind = kind;
    node.span = span(at, at);
    open_.push_back(frame);
    last_end_ = frame.is_flow ? at + 1 : at;
  }

  void close(bool complete) {
    const Open top = open_.back();
    open_.pop_back();
    if (!complete && top.is_mapping && !top.wants_key) {
      YamlNode missing;  // the parse ended between a key and its value
      missing.span = span(top.key_end, top.key_end);
      tree_.nodes.push_back(missing);
    }
    YamlNode& node = tree_.nodes[top.node];
    const uint32_t begin = node.span.begin - offset_;
    if (top.is_flow && complete && (text_[begin] == '[' || text_[begin] == '{')) {
      uint32_t at = skip_space(last_end_);
      while (at < text_.size() && (text_[at] == ',' || text_[at] == ':')) at = skip_space(at + 1);
      last_end_ = std::min(at + 1, static_cast<uint32_t>(text_.size()));
    }
    node.span.end = offset_ + last_end_;
    node.size = static_cast<uint32_t>(tree_.nodes.size()) - top.node;
    if (top.has_merge && complete) merge(top.node);
    after_node();
  }

  // `<<: *defaults`: the entries of the mapping or mappings it names come in behind our own, except
  // those whose key is there already.
  void merge(uint32_t map) {
    struct Entry {
      uint32_t key;
      uint32_t value;
    };
    std::vector<Entry> entries;
    std::vector<uint32_t> sources;
    for_each_entry(tree_, map, [&](uint32_t key, uint32_t value) {
      const YamlNode& k = tree_.nodes[key];
      if (k.text != "<<" || k.style != YamlStyle::plain) {
        entries.push_back({key, value});
      } else if (tree_.nodes[value].kind == YamlKind::mapping) {
        sources.push_back(value);
      } else if (tree_.nodes[value].kind == YamlKind::sequence) {
        for_each_item(tree_, value, [&](uint32_t item) { sources.push_back(item); });
      } else {
        sources.push_back(value);
      }
    });
    for (const uint32_t source : sources) {
      if (tree_.nodes[source].kind != YamlKind::mapping) {
        const Span where = tree_.nodes[source].span;
        stop(left_out(text_, parse_code::bad_merge, where.begin - offset_, where.end - offset_,
                      "`<<` takes over the entries of a mapping, and this is none",
                      "name an anchor of a mapping: `<<: *defaults`"));
      }
      for_each_entry(tree_, source, [&](uint32_t key, uint32_t value) {
        const std::string_view name = tree_.nodes[key].text;
        const bool known = std::ranges::any_of(
            entries, [&](const Entry& e) { return tree_.nodes[e.key].text == name; });
        if (!known) entries.push_back({key, value});
      });
    }
    std::vector<YamlNode> merged;
    for (const Entry& entry : entries) {
      merged.push_back(tree_.nodes[entry.key]);
      const auto first = tree_.nodes.begin() + entry.value;
      merged.insert(merged.end(), first, first + tree_.nodes[entry.value].size);
    }
    tree_.nodes.resize(map + 1);
    tree_.nodes.insert(tree_.nodes.end(), merged.begin(), merged.end());
    tree_.nodes[map].size = static_cast<uint32_t>(merged.size()) + 1;
    // Anchors inside of what moved would name other nodes now.
    for (uint32_t& anchor : anchors_) {
      if (anchor != kNone && anchor > map) anchor = kNone;
    }
  }

  std::string_view text_;
  FileId file_;
  uint32_t offset_;
  const YamlOptions& options_;
  YamlTree& tree_;
  std::vector<Open> open_;
  std::vector<uint32_t> anchors_;  // node of each anchor, by yaml-cpp's number
  uint32_t last_end_ = 0;
};

// Notices that there is anything behind the first document.
class SecondDocument : public YAML::EventHandler {
 public:
  int position = -1;
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { found(mark); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { found(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string&) override {
    found(mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    found(mark);
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    found(mark);
  }
  void OnMapEnd() override {}

 private:
  [[noreturn]] void found(const YAML::Mark& mark) {
    position = std::max(mark.pos, 0);
    throw Stopped{};
  }
};

YamlMistake more_than_one(std::string_view text, uint32_t at, uint32_t first_end) {
  if (at >= text.size()) return {};  // a marker with nothing behind it
  std::size_t marker = text.find("\n---", first_end);
  if (marker == std::string_view::npos || marker > at) marker = text.find("\n...", first_end);
  if (marker == std::string_view::npos || marker > at) {
    return left_out(text, parse_code::stray_content, at, line_end_of(text, at),
                    excerpt(text.substr(at, line_end_of(text, at) - at)) +
                        " is not part of the list or mapping above it",
                    "check its indentation");
  }
  YamlMistake second;
  second.code = parse_code::second_document;
  second.begin = static_cast<uint32_t>(marker + 1);
  second.end = second.begin + 3;
  second.message = "a second YAML document starts here; only the first is read";
  second.help = "put it in a file of its own, or remove the line to make it one document";
  second.edits = {{second.begin, static_cast<uint32_t>(text.size()), {}}};
  return second;
}

// What the plain reader says of one line alone is clearer than what yaml-cpp says.
YamlMistake explain(std::string_view text, uint32_t at, const std::string& reason) {
  at = std::min(at, static_cast<uint32_t>(text.size()));
  while (at > 0 && (at == text.size() || is_ascii_space(text[at]))) --at;
  if (at < text.size() && text[at] == '*') {
    YamlMistake mistake = value_needs_quotes(text, at, value_end_of(text, at),
                                             "`*` starts an alias, and no anchor has this name");
    mistake.code = parse_code::alias;
    return mistake;
  }
  for (const uint32_t place : {at, line_begin_of(text, at)}) {
    const uint32_t begin = line_begin_of(text, place);
    const std::string_view line = text.substr(begin, line_end_of(text, place) - begin);
    YamlTree scratch;
    YamlOptions options;
    PlainYamlReader reader(line, kNoFile, 0, options, scratch);
    if (reader.run() == PlainEnd::mistake && !reader.mistake().edits.empty()) {
      YamlMistake mistake = reader.mistake();
      mistake.begin += begin;
      mistake.end += begin;
      for (YamlEdit& edit : mistake.edits) {
        edit.begin += begin;
        edit.end += begin;
      }
      return mistake;
    }
  }
  return left_out(text, parse_code::yaml_syntax, at, line_end_of(text, at),
                  "this cannot be read as YAML (" + reason + ")",
                  "check quotes, brackets and indentation here and on the line above");
}

}  // namespace

YamlMistake read_full_yaml(std::string_view text, FileId file, uint32_t offset,
                           const YamlOptions& options, YamlTree& tree) {
  TreeBuilder builder(text, file, offset, options, tree);
  SecondDocument second;
  YamlMistake mistake;
  try {
    std::istringstream input{std::string(text)};
    YAML::Parser parser(input);
    if (parser.HandleNextDocument(builder)) parser.HandleNextDocument(second);
  } catch (const Stopped&) {
    mistake = second.position < 0
                  ? std::move(builder.mistake)
                  : more_than_one(text, static_cast<uint32_t>(second.position), builder.last_end());
  } catch (const YAML::Exception& problem) {
    mistake = explain(text, static_cast<uint32_t>(std::max(problem.mark.pos, 0)), problem.msg);
  } catch (const std::exception& problem) {
    mistake = fatal_mistake(parse_code::yaml_syntax, 0, 0,
                            std::string("this cannot be read as YAML (") + problem.what() + ")",
                            "check quotes, brackets and indentation");
  }
  builder.close_all();
  // A document without a value is no document.
  if (tree.nodes.size() == 1 && tree.nodes[0].kind == YamlKind::null &&
      tree.nodes[0].text.empty()) {
    tree.nodes.clear();
  }
  return mistake;
}

}  // namespace milepost
