// What belongs to an entry, a field, a value and a list item. In the texts `^` stands before the
// byte that is asked about, and what is found is what the second text says.
#include "redact/block_of_lines.h"

#include <functional>
#include <optional>
#include <string>

#include "catch.h"

namespace milepost {
namespace {

struct Case {
  std::string_view text, found;
};

std::string at_mark(
    std::string_view marked,
    const std::function<std::optional<TextRange>(std::string_view, uint32_t)>& ask) {
  const size_t at = marked.find('^');
  REQUIRE(at != std::string_view::npos);
  std::string text(marked);
  text.erase(at, 1);
  const auto range = ask(text, static_cast<uint32_t>(at));
  if (!range) return "nothing";
  REQUIRE(range->begin <= range->end);
  REQUIRE(range->end <= text.size());
  return text.substr(range->begin, range->end - range->begin);
}

void check_all(std::initializer_list<Case> cases,
               const std::function<std::optional<TextRange>(std::string_view, uint32_t)>& ask) {
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(at_mark(one.text, ask) == one.found);
  }
}

TEST_CASE("block of lines: where a line begins and the next one does", "[redact][cut]") {
  const std::string text = "ab\ncd\n\nlast";
  CHECK(line_begin(text, 0) == 0);
  CHECK(line_begin(text, 2) == 0);
  CHECK(line_begin(text, 3) == 3);
  CHECK(line_begin(text, 6) == 6);
  CHECK(line_end(text, 0) == 3);
  CHECK(line_end(text, 6) == 7);
  CHECK(line_end(text, 9) == text.size());
  CHECK(line_begin("", 0) == 0);
  CHECK(line_end("", 0) == 0);
}

TEST_CASE("block of lines: entries of YAML in block style", "[redact][cut]") {
  check_all(
      {
          {"- id: A\n- ^id: B\n  title: b\n- id: C\n", "- id: B\n  title: b\n"},
          {"- id: A\n- ^{id: B, title: b}\n- id: C\n", "- {id: B, title: b}\n"},
          {"- {^id: B}\n- id: C\n", "- {id: B}\n"},
          // Blank lines and comments go along between its lines, and stay behind them.
          {"- ^id: B\n\n  # why\n  title: b\n\n# next\n- id: C\n",
           "- id: B\n\n  # why\n  title: b\n"},
          {"tasks:\n  ^T-1:\n    title: one\n  T-2:\n    title: two\n", "  T-1:\n    title: one\n"},
          {"- ^id: B", "- id: B"},
          // Of what stands behind something else in its line nobody knows the lines.
          {"tasks: [{id: A}, {^id: B}]\n", "nothing"},
          {"- - ^id: B\n  - id: C\n", "nothing"},
          {"- {^id: B}, {id: C}\n", "nothing"},
          // A dash with a line of its own, a comment or an anchor belongs to it.
          {"-\n  ^id: B\n- id: C\n", "-\n  id: B\n"},
          {"- # why\n  ^id: B\n  title: b\n", "- # why\n  id: B\n  title: b\n"},
      },
      [](std::string_view text, uint32_t at) {
        uint32_t end = at;
        while (end < text.size() && text[end] != '\n' && text[end] != '}') ++end;
        return yaml_entry(text, {at, end});
      });
}

TEST_CASE("block of lines: fields of YAML with their values", "[redact][cut]") {
  check_all(
      {
          {"a: 1\n^b: 2\nc: 3\n", "b: 2\n"},
          {"^b:\n  - 1\n  - 2\nc: 3\n", "b:\n  - 1\n  - 2\n"},
          // A list may stand as far left as its key.
          {"^b:\n- 1\n- 2\nc: 3\n", "b:\n- 1\n- 2\n"},
          {"^b: |\n  one\n\n  two\nc: 3\n", "b: |\n  one\n\n  two\n"},
          {"^b: [1,\n  2]\nc: 3\n", "b: [1,\n  2]\n"},
          {"  ^b: 1\n  c: 2\n", "  b: 1\n"},
          {"- ^b: 1\n  c: 2\n", "nothing"},
          {"{a: 1, ^b: 2}\n", "nothing"},
      },
      yaml_field);
}

TEST_CASE("block of lines: the mapping around a value", "[redact][cut]") {
  const auto around = [](std::string_view text, uint32_t at) {
    return yaml_mapping_around(text, 0, at);
  };
  check_all(
      {
          {"x: [{to: ^R-1, lag: 2d}, {to: R-2}]\n", "{to: R-1, lag: 2d}"},
          {"x: [{to: ^R-1, with: {a: 1}}]\n", "{to: R-1, with: {a: 1}}"},
          {"x: [{to: ^R-1, why: \"a } b\"}]\n", "{to: R-1, why: \"a } b\"}"},
          {"x:\n- to: ^R-1\n  lag: 2d\n- to: R-2\n", "to: R-1\n  lag: 2d"},
          {"x:\n- lag: 2d\n  to: ^R-1\n- to: R-2\n", "lag: 2d\n  to: R-1"},
          {"x:\n- ^R-1\n- R-2\n", "nothing"},
      },
      around);
  // What began before the list is no element of it.
  const std::string text = "- title: Mine\n  x: R-1\n";
  CHECK(!yaml_mapping_around(text, 18, 19));
}

TEST_CASE("block of lines: values of every style", "[redact][cut]") {
  check_all(
      {
          {"a: ^|\n  one\n  two\nb: 1\n", "|\n  one\n  two\n"},
          {"a: ^\"one \\\" two\" # why\n", "\"one \\\" two\""},
          {"a: ^'one'\n", "'one'"},
          {"a: ^[1, [2, \"]\"],\n  3]\nb: 1\n", "[1, [2, \"]\"],\n  3]"},
          {"a: ^one\n  two\nb: 1\n", "one\n  two\n"},
          {"a: ^one", "one"},
      },
      yaml_text);
  // In a list of mappings the value ends where the next key begins.
  CHECK(at_mark("- a: ^|\n    one\n  b: 1\n", yaml_text) == "|\n    one\n");
}

TEST_CASE("block of lines: the value behind a key", "[redact][cut]") {
  check_all(
      {
          {"a^: one\nb: 2\n", "one"},
          {"{a^: one, b: 2}\n", "one"},
          {"- {b: 2, a^: one}\n", "one"},
          {"{a^: [1, 2], b: 2}\n", "[1, 2]"},
          {"- a^:\n  - 1\n  - 2\n  b: 2\n", "  - 1\n  - 2\n"},
          {"- a^: \"one, two\"\n", "\"one, two\""},
          {"a^\n", ""},
      },
      [](std::string_view text, uint32_t at) {
        return yaml_value_behind(text, at, in_brackets(text, 0, at));
      });
}

TEST_CASE("block of lines: whole lines with one gap", "[redact][cut]") {
  const auto lines = [](std::string_view text, uint32_t at) {
    return whole_lines(text, at, at + 1);
  };
  check_all(
      {
          {"a\nb^b\nc\n", "bb\n"},
          {"a\n\nb^b\n\nc\n", "bb\n\n"},
          {"a\nb^b\n\nc\n", "bb\n"},
          {"b^b\n\n\nc\n", "bb\n\n\n"},
          {"a\nb^b", "bb"},
      },
      lines);
  CHECK(at_mark("a\n^b\nc\nd\n", [](std::string_view text, uint32_t at) {
          return whole_lines(text, at, at + 3);
        }) == "b\nc\n");
}

TEST_CASE("block of lines: list items of Markdown", "[redact][cut]") {
  const auto item = [](std::string_view text, uint32_t at) { return list_item(text, at, at + 1); };
  check_all(
      {
          {"- a\n^- b\n- c\n", "- b\n"},
          {"- a\n^- b\n  more\n  - in it\n- c\n", "- b\n  more\n  - in it\n"},
          {"1. a\n^2. b\n   more\n3. c\n", "2. b\n   more\n"},
          {"- a\n^- [ ] b\n- c\n", "- [ ] b\n"},
          // A gap behind it goes along, so that a tight list stays tight.
          {"- a\n^- b\n\n- c\n", "- b\n\n"},
          {"- a\n^- b\n\nText.\n", "- b\n"},
          {"Text.\n\n^- b\n\nText.\n", "- b\n\n"},
          {"- a\n  ^- b\n- c\n", "  - b\n"},
      },
      item);
}

}  // namespace
}  // namespace milepost
