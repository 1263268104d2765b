// Texts with parts replaced, and where their lines were written.
#include "text/rewritten_text.h"

#include <string>
#include <utility>
#include <vector>

#include "catch.h"

namespace milepost {
namespace {

std::string rewritten(std::string_view text, std::vector<Replacement> parts) {
  return RewrittenText(text, std::move(parts)).take();
}

std::vector<uint32_t> lines(std::string_view text, std::vector<Replacement> parts) {
  return RewrittenText(text, std::move(parts)).lines();
}

TEST_CASE("rewritten text: parts give way, in whatever order they are given", "[text][cut]") {
  CHECK(rewritten("abcdef", {}) == "abcdef");
  CHECK(rewritten("abcdef", {{4, 5, "E"}, {1, 3, ""}}) == "adEf");
  CHECK(rewritten("abcdef", {{0, 6, ""}}).empty());
  CHECK(rewritten("abcdef", {{3, 3, "-"}}) == "abc-def");
  CHECK(rewritten("", {{0, 0, "all new"}}) == "all new");
}

TEST_CASE("rewritten text: what overlaps goes whole, with the words of the first", "[text][cut]") {
  CHECK(rewritten("abcdef", {{1, 5, "X"}, {2, 3, "Y"}}) == "aXf");
  // Of two that begin together the longer one.
  CHECK(rewritten("abcdef", {{1, 2, "Y"}, {1, 5, "X"}}) == "aXf");
  CHECK(rewritten("abcdef", {{1, 3, "X"}, {2, 5, "Y"}}) == "aXf");
  CHECK(rewritten("abcdef", {{1, 3, "X"}, {3, 5, "Y"}}) == "aXYf");
}

TEST_CASE("rewritten text: what reaches behind the end ends there", "[text][cut]") {
  CHECK(rewritten("abc", {{1, 99, "X"}}) == "aX");
  CHECK(rewritten("abc", {{7, 9, "X"}}) == "abc");
}

TEST_CASE("rewritten text: each line knows where it began", "[text][cut]") {
  const std::string text = "one\ntwo\nthree\nfour\n";
  using Lines = std::vector<uint32_t>;
  CHECK(lines(text, {}) == Lines{1, 2, 3, 4});
  CHECK(lines(text, {{4, 8, ""}}) == Lines{1, 3, 4});
  CHECK(lines(text, {{0, 14, ""}}) == Lines{4});
  // Within a line: the line that it began on.
  CHECK(lines(text, {{2, 6, ""}}) == Lines{1, 3, 4});
  // All that is put in stood where it was put.
  CHECK(lines(text, {{4, 8, "new\nnewer\n"}}) == Lines{1, 2, 2, 3, 4});
  CHECK(lines("", {}) == Lines{1});
  CHECK(lines(text, {{0, 19, ""}}) == Lines{1});
}

}  // namespace
}  // namespace milepost
