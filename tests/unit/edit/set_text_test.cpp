// Tests of writing a text into a record: the lines of the field are new, all others as they were.
#include "edit/set_text.h"

#include <string>

#include "catch.h"

namespace milepost {
namespace {

const std::string kValue = "### Done\n\n- A: \"b\" \\ c #d\n  - e\n";

struct Result {
  std::string text;
  std::string problem;
};

Result set(std::string_view text, const RecordPlace& place) {
  const SetTextEdit edit = set_text(text, place, "as_sent", kValue);
  return {apply_edits(text, edit.edits), edit.problem};
}

RecordPlace front() {
  return {true, std::nullopt};
}
RecordPlace record(std::string_view text, std::string_view first) {
  return {false, static_cast<uint32_t>(text.find(first))};
}

TEST_CASE("set text: into front matter", "[set_text]") {
  CHECK(set("---\nid: SR-1\ndate: 2026-05-29\n---\n\n# One\n", front()).text ==
        "---\nid: SR-1\ndate: 2026-05-29\nas_sent: |\n  ### Done\n\n  - A: \"b\" \\ c #d\n    - e\n"
        "---\n\n# One\n");
  CHECK(set("---\nid: SR-1 # one\n# the end\n---\n", front()).text ==
        "---\nid: SR-1 # one\nas_sent: |\n  ### Done\n\n  - A: \"b\" \\ c #d\n    - e\n# the "
        "end\n---\n");
  CHECK(
      set("---\nid: SR-1\nas_sent:\nowner: dana\n---\n", front()).text ==
      "---\nid: SR-1\nas_sent: |\n  ### Done\n\n  - A: \"b\" \\ c #d\n    - e\nowner: dana\n---\n");
}

TEST_CASE("set text: into a file without front matter", "[set_text]") {
  CHECK(set("# One\n\nText.", front()).text ==
        "---\nas_sent: |\n  ### Done\n\n  - A: \"b\" \\ c #d\n    - e\n---\n# One\n\nText.");
}

TEST_CASE("set text: line ends stay as they are", "[set_text]") {
  CHECK(set("---\r\nid: SR-1\r\n---\r\n# One\r\n", front()).text ==
        "---\r\nid: SR-1\r\nas_sent: |\r\n  ### Done\r\n\r\n  - A: \"b\" \\ c #d\r\n    - e\r\n"
        "---\r\n# One\r\n");
  CHECK(set("id: SR-1\ndate: 2026-05-29", {false, 0}).text ==
        "id: SR-1\ndate: 2026-05-29\nas_sent: |\n  ### Done\n\n  - A: \"b\" \\ c #d\n    - e");
}

TEST_CASE("set text: into one of several records", "[set_text]") {
  const std::string list =
      "status_reports:\n- id: SR-1\n  date: 2026-05-22\n  notes: |+\n    kept\n\n\n- id: SR-2\n";
  CHECK(set(list, record(list, "id: SR-1")).text ==
        "status_reports:\n- id: SR-1\n  date: 2026-05-22\n  as_sent: |\n    ### Done\n\n    - A: "
        "\"b\" \\ c #d\n      - e\n  notes: |+\n    kept\n\n\n- id: SR-2\n");
  CHECK(set(list, record(list, "id: SR-2")).text ==
        list + "  as_sent: |\n    ### Done\n\n    - A: \"b\" \\ c #d\n      - e\n");
  const std::string flow = "status_reports:\n- {id: SR-1, date: 2026-05-22}\n";
  CHECK(set(flow, record(flow, "id: SR-1")).text ==
        "status_reports:\n- {id: SR-1, date: 2026-05-22, as_sent: \"### Done\\n\\n- A: \\\"b\\\" "
        "\\\\ c #d\\n  - e\"}\n");
}

TEST_CASE("set text: what is there is not written over", "[set_text]") {
  const std::string text = "---\nid: SR-1\nas_sent: All of it.\n---\n";
  const Result result = set(text, front());
  CHECK(result.problem == "`as_sent` has a value already");
  CHECK(result.text == text);
}

}  // namespace
}  // namespace milepost
