// The ledger: parts that add up, whatever is hidden or folded; causes and reasons in words.
#include "render/ledger.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "render/schedule_words.h"
#include "unit/compose/composed.h"

namespace milepost {
namespace {

constexpr std::string_view kPlan =
    "tasks:\n"
    "- {id: T-1, title: \"One <b>\", owner: ann, due: 2026-06-05}\n"
    "- {id: T-2, title: Two, due: 2026-06-10}\n"
    "milestones:\n"
    "- {id: M-1, title: The end, due: 2026-06-12}\n";

struct Page {
  Page() : outline(composed({{"plan.yaml", std::string(kPlan)}})), scope(outline, drawings, 0) {}

  ViewRecordId id(std::string_view name) const { return record_named(outline.view, name); }

  Outline outline;
  Drawings drawings;
  PageScope scope;
};

ViewExplanation explained(const Page& page, size_t parts) {
  ViewExplanation why;
  why.milestone = page.id("M-1");
  why.committed = *make_date(2026, 6, 12);
  why.forecast = *make_date(2026, 6, 22);
  for (size_t i = 0; i < parts; ++i) {
    ViewSlipPart part;
    part.item = page.id(i % 2 == 0 ? "T-1" : "T-2");
    part.days = i % 3 == 2 ? -1 : 2;
    part.cause = i % 3 == 2 ? ViewSlipCause::absorbed : ViewSlipCause::promised_later;
    why.slip += part.days;
    why.parts.push_back(part);
  }
  return why;
}

std::string ledger(const Page& page, const ViewExplanation& why, size_t most = 12) {
  HtmlWriter out;
  write_ledger(out, page.scope, why, most);
  return std::string(out.view());
}

// The amounts of the lines that are not folded, the sum left out.
int64_t amounts(std::string_view html) {
  int64_t total = 0;
  size_t nested = 0;
  for (size_t at = 0; at < html.size(); ++at) {
    if (html.substr(at).starts_with("<ul class=\"ledger\">")) ++nested;
    if (html.substr(at).starts_with("</ul>")) --nested;
    constexpr std::string_view kLine = "<li><b class=\"nw\">";
    if (nested != 1 || !html.substr(at).starts_with(kLine)) continue;
    std::string_view text = html.substr(at + kLine.size());
    const bool less = text.starts_with("−");
    if (less) text.remove_prefix(std::string_view("−").size());
    if (text.starts_with("+")) text.remove_prefix(1);
    int64_t value = 0;
    for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; text.remove_prefix(1)) {
      value = value * 10 + (text[0] - '0');
    }
    total += less ? -value : value;
  }
  return total;
}

TEST_CASE("ledger: the lines add up to the sum", "[ledger]") {
  const Page page;
  for (const size_t parts : {1u, 2u, 12u, 13u, 14u, 40u}) {
    const ViewExplanation why = explained(page, parts);
    const std::string html = ledger(page, why);
    CAPTURE(html);
    CHECK(amounts(html) == why.slip);
    CHECK(html.find("+" + std::to_string(why.slip) + " d</b><div>after the committed") !=
          std::string::npos);
    CHECK((html.find("<details>") != std::string::npos) == (parts > 13));
  }
  CHECK(ledger(page, explained(page, 0)).empty());
}

TEST_CASE("ledger: a line says what, from when to when, who and because of what", "[ledger]") {
  const Page page;
  ViewExplanation why = explained(page, 1);
  why.parts[0].was = *make_date(2026, 5, 29);
  why.parts[0].now = *make_date(2026, 6, 4);
  why.parts[0].because = page.id("T-2");
  const std::string html = ledger(page, why);
  CAPTURE(html);
  CHECK(html.find(">One &lt;b&gt;</a> promised later, <s>") != std::string::npos);
  CHECK(html.find(">29 May</time></s> <b><time datetime=\"2026-06-04\">4 Jun</time></b>") !=
        std::string::npos);
  CHECK(html.find("because of <a class=\"id\"") != std::string::npos);
}

TEST_CASE("schedule words: float, chains and reasons", "[ledger]") {
  const Page page;
  ViewScheduleItem item;
  item.dated = true;
  item.total_float = 6;
  CHECK(float_words(page.scope.words(), item) == "6 d float");
  item.total_float = 0;
  CHECK(float_words(page.scope.words(), item) == "no float");
  item.commitment_float = -3;
  CHECK(float_words(page.scope.words(), item) == "3 d short");
  item.critical = true;
  CHECK(float_words(page.scope.words(), item) == "critical");
  item.state = ViewPlanState::done;
  CHECK(float_words(page.scope.words(), item).empty());

  const auto chain = [&](size_t steps) {
    HtmlWriter out;
    const std::vector<ViewRecordId> ids(steps, page.id("T-2"));
    say_chain(out, page.scope, ids);
    std::string text;
    bool tag = false;
    for (const char c : out.view()) {
      if (c == '<') tag = true;
      if (!tag) text += c;
      if (c == '>') tag = false;
    }
    return text;
  };
  CHECK(chain(1) == "Two");
  CHECK(chain(2) == "Two, then Two");
  CHECK(chain(4) == "Two, then Two, Two and Two");
  CHECK(chain(10) == "Two, then Two, Two, 4 more steps, Two, Two and Two");

  ViewHealthReason reason;
  reason.cause = ViewHealthCause::blocked_by;
  HtmlWriter hidden;
  say_health_reason(hidden, page.scope, reason);
  CHECK(hidden.view() == "blocked by something that is not shown here");
  reason = {ViewHealthCause::late_to_commitment, 3, kNotInPlan, *make_date(2026, 6, 12)};
  HtmlWriter late;
  say_health_reason(late, page.scope, reason);
  CHECK(late.view().starts_with("3 working days later than the committed <time"));
}

}  // namespace
}  // namespace milepost
