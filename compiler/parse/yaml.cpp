// Reads YAML by the plain reader, else by yaml-cpp; mends mistakes in a copy to find the next ones.
#include "parse/yaml.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "parse/codes.h"
#include "parse/yaml_full.h"
#include "parse/yaml_mistake.h"
#include "parse/yaml_plain.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

// After so many mistakes, or so many bytes read for their sake, the rest is left unread.
constexpr std::size_t kMostMistakes = 100;
constexpr std::size_t kMostBytes = std::size_t{48} << 20;

// The first control character that YAML does not allow, or no mistake.
YamlMistake find_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    std::size_t length = 0;
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) length = 1;
    if (c == 0xC2 && i + 1 < text.size()) {
      const unsigned char next = static_cast<unsigned char>(text[i + 1]);
      if (next < 0xA0 && next != 0x85) length = 2;
    }
    if (length == 0) continue;
    const CodePoint found = code_point_at(text, i);
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    YamlMistake mistake;
    mistake.code = parse_code::control_character;
    mistake.begin = static_cast<uint32_t>(i);
    mistake.end = static_cast<uint32_t>(i + length);
    mistake.message = std::string("there is a control character (U+00") +
                      kDigits[(found.value >> 4) & 15] + kDigits[found.value & 15] + ") here";
    mistake.help = "remove it";
    std::string shown;
    append_utf8(shown, kReplacementCharacter);
    mistake.edits = {{mistake.begin, mistake.end, std::move(shown)}};
    return mistake;
  }
  return {};
}

// One attempt: the tree as far as it goes, and the first mistake (code 0: none).
YamlMistake read_once(std::string_view text, FileId file, uint32_t offset,
                      const YamlOptions& options, YamlTree& tree) {
  PlainYamlReader reader(text, file, offset, options, tree);
  switch (reader.run()) {
    case PlainEnd::done:
      return {};
    case PlainEnd::mistake:
      return reader.mistake();
    case PlainEnd::unusual:
      break;
  }
  tree.nodes.clear();
  return read_full_yaml(text, file, offset, options, tree);
}

// A copy of the text in which mistakes are mended, and where its bytes come from.
class MendedText {
 public:
  MendedText(std::string_view text, uint32_t offset) : text_(text), origin_(text.size() + 1) {
    for (std::size_t i = 0; i < origin_.size(); ++i) origin_[i] = offset + static_cast<uint32_t>(i);
  }

  const std::string& text() const { return text_; }
  uint32_t origin(uint32_t at) const { return origin_[std::min<std::size_t>(at, text_.size())]; }

  void apply(const YamlMistake& mistake) {
    std::string text;
    std::vector<uint32_t> origin;
    text.reserve(text_.size() + 16);
    origin.reserve(origin_.size() + 16);
    std::size_t at = 0;
    const auto copy_to = [&](std::size_t end) {
      text.append(text_, at, end - at);
      origin.insert(origin.end(), origin_.begin() + static_cast<std::ptrdiff_t>(at),
                    origin_.begin() + static_cast<std::ptrdiff_t>(end));
      at = end;
    };
    for (const YamlEdit& edit : mistake.edits) {
      copy_to(edit.begin);
      for (std::size_t i = 0; i < edit.text.size(); ++i) {
        origin.push_back(origin_[edit.begin + std::min<std::size_t>(i, edit.end - edit.begin)]);
      }
      text += edit.text;
      at = edit.end;
    }
    copy_to(text_.size());
    origin.push_back(origin_.back());
    text_ = std::move(text);
    origin_ = std::move(origin);
  }

 private:
  std::string text_;
  std::vector<uint32_t> origin_;
};

// Takes the later of two entries with the same key out of every mapping.
class DuplicateKeys {
 public:
  DuplicateKeys(YamlTree& tree, DiagnosticSink& sink) : tree_(tree), sink_(sink) {}

  void remove() {
    for (uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      if (tree_.nodes[i].kind == YamlKind::mapping) look_at(i);
    }
    if (!dropped_.empty()) compact();
  }

 private:
  void look_at(uint32_t mapping) {
    keys_.clear();
    for_each_entry(tree_, mapping, [this](uint32_t key, uint32_t) { keys_.push_back(key); });
    constexpr std::size_t kFew = 12;
    if (keys_.size() <= kFew) {
      for (std::size_t b = 1; b < keys_.size(); ++b) {
        for (std::size_t a = 0; a < b; ++a) {
          if (tree_.nodes[keys_[a]].text == tree_.nodes[keys_[b]].text) {
            report(keys_[a], keys_[b]);
            break;
          }
        }
      }
      return;
    }
    std::ranges::stable_sort(keys_, {}, [this](uint32_t key) { return tree_.nodes[key].text; });
    std::size_t first = 0;
    for (std::size_t i = 1; i < keys_.size(); ++i) {
      if (tree_.nodes[keys_[i]].text == tree_.nodes[keys_[first]].text) {
        report(keys_[first], keys_[i]);
      } else {
        first = i;
      }
    }
  }

  void report(uint32_t first, uint32_t second) {
    Diagnostic diagnostic;
    diagnostic.code = parse_code::duplicate_key;
    diagnostic.span = tree_.nodes[second].span;
    diagnostic.message =
        "the key " + excerpt(tree_.nodes[second].text) + " is given twice; the first one counts";
    diagnostic.help = "remove one of the two";
    diagnostic.related.push_back({tree_.nodes[first].span, "first given here"});
    sink_.report(std::move(diagnostic));
    dropped_.push_back(second);
  }

  void compact() {
    const uint32_t count = static_cast<uint32_t>(tree_.nodes.size());
    std::vector<uint32_t> kept_before(count + 1, 1);
    kept_before[0] = 0;
    for (const uint32_t key : dropped_) {
      const uint32_t end = tree_.after(tree_.after(key));
      for (uint32_t i = key; i < end; ++i) kept_before[i + 1] = 0;
    }
    for (uint32_t i = 0; i < count; ++i) kept_before[i + 1] += kept_before[i];
    std::vector<YamlNode> kept;
    kept.reserve(kept_before[count]);
    for (uint32_t i = 0; i < count; ++i) {
      if (kept_before[i + 1] == kept_before[i]) continue;
      kept.push_back(tree_.nodes[i]);
      kept.back().size = kept_before[i + tree_.nodes[i].size] - kept_before[i];
    }
    tree_.nodes = std::move(kept);
  }

  YamlTree& tree_;
  DiagnosticSink& sink_;
  std::vector<uint32_t> keys_;
  std::vector<uint32_t> dropped_;
};

// `title: #12` is null and a comment, `title: Issue #12 open` is "Issue" and one.
void warn_of_comments(const YamlTree& tree, std::string_view text, uint32_t offset,
                      DiagnosticSink& sink) {
  if (text.find('#') == std::string_view::npos) return;
  for (const YamlNode& node : tree.nodes) {
    const bool is_empty = node.kind == YamlKind::null && node.text.empty();
    if (!is_empty && (node.kind != YamlKind::scalar || node.style != YamlStyle::plain)) continue;
    if (node.span.end < offset || node.span.end - offset >= text.size()) continue;
    std::size_t at = node.span.end - offset;
    if (is_empty) {
      while (at < text.size() && is_ascii_blank(text[at])) ++at;
      if (at < text.size() && text[at] == ':') ++at;
    }
    const std::size_t value_end = at;
    while (at < text.size() && is_ascii_blank(text[at])) ++at;
    if (at == value_end || at + 1 >= text.size() || text[at] != '#') continue;
    const bool meant = is_empty ? is_ascii_alnum(text[at + 1]) : is_ascii_digit(text[at + 1]);
    if (!meant) continue;
    const uint32_t begin = is_empty ? static_cast<uint32_t>(at) : node.span.begin - offset;
    const uint32_t end = line_end_of(text, begin);
    const std::string_view whole = trim_right(text.substr(begin, end - begin));
    const std::string_view comment = trim_right(text.substr(at, end - at));
    Diagnostic diagnostic;
    diagnostic.code = parse_code::comment_in_value;
    diagnostic.severity = Severity::warning;
    diagnostic.span = Span{node.span.file, offset + static_cast<uint32_t>(at),
                           offset + static_cast<uint32_t>(at + comment.size())};
    diagnostic.message =
        "YAML reads " + excerpt(comment) + " as a comment, so the value is " +
        (is_empty ? "empty" : excerpt(text.substr(begin, node.span.end - offset - begin)));
    const uint32_t line = line_begin_of(text, begin);
    diagnostic.help = "quote the value: `" +
                      std::string(trim_left(text.substr(line, begin - line))) + quoted_yaml(whole) +
                      "`, or put a space after the `#` of a comment";
    sink.report(std::move(diagnostic));
  }
}

// A line that is pasted from a web page may be indented with no-break spaces. They are no
// indentation to YAML but letters of a key, which then belongs to the wrong mapping.
void report_hard_spaces(const YamlTree& tree, DiagnosticSink& sink) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].kind != YamlKind::mapping) continue;
    for_each_entry(tree, i, [&](uint32_t key, uint32_t) {
      const YamlNode& node = tree.nodes[key];
      if (node.style != YamlStyle::plain || !node.text.starts_with(kNoBreakSpace)) return;
      Diagnostic diagnostic;
      diagnostic.code = parse_code::bad_indent;
      diagnostic.span = node.span;
      diagnostic.message =
          "the line is indented with no-break spaces, which YAML takes for letters";
      diagnostic.help = "replace them by spaces";
      sink.report(std::move(diagnostic));
    });
  }
}

// Whether a CR ends a line without an LF.
bool has_lone_cr(std::string_view text) {
  std::size_t at = text.find('\r');
  while (at != std::string_view::npos) {
    if (at + 1 == text.size() || text[at + 1] != '\n') return true;
    at = text.find('\r', at + 1);
  }
  return false;
}

void report(const YamlMistake& mistake, FileId file, uint32_t begin, uint32_t end,
            DiagnosticSink& sink) {
  Diagnostic diagnostic;
  diagnostic.code = mistake.code;
  diagnostic.span = Span{file, begin, std::max(begin, end)};
  diagnostic.message = mistake.message;
  diagnostic.help = mistake.help;
  sink.report(std::move(diagnostic));
}

// The tree of a text with mistakes, all of them reported.
void read_mended(std::string_view text, FileId file, uint32_t offset, const YamlOptions& options,
                 YamlMistake mistake, YamlTree& tree, DiagnosticSink& sink) {
  MendedText mended(text, offset);
  std::string_view copy;
  std::size_t bytes = 0;
  for (std::size_t count = 1;; ++count) {
    report(mistake, file, mended.origin(mistake.begin), mended.origin(mistake.end), sink);
    if (mistake.edits.empty() || count >= kMostMistakes || bytes > kMostBytes) break;
    mended.apply(mistake);
    bytes += mended.text().size();
    tree.nodes.clear();
    // The tree's views are into this copy, which lives as long as the tree.
    copy = tree.storage.emplace_back(mended.text());
    mistake = find_control(copy);
    if (mistake.code != 0) continue;
    mistake = read_once(copy, file, 0, options, tree);
    if (mistake.code == 0) break;
  }
  if (copy.empty()) {
    // Nothing could be mended: the tree is that of the first attempt, with places of its own.
    return;
  }
  if (mistake.code == 0) {
    DiagnosticSink warnings;
    warn_of_comments(tree, copy, 0, warnings);
    for (Diagnostic& warning : warnings.take_sorted()) {
      warning.span.begin = mended.origin(warning.span.begin);
      warning.span.end = mended.origin(warning.span.end);
      sink.report(std::move(warning));
    }
  }
  for (YamlNode& node : tree.nodes) {
    node.span.begin = mended.origin(node.span.begin);
    node.span.end = std::max(node.span.begin, mended.origin(node.span.end));
  }
}

}  // namespace

YamlTree parse_yaml(std::string_view text, FileId file, uint32_t offset, const YamlOptions& options,
                    DiagnosticSink& sink) {
  YamlTree tree;
  if (has_lone_cr(text)) {
    // A copy of the same length in which all lines end alike, so that all places stay as they are.
    std::string& copy = tree.storage.emplace_back(text);
    for (std::size_t i = 0; i < copy.size(); ++i) {
      if (copy[i] == '\r' && (i + 1 == copy.size() || copy[i + 1] != '\n')) copy[i] = '\n';
    }
    text = copy;
  }
  YamlMistake mistake = find_control(text);
  if (mistake.code == 0) mistake = read_once(text, file, offset, options, tree);
  if (mistake.code != 0) {
    read_mended(text, file, offset, options, std::move(mistake), tree, sink);
  } else {
    warn_of_comments(tree, text, offset, sink);
  }
  if (text.find("\u00A0") != std::string_view::npos) report_hard_spaces(tree, sink);
  DuplicateKeys(tree, sink).remove();
  return tree;
}

uint32_t YamlTree::find(uint32_t mapping, std::string_view key) const {
  if (mapping >= nodes.size() || nodes[mapping].kind != YamlKind::mapping) return 0;
  uint32_t found = 0;
  for_each_entry(*this, mapping, [&](uint32_t k, uint32_t v) {
    if (found == 0 && nodes[k].text == key) found = v;
  });
  return found;
}

}  // namespace milepost
