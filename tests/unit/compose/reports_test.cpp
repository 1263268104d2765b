// Status reports in short.
#include "compose/reports.h"

#include "catch.h"
#include "unit/compose/viewed.h"

namespace milepost {
namespace {

TEST_CASE("reports: the health they said, in time", "[reports]") {
  const View view = view_of_files({
      {"log.yaml",
       "status_reports:\n"
       "- {id: SR-2, title: Week 21, date: 2026-05-29, health: at_risk}\n"
       "- {id: SR-1, title: Week 20, date: 2026-05-22, health: on_track}\n"
       "- {id: SR-3, title: Draft, date: 2026-06-05}\n"},
  });
  std::vector<ViewRecordId> reports;
  for (const std::string_view id : {"SR-3", "SR-2", "SR-1"}) {
    reports.push_back(record_named(view, id));
  }
  const std::vector<ViewRecordId> trend = health_trend(view, reports);
  REQUIRE(trend.size() == 2);
  CHECK(trend[0] == record_named(view, "SR-1"));
  CHECK(health_trend(view, reports, 1).front() == record_named(view, "SR-2"));
}

TEST_CASE("reports: a report in short", "[reports]") {
  const View view = view_of_files({
      {"status/1.md",
       "---\nkind: status_report\nid: SR-1\ntitle: One\n---\n\n# One\n\nThe portal is done. The "
       "pilot has lost two days. Payment API v2 will be in staging later than we said, and nobody "
       "likes it.\n\nMore.\n"},
      {"status/2.yaml",
       "status_reports:\n- {id: SR-2, title: Two, description: All is well.}\n- {id: SR-3, title: "
       "Three}\n"},
  });
  const auto summary = [&](std::string_view id, size_t most = 200) {
    return report_summary(view, view.record(record_named(view, id)), most);
  };
  CHECK(summary("SR-1", 70) == "The portal is done. The pilot has lost two days.");
  CHECK(summary("SR-1").ends_with("nobody likes it."));
  CHECK(summary("SR-2") == "All is well.");
  CHECK(summary("SR-3").empty());
}

}  // namespace
}  // namespace milepost
