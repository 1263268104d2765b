// Tests of documents: front matter, bodies, YAML files, limits, and what order and threads change.
#include "parse/parse.h"

#include <string>
#include <vector>

#include "catch.h"
#include "files/source_tree.h"
#include "load/load.h"
#include "parse/print.h"

namespace milepost {
namespace {

struct Parsed {
  SourceSet sources;
  DocumentSet documents;
  std::vector<Diagnostic> diagnostics;

  const Document& first() const { return documents.documents[0]; }
  std::string value(std::string_view key) const {
    const YamlTree& tree = first().yaml;
    const uint32_t at = tree.empty() ? 0 : tree.find(0, key);
    return at == 0 ? "(none)" : std::string(tree.nodes[at].text);
  }
  std::string words() const {
    const Tape& tape = first().body;
    return plain_text(tape, {0, static_cast<uint32_t>(tape.nodes.size())});
  }
  std::string codes() const {
    std::string result;
    for (const Diagnostic& d : diagnostics) {
      const LineColumn at = sources.file(d.span.file).text.position(d.span.begin);
      result += "MP" + std::to_string(d.code) + " " + std::to_string(at.line) + ":" +
                std::to_string(at.column) + " ";
    }
    return result;
  }
};

Parsed parse(const MemoryTree& tree, const ParseOptions& options = {}) {
  Parsed result;
  DiagnosticSink unheard;
  DiagnosticSink sink;
  result.sources = load_program(tree, {}, unheard);
  result.documents = parse_documents(result.sources, options, sink);
  result.diagnostics = sink.take_sorted();
  return result;
}

Parsed parse_one(const std::string& text, const ParseOptions& options = {}) {
  MemoryTree tree;
  tree.add("a.md", text);
  return parse(tree, options);
}

TEST_CASE("front matter and body are told apart", "[parse]") {
  const Parsed got = parse_one("---\ntitle: T\nowner: ana\n---\n\n# Head\n");
  CHECK(got.codes().empty());
  CHECK(got.value("title") == "T");
  CHECK(got.words() == "Head");
  CHECK(got.first().front_matter == Span{FileId{0}, 0, 28});
  CHECK(got.first().body.nodes[1].begin == 29);
  CHECK(got.sources.files[0].text.position(got.first().body.nodes[1].begin) == LineColumn{6, 1});
}

TEST_CASE("front matter may end with dots, CRLF and spaces, and begin behind a mark", "[parse]") {
  CHECK(parse_one("--- \r\ntitle: T\r\n--- \r\nbody\r\n").value("title") == "T");
  CHECK(parse_one("---\ntitle: T\n...\nbody\n").words() == "body");
  CHECK(parse_one("\xEF\xBB\xBF---\ntitle: T\n---\nbody\n").value("title") == "T");
  CHECK(parse_one("---\n---\nbody\n").words() == "body");
  CHECK(parse_one("---\n# comment\n---\nbody\n").words() == "body");
  CHECK(parse_one("---\ntitle: T\n---").value("title") == "T");
}

TEST_CASE("a file without front matter is all body", "[parse]") {
  for (const char* text :
       {"title: x\n", "\n---\na: 1\n---\n", "# H\n\n---\n\nx\n", "----\na: 1\n----\n", ""}) {
    INFO(text);
    const Parsed got = parse_one(text);
    CHECK(got.first().yaml.empty());
    CHECK_FALSE(got.first().front_matter.is_place());
    CHECK(got.codes().empty());
  }
}

TEST_CASE("front matter that is never closed is an error and still read", "[parse]") {
  const Parsed got = parse_one("---\ntitle: T\nowner: ana\n\nThe body.\n");
  CHECK(got.codes() == "MP116 1:1 ");
  CHECK(got.value("owner") == "ana");
  CHECK(got.words() == "The body.");
}

TEST_CASE("a rule at the start of a page is no front matter", "[parse]") {
  const Parsed got = parse_one("---\nSome words\n");
  CHECK(got.codes().empty());
  CHECK(got.words() == "Some words");
}

TEST_CASE("front matter that is no mapping is an error and nothing is lost", "[parse]") {
  const Parsed list = parse_one("---\n- a\n- b\n---\nbody\n");
  CHECK(list.codes() == "MP117 2:1 ");
  CHECK(list.words().find("a") != std::string::npos);
  CHECK(list.first().yaml.empty());
  CHECK(parse_one("---\n\njust words\n\n---\nbody\n").codes() == "MP117 3:1 ");
}

TEST_CASE("mistakes in front matter have places in the file", "[parse]") {
  CHECK(parse_one("---\ntitle: A: B\nowner: @ana\n---\n").codes() == "MP110 2:8 MP110 3:8 ");
  CHECK(parse_one("---\na: &x 1\nb: *x\n---\n").codes() == "MP103 2:4 MP103 3:4 ");
}

TEST_CASE("each file is read as what it is", "[parse]") {
  MemoryTree tree;
  tree.add("program.yaml", "program: X\n");
  tree.add("a.yaml", "- &x 1\n- *x\n");
  tree.add("b.md", "text\n");
  tree.add("c.png", "png");
  tree.add("d.md", "bad \xFF");
  const Parsed got = parse(tree);
  CHECK(got.diagnostics.empty());
  CHECK(print_documents(got.sources, got.documents) ==
        "yaml a.yaml\n"
        "  sequence 1:1-2:5\n"
        "    plain \"1\" 1:6-1:7\n"
        "    plain \"1\" 2:3-2:5\n"
        "markdown b.md\n"
        "  document 1:1-1:6\n"
        "    paragraph 1:1-1:5\n"
        "      text \"text\" 1:1-1:5\n"
        "asset c.png\n"
        "unread d.md\n"
        "program program.yaml\n"
        "  mapping 1:1-1:11\n"
        "    plain \"program\" 1:1-1:8\n"
        "    plain \"X\" 1:10-1:11\n");
  CHECK(print_sources(got.sources) ==
        "yaml 12 bytes 2 lines a.yaml\n"
        "markdown 5 bytes 1 lines b.md\n"
        "asset 3 bytes c.png\n"
        "unread 7 bytes 1 lines d.md\n"
        "program 11 bytes 1 lines program.yaml\n");
}

TEST_CASE("limits of nodes and bodies hold", "[parse]") {
  ParseOptions options;
  options.limits.front_matter_nodes = 5;
  options.limits.body_bytes = 100;
  CHECK(parse_one("---\na: 1\nb: 2\nc: 3\n---\n", options).codes() == "MP107 4:1 ");
  const Parsed large = parse_one("---\na: 1\n---\n" + std::string(200, 'x'), options);
  CHECK(large.codes() == "MP121 4:1 ");
  CHECK(large.value("a") == "1");
  CHECK(large.first().body.nodes.size() == 1);
  options.limits.body_bytes = 400 * 1024;
  CHECK(parse_one(std::string(300 * 1024, 'x'), options).codes().empty());
}

TEST_CASE("any number of threads gives the same documents", "[parse]") {
  MemoryTree tree;
  for (int i = 0; i < 300; ++i) {
    tree.add("r" + std::to_string(i) + ".md",
             "---\ntitle: T" + std::to_string(i) + (i % 7 == 0 ? ": x" : "") +
                 "\n---\n\n- [x] a ~~b~~\n\n| a |\n|---|\n| " + std::to_string(i) + " |\n");
  }
  ParseOptions options;
  const Parsed one = parse(tree, options);
  options.jobs = 8;
  const Parsed eight = parse(tree, options);
  CHECK(print_documents(one.sources, one.documents) ==
        print_documents(eight.sources, eight.documents));
  CHECK(one.codes() == eight.codes());
}

}  // namespace
}  // namespace milepost
