// Which scripts a page names, what they say, and how they are shipped.
#include "render/scripts.h"

#include "catch.h"

namespace milepost {

TEST_CASE("scripts: a page names those that the theme has, in their order", "[render]") {
  Outline outline;
  outline.pages.push_back({OutlineKind::record, 0, SitePath("risks/R-1.html")});
  const Drawings none;
  const PageScope scope(outline, none, 0);
  HtmlWriter out;
  write_scripts(out, scope, {{"site.js", ""}, {"style.css", ""}, {"early.js", ""}, {"own.js", ""}},
                false);
  CHECK(out.view() ==
        "<script src=\"../theme/early.js\"></script>\n"
        "<script src=\"../version.js\" defer></script>\n"
        "<script src=\"../theme/site.js\" defer></script>\n");
}

TEST_CASE("scripts: what pages leave out is said of the whole site", "[render]") {
  Outline outline;
  outline.view.program.as_of = nearest_date(2026, 6, 1);
  outline.view.program.edition.label = "W22 </script>";
  outline.pages.push_back({OutlineKind::kind, 0, SitePath("risks/index.html")});
  NavSection section;
  section.page = 0;
  section.count = 4;
  outline.nav.push_back(section);
  section.count = 0;
  outline.nav.push_back(section);
  CHECK(version_script(outline) ==
        "milepostVersion={\"label\":\"W22 </script>\",\"as_of\":\"2026-06-01\","
        "\"dated\":\"As of Mon 1 Jun 2026\",\"counts\":{\"risks/index.html\":4}};\n");
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
