// Tests of audience regions: found before anything is parsed, and closed in doubt.
#include <string>
#include <vector>

#include "catch.h"
#include "parse/markdown.h"
#include "parse/print.h"
#include "text/source_text.h"

namespace milepost {
namespace {

struct Split {
  std::string outside;               // words outside of all regions
  std::vector<std::string> regions;  // "label: words"
  std::string codes;
};

Split split_regions(std::string text) {
  const SourceText source("x.md", std::move(text));
  DiagnosticSink sink;
  const Tape tape = parse_markdown(source.bytes(), FileId{0}, 0, sink);
  Split result;
  for (uint32_t i = 1; i < tape.nodes.size();) {
    const TapeNode& node = tape.nodes[i];
    if (node.kind == NodeKind::region) {
      result.regions.push_back(std::string(tape.text_of(node)) + ": " +
                               plain_text(tape, {i + 1, node.size - 1}));
      // Each word of a region stands in the region's place.
      for (uint32_t k = i + 1; k < i + node.size; ++k) {
        CHECK(tape.span_of(node).contains(tape.span_of(tape.nodes[k])));
      }
      i += node.size;
      continue;
    }
    if (node.kind == NodeKind::text) result.outside += std::string(tape.text_of(node)) + "|";
    ++i;
  }
  for (const Diagnostic& d : sink.take_sorted()) {
    const LineColumn at = source.position(d.span.begin);
    result.codes += "MP" + std::to_string(d.code) + " " + std::to_string(at.line) + ":" +
                    std::to_string(at.column) + " ";
  }
  return result;
}

using Regions = std::vector<std::string>;

TEST_CASE("a region is a part of its own", "[parse]") {
  const Split got = split_regions(
      "one\n\n<!-- audience: internal -->\ntwo *x*\n\n- three\n<!-- /audience -->\nfour\n"
      "<!--audience:restricted-->\nfive\n<!--/audience-->\n");
  CHECK(got.outside == "one|four|");
  CHECK(got.regions == Regions{"internal: two x three", "restricted: five"});
  CHECK(got.codes.empty());
}

TEST_CASE("nothing in a region changes what is outside", "[parse]") {
  const std::string before = "[a] and text[^n]\n\n- item\n\n";
  const std::string after = "\n\n[b] end\n";
  const auto outside = [&](const std::string& inside) {
    return split_regions(before + "<!-- audience: internal -->\n" + inside +
                         "\n<!-- /audience -->\n" + after)
        .outside;
  };
  const std::string plain = outside("secret");
  CHECK(plain.find("[a] and text[^n]") != std::string::npos);
  CHECK(outside("[a]: /x\n[b]: /y\n\n[^n]: note") == plain);
  CHECK(outside("- x\n\n    y\n```\nopen fence") == plain);
  CHECK(outside("<details>\n\n<table>") == plain);
  CHECK(outside("") == plain);
  CHECK(outside("> q\n# h\n\n| a |\n|---|") == plain);
}

TEST_CASE("definitions outside serve all that is outside", "[parse]") {
  const SourceText source("x.md",
                          "[a]\n\n<!-- audience: internal -->\nx\n<!-- /audience -->\n\n[a]: /u\n");
  DiagnosticSink sink;
  const Tape tape = parse_markdown(source.bytes(), FileId{0}, 0, sink);
  CHECK(tape.nodes[2].kind == NodeKind::link);
}

TEST_CASE("footnotes of regions have numbers of their own", "[parse]") {
  const SourceText source("x.md",
                          "a[^1]\n\n<!-- audience: internal -->\nb[^1]\n\n[^1]: in\n<!-- /audience "
                          "-->\n\n[^1]: out\n");
  DiagnosticSink sink;
  const Tape tape = parse_markdown(source.bytes(), FileId{0}, 0, sink);
  std::string numbers;
  for (const TapeNode& node : tape.nodes) {
    if (node.kind == NodeKind::footnote_reference) numbers += std::to_string(node.text_length);
    if (node.kind == NodeKind::footnote) numbers += " f" + std::to_string(node.text_length);
  }
  CHECK(numbers == "12 f2 f1");
}

TEST_CASE("an open region runs to the end", "[parse]") {
  const Split got = split_regions("a\n\n<!-- audience: internal -->\nb\n\nc\n");
  CHECK(got.outside == "a|");
  CHECK(got.regions == Regions{"internal: b c"});
  CHECK(got.codes == "MP410 3:1 ");
}

TEST_CASE("a region closed without being open is reported", "[parse]") {
  CHECK(split_regions("a\n<!-- /audience -->\nb\n").codes == "MP411 2:1 ");
}

TEST_CASE("a comment that looks like a mark is reported", "[parse]") {
  for (const std::string mark :
       {"<!-- audience internal -->", "<!-- visibility: internal -->", "<!--audiance:internal-->",
        "<!-- Audiences: internal -->", "<!-- /visibility -->", "<!-- /audiense -->",
        "<!-- end audience -->", "<!--\naudience: internal\n-->", "<!-- region internal -->",
        "> <!-- audence: board -->"}) {
    INFO(mark);
    const Split got = split_regions("a\n\n" + mark + "\n");
    CHECK(got.codes.starts_with("MP415 3:"));
  }
}

TEST_CASE("a remark is left alone", "[parse]") {
  for (const std::string remark :
       {"<!-- audience of this page: everybody -->", "<!-- visibility -->", "<!-- internal -->",
        "<!-- region of the market: north and south -->", "<!-- the audience internal -->",
        "`<!-- audience internal -->`", "```html\n<!-- visibility: hidden -->\n```"}) {
    INFO(remark);
    CHECK(split_regions("a\n\n" + remark + "\n").codes.empty());
  }
}

TEST_CASE("a region in a region is shown to neither alone", "[parse]") {
  const Split got = split_regions(
      "<!-- audience: internal -->\na\n<!-- audience: restricted -->\nb\n<!-- /audience -->\nc\n"
      "<!-- /audience -->\nd\n");
  CHECK(got.outside == "d|");
  CHECK(got.regions == Regions{"internal: a b c"});
  CHECK(got.codes == "MP412 3:1 ");
  const SourceText source("x.md",
                          "<!-- audience: internal -->\na\n<!-- audience: restricted -->\nb\n<!-- "
                          "/audience -->\n<!-- /audience -->\n");
  DiagnosticSink sink;
  const Tape tape = parse_markdown(source.bytes(), FileId{0}, 0, sink);
  std::size_t regions = 0;
  for (const TapeNode& node : tape.nodes) regions += node.kind == NodeKind::region ? 1 : 0;
  CHECK(regions == 2);
}

TEST_CASE("marks in lists, quotes, fences and lines hide what they enclose all the same",
          "[parse]") {
  const Split list =
      split_regions("- a\n  <!-- audience: internal -->\n  b\n  <!-- /audience -->\n- c\n");
  CHECK(list.regions == Regions{"internal: b"});
  CHECK(list.outside == "a|c|");
  CHECK(list.codes == "MP413 2:3 MP413 4:3 ");
  const Split quote =
      split_regions("> a\n> <!-- audience: internal -->\n> b\n> <!-- /audience -->\n");
  CHECK(quote.regions == Regions{"internal: b"});
  CHECK(quote.codes == "MP413 2:3 MP413 4:3 ");
  const Split line = split_regions("a <!-- audience: internal --> b <!-- /audience --> c\n");
  CHECK(line.regions == Regions{"internal: b"});
  CHECK(line.outside.find('b') == std::string::npos);
  CHECK(line.outside.find('c') != std::string::npos);
  CHECK(line.codes == "MP413 1:3 ");
  const Split fence =
      split_regions("```\n<!-- audience: internal -->\nb\n<!-- /audience -->\n```\n");
  CHECK(fence.regions == Regions{"internal: b"});
  CHECK(fence.codes == "MP413 2:1 MP413 4:1 ");
}

TEST_CASE("an example of a region is no region", "[parse]") {
  const Split got = split_regions(
      "```markdown\n<!-- audience: internal -->\nb\n<!-- /audience -->\n```\n\n"
      "Write `<!-- audience: internal -->` and `<!-- /audience -->`.\n");
  CHECK(got.regions.empty());
  CHECK(got.codes.empty());
}

TEST_CASE("a region needs a label", "[parse]") {
  const Split got = split_regions("<!-- audience: a, b -->\nx\n<!-- /audience -->\n");
  CHECK(got.regions == Regions{"a, b: x"});
  CHECK(got.codes == "MP414 1:1 ");
}

TEST_CASE("regions deep in each other end somewhere", "[parse]") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "<!-- audience: x -->\na\n";
  const Split got = split_regions(text);
  CHECK(got.outside.empty());
  CHECK(got.regions.size() == 1);
}

}  // namespace
}  // namespace milepost
