// What changed since the version before, in a few lines, wherever it is told.
#include "compose/since.h"

#include <memory>
#include <string>

#include "catch.h"
#include "compare/past.h"
#include "compose/change_words.h"
#include "compose/compose.h"
#include "render/change_lines.h"
#include "render/status_text.h"
#include "render/update_text.h"
#include "unit/compare/two_versions.h"

namespace milepost {
namespace {

constexpr std::string_view kProgram =
    "program: Checkout\ntarget: M-1\npeople: {ana: Ana, li: Li}\n";
constexpr std::string_view kBefore =
    "tasks:\n"
    "- {id: T-1, title: Build, owner: ana, status: in progress, due: 2026-06-05}\n"
    "- {id: T-2, title: Test, owner: ana, estimate: 4d, depends_on: [T-1], delivers: [M-1]}\n"
    "milestones:\n- {id: M-1, title: GA, due: 2026-06-11}\n"
    "risks:\n- {id: R-1, title: Rain, status: open, due: 2026-06-01}\n"
    "issues:\n- {id: I-1, title: Snow, status: open}\n- {id: I-2, title: Hail, status: open}\n"
    "blockers:\n- {id: B-2, title: Fog, severity: p2}\n";
constexpr std::string_view kAfter =
    "tasks:\n"
    "- {id: T-1, title: Build, owner: ana, status: in progress, due: 2026-06-09}\n"
    "- {id: T-2, title: Test, owner: ana, estimate: 4d, depends_on: [T-1], delivers: [M-1]}\n"
    "milestones:\n- {id: M-1, title: GA, due: 2026-06-11}\n"
    "risks:\n- {id: R-1, title: Rain, status: open, due: 2026-06-03}\n"
    "- {id: R-2, title: Ice, status: open}\n"
    "issues:\n- {id: I-1, title: Snow, status: closed}\n- {id: I-2, title: Hail, status: closed}\n"
    "blockers:\n- {id: B-2, title: Fog, severity: p2, escalated_to: li}\n- {id: B-1, title: No "
    "cards, severity: p1, blocks: T-2}\n";

Outline site_after(std::string_view before, std::string_view after) {
  View was = version_of({{"program.yaml", kProgram}, {"plan.yaml", before}});
  was.program.as_of = *make_date(2026, 5, 29);
  View now = version_of({{"program.yaml", kProgram}, {"plan.yaml", after}});
  auto past = std::make_unique<Past>();
  past->changes = compare_views(was, now);
  return compose_site(std::move(now), {}, SiteLayout::pages,
                      std::unique_ptr<const Past>(std::move(past)));
}

std::string text_of(const Since& since) {
  std::string text = since.day + "\n";
  for (const SinceRow& row : since.rows) {
    text += row.label + ":";
    for (const ChangeLine& item : row.items) text += " [" + plain_change_line(item) + "]";
    if (row.more > 0) text += " and " + std::to_string(row.more);
    text += "\n";
  }
  return text;
}

TEST_CASE("since: milestones and verdicts first, then what happened to records", "[since]") {
  const Outline site = site_after(kBefore, kAfter);
  CHECK(text_of(site.since) ==
        "Fri 29 May\n"
        "Moved: [GA 11 Jun → 15 Jun +2 d M-1] [Rain 1 Jun → 3 Jun +2 d R-1] and 1\n"
        "Worse: [The program by its facts: on track → at risk] [No cards B-1 is a new P1 blocker]\n"
        "Escalated: [Fog B-2]\n"
        "Closed: [Snow I-1] and 1\n"
        "Opened: [No cards B-1] and 1\n");
  // Records are told elsewhere, where only what came of them is wanted.
  REQUIRE(site.since.consequences.items.size() == 3);
  CHECK(plain_change_line(site.since.consequences.items[0]) == "GA 11 Jun → 15 Jun +2 d M-1");
}

TEST_CASE("since: the screen tells it before why", "[since][status]") {
  const Outline site = site_after(kBefore, kAfter);
  const std::string text = status_text(site, {80, false});
  const size_t since = text.find("\nSince Fri 29 May: ");
  REQUIRE(since != std::string::npos);
  CHECK(text.find("On Fri 29 May it was Thu 11 Jun.") < since);
  CHECK(since < text.find("\nWhy\n"));
  CHECK(text.find("  Moved      GA 11 Jun → 15 Jun +2 d M-1; ") != std::string::npos);
}

TEST_CASE("since: an update names what moved, and its titles lead there", "[since][update]") {
  Outline site = site_after(kBefore, kAfter);
  site.view.program.base_url = BaseUrl::from_data("https://example.org/");
  const Update update = update_of(site, site.period, site.period.report);
  const std::string text = update_as_markdown(site, update);
  INFO(text);
  CHECK(text.find("Since Fri 29 May: [GA](<https://example.org/milestones/M-1.html>) (M-1) 11 Jun "
                  "→ 15 Jun +2 d; ") != std::string::npos);
}

TEST_CASE("since: nothing changed", "[since][status]") {
  const Outline site = site_after(kBefore, kBefore);
  CHECK(site.since.known());
  CHECK(site.since.rows.empty());
  CHECK(site.since.consequences.items.empty());
  const std::string text = status_text(site, {80, false});
  CHECK(text.find("Unchanged since Fri 29 May.") != std::string::npos);
  CHECK(text.find("Since Fri 29 May\n") != std::string::npos);
}

TEST_CASE("since: without a version before nothing is told of one", "[since][status]") {
  const Outline site =
      compose_site(version_of({{"program.yaml", kProgram}, {"plan.yaml", kAfter}}), {});
  CHECK_FALSE(site.since.known());
  CHECK(status_text(site, {80, false}).find("Since") == std::string::npos);
}

}  // namespace
}  // namespace milepost
