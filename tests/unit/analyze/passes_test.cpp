// Hand-worked networks: each relation with lags, calendars, progress, constraints, floats, paths.
#include "analyze/passes.h"

#include <sstream>
#include <string>

#include "catch.h"
#include "unit/analyze/network_text.h"

namespace milepost {
namespace {

// 2026: 1, 8, 15, 22, 29 June are Mondays.
struct Worked {
  const char* name;
  const char* items;     // the last is the target
  const char* expected;  // a line for each item looked at
  const char* path = nullptr;
};

void check(const Worked& worked, bool commitments_first = true) {
  INFO(worked.name);
  NetworkText text(worked.items);
  text.network.commitments_first = commitments_first;
  const auto target = static_cast<uint32_t>(text.names.size() - 1);
  const Passes passes = run_passes(text.network, Ends{target});
  std::istringstream lines(worked.expected);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string::npos) continue;
    CHECK(as_it_is(text, passes, line.substr(begin)) == line.substr(begin));
  }
  if (worked.path != nullptr) CHECK(path_to(text, passes, text.names.back()) == worked.path);
}

// The rules are those of the precedence diagramming method (Fondahl 1961; Moder, Phillips, Davis:
// Project Management with CPM, PERT and Precedence Diagramming, chapter 4; PMBOK guide).
const Worked kRelations[] = {
    {"FS", "A 5 start=06-08\n B 3 <A", "B start=06-15 finish=06-17 edge=A total=0", "A B"},
    {"FS with lag", "A 5 start=06-08\n B 3 <A:FS+2", "B start=06-17 finish=06-19"},
    {"FS with lead", "A 5 start=06-08\n B 3 <A:FS-2", "B start=06-11 finish=06-15"},
    {"SS", "A 5 start=06-08\n B 3 <A:SS", "B start=06-08 finish=06-10"},
    {"SS with lag", "A 5 start=06-08\n B 3 <A:SS+2", "B start=06-10 finish=06-12"},
    {"SS with lead", "A 5 start=06-08\n B 3 <A:SS-2", "B start=06-04 finish=06-08"},
    {"FF", "A 5 start=06-08\n B 3 <A:FF", "B start=06-10 finish=06-12"},
    {"FF with lag", "A 5 start=06-08\n B 3 <A:FF+2", "B start=06-12 finish=06-16"},
    {"FF with lead", "A 5 start=06-08\n B 3 <A:FF-2", "B start=06-08 finish=06-10"},
    {"SF", "A 5 start=06-08\n B 3 <A:SF", "B start=06-03 finish=06-05"},
    {"SF with lag", "A 5 start=06-08\n B 3 <A:SF+2", "B start=06-05 finish=06-09"},
    {"SF with lead", "A 5 start=06-08\n B 3 <A:SF-2", "B start=06-01 finish=06-03"},
    {"a lead does not go before as-of", "A 2\n B 3 <A:FS-5", "B start=06-01 starts=as_of edge=A"},
    {"lag in calendar days", "A 5 start=06-08\n B 3 <A:FS+3w", "B start=06-16 finish=06-18"},
    {"lag in calendar days that ends on a Sunday", "A 5 start=06-08\n B 3 <A:FS+1w",
     "B start=06-15"},
    {"calendar days to a finish", "A 5 start=06-08\n B 3 <A:FF+4w", "B start=06-12 finish=06-16"},
    {"an event shows the day of what it waits for", "A 5 start=06-08\n M 0 event <A",
     "M start=06-12 finish=06-12 total=0"},
    {"an event with lag", "A 5 start=06-08\n M 0 event <A:FS+1", "M finish=06-15"},
    {"an event with lead", "A 5 start=06-08\n M 0 event <A:FS-1", "M finish=06-11"},
    {"an event with calendar days", "A 5 start=06-08\n M 0 event <A:FS+2w", "M finish=06-14"},
    {"an event after a start", "A 5 start=06-08\n M 0 event <A:SS", "M finish=06-08"},
    {"an event two days after a start", "A 5 start=06-08\n M 0 event <A:SS+2", "M finish=06-10"},
    {"what follows an event starts the next day", "A 5 start=06-08\n M 0 event <A\n B 1 <M",
     "B start=06-15 finish=06-15", "A M B"},
    {"what starts with an event starts that day", "M 0 event due=06-12\n B 1 <M:SS",
     "B start=06-12"},
    {"the later of two", "A 5\n B 8\n C 1 <A <B", "C start=06-11 edge=B\n A total=3 free=3", "B C"},
    {"of equals the first", "A 5\n B 5\n C 1 <A <B", "C edge=A\n B total=0", "A C"},
    {"a finish relation may be the later one", "A 2\n B 9\n C 3 <A <B:FF+1",
     "C start=06-10 finish=06-12 edge=B\n A total=5 free=5"},
    {"start and finish tied to the same", "A 10\n B 4 <A:SS+1 <A:FF+1",
     "B start=06-10 finish=06-15 edge=A total=0\n A total=0"},
};

TEST_CASE("each relation, with lag and lead", "[passes]") {
  for (const Worked& worked : kRelations) check(worked);
}

const Worked kCalendars[] = {
    {"work over holidays", "A 5 start=06-08 time=1", "A start=06-08 finish=06-17"},
    {"work over a weekend", "A 3 start=06-04", "A start=06-04 finish=06-08"},
    {"a start on a holiday is the next working day", "A 1 start=06-11 time=1", "A start=06-15"},
    {"lag runs on the days of the successor", "A 2 start=06-08\n B 1 <A:FS+1 time=1",
     "B start=06-16"},
    {"and not on those of the predecessor", "A 2 start=06-08 time=1\n B 1 <A:FS+1",
     "B start=06-11"},
    {"part-time", "A 5 start=06-08 time=2", "A finish=06-15"},
    {"part-time predecessor, full-time successor", "A 4 start=06-08 time=2\n B 1 <A",
     "B start=06-12"},
    {"full-time predecessor, part-time successor", "A 4 start=06-08\n B 1 <A time=2",
     "B start=06-15"},
    {"calendar days", "A 7 start=06-08 time=3\n B 1 <A", "A finish=06-14\n B start=06-15"},
    {"a calendar that works on Saturday lets an event show it",
     "A 6 start=06-08 time=3\n M 0 event <A", "M finish=06-13 total=0"},
    {"float in days of one's own", "A 4 start=06-08 time=2\n B 8 start=06-08\n C 1 <A <B",
     "A total=3 late_finish=06-17\n C start=06-18"},
    {"float does not count holidays", "A 1 start=06-08 time=1\n B 5 start=06-08\n C 1 <A <B",
     "A total=1 late_finish=06-09\n C start=06-15"},
    {"as-of on a day off begins the next", "A 1 time=1\n B 1 <A:FS+6 time=1", "B start=06-15"},
};

TEST_CASE("working calendars", "[passes]") {
  for (const Worked& worked : kCalendars) check(worked);
}

const Worked kProgress[] = {
    {"remaining work starts at as-of", "A 10 started=05-20 left=4",
     "A start=05-20 finish=06-04 starts=actual finishes=as_of"},
    {"begun on a day nobody knows", "A 10 started left=4", "A start=06-01 finish=06-04"},
    {"not begun though it should be", "A 3 start=05-25", "A start=06-01 starts=as_of"},
    {"done keeps its date", "A 3 done=05-27\n B 2 <A",
     "A finish=05-27 total=- free=- bound=-\n B start=06-01 starts=as_of edge=-", "B"},
    {"a lag after done work may still hold", "A 3 done=05-29\n B 2 <A:FS+3",
     "B start=06-04 starts=edge edge=A gap=0", "B"},
    {"out of sequence: what is left waits (retained logic)", "A 5\n B 8 started=05-27 left=5 <A",
     "B start=05-27 finish=06-12 edge=A", "A B"},
    {"done before its predecessor does not wait", "A 5\n B 2 done=05-29 <A\n C 1 <B",
     "C start=06-01\n A total=0"},
    {"a finish relation holds what is under way", "A 5\n B 8 started=05-27 left=2 <A:FF+1",
     "B finish=06-08 edge=A total=0"},
    {"a start already made holds nothing more", "A 5 started=05-27 left=3\n B 2 <A:SS+1",
     "B start=06-01\n A total=0", "A B"},
    {"overdue", "A 3 started=05-20 left=1 due=05-27", "A finish=06-01 bound=-3"},
    {"an overdue event", "M 0 event due=05-27", "M finish=06-01 finishes=as_of bound=-3"},
    {"work without a length", "A 0 due=06-05\n B 1 <A", "A start=- finish=06-05\n B start=06-08"},
    {"neither length nor date, after something", "A 5\n B 0 <A", "B start=- finish=06-05 edge=A"},
    {"a start alone", "A 0 start=06-08", "A start=06-08 finish=06-08"},
    {"begun, without a length", "A 0 started=05-20 due=06-05", "A start=05-20 finish=06-05"},
};

TEST_CASE("progress against as-of", "[passes]") {
  for (const Worked& worked : kProgress) check(worked);
}

const Worked kCommitments[] = {
    {"a commitment after the network's date holds", "A 5 due=06-10\n B 1 <A",
     "A finish=06-10 finishes=commitment\n B start=06-11"},
    {"without a start of its own the work lies before it", "A 5 due=06-12",
     "A start=06-08 finish=06-12 starts=commitment"},
    {"a start of its own stays", "A 5 start=06-02 due=06-12",
     "A start=06-02 finish=06-12 starts=not_before"},
    {"the network moves it past its commitment", "A 5\n B 3 due=06-09 <A",
     "B start=06-08 finish=06-10 bound=-1 bound_by=B\n A bound=-1 bound_by=B"},
    {"as late as both", "A 5\n B 3 due=06-10 <A", "B finish=06-10 finishes=edge bound=0"},
    {"a reserve is a gap on the path, and it is float of what comes before",
     "A 5\n B 3 start=06-08 due=06-17 <A\n M 0 event <B",
     "B finish=06-17 gap=5 edge=A total=0\n A total=5 free=0", "A B M"},
    {"a commitment on a Sunday shows it", "M 0 event due=06-07\n B 1 <M",
     "M finish=06-07\n B start=06-08"},
    {"a deadline moves nothing", "A 5 by=06-03", "A finish=06-05 bound=-2 bound_by=A"},
    {"a deadline of what follows counts back", "A 5\n B 2\n C 3 <A <B by=06-11",
     "C finish=06-10 bound=1\n A bound=1 bound_by=C\n B bound=4 bound_by=C"},
    {"of two the nearer one", "A 5 by=06-12\n B 3 <A by=06-09", "A bound=-1 bound_by=B"},
    {"a deadline over a start relation", "A 5\n B 3 <A:SS+1 by=06-05",
     "B finish=06-04 bound=1\n A bound=1"},
    {"the target's own commitment", "A 5\n M 0 event due=06-03 <A",
     "M finish=06-05 bound=-2 total=0\n A bound=-2 total=0"},
};

TEST_CASE("commitments come first, deadlines move nothing", "[passes]") {
  for (const Worked& worked : kCommitments) check(worked);
}

const Worked kEffort[] = {
    {"lengths alone", "A 5 due=06-10\n B 1 <A", "A finish=06-05 bound=3\n B start=06-08"},
    {"a start still means no earlier", "A 5 start=06-02 due=06-12", "A start=06-02 finish=06-08"},
    {"an overdue commitment is negative float", "A 5 due=06-03", "A finish=06-05 bound=-2"},
};

TEST_CASE("schedule: effort is the critical path method alone", "[passes]") {
  for (const Worked& worked : kEffort) check(worked, false);
}

const Worked kFloats[] = {
    {"total float is shared along a chain, free float is its last item's",
     "A 2\n B 2 <A\n C 10\n D 1 <B <C", "A total=6 free=0\n B total=6 free=6\n C total=0 free=0"},
    {"what the target does not rest on is measured by the last finish",
     "A 5\n X 12\n Y 2 <A\n M 0 event <A", "A total=0\n X total=0\n Y total=5\n M total=0"},
    {"start relations bind the start", "A 5\n B 8 <A:SS+2\n C 1 <B", "A total=0\n B total=0"},
    {"and leave the finish free", "A 5 started=05-29 left=5\n B 8 <A:SS+2\n C 1 <B",
     "A total=5\n B total=0"},
    {"finish relations", "A 5\n B 2 <A:FF+1\n C 9\n D 1 <B <C", "B total=3 free=3\n A total=3"},
};

TEST_CASE("total and free float", "[passes]") {
  for (const Worked& worked : kFloats) check(worked);
}

const Worked kPaths[] = {
    {"over gaps to where it begins",
     "A 3\n B 2 <A start=06-10\n C 20 start=06-01\n M 0 event <B due=07-03", "M gap=16", "A B M"},
    {"the arrival counts, not the longest chain by length",
     "A 10\n B 1 start=06-22\n M 0 event <A <B", "M edge=B gap=0", "B M"},
    {"not into what is done", "A 5 done=05-29\n B 3 <A\n M 0 event <B", "", "B M"},
    {"over a start relation", "A 9\n B 9 <A:SS+3\n M 0 event <A <B", "M finish=06-16", "A B M"},
    {"of a done target it goes over what is done", "A 5 done=05-22\n M 0 event done=05-25 <A", "",
     "A M"},
};

TEST_CASE("the longest path to a target", "[passes]") {
  for (const Worked& worked : kPaths) check(worked);
}

TEST_CASE("the longest path is cut at its beginning", "[passes]") {
  const NetworkText text("A 1\n B 1 <A\n C 1 <B\n D 1 <C");
  const Passes passes = run_passes(text.network, Ends{3});
  CHECK(longest_path(text.network, passes, 3, 2) == std::vector<uint32_t>{2, 3});
}

TEST_CASE("what a target rests on", "[passes]") {
  const NetworkText text("A 1\n B 1 <A\n C 1\n D 1 <B\n E 1 <D <C");
  const Passes passes = run_passes(text.network, Ends{});
  CHECK(upstream_of(text.network, passes, 3) == std::vector<bool>{true, true, false, true, false});
}

TEST_CASE("in a circle the edge that stands last is cut and the rest computes", "[passes]") {
  NetworkText text("A 2\n B 2 <A\n C 2 <B\n D 1 <C");
  text.network.edges.push_back({2, 0, Relation::finish_start, false, 0});
  const Passes passes = run_passes(text.network, Ends{3});
  REQUIRE(passes.circles.size() == 1);
  CHECK(passes.circles[0] == std::vector<uint32_t>{0, 1, 3});
  CHECK(passes.cut == std::vector<bool>{false, false, false, true});
  CHECK(as_it_is(text, passes, "D start=06-09") == "D start=06-09");
}

TEST_CASE("more circles than are reported are cut all the same", "[passes]") {
  Network network;
  network.as_of = *make_date(2026, 6, 1);
  network.times = {WorkingTime()};
  network.nodes.resize(240);
  for (uint32_t n = 0; n < 240; n += 2) {
    network.edges.push_back({n, n + 1, Relation::finish_start, false, 0});
    network.edges.push_back({n + 1, n, Relation::finish_start, false, 0});
  }
  network.edges.push_back({7, 7, Relation::finish_start, false, 0});
  const Passes passes = run_passes(network, Ends{});
  CHECK(passes.circles.size() == 50);
  CHECK(passes.order.size() == 240);
  CHECK(passes.incoming.size() == 120);
}

struct Moved {
  const char* items;  // the last is the target
  const char* item;
  int32_t days;
  const char* finish;
};

const Moved kMoved[] = {
    {"A 5\n B 3 <A\n M 0 event <B", "A", 2, "2026-06-12"},
    {"A 5\n B 3 <A\n M 0 event <B", "A", -2, "2026-06-08"},
    {"A 5\n B 3 <A\n M 0 event <B", "M", 1, "2026-06-11"},
    {"A 5\n B 9\n C 1 <A <B", "A", 4, "2026-06-12"},                    // within its float
    {"A 5\n B 9\n C 1 <A <B", "A", 5, "2026-06-15"},                    // a day beyond it
    {"A 5\n B 9\n C 1 <A <B", "B", -9, "2026-06-08"},                   // the other path takes over
    {"A 5\n B 1 <A", "A", -9, "2026-06-02"},                            // never before as-of
    {"A 5\n B 3 start=06-15 <A\n M 0 event <B", "A", 5, "2026-06-17"},  // the gap takes it up
    {"A 5\n B 3 start=06-15 <A\n M 0 event <B", "A", 6, "2026-06-18"},
    {"A 5\n B 3 due=06-17 <A\n M 0 event <B", "A", -3, "2026-06-17"},  // the commitment stands
    {"A 5\n B 4 <A:SS+2\n M 0 event <B", "A", 3, "2026-06-11"},        // it starts later, too
    {"A 9 started=05-29 left=5\n B 4 <A:SS+2\n M 0 event <B", "A", 3, "2026-06-05"},
    {"A 2 start=06-08\n B 1 <A:FS+1 time=1\n M 0 event <B", "A", 4, "2026-06-17"},  // holidays
    {"A 5 done=05-29\n B 1 <A:FS+1\n M 0 event <B", "A", 2, "2026-06-04"},
    {"A 5\n B 2 done=05-29 <A\n C 1 <B", "A", 9, "2026-06-01"},  // nothing waits for it any more
};

TEST_CASE("the finish of a target if an item were later or earlier", "[passes]") {
  for (const Moved& moved : kMoved) {
    INFO(moved.items << ", " << moved.item << " by " << moved.days);
    const NetworkText text(moved.items);
    const auto target = static_cast<uint32_t>(text.names.size() - 1);
    const Passes passes = run_passes(text.network, Ends{target});
    CHECK(to_iso(finish_if_moved(text.network, passes, text.node(moved.item), moved.days,
                                 target)) == moved.finish);
  }
}

}  // namespace
}  // namespace milepost
