// Writes lines.
#include "draw/line_path.h"

#include <algorithm>
#include <cstdlib>

namespace milepost {
namespace {

constexpr int32_t kRadius = 5;

int32_t distance(Point a, Point b) {
  return std::abs(a.x - b.x) + std::abs(a.y - b.y);
}

// `px` from `from` towards `to`.
Point towards(Point from, Point to, int32_t px) {
  if (from.x != to.x) return {from.x + (to.x > from.x ? px : -px), from.y};
  return {from.x, from.y + (to.y > from.y ? px : to.y < from.y ? -px : 0)};
}

}  // namespace

void write_line_path(HtmlWriter& out, std::span<const Point> points) {
  const auto point = [&](Point at) { out.number(at.x).put(" ").number(at.y); };
  out.put(" d=\"M");
  point(points.front());
  for (size_t i = 1; i + 1 < points.size(); ++i) {
    const Point at = points[i];
    const int32_t radius =
        std::min({kRadius, distance(points[i - 1], at) / 2, distance(at, points[i + 1]) / 2});
    out.put("L");
    point(towards(at, points[i - 1], radius));
    out.put("Q");
    point(at);
    out.put(" ");
    point(towards(at, points[i + 1], radius));
  }
  out.put("L");
  point(points.back());
  out.put("\"");
}

}  // namespace milepost
