// The schedule in program.json.
#include "render/model_schedule_json.h"

#include <string>

#include "catch.h"
#include "unit/render/planned.h"

namespace milepost {
namespace {

std::string json_of(const View& view) {
  std::string out;
  JsonWriter json(out);
  write_model_schedule(json, view);
  return out;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("model: without a schedule every list is there and empty", "[model]") {
  View view = planned_view();
  view.schedule = {};
  CHECK(json_of(view) ==
        R"({"target":"M-GA","nodes":[],"edges":[],"critical_path":[],"near_critical_days":0,)"
        R"("forecast":[],"forecast_basis":{"trials":0,"indicative":true,"path_days":0,)"
        R"("path_days_with_range":0,"drivers":[]},"explanations":[],"gains":[]})");
}

TEST_CASE("model: nodes, edges, path, explanation and gains", "[model]") {
  const std::string text = json_of(planned_view());
  CHECK(has(text, R"({"id":"T-1","early_start":"2026-06-05","early_finish":"2026-06-22",)"
                  R"("late_start":"2026-06-05","late_finish":"2026-06-22","total_float_days":0,)"
                  R"("free_float_days":0,"critical":true,"near_critical":false,"driver":"DEP-1",)"
                  R"("kind":"task","state":"waiting","length_from":"estimate","length_days":12,)"
                  R"("remaining_days":12,"percent":0})"));
  CHECK(has(text, R"("commitment":"2026-06-12","baseline":"2026-06-12","slip_days":6,)"
                  R"("slip_from_first_days":6,"health":"off_track","reasons":[{"cause":)"
                  R"("late_to_commitment","days":6,"about":"M-GA","date":"2026-06-12"}]})"));
  CHECK(has(text, R"({"from":"T-1","to":"M-GA","type":"FS","slack_days":0,"critical":true,)"
                  R"("driving":true,"slipping":true})"));
  CHECK(has(text, R"("critical_path":["DEP-1","T-1","M-GA"])"));
  CHECK(has(text, R"({"id":"DEP-1","days":4,"cause":"promised_later","was":"2026-05-29",)"
                  R"("now":"2026-06-04"})"));
  CHECK(has(text, R"("gains":[{"id":"T-1","days":-2,"target_finish":"2026-06-18",)"
                  R"("target_days":-2}])"));
}

TEST_CASE("model: dates that mean nothing are null, and a chance that is none", "[model]") {
  View view = forecast_view(true);
  view.schedule.items[1].dated = false;
  view.schedule.items[1].total_float = kNoViewFloat;
  const std::string text = json_of(view);
  CHECK(has(text, R"({"id":"T-1","early_start":null,"early_finish":null,"late_start":null,)"
                  R"("late_finish":null,"total_float_days":null)"));
  CHECK(has(text, R"("on_time_probability":null)"));
  CHECK(has(json_of(forecast_view(false)), R"("on_time_probability":0.412)"));
}

}  // namespace
}  // namespace milepost
