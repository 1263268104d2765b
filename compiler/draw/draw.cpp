// The list of all drawings.
#include "draw/draw.h"

#include <string>
#include <utility>
#include <vector>

#include "compose/gantt.h"
#include "compose/stakeholders.h"
#include "draw/forecast_line.h"
#include "draw/gantt.h"
#include "draw/heat_map.h"
#include "draw/history_chart.h"
#include "draw/stakeholder_map.h"
#include "draw/trend.h"

namespace milepost {
namespace {

StakeholderMap stakeholders(const Outline& outline, uint32_t kind) {
  std::vector<ViewRecordId> records;
  for (const RowGroup& group : outline.tables[kind].groups) {
    records.insert(records.end(), group.rows.begin(), group.rows.end());
  }
  return make_stakeholder_map(outline.view, records);
}

std::vector<Html> history_charts(const Outline& outline) {
  std::vector<Html> charts;
  for (const TrendFigure& figure : trend_figures(outline)) {
    charts.push_back(draw_trend_figure(outline, "figure-" + std::to_string(charts.size()), figure));
  }
  return charts;
}

}  // namespace

Drawings draw_site(const Outline& outline) {
  std::vector<DrawTrouble> troubles;
  return draw_site(outline, {}, troubles);
}

Drawings draw_site(const Outline& outline, const DrawOptions& options,
                   std::vector<DrawTrouble>& troubles) {
  std::vector<Drawing> drawings;
  const auto add = [&](uint32_t page, DrawingKind kind, Html svg) {
    if (!svg.empty()) drawings.push_back({page, kind, std::move(svg), {}});
  };
  for (uint32_t page = 0; page < outline.pages.size(); ++page) {
    const OutlinePage& info = outline.pages[page];
    switch (info.kind) {
      case OutlineKind::overview:
        add(page, DrawingKind::forecast_line, draw_forecast_line(outline));
        break;
      case OutlineKind::kind:
        if (outline.view.kinds[info.subject].is("risk")) {
          add(page, DrawingKind::heat_map, draw_heat_map(outline, page, ViewKindId{info.subject}));
        }
        if (outline.view.kinds[info.subject].is("milestone")) {
          add(page, DrawingKind::slip, draw_slip_figure(outline, slip_figure(outline)));
        }
        if (outline.view.kinds[info.subject].is("stakeholder")) {
          add(page, DrawingKind::stakeholder_map,
              draw_stakeholder_map(outline, page, stakeholders(outline, info.subject)));
        }
        break;
      case OutlineKind::record: {
        const ViewRecordId id{info.subject};
        if (outline.view.kind_of(outline.view.record(id)).is("metric")) {
          add(page, DrawingKind::trend, draw_trend(outline, id));
        }
        break;
      }
      case OutlineKind::plan: {
        const Gantt gantt = make_gantt(outline.view);
        drawings.push_back({page, DrawingKind::gantt, draw_gantt_calendar(outline, gantt),
                            draw_gantt_lines(gantt)});
        add(page, DrawingKind::slip, draw_slip_figure(outline, slip_figure(outline)));
        break;
      }
      case OutlineKind::trends:
        add(page, DrawingKind::slip, draw_slip_figure(outline, slip_figure(outline)));
        drawings.push_back({page, DrawingKind::history, {}, history_charts(outline)});
        break;
      default:
        break;
    }
  }
  draw_graphs(outline, options.workers, drawings, troubles);
  return Drawings(std::move(drawings));
}

}  // namespace milepost
