// The gates of the library, and keys of items.
#include <set>
#include <string>

#include "catch.h"
#include "files/embedded.h"
#include "parse/yaml.h"
#include "shape/gate_settings.h"
#include "text/words.h"
#include "unit/shape/shaped.h"

namespace milepost {
namespace {

TEST_CASE("gates.yaml has nothing to complain about", "[shape][gates]") {
  const EmbeddedFile* file = find_embedded("compiler/shape/gates.yaml");
  REQUIRE(file != nullptr);
  DiagnosticSink sink;
  const YamlTree tree = parse_yaml(file->bytes, kNoFile, 0, {}, sink);
  const GateLibrary library = read_gate_library(tree, sink);
  for (const Diagnostic& d : sink.take_sorted()) {
    UNSCOPED_INFO(d.message << "; " << d.help);
    CHECK(false);
  }
  std::set<std::string> words;
  for (const GateTemplate& gate : library.gates) {
    INFO("gate " << gate.key);
    CHECK(gate.key == slug(gate.key));
    CHECK_FALSE(gate.items.empty());
    CHECK_FALSE(gate.own);
    // No heading means two gates.
    CHECK(words.insert(normalize_label(gate.key)).second);
    if (normalize_label(gate.title) != normalize_label(gate.key)) {
      CHECK(words.insert(normalize_label(gate.title)).second);
    }
    for (const std::string& synonym : gate.synonyms) {
      INFO("synonym " << synonym);
      CHECK(words.insert(normalize_label(synonym)).second);
    }
    std::set<std::string> keys;
    for (const GateItemTemplate& item : gate.items) {
      INFO("item " << item.key);
      CHECK(item.key == slug(item.key, kLongestKey));
      CHECK(keys.insert(item.key).second);
      CHECK(item.text.size() > 8);
      CHECK(item.text.back() != '.');
    }
  }
  for (const GateSet& set : library.sets) {
    INFO("set " << set.key);
    CHECK(words.count(normalize_label(set.key)) == 0);
    CHECK(set.gates.size() > 2);
  }
}

TEST_CASE("gates are found by every word for them", "[shape][gates]") {
  const GateLibrary& library = builtin_gates();
  REQUIRE(library.gate("testing") != nullptr);
  for (const std::string_view word :
       {"Testing", "TESTING COMPLETE", "**Testing complete:**", "🟢 Testing", "QA",
        "test_complete", "Quality   assurance", "Testing (week 3)"}) {
    INFO(word);
    CHECK(library.gate(word) == library.gate("testing"));
  }
  CHECK(library.gate("user-docs") == library.gate("User documentation"));
  for (const std::string_view word : {"", "-", "Test", "Testin", "Testings", "test ing"}) {
    INFO(word);
    CHECK(library.gate(word) == nullptr);
  }
  CHECK(library.set("Standard") != nullptr);
  CHECK(library.set("PRE LAUNCH") == library.set("pre-launch"));
  CHECK(library.set("testing") == nullptr);
}

TEST_CASE("keys of many equal items are numbered in time", "[shape][gates]") {
  std::string text = "---\nid: REL-1\ntitle: a\n---\n";
  constexpr int kItems = 20'000;
  for (int i = 0; i < kItems; ++i) text += "- [ ] a (@b)\n";
  const Shaped s = shape_files({{"releases/REL-1.md", text}});
  const std::vector<CheckItem>& checks = s.record("REL-1").checks;
  REQUIRE(checks.size() > 9'000);  // bodies have a limit
  CHECK(checks.front().key == "a");
  CHECK(checks.back().key == "a-" + std::to_string(checks.size()));
}

TEST_CASE("the words of an item are its own", "[shape][gates]") {
  const Shaped s =
      shape_files({{"releases/REL-1.md",
                    "---\nid: REL-1\ntitle: a\n---\n"
                    "- [ ] `code`, *emphasis* and ![a picture](x.png) &amp; more (owner: li)\n\n"
                    "  A second paragraph.\n"
                    "  - [x] Below\n"
                    "- [ ]\n"
                    "- [x] Parens \\(not\\) (owner: mo, notes: say \\(so\\))\n"
                    "- [ ] (((((((((((((((((owner: li)))))))))))))))))\n"}});
  const std::vector<CheckItem>& checks = s.record("REL-1").checks;
  REQUIRE(checks.size() >= 4);
  CHECK(checks[0].text == "code, emphasis and a picture & more");
  CHECK(checks[1].text == "Below");
  CHECK(s.record("REL-1").checks.back().text.starts_with("(((("));
}

}  // namespace
}  // namespace milepost
