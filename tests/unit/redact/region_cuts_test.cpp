// Regions in Markdown and in blocks of YAML, cut by their labels.
#include "redact/region_cuts.h"

#include <string>
#include <utility>

#include "catch.h"

namespace milepost {
namespace {

// Without what is `internal`; all of it is YAML if `yaml`.
std::string cut(std::string_view text, bool yaml = false) {
  const auto body = yaml ? static_cast<uint32_t>(text.size()) : 0U;
  auto cuts = region_cuts(text, FileId{0}, body,
                          [](std::string_view label) { return label == "internal"; });
  return RewrittenText(text, std::move(cuts)).take();
}

TEST_CASE("region cuts: hidden ones go with their marks and part what is around", "[redact][cut]") {
  CHECK(cut("a\n\n<!-- audience: internal -->\nx\n\ny\n<!-- /audience -->\n\nb\n") ==
        "a\n\n<!---->\n\n\nb\n");
  // Two paragraphs do not become one.
  CHECK(cut("a\n<!-- audience: internal -->\nx\n<!-- /audience -->\nb\n") == "a\n<!---->\n\nb\n");
  CHECK(cut("<!-- audience: internal -->\nx\n<!-- /audience -->\n") == "<!---->\n\n");
}

TEST_CASE("region cuts: those that are seen stay with their marks", "[redact][cut]") {
  const std::string seen = "a\n\n<!-- audience: partner -->\nx\n<!-- /audience -->\n\nb\n";
  CHECK(cut(seen) == seen);
  CHECK(cut("<!-- audience: partner -->\nx\n<!-- /audience -->\n<!-- audience: internal -->\ny\n"
            "<!-- /audience -->\nz\n") ==
        "<!-- audience: partner -->\nx\n<!-- /audience -->\n<!---->\n\nz\n");
  CHECK(cut("no marks at all\n") == "no marks at all\n");
  CHECK(cut("a <!-- remark --> b\n") == "a <!-- remark --> b\n");
}

TEST_CASE("region cuts: one that is never closed hides the rest", "[redact][cut]") {
  CHECK(cut("a\n\n<!-- audience: internal -->\nx\n").find('x') == std::string::npos);
}

TEST_CASE("region cuts: examples in fences stay", "[redact][cut]") {
  const std::string fence =
      "```markdown\n<!-- audience: internal -->\nx\n<!-- /audience -->\n```\n";
  CHECK(cut(fence) == fence);
}

TEST_CASE("region cuts: in blocks of YAML, as deep as they stand", "[redact][cut]") {
  CHECK(cut("notes: |\n  a\n\n  <!-- audience: internal -->\n  x\n  <!-- /audience -->\n\n  b\n"
            "owner: Asha\n",
            true) == "notes: |\n  a\n\n  <!---->\n\n  b\nowner: Asha\n");
  // One that is never closed ends with its value.
  CHECK(cut("notes: |\n  a\n  <!-- audience: internal -->\n  x\nowner: Asha\n", true) ==
        "notes: |\n  a\n  <!---->\nowner: Asha\n");
  const std::string seen =
      "notes: |\n  <!-- audience: partner -->\n  x\n  <!-- /audience -->\nowner: Asha\n";
  CHECK(cut(seen, true) == seen);
}

TEST_CASE("region cuts: front matter is YAML, what follows it Markdown", "[redact][cut]") {
  const std::string text =
      "---\nnotes: |\n  <!-- audience: internal -->\n  x\n  <!-- /audience -->\n---\n"
      "<!-- audience: internal -->\ny\n<!-- /audience -->\nb\n";
  const size_t body = text.find("---\n<!--") + 4;
  auto cuts = region_cuts(text, FileId{0}, static_cast<uint32_t>(body),
                          [](std::string_view) { return true; });
  CHECK(RewrittenText(text, std::move(cuts)).take() ==
        "---\nnotes: |\n  <!---->\n---\n<!---->\n\nb\n");
}

}  // namespace
}  // namespace milepost
