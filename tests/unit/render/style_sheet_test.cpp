// What is left of a style sheet when it is shipped.
#include "render/style_sheet.h"

#include "catch.h"
#include "files/embedded.h"

namespace milepost {
namespace {

TEST_CASE("a sheet is shipped without comments and idle white space", "[style]") {
  CHECK(shipped_style("/* why */\na { color: red; }\n\n\nb,\ni { margin: 0 auto; }\n") ==
        "a{color:red}\nb,i{margin:0 auto}\n");
  CHECK(shipped_style("@media (max-width: 9px) {\n  a { top: 0; }\n}\n") ==
        "@media (max-width:9px){a{top:0}\n}\n");
}

TEST_CASE("white space that means something stays", "[style]") {
  CHECK(shipped_style("a :hover > b + i { width: calc(1px - 2px); }") ==
        "a :hover > b + i{width:calc(1px - 2px)}\n");
  CHECK(shipped_style("a/**/b{}") == "a b{}\n");
}

TEST_CASE("strings stay as they are", "[style]") {
  CHECK(shipped_style("a::after { content: \" /* ; } \\\" \"; }") ==
        "a::after{content:\" /* ; } \\\" \"}\n");
  CHECK(shipped_style("a { --i: url('data:x, y') }") == "a{--i:url('data:x, y')}\n");
}

TEST_CASE("the default theme's sheet is smaller, and packing it again changes nothing", "[style]") {
  const EmbeddedFile* sheet = find_embedded("themes/default/style.css");
  REQUIRE(sheet != nullptr);
  const std::string shipped = shipped_style(sheet->bytes);
  CHECK(shipped.size() < sheet->bytes.size());
  CHECK(shipped_style(shipped) == shipped);
}

}  // namespace
}  // namespace milepost
