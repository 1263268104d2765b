// Tests of cuts that overlap others.
#include "redact/old_texts.h"

#include <string>
#include <vector>

#include "catch.h"
#include "text/rewritten_text.h"

namespace milepost {
namespace {

std::string left_of(std::vector<Replacement> cuts, const std::vector<TextRange>& ranges) {
  cut_whole(cuts, ranges);
  return RewrittenText("0123456789", cuts).take();
}

TEST_CASE("of cuts that overlap all goes", "[redact][versions]") {
  CHECK(left_of({}, {{2, 4}}) == "01456789");
  CHECK(left_of({{1, 3, {}}}, {{2, 5}}) == "056789");
  CHECK(left_of({{3, 7, {}}}, {{2, 5}}) == "01789");
  CHECK(left_of({{3, 7, "x"}}, {{2, 5}, {6, 8}}) == "0189");
  CHECK(left_of({{1, 9, {}}}, {{2, 5}, {6, 8}}) == "09");
  CHECK(left_of({{1, 3, {}}, {4, 6, {}}, {8, 9, {}}}, {{2, 5}, {7, 8}}) == "069");
  CHECK(left_of({{6, 7, {}}, {1, 2, {}}}, {{2, 3}}) == "0345789");
}

}  // namespace
}  // namespace milepost
