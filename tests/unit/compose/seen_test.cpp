// A page that is made of less than the site around it.
#include "compose/seen.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "analyze/analyze.h"
#include "catch.h"
#include "compose/compose.h"
#include "compose/status_page.h"
#include "redact/redact.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

View view_for(const Linked& linked, Audience who) {
  Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  RedactOptions options;
  PlanMask mask = visible_plan(linked.program, analysis.schedule, who);
  if (!mask.records.empty()) keep_visible(linked.program, analysis, std::move(mask));
  options.audience = std::move(who);
  return redact_program(linked.program, linked.sources, analysis, {}, {}, options);
}

// The plain site with the pages of those who see less.
Outline composed_with_readers(const Linked& linked) {
  const Audience plain;
  View view = view_for(linked, plain);
  for (const Audience& reader : readers_of_less(linked.program, plain)) {
    const auto page = std::ranges::find(view.status_pages, reader.name, &ViewStatusPage::key);
    REQUIRE(page != view.status_pages.end());
    page->seen = std::make_shared<View>(view_for(linked, reader));
  }
  return compose_site(std::move(view), Words());
}

const Linked::Files kFiles = {
    {"program.yaml",
     "program: Test\naudiences:\n  customers: {sees: [public, partner]}\n"
     "  partners: {sees: [public, partner], pages: [milestones]}\n"
     "  engineering: {}\nlabels: [partner]\n"},
    {"plan.yaml",
     "milestones:\n"
     "- {id: M-0, title: Rehearsal, due: 2026-06-10}\n"
     "- {id: M-1, title: Opening, due: 2026-06-19, visibility: public}\n"
     "- {id: M-2, title: Closing, due: 2026-07-10, visibility: public, owner: Asha}\n"},
    {"guides/start.md", "---\nvisibility: public\n---\n# Getting ready\n\nFor M-1.\n"},
    {"guides/secret.md", "# Never say\n\nFor M-1.\n"},
};

uint32_t page_named(const Outline& outline, std::string_view key) {
  const auto at = std::ranges::find(outline.view.status_pages, key, &ViewStatusPage::key);
  REQUIRE(at != outline.view.status_pages.end());
  return static_cast<uint32_t>(at - outline.view.status_pages.begin());
}

TEST_CASE("readers of less: those who do not see what a plain site shows", "[redact]") {
  const Linked linked(kFiles);
  const std::vector<Audience> readers = readers_of_less(linked.program, Audience());
  std::vector<std::string> names;
  for (const Audience& reader : readers) {
    names.push_back(reader.name);
    CHECK_FALSE(reader.insider);
    // What the plain site does not show is not shown there either.
    CHECK(reader.sees == std::vector<std::string>{"public"});
  }
  CHECK(names == std::vector<std::string>{"customers", "partners"});
  Audience other;
  other.name = "customers";
  other.insider = false;
  CHECK(readers_of_less(linked.program, other).empty());
}

TEST_CASE("seen: the page of customers is made of what they see", "[status_page]") {
  const Linked linked(kFiles);
  const Outline outline = composed_with_readers(linked);
  const uint32_t at = page_named(outline, "customers");
  REQUIRE(outline.status_pages[at] != kNoPage);
  const Outline* seen = outline.seen[at].get();
  REQUIRE(seen != nullptr);
  CHECK(outline.seen[page_named(outline, "engineering")] == nullptr);
  REQUIRE(seen->view.status_pages.size() == 1);
  const StatusPage page = make_status_page(*seen, 0);
  const StatusSection* coming = page.find(StatusBlock::coming);
  REQUIRE(coming != nullptr);
  std::vector<std::string> ids;
  for (const ViewRecordId id : coming->records()) ids.push_back(seen->view.record(id).id);
  CHECK(ids == std::vector<std::string>{"M-1", "M-2"});
  CHECK(seen->view.pages.size() == 1);
  CHECK_FALSE(seen->view.program.shows.verdict);
}

TEST_CASE("seen: links of the page lead to the pages of the site", "[status_page]") {
  const Linked linked(kFiles);
  const Outline outline = composed_with_readers(linked);
  const Outline& seen = *outline.seen[page_named(outline, "customers")];
  for (uint32_t i = 0; i < seen.view.records.size(); ++i) {
    const auto there =
        std::ranges::find(outline.view.records, seen.view.records[i].id, &ViewRecord::id);
    REQUIRE(there != outline.view.records.end());
    const auto id = ViewRecordId{static_cast<uint32_t>(there - outline.view.records.begin())};
    CHECK(seen.path_of(ViewRecordId{i}).file() == outline.path_of(id).file());
  }
  const uint32_t status = seen.status_pages.front();
  CHECK(seen.pages[status].path.file() == "status/customers.html");
  // No page of it that the site would not have is led to.
  for (const uint32_t page : {seen.plan_page, seen.overview_page, seen.people_page}) {
    if (page == kNoPage) continue;
    const std::string& file = seen.pages[page].path.file();
    CHECK(std::ranges::any_of(outline.pages,
                              [&](const OutlinePage& other) { return other.path.file() == file; }));
  }
}

TEST_CASE("seen: who may know nothing has no page", "[status_page]") {
  const Linked linked({{"program.yaml", "program: Test\n"},
                       {"plan.yaml", "milestones:\n- {id: M-1, title: One, due: 2026-06-19}\n"}});
  const Outline outline = composed_with_readers(linked);
  CHECK(outline.status_pages[page_named(outline, "customers")] == kNoPage);
  CHECK(outline.status_pages[page_named(outline, "executives")] != kNoPage);
}

}  // namespace
}  // namespace milepost
