// Graphs as DOT and Mermaid: labels that mean harm are text in both.
#include "render/graph_text.h"

#include <graphviz/cgraph.h>

#include <array>
#include <regex>
#include <sstream>

#include "catch.h"
#include "unit/compose/planned.h"

namespace milepost {
namespace {

const std::array<std::string, 6> kTitles = {"\"] ; evil [label=\"x", "\\N \\G \\",
                                            "a | b ]) end",          "<b>bold</b> & #quot;",
                                            "`code` %%{init}%%",     "click n0 x"};

Outline hostile() {
  View view = view_of({6, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}}, 2, "", 2, 2});
  for (size_t i = 0; i < kTitles.size(); ++i) view.records[i].title = kTitles[i];
  return compose_site(std::move(view), Words());
}

TEST_CASE("export: Graphviz reads the DOT, and its labels are the titles", "[graph]") {
  const Outline outline = hostile();
  const std::string dot = graph_dot(outline, {GraphScope::program, 0, kNoPage});
  INFO(dot);
  Agraph_t* graph = agmemread(dot.c_str());
  REQUIRE(graph != nullptr);
  CHECK(agnnodes(graph) == 6);
  CHECK(agnedges(graph) == 5);
  for (size_t i = 0; i < kTitles.size(); ++i) {
    std::string name = "n" + std::to_string(i);
    Agnode_t* node = agnode(graph, name.data(), 0);
    REQUIRE(node != nullptr);
    std::string key = "label";
    // The parser keeps the escapes of labels; undone, they are the title.
    std::string label = agget(node, key.data());
    label.resize(label.find("\\n"));
    std::string plain;
    for (size_t at = 0; at < label.size(); ++at) {
      if (label[at] == '\\' && at + 1 < label.size()) ++at;
      plain += label[at];
      if (label.compare(at, 5, "&amp;") == 0) at += 4;
    }
    CHECK(plain == outline.view.records[i].short_id + " " + kTitles[i]);
  }
  agclose(graph);
}

// The part of the grammar that we write, line by line.
TEST_CASE("export: each line of the Mermaid is one of its grammar", "[graph]") {
  const std::string text = graph_mermaid(hostile(), {GraphScope::program, 0, kNoPage});
  INFO(text);
  const std::string label = "\"(?:[^\"#`\\\\<|\\]\\[(){}]|#[0-9]+;|<br/>)*\"";
  const std::array<std::regex, 9> lines = {
      std::regex("flowchart LR"),
      std::regex("  %% [^{}]*"),
      std::regex("  subgraph l[0-9]+ \\[" + label + "\\]"),
      std::regex("  end"),
      std::regex("  n[0-9]+(?:\\[" + label + "\\]|\\(\\[" + label + "\\]\\))"),
      std::regex("  n[0-9]+ (?:-->|-\\.->)(?:\\|" + label + "\\|)? n[0-9]+"),
      std::regex("  linkStyle [0-9,]+ stroke-width:4px"),
      std::regex("  classDef (?:outside stroke-dasharray:5 3|critical stroke-width:4px)"),
      std::regex("  class n[0-9,n]+ (?:outside|critical)")};
  std::istringstream in(text);
  std::string line;
  size_t nodes = 0;
  while (std::getline(in, line)) {
    INFO(line);
    bool fits = false;
    for (const std::regex& one : lines) fits = fits || std::regex_match(line, one);
    CHECK(fits);
    if (std::regex_match(line, lines[4])) ++nodes;
  }
  CHECK(nodes == 6);
}

TEST_CASE("export: a graph is named by what it is about", "[graph]") {
  const Outline outline = hostile();
  CHECK(graph_named(outline, "")->scope == GraphScope::program);
  CHECK(graph_named(outline, "program")->scope == GraphScope::program);
  CHECK(graph_named(outline, "T-3")->scope == GraphScope::milestone);
  CHECK(graph_named(outline, "WS-6")->scope == GraphScope::workstream);
  CHECK(!graph_named(outline, "T-0"));
  CHECK(!graph_named(outline, "nothing"));
}

}  // namespace
}  // namespace milepost
