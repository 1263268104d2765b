// `versions:` of program.yaml.
#include "shape/version_settings.h"

#include <string>
#include <vector>

#include "catch.h"
#include "shape/compile_kinds.h"
#include "shape/read_settings.h"
#include "unit/shape/program_text.h"

namespace milepost {
namespace {

struct Read {
  explicit Read(const std::string& yaml) : text("program: P\n" + yaml) {
    const auto kinds = compile_kinds(text.tree, text.sink);
    versions = read_settings(text.tree, FileId{0}, *kinds, text.sink).versions;
    said = text.said();
  }
  ProgramText text;
  VersionSettings versions;
  std::vector<std::string> said;
};

std::string words(const std::vector<VersionWord>& words) {
  std::string all;
  for (const VersionWord& word : words) all += word.text + " ";
  return all;
}

TEST_CASE("all that versions may say", "[shape][versions]") {
  const Read r(R"(versions:
  tags: ["v*", plan-of-record]
  branches: release/*
  commits: [1a2b3c4, HEAD~2]
  dates: [2026-03-31, 30 June 2026]
  cadence: weekly
  keep: 26
  snapshots: ["snapshots/*.zip"]
)");
  CHECK(r.said.empty());
  CHECK(r.versions.written);
  CHECK(words(r.versions.tags) == "v* plan-of-record ");
  CHECK(words(r.versions.branches) == "release/* ");
  CHECK(words(r.versions.commits) == "1a2b3c4 HEAD~2 ");
  CHECK(words(r.versions.dates) == "2026-03-31 2026-06-30 ");
  CHECK(r.versions.cadence == VersionCadence::weekly);
  CHECK(r.versions.keep == 26);
  CHECK(words(r.versions.snapshots) == "snapshots/*.zip ");
  CHECK(r.versions.tags[1].span.begin == r.text.source.bytes().find("plan-of-record"));
}

TEST_CASE("words say by themselves what they are", "[shape][versions]") {
  const Read r("versions: [monthly, \"v*\", 2026-03-31, old.zip, deadbeef, 20260331, main]\n");
  CHECK(r.said.empty());
  CHECK(r.versions.cadence == VersionCadence::monthly);
  CHECK(words(r.versions.names) == "v* main ");
  CHECK(words(r.versions.dates) == "2026-03-31 ");
  CHECK(words(r.versions.commits) == "deadbeef 20260331 ");
  CHECK(words(r.versions.snapshots) == "old.zip ");
  CHECK(Read("versions: weekly\n").versions.cadence == VersionCadence::weekly);
}

TEST_CASE("no versions", "[shape][versions]") {
  for (const char* text : {"", "versions:\n", "versions: none\n", "versions: no\n"}) {
    const Read r(text);
    CHECK(r.said.empty());
    CHECK_FALSE(r.versions.written);
  }
}

TEST_CASE("mistakes in versions", "[shape][versions]") {
  CHECK(Read("versions: {tag: v1}\n").said == std::vector<std::string>{"MP140 2:12 tag"});
  CHECK(Read("versions: {cadence: weakly}\n").said ==
        std::vector<std::string>{"MP150 2:21 weakly"});
  CHECK(Read("versions: {keep: 0}\n").said == std::vector<std::string>{"MP150 2:18 0"});
  CHECK(Read("versions: {dates: [2026-06]}\n").said ==
        std::vector<std::string>{"MP150 2:20 2026-06"});
  CHECK(Read("versions: [2026-02-30]\n").said == std::vector<std::string>{"MP151 2:12 2026-02-30"});
  CHECK(Read("versions: [weekly, daily]\n").said == std::vector<std::string>{"MP150 2:20 daily"});
  CHECK(
      Read("versions: {snapshots: [/etc/*.zip, ../a.zip, a.tar, ok.zip]}\n").said ==
      std::vector<std::string>{"MP150 2:24 /etc/*.zip", "MP150 2:36 ../a.zip", "MP150 2:46 a.tar"});
  CHECK(Read("versions: [[a]]\n").said.size() == 1);
}

}  // namespace
}  // namespace milepost
