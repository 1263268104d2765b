// Finds relations and dates that go round in a circle.
#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "link/chain.h"
#include "link/codes.h"
#include "link/links.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFF;
constexpr std::size_t kMostReported = 50;
// In search of shortest circles; after so many the first one found will do.
constexpr std::size_t kMostEdgesWalked = 2'000'000;

using Nodes = std::vector<uint32_t>;

// The links of one type as a graph that loses edges.
class Graph {
 public:
  Graph(const Program& program, LinkTypeId type) : first_(program.set.records.size() + 1, 0) {
    for (uint32_t i = 0; i < program.links.size(); ++i) {
      const Link& link = program.links[i];
      if (link.type != type) continue;
      edges_.push_back({static_cast<uint32_t>(link.to), i, true});
      ++first_[static_cast<uint32_t>(link.from) + 1];
    }
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    group_.assign(first_.size() - 1, 0);
    order_.assign(group_.size(), kNone);
    low_.assign(group_.size(), 0);
    on_stack_.assign(group_.size(), false);
    from_.assign(group_.size(), kNone);
  }

  std::size_t edge_count() const { return edges_.size(); }
  Nodes all_nodes() const {
    Nodes nodes;
    for (uint32_t n = 0; n < group_.size(); ++n) {
      if (first_[n + 1] > first_[n]) nodes.push_back(n);
    }
    return nodes;
  }

  // Sets of more than one node of `nodes` in which each leads to each, by edges within `nodes`.
  std::vector<Nodes> components(const Nodes& nodes);
  // Links of the shortest circle within `nodes`, from the smallest node on.
  std::vector<uint32_t> shortest_circle(const Nodes& nodes);
  void cut(uint32_t link) {
    for (Edge& edge : edges_) {
      if (edge.link == link) edge.alive = false;
    }
  }
  // Links that close a circle on a walk in depth: without them there is none.
  std::vector<uint32_t> closing_links(const Nodes& nodes);

 private:
  struct Edge {
    uint32_t to;
    uint32_t link;
    bool alive;
  };
  struct Frame {
    uint32_t node, edge;
  };

  void enter_group(const Nodes& nodes) {
    ++groups_;
    for (const uint32_t n : nodes) {
      group_[n] = groups_;
      order_[n] = kNone;
    }
  }
  bool follows(const Edge& edge) const { return edge.alive && group_[edge.to] == groups_; }
  std::vector<uint32_t> circle_through(uint32_t start, std::size_t shorter_than);

  std::vector<uint32_t> first_;
  std::vector<Edge> edges_;
  std::vector<uint32_t> group_;  // the node set being looked at has the newest number
  uint32_t groups_ = 0;
  std::vector<uint32_t> order_, low_;
  std::vector<bool> on_stack_;
  std::size_t walked_ = 0;
  std::vector<uint32_t> from_;  // breadth-first: the edge a node was reached by
};

// Tarjan's algorithm with a stack of its own.
std::vector<Nodes> Graph::components(const Nodes& nodes) {
  enter_group(nodes);
  std::vector<Nodes> result;
  Nodes stack;
  std::vector<Frame> frames;
  uint32_t next = 0;
  const auto open = [&](uint32_t n) {
    order_[n] = low_[n] = next++;
    stack.push_back(n);
    on_stack_[n] = true;
    frames.push_back({n, first_[n]});
  };
  for (const uint32_t start : nodes) {
    if (order_[start] != kNone) continue;
    open(start);
    while (!frames.empty()) {
      Frame& frame = frames.back();
      const uint32_t n = frame.node;
      if (frame.edge < first_[n + 1]) {
        const Edge& edge = edges_[frame.edge++];
        if (!follows(edge)) continue;
        if (order_[edge.to] == kNone) {
          open(edge.to);
        } else if (on_stack_[edge.to]) {
          low_[n] = std::min(low_[n], order_[edge.to]);
        }
        continue;
      }
      frames.pop_back();
      if (!frames.empty()) {
        const uint32_t parent = frames.back().node;
        low_[parent] = std::min(low_[parent], low_[n]);
      }
      if (low_[n] != order_[n]) continue;
      Nodes component;
      uint32_t member = kNone;
      do {
        member = stack.back();
        stack.pop_back();
        on_stack_[member] = false;
        component.push_back(member);
      } while (member != n);
      if (component.size() < 2) continue;
      std::sort(component.begin(), component.end());
      result.push_back(std::move(component));
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<uint32_t> Graph::circle_through(uint32_t start, std::size_t shorter_than) {
  std::deque<std::pair<uint32_t, std::size_t>> queue{{start, 0}};
  Nodes reached;
  uint32_t last_edge = kNone;
  while (!queue.empty() && last_edge == kNone) {
    const auto [n, depth] = queue.front();
    queue.pop_front();
    if (depth + 1 >= shorter_than) break;
    for (uint32_t e = first_[n]; e < first_[n + 1]; ++e) {
      ++walked_;
      const Edge& edge = edges_[e];
      if (!follows(edge)) continue;
      if (edge.to == start) {
        last_edge = e;
        from_[start] = n;
        break;
      }
      if (order_[edge.to] != kNone) continue;
      order_[edge.to] = e;
      from_[edge.to] = n;
      reached.push_back(edge.to);
      queue.push_back({edge.to, depth + 1});
    }
  }
  std::vector<uint32_t> links;
  if (last_edge != kNone) {
    links.push_back(edges_[last_edge].link);
    for (uint32_t n = from_[start]; n != start; n = from_[n]) {
      links.push_back(edges_[order_[n]].link);
    }
    std::reverse(links.begin(), links.end());
  }
  for (const uint32_t n : reached) order_[n] = kNone;
  return links;
}

std::vector<uint32_t> Graph::shortest_circle(const Nodes& nodes) {
  enter_group(nodes);
  std::vector<uint32_t> best;
  for (const uint32_t start : nodes) {
    if (!best.empty() && (best.size() == 2 || walked_ > kMostEdgesWalked)) break;
    std::vector<uint32_t> links =
        circle_through(start, best.empty() ? nodes.size() + 1 : best.size());
    if (!links.empty()) best = std::move(links);
  }
  return best;
}

std::vector<uint32_t> Graph::closing_links(const Nodes& nodes) {
  enter_group(nodes);
  std::vector<uint32_t> result;
  std::vector<Frame> frames;
  for (const uint32_t start : nodes) {
    if (order_[start] != kNone) continue;
    order_[start] = 0;
    on_stack_[start] = true;
    frames.push_back({start, first_[start]});
    while (!frames.empty()) {
      Frame& frame = frames.back();
      if (frame.edge == first_[frame.node + 1]) {
        on_stack_[frame.node] = false;
        frames.pop_back();
        continue;
      }
      const Edge& edge = edges_[frame.edge++];
      if (!follows(edge)) continue;
      if (on_stack_[edge.to]) {
        result.push_back(edge.link);
      } else if (order_[edge.to] == kNone) {
        order_[edge.to] = 0;
        on_stack_[edge.to] = true;
        frames.push_back({edge.to, first_[edge.to]});
      }
    }
  }
  return result;
}

std::string sentence(const Program& program, const Link& link) {
  return "`" + program.record(link.from).id + "` " +
         ascii_lower(program.kinds().link_type(link.type).label) + " `" +
         program.record(link.to).id + "`";
}

LabelIndex label_at(const Program& program, const LinkPlace& place) {
  if (place.field == kNoField) return place.label;
  const LabelIndex label = program.label_of(place.field);
  return label == kNoLabel ? kPublicLabel : label;
}

// Of a circle the link that the fewest may see is cut, of those the last, so that what is hidden
// moves no date of what is visible where that can be. (Of what else follows from links an audience
// is told by those that it may know: redact/visible_links.h.)
uint32_t link_to_cut(const Program& program, const std::vector<uint32_t>& circle) {
  const auto order = [&](uint32_t number) {
    const Link& link = program.links[number];
    // Written at both ends it is known to the readers of either.
    LabelIndex at = label_at(program, link.at);
    if (link.also_at.span.is_place()) at = std::min(at, label_at(program, link.also_at));
    const LabelIndex ends = std::max(program.label_of(link.from), program.label_of(link.to));
    return std::pair(std::max(ends, at), number);
  };
  return *std::ranges::max_element(circle, {}, order);
}

void report_circle(Program& program, const std::vector<uint32_t>& links, uint32_t cut,
                   DiagnosticSink& sink) {
  std::vector<Related> related;
  std::vector<std::string> steps;
  for (const uint32_t number : links) {
    const Link& link = program.links[number];
    steps.push_back("`" + program.record(link.from).id + "`");
    related.push_back({link.at.span, sentence(program, link)});
  }
  steps.push_back(steps.front());
  const LinkType& type = program.kinds().link_type(program.links[links.front()].type);
  report(sink, kCycle, Severity::error, program.links[links.front()].at.span,
         "`" + type.name + "` goes round in a circle: " + chain(steps),
         "remove one of these links; until then it is as if " +
             sentence(program, program.links[cut]) + " were not written",
         std::move(related));
}

}  // namespace

void find_cycles(Program& program, DiagnosticSink& sink) {
  const Kinds& kinds = program.kinds();
  for (std::size_t t = 0; t < kinds.link_types.size(); ++t) {
    if (!kinds.link_types[t].acyclic) continue;
    Graph graph(program, LinkTypeId{static_cast<uint16_t>(t)});
    if (graph.edge_count() == 0) continue;
    std::vector<Nodes> open = graph.components(graph.all_nodes());
    std::reverse(open.begin(), open.end());
    std::size_t reported = 0;
    while (!open.empty()) {
      const Nodes nodes = std::move(open.back());
      open.pop_back();
      if (reported == kMostReported) {
        for (const uint32_t link : graph.closing_links(nodes)) program.links[link].cut = true;
        continue;
      }
      const std::vector<uint32_t> circle = graph.shortest_circle(nodes);
      const uint32_t weakest = link_to_cut(program, circle);
      report_circle(program, circle, weakest, sink);
      ++reported;
      program.links[weakest].cut = true;
      graph.cut(weakest);
      std::vector<Nodes> rest = graph.components(nodes);
      open.insert(open.end(), std::make_move_iterator(rest.rbegin()),
                  std::make_move_iterator(rest.rend()));
    }
  }
}

}  // namespace milepost
