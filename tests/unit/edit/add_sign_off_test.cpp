// Tests of writing a sign-off: only the lines it must change do, whatever the file looks like.
#include "edit/add_sign_off.h"

#include <string>

#include "catch.h"
#include "edit/unified_diff.h"
#include "shape/compile_kinds.h"

namespace milepost {
namespace {

SignOffEntry entry() {
  SignOffEntry entry;
  entry.role = "security";
  entry.by = "priya";
  entry.on = "2026-06-01";
  entry.decision = "go";
  entry.covers = {{"REL-1.target", "aa11", "2026-07-14", true}};
  return entry;
}

const std::string kLines =
    "- role: security\n  by: priya\n  on: 2026-06-01\n  decision: go\n  covers:\n"
    "    REL-1.target: {hash: \"aa11\", value: 2026-07-14}\n";
const std::string kFlow =
    "{role: security, by: priya, on: 2026-06-01, decision: go, covers: {REL-1.target: {hash: "
    "\"aa11\", value: 2026-07-14}}}";

std::string indented(std::string lines, std::size_t by) {
  std::string text;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at) + 1;
    text += std::string(by, ' ') + lines.substr(at, end - at);
    at = end;
  }
  return text;
}

struct Edited {
  std::string text;
  std::string problem;
};

Edited sign(std::string_view text, const SignOffPlace& place, const SignOffEntry& what = entry()) {
  const auto kinds = builtin_kinds();
  SignOffPlace there = place;
  if (there.kind == kNoKind) there.kind = kinds->find_kind("release");
  const SignOffEdit edit = add_sign_off(text, there, *kinds, what);
  return {apply_edits(text, edit.edits), edit.problem};
}

SignOffPlace front() {
  SignOffPlace place;
  place.markdown = true;
  return place;
}

SignOffPlace record(std::string_view text, std::string_view first_key) {
  SignOffPlace place;
  place.record = static_cast<uint32_t>(text.find(first_key));
  return place;
}

SignOffPlace replacing(SignOffPlace place, std::string_view text, std::string_view first) {
  place.replaces = static_cast<uint32_t>(text.find(first));
  return place;
}

// `before` with `added` put in before `mark`: nothing else may differ.
void check_added(std::string_view before, std::string_view mark, const std::string& added,
                 const SignOffPlace& place) {
  const Edited got = sign(before, place);
  INFO(before);
  CHECK(got.problem.empty());
  std::string wanted(before);
  wanted.insert(mark.empty() ? wanted.size() : wanted.find(mark), added);
  CHECK(got.text == wanted);
}

TEST_CASE("a first sign-off becomes a list at the end of the front matter", "[edit]") {
  check_added("---\nid: REL-1\ntarget: 2026-07-14\n---\n# One\n", "---\n# One",
              "signoffs:\n" + kLines, front());
  check_added("---\nid: REL-1\ntarget: 2026-07-14   # moved\n\n# a comment\n---\n# One\n",
              "\n# a comment", "signoffs:\n" + kLines, front());
  CHECK(sign("---\nid: REL-1\nscope: |\n  Cards\n  and more\n---\n", front()).text ==
        "---\nid: REL-1\nscope: |\n  Cards\n  and more\nsignoffs:\n" + kLines + "---\n");
}

TEST_CASE("a list of lines gets one entry more", "[edit]") {
  check_added(
      "---\nid: REL-1\nsignoffs:\n- role: legal   # first\n  by: ines\nnotes: n\n---\nbody\n",
      "notes", kLines, front());
  check_added(
      "---\nsignoffs:\n  - {role: legal, by: ines} # c\n  -   role: product\nnotes: n\n---\n",
      "notes", indented(kLines, 2), front());
  CHECK(sign("---\nid: REL-1\nsignoffs:   # nobody yet\n---\n", front()).text ==
        "---\nid: REL-1\nsignoffs:   # nobody yet\n" + kLines + "---\n");
}

TEST_CASE("a list in brackets stays one", "[edit]") {
  check_added("---\nsignoffs: [{role: legal, by: ines}]  # c\nid: REL-1\n---\n", "]  # c",
              ", " + kFlow, front());
  check_added("---\nsignoffs: [\n  {role: legal, by: ines},\n  ]\nid: REL-1\n---\n", "\n  ]",
              " " + kFlow, front());
  CHECK(sign("---\nid: REL-1\nsignoffs: []   # none\nnotes: n\n---\n", front()).text ==
        "---\nid: REL-1\nsignoffs:   # none\n" + kLines + "notes: n\n---\n");
  CHECK(sign("---\nid: REL-1\nsignoffs: ~\n---\n", front()).text ==
        "---\nid: REL-1\nsignoffs:\n" + kLines + "---\n");
}

TEST_CASE("one sign-off that is no list becomes one", "[edit]") {
  CHECK(sign("---\nsignoffs: {role: legal, by: ines}\n---\n", front()).text ==
        "---\nsignoffs: [{role: legal, by: ines}, " + kFlow + "]\n---\n");
  CHECK(sign("---\nsignoffs:\n  role: legal\n\n  by: ines\nid: REL-1\n---\n", front()).text ==
        "---\nsignoffs:\n  - role: legal\n\n    by: ines\n" + indented(kLines, 2) +
            "id: REL-1\n---\n");
}

TEST_CASE("one of several releases in a file is written to", "[edit]") {
  const std::string text =
      "# releases\nreleases:\n- id: REL-1\n  title: One\n  depends_on:\n    - T-1\n\n"
      "- {id: REL-2, title: Two}   # soon\n- id: REL-3\n  title: Three\n";
  check_added(text, "\n- {id: REL-2", indented("signoffs:\n" + indented(kLines, 2), 2),
              record(text, "id: REL-1"));
  check_added(text, "}   # soon", ", signoffs: [" + kFlow + "]", record(text, "id: REL-2"));
  check_added(text, "", indented("signoffs:\n" + kLines, 2), record(text, "id: REL-3"));
}

TEST_CASE("line ends and a missing last one stay as they are", "[edit]") {
  std::string crlf;
  for (const char c : "---\nid: REL-1\nsignoffs:\n" + kLines + "---\nbody\n") {
    crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  }
  CHECK(sign("---\r\nid: REL-1\r\n---\r\nbody\r\n", front()).text == crlf);
  const std::string text = "id: REL-1\ntitle: One";
  CHECK(sign(text, record(text, "id")).text ==
        text + "\nsignoffs:\n" + kLines.substr(0, kLines.size() - 1));
}

TEST_CASE("a file without front matter gets one", "[edit]") {
  CHECK(sign("# REL-1: One\n\n- [ ] Test\n", front()).text ==
        "---\nsignoffs:\n" + kLines + "---\n# REL-1: One\n\n- [ ] Test\n");
  CHECK(sign("---\n# nothing yet\n---\nbody\n", front()).text ==
        "---\n# nothing yet\nsignoffs:\n" + kLines + "---\nbody\n");
}

TEST_CASE("an older signature of the role is replaced, what was asked of it stays", "[edit]") {
  const std::string text =
      "---\nid: REL-1\nsignoffs:\n- role: legal\n  by: ines\n"
      "- role: security     # Priya's\n  due: 2026-06-20   # two weeks\n  decision: pending  # "
      "asked\n"
      "  notes: needs the report\n  via: https://example.org/1\n- role: product\nowner: "
      "dana\n---\n";
  CHECK(
      sign(text, replacing(front(), text, "role: security")).text ==
      "---\nid: REL-1\nsignoffs:\n- role: legal\n  by: ines\n"
      "- role: security     # Priya's\n  due: 2026-06-20   # two weeks\n  decision: go  # asked\n"
      "  notes: needs the report\n  by: priya\n  on: 2026-06-01\n  covers:\n"
      "    REL-1.target: {hash: \"aa11\", value: 2026-07-14}\n- role: product\nowner: dana\n---\n");
}

TEST_CASE("a signature in other words is replaced, too", "[edit]") {
  const std::string text =
      "---\nsignoffs:\n- function: security\n  approver: Priya\n  date: 2026-05-01\n"
      "  verdict: go\n  covers:\n    REL-1.target:\n      hash: \"bb\"\n      value: old\n---\n";
  CHECK(sign(text, replacing(front(), text, "function")).text ==
        "---\nsignoffs:\n- function: security\n  by: priya\n  on: 2026-06-01\n"
        "  decision: go\n  covers:\n    REL-1.target: {hash: \"aa11\", value: 2026-07-14}\n---\n");
}

TEST_CASE("a signature in braces is replaced in its place", "[edit]") {
  const std::string lines =
      "---\nsignoffs:\n- {role: security, by: wen, due: 2026-06-20, decision: pending}  # c\n"
      "- {role: legal, by: ines}\n---\n";
  CHECK(sign(lines, replacing(front(), lines, "{role: security")).text ==
        "---\nsignoffs:\n" + kLines.substr(0, kLines.size() - 1) +
            "\n  due: 2026-06-20  # c\n- {role: legal, by: ines}\n---\n");
  const std::string flow =
      "---\nsignoffs: [{role: security, by: wen, due: 2026-06-20}, {role: legal, by: ines}]\n---\n";
  CHECK(sign(flow, replacing(front(), flow, "{role: security")).text ==
        "---\nsignoffs: [" + kFlow.substr(0, kFlow.size() - 1) +
            ", due: 2026-06-20}, {role: legal, by: ines}]\n---\n");
}

TEST_CASE("a sign-off in a file of its own is replaced", "[edit]") {
  const auto kinds = builtin_kinds();
  SignOffPlace place;
  place.kind = kinds->find_kind("sign_off");
  place.record = 0;
  SignOffEntry what = entry();
  what.release = "REL-1";
  CHECK(sign("kind: sign_off\nrelease: REL-1\nrole: security\ndecision: no-go\n"
             "conditions: none is enough\n",
             place, what)
            .text ==
        "kind: sign_off\nrelease: REL-1\nrole: security\ndecision: go\nby: priya\n"
        "on: 2026-06-01\ncovers:\n  REL-1.target: {hash: \"aa11\", value: 2026-07-14}\n");
}

TEST_CASE("a block that keeps its blank lines keeps them", "[edit]") {
  const Edited got = sign("---\nid: REL-1\nscope: |+\n  Cards\n\n\n---\nbody\n", front());
  CHECK(got.problem.empty());
  CHECK(got.text == "---\nid: REL-1\nsignoffs:\n" + kLines + "scope: |+\n  Cards\n\n\n---\nbody\n");
}

TEST_CASE("what is no list is left alone", "[edit]") {
  const Edited got = sign("---\nid: REL-1\nsignoffs: all of them\n---\n", front());
  CHECK(got.problem == "`signoffs` is no list");
  CHECK(got.text == "---\nid: REL-1\nsignoffs: all of them\n---\n");
}

TEST_CASE("values of several lines stand in a block, others are quoted", "[edit]") {
  SignOffEntry what = entry();
  what.condition = "Drill: passed by \"12 June\"";
  what.covers = {{"REL-1.items", "cc22", "Load test\n# of both: paths", true},
                 {"scope", "dd33", "Cards & wallets", true},
                 {"REL-1.rollback", "ee44", "", true},
                 {"M-1.notes", "ff55", "secret", false}};
  CHECK(sign("id: REL-1\n", record("id: REL-1\n", "id"), what).text ==
        "id: REL-1\nsignoffs:\n- role: security\n  by: priya\n  on: 2026-06-01\n  decision: go\n"
        "  conditions: \"Drill: passed by \\\"12 June\\\"\"\n  covers:\n    REL-1.items:\n"
        "      hash: \"cc22\"\n      value: |-\n        Load test\n        # of both: paths\n"
        "    scope: {hash: \"dd33\", value: \"Cards & wallets\"}\n"
        "    REL-1.rollback: {hash: \"ee44\"}\n    M-1.notes: {hash: \"ff55\"}\n");
}

TEST_CASE("a value is plain where nobody takes it for something else", "[edit]") {
  for (const std::string_view plain :
       {"priya", "tech_lead", "2026-06-01", "Security for REL-1", "Load test", "M-PILOT.due"}) {
    CHECK(entry_scalar(plain) == plain);
  }
  for (const std::string_view quoted :
       {"no", "Yes", "null", "12", "1e5", "-", "- a", "a: b", "a #b", "[a]", "a ", " a", "",
        "2026-06-01 09:00", "@priya", "*a"}) {
    INFO(quoted);
    CHECK(entry_scalar(quoted) == "\"" + std::string(quoted) + "\"");
  }
  CHECK(entry_scalar("a \"b\"\\\n\x07") == "\"a \\\"b\\\"\\\\\\n\\x07\"");
}

TEST_CASE("the difference is one hunk", "[edit]") {
  CHECK(unified_diff("a.md", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nx\n5\n6\n") ==
        "--- a.md\n+++ a.md\n@@ -2,5 +2,6 @@\n 2\n 3\n 4\n+x\n 5\n 6\n");
  CHECK(unified_diff("a.md", "1", "1\n2\n") ==
        "--- a.md\n+++ a.md\n@@ -1,1 +1,2 @@\n-1\n\\ No newline at end of file\n+1\n+2\n");
  CHECK(unified_diff("a.md", "", "1\n") == "--- /dev/null\n+++ a.md\n@@ -0,0 +1,1 @@\n+1\n");
  CHECK(unified_diff("a.md", "1\n", "1\n").empty());
}

}  // namespace
}  // namespace milepost
