// Handshakes, gaps and who waits for whom.
#include "compose/dependencies.h"

#include <string>
#include <vector>

#include "catch.h"
#include "unit/compose/viewed.h"

namespace milepost {
namespace {

constexpr const char* kProgram = R"(program: Example
teams:
  platform: {name: Platform}
  payments: {name: Payments}
  portal: {name: Portal}
people:
  asha: {name: Asha Rao, team: platform}
  lee: {name: Lee Chan, team: payments}
  mira: {name: Mira Sato, team: portal}
)";

std::vector<std::string> told(const View& view, const std::vector<DependencyLine>& lines) {
  constexpr const char* words[] = {" none", " requested", " agreed", " declined", " at risk"};
  std::vector<std::string> all;
  for (const DependencyLine& line : lines) {
    std::string one = view.record(line.record).short_id;
    one += words[static_cast<size_t>(line.handshake)];
    if (line.gap) one += " " + std::to_string(*line.gap);
    all.push_back(one);
  }
  return all;
}

// "Platform from Payments: 2"
std::vector<std::string> told(const TeamMatrix& matrix) {
  std::vector<std::string> all;
  for (size_t row = 0; row < matrix.needs.size(); ++row) {
    for (size_t column = 0; column < matrix.provides.size(); ++column) {
      const WaitingCell& cell = matrix.cell(row, column);
      if (cell.count == 0) continue;
      all.push_back(matrix.needs[row].name + " from " + matrix.provides[column].name + ": " +
                    std::to_string(cell.count) + (cell.next ? " " + to_iso(*cell.next) : ""));
    }
  }
  return all;
}

TEST_CASE("dependencies: by gap in working days, then by need", "[dependencies]") {
  const View view = view_of_files({{"program.yaml", kProgram}, {"d.yaml", R"(dependencies:
- {id: DEP-1, title: In time, provider: payments, needed_by: 2026-06-12, promised: 2026-06-11, commitment: agreed}
- {id: DEP-2, title: Over a weekend, provider: payments, needed_by: 2026-06-12, promised: 2026-06-15, commitment: agreed}
- {id: DEP-3, title: Nothing said, provider: payments, needed_by: 2026-06-10}
- {id: DEP-4, title: Promised, provider: payments, needed_by: 2026-06-08, promised: 2026-06-08}
- {id: DEP-5, title: Refused, provider: payments, commitment: declined}
- {id: DEP-6, title: Done, provider: payments, needed_by: 2026-06-12, promised: 2026-06-30, status: complete}
)"}});
  const std::vector<DependencyLine> lines = dependency_lines(view);
  CHECK(told(view, lines) == std::vector<std::string>{"DEP-2 agreed 1", "DEP-4 agreed 0",
                                                      "DEP-1 agreed -1", "DEP-3 none",
                                                      "DEP-5 declined"});
  // What is agreed and promised in time asks for no talk; the others by the day of the need.
  CHECK(told(view, handshakes_to_make(view, lines)) ==
        std::vector<std::string>{"DEP-3 none", "DEP-2 agreed 1", "DEP-5 declined"});
}

TEST_CASE("dependencies: a promise that has passed is a handshake to make again",
          "[dependencies]") {
  const View view = view_of_files({{"program.yaml", kProgram}, {"d.yaml", R"(dependencies:
- {id: DEP-1, title: Not there, provider: payments, needed_by: 2026-06-12, promised: 2026-05-29, commitment: agreed}
)"}});
  CHECK(handshakes_to_make(view, dependency_lines(view)).size() == 1);
}

TEST_CASE("dependencies: teams wait by dependencies and by work of one for another",
          "[dependencies]") {
  const View view = view_of_files({{"program.yaml", kProgram}, {"d.yaml", R"(dependencies:
- {id: DEP-1, title: API, provider: payments, consumer: [platform, portal], needed_by: 2026-06-12, promised: 2026-06-11}
- {id: DEP-2, title: Keys, provider: Quayside Bank, needed_by: 2026-06-05, required_by: [T-3]}
- {id: DEP-3, title: Own, provider: platform, consumer: platform, needed_by: 2026-06-05}
tasks:
- {id: T-1, title: Build, owner: asha, due: 2026-06-10}
- {id: T-2, title: Screen, owner: mira, due: 2026-06-20, depends_on: [T-1]}
- {id: T-3, title: Pay, owner: lee, due: 2026-06-20, depends_on: [T-1]}
- {id: T-4, title: Closed, owner: lee, due: 2026-05-20, depends_on: [T-1], status: done}
)"}});
  const TeamMatrix matrix = make_team_matrix(view);
  CHECK(told(matrix) == std::vector<std::string>{"Platform from Payments: 1 2026-06-11",
                                                 "Payments from Platform: 1 2026-06-10",
                                                 "Payments from Quayside Bank: 1 2026-06-05",
                                                 "Portal from Platform: 1 2026-06-10",
                                                 "Portal from Payments: 1 2026-06-11"});
  CHECK(matrix.total == 5);
  // Those without a place of their own are counted together.
  const TeamMatrix small = make_team_matrix(view, 2);
  CHECK(small.needs.size() == 3);
  CHECK(small.needs.back().name.empty());
  uint32_t sum = 0;
  for (const WaitingCell& cell : small.cells) sum += cell.count;
  CHECK(sum == 5);
}

TEST_CASE("dependencies: the worst health of what is waited for", "[dependencies]") {
  CHECK(worse_health(ViewHealth::none, ViewHealth::on_track) == ViewHealth::on_track);
  CHECK(worse_health(ViewHealth::at_risk, ViewHealth::on_track) == ViewHealth::at_risk);
  CHECK(worse_health(ViewHealth::at_risk, ViewHealth::blocked) == ViewHealth::blocked);
  CHECK(worse_health(ViewHealth::blocked, ViewHealth::off_track) == ViewHealth::off_track);
}

TEST_CASE("dependencies: nobody waits in a program without any", "[dependencies]") {
  const View view = view_of_files({{"program.yaml", kProgram}});
  CHECK(dependency_lines(view).empty());
  CHECK(make_team_matrix(view).total == 0);
}

}  // namespace
}  // namespace milepost
