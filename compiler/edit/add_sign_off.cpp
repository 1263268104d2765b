// Finds the place of a sign-off in the YAML and makes the edits.
#include "edit/add_sign_off.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "diagnostics/diagnostic.h"
#include "edit/same_but.h"
#include "parse/front_matter.h"
#include "parse/yaml.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::string_view kKey = "signoffs";

struct Region {
  uint32_t begin = 0;
  uint32_t end = 0;
};

class SignOffEditor {
 public:
  SignOffEditor(std::string_view text, const SignOffPlace& place, const Kinds& kinds,
                const SignOffEntry& entry)
      : text_(text), place_(place), kinds_(kinds), entry_(entry), end_(line_end_of(text)) {}

  SignOffEdit edit() {
    if (place_.markdown && !find_front_matter(text_).closed) {
      add_front_matter();
      return finish();
    }
    tree_ = parse(text_);
    if (tree_.empty()) {
      // Nothing but comments.
      insert_line(region(text_).end, lines_of_list(0, 0));
      return finish();
    }
    if (!find_record()) return std::move(result_);
    if (is_alone()) {
      is_flow(record_) ? replace_flow(record_) : replace_block(record_);
      return finish();
    }
    find_list();
    if (place_.replaces) {
      replace_entry();
    } else if (list_key_ == 0) {
      is_flow(record_) ? add_flow_list() : add_block_list();
    } else {
      add_to_list();
    }
    return finish();
  }

 private:
  // --- reading -----------------------------------------------------------------------------------

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
  bool is_flow(uint32_t i) const {
    const char c = text_[node(i).span.begin];
    return c == '{' || c == '[';
  }
  // The canonical name of a key of a sign-off.
  std::string_view name_of(uint32_t key) const {
    const FieldId list = kinds_.field_of(place_.kind, Role::signoffs);
    const FieldId field = is_alone() ? kinds_.find_field(place_.kind, node(key).text)
                                     : kinds_.find_sub_field(list, node(key).text);
    return field == kNoField ? node(key).text : std::string_view(kinds_.field(field).name);
  }
  bool is_alone() const { return kinds_.field_of(place_.kind, Role::signoffs) == kNoField; }

  bool find_record() {
    if (!place_.record) {
      if (node(0).kind == YamlKind::mapping) return true;
      fail("the file is no mapping of keys to values", "", 0);
      return false;
    }
    for (uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      if (node(i).kind != YamlKind::mapping || node(i).size == 1) continue;
      if (node(i + 1).span.begin != *place_.record) continue;
      record_ = i;
      return true;
    }
    fail("the record is not written as a mapping of its own", "", *place_.record);
    return false;
  }

  void find_list() {
    const FieldId wanted = kinds_.field_of(place_.kind, Role::signoffs);
    for_each_entry(tree_, record_, [&](uint32_t key, uint32_t value) {
      if (list_key_ != 0 || kinds_.find_field(place_.kind, node(key).text) != wanted) return;
      list_key_ = key;
      list_ = value;
    });
  }

  // --- lines -------------------------------------------------------------------------------------

  // Columns before the byte at `at`; a dash and its spaces count as such.
  std::size_t column(std::size_t at) const { return at - line_begin(text_, at); }

  // How far the lists of this record stand in from their keys.
  std::size_t list_indent() const {
    std::optional<std::size_t> indent;
    for_each_entry(tree_, record_, [&](uint32_t key, uint32_t value) {
      if (indent || node(value).kind != YamlKind::sequence || is_flow(value)) return;
      const std::size_t dash = column(node(value).span.begin);
      const std::size_t own = column(node(key).span.begin);
      if (dash >= own) indent = dash - own;
    });
    return indent.value_or(0);
  }

  std::vector<std::string> entry_lines(std::size_t indent) const {
    std::vector<std::string> lines;
    for (const EntryPart& part : entry_parts(entry_)) {
      for (const std::string& line : part.lines) {
        const std::string_view lead = lines.empty() ? "- " : "  ";
        lines.push_back(std::string(indent, ' ') + std::string(lead) + line);
      }
    }
    return lines;
  }

  std::vector<std::string> lines_of_list(std::size_t key_column, std::size_t indent) const {
    std::vector<std::string> lines = {std::string(key_column, ' ') + std::string(kKey) + ":"};
    for (std::string& line : entry_lines(key_column + indent)) lines.push_back(std::move(line));
    return lines;
  }

  // Whole lines behind the line with the byte before `at`, or before the line that begins there.
  void insert_after(std::size_t at, const std::vector<std::string>& lines) {
    const std::size_t stop = line_text_end(text_, at);
    std::string text;
    for (const std::string& line : lines) text += std::string(end_) + line;
    result_.edits.push_back({stop, stop, std::move(text)});
  }
  void insert_line(std::size_t at, const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + std::string(end_);
    result_.edits.push_back({at, at, std::move(text)});
  }

  void fail(std::string problem, std::string help, uint32_t at) {
    result_.problem = std::move(problem);
    result_.help = std::move(help);
    result_.at = at;
  }

  // --- the cases ---------------------------------------------------------------------------------

  void add_front_matter() {
    std::vector<std::string> lines = {"---"};
    for (std::string& line : lines_of_list(0, 0)) lines.push_back(std::move(line));
    lines.emplace_back("---");
    insert_line(0, lines);
  }

  void add_block_list() {
    const std::size_t own = column(node(record_ + 1).span.begin);
    uint32_t last = record_ + 1;
    for_each_entry(tree_, record_, [&](uint32_t key, uint32_t) { last = key; });
    const YamlNode& value = node(tree_.after(last));
    // A block of text that keeps its last blank lines would lose them to what comes behind it.
    const bool keeps = value.style == YamlStyle::block && value.text.ends_with("\n\n");
    if (keeps && last != record_ + 1) {
      insert_line(line_begin(text_, node(last).span.begin), lines_of_list(own, list_indent()));
    } else {
      insert_after(node(record_).span.end, lines_of_list(own, list_indent()));
    }
  }

  // Behind the last thing in braces, whether a comma follows it or not.
  void add_in_braces(uint32_t i, const std::string& what) {
    const std::size_t close = node(i).span.end - 1;
    const bool empty = node(i).size == 1;
    std::size_t last = close;
    while (last > node(i).span.begin + 1 && is_ascii_space(text_[last - 1])) --last;
    const bool comma = text_[last - 1] == ',';
    const std::string lead = empty ? "" : comma ? " " : ", ";
    result_.edits.push_back({last, last, lead + what});
  }

  void add_flow_list() {
    add_in_braces(record_, fmt::format("{}: [{{{}}}]", kKey, flow_pairs(entry_)));
  }

  void add_to_list() {
    const YamlNode& value = node(list_);
    const std::size_t own = column(node(list_key_).span.begin);
    const bool in_braces = is_flow(record_);
    if (value.kind == YamlKind::null || (value.kind == YamlKind::sequence && value.size == 1)) {
      if (in_braces) {
        const std::string text = fmt::format("[{{{}}}]", flow_pairs(entry_));
        const bool bare = value.span.size() == 0;
        result_.edits.push_back({value.span.begin, value.span.end, (bare ? " " : "") + text});
        return;
      }
      // `signoffs: []  # none yet`: the value goes, the comment stays.
      std::size_t from = value.span.begin;
      while (value.span.size() > 0 && from > 0 && is_ascii_blank(text_[from - 1])) --from;
      if (value.span.size() > 0) result_.edits.push_back({from, value.span.end, ""});
      insert_after(value.span.end, entry_lines(own + list_indent()));
    } else if (value.kind == YamlKind::sequence && is_flow(list_)) {
      add_in_braces(list_, fmt::format("{{{}}}", flow_pairs(entry_)));
    } else if (value.kind == YamlKind::sequence) {
      insert_after(value.span.end, entry_lines(column(value.span.begin)));
    } else if (value.kind == YamlKind::mapping && is_flow(list_)) {
      result_.edits.push_back({value.span.begin, value.span.begin, "["});
      result_.edits.push_back(
          {value.span.end, value.span.end, fmt::format(", {{{}}}]", flow_pairs(entry_))});
    } else if (value.kind == YamlKind::mapping) {
      make_list_of_one();
      insert_after(value.span.end, entry_lines(column(value.span.begin)));
    } else {
      fail("`signoffs` is no list", "write one entry a line: `- {role: security, by: priya}`",
           value.span.begin);
    }
  }

  // One sign-off without a dash: it gets one, and the lines below it move in.
  void make_list_of_one() {
    const Span span = node(list_).span;
    result_.edits.push_back({span.begin, span.begin, "- "});
    for (std::size_t at = next_line(text_, span.begin); at < span.end; at = next_line(text_, at)) {
      if (line_text_end(text_, at) > at) result_.edits.push_back({at, at, "  "});
    }
  }

  void replace_entry() {
    for (uint32_t i = list_; i < tree_.after(list_) && list_key_ != 0; ++i) {
      if (node(i).kind != YamlKind::mapping || node(i).size == 1) continue;
      const bool is_it =
          node(i).span.begin == *place_.replaces || node(i + 1).span.begin == *place_.replaces;
      if (!is_it) continue;
      replaced_ = i;
      is_flow(i) ? replace_flow(i) : replace_block(i);
      return;
    }
    fail("the sign-off of this role is not written as a mapping of its own", "", *place_.replaces);
  }

  bool is_last_of_line(uint32_t i) const {
    const std::string_view rest = trim(
        text_.substr(node(i).span.end, line_text_end(text_, node(i).span.end) - node(i).span.end));
    return rest.empty() || rest.front() == '#';
  }

  // Entries that are no part of the signature, as they are written.
  std::string kept_pairs(uint32_t item) const {
    std::string pairs;
    for_each_entry(tree_, item, [&](uint32_t key, uint32_t value) {
      const std::string_view name = name_of(key);
      if (is_signature_key(name) || name == "role" || name == "release") return;
      const std::size_t begin = node(key).span.begin;
      pairs += ", ";
      pairs += text_.substr(begin, node(value).span.end - begin);
    });
    return pairs;
  }

  void replace_flow(uint32_t item) {
    const Span span = node(item).span;
    const bool in_block = !is_flow(record_) && !is_flow(list_) && list_ != 0 && !is_alone() &&
                          is_last_of_line(item) && node(list_).kind == YamlKind::sequence;
    if (!in_block) {
      result_.edits.push_back(
          {span.begin, span.end, "{" + flow_pairs(entry_) + kept_pairs(item) + "}"});
      return;
    }
    // In a list of lines it is written in lines, too.
    const std::size_t indent = column(span.begin);
    std::string text;
    const auto line = [&](std::string_view words) {
      if (!text.empty()) text += std::string(end_) + std::string(indent, ' ');
      text += words;
    };
    for (const EntryPart& part : entry_parts(entry_)) {
      for (const std::string& words : part.lines) line(words);
    }
    for_each_entry(tree_, item, [&](uint32_t key, uint32_t value) {
      const std::string_view name = name_of(key);
      if (is_signature_key(name) || name == "role" || name == "release") return;
      const std::size_t begin = node(key).span.begin;
      line(text_.substr(begin, node(value).span.end - begin));
    });
    result_.edits.push_back({span.begin, span.end, std::move(text)});
  }

  // Key by key: a value that is there is replaced, one that is no longer said goes with its lines.
  void replace_block(uint32_t item) {
    std::vector<EntryPart> parts = entry_parts(entry_);
    const std::size_t own = column(node(item + 1).span.begin);
    const auto text_of = [&](const EntryPart& part) {
      std::string text;
      for (const std::string& words : part.lines) {
        if (!text.empty()) text += std::string(end_) + std::string(own, ' ');
        text += words;
      }
      return text;
    };
    uint32_t last = item + 1;  // the last entry that stays
    for_each_entry(tree_, item, [&](uint32_t key, uint32_t value) {
      const std::string_view name = name_of(key);
      const auto part = std::find_if(parts.begin(), parts.end(),
                                     [&](const EntryPart& p) { return p.key == name; });
      const bool goes = part == parts.end() && is_signature_key(name);
      if (!goes) last = value;
      const std::size_t begin = node(key).span.begin;
      if (part != parts.end()) {
        const bool keeps = name == "role" || name == "release";
        if (!keeps) result_.edits.push_back({begin, node(value).span.end, text_of(*part)});
        parts.erase(part);
      } else if (goes) {
        // The first key of an item shares its line with the dash.
        const bool first = key == item + 1;
        const std::size_t from = first ? begin : line_begin(text_, begin);
        std::size_t to = next_line(text_, node(value).span.end);
        if (first) to = std::min(to + own, text_.size());
        result_.edits.push_back({from, to, ""});
      }
    });
    if (parts.empty()) return;
    std::vector<std::string> lines;
    for (const EntryPart& part : parts) {
      for (const std::string& words : part.lines) lines.push_back(std::string(own, ' ') + words);
    }
    insert_after(node(last).span.end, lines);
  }

  // --- the proof ---------------------------------------------------------------------------------

  SignOffEdit finish() {
    if (!result_.problem.empty()) return std::move(result_);
    const std::string after = apply_edits(text_, result_.edits);
    if (!is_as_meant(after)) {
      fail("the sign-off cannot be written here without changing what else the file says",
           "write it into a file of its own: `--to approvals/RELEASE/ROLE.yaml`",
           tree_.empty() ? 0 : node(record_).span.begin);
      result_.edits.clear();
    }
    return std::move(result_);
  }

  bool is_as_meant(std::string_view after) const {
    const Region before = region(text_);
    const Region behind = region(after);
    if (place_.markdown) {
      const uint32_t body = find_front_matter(text_).closed ? before.end : 0;
      const std::size_t fence =
          find_front_matter(text_).closed ? behind.end : find_front_matter(after).body;
      if (text_.substr(body) != after.substr(fence)) return false;
    }
    DiagnosticSink sink;
    const YamlTree fresh = parse_yaml(after.substr(behind.begin, behind.end - behind.begin),
                                      FileId{0}, behind.begin, {}, sink);
    if (sink.has_error() || fresh.empty()) return false;
    if (is_alone()) return true;
    const std::string_view key = list_key_ == 0 ? kKey : node(list_key_).text;
    return same_but(tree_, fresh, record_, key) && keeps_others(fresh, key);
  }

  // Every other sign-off is there, in its place.
  bool keeps_others(const YamlTree& fresh, std::string_view key) const {
    if (list_key_ == 0 || node(list_).kind != YamlKind::sequence) return true;
    const uint32_t list = fresh.find(record_, key);
    if (list == 0 || fresh.nodes[list].kind != YamlKind::sequence) return false;
    uint32_t there = list + 1;
    for (uint32_t item = list_ + 1; item < tree_.after(list_); item = tree_.after(item)) {
      if (there >= fresh.after(list)) return false;
      if (item != replaced_ && !same_value(tree_, item, fresh, there)) return false;
      there = fresh.after(there);
    }
    const bool one_more = there < fresh.after(list) && fresh.after(there) == fresh.after(list);
    return replaced_ != 0 ? there == fresh.after(list) : one_more;
  }

  std::string_view text_;
  const SignOffPlace& place_;
  const Kinds& kinds_;
  const SignOffEntry& entry_;
  std::string_view end_;
  YamlTree tree_;
  uint32_t record_ = 0;
  uint32_t list_key_ = 0;
  uint32_t list_ = 0;
  uint32_t replaced_ = 0;
  SignOffEdit result_;
};

}  // namespace

SignOffEdit add_sign_off(std::string_view text, const SignOffPlace& place, const Kinds& kinds,
                         const SignOffEntry& entry) {
  return SignOffEditor(text, place, kinds, entry).edit();
}

}  // namespace milepost
