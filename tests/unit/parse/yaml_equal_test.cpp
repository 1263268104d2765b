// The plain reader and yaml-cpp must give the same tree, with the same places, on everything.
#include <cstdint>
#include <string>
#include <vector>

#include "catch.h"
#include "parse/print.h"
#include "parse/yaml_full.h"
#include "parse/yaml_plain.h"
#include "text/source_text.h"

namespace milepost {
namespace {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}
  uint32_t below(uint32_t limit) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<uint32_t>((state_ >> 32) % limit);
  }
  const std::string& pick(const std::vector<std::string>& from) {
    return from[below(static_cast<uint32_t>(from.size()))];
  }

 private:
  uint64_t state_;
};

struct Compared {
  bool plain_done = false;
  std::string plain;
  std::string full;
};

Compared compare(const std::string& text) {
  const SourceText source("x.yaml", text);
  const YamlOptions options;
  Compared result;
  YamlTree plain;
  PlainYamlReader reader(source.bytes(), FileId{0}, 0, options, plain);
  result.plain_done = reader.run() == PlainEnd::done;
  if (!result.plain_done) return result;
  result.plain = print_yaml(plain, source);
  YamlTree full;
  const YamlMistake mistake = read_full_yaml(source.bytes(), FileId{0}, 0, options, full);
  if (mistake.code == 0) {
    result.full = print_yaml(full, source);
  } else {
    // A tab on an otherwise empty line and a question mark inside of a flow scalar are YAML, but
    // not to yaml-cpp.
    const bool quirk =
        mistake.message.find("illegal tab") != std::string::npos ||
        (text.find('?') != std::string::npos && text.find_first_of("[{") != std::string::npos);
    result.full = quirk ? result.plain : "yaml-cpp: " + mistake.message;
  }
  return result;
}

// Well-formed documents as records have them.
class RecordWriter {
 public:
  explicit RecordWriter(Random& random) : random_(random) {}

  std::string write() {
    text_.clear();
    if (random_.below(10) == 0) text_ += "---\n";
    if (random_.below(4) == 0) {
      sequence(0, 0);
    } else {
      mapping(0, 0);
    }
    if (random_.below(10) == 0) text_ += "...\n";
    if (random_.below(5) == 0) {
      std::string crlf;
      for (const char c : text_) crlf += c == '\n' ? "\r\n" : std::string(1, c);
      text_ = crlf;
    }
    if (random_.below(10) == 0 && !text_.empty()) text_.pop_back();
    return text_;
  }

 private:
  std::string scalar() {
    static const std::vector<std::string> kScalars = {"open",
                                                      "2026-06-30",
                                                      "Payment API v2",
                                                      "\"quoted: yes\"",
                                                      "'it''s'",
                                                      "~",
                                                      "null",
                                                      "no",
                                                      "010",
                                                      "caf\xC3\xA9 \xF0\x9F\x9F\xA2",
                                                      "a:b",
                                                      "http://x.y/z#q",
                                                      "#no",
                                                      "\"tab\\tq\\u00e9\"",
                                                      "''",
                                                      "\"\"",
                                                      "-5",
                                                      "?x",
                                                      ":y",
                                                      "a\xC2\xA0"
                                                      "b",
                                                      "x - y",
                                                      "\"a\\\\b\"",
                                                      "<b>",
                                                      "50%",
                                                      "(x)",
                                                      "a, b",
                                                      "[a]b",
                                                      "x{1}",
                                                      "true",
                                                      "NULL",
                                                      "'#5'",
                                                      "a'b\"c",
                                                      "*"};
    const std::string& s = random_.pick(kScalars);
    return s[0] == '#' || s == "[a]b" || s == "*" ? "plain" : s;
  }
  std::string flow(int depth) {
    const bool map = random_.below(2) == 0;
    std::string out = map ? "{" : "[";
    const uint32_t count = random_.below(4);
    for (uint32_t i = 0; i < count; ++i) {
      if (i > 0) out += random_.below(8) == 0 ? ",\n      " : ", ";
      if (map) out += random_.pick(keys()) + std::to_string(i) + ": ";
      if (depth < 3 && random_.below(4) == 0) {
        out += flow(depth + 1);
      } else {
        static const std::vector<std::string> kItems = {
            "a",   "2026-06-08..2026-06-12", "\"x, y\"", "'z'", "50%", "p99 < 200ms", "~",
            "T-1", "error_rate > 5%",        "a b",      "x:y"};
        out += random_.pick(kItems);
      }
    }
    if (random_.below(12) == 0 && count > 0) out += ",";
    return out + (map ? "}" : "]");
  }
  static const std::vector<std::string>& keys() {
    static const std::vector<std::string> kKeys = {"title", "Solution To", "owner",          "due",
                                                   "k",     "REL-1.x",     "\"quoted key\"", "'k2'",
                                                   "a/b",   "null",        "x y z"};
    return kKeys;
  }
  std::string comment() { return random_.below(8) == 0 ? "  # note: x" : ""; }
  void indent(int columns) { text_.append(static_cast<std::size_t>(columns), ' '); }
  void noise() {
    const uint32_t kind = random_.below(12);
    if (kind == 0) text_ += "\n";
    if (kind == 1) text_ += "  # a comment\n";
    if (kind == 2) text_ += "   \n";
  }
  void value(int columns, int depth) {
    const uint32_t kind = random_.below(14);
    if (kind < 7) {
      text_ += " " + scalar() + comment() + "\n";
    } else if (kind < 9) {
      text_ += " " + flow(0) + comment() + "\n";
    } else if (kind == 9) {
      text_ += comment() + "\n";
    } else if (kind == 10) {
      static const std::vector<std::string> kHeads = {"|", "|-", ">", ">-", "|+", ">+"};
      text_ += " " + random_.pick(kHeads) + comment() + "\n";
      const uint32_t lines = random_.below(4);
      for (uint32_t i = 0; i < lines; ++i) {
        if (random_.below(4) == 0) text_ += "\n";
        indent(columns + 2 + (random_.below(9) == 0 ? 2 : 0));
        text_ += random_.below(2) == 0 ? "some text: here\n" : "- item # no comment\n";
      }
      if (random_.below(4) == 0) text_ += "\n";
    } else if (depth < 4) {
      text_ += comment() + "\n";
      if (random_.below(2) == 0) {
        mapping(columns + 2, depth + 1);
      } else {
        sequence(columns + (random_.below(2) == 0 ? 0 : 2), depth + 1);
      }
    } else {
      text_ += " end\n";
    }
  }
  void mapping(int columns, int depth) {
    const uint32_t count = 1 + random_.below(5);
    for (uint32_t i = 0; i < count; ++i) {
      noise();
      indent(columns);
      pair(columns, depth, i);
    }
  }
  void pair(int columns, int depth, uint32_t i) {
    const std::string& key = random_.pick(keys());
    text_ += key.back() == '"' || key.back() == '\'' ? key : key + std::to_string(i);
    text_ += random_.below(10) == 0 ? " :" : ":";
    value(columns, depth);
  }
  void sequence(int columns, int depth) {
    const uint32_t count = 1 + random_.below(4);
    for (uint32_t i = 0; i < count; ++i) {
      noise();
      indent(columns);
      text_ += "-";
      if (depth < 4 && random_.below(2) == 0) {
        text_ += " ";
        const uint32_t pairs = 1 + random_.below(3);
        for (uint32_t k = 0; k < pairs; ++k) {
          if (k > 0) indent(columns + 2);
          pair(columns + 2, depth + 1, k);
        }
      } else if (depth < 4 && random_.below(8) == 0) {
        text_ += " - x\n";
        indent(columns + 2);
        text_ += "- y\n";
      } else {
        value(columns, depth + 1);
      }
    }
  }

  Random& random_;
  std::string text_;
};

TEST_CASE("plain reader and yaml-cpp agree on generated records", "[parse]") {
  int plain = 0;
  constexpr int kDocuments = 4000;
  for (int seed = 1; seed <= kDocuments; ++seed) {
    Random random(static_cast<uint64_t>(seed));
    const std::string text = RecordWriter(random).write();
    const Compared result = compare(text);
    if (!result.plain_done) continue;
    ++plain;
    if (result.plain != result.full) {
      INFO("seed " << seed << "\n" << text);
      CHECK(result.plain == result.full);
      return;
    }
  }
  // The test is worth something only if the plain reader takes most of them.
  CHECK(plain > kDocuments / 2);
}

std::string token_soup(uint64_t seed) {
  static const std::vector<std::string> kTokens = {
      "a",       "b",      ": ",     ":",      "- ",      "-",       "\n", "\n",       "\n  ",
      "\n    ",  "\n  - ", "\n- ",   "[",      "]",       "{",       "}",  ", ",       ",",
      "'",       "\"",     "#",      " #",     "|",       ">",       "? ", "&x",       "*x",
      "!",       "%",      "@",      "`",      " ",       "  ",      "\t", "~",        "null",
      "1",       "k: v",   "\nk: v", "--",     "\n---\n", "\n...\n", "\\", "\xC3\xA9", "\r\n",
      "|-\n  x", "\"q\"",  "'q'",    "[a, b]", "{a: b}"};
  Random random(seed + 1'000'000);
  std::string text;
  const uint32_t count = 1 + random.below(12);
  for (uint32_t i = 0; i < count; ++i) text += random.pick(kTokens);
  return text;
}

TEST_CASE("plain reader and yaml-cpp agree on token soup", "[parse]") {
  int plain = 0;
  for (uint64_t seed = 1; seed <= 30'000; ++seed) {
    const std::string text = token_soup(seed);
    const Compared result = compare(text);
    if (!result.plain_done) continue;
    ++plain;
    if (result.plain != result.full) {
      INFO("seed " << seed << "\n" << text);
      CHECK(result.plain == result.full);
      return;
    }
  }
  CHECK(plain > 2500);
}

// What every tree promises, however broken the text was.
std::string fault_of(const YamlTree& tree, uint32_t size) {
  std::vector<uint32_t> ends;
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const YamlNode& node = tree.nodes[i];
    while (!ends.empty() && i >= ends.back()) ends.pop_back();
    if (i > 0 && ends.empty()) return "two roots";
    if (node.size == 0 || i + node.size > (ends.empty() ? tree.nodes.size() : ends.back())) {
      return "size of node " + std::to_string(i);
    }
    if (node.span.begin > node.span.end || node.span.end > size) {
      return "span of node " + std::to_string(i);
    }
    const bool collection = node.kind == YamlKind::mapping || node.kind == YamlKind::sequence;
    if (!collection && node.size != 1) return "a scalar with children";
    if (collection) ends.push_back(i + node.size);
    if (node.kind != YamlKind::mapping) continue;
    uint32_t k = i + 1;
    while (k < i + node.size) {
      if (tree.nodes[k].kind != YamlKind::scalar) return "a key that is no scalar";
      if (tree.find(i, tree.nodes[k].text) != k + 1) return "a key given twice";
      k = tree.after(k);
      if (k >= i + node.size) return "a key without value";
      k = tree.after(k);
    }
  }
  return {};
}

TEST_CASE("whatever the text, the tree is sound", "[parse]") {
  for (uint64_t seed = 1; seed <= 10'000; ++seed) {
    const std::string text = token_soup(seed);
    DiagnosticSink sink;
    YamlOptions options;
    options.aliases = seed % 2 == 0;
    const YamlTree tree = parse_yaml(text, FileId{0}, 0, options, sink);
    const std::string fault = fault_of(tree, static_cast<uint32_t>(text.size()));
    if (!fault.empty()) {
      INFO("seed " << seed << "\n" << text);
      CHECK(fault.empty());
      INFO(fault);
      return;
    }
    for (const Diagnostic& d : sink.take_sorted()) {
      if (d.message.empty() || d.help.empty() || d.span.end > text.size()) {
        INFO("seed " << seed << "\n" << text);
        CHECK(d.span.end <= text.size());
        CHECK_FALSE(d.message.empty());
        CHECK_FALSE(d.help.empty());
        return;
      }
    }
  }
  CHECK(true);
}

}  // namespace
}  // namespace milepost
