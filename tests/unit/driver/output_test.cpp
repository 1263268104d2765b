// What a log may hold.
#include "driver/output.h"

#include "catch.h"

namespace milepost {
namespace {

TEST_CASE("a log gives no commands to its runner", "[driver]") {
  CHECK(without_runner_commands("::add-mask::a.md:1:2: error\n") ==
        ": :add-mask::a.md:1:2: error\n");
  CHECK(without_runner_commands("a\n  ::stop-commands::x\r::y") ==
        "a\n  : :stop-commands::x\r: :y");
  // The runner takes off spaces of every script.
  CHECK(without_runner_commands("\u00a0\u3000::x") == "\u00a0\u3000: :x");
  CHECK(without_runner_commands("    3 | ##[add-mask]a ###[x]") ==
        "    3 | # #[add-mask]a ## #[x]");
  CHECK(without_runner_commands("std::string # ## [x] a::b\n") == "std::string # ## [x] a::b\n");
  CHECK(without_runner_commands("") == "");
}

}  // namespace
}  // namespace milepost
