// Writes graphs as text.
#include "render/graph_text.h"

#include <string_view>

#include "compose/phrases.h"
#include "compose/plan_state.h"
#include "markup/html.h"

namespace milepost {
namespace {

std::string label_of(const Outline& outline, const GraphModel& model, const GraphNode& node,
                     std::string_view line_break) {
  const Words& words = outline.words;
  if (model.form == GraphForm::groups) {
    return visible_text(node.label) + std::string(line_break) +
           count_words(words, "graph.items"_word, node.items);
  }
  const ViewRecord& record = outline.view.record(node.record);
  std::string label = visible_text(record.short_id + " " + record.title);
  label += line_break;
  label += visible_text(state_shape_words(words, outline.view, node.record));
  const ViewScheduleItem* item = outline.view.schedule.item(node.record);
  if (item != nullptr && item->dated) {
    label += ", ";
    label += fill(words.text("graph.until"_word),
                  {short_day(words, item->finish, outline.view.program.as_of)});
  }
  return label;
}

// "SS +2 d", "finish to start" and no lag is nothing.
std::string edge_text(const Words& words, const GraphModel& model, const GraphEdge& edge) {
  if (model.form == GraphForm::groups) return std::to_string(edge.count);
  std::string text;
  switch (edge.relation) {
    case ViewRelation::start_start:
      text = words.text("graph.short.ss"_word);
      break;
    case ViewRelation::finish_finish:
      text = words.text("graph.short.ff"_word);
      break;
    case ViewRelation::start_finish:
      text = words.text("graph.short.sf"_word);
      break;
    default:
      break;
  }
  if (edge.lag == 0) return text;
  if (!text.empty()) text += " ";
  const int64_t days = edge.lag < 0 ? -int64_t{edge.lag} : edge.lag;
  return text + fill(words.text(edge.lag < 0 ? "graph.earlier"_word : "graph.later"_word),
                     {std::to_string(days)});
}

// --- DOT ------------------------------------------------------------------------------------

// The break between the lines of a label; no text has it, since visible_text() shows controls.
constexpr std::string_view kBreak = "\n";

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    // A backslash begins an escape of labels (\N, \G, \l); doubled it is itself.
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '&') {
      // Labels take entities of HTML, too.
      out += "&amp;";
    } else {
      out += c;
    }
  }
  out += '"';
}

class DotGraph {
 public:
  DotGraph(const Outline& outline, const GraphModel& model) : outline_(outline), model_(model) {}

  std::string write(std::string_view title) {
    out_ = "digraph ";
    append_quoted(out_, visible_text(title));
    out_ += " {\n  rankdir=LR;\n  node [shape=box];\n";
    for (uint32_t lane = 0; lane < model_.lanes.size(); ++lane) {
      const bool named = !model_.lanes[lane].label.empty();
      if (named) {
        out_ += "  subgraph cluster" + std::to_string(lane) + " {\n    label=";
        append_quoted(out_, visible_text(model_.lanes[lane].label));
        out_ += ";\n";
      }
      nodes(lane);
      if (named) out_ += "  }\n";
    }
    if (model_.lanes.empty()) nodes(0);
    for (const GraphEdge& edge : model_.edges) {
      if (edge.show == EdgeShow::kept) add(edge);
    }
    out_ += "}\n";
    return std::move(out_);
  }

 private:
  void nodes(uint32_t lane) {
    for (uint32_t i = 0; i < model_.nodes.size(); ++i) {
      const GraphNode& node = model_.nodes[i];
      if (node.lane != lane) continue;
      out_ += "  n" + std::to_string(i) + " [label=";
      append_quoted(out_, label_of(outline_, model_, node, kBreak));
      if (node.outside) {
        out_ += node.critical ? ", style=\"dashed,bold\"" : ", style=dashed";
      } else if (node.critical) {
        out_ += ", style=bold";
      }
      if (node.milestone) out_ += ", shape=house";
      out_ += "];\n";
    }
  }

  void add(const GraphEdge& edge) {
    out_ += "  n" + std::to_string(edge.from) + " -> n" + std::to_string(edge.to);
    std::string attributes;
    const std::string text = edge_text(outline_.words, model_, edge);
    if (!text.empty()) {
      attributes += "label=";
      append_quoted(attributes, text);
    }
    const bool dashed = edge.relation != ViewRelation::finish_start;
    if (edge.critical || dashed) {
      if (!attributes.empty()) attributes += ", ";
      attributes +=
          edge.critical ? (dashed ? "style=\"dashed,bold\"" : "style=bold") : "style=dashed";
    }
    if (!attributes.empty()) out_ += " [" + attributes + "]";
    out_ += ";\n";
  }

  const Outline& outline_;
  const GraphModel& model_;
  std::string out_;
};

// --- Mermaid --------------------------------------------------------------------------------

// A quoted label takes no quote and no backslash, and reads Markdown, HTML and its own entities:
// everything but letters, digits and plain marks becomes a number.
void append_mermaid(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || byte >= 0x80 || c == ' ' || c == ',' || c == '.' || c == '-' || c == '+' ||
        c == '/') {
      out += c;
    } else if (c == '\n') {
      out += "<br/>";
    } else {
      out += '#' + std::to_string(byte) + ';';
    }
  }
  out += '"';
}

class MermaidGraph {
 public:
  MermaidGraph(const Outline& outline, const GraphModel& model)
      : outline_(outline), model_(model) {}

  std::string write(std::string_view title) {
    // A comment runs to the end of its line; braces in it would begin a directive.
    out_ = "flowchart LR\n  %% ";
    for (const char c : visible_text(title)) out_ += c == '{' ? '(' : c == '}' ? ')' : c;
    out_ += "\n";
    for (uint32_t lane = 0; lane < model_.lanes.size(); ++lane) {
      const bool named = !model_.lanes[lane].label.empty();
      if (named) {
        out_ += "  subgraph l" + std::to_string(lane) + " [";
        append_mermaid(out_, visible_text(model_.lanes[lane].label));
        out_ += "]\n";
      }
      nodes(lane);
      if (named) out_ += "  end\n";
    }
    if (model_.lanes.empty()) nodes(0);
    std::string critical;
    uint32_t count = 0;
    for (const GraphEdge& edge : model_.edges) {
      if (edge.show != EdgeShow::kept) continue;
      add(edge);
      if (edge.critical) critical += (critical.empty() ? "" : ",") + std::to_string(count);
      ++count;
    }
    if (!critical.empty()) out_ += "  linkStyle " + critical + " stroke-width:4px\n";
    styles();
    return std::move(out_);
  }

 private:
  void nodes(uint32_t lane) {
    for (uint32_t i = 0; i < model_.nodes.size(); ++i) {
      const GraphNode& node = model_.nodes[i];
      if (node.lane != lane) continue;
      out_ += "  n" + std::to_string(i) + (node.milestone ? "([" : "[");
      append_mermaid(out_, label_of(outline_, model_, node, kBreak));
      out_ += node.milestone ? "])\n" : "]\n";
    }
  }

  void add(const GraphEdge& edge) {
    out_ += "  n" + std::to_string(edge.from);
    out_ += edge.relation == ViewRelation::finish_start ? " -->" : " -.->";
    const std::string text = edge_text(outline_.words, model_, edge);
    if (!text.empty()) {
      out_ += "|";
      append_mermaid(out_, text);
      out_ += "|";
    }
    out_ += " n" + std::to_string(edge.to) + "\n";
  }

  void styles() {
    std::string outside, critical;
    for (uint32_t i = 0; i < model_.nodes.size(); ++i) {
      const std::string name = "n" + std::to_string(i);
      if (model_.nodes[i].outside) outside += (outside.empty() ? "" : ",") + name;
      if (model_.nodes[i].critical) critical += (critical.empty() ? "" : ",") + name;
    }
    if (!outside.empty()) {
      out_ += "  classDef outside stroke-dasharray:5 3\n  class " + outside + " outside\n";
    }
    if (!critical.empty()) {
      out_ += "  classDef critical stroke-width:4px\n  class " + critical + " critical\n";
    }
  }

  const Outline& outline_;
  const GraphModel& model_;
  std::string out_;
};

}  // namespace

std::optional<GraphPage> graph_named(const Outline& outline, std::string_view word) {
  const View& view = outline.view;
  std::optional<GraphPage> found;
  if (word.empty() || word == "program") found = GraphPage{GraphScope::program, 0, kNoPage};
  for (uint32_t i = 0; i < view.records.size() && !found; ++i) {
    const ViewRecord& record = view.records[i];
    if (record.id != word && record.short_id != word) continue;
    const bool stream = view.kind_of(record).is("workstream");
    found = GraphPage{stream ? GraphScope::workstream : GraphScope::milestone, i, kNoPage};
  }
  for (uint32_t i = 0; i < view.teams.size() && !found; ++i) {
    if (view.teams[i].key == word) found = GraphPage{GraphScope::team, i, kNoPage};
  }
  if (found && make_graph_model(outline, *found).edges.empty()) found.reset();
  return found;
}

std::string graph_dot(const Outline& outline, const GraphPage& graph) {
  const GraphModel model = make_graph_model(outline, graph);
  return DotGraph(outline, model).write(graph_title(outline, graph));
}

std::string graph_mermaid(const Outline& outline, const GraphPage& graph) {
  const GraphModel model = make_graph_model(outline, graph);
  return MermaidGraph(outline, model).write(graph_title(outline, graph));
}

}  // namespace milepost
