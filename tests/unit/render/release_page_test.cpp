// The page a launch is decided from, and the pages for paper beside it.
#include "render/release_page.h"

#include <algorithm>
#include <regex>
#include <string>

#include "catch.h"
#include "draw/drawings.h"
#include "render/ready_reasons.h"
#include "render/ready_words.h"
#include "unit/render/judged.h"

namespace milepost {
namespace {

std::string without_tags(std::string_view html) {
  std::string text = std::regex_replace(std::string(html), std::regex("<[^>]*>"), " ");
  return std::regex_replace(text, std::regex("\\s+"), " ");
}

template <typename Write>
std::string written(const Outline& outline, Write&& write) {
  const Drawings none;
  PageScope scope(outline, none, outline.overview_page);
  HtmlWriter out;
  write(out, scope);
  return std::string(out.view());
}

Outline judged(View view = judged_view()) {
  return compose_site(std::move(view), Words());
}

std::string verdict_of(const Outline& outline) {
  return without_tags(written(outline, [&](HtmlWriter& out, const PageScope& scope) {
    write_ready_verdict(out, scope, outline.view.readiness[0]);
  }));
}

TEST_CASE("release: the verdict is a sentence", "[release_page]") {
  CHECK(verdict_of(judged()) ==
        " No-go . Two things stand in the way. The last can be cleared on Wed 17 Jun , 3 working "
        "days before the target.");
  View one = judged_view();
  one.readiness[0].reasons.erase(one.readiness[0].reasons.begin());
  one.readiness[0].last_clear.reset();
  one.readiness[0].reasons[0].by.reset();
  CHECK(verdict_of(judged(std::move(one))) ==
        " No-go . One thing stands in the way. It has no date yet.");
  View open = judged_view();
  open.readiness[0].verdict = ViewReadyVerdict::conditional_go;
  for (ViewReadyReason& reason : open.readiness[0].reasons) reason.blocks = false;
  CHECK(verdict_of(judged(std::move(open))) ==
        " Conditional go . Nothing stands in the way. 3 things are still to be done, the last by "
        "Wed 17 Jun .");
  View clear = judged_view();
  clear.readiness[0].verdict = ViewReadyVerdict::go;
  CHECK(verdict_of(judged(std::move(clear))) ==
        " Go . Every required item holds. Nothing stands in the way.");
}

TEST_CASE("release: reasons say what, where, who, how and when", "[release_page]") {
  const Outline outline = judged();
  const std::string table =
      without_tags(written(outline, [&](HtmlWriter& out, const PageScope& scope) {
        write_ready_opening(out, scope, outline.view.readiness[0]);
      }));
  CHECK(table.find("Load test at twice the peak late, was due Fri 29 May Testing Li Wei Do it Mon "
                   "15 Jun") != std::string::npos);
  CHECK(table.find("Security sign-off stale: what was signed has changed Sign-offs Priya Nair Sign "
                   "again Wed 17 Jun") != std::string::npos);
  CHECK(table.find("Payment API DEP-1 not delivered yet Nobody yet") != std::string::npos);
}

TEST_CASE("release: a meter has a segment for each required item", "[release_page]") {
  View view = judged_view();
  view.readiness[0].items[3].required = false;
  const Outline outline = judged(std::move(view));
  const std::string meter = written(outline, [&](HtmlWriter& out, const PageScope& scope) {
    write_ready_meter(out, scope, outline.view.readiness[0]);
  });
  CHECK(meter ==
        "<span class=\"meter\"><span class=\"bar\" aria-hidden=\"true\"><i class=\"on\"></i><i "
        "class=\"off\"></i><i class=\"bad\"></i></span> <span>1 of 3, 1 waived</span></span>");
}

TEST_CASE("release: an item is found by its key, or by its number", "[release_page]") {
  const View view = judged_view();
  CHECK(item_anchor(view.readiness[0], 1) == "mp:item:load-test");
  CHECK(item_anchor(view.readiness[0], 3) == "mp:item:4");
}

TEST_CASE("release: what is shown above is left out of the text", "[release_page]") {
  const Outline outline = judged();
  const ViewRecordId id = outline.view.readiness[0].record;
  const Drawings none;
  PageScope scope(outline, none, outline.record_pages[number(id)]);
  const ViewRecord& record = outline.view.record(id);
  scope.set_anchors(shown_slices(outline.view, record));
  const ReleaseBody body = release_body(scope, record, outline.view.readiness[0]);
  CHECK_FALSE(body.empty);
  REQUIRE(body.headings.size() == 1);
  CHECK(body.headings[0].words == "Testing");
  CHECK(body.headings[0].anchor == "testing");
  // A gate with words of its own keeps its heading and its words.
  const Tape& tape = outline.view.tape(body.shown.tape);
  std::string left;
  for (uint32_t i = body.shown.slice.first; i < body.shown.slice.first + body.shown.slice.count;
       i += tape.nodes[i].size) {
    const bool cut = std::ranges::any_of(body.shown.skip, [&](TapeSlice one) {
      return one.first <= i && i < one.first + one.count;
    });
    if (!cut) left += plain_text(tape, {i, tape.nodes[i].size}) + "|";
  }
  CHECK(left ==
        "The release that every new merchant starts on.|Security|Read before the meeting.|On the "
        "day|Bob says go at each step.|");
}

TEST_CASE("release: a view without readiness shows the boxes of the record", "[release_page]") {
  View view = judged_view();
  view.readiness.clear();
  const Outline outline = judged(std::move(view));
  CHECK(outline.release_pages.empty());
}

TEST_CASE("release: pages for paper are for what has yet to go out", "[release_page]") {
  const Outline outline = judged();
  REQUIRE(outline.release_pages.size() == 1);
  const ReleasePages& pages = outline.release_pages[0];
  CHECK(outline.pages[pages.sheet].path.file() == "releases/REL-1-go-no-go.html");
  CHECK(pages.runbook == kNoPage);  // nothing is planned for the day
  View planned = judged_view();
  planned.readiness[0].launch.steps.resize(1);
  const Outline with = judged(std::move(planned));
  CHECK(with.pages[with.release_pages[0].runbook].path.file() == "releases/REL-1-runbook.html");
  View done = judged_view();
  for (ViewRecord& record : done.records) record.phase = ViewPhase::done;
  CHECK(judged(std::move(done)).release_pages.empty());
  CHECK(compose_site(judged_view(), Words(), SiteLayout::document).release_pages.empty());
}

}  // namespace
}  // namespace milepost
