// Tests of Markdown: the tape with its places, and every trap of the library.
#include "parse/markdown.h"

#include <chrono>
#include <string>
#include <vector>

#include "catch.h"
#include "parse/print.h"
#include "text/source_text.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

struct Parsed {
  SourceText source;
  Tape tape;
  std::vector<Diagnostic> diagnostics;

  std::string print() const { return print_tape(tape, source); }
  std::string codes() const {
    std::string result;
    for (const Diagnostic& d : diagnostics) {
      const LineColumn from = source.position(d.span.begin);
      if (!result.empty()) result += "; ";
      result += "MP" + std::to_string(d.code) + " " + std::to_string(from.line) + ":" +
                std::to_string(from.column);
    }
    return result;
  }
  // The source of the n-th node of a kind.
  std::string slice(NodeKind kind, std::size_t n = 0) const {
    for (const TapeNode& node : tape.nodes) {
      if (node.kind == kind && n-- == 0) return std::string(source.slice(node.begin, node.end));
    }
    return "(none)";
  }
  std::size_t count(NodeKind kind) const {
    std::size_t result = 0;
    for (const TapeNode& node : tape.nodes) result += node.kind == kind ? 1 : 0;
    return result;
  }
  std::string words() const {
    return plain_text(tape, {0, static_cast<uint32_t>(tape.nodes.size())});
  }
};

Parsed parse(std::string text) {
  Parsed result{SourceText("x.md", std::move(text)), {}, {}};
  DiagnosticSink sink;
  result.tape = parse_markdown(result.source.bytes(), FileId{0}, 0, sink);
  result.diagnostics = sink.take_sorted();
  return result;
}

TEST_CASE("a body's blocks and words have places", "[parse]") {
  const Parsed got = parse(
      "# Head *x* #\n"
      "\n"
      "Hello **w\xC3\xB6rld**\n"
      "  second `c` [l](u \"t\").\n"
      "\n"
      "1. one\n"
      "2. two\n");
  CHECK(got.print() ==
        "document 1:1-7:8\n"
        "  heading 1 1:1-1:13\n"
        "    text \"Head \" 1:3-1:8\n"
        "    emphasis 1:8-1:11\n"
        "      text \"x\" 1:9-1:10\n"
        "  paragraph 3:1-4:25\n"
        "    text \"Hello \" 3:1-3:7\n"
        "    strong 3:7-3:16\n"
        "      text \"w\xC3\xB6rld\" 3:9-3:14\n"
        "    soft_break 3:16-4:1\n"
        "    text \"second \" 4:3-4:10\n"
        "    code \"c\" 4:10-4:13\n"
        "    text \" \" 4:13-4:14\n"
        "    link \"u\" 4:14-4:24\n"
        "      title \"t\" 4:14-4:24\n"
        "      text \"l\" 4:15-4:16\n"
        "    text \".\" 4:24-4:25\n"
        "  list ordered tight 1 6:1-7:7\n"
        "    item 6:1-6:7\n"
        "      paragraph 6:4-6:7\n"
        "        text \"one\" 6:4-6:7\n"
        "    item 7:1-7:7\n"
        "      paragraph 7:4-7:7\n"
        "        text \"two\" 7:4-7:7\n");
}

TEST_CASE("tables have rows, cells, alignment and places", "[parse]") {
  const Parsed got = parse(
      "| A | B | C |\n"
      "|:--|:-:|--:|\n"
      "| x | *y* |\n"
      "| a\\|b | `p\\|q` | z | too many |\n");
  CHECK(got.print() ==
        "document 1:1-4:34\n"
        "  table 1:1-4:33\n"
        "    table_row head 1:1-1:14\n"
        "      table_cell left 1:3-1:4\n"
        "        text \"A\" 1:3-1:4\n"
        "      table_cell center 1:7-1:8\n"
        "        text \"B\" 1:7-1:8\n"
        "      table_cell right 1:11-1:12\n"
        "        text \"C\" 1:11-1:12\n"
        "    table_row 3:1-3:12\n"
        "      table_cell left 3:3-3:4\n"
        "        text \"x\" 3:3-3:4\n"
        "      table_cell center 3:7-3:10\n"
        "        emphasis 3:7-3:10\n"
        "          text \"y\" 3:8-3:9\n"
        "      table_cell right 3:12-3:12\n"
        "    table_row 4:1-4:33\n"
        "      table_cell left 4:3-4:7\n"
        "        text \"a|b\" 4:3-4:7\n"
        "      table_cell center 4:10-4:16\n"
        "        code \"p|q\" 4:10-4:16\n"
        "      table_cell right 4:19-4:20\n"
        "        text \"z\" 4:19-4:20\n");
}

TEST_CASE("cells beyond the head's are reported, not silently lost", "[parse]") {
  CHECK(parse("| a | b |\n|---|---|\n| 1 | 2 | 3 \\| 4 |\n| 1 | 2 |  |\n").codes() == "MP127 3:11");
}

TEST_CASE("a table below a paragraph in a list item has the right lines", "[parse]") {
  const Parsed got = parse("- item\n\n  para text\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n");
  CHECK(got.slice(NodeKind::paragraph, 1) == "para text");
  CHECK(got.slice(NodeKind::table) == "| a | b |\n  |---|---|\n  | 1 | 2 |");
  CHECK(got.slice(NodeKind::table_cell, 1) == "b");
  CHECK(got.slice(NodeKind::table_cell, 3) == "2");
}

TEST_CASE("a table without rows and one in a quote have places", "[parse]") {
  const Parsed bare = parse("text\n| a | b |\n|---|---|\n\nmore\n");
  CHECK(bare.slice(NodeKind::table) == "| a | b |");
  CHECK(bare.slice(NodeKind::paragraph) == "text");
  const Parsed quoted = parse("> intro\n>\n> | a | b |\n> |---|---|\n> | 1 | *2* |\n");
  CHECK(quoted.slice(NodeKind::table_cell, 3) == "*2*");
  CHECK(quoted.slice(NodeKind::emphasis) == "*2*");
}

TEST_CASE("task items are marked, checked or not, in all kinds of lists", "[parse]") {
  const Parsed got = parse("- [ ] one\n- [x] two\n  more\n* [X] three\n\n1. [x] four\n- plain\n");
  std::string flags;
  for (const TapeNode& node : got.tape.nodes) {
    if (node.kind != NodeKind::item) continue;
    flags += (node.flags & kTask) == 0 ? '-' : (node.flags & kChecked) != 0 ? 'x' : ' ';
  }
  CHECK(flags == " xxx-");
  CHECK(got.slice(NodeKind::item, 1) == "- [x] two\n  more");
  CHECK(got.slice(NodeKind::text, 2) == "more");
}

TEST_CASE("lines continued in quotes and lists have right columns", "[parse]") {
  const Parsed got = parse("> a\n> b *c*\nlazy *d*\n\n- x\n  y *e*\n z `f`\n");
  CHECK(got.slice(NodeKind::emphasis, 0) == "*c*");
  CHECK(got.slice(NodeKind::emphasis, 1) == "*d*");
  CHECK(got.slice(NodeKind::emphasis, 2) == "*e*");
  CHECK(got.slice(NodeKind::code) == "`f`");
}

TEST_CASE("links over two lines and what follows them have places", "[parse]") {
  const Parsed got =
      parse("[a](b\n \"t\") c\n*x* [d\ne][f] y ![i](j) <http://k.l> [f]\n\n[f]: /g\n");
  CHECK(got.slice(NodeKind::link, 0) == "[a](b\n \"t\")");
  CHECK(got.slice(NodeKind::emphasis) == "*x*");
  CHECK(got.slice(NodeKind::link, 1) == "[d\ne][f]");
  CHECK(got.slice(NodeKind::image) == "![i](j)");
  CHECK(got.slice(NodeKind::link, 2) == "<http://k.l>");
  CHECK(got.slice(NodeKind::link, 3) == "[f]");
}

TEST_CASE("text below link definitions in one paragraph has places", "[parse]") {
  const Parsed got = parse("[a]: /u \"t\"\n[b]: /v\ntext [a] and [b]\n");
  CHECK(got.slice(NodeKind::paragraph) == "text [a] and [b]");
  CHECK(got.slice(NodeKind::link, 1) == "[b]");
}

TEST_CASE("escapes and entities keep the places behind them", "[parse]") {
  const Parsed got = parse("a &amp; b \\* c &eacute; &nosuch; *d* &#x41;\\\\*e*\n");
  CHECK(got.words() == "a & b * c \xC3\xA9 &nosuch; d A\\e");
  CHECK(got.slice(NodeKind::emphasis, 0) == "*d*");
  CHECK(got.slice(NodeKind::emphasis, 1) == "*e*");
}

TEST_CASE("code spans over two lines and with backticks have places", "[parse]") {
  const Parsed got = parse("x ``a ` b`` y `c\nd` *e*\n");
  CHECK(got.slice(NodeKind::code, 0) == "``a ` b``");
  CHECK(got.slice(NodeKind::code, 1) == "`c\nd`");
  CHECK(got.slice(NodeKind::emphasis) == "*e*");
}

TEST_CASE("CRLF, tabs and hard breaks have places", "[parse]") {
  const Parsed got = parse("# H\r\n\r\na  \r\nb\\\r\n*c*\r\n\r\n-\tx\r\n\ty *z*\r\n");
  CHECK(got.count(NodeKind::line_break) == 2);
  CHECK(got.slice(NodeKind::emphasis, 0) == "*c*");
  CHECK(got.slice(NodeKind::emphasis, 1) == "*z*");
  CHECK(got.slice(NodeKind::heading) == "# H");
}

TEST_CASE("code blocks keep their text and language", "[parse]") {
  const Parsed got = parse("```yaml title=x\na: 1\n```\n\n    indented\n    code\n");
  CHECK(got.print() ==
        "document 1:1-6:10\n"
        "  code_block \"a: 1\\n\" 1:1-3:4\n"
        "    info \"yaml title=x\" 1:1-3:4\n"
        "  code_block \"indented\\ncode\\n\" 5:5-6:9\n");
}

TEST_CASE("footnotes are numbered by their first use", "[parse]") {
  const Parsed got = parse("a[^x] b[^y] c[^x] d[^none]\n\n[^y]: Y\n[^x]: X *z*\n\n    more\n");
  std::string numbers;
  for (const TapeNode& node : got.tape.nodes) {
    if (node.kind == NodeKind::footnote_reference) numbers += std::to_string(node.text_length);
    if (node.kind == NodeKind::footnote) numbers += " f" + std::to_string(node.text_length);
  }
  CHECK(numbers == "121 f1 f2");
  CHECK(got.slice(NodeKind::footnote, 0) == "[^x]: X *z*\n\n    more");
  CHECK(got.slice(NodeKind::footnote_reference, 1) == "[^y]");
  CHECK(got.words().find("[^none]") != std::string::npos);
}

TEST_CASE("strikethrough is ours and is what GFM has", "[parse]") {
  const auto struck = [](const std::string& text) {
    const Parsed got = parse(text);
    std::string result;
    for (uint32_t i = 0; i < got.tape.nodes.size(); ++i) {
      if (got.tape.nodes[i].kind != NodeKind::strike) continue;
      result +=
          "<" + std::string(got.source.slice(got.tape.nodes[i].begin, got.tape.nodes[i].end)) + ">";
    }
    return result;
  };
  CHECK(struck("~~2026-06-15~~ 2026-06-30\n") == "<~~2026-06-15~~>");
  CHECK(struck("a ~b~ c\n") == "<~b~>");
  CHECK(struck("a ~~b *c* d~~ e ~~f~~\n") == "<~~b *c* d~~><~~f~~>");
  CHECK(struck("*a ~~b~~ c*\n") == "<~~b~~>");
  CHECK(struck("~~a [b](c) d~~\n") == "<~~a [b](c) d~~>");
  CHECK(struck("~~~a~~~ b\n").empty());
  CHECK(struck("x ~~~a~~~ b\n").empty());
  CHECK(struck("~~a~ b\n").empty());
  CHECK(struck("\\~~a~~\n").empty());
  CHECK(struck("~5 days and ~6 days\n").empty());
  CHECK(struck("~~ a ~~\n").empty());
  CHECK(struck("`~~a~~`\n").empty());
  CHECK(struck("| ~~a~~ | b |\n|---|---|\n| ~~c~~ | ~d~ |\n") == "<~~a~~><~~c~~><~d~>");
  CHECK(struck("~~a\nb~~\n") == "<~~a\nb~~>");
  CHECK(struck("~~&amp; x~~\n") == "<~~&amp; x~~>");
}

TEST_CASE("bare addresses become links", "[parse]") {
  const auto links = [](const std::string& text) {
    const Parsed got = parse(text);
    std::string result;
    for (const TapeNode& node : got.tape.nodes) {
      if (node.kind == NodeKind::link) {
        result += "<" + std::string(got.tape.text_of(node)) + "|" +
                  std::string(got.source.slice(node.begin, node.end)) + ">";
      }
    }
    return result;
  };
  CHECK(links("see www.x.org/a_b, ok\n") == "<http://www.x.org/a_b|www.x.org/a_b>");
  CHECK(links("(https://a.b/c?d=e&f)\n") == "<https://a.b/c?d=e&f|https://a.b/c?d=e&f>");
  CHECK(links("https://a.b/x_(y) z\n") == "<https://a.b/x_(y)|https://a.b/x_(y)>");
  CHECK(links("mail q.r+s@b-c.de.\n") == "<mailto:q.r+s@b-c.de|q.r+s@b-c.de>");
  CHECK(links("ftp://a.b and http://localhost:80\n") ==
        "<ftp://a.b|ftp://a.b><http://localhost:80|http://localhost:80>");
  CHECK(links("xhttp://a.b x@y @ana javascript://a\n").empty());
  CHECK(links("[www.a.b](c) `www.a.b` <a href=\"x\">www.a.b</a>\n") == "<c|[www.a.b](c)>");
  CHECK(links("**www.a.b**\n") == "<http://www.a.b|www.a.b>");
  CHECK(links("a www.b.c. www.d.e! f\n") == "<http://www.b.c|www.b.c><http://www.d.e|www.d.e>");
}

TEST_CASE("underscores and stars in an address are no emphasis", "[parse]") {
  const Parsed got = parse(
      "see https://x.org/_a_/b*c* and *https://y.org/d_* [l](https://z.org/_e_)_f_ `http://_g_`\n");
  CHECK(got.slice(NodeKind::link, 0) == "https://x.org/_a_/b*c");
  CHECK(got.slice(NodeKind::link, 1) == "https://y.org/d");
  CHECK(got.slice(NodeKind::link, 2) == "[l](https://z.org/_e_)");
  CHECK(got.words() == "see https://x.org/_a_/b*c* and https://y.org/d_ lf http://_g_");
  CHECK(parse("<https://a.b/_c_>\n").slice(NodeKind::link) == "<https://a.b/_c_>");
  CHECK(parse("[https://a.b/c] {https://d.e}\n").slice(NodeKind::link) == "https://a.b/c");
}

TEST_CASE("prose without mark-up gives what the library gives", "[parse]") {
  const std::string prose = "Dry run 2 weeks early\nand again, if needed: twice.\n\nSecond one\r\n";
  const Parsed plain = parse(prose);
  const Parsed full = parse(prose + "\n<!-- c -->\n");
  const std::string a = plain.print();
  const std::string b = full.print();
  CHECK(a.substr(a.find('\n')) == b.substr(b.find('\n')));
  CHECK(a ==
        "document 1:1-4:13\n"
        "  paragraph 1:1-2:29\n"
        "    text \"Dry run 2 weeks early\" 1:1-1:22\n"
        "    soft_break 1:22-2:1\n"
        "    text \"and again, if needed: twice.\" 2:1-2:29\n"
        "  paragraph 4:1-4:11\n"
        "    text \"Second one\" 4:1-4:11\n");
}

TEST_CASE("text that stands in a file has the file's offsets", "[parse]") {
  const std::string file = "0123456789Hello *you*";
  DiagnosticSink sink;
  const Tape tape = parse_markdown(std::string_view(file).substr(10), FileId{3}, 10, sink);
  CHECK(tape.file == FileId{3});
  CHECK(tape.nodes[0].begin == 10);
  CHECK(tape.nodes[3].kind == NodeKind::emphasis);
  CHECK(tape.nodes[3].begin == 16);
  CHECK(tape.nodes[3].end == 21);
}

TEST_CASE("a value that does not stand in its file has one place", "[parse]") {
  DiagnosticSink sink;
  const Tape tape = parse_markdown_value("a *b*\n\n<div>", Span{FileId{2}, 5, 9}, sink);
  for (const TapeNode& node : tape.nodes) CHECK(tape.span_of(node) == Span{FileId{2}, 5, 9});
  const std::vector<Diagnostic> diagnostics = sink.take_sorted();
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].span == Span{FileId{2}, 5, 9});
}

TEST_CASE("an empty text gives a document alone", "[parse]") {
  CHECK(parse("").tape.nodes.size() == 1);
  CHECK(parse("\n\n").tape.nodes.size() == 1);
  CHECK(parse("<!-- only a comment -->\n").tape.nodes.size() == 1);
}

TEST_CASE("a hundred thousand nested quotes are refused, not walked", "[parse]") {
  const Parsed got = parse("x\n\n" + std::string(100'000, '>') + " y\n");
  CHECK(got.codes() == "MP122 3:1");
  CHECK(got.tape.nodes.size() == 2);
  CHECK(got.tape.nodes[1].kind == NodeKind::code_block);
}

TEST_CASE("shapes that take the library long are refused with a place", "[parse]") {
  const auto repeat = [](const std::string& piece, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += piece;
    return result;
  };
  CHECK(parse(repeat("- ", 40) + "x\n").codes() == "MP122 1:1");
  CHECK(parse("a\n" + repeat("1. ", 40) + "x\n").codes() == "MP122 2:1");
  CHECK(parse("|" + repeat("a|", 200) + "\n|" + repeat("-|", 200) + "\n").codes() == "MP123 2:1");
  CHECK(parse("|" + repeat("a|", 100) + "\n|" + repeat("-|", 100) + "\n" + repeat("|a\n", 600))
            .codes()
            .starts_with("MP123"));
  CHECK(parse(repeat("<?", 3000)).codes().starts_with("MP124"));
  CHECK(parse(repeat("<!", 3000)).codes().starts_with("MP124"));
  CHECK(parse(repeat("![", 3000)).codes().starts_with("MP124"));
  CHECK(parse(repeat("[^1]:", 3000)).codes().starts_with("MP124"));
  CHECK(parse(repeat("[^1]: a\n\n", 3000)).codes().starts_with("MP124"));
  CHECK(parse("[a]: /" + std::string(4000, 'x') + "\n\n" + repeat("[a] ", 3000)).codes() ==
        "MP124 1:3");
  CHECK(parse(std::string(300 * 1024, 'x')).codes() == "MP121 1:1");
  // What people write passes.
  CHECK(parse("> > > - x\n\n" + repeat("![a](b)\n\n", 3000)).codes().empty());
  CHECK(parse("|" + repeat("a|", 60) + "\n|" + repeat("-|", 60) + "\n" + repeat("|a\n", 300))
            .codes()
            .empty());
}

TEST_CASE("no Markdown of 64 KB takes long", "[parse][slow]") {
  const std::vector<std::string> pieces = {"[",
                                           "]",
                                           "[]",
                                           "![",
                                           "![]",
                                           "![[]()",
                                           "[a](",
                                           "[a](b",
                                           "<a",
                                           "</",
                                           "<?",
                                           "<!A ",
                                           "<!--",
                                           "&",
                                           "`",
                                           "``` ",
                                           "a`",
                                           "*",
                                           "**",
                                           "_",
                                           "*a ",
                                           "**a ",
                                           "a*",
                                           "*a_",
                                           "~",
                                           "~~a ",
                                           "a~~ ",
                                           "\\",
                                           "- ",
                                           "> ",
                                           ">",
                                           "1. ",
                                           "- a\n",
                                           "> a\n",
                                           "# ",
                                           "|",
                                           "a|b\n-|-\n",
                                           "-|-\n",
                                           "|-\n",
                                           "| a |\n",
                                           "[^1]:",
                                           "[^1]: a\n\n",
                                           "[^a",
                                           "[^1]",
                                           "[a]: b\n",
                                           "[a]:",
                                           "]:",
                                           "[a]",
                                           "[a][b]",
                                           "(((",
                                           "    a\n\n",
                                           "***\n",
                                           "a\n===\n",
                                           "<div>\n",
                                           "<sub>",
                                           "</sub>",
                                           "<sub>a</sub>",
                                           "<a href=\"",
                                           "<a b='",
                                           "<td>",
                                           "<table>\n\n",
                                           "<details>\n\n",
                                           "\"",
                                           "[a](<b",
                                           "[a](b \"",
                                           "[[[[a]]]]",
                                           "&#1;",
                                           "www.",
                                           "http://",
                                           "a@",
                                           "a@b.c ",
                                           "www.a_",
                                           "\\\n",
                                           "a  \n",
                                           "\r",
                                           "- [ ] a\n",
                                           "`a`",
                                           "*_",
                                           "<!-- audience: x -->\n",
                                           "<!-- /audience -->\n",
                                           "&amp;",
                                           "\\*",
                                           "a\n-|\n",
                                           "[a]: /b\na\n",
                                           "* a\n  * b\n",
                                           "> - "};
  for (const std::string& piece : pieces) {
    std::string text;
    while (text.size() < 64 * 1024) text += piece;
    const auto start = std::chrono::steady_clock::now();
    parse(text);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    INFO(piece);
    CHECK(seconds < 5);
  }
}

TEST_CASE("any number of threads parses the same", "[parse]") {
  std::vector<std::string> texts;
  for (int i = 0; i < 400; ++i) {
    texts.push_back("# T" + std::to_string(i) +
                    "\n\n- [x] a ~~b~~ www.c.d\n\n| a | b |\n|-|-|\n| " + std::to_string(i) +
                    " | *x* |\n\nNote[^1] <sub>s</sub>\n\n[^1]: f\n");
  }
  std::vector<Tape> one(texts.size());
  std::vector<Tape> eight(texts.size());
  DiagnosticSink sink;
  const auto run = [&](unsigned jobs, std::vector<Tape>& tapes) {
    for_each_index(jobs, texts.size(), [&](std::size_t i) {
      tapes[i] = parse_markdown(texts[i], FileId{static_cast<uint32_t>(i)}, 0, sink);
    });
  };
  run(1, one);
  run(8, eight);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const SourceText source("x.md", texts[i]);
    if (print_tape(one[i], source) != print_tape(eight[i], source)) FAIL("text " << i);
  }
}

}  // namespace
}  // namespace milepost
