// Draws a graph of the plan.
#include "draw/graph.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "compose/phrases.h"
#include "compose/plan_state.h"
#include "draw/graph_placement.h"
#include "draw/line_path.h"
#include "draw/state_mark.h"
#include "draw/text_width.h"

namespace milepost {
namespace {

constexpr int32_t kPad = 8;         // px inside a node
constexpr int32_t kMark = 17;       // a shape of state and the gap after it
constexpr int32_t kFirstLine = 20;  // base lines of a node
constexpr int32_t kSecondLine = 38;
constexpr int32_t kLineStep = 18;
constexpr int32_t kBars = 10;     // the mark of what comes too late, beside a label
constexpr int32_t kTop = 20;      // the round top of a milestone
constexpr size_t kMostSaid = 12;  // items of the critical path in the description

// What stands in a node, and what is said of it.
struct NodeText {
  StateShape shape = StateShape::open;
  std::string id, day, title, label;
};

class GraphDrawing {
 public:
  GraphDrawing(const Outline& outline, uint32_t page, const GraphSketch& sketch,
               const std::vector<int32_t>& middles)
      : outline_(outline),
        view_(outline.view),
        words_(outline.words),
        page_(page),
        model_(*sketch.model),
        columns_(sketch.columns) {
    std::vector<int32_t> widths;
    for (const DrawnEdge& drawn : columns_.edges) {
      labels_.push_back(edge_label(words_, model_, model_.edges[drawn.edge]));
      const int32_t beside = model_.edges[drawn.edge].slipping ? kBars : 0;
      widths.push_back(labels_.back().empty() ? 0 : text_width(labels_.back()) / 10 + 1 + beside);
    }
    int32_t lane_label = 0;
    for (const GraphLane& lane : model_.lanes) {
      lane_label = std::max(lane_label, text_width(lane.label) / 10 + 1);
    }
    placed_ = place_graph(model_, columns_, middles, widths, lane_label);
  }

  Html draw(std::string_view name, std::string_view title) {
    const std::string id = "mp:" + std::string(name);
    out_.put("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\"");
    out_.attribute("viewBox",
                   "0 0 " + std::to_string(placed_.width) + " " + std::to_string(placed_.height));
    out_.attribute("width", placed_.width).attribute("height", placed_.height);
    out_.put(" role=\"group\"").attribute("aria-labelledby", id + "-title");
    out_.attribute("aria-describedby", id + "-desc").put(">\n<title");
    out_.attribute("id", id + "-title").put(">").text(title).put("</title>\n<desc");
    out_.attribute("id", id + "-desc").put(">").text(description()).put("</desc>\n");
    lanes();
    edges();
    nodes();
    out_.put("</svg>\n");
    return out_.take();
  }

 private:
  std::string description() const {
    std::string text = fill(words_.text("graph.description"_word),
                            {count_words(words_, "graph.items"_word, model_.nodes.size()),
                             count_words(words_, "graph.links"_word, columns_.edges.size())});
    std::string path;
    size_t said = 0;
    for (const ViewRecordId id : view_.schedule.critical_path) {
      const bool here = std::ranges::any_of(
          model_.nodes, [&](const GraphNode& node) { return node.record == id && node.critical; });
      if (!here) continue;
      if (++said > kMostSaid) {
        path += " …";
        break;
      }
      if (!path.empty()) path += ", ";
      path += view_.record(id).title;
    }
    if (!path.empty()) text += " " + fill(words_.text("graph.description.path"_word), {path});
    return text;
  }

  void lanes() {
    out_.put("<g aria-hidden=\"true\">\n");
    for (const PlacedLane& lane : placed_.lanes) {
      out_.put("<rect class=\"lane\" x=\"0\"").attribute("y", lane.y);
      out_.attribute("width", placed_.width).attribute("height", lane.height).put("/>\n");
      const std::string& label = model_.lanes[lane.lane].label;
      if (label.empty()) continue;
      text(kPad + 2, lane.y + 18, "lane-name", fit_line(label, lane.label_width));
    }
    out_.put("</g>\n");
  }

  void text(int32_t x, int32_t y, Markup css_class, std::string_view words, bool at_end = false) {
    out_.put("<text").attribute("x", x).attribute("y", y);
    if (at_end) out_.put(" text-anchor=\"end\"");
    out_.attribute("class", css_class.view()).put(">").text(words).put("</text>\n");
  }

  // --- edges ---------------------------------------------------------------------------------

  void edges() {
    out_.put("<g aria-hidden=\"true\">\n");
    std::vector<uint32_t> order(columns_.edges.size());
    std::iota(order.begin(), order.end(), 0U);
    // What matters more lies above: what follows from others, the rest, the critical path.
    std::ranges::stable_sort(order, {}, [&](uint32_t i) {
      const GraphEdge& edge = model_.edges[columns_.edges[i].edge];
      return std::pair(edge.critical, edge.show == EdgeShow::kept);
    });
    std::set<std::pair<int32_t, int32_t>> headed;
    for (const uint32_t i : order) edge(i, headed);
    out_.put("</g>\n");
  }

  void edge(uint32_t i, std::set<std::pair<int32_t, int32_t>>& headed) {
    const DrawnEdge& drawn = columns_.edges[i];
    const GraphEdge& edge = model_.edges[drawn.edge];
    const std::vector<Point>& points = placed_.edges[i].points;
    if (edge.critical) {
      out_.put("<path class=\"case\"");
      write_line_path(out_, points);
      out_.put("/>");
    }
    out_.put("<path");
    out_.attribute("class", line_class(edge));
    out_.attribute("data-e", std::to_string(edge.from) + " " + std::to_string(edge.to));
    write_line_path(out_, points);
    out_.put("/>\n");
    const Point end = drawn.back ? points.front() : points.back();
    if (headed.insert({end.x, end.y}).second || edge.critical) head(end, drawn.back, edge.critical);
    if (edge.slipping) slip(drawn.back ? points.back() : end);
    if (!labels_[i].empty())
      text(points.back().x - 10 - (edge.slipping ? kBars : 0), points.back().y - 4, "lag",
           labels_[i], true);
  }

  std::string line_class(const GraphEdge& edge) const {
    std::string name = edge.critical ? "e crit" : "e";
    if (edge.show == EdgeShow::redundant) name += " more";
    switch (edge.relation) {
      case ViewRelation::start_start:
        name += " ss";
        break;
      case ViewRelation::finish_finish:
        name += " ff";
        break;
      case ViewRelation::start_finish:
        name += " sf";
        break;
      default:
        break;
    }
    if (edge.count >= 10) {
      name += " many";
    } else if (edge.count > 3) {
      name += " some";
    }
    return name;
  }

  void head(Point at, bool back, bool critical) {
    const int32_t long_way = back ? 9 : -9;
    const int32_t half = critical ? 5 : 4;
    out_.put("<path").attribute("class", critical ? "head crit" : "head").put(" d=\"M");
    out_.number(at.x).put(" ").number(at.y).put("l").number(long_way).put(" ").number(-half);
    out_.put("v").number(2 * half).put("z\"/>\n");
  }

  // Two bars across the line: it comes too late.
  void slip(Point at) {
    out_.put("<path class=\"slips\" d=\"M").number(at.x - 15).put(" ").number(at.y - 5);
    out_.put("v10m4-10v10\"/>\n");
  }

  // --- nodes ---------------------------------------------------------------------------------

  void nodes() {
    std::vector<uint32_t> order(model_.nodes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(
        order, {}, [&](uint32_t i) { return std::pair(columns_.column[i], placed_.nodes[i].y); });
    for (const uint32_t i : order) node(i);
  }

  void node(uint32_t i) {
    const GraphNode& node = model_.nodes[i];
    const PlacedNode& at = placed_.nodes[i];
    const NodeText says = model_.form == GraphForm::groups ? text_of_group(node) : text_of(node);
    const SitePath* to = nullptr;
    if (model_.form != GraphForm::groups) {
      to = &outline_.path_of(node.record);
    } else if (node.page != kNoPage) {
      to = &outline_.pages[node.page].path;
    }
    std::string name = "n";
    if (node.critical) name += " crit";
    if (node.outside) name += " out";
    out_.put(to != nullptr ? Markup("<a") : Markup("<g"));
    out_.attribute("class", name).attribute("data-n", i);
    // A link is named by its title: a label that leaves out what one sees misleads who speaks it.
    if (to != nullptr) {
      out_.link("href", outline_.pages[page_].path, *to).put(">");
    } else {
      out_.put(" role=\"img\"").attribute("aria-label", says.label).put(">");
    }
    out_.put("<title>").text(says.label).put("</title>\n");
    box(node, at);
    write_state_mark(out_, says.shape, at.x + kPad - 1, at.y + 8);
    out_.put("\n");
    const int32_t right = at.x + kNodeWidth - kPad;
    const int32_t room = kNodeWidth - 2 * kPad - kMark;
    int32_t day = says.day.empty() ? 0 : text_width(says.day) / 10 + 5;
    // Where both have no room the id is shown: the label and the table have the day.
    if (text_width(says.id) / 10 + 1 > room - day) day = 0;
    text(at.x + kPad + kMark, at.y + kFirstLine, "code", fit_line(says.id, room - day));
    if (day > 0) text(right, at.y + kFirstLine, "day", says.day, true);
    int32_t y = at.y + kSecondLine;
    for (const std::string& line : fit_lines(says.title, kNodeWidth - 2 * kPad, 2)) {
      text(at.x + kPad, y, "name", line);
      y += kLineStep;
    }
    out_.put(to != nullptr ? Markup("</a>\n") : Markup("</g>\n"));
  }

  void box(const GraphNode& node, const PlacedNode& at) {
    if (!node.milestone) {
      out_.put("<rect class=\"box\"").attribute("x", at.x).attribute("y", at.y);
      out_.attribute("width", kNodeWidth).attribute("height", at.height).put(" rx=\"3\"/>\n");
      return;
    }
    const int32_t side = at.height - kTop;
    out_.put("<path class=\"box\" d=\"M").number(at.x).put(" ").number(at.y + at.height);
    out_.put("v").number(-side).put("a20 20 0 0 1 20-20h").number(kNodeWidth - 2 * kTop);
    out_.put("a20 20 0 0 1 20 20v").number(side).put("z\"/>\n");
  }

  NodeText text_of(const GraphNode& node) const {
    const ViewRecord& record = view_.record(node.record);
    const ViewScheduleItem* item = view_.schedule.item(node.record);
    NodeText text;
    text.shape = state_shape(view_, node.record);
    text.id = record.short_id;
    text.title = record.title;
    const Date as_of = view_.program.as_of;
    text.label = record.short_id + " " + record.title;
    text.label += ", " + state_shape_words(words_, view_, node.record);
    if (item != nullptr && item->dated) {
      text.day = short_day(words_, item->finish, as_of);
      text.label +=
          ", " + fill(words_.text("graph.until"_word), {day_words(words_, item->finish, as_of)});
    }
    if (node.critical) add(text.label, "graph.is.critical"_word);
    if (node.outside) add(text.label, "graph.is.outside"_word);
    return text;
  }

  NodeText text_of_group(const GraphNode& node) const {
    NodeText text;
    text.shape = node.worst;
    text.id = count_words(words_, "graph.items"_word, node.items);
    text.title = node.label;
    text.label = node.label + ": " +
                 fill(words_.text("graph.group.items"_word),
                      {text.id, std::string(shape_word(words_, text.shape))});
    if (node.critical) add(text.label, "graph.is.critical"_word);
    if (node.outside) add(text.label, "graph.is.outside"_word);
    return text;
  }

  void add(std::string& label, Word word) const {
    label += ", ";
    label += words_.text(word);
  }

  const Outline& outline_;
  const View& view_;
  const Words& words_;
  uint32_t page_;
  const GraphModel& model_;
  const GraphColumns& columns_;
  std::vector<std::string> labels_;  // by drawn edge
  GraphPlacement placed_;
  HtmlWriter out_;
};

}  // namespace

Html draw_graph(const Outline& outline, uint32_t page, std::string_view name,
                std::string_view title, const GraphSketch& sketch,
                const std::vector<int32_t>& middles) {
  return GraphDrawing(outline, page, sketch, middles).draw(name, title);
}

std::string edge_label(const Words& words, const GraphModel& model, const GraphEdge& edge) {
  if (!is_labelled(model, edge)) return {};
  if (model.form == GraphForm::groups) return std::to_string(edge.count);
  std::string label;
  switch (edge.relation) {
    case ViewRelation::start_start:
      label = words.text("graph.short.ss"_word);
      break;
    case ViewRelation::finish_finish:
      label = words.text("graph.short.ff"_word);
      break;
    case ViewRelation::start_finish:
      label = words.text("graph.short.sf"_word);
      break;
    default:
      break;
  }
  if (edge.lag != 0) {
    if (!label.empty()) label += " ";
    const int64_t days = edge.lag < 0 ? -int64_t{edge.lag} : edge.lag;
    label += fill(words.text(edge.lag < 0 ? "graph.earlier"_word : "graph.later"_word),
                  {std::to_string(days)});
  }
  return label;
}

}  // namespace milepost
