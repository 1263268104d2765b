// Drawings: the pictures of a site as inline SVG, each made for one place on one page.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "markup/html.h"

namespace milepost {

/// What a drawing shows. A page has at most one of each.
enum class DrawingKind : uint8_t {
  heat_map,         // risks by likelihood and impact
  stakeholder_map,  // stakeholders by interest and influence
  trend,            // readings of a metric against its plan
  gantt,            // work on a calendar
  graph,            // what waits for what, without the edges that follow from others
  graph_whole,      // the same with all edges
  forecast_line,    // the target between commitment and P80
  slip,             // when milestones were expected, version by version
  history,          // figures over versions: a line of `lines` each, in the order of trend_figures
};

struct Drawing {
  uint32_t page = 0;  // into Outline::pages: links are relative to it
  DrawingKind kind = DrawingKind::heat_map;
  Html svg;  // <svg>…</svg> with title, description and links; colours come by class
  /// Of a Gantt, whose `svg` is its calendar: the drawing of each line, as make_gantt counts them.
  /// Of figures over versions, which have no other: the chart of each.
  std::vector<Html> lines = {};
};

/// Immutable once made; any number of threads may read it.
class Drawings {
 public:
  Drawings() = default;
  /// Sorts by page and kind.
  explicit Drawings(std::vector<Drawing> all);

  /// Null if the page has none of the kind. Logarithmic.
  const Html* find(uint32_t page, DrawingKind kind) const;
  /// Drawing::lines of it; none if the page has no such drawing.
  std::span<const Html> lines(uint32_t page, DrawingKind kind) const;
  std::span<const Drawing> all() const { return all_; }

 private:
  const Drawing* at(uint32_t page, DrawingKind kind) const;

  std::vector<Drawing> all_;
};

}  // namespace milepost
