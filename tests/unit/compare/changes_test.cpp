// Consequences: dates and why they moved, path, gates, blockers.
#include "compare/changes.h"

#include <numeric>
#include <string>

#include "catch.h"
#include "unit/compare/two_versions.h"

namespace milepost {
namespace {

constexpr std::string_view kPlan =
    "tasks:\n"
    "- {id: T-1, title: Build, owner: Ana, status: in progress, due: 2026-06-05}\n"
    "- {id: T-2, title: Test, owner: Ana, estimate: 4d, depends_on: [T-1], delivers: [M-1]}\n"
    "- {id: T-3, title: Write, owner: Li, due: 2026-06-04, delivers: [M-1]}\n"
    "milestones:\n- {id: M-1, title: GA, due: 2026-06-11}\n";
constexpr std::string_view kLater =
    "tasks:\n"
    "- {id: T-1, title: Build, owner: Ana, status: in progress, due: 2026-06-09}\n"
    "- {id: T-2, title: Test, owner: Ana, estimate: 6d, depends_on: [T-1], delivers: [M-1]}\n"
    "- {id: T-3, title: Write, owner: Li, due: 2026-06-08, delivers: [M-1]}\n"
    "milestones:\n- {id: M-1, title: GA, due: 2026-06-11}\n";

int sum_of(const Changes& changes) {
  return std::accumulate(changes.because.begin(), changes.because.end(), 0,
                         [](int sum, const ShiftPart& part) { return sum + part.days; });
}

TEST_CASE("changes: nothing changed from a version to itself", "[changes]") {
  const View view = version_of({{"plan.yaml", kPlan}});
  const Changes changes = compare_views(view, view);
  CHECK(changes.empty());
  CHECK(changes.because.empty());
}

TEST_CASE("changes: the parts of a shift add up to it", "[changes]") {
  const View before = version_of({{"plan.yaml", kPlan}});
  const View after = version_of({{"plan.yaml", kLater}});
  const Changes changes = compare_views(before, after);
  REQUIRE(changes.shifts.size() == 1);
  CHECK(changes.shifts[0].target);
  CHECK(changes.shifts[0].days == 4);
  CHECK(sum_of(changes) == 4);
  REQUIRE(changes.because.size() == 3);
  CHECK(changes.because[0].item.id == "T-1");
  CHECK(changes.because[0].days == 2);
  CHECK(changes.because[0].cause == ShiftCause::dated);
  CHECK(changes.because[1].item.id == "T-2");
  CHECK(changes.because[1].days == 2);
  CHECK(changes.because[1].cause == ShiftCause::longer);
  // What is inside its reserve is told with it.
  CHECK(changes.because[2].item.id == "T-3");
  CHECK(changes.because[2].days == 0);
  const Changes mirrored = compare_views(after, before);
  REQUIRE(mirrored.shifts.size() == 1);
  CHECK(mirrored.shifts[0].days == -4);
  CHECK(mirrored.shifts[0].was == changes.shifts[0].now);
  CHECK(mirrored.shifts[0].now == changes.shifts[0].was);
  CHECK(sum_of(mirrored) == -4);
}

TEST_CASE("changes: days that pass are a cause", "[changes]") {
  constexpr std::string_view plan =
      "tasks:\n"
      "- {id: T-1, title: Build, owner: Ana, status: not started, start: 2026-06-01, estimate: 5d, "
      "delivers: [M-1]}\n"
      "milestones:\n- {id: M-1, title: GA}\n";
  const View before = version_of({{"plan.yaml", plan}});
  const View after = version_of({{"plan.yaml", plan}}, 2);
  const Changes changes = compare_views(before, after);
  CHECK(changes.records.empty());
  REQUIRE(changes.because.size() == 1);
  CHECK(changes.because[0].days == 2);
  CHECK(changes.because[0].cause == ShiftCause::not_begun);
}

TEST_CASE("changes: new work on the path, blockers and circles", "[changes]") {
  const View before = version_of({{"plan.yaml", kPlan}});
  const View after = version_of(
      {{"plan.yaml",
        "tasks:\n"
        "- {id: T-1, title: Build, owner: Ana, status: in progress, due: 2026-06-05}\n"
        "- {id: T-9, title: Audit, owner: Ana, estimate: 3d, depends_on: [T-1]}\n"
        "- {id: T-2, title: Test, owner: Ana, estimate: 4d, depends_on: [T-1, T-9], delivers: "
        "[M-1]}\n"
        "- {id: T-3, title: Write, owner: Li, due: 2026-06-04, delivers: [M-1], depends_on: "
        "[T-8]}\n"
        "- {id: T-8, title: Learn, owner: Li, depends_on: [T-3]}\n"
        "milestones:\n- {id: M-1, title: GA, due: 2026-06-11}\n"
        "blockers:\n- {id: BLK-1, title: No keys, priority: P0, status: open, owner: Ana}\n"}});
  const Changes changes = compare_views(before, after);
  CHECK(sum_of(changes) == 3);
  REQUIRE(!changes.because.empty());
  CHECK(changes.because[0].item.id == "T-9");
  CHECK(changes.because[0].cause == ShiftCause::joined);
  std::string kinds;
  for (const Consequence& one : changes.consequences) {
    if (one.kind == ConsequenceKind::joined_path) kinds += "joined " + one.subject.id + " ";
    if (one.kind == ConsequenceKind::new_blocker) kinds += one.what + " " + one.subject.id + " ";
    if (one.kind == ConsequenceKind::new_cycle) kinds += "circle " + one.subject.id + " ";
  }
  CHECK(kinds == "joined T-9 P0 BLK-1 circle T-3 ");
}

}  // namespace
}  // namespace milepost
