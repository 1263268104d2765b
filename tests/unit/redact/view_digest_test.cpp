// That whatever changes in a View changes its digest.
#include "redact/view_digest.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"

namespace milepost {
namespace {

View small_view() {
  View view;
  view.program.title = "Example";
  view.kinds.resize(1);
  view.fields.resize(2);
  view.files = {"a.md", "b.md"};
  ViewRecord record;
  record.kind = ViewKindId{0};
  record.id = "R-1";
  record.title = "One";
  record.fields.push_back({ViewFieldId{0}, {{"5", ViewNumber{5, false}}}});
  record.body.tape = ViewTapeId{0};
  view.records.push_back(std::move(record));
  view.tapes.resize(1);
  view.tapes[0].nodes.resize(2);
  view.tapes[0].text = "words";
  view.tapes[0].nodes[1].text_length = 5;
  view.incidents.resize(1);
  view.schedule.items.resize(1);
  return view;
}

}  // namespace

TEST_CASE("equal Views have one digest, and what changes changes it", "[redact]") {
  const std::string digest = view_digest(small_view());
  CHECK(digest.size() == 64);
  CHECK(view_digest(small_view()) == digest);
  // Where something stands in its file, and which file of all that is, no page shows.
  View moved = small_view();
  moved.tapes[0].file = FileId{7};
  moved.tapes[0].nodes[1].begin = 100;
  moved.tapes[0].nodes[1].end = 105;
  moved.tapes[0].text.insert(0, "cut ");
  moved.tapes[0].nodes[1].text = 4;
  CHECK(view_digest(moved) == digest);
  const std::vector<std::function<void(View&)>> edits = {
      [](View& view) { view.program.title = "Other"; },
      [](View& view) { view.program.edition.revision = "abc"; },
      [](View& view) { view.program.zone = *Zone::find("Europe/London"); },
      [](View& view) { view.program.base_url = BaseUrl::from_data("https://example.org/"); },
      [](View& view) { view.program.as_of = Date{1}; },
      [](View& view) { view.program.escalation[3].sprint = true; },
      [](View& view) {
        view.files = {"a.mdb", ".md"};
      },
      [](View& view) { view.records[0].title.clear(); },
      [](View& view) { std::swap(view.records[0].id, view.records[0].title); },
      [](View& view) { view.records[0].health_until = Date{0}; },
      [](View& view) {
        view.records[0].fields[0].values[0].data = ViewNumber{5, true};
      },
      [](View& view) { view.records[0].fields[0].values[0].data = ViewLevel{5}; },
      [](View& view) { view.records[0].fields[0].values.emplace_back(); },
      [](View& view) { view.records[0].source.line = 1; },
      [](View& view) { view.tapes[0].nodes[1].flags = kChecked; },
      [](View& view) { view.tapes[0].text = "wordz"; },
      [](View& view) { view.incidents[0].parts[6] = true; },
      [](View& view) { view.incidents[0].releases.emplace_back(); },
      [](View& view) { view.schedule.items[0].reasons.emplace_back(); },
      [](View& view) { view.schedule.items[0].slip_from_first = 1; },
      [](View& view) { view.status_pages.emplace_back().seen = std::make_shared<View>(); },
      [](View& view) {
        view.working_time = WorkingTime(CalendarLayer{WeekPattern{0x7F}, {}, {}});
      },
      [](View& view) { view.findings.emplace_back().arguments.emplace_back(Date{0}); },
  };
  std::vector<std::string> digests = {digest};
  for (size_t i = 0; i < edits.size(); ++i) {
    View view = small_view();
    edits[i](view);
    INFO(i);
    const std::string other = view_digest(view);
    CHECK(std::ranges::find(digests, other) == digests.end());
    digests.push_back(other);
  }
}

}  // namespace milepost
