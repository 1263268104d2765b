// Which scripts a page names, what they say, and how they are shipped.
#include "render/scripts.h"

#include "catch.h"

namespace milepost {

TEST_CASE("scripts: a page names those that the theme has, in their order", "[render]") {
  HtmlWriter out;
  write_scripts(out, SitePath("risks/R-1.html"),
                {{"site.js", ""}, {"style.css", ""}, {"early.js", ""}, {"own.js", ""}}, false);
  CHECK(out.view() ==
        "<script src=\"../theme/early.js\"></script>\n"
        "<script src=\"../theme/site.js\" defer></script>\n");
}

TEST_CASE("scripts: their words are those whose keys begin with js.", "[render]") {
  Words words;
  words.set("js.table.show"_word, PluralForm::other, "</script>\"Zeig\"\xE2\x80\xA8");
  const std::string script = words_script(words);
  CHECK(script.starts_with("milepostWords={\""));
  CHECK(script.ends_with("};\n"));
  CHECK(script.find("\"table.show\":\"</script>\\\"Zeig\\\"") != std::string::npos);
  CHECK(script.find("nav.") == std::string::npos);
}

TEST_CASE("scripts: shipped without indentation and comments", "[render]") {
  CHECK(shipped_script("// why\n(() => {\n\n  // how\n  const a = '// no';  // kept\n})();") ==
        "(() => {\nconst a = '// no';  // kept\n})();\n");
  CHECK(shipped_script("").empty());
}

}  // namespace milepost
