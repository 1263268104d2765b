// Writes the parts of a page with a graph.
#include "render/graph_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "compose/phrases.h"
#include "compose/plan_state.h"
#include "render/graph_table.h"
#include "render/say.h"

namespace milepost {
namespace {

// What the signs of a picture mean, of those that it has.
class Legend {
 public:
  Legend(HtmlWriter& out, const PageScope& scope, const GraphModel& model)
      : out_(out), scope_(scope), model_(model) {}

  void write() {
    out_.put("<ul class=\"legend signs\"");
    out_.attribute("aria-label", scope_.words().text("graph.legend"_word)).put(">\n");
    const auto edge = [&](auto test) { return std::ranges::any_of(model_.edges, test); };
    const auto node = [&](auto test) { return std::ranges::any_of(model_.nodes, test); };
    if (edge([](const GraphEdge& one) { return one.critical; })) {
      sign(
          "graph.legend.critical"_word,
          "<path class=\"e crit\" d=\"M0 8h24\"/><path class=\"head crit\" d=\"M32 8l-9-5v10z\"/>");
    }
    if (node([](const GraphNode& one) { return one.outside; })) {
      sign("graph.legend.outside"_word,
           "<g class=\"out\"><rect class=\"box\" x=\"1\" y=\"1\" width=\"30\" height=\"14\" "
           "rx=\"3\"/></g>");
    }
    if (node([](const GraphNode& one) { return one.milestone; })) {
      sign("graph.legend.milestone"_word,
           "<path class=\"box\" d=\"M4 15v-6a8 8 0 0 1 8-8h8a8 8 0 0 1 8 8v6z\"/>");
    }
    relation(ViewRelation::start_start, "graph.relation.ss"_word,
             "<path class=\"e ss\" d=\"M0 8h32\"/>");
    relation(ViewRelation::finish_finish, "graph.relation.ff"_word,
             "<path class=\"e ff\" d=\"M0 8h32\"/>");
    relation(ViewRelation::start_finish, "graph.relation.sf"_word,
             "<path class=\"e sf\" d=\"M0 8h32\"/>");
    if (edge([](const GraphEdge& one) { return one.slipping; })) {
      sign("graph.legend.slips"_word,
           "<path class=\"e\" d=\"M0 8h32\"/><path class=\"slips\" d=\"M14 3v10m4-10v10\"/>");
    }
    if (edge([](const GraphEdge& one) { return one.count > 3; })) {
      sign("graph.legend.count"_word, "<path class=\"e many\" d=\"M0 8h32\"/>");
    }
    states();
    out_.put("</ul>\n");
  }

 private:
  void sign(Word word, Markup picture) {
    out_.put("<li><svg class=\"graph\" width=\"32\" height=\"16\" aria-hidden=\"true\">");
    out_.put(picture).put("</svg> ");
    say(out_, scope_, word);
    out_.put("</li>\n");
  }

  void relation(ViewRelation relation, Word word, Markup picture) {
    const bool has = std::ranges::any_of(
        model_.edges, [&](const GraphEdge& edge) { return edge.relation == relation; });
    if (has) sign(word, picture);
  }

  void states() {
    std::array<bool, static_cast<size_t>(StateShape::blocked) + 1> has{};
    for (const GraphNode& node : model_.nodes) {
      const bool group = model_.form == GraphForm::groups;
      has[static_cast<size_t>(group ? node.worst : state_shape(scope_.view(), node.record))] = true;
    }
    struct Sign {
      StateShape shape;
      Markup name;
    };
    static constexpr std::array<Sign, 8> order = {{{StateShape::on_track, "s-ok"},
                                                   {StateShape::at_risk, "s-risk"},
                                                   {StateShape::off_track, "s-off"},
                                                   {StateShape::blocked, "s-blocked"},
                                                   {StateShape::doing, "s-doing"},
                                                   {StateShape::open, "s-open"},
                                                   {StateShape::done, "s-done"},
                                                   {StateShape::dropped, "s-dropped"}}};
    for (const auto& [shape, name] : order) {
      if (!has[static_cast<size_t>(shape)]) continue;
      out_.put("<li><span class=\"st ").put(name).put("\">");
      out_.text(shape_word(scope_.words(), shape)).put("</span></li>\n");
    }
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const GraphModel& model_;
};

void write_box(HtmlWriter& out, Markup css_class, std::string_view title, const Html& drawing) {
  out.put("<div").attribute("class", css_class.view());
  out.put(" role=\"region\" tabindex=\"0\" data-graph").attribute("aria-label", title).put(">\n");
  out.put(drawing).put("</div>\n");
}

// Which of two drawings is seen; without scripts, and without a form that is sent.
void write_choice(HtmlWriter& out, const PageScope& scope) {
  const std::string name = "links" + std::to_string(scope.page_number());
  const auto choice = [&](Word word, bool whole) {
    out.put("<label><input type=\"radio\"").attribute("name", name);
    out.put(whole ? Markup(" class=\"all\"> ") : Markup(" checked> "));
    say(out, scope, word);
    out.put("</label>\n");
  };
  out.put("<fieldset class=\"choice\"><legend>");
  say(out, scope, "graph.choice"_word);
  out.put("</legend>\n");
  choice("graph.choice.reduced"_word, false);
  choice("graph.choice.all"_word, true);
  out.put("</fieldset>\n");
}

void write_pictures(HtmlWriter& out, const PageScope& scope, const GraphPage& graph,
                    const GraphModel& model) {
  const Html* kept = scope.drawing(DrawingKind::graph);
  const Html* whole = scope.drawing(DrawingKind::graph_whole);
  if (kept == nullptr) {
    out.put("<p class=\"callout warn\">");
    if (model.form == GraphForm::nothing) {
      say(out, scope, "graph.undrawn"_word, {model.items, model.links});
    } else {
      say(out, scope, "graph.expired"_word);
    }
    out.put("</p>\n");
    return;
  }
  if (model.form == GraphForm::groups) {
    out.put("<p class=\"note\">");
    say(out, scope, "graph.grouped"_word, {model.items, model.links});
    out.put("</p>\n");
  }
  Legend(out, scope, model).write();
  const std::string title = graph_title(scope.outline(), graph);
  if (whole != nullptr) write_choice(out, scope);
  write_box(out, "graph-box kept", title, *kept);
  if (whole != nullptr) write_box(out, "graph-box whole", title, *whole);
}

}  // namespace

void write_graph_summary(HtmlWriter& out, const PageScope& scope, const GraphPage& graph,
                         const GraphModel& model) {
  const size_t all = scope.view().schedule.items.size();
  const std::string shown = std::to_string(model.items);
  switch (graph.scope) {
    case GraphScope::program:
      if (model.extent == GraphExtent::open) {
        say(out, scope, "graph.shown.program_open"_word, {shown, all});
      } else {
        say(out, scope, "graph.shown.program"_word, {shown, all});
      }
      break;
    case GraphScope::milestone:
      say(out, scope,
          model.extent == GraphExtent::open ? "graph.shown.open"_word
                                            : "graph.shown.milestone"_word,
          {shown, all, scope.view().records[graph.subject].title});
      break;
    default:
      say(out, scope, "graph.shown.workstream"_word,
          {shown, all, graph_title(scope.outline(), graph)});
      break;
  }
  if (model.redundant == 0) return;
  out.put("; ");
  say_count(out, scope, "graph.left_out"_word, model.redundant);
}

void write_graph(HtmlWriter& out, const PageScope& scope, const GraphPage& graph,
                 const GraphModel& model) {
  out.put("<div class=\"graphs\">\n");
  write_pictures(out, scope, graph, model);
  const bool drawn = scope.drawing(DrawingKind::graph) != nullptr;
  out.put(drawn ? Markup("<details>") : Markup("<details open>")).put("<summary>");
  say(out, scope, "graph.table"_word);
  out.put("</summary>\n");
  write_graph_table(out, scope, model);
  out.put("</details>\n</div>\n");
}

void write_other_graphs(HtmlWriter& out, const PageScope& scope) {
  const Outline& outline = scope.outline();
  const auto shown_here = [&](const GraphPage& graph) { return graph.page == scope.page_number(); };
  if (outline.graphs.size() < 2 && std::ranges::all_of(outline.graphs, shown_here)) return;
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, "graph.others"_word);
  out.put("</h2>\n<div class=\"thirds\">\n");
  static constexpr std::array<std::pair<GraphScope, Word>, 3> kinds = {
      {{GraphScope::workstream, "graph.others.workstreams"_word},
       {GraphScope::team, "graph.others.teams"_word},
       {GraphScope::milestone, "graph.others.milestones"_word}}};
  for (const auto& [kind, word] : kinds) {
    const auto is = [&](const GraphPage& graph) {
      // That of the program is the first of those by workstream.
      const bool fits = graph.scope == kind ||
                        (graph.scope == GraphScope::program && kind == GraphScope::workstream);
      return fits && !shown_here(graph);
    };
    if (std::ranges::none_of(outline.graphs, is)) continue;
    out.put("<div>\n<h3>");
    say(out, scope, word);
    out.put("</h3>\n<ul class=\"plain\">\n");
    for (const GraphPage& graph : outline.graphs) {
      if (!is(graph)) continue;
      out.put("<li><a").link("href", scope.path(), outline.pages[graph.page].path).put(">");
      out.data(graph_subject(outline, graph)).put("</a></li>\n");
    }
    out.put("</ul>\n</div>\n");
  }
  out.put("</div>\n</section>\n");
}

}  // namespace milepost
