// Tests of raw HTML in Markdown: what is inert becomes nodes, all else stays visible.
#include <string>
#include <vector>

#include "catch.h"
#include "parse/html_tag.h"
#include "parse/markdown.h"
#include "parse/print.h"
#include "text/source_text.h"

namespace milepost {
namespace {

struct Shown {
  std::string tape;
  std::string codes;
};

// The tape without places.
Shown show(std::string text) {
  const SourceText source("x.md", std::move(text));
  DiagnosticSink sink;
  const Tape tape = parse_markdown(source.bytes(), FileId{0}, 0, sink);
  Shown result;
  for (const char c : print_tape(tape, source)) result.tape += c;
  std::string bare;
  std::size_t at = 0;
  while (at < result.tape.size()) {
    const std::size_t end = result.tape.find('\n', at);
    const std::string line = result.tape.substr(at, end - at);
    bare += line.substr(0, line.rfind(' ')) + "\n";
    at = end + 1;
  }
  result.tape = bare.substr(bare.find('\n') + 1);  // without the document
  for (const Diagnostic& d : sink.take_sorted()) {
    result.codes += "MP" + std::to_string(d.code) + " ";
  }
  return result;
}

TEST_CASE("inert elements become nodes inside of text", "[parse]") {
  const Shown got =
      show("H<sub>2</sub>O<br>E=mc<sup>*2*</sup> <kbd>q</kbd> <mark style=\"x\">m</mark>\n");
  CHECK(got.tape ==
        "  paragraph\n"
        "    text \"H\"\n"
        "    element sub\n"
        "      text \"2\"\n"
        "    text \"O\"\n"
        "    element br\n"
        "    text \"E=mc\"\n"
        "    element sup\n"
        "      emphasis\n"
        "        text \"2\"\n"
        "    text \" \"\n"
        "    element kbd\n"
        "      text \"q\"\n"
        "    text \" \"\n"
        "    element mark\n"
        "      text \"m\"\n");
  CHECK(got.codes.empty());
}

TEST_CASE("only the inert attributes are kept", "[parse]") {
  CHECK(show("<a href=\"x.md\" onclick=\"e()\" ID='k' name=n>t</a>\n").tape ==
        "  paragraph\n"
        "    element a\n"
        "      attribute \"href=x.md\"\n"
        "      attribute \"id=k\"\n"
        "      attribute \"name=n\"\n"
        "      text \"t\"\n");
  CHECK(show("x <img src=\"a&amp;b.png\" alt=\"A\" onerror=e> y\n").tape ==
        "  paragraph\n"
        "    text \"x \"\n"
        "    element img\n"
        "      attribute \"src=a&b.png\"\n"
        "      attribute \"alt=A\"\n"
        "    text \" y\"\n");
}

TEST_CASE("everything else stays visible text with one note", "[parse]") {
  const Shown got = show("<script>alert(1)</script>\n\na <b>c</b> <x-y z> </b>\n");
  CHECK(got.tape ==
        "  paragraph\n"
        "    text \"<script>\"\n"
        "    text \"alert(1)\"\n"
        "    text \"</script>\"\n"
        "  paragraph\n"
        "    text \"a \"\n"
        "    text \"<b>\"\n"
        "    text \"c\"\n"
        "    text \"</b>\"\n"
        "    text \" \"\n"
        "    text \"<x-y z>\"\n"
        "    text \" \"\n"
        "    text \"</b>\"\n");
  CHECK(got.codes == "MP125 ");
}

TEST_CASE("comments vanish", "[parse]") {
  CHECK(show("a <!-- b --> c\n\n<!-- d\n\ne -->\n\nf\n").tape ==
        "  paragraph\n"
        "    text \"a \"\n"
        "    text \" c\"\n"
        "  paragraph\n"
        "    text \"f\"\n");
}

TEST_CASE("details hold Markdown between their tags", "[parse]") {
  const Shown got = show("<details>\n<summary>More *x*</summary>\n\n- a\n\n</details>\n\nb\n");
  CHECK(got.tape ==
        "  element details\n"
        "    element summary\n"
        "      text \"More *x*\"\n"
        "    list tight\n"
        "      item\n"
        "        paragraph\n"
        "          text \"a\"\n"
        "  paragraph\n"
        "    text \"b\"\n");
  CHECK(got.codes.empty());
}

TEST_CASE("an HTML table survives on one line and over blank lines", "[parse]") {
  const std::string expected =
      "  element table\n"
      "    element thead\n"
      "      element tr\n"
      "        element th\n"
      "          text \"Item\"\n"
      "    element tbody\n"
      "      element tr\n"
      "        element td\n"
      "          attribute \"colspan=2\"\n"
      "          text \"<dd-mm>\"\n";
  CHECK(
      show("<table><thead><tr><th width=\"170\">Item</th></tr></thead><tbody><tr><td colspan=\"2\">"
           "&#x3C;dd-mm></td></tr></tbody></table>\n")
          .tape == expected);
  CHECK(show("<table>\n<thead>\n<tr>\n<th>Item</th>\n</tr>\n</thead>\n\n<tbody>\n<tr>\n\n"
             "<td colspan=2>\n&lt;dd-mm&gt;\n</td>\n\n</tr>\n</tbody>\n</table>\n")
            .tape == expected);
}

TEST_CASE("end tags that HTML lets one leave out are supplied", "[parse]") {
  const Shown got = show("<table>\n<tr><th>a<td>b\n<tr><td>c\n</table>\n");
  CHECK(got.tape ==
        "  element table\n"
        "    element tr\n"
        "      element th\n"
        "        text \"a\"\n"
        "      element td\n"
        "        text \"b\"\n"
        "    element tr\n"
        "      element td\n"
        "        text \"c\"\n");
  CHECK(got.codes.empty());
}

TEST_CASE("elements end where what they stand in ends", "[parse]") {
  CHECK(show("a *b <sub>c* d\n").codes == "MP126 ");
  CHECK(show("<details>\n\ntext\n").codes == "MP126 ");
  CHECK(show("a </sub> b\n").codes == "MP126 ");
  CHECK(show("~~a <sub>b~~ c</sub>\n").tape ==
        "  paragraph\n"
        "    strike\n"
        "      text \"a \"\n"
        "      element sub\n"
        "        text \"b\"\n"
        "    text \" c\"\n"
        "    text \"</sub>\"\n");
}

TEST_CASE("parts of a table without a table are text", "[parse]") {
  CHECK(show("<td>x</td>\n").tape ==
        "  paragraph\n"
        "    text \"<td>\"\n"
        "    text \"x\"\n"
        "    text \"</td>\"\n");
  CHECK(show("text <table> more\n").tape ==
        "  paragraph\n"
        "    text \"text \"\n"
        "    text \"<table>\"\n"
        "    text \" more\"\n");
}

TEST_CASE("details fit into a table's cell", "[parse]") {
  const Shown got = show("| a |\n|---|\n| <details><summary>s</summary>t</details> |\n");
  CHECK(got.codes.empty());
  CHECK(got.tape.find("element details") != std::string::npos);
}

TEST_CASE("nesting of elements is bounded", "[parse]") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "<sub>";
  const SourceText source("x.md", text);
  DiagnosticSink sink;
  const Tape tape = parse_markdown(source.bytes(), FileId{0}, 0, sink);
  std::size_t elements = 0;
  for (const TapeNode& node : tape.nodes) elements += node.kind == NodeKind::element ? 1 : 0;
  CHECK(elements < 200);
  CHECK(tape.nodes.size() > 4000);
}

TEST_CASE("tags are read as CommonMark has them", "[parse]") {
  CHECK(read_html_tag("<a>", 0)->name == "a");
  CHECK(read_html_tag("<BR/>", 0)->name == "br");
  CHECK(read_html_tag("<br />x", 0)->length == 6);
  CHECK(read_html_tag("</td >", 0)->closing);
  CHECK(read_html_tag("<a b=c d='e' f>", 0)->attributes ==
        std::vector<std::string>{"b=c", "d=e", "f="});
  CHECK(read_html_tag("<a b=1 B=2>", 0)->attributes == std::vector<std::string>{"b=1"});
  for (const char* bad :
       {"<", "< a>", "<1>", "<a", "<a b='c>", "<a b= >", "</a b>", "<a=b>", "<a\"b\">"}) {
    INFO(bad);
    CHECK_FALSE(read_html_tag(bad, 0).has_value());
  }
}

}  // namespace
}  // namespace milepost
