// Lines and columns for every kind of line end.
#include "text/source_text.h"

#include <algorithm>
#include <string>

#include "catch.h"
#include "text/utf8.h"

using namespace milepost;

TEST_CASE("every line end counts once", "[text]") {
  const SourceText text("a.md", "one\ntwo\r\nthree\rfour");
  REQUIRE(text.line_count() == 4);
  CHECK(text.line(1) == "one");
  CHECK(text.line(2) == "two");
  CHECK(text.line(3) == "three");
  CHECK(text.line(4) == "four");
  CHECK(text.line(5).empty());
  CHECK(text.line(0).empty());
  CHECK(text.line_begin(3) == 9);
  CHECK(text.line_begin(9) == text.size());
  CHECK(text.position(9) == LineColumn{3, 1});
  CHECK(text.position(7) == LineColumn{2, 4});  // the CR itself
}

TEST_CASE("an empty text has one line, a final line end adds none", "[text]") {
  CHECK(SourceText().line_count() == 1);
  CHECK(SourceText().position(0) == LineColumn{1, 1});
  CHECK(SourceText("a", "x\n").line_count() == 1);
  CHECK(SourceText("a", "x\n\n").line_count() == 2);
  CHECK(SourceText("a", "x\r\n").line(1) == "x");
}

TEST_CASE("columns count code points", "[text]") {
  const SourceText text("a", "naïve 🚨 x");
  CHECK(text.position(3) == LineColumn{1, 3 + 0});         // inside of ï: its first byte's place
  CHECK(text.position(4) == LineColumn{1, 4});             // v
  CHECK(text.position(text.size()) == LineColumn{1, 10});  // after the end
  CHECK(text.position(9999) == LineColumn{1, 10});
}

TEST_CASE("positions agree with a walk over the text", "[text]") {
  const SourceText text("a", "é\r\n\r\r\n\nab\r𝄞c\n\n");
  LineColumn expected;
  const std::string& bytes = text.bytes();
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    const LineColumn place = text.position(static_cast<std::uint32_t>(at));
    CHECK(place == expected);
    const bool ends = point.value == '\n' || (point.value == '\r' && bytes[at + 1] != '\n');
    at += point.size;
    if (ends) {
      expected = {expected.line + 1, 1};
    } else {
      ++expected.column;
    }
  }
}

TEST_CASE("slices are clamped", "[text]") {
  const SourceText text("a", "abc");
  CHECK(text.slice(1, 2) == "b");
  CHECK(text.slice(2, 99) == "c");
  CHECK(text.slice(3, 1).empty());
}
