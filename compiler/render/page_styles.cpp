// Knows the style sheets of pages.
#include "render/page_styles.h"

#include <string_view>

#include "compose/neighbourhood.h"

namespace milepost {
namespace {

bool is_of_a_release_log(const ViewKind& kind) {
  for (const std::string_view name :
       {"release", "blocker", "escalation", "change", "incident", "decision"}) {
    if (kind.is(name)) return true;
  }
  return false;
}

// Pages about releases and the logs around them have a style sheet more.
bool shows_release(const PageScope& scope) {
  const View& view = scope.view();
  switch (scope.page().kind) {
    case OutlineKind::go_no_go:
    case OutlineKind::runbook:
    case OutlineKind::document:
    case OutlineKind::overview:
    case OutlineKind::agenda:
    case OutlineKind::status:
      return true;
    case OutlineKind::kind:
      return is_of_a_release_log(view.kinds[scope.page().subject]);
    case OutlineKind::record: {
      const ViewRecordId id{scope.page().subject};
      return view.readiness_of(id) != nullptr || is_of_a_release_log(view.kind_of(view.record(id)));
    }
    default:
      return false;
  }
}

// Pages of stakeholders, and reports with the facts of their period.
bool shows_status(const PageScope& scope) {
  const View& view = scope.view();
  if (scope.page().kind == OutlineKind::status) return true;
  return scope.page().kind == OutlineKind::record &&
         view.kind_of(view.records[scope.page().subject]).is("status_report");
}

// What only sites of several versions have.
bool shows_versions(const PageScope& scope) {
  if (scope.outline().past == nullptr) return false;
  switch (scope.page().kind) {
    case OutlineKind::trends:
    case OutlineKind::changes:
    case OutlineKind::record:
      return true;
    default:
      return scope.drawing(DrawingKind::slip) != nullptr;
  }
}

}  // namespace

bool shows_plan(const PageScope& scope) {
  switch (scope.page().kind) {
    case OutlineKind::plan:
    case OutlineKind::critical_path:
    case OutlineKind::breakdown:
    case OutlineKind::dependencies:
    case OutlineKind::graph:
    case OutlineKind::document:
      return true;
    case OutlineKind::overview:
      return scope.outline().critical_path_page != kNoPage ||
             scope.drawing(DrawingKind::forecast_line) != nullptr;
    case OutlineKind::kind:
      return scope.outline().dependencies_page == kNoPage &&
             scope.view().kinds[scope.page().subject].is("dependency");
    case OutlineKind::record:
      return has_neighbourhood(scope.view(), ViewRecordId{scope.page().subject});
    default:
      return false;
  }
}

void write_style_links(HtmlWriter& out, const PageScope& scope) {
  const auto link = [&](const char* file) {
    out.put("<link rel=\"stylesheet\"").link("href", scope.path(), scope.theme_file(file));
    out.put(">\n");
  };
  if (shows_plan(scope)) link("plan.css");
  if (shows_release(scope)) link("release.css");
  if (shows_status(scope)) link("status.css");
  if (shows_versions(scope)) link("versions.css");
  if (scope.page().kind == OutlineKind::document) link("document.css");
}

}  // namespace milepost
