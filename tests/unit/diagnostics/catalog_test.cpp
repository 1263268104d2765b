// Tests of the joined diagnostic catalog.
#include "diagnostics/catalog.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "catch.h"

namespace milepost {
namespace {

TEST_CASE("the catalog has every code and name once, in order", "[diagnostics]") {
  std::set<std::string_view> names;
  uint16_t last = 0;
  for (const RuleInfo& entry : diagnostic_catalog()) {
    INFO(code_name(entry.code));
    CHECK(entry.code > last);
    last = entry.code;
    CHECK(names.insert(entry.name).second);
    CHECK(find_diagnostic(entry.code) == &entry);
  }
  CHECK(find_diagnostic(0) == nullptr);
}

TEST_CASE("every entry of the catalog can be read by a person", "[diagnostics]") {
  for (const RuleInfo& entry : diagnostic_catalog()) {
    INFO(code_name(entry.code));
    CHECK_FALSE(entry.summary.empty());
    CHECK_FALSE(entry.summary.ends_with('.'));
    CHECK_FALSE(entry.explanation.empty());
    CHECK(entry.fails.empty() == entry.passes.empty());
    CHECK(std::ranges::all_of(entry.name, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }));
  }
}

TEST_CASE("a code's name has at least three digits", "[diagnostics]") {
  CHECK(code_name(7) == "MP007");
  CHECK(code_name(140) == "MP140");
}

}  // namespace
}  // namespace milepost
