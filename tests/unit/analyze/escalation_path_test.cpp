// Whose turn it is on the escalation path of a blocker, and since when.
#include "analyze/escalation_path.h"

#include <string>

#include "analyze/analyze.h"
#include "catch.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

constexpr const char* kProgram = R"(program: X
start: 2026-01-05
calendar: {sprints: {first: 2026-01-05, length: 2w}}
roles: {tech_lead: [asha, li], sponsor: bob}
people: {asha: Asha Rao, li: Li Wei, bob: Bob Hale, cto: Cleo Tan}
escalation:
  p0: {respond: 1h wall, path: [tech_lead, sponsor, cto]}
  p1: {respond: 24h wall, path: [tech_lead, sponsor]}
  p2: {respond: sprint, path: [tech_lead, sponsor]}
)";

// "1 2026-05-29 15:20 late": the step whose turn it is, when, and whether that is over.
std::string turn(std::string_view fields, std::string_view others = "") {
  const std::string text =
      "blockers:\n- {id: B-1, title: Stopped, " + std::string(fields) + "}\n" + std::string(others);
  Linked linked({{"program.yaml", kProgram}, {"blockers.yaml", text}});
  const Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  const RecordIndex blocker = linked.id("B-1");
  const std::vector<PathStep> path = escalation_path(linked.program, analysis.of(blocker).priority);
  const PathPlace place = path_place(linked.program, analysis, blocker, path);
  std::string words = std::to_string(place.next);
  if (place.next_by) words += " " + to_text(to_local(*place.next_by, Zone()));
  return words + (place.overdue ? " late" : "");
}

TEST_CASE("path: nobody was told, so the first is next when the time is over", "[escalation]") {
  CHECK(turn("severity: p1, raised: 2026-05-28 15:20") == "0 2026-05-29 15:20 late");
  CHECK(turn("severity: p1, raised: 2026-05-31 15:20") == "0 2026-06-01 15:20");
  CHECK(turn("severity: p0, raised: 2026-05-28 15:20") == "0 2026-05-28 16:20 late");
}

TEST_CASE("path: each further step has a response time more", "[escalation]") {
  CHECK(turn("severity: p1, raised: 2026-05-28 15:20, escalated_to: [li]") ==
        "1 2026-05-30 15:20 late");
  CHECK(turn("severity: p0, raised: 2026-05-28 15:20, escalated_to: [asha, bob]") ==
        "2 2026-05-28 18:20 late");
  CHECK(turn("severity: p0, raised: 2026-05-28 15:20, escalated_to: [cto]") == "3");
  // The role stands for all who hold it.
  CHECK(turn("severity: p1, raised: 2026-05-30 15:20, escalated_to: [tech_lead]") ==
        "1 2026-06-01 15:20");
}

TEST_CASE("path: a sprint for each step of a P2", "[escalation]") {
  // Sprints end on Sundays: 7 June, 21 June.
  CHECK(turn("severity: p2, raised: 2026-05-28") == "0 2026-06-08 00:00");
  CHECK(turn("severity: p2, raised: 2026-05-28, escalated_to: [asha]") == "1 2026-06-22 00:00");
}

TEST_CASE("path: who owns it knows, and who got an escalation of it", "[escalation]") {
  CHECK(turn("severity: p1, raised: 2026-05-30 15:20, owner: asha") == "1 2026-06-01 15:20");
  const char* sent =
      "escalations:\n- {id: E-1, title: Help, to: [bob], raised: 2026-05-29, escalates: [B-1]}\n";
  CHECK(turn("severity: p1, raised: 2026-05-30 15:20", sent) == "2");
  const char* later =
      "escalations:\n- {id: E-1, title: Help, to: [bob], raised: 2026-06-05, escalates: [B-1]}\n";
  CHECK(turn("severity: p1, raised: 2026-05-30 15:20", later).substr(0, 1) == "0");
  const char* withdrawn =
      "escalations:\n- {id: E-1, title: Help, to: [bob], raised: 2026-05-29, status: withdrawn,"
      " escalates: [B-1]}\n";
  CHECK(turn("severity: p1, raised: 2026-05-30 15:20", withdrawn).substr(0, 1) == "0");
}

TEST_CASE("path: once acknowledged, the next is told when its own day is over", "[escalation]") {
  CHECK(turn("severity: p1, raised: 2026-05-27 15:20, acknowledged: 2026-05-27 16:00,"
             " due: 2026-05-29") == "0 2026-05-30 00:00 late");
  CHECK(turn("severity: p1, raised: 2026-05-27 15:20, acknowledged: 2026-05-27 16:00,"
             " due: 2026-06-03") == "0 2026-06-04 00:00");
  CHECK(turn("severity: p1, raised: 2026-05-27 15:20, acknowledged: 2026-05-27 16:00") == "0");
}

TEST_CASE("path: none for a level without one", "[escalation]") {
  Linked linked({{"program.yaml", kProgram}});
  CHECK(escalation_path(linked.program, 3).empty());
  CHECK(escalation_path(linked.program, 255).empty());
  CHECK(escalation_path(linked.program, 0).size() == 3);
  CHECK(response_of(linked.program.set.settings, 0)->minutes == 60);
  CHECK(!response_of(linked.program.set.settings, 2));
}

}  // namespace
}  // namespace milepost
