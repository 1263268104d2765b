// Tests of the scan for ids in prose.
#include "link/mentions.h"

#include "catch.h"
#include "unit/link/hand_built.h"

namespace milepost {
namespace {

struct Prose {
  HandBuilt built;
  FileId here;

  Prose() {
    here = built.file("risks.md");
    built.record("risks.R1", here, "R1");
    for (const char* id : {"R-007", "R-008", "CIP-0030", "M-GA", "MTG-RAID-22"}) built.record(id);
  }

  // "R-007 R-008 !DEP-9": what is found, `!` before what names nothing.
  std::string scan(std::string_view text, FileId file = kNoFile) {
    SourceSet sources = built.sources;
    Program& program = built.program;
    program.by_id.clear();
    const IdTable ids(program, sources, built.sink);
    std::string out;
    for (std::size_t from = 0;;) {
      const MentionWord word = next_mention(text, from, file, kInternalLabel, ids);
      if (word.length == 0) return out;
      if (!out.empty()) out += ' ';
      out += word.record == kNoRecord ? "!" : "";
      out += text.substr(word.offset, word.length);
      from = word.offset + word.length;
    }
  }
};

TEST_CASE("ids in prose are found at their borders", "[link]") {
  Prose prose;
  CHECK(prose.scan("See R-007, (R-008) and CIP-30.") == "R-007 R-008 CIP-30");
  CHECK(prose.scan("R-007: as said in MTG-RAID-22; M-GA moves.") == "R-007 MTG-RAID-22 M-GA");
  CHECK(prose.scan("R-007/R-008, R-007..R-008, R-007's") == "R-007 R-008 R-007 R-008 R-007");
  CHECK(prose.scan("the CIP-30-based wallet") == "CIP-30");
  CHECK(prose.scan("“R-007” — R-008…") == "R-007 R-008");
}

TEST_CASE("parts of other words are no ids", "[link]") {
  Prose prose;
  CHECK(prose.scan("XR-007 éR-007 R-007é R_007 @R-007 #R-007").empty());
  CHECK(prose.scan("id=R-007&x user@R-007").empty());
  CHECK(prose.scan("m-ga, r-007").empty());
}

TEST_CASE("a known prefix with a number that nothing has is reported", "[link]") {
  Prose prose;
  CHECK(prose.scan("Wait for DEP-41 and R-099.") == "!DEP-41 !R-099");
  CHECK(prose.scan("R-0071 is another") == "!R-0071");
  CHECK(prose.scan("T-1000 takes I-95 to A-1.").empty());
  CHECK(prose.scan("M-X and DEP-X are no numbers").empty());
  CHECK(prose.scan("UTF-8, SHA-256, DEP-1.5, DEP-2-x").empty());
  CHECK(prose.scan("https://example.com/DEP-41 and DEP-41/README.md").empty());
}

TEST_CASE("local ids are found in their own file", "[link]") {
  Prose prose;
  CHECK(prose.scan("R1 and R2", prose.here) == "R1");
  CHECK(prose.scan("R1 and R2").empty());
}

TEST_CASE("no text is too odd to scan", "[link]") {
  Prose prose;
  CHECK(prose.scan("").empty());
  CHECK(prose.scan("-.-_-").empty());
  CHECK(prose.scan(std::string(100'000, 'a') + "-1").empty());
  std::string joined;
  for (int i = 0; i < 50'000; ++i) joined += "a-1-";
  CHECK(prose.scan(joined).empty());
}

}  // namespace
}  // namespace milepost
