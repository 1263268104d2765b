// Themes that people make: settings, colours, words, languages, and the parts of a document.
#include "render/theme.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "catch.h"
#include "diagnostics/diagnostic.h"
#include "driver/theme_names.h"
#include "driver/theme_yaml.h"
#include "files/embedded.h"
#include "render/colour.h"
#include "render/document_part.h"
#include "render/palette.h"
#include "render/render.h"
#include "render/style_sheet.h"
#include "render/template_scan.h"
#include "render/theme_words.h"
#include "shape/compile_kinds.h"

namespace milepost {
namespace {

std::vector<uint16_t> codes(DiagnosticSink& sink) {
  std::vector<uint16_t> found;
  for (const Diagnostic& diagnostic : sink.take_sorted()) {
    INFO(diagnostic.message);
    CHECK(!diagnostic.help.empty());
    CHECK(diagnostic.span.is_place());
    found.push_back(diagnostic.code);
  }
  return found;
}

Words words_of(std::string_view yaml, std::vector<uint16_t>& found) {
  DiagnosticSink sink;
  const std::vector<ThemeEntry> entries = read_theme_yaml(yaml, FileId{1}, sink);
  Words words;
  override_words(words, entries, theme_names(*builtin_kinds()), sink);
  found = codes(sink);
  return words;
}

std::string sheet_of(const Theme& theme) {
  for (const StaticFile& file : theme_files(theme, {})) {
    if (file.path == "theme/style.css") return std::string(file.bytes);
  }
  return {};
}

TEST_CASE("colours are read as colours and as nothing else", "[render]") {
  CHECK(hex(*read_colour("#1A4")) == "#11aa44");
  CHECK(hex(*read_colour("#1a4fa0")) == "#1a4fa0");
  CHECK(hex(*read_colour("RebeccaPurple")) == "#663399");
  for (const char* no : {"", "#12", "#12345", "#1234567", "#gggggg", "red;", "rgb(1,2,3)",
                         "var(--ink)", "url(x)", "transparent", "#fff /* */"}) {
    INFO(no);
    CHECK(!read_colour(no));
  }
}

TEST_CASE("contrast is that of WCAG", "[render]") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21));
  CHECK(contrast(*read_colour("#767676"), {255, 255, 255}) == Approx(4.54).margin(0.01));
  const Colour better = with_contrast(*read_colour("#7fb2ff"), {255, 255, 255}, 4.5);
  CHECK(contrast(better, {255, 255, 255}) >= 4.5);
  CHECK(contrast(better, {255, 255, 255}) < 4.6);
}

TEST_CASE("the built-in colours can be told from what they stand on", "[render]") {
  const Palette palette = read_palette(find_embedded("themes/default/style.css")->bytes);
  REQUIRE(palette.contains("paper"));
  CHECK(hex(palette.at("paper").in(Scheme::dark)) != hex(palette.at("paper").in(Scheme::light)));
  for (const TokenPair& pair : token_pairs()) {
    const auto token = palette.find(pair.token);
    const auto ground = palette.find(pair.ground);
    if (token == palette.end() || ground == palette.end()) continue;
    for (const Scheme scheme : kSchemes) {
      INFO(pair.token << " on " << pair.ground);
      CHECK(contrast(token->second.in(scheme), ground->second.in(scheme)) >= pair.ratio);
    }
  }
}

TEST_CASE("one accent gives the dark one and the tint of rows", "[render]") {
  DiagnosticSink sink;
  const std::vector<ThemeEntry> settings =
      read_theme_yaml("accent: \"#0b6e4f\"\n", FileId{1}, sink);
  ThemeInput input;
  input.settings = settings;
  const Palette palette = read_palette(sheet_of(load_theme(input, sink)).substr(0));
  CHECK(codes(sink).empty());
  const std::string sheet = sheet_of(load_theme(input, sink));
  const size_t block = sheet.find("@media screen{:root{--accent:#0b6e4f;--wash:#");
  REQUIRE(block != std::string::npos);
  const std::string dark = sheet.substr(sheet.find("data-theme=dark]{--accent:", block) + 26, 7);
  CHECK(contrast(*read_colour(dark), palette.at("paper").in(Scheme::dark)) >= 7);
}

TEST_CASE("a built-in sheet is as it was without settings", "[render]") {
  DiagnosticSink sink;
  CHECK(sheet_of(load_theme({}, sink)) ==
        shipped_style(find_embedded("themes/default/style.css")->bytes));
}

TEST_CASE("every built-in template passes what a theme's must pass", "[render]") {
  for (const EmbeddedFile& file : embedded_files()) {
    const bool of_site =
        file.path.starts_with("templates/") && !file.path.starts_with("templates/init/");
    if (!file.path.ends_with(".html") || (!of_site && !file.path.starts_with("themes/"))) continue;
    std::vector<Slot> all;
    for (const SlotInfo& slot : slot_infos()) all.push_back(slot.slot);
    for (const TemplateProblem& problem : scan_template(file.bytes, all, true)) {
      INFO(file.path << ": " << problem.message);
      CHECK(problem.code == 0);
    }
  }
}

TEST_CASE("words are changed one by one", "[render]") {
  std::vector<uint16_t> found;
  const Words words =
      words_of("frame.menu: Contents\nframe: {site: Places}\nkind.risk.one: Hazard\n", found);
  CHECK(found.empty());
  CHECK(words.text("frame.menu"_word) == "Contents");
  CHECK(words.text("frame.site"_word) == "Places");
  CHECK(words.find("kind.risk.one") == "Hazard");
}

TEST_CASE("mistakes in words are told with their places", "[render]") {
  std::vector<uint16_t> found;
  words_of("frame.meun: x\n", found);
  CHECK(found == std::vector<uint16_t>{565});
  words_of("frame.as_of: On\n", found);
  CHECK(found == std::vector<uint16_t>{566});
  words_of("frame.menu: Menu {0}\n", found);
  CHECK(found == std::vector<uint16_t>{566});
  words_of("finding.MP310: Too high\n", found);
  CHECK(found == std::vector<uint16_t>{566});
  words_of("frame.menu.one: Menu\n", found);
  CHECK(found == std::vector<uint16_t>{567});
  words_of("count.pages: Pages\n", found);
  CHECK(found == std::vector<uint16_t>{567});
  words_of("count.pages.one: one page\n", found);
  CHECK(found == std::vector<uint16_t>{567});  // and no other
  words_of("language.plural: klingon\n", found);
  CHECK(found == std::vector<uint16_t>{567});
}

TEST_CASE("a language counts in its own way", "[render]") {
  std::vector<uint16_t> found;
  const Words words = words_of(
      "language.plural: polish\n"
      "count.pages.one: '{0} strona'\ncount.pages.few: '{0} strony'\ncount.pages.many: '{0} "
      "stron'\n",
      found);
  CHECK(found.empty());
  CHECK(words.plural("count.pages"_word, 1) == "{0} strona");
  CHECK(words.plural("count.pages"_word, 3) == "{0} strony");
  CHECK(words.plural("count.pages"_word, 12) == "{0} stron");
  CHECK(words.plural("count.pages"_word, 22) == "{0} strony");
  CHECK(words.plural("count.pages"_word, 0) == "{0} stron");
}

TEST_CASE("every built-in language has every word and name", "[words]") {
  const std::vector<ThemeName> names = theme_names(*builtin_kinds());
  for (const std::string_view code : builtin_languages()) {
    DiagnosticSink sink;
    Words words;
    REQUIRE(use_language(words, code, names, sink));
    CHECK(words.text("language.code"_word) == code);
    for (const Diagnostic& diagnostic : sink.take_sorted()) {
      INFO(code << ": " << diagnostic.message << "; " << diagnostic.help);
      CHECK(diagnostic.code == 0);
    }
    for (const ThemeName& name : names) {
      INFO(code << " has no " << name.key << " (" << name.text << ")");
      CHECK((name.text.empty() || words.find(name.key)));
    }
  }
}

TEST_CASE("a page becomes a part of a document", "[render]") {
  std::string out;
  append_part(out,
              "<section id=\"risks/R-1\"><h1 id=\"a\">A</h1><p aria-labelledby=\"a b\">"
              "<a href=\"#a\">x</a> <a href=\"#risks/R-2\">y</a> <a href=\"#caf%C3%A9\">z</a></p>"
              "<h2 id=\"café\">&lt;h1 id=\"no\"></h2><rect fill=\"url(#a)\"/></section>",
              "risks/R-1", 2);
  CHECK(
      out ==
      "<section id=\"risks/R-1\"><h3 id=\"risks/R-1.a\">A</h3><p aria-labelledby=\"risks/R-1.a b\">"
      "<a href=\"#risks/R-1.a\">x</a> <a href=\"#risks/R-2\">y</a> <a "
      "href=\"#risks/R-1.caf%C3%A9\">z</a></p>"
      "<h4 id=\"risks/R-1.café\">&lt;h1 id=\"no\"></h4><rect "
      "fill=\"url(#risks/R-1.a)\"/></section>");
}

TEST_CASE("links between the parts of a document stay in it", "[render]") {
  const SitePath one("index.html", "risks/R-1");
  const SitePath two("index.html", "risks/R-2");
  const SitePath file("docs/x.pdf");
  const auto link = [](const SitePath& from, const SitePath& to, std::string_view fragment = {}) {
    std::string out;
    append_link(out, from, to, fragment);
    return out;
  };
  CHECK(link(one, two) == "#risks/R-2");
  CHECK(link(one, two, "a") == "#risks/R-2.a");
  CHECK(link(one, one) == "#risks/R-1");
  CHECK(link(one, one, "a") == "#a");  // its part's name comes with append_part
  CHECK(link(one, file) == "docs/x.pdf");
}

}  // namespace
}  // namespace milepost
