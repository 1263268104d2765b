// Tests of the words of votes, and of figures against targets.
#include "analyze/named_values.h"

#include "analyze/post_launch.h"
#include "catch.h"

namespace milepost {
namespace {

TEST_CASE("a vote is read as a verdict", "[readiness]") {
  for (const char* word : {"Go", "GO", "yes", "Approved", "signed off", "✅", "ok", "**Go**"}) {
    INFO(word);
    CHECK(verdict_of_word(word) == ReadyVerdict::go);
  }
  for (const char* word :
       {"No-Go", "no go", "NO", "nogo", "Hold", "rejected", "❌", "not approved"}) {
    INFO(word);
    CHECK(verdict_of_word(word) == ReadyVerdict::no_go);
  }
  for (const char* word : {"Go with condition", "Conditional go", "conditionally approved",
                           "go if the audit passes", "Approved with conditions"}) {
    INFO(word);
    CHECK(verdict_of_word(word) == ReadyVerdict::conditional_go);
  }
  for (const char* word : {"", "Pending", "abstained", "gone", "nobody asked"}) {
    INFO(word);
    CHECK(verdict_of_word(word) == ReadyVerdict::none);
  }
}

TEST_CASE("a figure keeps its target or not", "[readiness]") {
  CHECK(keeps_target("0.4 %", "< 1 %", false, false) == 1);
  CHECK(keeps_target("1 %", "< 1 %", false, false) == 0);
  CHECK(keeps_target("1 %", "<= 1 %", false, false) == 1);
  CHECK(keeps_target("99.95", "≥ 99.9%", false, false) == 1);
  CHECK(keeps_target("17,500", ">= 20,000", false, false) == 0);
  CHECK(keeps_target("340 ms", "under 400 ms", false, false) == 1);
  CHECK(keeps_target("21", "20", true, false) == 1);
  CHECK(keeps_target("21", "20", false, true) == 0);
  CHECK(keeps_target("21", "20", false, false) == -1);
  CHECK(keeps_target("good", "better", true, false) == -1);
  CHECK(keeps_target("", "< 1 %", false, false) == -1);
}

}  // namespace
}  // namespace milepost
