// What stands on the pages of stakeholders, and what does not.
#include "compose/status_page.h"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "shape/audience_settings.h"
#include "unit/compose/composed.h"

namespace milepost {
namespace {

using Strings = std::vector<std::string>;

const std::string kHead = "program: Test\nstart: 2026-01-05\ntarget: M-1\n";

uint32_t page_of(const Outline& outline, std::string_view key) {
  const auto at = std::ranges::find(outline.view.status_pages, key, &ViewStatusPage::key);
  return static_cast<uint32_t>(at - outline.view.status_pages.begin());
}

StatusPage page_named(const Outline& outline, std::string_view key) {
  REQUIRE(page_of(outline, key) < outline.view.status_pages.size());
  return make_status_page(outline, page_of(outline, key));
}

Strings blocks_of(const StatusPage& page) {
  Strings names;
  for (const StatusSection& section : page.sections) {
    names.push_back(section.asked->name.empty() ? section.asked->title : section.asked->name);
  }
  return names;
}

Strings ids_of(const Outline& outline, const StatusPage& page, StatusBlock block) {
  Strings ids;
  const StatusSection* section = page.find(block);
  if (section == nullptr) return {"-"};
  for (const ViewRecordId id : section->records()) {
    ids.push_back(outline.view.record(id).short_id);
  }
  return ids;
}

const std::string kPlan = R"(milestones:
- {id: M-1, title: General availability, owner: dana, due: 2026-07-14}
- {id: M-2, title: Pilot, owner: dana, due: 2026-06-12}
tasks:
- {id: T-1, title: Build, owner: asha, due: 2026-06-05, started: 2026-05-18, status: in_progress, delivers: M-2, percent: 40}
- {id: T-2, title: Try, owner: asha, due: 2026-06-09, status: not_started, depends_on: [T-1], delivers: M-2}
risks:
- {id: R-1, title: Small, owner: asha, likelihood: low, impact: low}
- {id: R-2, title: Large, owner: asha, likelihood: high, impact: high, mitigation: Try early}
- {id: R-3, title: Middle, owner: asha, likelihood: medium, impact: high}
decisions:
- {id: D-1, title: Which bank, owner: dana, status: proposed, needed_by: 2026-06-03, raised: 2026-05-20}
)";

TEST_CASE("status page: every block that may be named is one that is built", "[status_page]") {
  std::string pages = "audiences:\n  everything: {pages: [";
  for (const std::string_view name : kStatusBlocks) pages.append(name).append(", ");
  pages += "]}\n";
  const Outline outline = composed({{"program.yaml", kHead + pages}, {"plan.yaml", kPlan}});
  const StatusPage page = page_named(outline, "everything");
  CHECK(page.of->sections.size() == kStatusBlocks.size());
  CHECK(page.summary);
  for (const StatusSection& section : page.sections) {
    CHECK(kStatusBlocks[static_cast<size_t>(section.block)] == section.asked->name);
  }
}

TEST_CASE("status page: blocks stand in the order of the program, empty ones not at all",
          "[status_page]") {
  const Outline outline =
      composed({{"program.yaml", kHead + "audiences:\n  executives: {pages: [risks, incidents, "
                                         "summary, asks, {title: Note, text: Hello}]}\n"},
                {"plan.yaml", kPlan}});
  CHECK(blocks_of(page_named(outline, "executives")) == Strings{"risks", "asks", "Note"});
}

TEST_CASE("status page: the highest risks, as many as are asked for", "[status_page]") {
  const Outline outline = composed(
      {{"program.yaml", kHead + "audiences:\n  executives: {pages: [{section: risks, most: 2}]}\n"},
       {"plan.yaml", kPlan}});
  const StatusPage page = page_named(outline, "executives");
  CHECK(ids_of(outline, page, StatusBlock::risks) == Strings{"R-2", "R-3"});
  CHECK(page.find(StatusBlock::risks)->total == 3);
  CHECK_FALSE(page.summary);
}

TEST_CASE("status page: a page of those who do the work stands by team", "[status_page]") {
  const Outline outline =
      composed({{"program.yaml", kHead + "teams: {b: {name: Bravo}, a: {name: Alpha}}\n"
                                         "people: {asha: {name: Asha, team: b}, "
                                         "kofi: {name: Kofi, team: a}}\n"},
                {"plan.yaml", kPlan},
                {"more.yaml",
                 "tasks:\n- {id: T-9, title: More, owner: kofi, due: "
                 "2026-06-04, started: 2026-05-25, status: "
                 "in_progress}\n"
                 "dependencies:\n- {id: DEP-1, title: Key, provider: "
                 "Alpha, consumer: Bravo, needed_by: 2026-06-05, "
                 "promised: 2026-06-09}\n"}});
  const StatusPage page = page_named(outline, "engineering");
  CHECK(page.by_team);
  const StatusSection* work = page.find(StatusBlock::in_progress);
  REQUIRE(work != nullptr);
  CHECK(outline.view.team(work->groups.front().team).name == "Alpha");
  const StatusSection* needs = page.find(StatusBlock::needs);
  REQUIRE(needs != nullptr);
  const auto bravo = std::ranges::find_if(needs->groups, [&](const StatusGroup& group) {
    return group.team != kNoViewTeam && outline.view.team(group.team).name == "Bravo";
  });
  CHECK(bravo != needs->groups.end());
  // Where dependencies stand by who gives them, they are not listed again.
  const StatusPage others = page_named(outline, "cross_functional");
  CHECK(ids_of(outline, others, StatusBlock::dependencies) == Strings{"DEP-1"});
  CHECK(ids_of(outline, others, StatusBlock::needs) == Strings{"D-1"});
  CHECK_FALSE(page_named(outline, "executives").by_team);
}

TEST_CASE("status page: a report for an audience wins over the one for everybody",
          "[status_page]") {
  const Outline outline =
      composed({{"program.yaml", kHead},
                {"plan.yaml", kPlan},
                {"status/w21.md",
                 "---\nid: SR-1\nkind: status_report\ntitle: Week 21\ndate: 2026-05-29\n"
                 "---\n\nFor everybody.\n\n> As I said.\n\n## Completed\n\nNothing.\n"},
                {"status/exec.md",
                 "---\nid: SR-2\nkind: status_report\ntitle: For the board\ndate: "
                 "2026-05-27\naudience: [Executives]\ndescription: Two days are lost.\n"
                 "---\n"},
                {"status/draft.md",
                 "---\nid: SR-3\nkind: status_report\ntitle: Week 22\ndate: 2026-06-01\n"
                 "status: draft\n---\n\nNot yet.\n"}});
  const auto report = [&](std::string_view key) {
    const ViewRecordId id = page_named(outline, key).words.report;
    return id == kNoViewRecord ? std::string("-") : outline.view.record(id).short_id;
  };
  CHECK(report("executives") == "SR-2");
  CHECK(report("stakeholders") == "SR-1");
  CHECK(report("engineering") == "-");  // it has no summary, and none names it
  const StatusWords words = page_named(outline, "stakeholders").words;
  REQUIRE(words.paragraphs.size() == 1);
  CHECK(plain_text(outline.view.tape(words.tape), words.paragraphs.front()) == "As I said.");
  CHECK(ids_of(outline, page_named(outline, "stakeholders"), StatusBlock::reports) == Strings{"-"});
}

TEST_CASE("status page: who is told what is coming is told milestones", "[status_page]") {
  const Outline outline = composed({{"program.yaml", kHead}, {"plan.yaml", kPlan}});
  const StatusPage page = page_named(outline, "customers");
  CHECK(ids_of(outline, page, StatusBlock::coming) == Strings{"M-2", "M-1"});
  CHECK(page.find(StatusBlock::risks) == nullptr);
}

TEST_CASE("status page: none for a program without records, one for each that has something",
          "[status_page]") {
  CHECK(std::ranges::all_of(composed({{"program.yaml", "program: Test\n"}}).status_pages,
                            [](uint32_t page) { return page == kNoPage; }));
  const Outline outline = composed({{"program.yaml", kHead}, {"plan.yaml", kPlan}});
  const uint32_t page = outline.status_pages[page_of(outline, "executives")];
  REQUIRE(page != kNoPage);
  CHECK(outline.pages[page].path.file() == "status/executives.html");
  REQUIRE(outline.section_of(page) != nullptr);
  CHECK(outline.section_of(page)->label == "Status");
  CHECK(status_page_named(outline, " EXECUTIVES ") == page_of(outline, "executives"));
  CHECK(status_page_named(outline, "cross functional") == page_of(outline, "cross_functional"));
  CHECK_FALSE(status_page_named(outline, "Everybody"));
}

TEST_CASE("status page: how much of the time has gone", "[status_page]") {
  const Outline outline = composed({{"program.yaml", kHead}, {"plan.yaml", kPlan}});
  const std::optional<ElapsedTime> time = elapsed_time(outline);
  REQUIRE(time);
  CHECK(to_iso(time->from) == "2026-01-05");
  CHECK(time->days == 105);
  CHECK(time->of > time->days);
  CHECK_FALSE(elapsed_time(composed({{"program.yaml", "program: T\n"}, {"plan.yaml", kPlan}})));
}

}  // namespace
}  // namespace milepost
