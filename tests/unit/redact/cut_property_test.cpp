// Of programs that nobody thought of: those who see everything have nothing cut, and what is cut
// once is cut.
#include <cstdint>
#include <map>
#include <random>
#include <string>

#include "catch.h"
#include "redact/redaction.h"
#include "unit/redact/cut.h"

namespace milepost {
namespace {

constexpr int kPrograms = 16;
constexpr uint32_t kTasks = 12;

/// Programs of tasks in lists, files and pages that name each other. The same for one seed.
class Generated {
 public:
  explicit Generated(uint32_t seed) : random_(seed) {}

  std::map<std::string, std::string> files() {
    std::map<std::string, std::string> made;
    std::string list = one_in(3) ? "visibility: public\ntasks:\n" : "tasks:\n";
    for (uint32_t task = 0; task < kTasks; ++task) {
      if (task % 3 == 0) {
        made["tasks/" + id(task) + ".md"] = in_file(task);
      } else {
        list += task % 3 == 1 ? in_block(task) : in_flow(task);
      }
    }
    made["plan.yaml"] = list;
    for (const char* page : {"notes.md", "team/README.md"}) {
      made[page] = "---\nvisibility: " + label() + "\n---\n\n# Notes of " + page + "\n\n" + body();
    }
    if (one_in(2)) made["keyed.yaml"] = keyed();
    made["raid/raid.md"] = "---\nvisibility: public\n---\n\n# Raid\n\n" + rows();
    const bool ends = one_in(3), last = one_in(3);
    for (auto& [path, text] : made) {
      if (last) text.pop_back();
      if (ends) text = with_carriage_returns(text);
    }
    return made;
  }

 private:
  uint32_t below(uint32_t n) { return static_cast<uint32_t>(random_() % n); }
  bool one_in(uint32_t n) { return below(n) == 0; }
  static std::string id(uint32_t task) { return "T-" + std::to_string(100 + task); }
  std::string other() { return id(below(kTasks)); }
  std::string label() {
    switch (below(5)) {
      case 0:
        return "internal";
      case 1:
        return "partner";
      case 2:
        return "restricted";
      default:
        return "public";
    }
  }

  static std::string with_carriage_returns(const std::string& text) {
    std::string made;
    for (const char c : text) {
      if (c == '\n') made += '\r';
      made += c;
    }
    return made;
  }

  std::string keyed() {
    std::string made = "milestones:\n";
    for (uint32_t i = 0; i < 4; ++i) {
      made += "  M-" + std::to_string(500 + i) + ":";
      if (one_in(2)) {
        made += " {title: End, visibility: " + label() + ", relates_to: " + other() + "}\n";
      } else {
        made += "\n    title: End\n    visibility: " + label() + "\n    notes: \"Of " + other() +
                ",\\n \\\"" + other() + "\\\".\"\n";
      }
    }
    return made;
  }

  std::string in_file(uint32_t task) {
    std::string made = "---\nid: " + id(task) + "\nkind: task\ntitle: Work " + id(task) + "x\n";
    if (!one_in(4)) made += "visibility: " + label() + "\n";
    if (one_in(2)) made += "price: kvzq\n";
    if (one_in(2)) made += "relates_to: [" + other() + ", " + other() + "]\n";
    made += "---\n\n";
    if (one_in(4)) made += "**Price**: kvzq\n**Team**: Blue\n\n";
    return made + body() + (one_in(3) ? "## Price\n\nkvzq\n\n## More\n\nx\n" : "");
  }

  std::string in_block(uint32_t task) {
    std::string made = "- id: " + id(task) + "\n  title: Work " + id(task) + "x\n";
    if (one_in(2)) made += "  price:\n    kvzq\n";
    made += "  visibility: " + label() + "\n";
    if (one_in(2))
      made += "  depends_on:\n  - " + other() + "\n  - {to: " + other() + ", lag: 2d}\n";
    if (one_in(2)) made += "  notes: |\n    See " + other() + ".\n\n    And " + other() + ".\n";
    if (one_in(2)) made += "  description: Waits for " + other() + " and " + other() + ".\n";
    return made;
  }

  std::string in_flow(uint32_t task) {
    std::string made = "- {id: " + id(task) + ", title: Work " + id(task) + "x";
    if (one_in(2)) made += ", price: kvzq";
    if (one_in(2)) made += ", relates_to: [" + other() + "]";
    return made + ", visibility: " + label() + "}\n";
  }

  std::string rows() {
    std::string made =
        "## Risks\n\n| ID | Risk | Related | Visibility |\n| --- | --- | --- | --- |\n";
    for (uint32_t i = 0; i < 4; ++i) {
      made += "| R-" + std::to_string(i) + " | Rain " + std::to_string(i) + " | " + other() +
              " | " + label() + " |\n";
    }
    return made;
  }

  std::string body() {
    std::string made;
    for (uint32_t i = 1 + below(4); i > 0; --i) {
      switch (below(6)) {
        case 0:
          made += "<!-- audience: " + label() + " -->\nFor some: " + other() +
                  ".\n<!-- /audience -->\n\n";
          break;
        case 1:
          made += "- one\n- " + other() + "\n- see [it](/tasks/" + id(3 * below(kTasks / 3)) +
                  ".md)\n\n";
          break;
        case 3:
          made += "| a | b |\n| --- | --- |\n| " + other() + " | x \\| " + other() + " |\n\n";
          break;
        case 2:
          made += "> Quoted, " + other() + " said.\n\n";
          break;
        default:
          made += "Text of " + other() + ", *and " + other() + "* (" + other() + ").\n\n";
      }
    }
    return made;
  }

  std::minstd_rand random_;
};

TEST_CASE("cut: random programs are whole for those who see everything", "[redact][cut]") {
  for (uint32_t seed = 1; seed <= kPrograms; ++seed) {
    CAPTURE(seed);
    const WholeProgram program(Generated(seed).files());
    CHECK(!program.cut("program_office").anything);
  }
}

TEST_CASE("cut: what is cut once is cut, and no name of it is left", "[redact][cut]") {
  for (uint32_t seed = 1; seed <= kPrograms; ++seed) {
    const WholeProgram program(Generated(seed).files());
    for (const std::string_view name : {"customers", "omitting", "partners", "internal"}) {
      CAPTURE(seed, name);
      const auto left = program.compiled(name);
      const Audience audience = program.audience(name);
      const CutSources again = cut_again(*left, audience);
      CHECK(!again.anything);
      if (name != "internal") {
        for (const SourceFile& file : left->sources.files) {
          CHECK(file.text.bytes().find("kvzq") == std::string::npos);
        }
      }
      const Redaction redaction(program.values.program, audience);
      for (uint32_t i = 0; i < program.values.program.set.records.size(); ++i) {
        const Record& record = program.values.program.set.records[i];
        const bool shown = redaction.shows(RecordIndex{i});
        CHECK((left->program.find(record.id) != kNoRecord) == shown);
        if (shown || record.id.starts_with("R-")) continue;
        for (const SourceFile& file : left->sources.files) {
          CAPTURE(record.id, file.text.path(), file.text.bytes());
          CHECK(file.text.bytes().find(record.id) == std::string::npos);
        }
      }
    }
  }
}

}  // namespace
}  // namespace milepost
