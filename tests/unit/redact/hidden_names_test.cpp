// Many names in one pass.
#include "redact/hidden_names.h"

#include <fmt/format.h>

#include <string>

#include "catch.h"

namespace milepost {
namespace {

std::string found(const HiddenNames& names, std::string_view text) {
  std::string out;
  for (const NameHit& hit : names.find(text)) {
    out += fmt::format("[{}]", text.substr(hit.begin, hit.end - hit.begin));
  }
  return out;
}

TEST_CASE("names: ids as written, titles as words", "[redact][names]") {
  HiddenNames names;
  names.add({NameKind::id, "R-1", 0});
  names.add({NameKind::id, "R-1-2", 1});
  names.add({NameKind::title, "The bank may refuse", 2});
  names.add({NameKind::title, "bank may", 3});
  names.finish();
  CHECK(found(names, "see R-1.") == "[R-1]");
  CHECK(found(names, "r-1/x") == "[r-1]");
  CHECK(found(names, "R 1, R-12, XR-1") == "");
  CHECK(found(names, "R-1-2") == "[R-1][R-1-2]");
  CHECK(found(names, "the  bank, may\nrefuse") == "[bank, may][the  bank, may\nrefuse]");
  CHECK(found(names, "") == "");
}

TEST_CASE("names: inside a name that is seen there is none", "[redact][names]") {
  HiddenNames names;
  names.add({NameKind::id, "R-1", 0});
  names.add({NameKind::id, "Q-7", 1});
  names.add_seen(NameKind::id, "R-1-2");
  names.add_seen(NameKind::id, "Q-7");
  names.finish();
  CHECK(found(names, "R-1-2") == "");
  CHECK(found(names, "R-1-3 R-1-2 R-1") == "[R-1][R-1]");
  CHECK(found(names, "Q-7") == "");
}

TEST_CASE("names: thousands of alike names cost no more than one", "[redact][names]") {
  HiddenNames names;
  for (uint32_t i = 0; i < 20'000; ++i) {
    names.add({NameKind::title, fmt::format("Move the shop number {}", i), i});
  }
  names.finish();
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "Move the shop number of ";
  CHECK(names.find(text).empty());
  text += "move the shop number 19999";
  CHECK(names.find(text).size() == 1);
}

}  // namespace
}  // namespace milepost
