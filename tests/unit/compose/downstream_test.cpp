// What a blocker, an escalation or a decision holds up, with the room there is.
#include "compose/downstream.h"

#include <string>

#include "catch.h"
#include "compose/decision_reach.h"
#include "unit/compose/viewed.h"

namespace milepost {
namespace {

std::string told(const View& view, const std::vector<HeldMilestone>& held) {
  std::string text;
  for (const HeldMilestone& one : held) {
    if (!text.empty()) text += ", ";
    text += view.record(one.record).id + " " + std::to_string(one.room);
  }
  return text;
}

constexpr const char* kPlan = R"(tasks:
- {id: T-1, title: First, estimate: 3d, start: 2026-06-01, delivers: [M-1]}
- {id: T-2, title: Second, estimate: 5d, start: 2026-06-01, delivers: [M-1, M-2]}
- {id: T-3, title: Alone, estimate: 5d, start: 2026-06-01}
milestones:
- {id: M-1, title: Pilot, due: 2026-06-05}
- {id: M-2, title: Launch, due: 2026-06-12}
blockers:
- {id: B-1, title: Stopped, severity: p2, raised: 2026-05-28, blocks: [T-1]}
- {id: B-2, title: Slow, severity: p2, raised: 2026-05-28, blocks: [T-3]}
- {id: B-3, title: Over, severity: p2, raised: 2026-05-28, status: resolved, blocks: [T-2]}
escalations:
- {id: E-1, title: Help, raised: 2026-05-28, escalates: [B-1], blocks: [T-2]}
)";

TEST_CASE("downstream: milestones behind the blocked work, the least room", "[downstream]") {
  const View view = view_of_files({{"plan.yaml", kPlan}});
  const auto held = [&](const char* id) {
    return told(view, held_by(view, record_named(view, id)));
  };
  CHECK(held("B-2").empty());
  CHECK(held("B-1").starts_with("M-1 "));
  CHECK(held("T-2").starts_with("M-1 0"));
  // Both what it blocks and what the blocker does that it escalates.
  const std::vector<ViewRecordId> work = held_work(view, record_named(view, "E-1"));
  REQUIRE(work.size() == 2);
  CHECK(view.record(work[0]).id == "T-2");
  CHECK(view.record(work[1]).id == "T-1");
}

TEST_CASE("downstream: a limit, and an end on any plan", "[downstream]") {
  std::string plan = "tasks:\n";
  for (int i = 1; i <= 300; ++i) {
    plan +=
        "- {id: T-" + std::to_string(i) + ", title: Step " + std::to_string(i) + ", estimate: 1d";
    if (i > 1) plan += ", depends_on: [T-" + std::to_string(i - 1) + "]";
    plan += "}\n";
  }
  plan += "milestones:\n- {id: M-1, title: End, depends_on: [T-300]}\n";
  const View view = view_of_files({{"plan.yaml", plan}});
  const ViewRecordId first = record_named(view, "T-1");
  CHECK(told(view, held_milestones(view, std::span(&first, 1))) == "M-1 0");
  CHECK(held_milestones(view, std::span(&first, 1), 100).empty());
}

TEST_CASE("rests on: what depends on a decision, on through others, and what names it", "[rests]") {
  const View view = view_of_files(
      {{"all.yaml", R"(decisions:
- {id: D-1, title: Adapter, status: accepted, decides: [E-1]}
- {id: D-2, title: Its errors, status: accepted, amends: [D-1]}
- {id: D-3, title: Old, status: superseded}
- {id: D-4, title: New, status: accepted, supersedes: [D-3]}
tasks:
- {id: T-1, title: Build, estimate: 3d, start: 2026-06-01, depends_on: [D-1], delivers: [M-1]}
- {id: T-2, title: Map, estimate: 3d, start: 2026-06-01, depends_on: [D-2]}
milestones:
- {id: M-1, title: Pilot, due: 2026-06-12}
escalations:
- {id: E-1, title: Which one, status: resolved}
)"},
       {"risks.yaml", "risks:\n- {id: R-1, title: Lock-in, mitigation: The adapter of D-1}\n"}});
  const auto records = [&](const char* id) {
    std::string text;
    for (const RestingRecord& one : decision_reach(view, record_named(view, id)).records) {
      if (!text.empty()) text += ", ";
      text += view.record(one.record).id;
      if (one.through != kNoViewRecord) text += " through " + view.record(one.through).id;
    }
    return text;
  };
  const std::string all = records("D-1");
  INFO(all);
  CHECK(all.find("T-1") != std::string::npos);
  CHECK(all.find("D-2") != std::string::npos);
  CHECK(all.find("E-1") != std::string::npos);
  CHECK(all.find("T-2 through D-2") != std::string::npos);
  CHECK(all.find("R-1") != std::string::npos);
  CHECK(told(view, decision_reach(view, record_named(view, "D-1")).milestones).starts_with("M-1 "));
  // What took its place does not rest on it.
  CHECK(records("D-3").empty());
}

}  // namespace
}  // namespace milepost
