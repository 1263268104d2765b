// Status chains: what replaced what.
#include "compose/status_chain.h"

#include <string>

#include "catch.h"
#include "unit/compose/composed.h"

namespace milepost {
namespace {

std::string names(const View& view, const std::vector<ViewRecordId>& ids) {
  std::string text;
  for (const ViewRecordId id : ids) {
    if (!text.empty()) text += " ";
    text += view.record(id).id;
  }
  return text;
}

TEST_CASE("chain: from the oldest to the newest, whichever one is asked", "[chain]") {
  const Outline outline =
      composed({{"decisions.yaml",
                 "decisions:\n"
                 "- {id: D-1, title: First, status: superseded}\n"
                 "- {id: D-2, title: Second, status: superseded, supersedes: [D-1]}\n"
                 "- {id: D-3, title: Third, status: accepted, supersedes: [D-2], amends: [D-4]}\n"
                 "- {id: D-4, title: Other, status: accepted}\n"
                 "- {id: D-5, title: Alone, status: accepted}\n"}});
  const View& view = outline.view;
  for (const char* id : {"D-1", "D-2", "D-3"}) {
    CHECK(names(view, status_chain(view, record_named(view, id)).steps) == "D-1 D-2 D-3");
  }
  CHECK(names(view, status_chain(view, record_named(view, "D-3")).amends) == "D-4");
  const StatusChain amended = status_chain(view, record_named(view, "D-4"));
  CHECK(names(view, amended.amended_by) == "D-3");
  CHECK(!amended.is_alone());
  CHECK(status_chain(view, record_named(view, "D-5")).is_alone());
}

TEST_CASE("chain: one that runs in a circle ends, and a long one is cut", "[chain]") {
  std::string many = "decisions:\n- {id: D-1, title: First, supersedes: [D-2]}\n";
  many += "- {id: D-2, title: Second, supersedes: [D-1]}\n";
  for (int i = 3; i < 60; ++i) {
    many += "- {id: D-" + std::to_string(i) + ", title: Next " + std::to_string(i);
    many += ", supersedes: [D-" + std::to_string(i - 1) + "]}\n";
  }
  const Outline outline = composed({{"decisions.yaml", many}});
  const View& view = outline.view;
  CHECK(status_chain(view, record_named(view, "D-1")).steps.size() <= kMostSteps);
  CHECK(status_chain(view, record_named(view, "D-30")).steps.size() == kMostSteps);
}

}  // namespace
}  // namespace milepost
