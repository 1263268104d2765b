// What a style sheet may not hold, and what only looks like it.
#include "markup/style_scan.h"

#include "catch.h"

namespace milepost {
namespace {

TEST_CASE("a sheet with a binding of old browsers is objected to", "[style]") {
  CHECK(object_to_style("a { behavior: url(#default#time2) }"));
  CHECK(object_to_style("a{color:red;behavior:none}"));
  CHECK(object_to_style("a { be\\68 avior: none }"));
}

TEST_CASE("scrolling is no binding", "[style]") {
  CHECK_FALSE(object_to_style("a { overscroll-behavior: contain; scroll-behavior: smooth }"));
  CHECK(object_to_style("a { scroll-behavior: smooth; behavior: none }"));
}

}  // namespace
}  // namespace milepost
