// Sentences with something left out.
#include "text/left_out.h"

#include <string>

#include "catch.h"

namespace milepost {
namespace {

// `X` is what is left out.
std::string without(std::string_view text) {
  const size_t at = text.find('X');
  const std::string_view before = text.substr(0, at), after = text.substr(at + 1);
  const Gap gap = close_gap(before, after);
  return std::string(before.substr(0, before.size() - gap.before)) +
         std::string(after.substr(gap.after));
}

TEST_CASE("left out: no gap stays", "[text]") {
  CHECK(without("see X.") == "see.");
  CHECK(without("see X for more") == "see for more");
  CHECK(without("Late (X).") == "Late.");
  CHECK(without("Late (X) again") == "Late again");
  CHECK(without("Late ([X]) again") == "Late again");
  CHECK(without("A, X") == "A");
  CHECK(without("A, X, B") == "A, B");
  CHECK(without("A, X and B") == "A and B");
  CHECK(without("X, B") == "B");
  CHECK(without("X is late") == "is late");
  CHECK(without("(X, B)") == "(B)");
  CHECK(without("see: X, B") == "see: B");
  CHECK(without("X") == "");
  CHECK(without("its X") == "its");
  CHECK(without("(see X)") == "(see)");
}

}  // namespace
}  // namespace milepost
