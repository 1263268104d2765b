// Burndown, exposure, slips and freshness of a scripted git history against figures worked out by
// hand: each week below says what it changes, and the tables what that comes to.
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catch.h"
#include "compare/history.h"
#include "compare/record_change.h"
#include "compose/change_words.h"
#include "driver/program_run.h"
#include "driver/site_run.h"
#include "files/git_repository.h"
#include "unit/files/git_scratch.h"

namespace milepost {
namespace {

constexpr const char* kProgram = "program: Example\ntarget: M-1\n";

struct Week {
  const char* day;  // a Monday: the commit and the as-of date
  std::string plan, log;
};

// Five working days a week and no holidays. Estimates: T-1 5, T-2 3, T-3 4, T-4 2, T-5 6 days.
std::vector<Week> weeks() {
  return {
      {"2026-01-05",
       "milestones:\n"
       "- {id: M-1, title: Launch, due: 2026-02-13}\n"
       "tasks:\n"
       "- {id: T-1, title: Walls, estimate: 5d}\n"
       "- {id: T-2, title: Roof, estimate: 3d}\n"
       "- {id: T-3, title: Doors, estimate: 4d}\n"
       "- {id: T-4, title: Garden, estimate: 2d}\n",
       "risks:\n"
       "- {id: R-1, title: Rain, likelihood: 4, impact: 4}\n"
       "- {id: R-2, title: Wind, likelihood: 3, impact: 2}\n"
       "issues:\n"
       "- {id: I-1, title: Mud, severity: low}\n"},
      // T-1 is done, T-2 has two days left, T-5 is new; rain is less likely; a blocker.
      {"2026-01-12",
       "milestones:\n"
       "- {id: M-1, title: Launch, due: 2026-02-13}\n"
       "tasks:\n"
       "- {id: T-1, title: Walls, estimate: 5d, status: done, started: 2026-01-05, finished: "
       "2026-01-09}\n"
       "- {id: T-2, title: Roof, estimate: 3d, status: in_progress, started: 2026-01-09, "
       "remaining: 2d}\n"
       "- {id: T-3, title: Doors, estimate: 4d}\n"
       "- {id: T-4, title: Garden, estimate: 2d}\n"
       "- {id: T-5, title: Paint, estimate: 6d, due: 2026-02-06}\n",
       "risks:\n"
       "- {id: R-1, title: Rain, likelihood: 3, impact: 4}\n"
       "- {id: R-2, title: Wind, likelihood: 3, impact: 2}\n"
       "issues:\n"
       "- {id: I-1, title: Mud, severity: low}\n"
       "blockers:\n"
       "- {id: BLK-1, title: No ladder, severity: P2, status: open}\n"},
      // T-2 is done, T-3 half done, T-4 given up; wind is over, and the blocker. R-1 in other
      // words.
      {"2026-01-19",
       "milestones:\n"
       "- {id: M-1, title: Launch, due: 2026-02-13}\n"
       "tasks:\n"
       "- {id: T-1, title: Walls, estimate: 5d, status: done, started: 2026-01-05, finished: "
       "2026-01-09}\n"
       "- {id: T-2, title: Roof, estimate: 3d, status: done, started: 2026-01-09, finished: "
       "2026-01-14}\n"
       "- {id: T-3, title: Doors, estimate: 4d, status: in_progress, started: 2026-01-15, percent: "
       "50}\n"
       "- {id: T-4, title: Garden, estimate: 2d, status: cancelled}\n"
       "- {id: T-5, title: Paint, estimate: 6d, due: 2026-02-06}\n",
       "risks:\n"
       "-   {id: R-1,   title: \"Rain\", impact: 4, likelihood: 3}\n"
       "- {id: R-2, title: Wind, likelihood: 3, impact: 2, status: closed}\n"
       "issues:\n"
       "- {id: I-1, title: Mud, severity: low}\n"
       "blockers:\n"
       "- {id: BLK-1, title: No ladder, severity: P2, status: resolved}\n"},
      // T-3 is called T-30 now and done; T-5 and the launch a week later; another risk.
      {"2026-01-26",
       "milestones:\n"
       "- {id: M-1, title: Launch, due: 2026-02-20}\n"
       "tasks:\n"
       "- {id: T-1, title: Walls, estimate: 5d, status: done, started: 2026-01-05, finished: "
       "2026-01-09}\n"
       "- {id: T-2, title: Roof, estimate: 3d, status: done, started: 2026-01-09, finished: "
       "2026-01-14}\n"
       "- {id: T-30, title: Doors, estimate: 4d, status: done, started: "
       "2026-01-15, finished: 2026-01-20}\n"
       "- {id: T-4, title: Garden, estimate: 2d, status: cancelled}\n"
       "- {id: T-5, title: Paint, estimate: 6d, due: 2026-02-13}\n",
       "risks:\n"
       "- {id: R-1, title: Rain, likelihood: 3, impact: 4}\n"
       "- {id: R-2, title: Wind, likelihood: 3, impact: 2, status: closed}\n"
       "- {id: R-3, title: Frost, likelihood: 2, impact: 3}\n"
       "issues:\n"
       "- {id: I-1, title: Mud, severity: low}\n"
       "blockers:\n"
       "- {id: BLK-1, title: No ladder, severity: P2, status: resolved}\n"},
  };
}

History history_of(const GitScratch& git, const std::vector<std::string>& commits) {
  const auto repository = GitRepository::open(git.path()).repository;
  REQUIRE(repository != nullptr);
  const Words words;
  History history;
  std::optional<View> before;
  const std::vector<Week> all = weeks();
  for (size_t i = 0; i < commits.size(); ++i) {
    ProgramRun run;
    run.tree = GitRepository::tree(repository, commits[i], "");
    REQUIRE(run.tree != nullptr);
    const std::string day = all[i].day;
    run.options.as_of = make_date(std::stoi(day.substr(0, 4)), std::stoi(day.substr(5, 2)),
                                  std::stoi(day.substr(8, 2)));
    run_stages(*run.tree, run.options, run.values);
    const Report report = report_of(run);
    View view = view_of(run, report, ViewOptions());
    view.program.edition.label = day;
    view.program.edition.date = *run.options.as_of;
    const std::vector<RecordChange> changes =
        before ? record_changes(*before, view, change_words(words)) : std::vector<RecordChange>();
    add_version(history, view, changes);
    before = std::move(view);
  }
  return history;
}

std::string verbs(const History& history, const std::string& id) {
  const RecordLife* life = history.life(id);
  REQUIRE(life != nullptr);
  std::string words;
  for (const LifeEvent& event : life->events) {
    words += std::to_string(event.edition) + (event.verb == RecordVerb::finished   ? " finished "
                                              : event.verb == RecordVerb::moved    ? " moved "
                                              : event.verb == RecordVerb::opened   ? " opened "
                                              : event.verb == RecordVerb::reworded ? " reworded "
                                              : event.verb == RecordVerb::closed   ? " closed "
                                                                                   : " changed ");
  }
  return words;
}

}  // namespace

TEST_CASE("burndown and freshness of a scripted history are what they are by hand",
          "[driver][history]") {
  GitScratch git;
  git.write("program.yaml", kProgram);
  std::vector<std::string> commits;
  for (const Week& week : weeks()) {
    git.write("plan.yaml", week.plan);
    git.write("log.yaml", week.log);
    commits.push_back(git.commit(week.day, week.day));
  }
  const History history = history_of(git, commits);
  REQUIRE(history.trends.size() == 4);

  //                                          week 0           1            2        3
  const std::array<uint32_t, 4> open = {4, 4, 2, 1};
  const std::array<uint32_t, 4> done = {0, 1, 2, 3};
  const std::array<uint32_t, 4> left = {5 + 3 + 4 + 2, 2 + 4 + 2 + 6, 2 + 6, 6};
  const std::array<uint32_t, 4> exposure = {16 + 6, 12 + 6, 12, 12 + 6};
  const std::array<uint32_t, 4> risks = {2, 2, 1, 2};
  const std::array<uint32_t, 4> high = {1, 1, 1, 1};
  const std::array<uint32_t, 4> blockers = {0, 1, 0, 0};
  for (size_t i = 0; i < 4; ++i) {
    INFO("week " << i);
    CHECK(history.trends[i].work_open == open[i]);
    CHECK(history.trends[i].work_done == done[i]);
    CHECK(history.trends[i].days_left == left[i]);
    CHECK(history.trends[i].risk_exposure == exposure[i]);
    CHECK(history.trends[i].risks_open == risks[i]);
    CHECK(history.trends[i].risks_high == high[i]);
    CHECK(history.trends[i].blockers_open == blockers[i]);
    CHECK(history.trends[i].issues_open == 1);
    REQUIRE(history.trends[i].milestones.size() == 1);
    CHECK(history.trends[i].milestones[0].finish == *make_date(2026, 2, i < 3 ? 13 : 20));
  }

  struct Fresh {
    const char* id;
    uint32_t first, last;
    bool from_start;
  };
  for (const Fresh& fresh :
       {Fresh{"R-1", 0, 1, true}, Fresh{"R-2", 0, 2, true}, Fresh{"R-3", 3, 3, false},
        Fresh{"I-1", 0, 0, true}, Fresh{"T-1", 0, 1, true}, Fresh{"T-2", 0, 2, true},
        Fresh{"T-30", 0, 3, true}, Fresh{"T-4", 0, 2, true}, Fresh{"T-5", 1, 3, false},
        Fresh{"BLK-1", 1, 2, false}, Fresh{"M-1", 0, 3, true}}) {
    INFO(fresh.id);
    const RecordLife* life = history.life(fresh.id);
    REQUIRE(life != nullptr);
    CHECK(life->first == fresh.first);
    CHECK(life->last_change == fresh.last);
    CHECK(life->from_start == fresh.from_start);
  }
  CHECK(history.life("T-3") == nullptr);
  CHECK(verbs(history, "T-5") == "1 opened 3 moved ");
  CHECK(verbs(history, "T-1") == "1 finished ");
  CHECK(verbs(history, "T-30") == "2 changed 3 finished ");
}

}  // namespace milepost
