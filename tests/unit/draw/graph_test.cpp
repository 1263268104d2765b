// Graphs: nothing overlaps, no line crosses a label, labels read as they were written, and what
// cannot be drawn in time is left to its table.
#include "draw/graph.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "catch.h"
#include "draw/draw.h"
#include "draw/graph_placement.h"
#include "draw/layout_workers.h"
#include "draw/text_width.h"
#include "unit/compose/planned.h"

namespace milepost {
namespace {

const LayoutWorkers kWorkers{"/proc/self/exe", 2, 20000};

struct Drawn {
  GraphModel model;
  GraphColumns columns;
  std::vector<int32_t> label_widths;
  GraphPlacement placed;
};

Drawn place(const Outline& outline, const GraphPage& graph, bool whole = false) {
  Drawn drawn;
  drawn.model = make_graph_model(outline, graph);
  drawn.columns = make_columns(drawn.model, whole);
  const auto answers = lay_out_graphs(std::array{drawn.columns.layered}, kWorkers);
  REQUIRE(answers[0].state == LayoutState::done);
  for (const DrawnEdge& edge : drawn.columns.edges) {
    const std::string label = edge_label(outline.words, drawn.model, drawn.model.edges[edge.edge]);
    drawn.label_widths.push_back(label.empty() ? 0 : text_width(label) / 10 + 1);
  }
  int32_t lane_label = 0;
  for (const GraphLane& lane : drawn.model.lanes) {
    lane_label = std::max(lane_label, text_width(lane.label) / 10 + 1);
  }
  drawn.placed =
      place_graph(drawn.model, drawn.columns, answers[0].middles, drawn.label_widths, lane_label);
  return drawn;
}

struct Box {
  int32_t left, top, right, bottom;
};

bool overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// Everything that is read: nodes, names of lanes, words on lines.
std::vector<Box> labels_of(const Drawn& drawn) {
  std::vector<Box> boxes;
  for (const PlacedNode& node : drawn.placed.nodes) {
    boxes.push_back({node.x + 1, node.y + 1, node.x + kNodeWidth - 1, node.y + node.height - 1});
  }
  for (const PlacedLane& lane : drawn.placed.lanes) {
    const std::string& name = drawn.model.lanes[lane.lane].label;
    if (name.empty()) continue;
    const int32_t width = std::min(text_width(name) / 10 + 1, lane.label_width);
    boxes.push_back({10, lane.y + 6, 10 + width, lane.y + 22});
  }
  for (size_t i = 0; i < drawn.label_widths.size(); ++i) {
    if (drawn.label_widths[i] == 0) continue;
    const Point end = drawn.placed.edges[i].points.back();
    boxes.push_back({end.x - 10 - drawn.label_widths[i], end.y - 14, end.x - 10, end.y - 3});
  }
  return boxes;
}

void check_placement(const Drawn& drawn) {
  const std::vector<Box> boxes = labels_of(drawn);
  size_t overlaps = 0, crossed = 0, outside = 0;
  for (size_t i = 0; i < boxes.size(); ++i) {
    for (size_t j = 0; j < i; ++j) overlaps += overlap(boxes[i], boxes[j]) ? 1 : 0;
    const Box& box = boxes[i];
    outside += box.left < 0 || box.top < 0 || box.right > drawn.placed.width ||
                       box.bottom > drawn.placed.height
                   ? 1
                   : 0;
  }
  for (const PlacedEdge& edge : drawn.placed.edges) {
    for (size_t i = 1; i < edge.points.size(); ++i) {
      const Point a = edge.points[i - 1];
      const Point b = edge.points[i];
      REQUIRE((a.x == b.x || a.y == b.y));
      const Box line = {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x) + 1,
                        std::max(a.y, b.y) + 1};
      for (const Box& box : boxes) crossed += overlap(line, box) ? 1 : 0;
    }
  }
  CHECK(overlaps == 0);
  CHECK(crossed == 0);
  CHECK(outside == 0);
}

// Parts of lines that lie on each other though neither where they come from nor where they go is
// the same: a reader would take one for the other.
size_t confused(const Drawn& drawn) {
  struct Part {
    Point a, b;
    uint32_t trunk, from, to;
  };
  std::vector<Part> parts;
  for (size_t e = 0; e < drawn.placed.edges.size(); ++e) {
    const auto& points = drawn.placed.edges[e].points;
    for (size_t i = 1; i < points.size(); ++i) {
      parts.push_back(
          {{std::min(points[i - 1].x, points[i].x), std::min(points[i - 1].y, points[i].y)},
           {std::max(points[i - 1].x, points[i].x), std::max(points[i - 1].y, points[i].y)},
           drawn.columns.edges[e].trunk,
           drawn.columns.edges[e].from,
           drawn.columns.edges[e].to});
    }
  }
  std::set<std::pair<uint32_t, uint32_t>> leads;
  for (const DrawnEdge& edge : drawn.columns.edges) leads.emplace(edge.trunk, edge.to);
  size_t found = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      const Part& p = parts[i];
      const Part& q = parts[j];
      if (p.trunk == q.trunk || p.to == q.to || p.from == q.from) continue;
      // A line may run along one to where it leads itself.
      if (leads.contains({p.trunk, q.to}) || leads.contains({q.trunk, p.to})) continue;
      const bool level = p.a.y == p.b.y && q.a.y == q.b.y && std::abs(p.a.y - q.a.y) < 2 &&
                         p.a.x + 1 < q.b.x && q.a.x + 1 < p.b.x;
      const bool upright = p.a.x == p.b.x && q.a.x == q.b.x && p.a.x == q.a.x &&
                           p.a.y + 1 < q.b.y && q.a.y + 1 < p.b.y;
      if (!level && !upright) continue;
      ++found;
      UNSCOPED_INFO((level ? "level " : "upright ")
                    << p.from << "-" << p.to << " and " << q.from << "-" << q.to << " at " << p.a.x
                    << "," << p.a.y << ".." << p.b.x << "," << p.b.y << " / " << q.a.x << ","
                    << q.a.y << ".." << q.b.x << "," << q.b.y);
    }
  }
  return found;
}

const GraphPage kProgram{GraphScope::program, 0, kNoPage};

TEST_CASE("graph: 20 items, nothing overlaps and no line crosses a label", "[graph]") {
  const Outline outline = planned({20, scattered(20, 2, 6), 3, "Part", 4, 5});
  const Drawn drawn = place(outline, kProgram);
  CHECK(drawn.model.form == GraphForm::items);
  check_placement(drawn);
  CHECK(confused(drawn) == 0);
}

TEST_CASE("graph: 150 items, nothing overlaps and no line crosses a label", "[graph]") {
  for (const uint32_t streams : {0U, 1U, 6U, 20U}) {
    const Outline outline =
        planned({150 - streams, scattered(150 - streams, 3, 15), streams, "Part of it", 20, 9});
    const Drawn drawn = place(outline, kProgram);
    INFO(streams);
    CHECK(drawn.model.form == GraphForm::items);
    CHECK(drawn.model.nodes.size() > 120);
    check_placement(drawn);
    CHECK(confused(drawn) == 0);
    if (drawn.model.has_whole) check_placement(place(outline, kProgram, true));
  }
}

TEST_CASE("graph: 600 items are drawn as groups that lead to their own graphs", "[graph]") {
  const Outline outline = planned({600, scattered(600, 2, 40), 8, "Part", 10, 0});
  const Drawn drawn = place(outline, kProgram);
  CHECK(drawn.model.form == GraphForm::groups);
  uint32_t items = 0, with_page = 0;
  for (const GraphNode& node : drawn.model.nodes) {
    items += node.items;
    with_page += node.page != kNoPage ? 1 : 0;
  }
  CHECK(items == drawn.model.items);
  CHECK(with_page == 8);
  check_placement(drawn);
}

TEST_CASE("graph: every edge is drawn once and says its ends", "[graph]") {
  const Outline outline = planned({60, scattered(60, 2, 9), 4, "Part", 5, 7});
  const Drawn drawn = place(outline, kProgram);
  GraphSketch sketch{&drawn.model, drawn.columns};
  const auto answers = lay_out_graphs(std::array{drawn.columns.layered}, kWorkers);
  const Html svg =
      draw_graph(outline, outline.graphs[0].page, "g", "All", sketch, answers[0].middles);
  size_t kept = 0;
  for (const GraphEdge& edge : drawn.model.edges) {
    if (edge.show != EdgeShow::kept) continue;
    ++kept;
    const std::string ends =
        "data-e=\"" + std::to_string(edge.from) + " " + std::to_string(edge.to) + "\"";
    CHECK(svg.view().find(ends) != std::string_view::npos);
  }
  size_t drawn_edges = 0;
  for (size_t at = 0; (at = svg.view().find("data-e=", at)) != std::string_view::npos; ++at) {
    ++drawn_edges;
  }
  CHECK(drawn_edges == kept);
  CHECK(drawn.model.edges.size() - drawn.model.redundant == kept);
}

TEST_CASE("graph: hostile labels appear exactly and are nothing but text", "[graph]") {
  TestPlan plan{6, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}}, 2, "", 0, 0};
  const std::array<std::string, 6> titles = {"</title><script>alert(1)</script>",
                                             "\\N \\G \\l",
                                             "a\" onload=\"x",
                                             "AT&amp;T & {{x}}",
                                             "C:\\New <b>",
                                             "'; drop --> ]]>"};
  View view = view_of(plan);
  for (size_t i = 0; i < titles.size(); ++i) view.records[i].title = titles[i];
  const Outline outline = compose_site(std::move(view), Words());
  const Drawn drawn = place(outline, kProgram);
  GraphSketch sketch{&drawn.model, drawn.columns};
  const auto answers = lay_out_graphs(std::array{drawn.columns.layered}, kWorkers);
  const Html svg =
      draw_graph(outline, outline.graphs[0].page, "g", "All", sketch, answers[0].middles);
  CHECK(svg.view().find("<script") == std::string_view::npos);
  CHECK(svg.view().find("<b>") == std::string_view::npos);
  for (const std::string& title : titles) {
    std::string escaped;
    append_escaped_text(escaped, title);
    CHECK(svg.view().find(escaped) != std::string_view::npos);
  }
}

TEST_CASE("graph: what would take for ever is not tried", "[graph][bomb]") {
  std::vector<std::pair<uint32_t, uint32_t>> chain, star, complete, two_sides;
  for (uint32_t i = 0; i + 1 < 5000; ++i) {
    chain.emplace_back(i, i + 1);
    star.emplace_back(0, i + 1);
  }
  for (uint32_t i = 0; i < 50; ++i) {
    for (uint32_t j = i + 1; j < 50; ++j) complete.emplace_back(i, j);
  }
  for (uint32_t i = 0; i < 20; ++i) {
    for (uint32_t j = 20; j < 100; ++j) two_sides.emplace_back(i, j);
  }
  const std::array<TestPlan, 5> bombs = {TestPlan{5000, chain}, TestPlan{5000, star},
                                         TestPlan{50, complete}, TestPlan{100, two_sides},
                                         TestPlan{200, scattered(200, 12, 60)}};
  const std::array<GraphForm, 5> forms = {GraphForm::nothing, GraphForm::nothing, GraphForm::items,
                                          GraphForm::nothing, GraphForm::nothing};
  for (size_t i = 0; i < bombs.size(); ++i) {
    const Outline outline = planned(bombs[i]);
    std::vector<DrawTrouble> troubles;
    const Drawings drawings = draw_site(outline, {kWorkers}, troubles);
    const GraphModel model = make_graph_model(outline, kProgram);
    INFO(i);
    CHECK(model.form == forms[i]);
    CHECK(troubles.empty() == (forms[i] == GraphForm::items));
    if (i == 2) CHECK(model.edges.size() - model.redundant == 49);
  }
}

TEST_CASE("graph: the same drawings for any number of workers", "[graph]") {
  const Outline outline = planned({140, scattered(140, 2, 12), 5, "Part", 9, 6});
  std::vector<DrawTrouble> troubles;
  const Drawings one = draw_site(outline, {{"/proc/self/exe", 1, 20000}}, troubles);
  const Drawings two = draw_site(outline, {{"/proc/self/exe", 8, 20000}}, troubles);
  CHECK(troubles.empty());
  REQUIRE(one.all().size() == two.all().size());
  CHECK(one.all().size() >= 6);
  for (size_t i = 0; i < one.all().size(); ++i) {
    CHECK(one.all()[i].svg.view() == two.all()[i].svg.view());
  }
}

TEST_CASE("graph: a worker that is late, wrong or missing leaves the table", "[graph]") {
  const Outline outline = planned({20, scattered(20, 2, 6), 2, "Part", 0, 0});
  const auto state = [&](const LayoutWorkers& workers) {
    const GraphModel model = make_graph_model(outline, kProgram);
    const GraphColumns columns = make_columns(model, false);
    return lay_out_graphs(std::array{columns.layered}, workers)[0].state;
  };
  CHECK(state({"/proc/self/exe", 1, 0}) == LayoutState::expired);
  CHECK(state({"/bin/sleep", 1, 2000}) == LayoutState::failed);
  CHECK(state({"/nonexistent", 1, 2000}) == LayoutState::failed);
  CHECK(state({"", 1, 2000}) == LayoutState::failed);
  std::vector<DrawTrouble> troubles;
  const Drawings late = draw_site(outline, {{"/proc/self/exe", 1, 0}}, troubles);
  CHECK(std::ranges::none_of(late.all(), [](const Drawing& drawing) {
    return drawing.kind == DrawingKind::graph || drawing.kind == DrawingKind::graph_whole;
  }));
  CHECK(!troubles.empty());
}

}  // namespace
}  // namespace milepost
