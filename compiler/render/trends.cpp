// Puts the charts of metrics on pages.
#include "render/trends.h"

#include <vector>

#include "draw/drawings.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

const Html* trend_of(const PageScope& scope, ViewRecordId metric) {
  return scope.drawings().find(scope.outline().record_pages[number(metric)], DrawingKind::trend);
}

bool has_plan(const PageScope& scope, ViewRecordId metric) {
  for (const ViewField& field : scope.view().record(metric).fields) {
    if (scope.view().field(field.field).name == "plan") return true;
  }
  return false;
}

void write_legend(HtmlWriter& out, const PageScope& scope, bool plan) {
  say(out, scope, plan ? "trend.legend_plan"_word : "trend.legend"_word);
}

}  // namespace

void write_trend(HtmlWriter& out, const PageScope& scope, ViewRecordId metric) {
  const Html* chart = trend_of(scope, metric);
  if (chart == nullptr) return;
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, "trend.heading"_word);
  out.put("</h2>\n<figure>\n").put(*chart).put("<figcaption class=\"note\">");
  write_legend(out, scope, has_plan(scope, metric));
  out.put("</figcaption>\n</figure>\n</section>\n");
}

void write_trends(HtmlWriter& out, const PageScope& scope, ViewKindId kind) {
  if (!scope.view().kind(kind).is("metric")) return;
  std::vector<ViewRecordId> shown;
  bool plan = false;
  for (const RowGroup& group : scope.outline().tables[number(kind)].groups) {
    for (const ViewRecordId id : group.rows) {
      if (shown.size() == kMostTrends) break;
      if (!scope.view().record(id).is_open() || trend_of(scope, id) == nullptr) continue;
      shown.push_back(id);
      plan = plan || has_plan(scope, id);
    }
  }
  if (shown.empty()) return;
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, "trend.trends"_word);
  out.put("</h2>\n<p class=\"note\">");
  write_legend(out, scope, plan);
  out.put("</p>\n<ul class=\"trends\">\n");
  for (const ViewRecordId id : shown) {
    out.put("<li>\n<h3>");
    write_record_link(out, scope, id, scope.view().record(id).title);
    out.put("</h3>\n").put(*trend_of(scope, id)).put("</li>\n");
  }
  out.put("</ul>\n</section>\n");
}

}  // namespace milepost
