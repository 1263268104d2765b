// New records: they read back as they were meant, and ask for what matters.
#include "shape/record_template.h"

#include <string>

#include "catch.h"
#include "parse/yaml.h"
#include "shape/compile_kinds.h"
#include "shape/gate_settings.h"
#include "unit/shape/program_text.h"
#include "unit/shape/shaped.h"

namespace milepost {
namespace {

std::string front_matter(const std::string& text) {
  REQUIRE(text.starts_with("---\n"));
  const size_t end = text.find("\n---\n", 3);
  REQUIRE(end != std::string::npos);
  return text.substr(4, end - 3);
}

TEST_CASE("a template of every kind is YAML with empty fields the kind has", "[shape][template]") {
  const auto kinds = builtin_kinds();
  for (const Kind& kind : kinds->kinds) {
    if (kind.abstract) continue;
    INFO(kind.name);
    const std::string text = record_template(*kinds, kind.id, "X-1", "Fish: & chips #1");
    const std::string yaml = front_matter(text);
    DiagnosticSink sink;
    const YamlTree tree = parse_yaml(yaml, FileId{0}, 0, {}, sink);
    CHECK(sink.take_sorted().empty());
    REQUIRE_FALSE(tree.empty());
    CHECK(tree.nodes[tree.find(0, "id")].text == "X-1");
    CHECK(tree.nodes[tree.find(0, "kind")].text == kind.name);
    CHECK(tree.nodes[tree.find(0, "title")].text == "Fish: & chips #1");
    for_each_entry(tree, 0, [&](uint32_t key, uint32_t value) {
      const std::string_view name = tree.nodes[key].text;
      INFO(name);
      if (name == "id" || name == "kind" || name == "title") return;
      CHECK(kinds->find_field(kind.id, name) != kNoField);
      CHECK((name == "status" || tree.nodes[value].kind == YamlKind::null));
    });
  }
}

TEST_CASE("texts are sections with their prompt in a comment", "[shape][template]") {
  const auto kinds = builtin_kinds();
  const std::string text = record_template(*kinds, kinds->find_kind("risk"), "R-8", "Data loss");
  CHECK(text.find("title: Data loss\n") != std::string::npos);
  CHECK(text.find("\n## Mitigation\n\n<!-- What is done") != std::string::npos);
  CHECK(text.find("likelihood:  ") != std::string::npos);
  CHECK(text.find("mitigation:") == std::string::npos);
}

TEST_CASE("a kind of one's own asks for its parent's fields and its own", "[shape][template]") {
  ProgramText program("program: P\nkinds: {epic: {is_a: task, prefix: EP, fields: {bet: text}}}\n");
  const auto kinds = compile_kinds(program.tree, program.sink);
  const std::string text = record_template(*kinds, kinds->find_kind("epic"), "EP-1", "Wallets");
  CHECK(text.find("\nestimate:") != std::string::npos);
  CHECK(text.find("\nbet:") != std::string::npos);
}

TEST_CASE("a new release has the items of the standard gates", "[shape][template]") {
  const auto kinds = builtin_kinds();
  const std::string text =
      record_template(*kinds, kinds->find_kind("release"), "REL-9", "Depot", builtin_gates());
  CHECK(text.find("\ngates: [standard]  ") != std::string::npos);
  CHECK(text.find("\n## Testing\n\n- [ ] Unit tests pass") != std::string::npos);
  const Shaped s = shape_files({{"releases/REL-9.md", text}});
  CHECK(s.problems().empty());
  size_t items = 0;
  for (const std::string& key : builtin_gates().set("standard")->gates) {
    const GateTemplate* gate = builtin_gates().gate(key);
    if (gate->signed_off) continue;
    for (const GateItemTemplate& item : gate->items) {
      INFO(item.key);
      REQUIRE(items < s.record("REL-9").checks.size());
      CHECK(s.record("REL-9").checks[items].key == item.key);
      CHECK(s.record("REL-9").checks[items++].text == item.text);
    }
  }
  CHECK(items == s.record("REL-9").checks.size());
}

TEST_CASE("YAML scalars read back the same", "[shape][template]") {
  for (const std::string text :
       {"plain",      "two words", "yes",     "No",     "null",    "~",   "",    "12",
        "2026-06-30", "a: b",      "a #b",    "#a",     "- a",     "[a]", "{a}", "'a'",
        "\"a\"",      "a\"b\\c",   "*a",      "&a",     "!a",      "%a",  "@a",  "`a`",
        "a:",         "tab\there", "ünïcode", "– dash", " space ", "a, b"}) {
    INFO(text);
    const std::string yaml = "key: " + yaml_scalar(text) + "\n";
    DiagnosticSink sink;
    const YamlTree tree = parse_yaml(yaml, FileId{0}, 0, {}, sink);
    CHECK(sink.take_sorted().empty());
    const YamlNode& value = tree.nodes[tree.find(0, "key")];
    CHECK(value.kind == YamlKind::scalar);
    CHECK(value.text == text);
  }
}

}  // namespace
}  // namespace milepost
