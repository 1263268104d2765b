// ASCII pieces: predicates without locale, splitting, trimming.
#include "text/ascii.h"

#include <string_view>
#include <vector>

#include "catch.h"

using namespace milepost;
using Pieces = std::vector<std::string_view>;

static_assert(is_ascii_space('\v') && !is_ascii_space('\0'));
static_assert(is_ascii_punct('~') && !is_ascii_punct(' ') && !is_ascii_punct('\x7F'));
static_assert(!is_ascii_alpha('\xE9'));
static_assert(trim(" \t a b\r\n") == "a b");
static_assert(trim("  ").empty());
static_assert(iequals("DEP-014", "dep-014") && !iequals("a", "ab"));
static_assert(istarts_with("Week 12", "week") && !istarts_with("We", "week"));
static_assert(iends_with("README.MD", ".md"));
static_assert(ifind("Superseded By x", "by") == 11);
static_assert(ifind("a", "ab") == std::string_view::npos);

TEST_CASE("case changes touch ASCII letters only", "[text]") {
  CHECK(ascii_lower("ÀbC-Z") == "Àbc-z");
  CHECK(ascii_upper("éa{") == "éA{");
}

TEST_CASE("splitting keeps or drops empty pieces", "[text]") {
  CHECK(split("a,,b", ',') == Pieces{"a", "", "b"});
  CHECK(split("", ',') == Pieces{""});
  CHECK(split(",", ',') == Pieces{"", ""});
  CHECK(split_trimmed(" a , ;b;", ",;") == Pieces{"a", "b"});
  CHECK(split_trimmed("", ",").empty());
}

TEST_CASE("lines end three ways", "[text]") {
  CHECK(split_lines("a\nb\r\nc\rd") == Pieces{"a", "b", "c", "d"});
  CHECK(split_lines("a\n") == Pieces{"a"});
  CHECK(split_lines("\n\na") == Pieces{"", "", "a"});
  CHECK(split_lines("").empty());
}
