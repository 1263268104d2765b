// Widths of text, and how it is broken.
#include "draw/text_width.h"

#include "catch.h"

namespace milepost {
namespace {

TEST_CASE("text width: wider letters are wider, marks take nothing", "[graph]") {
  CHECK(text_width("") == 0);
  CHECK(text_width("iii") < text_width("mmm"));
  CHECK(text_width("e") == text_width("e\u0301"));
  CHECK(text_width("日本") >= 2 * 130);
}

TEST_CASE("text width: lines break at spaces, inside long words, and end in an ellipsis",
          "[graph]") {
  using Lines = std::vector<std::string>;
  CHECK(fit_lines("", 100, 2).empty());
  CHECK(fit_lines("Dry run", 126, 2) == Lines{"Dry run"});
  CHECK(fit_lines("Payment API v2 in staging", 126, 2) == Lines{"Payment API v2 in", "staging"});
  const Lines cut = fit_lines("One two three four five six seven eight nine", 126, 2);
  REQUIRE(cut.size() == 2);
  CHECK(cut[1].ends_with("…"));
  const Lines word = fit_lines(std::string(60, 'x'), 126, 2);
  REQUIRE(word.size() == 2);
  for (const std::string& line : word) CHECK(text_width(line) <= 1260 + 10);
  CHECK(fit_line("a\u202Eb", 200) == "a⟨U+202E⟩b");
}

}  // namespace
}  // namespace milepost
