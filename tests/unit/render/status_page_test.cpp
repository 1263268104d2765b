// The page of a stakeholder as it is written.
#include <algorithm>
#include <memory>
#include <regex>
#include <string>
#include <string_view>
#include <utility>

#include "catch.h"
#include "draw/drawings.h"
#include "redact/audience.h"
#include "render/render.h"
#include "render/theme.h"
#include "unit/render/composed.h"

namespace milepost {
namespace {

std::string page_of(const Outline& outline, std::string_view key) {
  const auto at = std::ranges::find(outline.view.status_pages, key, &ViewStatusPage::key);
  REQUIRE(at != outline.view.status_pages.end());
  const uint32_t page =
      outline.status_pages[static_cast<size_t>(at - outline.view.status_pages.begin())];
  REQUIRE(page != kNoPage);
  DiagnosticSink sink;
  const Theme theme = load_theme({}, sink);
  const Drawings none;
  const std::string html = Renderer(outline, none, theme).render(page);
  const size_t begin = html.find("<article class=\"status\">");
  REQUIRE(begin != std::string::npos);
  return html.substr(begin, html.find("</article>") - begin);
}

// What stands in the section of a block.
std::string block_of(const std::string& page, const std::string& name) {
  const size_t begin = page.find("<section class=\"part\" id=\"mp:" + name + "\">");
  if (begin == std::string::npos) return {};
  return page.substr(begin, page.find("</section>", begin) - begin);
}

std::string words_of(std::string_view html) {
  std::string text = std::regex_replace(std::string(html), std::regex("<[^>]*>"), " ");
  text = std::regex_replace(text, std::regex("\\s+"), " ");
  return text;
}

size_t count_of(std::string_view text, std::string_view what) {
  size_t count = 0;
  for (size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
    ++count;
  }
  return count;
}

bool has(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}

const std::string kTeams =
    "teams: {a: {name: Alpha}, b: {name: Bravo}}\n"
    "people: {asha: {name: Asha, team: a}, kofi: {name: Kofi, team: b}}\n";

TEST_CASE("status page: the title, each block once with its heading, nothing of the source",
          "[status_page]") {
  Linked linked(
      {{"program.yaml",
        "program: Test\nstart: 2026-01-05\ntarget: M-1\naudiences:\n  executives: {pages: "
        "[summary, risks, milestones, {title: \"Who <b>asks</b>\", text: Dana}]}\n"},
       {"plan.yaml",
        "milestones:\n- {id: M-1, title: Opening & more, due: 2026-07-14}\n"
        "risks:\n- {id: R-1, title: Rain, likelihood: high, impact: high, mitigation: A tent}\n"
        "- {id: R-2, title: Wind, likelihood: low, impact: low}\n"}});
  const std::string page = page_of(composed(linked), "executives");
  CHECK(count_of(page, "<h1") == 1);
  CHECK(count_of(page, "<h2>") == 3);
  CHECK(has(page, "<h2>Who &lt;b&gt;asks&lt;/b&gt;</h2>"));
  CHECK(has(page, "Opening &amp; more"));
  const std::string risks = words_of(block_of(page, "risks"));
  CHECK(risks.find("Rain") < risks.find("Wind"));  // the highest first
  CHECK(has(risks, "A tent"));
  CHECK(has(risks, "16"));
  CHECK(has(risks, "Nothing yet"));  // that nothing is done about one is told
  CHECK_FALSE(has(page, "Prints on one page"));
}

TEST_CASE("status page: of each team what comes first, and where the rest stands",
          "[status_page]") {
  std::string tasks = "tasks:\n";
  for (int i = 1; i <= 6; ++i) {
    tasks += "- {id: T-" + std::to_string(i) + ", title: Work " + std::to_string(i) +
             ", owner: asha, status: in_progress, percent: " + std::to_string(i * 10) +
             "%, start: 2026-05-18, due: 2026-06-" + std::to_string(i + 10) + "}\n";
  }
  tasks +=
      "- {id: T-7, title: Other, owner: kofi, status: in_progress, start: 2026-05-18, due: "
      "2026-06-08}\n"
      "dependencies:\n- {id: DEP-1, title: Key, provider: Bravo, consumer: Alpha, needed_by: "
      "2026-06-05, promised: 2026-06-09}\n";
  Linked linked({{"program.yaml", "program: Test\n" + kTeams}, {"plan.yaml", tasks}});
  const std::string page = page_of(composed(linked), "engineering");
  const std::string work = block_of(page, "in_progress");
  CHECK(count_of(work, "<h3>") == 2);
  CHECK(count_of(work, "<li>") == 5);
  CHECK(has(words_of(work), "40 %"));
  CHECK_FALSE(has(work, "Work 5"));
  CHECK(has(work, "<p class=\"more\"><a href=\"../teams/a.html\">and 2 more</a></p>"));
  // What is under way is told once.
  CHECK_FALSE(has(block_of(page, "next"), "Work"));
  const std::string needs = words_of(block_of(page, "needs"));
  CHECK(has(needs, "promised"));
  CHECK(has(needs, "+2 d"));
  CHECK(has(needs, "Bravo"));
  // Each part can be jumped to, with how much it holds.
  CHECK(has(page, "<nav class=\"jumps\""));
  CHECK(has(page, "#mp:in_progress\">In progress</a> <span>7</span></span>"));
}

TEST_CASE("status page: what an audience may not be told has no place and no hint",
          "[status_page]") {
  Linked linked(
      {{"program.yaml", "program: Test\ntarget: M-1\naudiences:\n  executives: {}\n"},
       {"plan.yaml",
        "milestones:\n- {id: M-1, title: Opening, due: 2026-07-14, health: at_risk}\n"
        "risks:\n"
        "- {id: R-1, title: Rain, likelihood: low, impact: low, next_review: 2026-06-20}\n"
        "- {id: R-2, title: Wind, likelihood: high, impact: high, next_review: 2026-07-01}\n"}});
  Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  RedactOptions options;
  options.audience = *audience_named(linked.program, "executives");
  const Outline outline = compose_site(
      redact_program(std::move(linked.program), linked.sources, analysis, {}, {}, options),
      Words());
  const std::string page = page_of(outline, "executives");
  const std::string risks = words_of(block_of(page, "risks"));
  CHECK_FALSE(has(risks, "16"));
  CHECK_FALSE(has(risks, "Score"));
  // Their levels are reported; that they stand by those is said.
  CHECK(risks.find("Wind") < risks.find("Rain"));
  CHECK(has(risks, "By reported impact and likelihood"));
  CHECK_FALSE(has(risks, "Top risks"));
  CHECK_FALSE(has(risks, "Nothing yet"));  // what is done may be hidden
}

TEST_CASE("status page: in a site that shows more it says whose it is", "[status_page]") {
  Linked linked({{"program.yaml", "program: Test\n"},
                 {"plan.yaml",
                  "milestones:\n- {id: M-1, title: Opening, due: 2026-07-14, visibility: public}\n"
                  "- {id: M-2, title: Rehearsal, due: 2026-06-12}\n"}});
  const Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  RedactOptions plain, less;
  less.audience = readers_of_less(linked.program, Audience()).front();
  Analysis visible = analyze_program(linked.program, *make_date(2026, 6, 1));
  keep_visible(linked.program, visible,
               visible_plan(linked.program, visible.schedule, less.audience));
  View view =
      redact_program(std::as_const(linked.program), linked.sources, analysis, {}, {}, plain);
  std::ranges::find(view.status_pages, "customers", &ViewStatusPage::key)->seen =
      std::make_shared<View>(
          redact_program(std::as_const(linked.program), linked.sources, visible, {}, {}, less));
  const Outline outline = compose_site(std::move(view), Words());
  const std::string page = page_of(outline, "customers");
  CHECK(has(page, "Only what customers may know"));
  CHECK(has(page, "../milestones/M-1.html"));
  CHECK_FALSE(has(page, "Rehearsal"));
  CHECK_FALSE(has(page, "M-2"));
  CHECK(has(page, "aria-current=\"page\">customers"));
  CHECK(has(page, "executives.html"));  // the way to the others is that of the site
  CHECK_FALSE(has(page_of(outline, "executives"), "may know"));
}

}  // namespace
}  // namespace milepost
