// Tests of the id table: uniqueness, aliases, local ids, padding, case.
#include "link/ids.h"

#include "catch.h"
#include "link/codes.h"
#include "unit/link/hand_built.h"

namespace milepost {
namespace {

using Records = std::vector<RecordIndex>;

TEST_CASE("an id is loose without case and padding", "[link]") {
  CHECK(loose_id("CIP-0030") == "cip-30");
  CHECK(loose_id("R001") == "r1");
  CHECK(loose_id("M-GA") == "m-ga");
  CHECK(loose_id("5.10") == "5.10");
  CHECK(loose_id("5.01") == "5.01");
  CHECK(loose_id("000") == "0");
}

TEST_CASE("the prefix of an id is its letters before a number", "[link]") {
  CHECK(id_prefix("CIP-0030") == "CIP");
  CHECK(id_prefix("R1") == "R");
  CHECK(id_prefix("M-GA").empty());
  CHECK(id_prefix("5.10").empty());
  CHECK(id_prefix("R-1a").empty());
}

TEST_CASE("an id is found as written, by alias, by padding and in other letters", "[link]") {
  HandBuilt built;
  const RecordIndex cip = built.record("CIP-0030", kNoFile, {}, {"30"});
  const RecordIndex ga = built.record("M-GA");
  const IdTable ids(built.program, built.sources, built.sink);
  const auto found = [&](std::string_view word) { return ids.find(word, kNoFile, kInternalLabel); };
  CHECK(found("CIP-0030").match == IdMatch::exact);
  CHECK(found("CIP-0030").records == Records{cip});
  CHECK(found("30").match == IdMatch::alias);
  CHECK(found("CIP-30").match == IdMatch::padding);
  CHECK(found("cip-30").match == IdMatch::letters);
  CHECK(found("m-ga").records == Records{ga});
  CHECK(found("CIP-31").match == IdMatch::none);
  CHECK(found("").match == IdMatch::none);
  CHECK(built.program.find("M-GA") == ga);
  CHECK(built.codes().empty());
}

TEST_CASE("a local id is known in its own file only", "[link]") {
  HandBuilt built;
  const FileId here = built.file("a.md");
  const FileId there = built.file("b.md");
  const RecordIndex first = built.record("a.R1", here, "R1", {"R1"});
  const RecordIndex second = built.record("b.R1", there, "R1");
  const IdTable ids(built.program, built.sources, built.sink);
  CHECK(ids.find("R1", here, kInternalLabel).records == Records{first});
  CHECK(ids.find("R01", there, kInternalLabel).records == Records{second});
  CHECK(ids.find("R1", kNoFile, kInternalLabel).match == IdMatch::none);
  CHECK(ids.find("b.R1", here, kInternalLabel).records == Records{second});
  CHECK(ids.find_local_elsewhere("R1") == Records{first, second});
  CHECK(built.codes().empty());
}

TEST_CASE("an alias that two records have tells neither", "[link]") {
  HandBuilt built;
  built.record("A-1", kNoFile, {}, {"one"});
  built.record("A-2", kNoFile, {}, {"one"});
  const IdTable ids(built.program, built.sources, built.sink);
  CHECK(ids.find("one", kNoFile, kInternalLabel).records.size() == 2);
  CHECK(ids.find_in_prose("one", kNoFile, kInternalLabel) == kNoRecord);
}

TEST_CASE("a second record of an id is reported and gets one of its own", "[link]") {
  HandBuilt built;
  const FileId file = built.file("a.yaml", std::string(100, ' '), SourceKind::yaml);
  built.record("R-001", file);
  built.record("R-007", file);
  built.record("R-001", file);
  built.record("R-001", file);
  const IdTable ids(built.program, built.sources, built.sink);
  CHECK(built.program.set.records[2].id == "R-001-2");
  CHECK(built.program.set.records[3].id == "R-001-3");
  CHECK(built.program.find("R-001") == RecordIndex{0});
  const std::vector<Diagnostic> got = built.sink.take_sorted();
  REQUIRE(got.size() == 2);
  CHECK(got[0].code == kDuplicateId);
  CHECK(got[0].span.begin == 20);
  REQUIRE(got[0].related.size() == 1);
  CHECK(got[0].related[0].span.begin == 0);
  CHECK(got[0].help == "give one of them another id: `R-008` is free");
  CHECK(got[1].help == "give one of them another id: `R-009` is free");
}

TEST_CASE("ids that would be one file collide", "[link]") {
  HandBuilt built;
  built.record("R-001");
  built.record("r-001");
  const IdTable ids(built.program, built.sources, built.sink);
  CHECK(built.codes() == std::vector<uint16_t>{kCollidingIds});
  CHECK(built.program.set.records[1].id == "r-001-2");
}

TEST_CASE("equal generated ids have a message of their own", "[link]") {
  HandBuilt built;
  built.record("A-call-1a2b3c");
  built.record("A-call-1a2b3c");
  for (Record& record : built.program.set.records) record.id_origin = IdOrigin::generated;
  const IdTable ids(built.program, built.sources, built.sink);
  CHECK(built.codes() == std::vector<uint16_t>{kEqualGeneratedIds});
}

TEST_CASE("prefixes are those of kinds and of written ids", "[link]") {
  HandBuilt built;
  built.record("CIP-0030");
  const IdTable ids(built.program, built.sources, built.sink);
  CHECK(ids.is_prefix("CIP"));
  CHECK(ids.is_used_prefix("CIP"));
  CHECK(ids.is_prefix("DEP"));
  CHECK_FALSE(ids.is_used_prefix("DEP"));
  CHECK_FALSE(ids.is_prefix("XYZ"));
}

}  // namespace
}  // namespace milepost
