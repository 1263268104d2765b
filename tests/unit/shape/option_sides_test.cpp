// Pros and cons in one line.
#include "shape/option_sides.h"

#include <string>

#include "catch.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

// "pros: quick | cons: dear"
std::string sides_of(std::string_view text) {
  Linked linked({});
  const Kinds& kinds = linked.program.kinds();
  const FieldId options = kinds.find_field(kinds.find_kind("escalation"), "options");
  std::string words;
  for (const OptionSide& side : split_sides(kinds, kinds.field(options), text)) {
    if (!words.empty()) words += " | ";
    words += side.field == kNoField ? "-" : kinds.field(side.field).name;
    words += ": " + std::string(side.text);
  }
  return words;
}

TEST_CASE("sides: what speaks for and against an option, after any stop", "[options]") {
  CHECK(sides_of("Pros: quick, known; Cons: dear") == "pros: quick, known | cons: dear");
  CHECK(sides_of("Pros: quick. Cons: dear.") == "pros: quick. | cons: dear.");
  CHECK(sides_of("pros: quick / cons: dear") == "pros: quick | cons: dear");
  CHECK(sides_of("Two weeks of work. Advantages: quick; Drawbacks: dear") ==
        "-: Two weeks of work. | pros: quick | cons: dear");
  CHECK(sides_of("Cons: dear") == "cons: dear");
}

TEST_CASE("sides: a line that names none stays whole", "[options]") {
  CHECK(sides_of("costs a favour; works in days").empty());
  CHECK(sides_of("the pros outweigh it: see D-1").empty());
  CHECK(sides_of("Cost: 3d").empty());
  CHECK(sides_of("").empty());
  CHECK(sides_of(":::::").empty());
  CHECK(sides_of("Pros:") == "");
}

}  // namespace
}  // namespace milepost
