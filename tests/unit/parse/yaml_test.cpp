// Tests of YAML: the tree with its places, and every trap of the language with its cure.
#include "parse/yaml.h"

#include <chrono>
#include <string>
#include <vector>

#include "catch.h"
#include "parse/print.h"
#include "text/source_text.h"

namespace milepost {
namespace {

struct Parsed {
  SourceText source;
  YamlTree tree;
  std::vector<Diagnostic> diagnostics;

  std::string print() const { return print_yaml(tree, source); }
  // "MP110 1:4-1:6; …"
  std::string codes() const {
    std::string result;
    for (const Diagnostic& d : diagnostics) {
      const LineColumn from = source.position(d.span.begin);
      const LineColumn to = source.position(d.span.end);
      if (!result.empty()) result += "; ";
      result += "MP" + std::to_string(d.code) + " " + std::to_string(from.line) + ":" +
                std::to_string(from.column) + "-" + std::to_string(to.line) + ":" +
                std::to_string(to.column);
    }
    return result;
  }
  std::string value(std::string_view key) const {
    const uint32_t at = tree.empty() ? 0 : tree.find(0, key);
    return at == 0 ? "(none)" : std::string(tree.nodes[at].text);
  }
};

Parsed parse(std::string text, const YamlOptions& options = {}) {
  Parsed result{SourceText("x.yaml", std::move(text)), {}, {}};
  DiagnosticSink sink;
  result.tree = parse_yaml(result.source.bytes(), FileId{0}, 0, options, sink);
  result.diagnostics = sink.take_sorted();
  return result;
}

Parsed parse_front_matter(std::string text) {
  YamlOptions options;
  options.aliases = false;
  return parse(std::move(text), options);
}

TEST_CASE("a YAML tree has the place of every key and value", "[parse]") {
  const Parsed got = parse(
      "title: Caf\xC3\xA9 \xF0\x9F\x9F\xA2 plan  # note\n"
      "owner: \"ana\"\n"
      "tags: [a, 'b c', {k: v}]\n"
      "empty:\n"
      "list:\n"
      "- one\n"
      "- x: 1\n"
      "  y: |\n"
      "    long\n"
      "    text\n");
  CHECK(got.codes().empty());
  CHECK(got.print() ==
        "mapping 1:1-10:9\n"
        "  plain \"title\" 1:1-1:6\n"
        "  plain \"Caf\xC3\xA9 \xF0\x9F\x9F\xA2 plan\" 1:8-1:19\n"
        "  plain \"owner\" 2:1-2:6\n"
        "  quoted \"ana\" 2:8-2:13\n"
        "  plain \"tags\" 3:1-3:5\n"
        "  sequence 3:7-3:25\n"
        "    plain \"a\" 3:8-3:9\n"
        "    quoted \"b c\" 3:11-3:16\n"
        "    mapping 3:18-3:24\n"
        "      plain \"k\" 3:19-3:20\n"
        "      plain \"v\" 3:22-3:23\n"
        "  plain \"empty\" 4:1-4:6\n"
        "  null 4:6-4:6\n"
        "  plain \"list\" 5:1-5:5\n"
        "  sequence 6:1-10:9\n"
        "    plain \"one\" 6:3-6:6\n"
        "    mapping 7:3-10:9\n"
        "      plain \"x\" 7:3-7:4\n"
        "      plain \"1\" 7:6-7:7\n"
        "      plain \"y\" 8:3-8:4\n"
        "      block \"long\\ntext\\n\" 8:6-10:9\n");
}

TEST_CASE("scalars are what was written, not what YAML 1.1 guesses", "[parse]") {
  const Parsed got = parse("a: no\nb: 010\nc: 1.10\nd: on\ne: 12:30:00\nf: 2026-06-30\n");
  CHECK(got.value("a") == "no");
  CHECK(got.value("b") == "010");
  CHECK(got.value("c") == "1.10");
  CHECK(got.value("d") == "on");
  CHECK(got.value("e") == "12:30:00");
  CHECK(got.value("f") == "2026-06-30");
}

TEST_CASE("text survives exactly", "[parse]") {
  const Parsed got = parse(
      "a: C:\\New\nb: AT&amp;T\nc: '{{x}}'\nd: \"\\u00e9\\x41\\U0001F7E2\\n\"\ne: 'it''s'\n"
      "f: a\xC2\xA0"
      "b\n");
  CHECK(got.codes().empty());
  CHECK(got.value("a") == "C:\\New");
  CHECK(got.value("b") == "AT&amp;T");
  CHECK(got.value("c") == "{{x}}");
  CHECK(got.value("d") ==
        "\xC3\xA9"
        "A\xF0\x9F\x9F\xA2\n");
  CHECK(got.value("e") == "it's");
  CHECK(got.value("f") ==
        "a\xC2\xA0"
        "b");
}

TEST_CASE("views survive a move of the tree", "[parse]") {
  Parsed got = parse("a: \"x\\ty\"\nb: @c\n");
  const YamlTree moved = std::move(got.tree);
  CHECK(moved.nodes[moved.find(0, "a")].text == "x\ty");
  CHECK(moved.nodes[moved.find(0, "b")].text == "@c");
}

struct Trap {
  std::string name;
  std::string text;
  std::string codes;
  std::string help;  // must occur in the first help
};

TEST_CASE("YAML traps have a place and a cure", "[parse]") {
  const std::vector<Trap> traps = {
      {"at sign", "owner: @ana\n", "MP110 1:8-1:12", "`owner: \"@ana\"`"},
      {"backtick", "cmd: `x`\n", "MP110 1:6-1:9", "quote it"},
      {"percent", "share: %50\n", "MP110 1:8-1:11", "`share: \"%50\"`"},
      {"colon in value", "title: Foo: bar\n", "MP110 1:8-1:16", "`title: \"Foo: bar\"`"},
      {"colon at end", "title: Note:\n", "MP110 1:8-1:13", "`title: \"Note:\"`"},
      {"colon in item", "- Foo: bar: baz\n", "MP110 1:8-1:16", "`- Foo: \"bar: baz\"`"},
      {"text after quotes", "t: \"Foo\" bar\n", "MP110 1:4-1:13", "`t: '\"Foo\" bar'`"},
      {"text after brackets", "t: [WIP] Move\n", "MP110 1:4-1:14", "`t: \"[WIP] Move\"`"},
      {"text after braces", "t: {x} y\n", "MP110 1:4-1:9", "quote it"},
      {"greater than", "due: > 5 days\n", "MP110 1:6-1:14", "`due: \"> 5 days\"`"},
      {"bar", "t: | x\n", "MP110 1:4-1:7", "quote it"},
      {"dash alone", "status: -\n", "MP110 1:9-1:10", "`status: \"-\"`"},
      {"list on key line", "a: - b\n", "MP101 1:4-1:7", "[a, b]"},
      {"comma alone", ",\n", "MP110 1:1-1:2", "\",\""},
      {"comma value", "a: ,b\n", "MP110 1:4-1:6", "quote it"},
      {"bracket value", "a: ]b\n", "MP110 1:4-1:6", "quote it"},
      {"tag", "a: !important fix\n", "MP118 1:4-1:18", "`a: \"!important fix\"`"},
      {"alias of nothing", "a: *bold* text\n", "MP103 1:4-1:15", "`a: \"*bold* text\"`"},
      {"tab indentation", "a:\n\tb: 1\n\tc: 2\n", "MP109 2:1-2:2", "spaces"},
      {"open double quote", "a: \"x\nb: 1\n", "MP111 1:4-1:5", "`\"`"},
      {"open quote swallowing", "a: \"x\nb: \"y\"\nc: 2\n", "MP111 1:4-1:5", "`\"`"},
      {"open quote swallowing more", "a: &k 1\nb: \"x\nc: \"\nd: *k\n",
       "MP111 2:4-2:5; MP111 3:4-3:5", "`\"`"},
      {"apostrophe", "a: 'tis late\nb: 1\n", "MP111 1:4-1:5", "apostrophe"},
      {"open bracket", "a: [x, y\nb: 1\n", "MP114 1:4-1:5", "`]`"},
      {"open brace", "a: {x: 1\n", "MP114 1:4-1:5", "`}`"},
      {"open bracket at a list", "- [x, y\n- z\n", "MP114 1:3-1:4", "`]`"},
      {"content beside a list", "- a\nb: c\n", "MP113 2:1-2:2", "indent"},
      {"list beside keys", "a: 1\n- b\n", "MP113 2:1-2:4", "key"},
      {"no colon", "a: 1\nsome text\nb: 2\n", "MP113 2:1-2:10", "key"},
      {"no space after colon", "title:Foo\nkind: risk\n", "MP101 1:1-1:10", "`title: Foo`"},
      {"no space in the middle", "a: 1\ntitle:Foo\n", "MP101 2:1-2:10", "`title: Foo`"},
      {"too much indentation", "a: 1\n  b: 2\nc: 3\n", "MP119 2:3-2:4", "do not indent"},
      {"too little indentation", "- a: 1\n  b: 2\n c: 3\n", "MP119 3:2-3:3", "2 spaces"},
      {"list under a value", "owner: ana\n  - bob\n  - li\n", "MP119 2:3-2:4", "remove the value"},
      {"complex key", "? a\n: b\nc: d\n", "MP105 1:1-1:4", "`key: value`"},
      {"list as key", "[a]: b\n", "MP105 1:1-1:4", "quote it"},
      {"no key", ": b\n", "MP113 1:1-1:4", "`key: value`"},
      {"key with at sign", "@a: b\n", "MP110 1:1-1:3", "\"@a\""},
      {"second document", "a: 1\n---\nb: 2\n", "MP104 2:1-2:4", "file of its own"},
      {"second document after dots", "a: 1\n...\nb: 2\n", "MP104 3:1-3:5", "`...`"},
      {"second document after anchors", "a: &x 1\n---\nb: 2\n", "MP104 2:1-2:4", "file of its own"},
      {"bad escape", "a: \"C:\\Qx\"\n", "MP120 1:7-1:9", "`'C:\\Qx'`"},
      {"short escape", "a: \"\\u12\"\n", "MP120 1:5-1:7", "single quotes"},
      {"surrogate escape", "a: \"\\uD800\"\n", "MP120 1:5-1:7", "single quotes"},
      {"control character", "a: x\x01y\n", "MP108 1:5-1:6", "remove"},
      {"end of file character", "a: x\nb: \x04\nc: 1\n", "MP108 2:4-2:5", "remove"},
      {"C1 control", "a: \xC2\x9By\n", "MP108 1:4-1:5", "remove"},
      {"number sign value", "title: #12\n", "MP112 1:8-1:11", "`title: \"#12\"`"},
      {"number sign in value", "t: Issue #12 open\n", "MP112 1:10-1:18", "`t: \"Issue #12 open\"`"},
      {"alias inside itself", "a: &x [*x]\n", "MP103 1:8-1:10", "write out"},
      {"merge of no mapping", "a: &x 1\nb:\n  <<: *x\n  c: 2\n", "MP115 3:7-3:9", "mapping"},
      {"duplicate key", "a: 1\nb: 2\na: 3\n", "MP102 3:1-3:2", "remove"},
  };
  for (const Trap& trap : traps) {
    INFO(trap.name);
    const Parsed got = parse(trap.text);
    CHECK(got.codes() == trap.codes);
    REQUIRE_FALSE(got.diagnostics.empty());
    CHECK(got.diagnostics[0].help.find(trap.help) != std::string::npos);
  }
}

TEST_CASE("a mended value is read as it was meant", "[parse]") {
  const Parsed got = parse("owner: @ana\ntitle: Foo: bar\nlist: [x, y\nq: \"open\nlast: 1\n");
  CHECK(got.value("owner") == "@ana");
  CHECK(got.value("title") == "Foo: bar");
  CHECK(got.value("q") == "open");
  CHECK(got.value("last") == "1");
  const YamlNode& list = got.tree.nodes[got.tree.find(0, "list")];
  CHECK(list.size == 3);
  const YamlNode& title = got.tree.nodes[got.tree.find(0, "title")];
  CHECK(got.source.slice(title.span.begin, title.span.end) == "Foo: bar");
  CHECK(got.diagnostics.size() == 4);
}

TEST_CASE("one run shows all mistakes", "[parse]") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "k" + std::to_string(i) + ": @x\n";
  const Parsed got = parse(text);
  REQUIRE(got.diagnostics.size() == 20);
  for (uint32_t i = 0; i < 20; ++i) {
    CHECK(got.source.position(got.diagnostics[i].span.begin).line == i + 1);
    CHECK(got.value("k" + std::to_string(i)) == "@x");
  }
}

TEST_CASE("places behind a mended line are right", "[parse]") {
  const Parsed got = parse("a: 1\n  b: 2\n  c: 3\nd: @x\n");
  CHECK(got.codes() == "MP119 2:3-2:4; MP110 4:4-4:6");
  const YamlNode& c = got.tree.nodes[got.tree.find(0, "c")];
  CHECK(got.source.slice(c.span.begin, c.span.end) == "3");
}

TEST_CASE("duplicate keys name both places and the first counts", "[parse]") {
  const Parsed got = parse("a: 1\nb: {x: 1, x: [2, 3]}\na: 2\n");
  CHECK(got.codes() == "MP102 2:11-2:12; MP102 3:1-3:2");
  CHECK(got.value("a") == "1");
  REQUIRE(got.diagnostics[1].related.size() == 1);
  CHECK(got.diagnostics[1].related[0].span.begin == 0);
  CHECK(got.tree.nodes.size() == 7);
  std::string many;
  for (int i = 0; i < 40; ++i)
    many += "k" + std::to_string(i % 30) + ": " + std::to_string(i) + "\n";
  const Parsed big = parse(many);
  CHECK(big.diagnostics.size() == 10);
  CHECK(big.value("k3") == "3");
  CHECK(big.tree.nodes.size() == 61);
}

TEST_CASE("comments that are meant as such pass", "[parse]") {
  CHECK(parse("a: 1 # 12 left\nb: # later\n  c: 1\nd: x #note\n").codes().empty());
}

TEST_CASE("anchors, aliases and merge keys work in YAML files", "[parse]") {
  const Parsed got = parse(
      "base: &b {x: 1, y: 2}\n"
      "one: *b\n"
      "two:\n"
      "  <<: *b\n"
      "  y: 3\n"
      "many: {<<: [*b, {z: 4}]}\n");
  CHECK(got.codes().empty());
  CHECK(got.print() ==
        "mapping 1:1-6:25\n"
        "  plain \"base\" 1:1-1:5\n"
        "  mapping 1:10-1:22\n"
        "    plain \"x\" 1:11-1:12\n"
        "    plain \"1\" 1:14-1:15\n"
        "    plain \"y\" 1:17-1:18\n"
        "    plain \"2\" 1:20-1:21\n"
        "  plain \"one\" 2:1-2:4\n"
        "  mapping 2:6-2:8\n"
        "    plain \"x\" 1:11-1:12\n"
        "    plain \"1\" 1:14-1:15\n"
        "    plain \"y\" 1:17-1:18\n"
        "    plain \"2\" 1:20-1:21\n"
        "  plain \"two\" 3:1-3:4\n"
        "  mapping 4:3-5:7\n"
        "    plain \"y\" 5:3-5:4\n"
        "    plain \"3\" 5:6-5:7\n"
        "    plain \"x\" 1:11-1:12\n"
        "    plain \"1\" 1:14-1:15\n"
        "  plain \"many\" 6:1-6:5\n"
        "  mapping 6:7-6:25\n"
        "    plain \"x\" 1:11-1:12\n"
        "    plain \"1\" 1:14-1:15\n"
        "    plain \"y\" 1:17-1:18\n"
        "    plain \"2\" 1:20-1:21\n"
        "    plain \"z\" 6:18-6:19\n"
        "    plain \"4\" 6:21-6:22\n");
}

TEST_CASE("front matter has no anchors and aliases", "[parse]") {
  CHECK(parse_front_matter("a: &x 1\n").codes() == "MP103 1:4-1:8");
  CHECK(parse_front_matter("a: *urgent*\n").codes() == "MP103 1:4-1:12");
  CHECK(parse_front_matter("a: [*x, b]\n").codes() == "MP103 1:5-1:7");
  const Parsed bold = parse_front_matter("title: **Bold** move\n");
  CHECK(bold.value("title") == "**Bold** move");
  CHECK(bold.diagnostics[0].help.find("`title: \"**Bold** move\"`") != std::string::npos);
}

TEST_CASE("an alias bomb ends at the budget", "[parse]") {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int k = 0; k < 10; ++k) text += (k > 0 ? ", " : "") + last;
    text += "]\n";
  }
  const Parsed got = parse(text);
  REQUIRE_FALSE(got.diagnostics.empty());
  CHECK(got.diagnostics[0].code == 107);
  CHECK(got.tree.nodes.size() <= 200'000);
}

TEST_CASE("nesting and numbers of nodes are bounded", "[parse]") {
  const Parsed brackets = parse(std::string(100'000, '['));
  REQUIRE_FALSE(brackets.diagnostics.empty());
  CHECK(brackets.diagnostics[0].code == 106);
  const Parsed anchored = parse("a: &x 1\nb: " + std::string(100'000, '[') + "\n");
  REQUIRE_FALSE(anchored.diagnostics.empty());
  CHECK(anchored.diagnostics[0].code == 114);
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  CHECK(parse(deep).diagnostics.at(0).code == 106);
  std::string dashes;
  for (int i = 0; i < 5000; ++i) dashes += "- ";
  CHECK(parse(dashes + "x\n").diagnostics.at(0).code == 106);
  YamlOptions few;
  few.max_nodes = 100;
  std::string list;
  for (int i = 0; i < 200; ++i) list += "- x\n";
  const Parsed cut = parse(list, few);
  CHECK(cut.codes() == "MP107 100:3-100:3");
  CHECK(cut.tree.nodes.size() == 100);
}

TEST_CASE("no YAML text takes long", "[parse]") {
  const auto repeat = [](const std::string& piece, std::size_t bytes) {
    std::string result;
    while (result.size() < bytes) result += piece;
    return result;
  };
  constexpr std::size_t kSize = 64 * 1024;
  const std::vector<std::string> texts = {repeat(",", kSize),
                                          repeat("[", kSize),
                                          repeat("{", kSize),
                                          repeat("- ", kSize),
                                          repeat("? ", kSize),
                                          repeat("\"", kSize),
                                          repeat("'", kSize),
                                          repeat("a: ", kSize),
                                          repeat("a: @x\n", kSize),
                                          repeat("- a\nb: c\n", kSize),
                                          repeat("&a ", kSize),
                                          repeat("*a\n", kSize),
                                          repeat("!", kSize),
                                          repeat("a: \"\n", kSize),
                                          repeat("a: [\n", kSize),
                                          repeat("a: |\n", kSize),
                                          repeat("  a: 1\n b: 2\n", kSize),
                                          repeat("\t", kSize),
                                          repeat("---\n", kSize),
                                          repeat("x\n", kSize),
                                          repeat("a: 'x\n\n", kSize),
                                          "a: &x 1\n" + repeat("[", kSize),
                                          "a: &x 1\n" + repeat("b: \"x\n", kSize),
                                          "a: &x 1\n" + repeat("b: @x\n", kSize),
                                          repeat("\x01", kSize),
                                          repeat("- \n", kSize),
                                          repeat("{a: ", kSize),
                                          repeat("a:\n ", kSize)};
  for (const std::string& text : texts) {
    const auto start = std::chrono::steady_clock::now();
    parse(text);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    INFO(text.substr(0, 20));
    CHECK(seconds < 10);
  }
}

TEST_CASE("documents without content give an empty tree", "[parse]") {
  for (const char* text : {"", "\n", "# only a comment\n", "---\n", "---\n...\n", "---\n---\n"}) {
    INFO(text);
    const Parsed got = parse(text);
    CHECK(got.tree.empty());
    CHECK(got.codes().empty());
  }
}

TEST_CASE("CRLF and CR end lines", "[parse]") {
  const Parsed crlf = parse("a: 1\r\nb:\r\n- x\r\n- |\r\n  y\r\n  z\r\n");
  CHECK(crlf.codes().empty());
  CHECK(crlf.value("a") == "1");
  CHECK(crlf.tree.nodes.back().text == "y\nz\n");
  const Parsed cr = parse("a: 1\rb: 2\r");
  CHECK(cr.value("a") == "1");
  CHECK(cr.value("b") == "2");
}

TEST_CASE("values over several lines are read by the full parser", "[parse]") {
  const Parsed got =
      parse("a: one\n  two\n\n  three\nb: \"x\n  y\"\nc: >2\n    z\nd: [p,\n  q r\n  s]\n");
  CHECK(got.codes().empty());
  CHECK(got.value("a") == "one two\nthree");
  CHECK(got.value("b") == "x y");
  const YamlNode& a = got.tree.nodes[got.tree.find(0, "a")];
  CHECK(got.source.slice(a.span.begin, a.span.end) == "one\n  two\n\n  three");
  const YamlNode& b = got.tree.nodes[got.tree.find(0, "b")];
  CHECK(got.source.slice(b.span.begin, b.span.end) == "\"x\n  y\"");
}

TEST_CASE("spans count from the start of the file", "[parse]") {
  const std::string file = "---\na: @b\n---\n";
  DiagnosticSink sink;
  const YamlTree tree = parse_yaml(std::string_view(file).substr(4, 6), FileId{7}, 4, {}, sink);
  CHECK(tree.nodes[tree.find(0, "a")].span == Span{FileId{7}, 7, 9});
  CHECK(sink.take_sorted().at(0).span == Span{FileId{7}, 7, 9});
}

}  // namespace
}  // namespace milepost
