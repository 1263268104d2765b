// Words of a theme that stand where a reference stood.
#include "redact/words_instead.h"

#include "catch.h"

namespace milepost {
namespace {

TEST_CASE("words instead: in Markdown they are read as they are", "[redact][cut]") {
  CHECK(words_in_markdown("an internal item") == "an internal item");
  CHECK(words_in_markdown("*one* | <two>") == "\\*one\\* \\| \\<two\\>");
  CHECK(words_in_markdown("two\nlines") == "two lines");
  CHECK(words_in_markdown("l'élément interne") == "l'élément interne");
  CHECK(words_in_markdown("").empty());
}

TEST_CASE("words instead: in YAML the value around them stays one", "[redact][cut]") {
  CHECK(words_in_yaml("ein interner Eintrag") == "ein interner Eintrag");
  CHECK(words_in_yaml("l'élément interne") == "l\u2019élément interne");
  CHECK(words_in_yaml("internal: x # y") == "internal x y");
  CHECK(words_in_yaml("- a non-public {item}") == "a non-public item");
  CHECK(words_in_yaml("\"it\"") == "\u201Dit\u201D");
  CHECK(words_in_yaml("~").empty());
}

}  // namespace
}  // namespace milepost
