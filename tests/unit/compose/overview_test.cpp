// What the first page picks: causes, verdict, asks, changes.
#include "compose/overview.h"

#include <array>
#include <string>
#include <vector>

#include "analyze/analyze.h"
#include "calendar/date.h"
#include "catch.h"
#include "compose/options.h"
#include "compose/recent.h"
#include "compose/verdict.h"
#include "redact/redact.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

using Strings = std::vector<std::string>;

// Monday 1 June 2026.
View view_of(Linked&& linked) {
  const Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  return redact_program(std::move(linked.program), linked.sources, analysis, {}, {}, {});
}

View view_of(const std::string& yaml) {
  return view_of(Linked({{"program.yaml", "program: Test\ntarget: M-1\n"}, {"plan.yaml", yaml}}));
}

std::string id_of(const View& view, ViewRecordId id) {
  return id == kNoViewRecord ? "-" : view.record(id).short_id;
}

Strings ids_of(const View& view, const Picked& picked) {
  Strings ids;
  for (const ViewRecordId id : picked.records) ids.push_back(id_of(view, id));
  return ids;
}

// "T-1 late 3 for M-1"
Strings causes_of(const View& view) {
  const Verdict verdict = make_verdict(view);
  Strings all;
  for (const Cause& cause : verdict.causes) {
    const char* kind = cause.kind == CauseKind::late       ? " late "
                       : cause.kind == CauseKind::promised ? " promised "
                       : cause.kind == CauseKind::blocker  ? " blocker "
                                                           : " reported ";
    all.push_back(id_of(view, cause.record) + kind + std::to_string(cause.days) + " for " +
                  id_of(view, cause.feeds));
  }
  return all;
}

// "moved M-1", "came true R-1 I-1"
Strings changes_of(const View& view) {
  constexpr std::array<const char*, kChangeVerbs> words = {
      "moved ",   "came true ",   "escalated ", "reopened ", "met ",
      "decided ", "turned down ", "finished ",  "closed ",   "opened "};
  Strings all;
  for (const ChangeEntry& entry : recent_changes(view).entries) {
    std::string line = words[static_cast<size_t>(entry.verb)] + id_of(view, entry.record);
    if (entry.other != kNoViewRecord) line += " " + id_of(view, entry.other);
    if (entry.on) line += " " + to_iso(*entry.on);
    all.push_back(line);
  }
  return all;
}

TEST_CASE("verdict: a program without a target has only what is reported", "[overview]") {
  const View view = view_of(Linked({{"program.yaml", "program: Test\n"}}));
  const Verdict verdict = make_verdict(view);
  CHECK(verdict.state == ViewHealth::none);
  CHECK(verdict.causes.empty());
  CHECK(make_overview(view).milestones.records.empty());
}

TEST_CASE("verdict: what is late on the way to the target, through every kind of link",
          "[overview]") {
  const View view = view_of(R"(
milestones:
- {id: M-1, title: Target, due: 2026-07-14, depends_on: [T-1]}
tasks:
- {id: T-1, title: Direct, due: 2026-06-30, depends_on: [DEP-1]}
- {id: T-2, title: Delivers, due: 2026-05-27, delivers: M-1, status: in_progress}
- {id: T-3, title: Part, due: 2026-05-29, part_of: M-1}
- {id: T-4, title: Elsewhere, due: 2026-05-01}
- {id: T-5, title: Done, due: 2026-05-01, delivers: M-1, status: done, depends_on: [T-4]}
- {id: T-6, title: Sad, delivers: M-1, health: off_track}
dependencies:
- {id: DEP-1, title: Promised late, needed_by: 2026-06-05, promised: 2026-06-09}
blockers:
- {id: BLK-1, title: In the way, severity: P1, raised: 2026-05-29, blocks: [T-1]}
)");
  CHECK(causes_of(view) == Strings{"T-2 late 3 for M-1", "DEP-1 promised 2 for T-1",
                                   "T-3 late 1 for M-1", "BLK-1 blocker 0 for T-1",
                                   "T-6 reported 0 for M-1"});
  const Verdict verdict = make_verdict(view);
  CHECK(verdict.facts == ViewHealth::at_risk);
  CHECK(verdict.state == ViewHealth::at_risk);
  CHECK(verdict.reported == ViewHealth::none);
}

TEST_CASE("verdict: circles end", "[overview]") {
  const View view = view_of(R"(
milestones:
- {id: M-1, title: Target, due: 2026-07-14, depends_on: [T-1]}
tasks:
- {id: T-1, title: A, depends_on: [T-2], due: 2026-05-29}
- {id: T-2, title: B, depends_on: [T-1, M-1]}
)");
  CHECK(causes_of(view) == Strings{"T-1 late 1 for M-1"});
}

TEST_CASE("verdict: at risk to five working days past the target's date, off track beyond",
          "[overview]") {
  const auto health = [](const char* due) {
    return make_verdict(
               view_of("milestones:\n- {id: M-1, title: Target, due: " + std::string(due) + "}\n"))
        .facts;
  };
  CHECK(health("2026-06-01") == ViewHealth::on_track);
  CHECK(health("2026-05-29") == ViewHealth::at_risk);
  CHECK(health("2026-05-25") == ViewHealth::at_risk);    // five working days
  CHECK(health("2026-05-22") == ViewHealth::off_track);  // six
}

TEST_CASE("verdict: the worse of what is reported and what the dates say", "[overview]") {
  const std::string target = "milestones:\n- {id: M-1, title: Target, due: 2026-05-29, health: ";
  CHECK(make_verdict(view_of(target + "on_track}\n")).state == ViewHealth::at_risk);
  CHECK(make_verdict(view_of(target + "off_track}\n")).state == ViewHealth::off_track);
  const Verdict met = make_verdict(view_of(target + "off_track, status: complete}\n"));
  CHECK(met.state == ViewHealth::complete);
}

TEST_CASE("verdict: an open P0 or a missed answer puts the program at risk", "[overview]") {
  const std::string target = "milestones:\n- {id: M-1, title: Target, due: 2026-07-14}\n";
  CHECK(make_verdict(view_of(target)).facts == ViewHealth::on_track);
  CHECK(make_verdict(view_of(target + "blockers:\n- {id: B-1, title: X, severity: P0}\n")).facts ==
        ViewHealth::at_risk);
  CHECK(make_verdict(view_of(target +
                             "decisions:\n- {id: D-1, title: X, status: proposed, needed_by: "
                             "2026-05-29}\n"))
            .facts == ViewHealth::at_risk);
}

TEST_CASE("overview: asks by the day of the answer, without drafts and what is approved",
          "[overview]") {
  const View view = view_of(R"(
escalations:
- {id: E-1, title: Late answer, decision_needed_by: 2026-06-10}
- {id: E-2, title: Answered, decision_needed_by: 2026-06-02, status: resolved}
decisions:
- {id: D-1, title: First, status: proposed, needed_by: 2026-06-03}
- {id: D-2, title: No date, status: proposed}
changes:
- {id: CR-1, title: Submitted, status: submitted, needed_by: 2026-06-04}
- {id: CR-2, title: Approved, status: approved}
- {id: CR-3, title: Draft, status: draft, needed_by: 2026-06-01}
)");
  const Overview overview = make_overview(view);
  CHECK(ids_of(view, overview.asks) == Strings{"D-1", "CR-1", "E-1", "D-2"});
  CHECK(overview.asks.total == 4);
  // An ask is not said to be due as well.
  CHECK(overview.due_next.records.empty());
}

TEST_CASE("overview: overdue and due next, dependencies by their promise", "[overview]") {
  const View view = view_of(R"(
tasks:
- {id: T-1, title: Today, due: 2026-06-01}
- {id: T-2, title: Friday, due: 2026-05-29}
- {id: T-3, title: Ten working days, due: 2026-06-15}
- {id: T-4, title: Eleven, due: 2026-06-16}
- {id: T-5, title: Done, due: 2026-05-01, status: done}
dependencies:
- {id: DEP-1, title: Promised, promised: 2026-05-28, needed_by: 2026-07-01}
)");
  const Overview overview = make_overview(view);
  CHECK(ids_of(view, overview.overdue) == Strings{"DEP-1", "T-2"});
  CHECK(ids_of(view, overview.due_next) == Strings{"T-1", "T-3"});
  REQUIRE(overview.horizon);
  CHECK(to_iso(*overview.horizon) == "2026-06-15");
}

TEST_CASE("overview: with nothing due soon, what is due later", "[overview]") {
  const View view = view_of("tasks:\n- {id: T-1, title: Far, due: 2027-01-01}\n");
  const Overview overview = make_overview(view);
  CHECK(ids_of(view, overview.due_next) == Strings{"T-1"});
  CHECK_FALSE(overview.horizon);
}

TEST_CASE("changes: what the dates of a week say", "[overview]") {
  const View view = view_of(R"(
milestones:
- {id: M-1, title: Met, due: 2026-05-28, finished: 2026-05-29, status: complete}
- {id: M-2, title: Moved by a change, due: 2026-07-14, baseline: [{due: 2026-06-30, set: 2026-02-06}, {due: 2026-07-14, set: 2026-05-27, by: CR-1}]}
- {id: M-3, title: Moved long ago, due: 2026-07-14, baseline: [{due: 2026-06-30, set: 2026-02-06}, {due: 2026-07-14, set: 2026-04-27}]}
tasks:
- {id: T-1, title: Done, finished: 2026-05-25, status: done}
- {id: T-2, title: Done before, finished: 2026-05-24, status: done}
- {id: T-3, title: Struck, due: ~~2026-06-10~~ 2026-06-12}
- {id: T-4, title: Struck and done, due: ~~2026-05-10~~ 2026-05-12, status: done}
changes:
- {id: CR-1, title: Later, status: approved}
issues:
- {id: I-1, title: It happened, raised: 2026-05-28, realizes: [R-1]}
- {id: I-2, title: New, raised: 2026-06-01}
- {id: I-3, title: Tomorrow, raised: 2026-06-02}
- {id: I-4, title: Solved, raised: 2026-05-28, resolved: 2026-05-30, status: resolved}
risks:
- {id: R-1, title: It may happen, status: realized}
decisions:
- {id: D-1, title: Yes, decided: 2026-05-26, status: accepted}
- {id: D-2, title: No, decided: 2026-05-27, status: rejected}
- {id: D-3, title: Not yet, decided: 2026-05-27, status: proposed}
)");
  CHECK(changes_of(view) ==
        Strings{"moved M-2 CR-1 2026-05-27", "moved T-3", "came true R-1 I-1 2026-05-28",
                "met M-1 2026-05-29", "decided D-1 2026-05-26", "turned down D-2 2026-05-27",
                "finished T-1 2026-05-25", "closed I-4 2026-05-30", "opened I-2 2026-06-01"});
}

TEST_CASE("date moves: baselines in order, then the date of today", "[overview]") {
  const View view = view_of(R"(
milestones:
- {id: M-1, title: Target, due: 2026-07-21, baseline: [{due: 2026-06-30, set: 2026-02-06}, {due: 2026-07-14, set: 2026-05-22}]}
)");
  const std::vector<DateMove> moves = date_moves(view, view.program.target);
  REQUIRE(moves.size() == 2);
  CHECK(to_iso(moves[0].from) == "2026-06-30");
  CHECK(to_iso(moves[0].to) == "2026-07-14");
  REQUIRE(moves[0].on);
  CHECK(to_iso(*moves[0].on) == "2026-05-22");
  CHECK(to_iso(moves[1].to) == "2026-07-21");
  CHECK_FALSE(moves[1].on);
}

TEST_CASE("options: a recommendation names one by number or name", "[overview]") {
  const auto meant = [](const std::string& recommendation) -> std::string {
    const View view = view_of(
        "escalations:\n- id: E-1\n  title: Help\n  options: [{name: Lend a "
        "hand}, {name: Wait}]\n  recommendation: " +
        recommendation + "\n");
    const auto found = recommended_option(view, view.records.front());
    return found ? std::to_string(found->index) + found->rest : "none";
  };
  CHECK(meant("Option 1. It is cheap.") == "0. It is cheap.");
  CHECK(meant("option 2") == "1");
  CHECK(meant("'2'") == "1");
  CHECK(meant("'2: no rush'") == "1: no rush");
  CHECK(meant("Lend a hand, today") == "0, today");
  CHECK(meant("Option 3") == "none");
  CHECK(meant("'2nd best is fine'") == "none");
  CHECK(meant("Something else") == "none");
}

}  // namespace
}  // namespace milepost
