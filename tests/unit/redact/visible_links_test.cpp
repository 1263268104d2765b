// Links are made from what an audience may read, and put back.
#include "redact/visible_links.h"

#include <string>

#include "analyze/analyze.h"
#include "calendar/date.h"
#include "catch.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

constexpr std::string_view kProgram =
    "program: Test\nstart: 2026-01-05\nlabels: [board, partner]\n"
    "kinds: {task: {fields: {depends_on: {visibility: restricted}}}}\n";

Audience public_and(std::string_view label) {
  Audience made;
  made.name = "somebody";
  made.sees = {"public", std::string(label)};
  made.insider = false;
  return made;
}

struct Seen {
  std::string links;
  std::string lag;
  bool cut = false;
};

// What an audience knows of the links of a program whose tasks are `tasks`.
Seen seen_of(std::string_view tasks, const Audience& audience) {
  Linked linked({{"program.yaml", kProgram}, {"tasks.yaml", tasks}});
  Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  const std::string whole = linked.links();
  const std::vector<uint32_t> edges = analysis.schedule.edge_links;
  Seen seen;
  {
    const VisibleLinks links(linked.program, analysis, audience);
    seen.links = linked.links();
    for (const Link& link : linked.program.links) {
      if (link.lag) seen.lag += std::to_string(link.lag->minutes) + " ";
      seen.cut = seen.cut || link.cut;
    }
  }
  CHECK(linked.links() == whole);
  CHECK(analysis.schedule.edge_links == edges);
  return seen;
}

TEST_CASE("redact: of a link that both ends tell of the hidden end says nothing",
          "[redact][links]") {
  constexpr std::string_view kTasks =
      "tasks:\n"
      "- {id: T-1, title: One, visibility: public, required_by: [T-2]}\n"
      "- {id: T-2, title: Two, visibility: public, depends_on: [{to: T-1, lag: 3d}]}\n";
  const Seen seen = seen_of(kTasks, public_and("internal"));
  CHECK(seen.links == "T-2 depends_on T-1");
  CHECK(seen.lag.empty());
  CHECK_FALSE(seen_of(kTasks, public_and("restricted")).lag.empty());
}

TEST_CASE("redact: a circle that a hidden field closes cuts no link", "[redact][links]") {
  constexpr std::string_view kTasks =
      "tasks:\n"
      "- {id: T-1, title: One, visibility: public, required_by: [T-2], depends_on: [T-2]}\n"
      "- {id: T-2, title: Two, visibility: public}\n";
  const Seen seen = seen_of(kTasks, public_and("internal"));
  CHECK(seen.links == "T-2 depends_on T-1");
  CHECK_FALSE(seen.cut);
  CHECK(seen_of(kTasks, public_and("restricted")).cut);
}

TEST_CASE("redact: of labels beside each other neither cuts the other's links", "[redact][links]") {
  constexpr std::string_view kTasks =
      "tasks:\n"
      "- {id: T-1, title: One, visibility: public}\n"
      "- {id: T-2, title: Two, visibility: board, required_by: [T-1]}\n"
      "- {id: T-3, title: Three, visibility: partner, required_by: [T-2, T-1], blocks: [T-1]}\n"
      "lessons:\n"
      "- {id: LES-1, title: a, visibility: public, part_of: [LES-2], contains: [LES-3]}\n"
      "- {id: LES-2, title: b, visibility: board, part_of: [LES-1]}\n"
      "- {id: LES-3, title: c, visibility: partner, contains: [LES-1]}\n";
  for (const char* label : {"board", "partner"}) {
    CAPTURE(label);
    const Seen seen = seen_of(kTasks, public_and(label));
    CHECK(seen.cut == true);  // its own circle, and no other
    const std::string own = label == std::string("board") ? "LES-2" : "LES-3";
    CHECK(seen.links.find(own) != std::string::npos);
  }
}

TEST_CASE("redact: a mention counts where only a hidden field relates the two", "[redact][links]") {
  Linked linked({{"program.yaml", kProgram},
                 {"T-1.md",
                  "---\nid: T-1\nkind: task\ntitle: One\nvisibility: public\n"
                  "depends_on: [T-2]\n---\nBegins when T-2 is there.\n"},
                 {"tasks.yaml", "tasks:\n- {id: T-2, title: Two, visibility: public}\n"}});
  Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  CHECK(linked.links("mentions").empty());
  const VisibleLinks links(linked.program, analysis, public_and("internal"));
  CHECK(links.anything());
  CHECK(linked.links().empty());
  CHECK(linked.links("mentions") == "T-1 mentions T-2");
}

}  // namespace
}  // namespace milepost
