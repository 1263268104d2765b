// Tests of reading snapshot bundles against their manifest.
#include "driver/snapshot_bundle.h"

#include <map>
#include <string>
#include <vector>

#include "catch.h"
#include "text/sha256.h"
#include "unit/files/zip_scratch.h"

namespace milepost {
namespace {

using Files = std::map<std::string, std::string>;

Files good() {
  return {{"README.txt", "Words."},
          {"program.json", "{}"},
          {"program/program.yaml", "program: Example\n"},
          {"program/risks/R-1.md", "Text."},
          {"site/index.html", "<p>"}};
}

SnapshotManifest manifest_of(const Files& files) {
  SnapshotManifest manifest;
  manifest.tool = "0.1.0";
  manifest.as_of = *make_date(2026, 6, 1);
  for (const auto& [name, bytes] : files) {
    manifest.files[name] = {bytes.size(), sha256_hex(bytes)};
  }
  return manifest;
}

std::string bundle(const Files& files, const SnapshotManifest& manifest) {
  ScratchZip zip;
  for (const auto& [name, bytes] : files) zip.entries.push_back({.name = name, .bytes = bytes});
  zip.entries.push_back({.name = "manifest.json", .bytes = print_snapshot_manifest(manifest)});
  return zip.bytes();
}

std::vector<uint16_t> codes(const SnapshotBundle& read) {
  std::vector<uint16_t> found;
  for (const SnapshotProblem& problem : read.problems) found.push_back(problem.code);
  return found;
}

TEST_CASE("a bundle gives its records", "[snapshot]") {
  for (const bool whole : {true, false}) {
    const SnapshotBundle read = read_snapshot(bundle(good(), manifest_of(good())), whole);
    CHECK(read.problems.empty());
    REQUIRE(read.manifest);
    REQUIRE(read.records);
    CHECK(read.records->read("risks/R-1.md", 100).bytes == "Text.");
    CHECK(read.records->list("").entries.size() == 2);
    CHECK(read.model == (whole ? "{}" : ""));
    CHECK(read.text == (whole ? "Words." : ""));
  }
}

TEST_CASE("what was done to a bundle is found, and then it gives no records", "[snapshot]") {
  const SnapshotManifest manifest = manifest_of(good());
  const auto read = [&](const Files& files, bool whole = true) {
    return read_snapshot(bundle(files, manifest), whole);
  };
  for (const auto& [name, bytes] : good()) {
    INFO(name);
    const bool is_record = name.starts_with("program/");
    Files changed = good(), missing = good(), added = good();
    changed[name].back() ^= 1;
    missing.erase(name);
    added[name + ".more"] = "More.";
    CHECK(codes(read(changed)) == std::vector<uint16_t>{snapshot_code::changed});
    CHECK(codes(read(missing)) == std::vector<uint16_t>{snapshot_code::missing});
    CHECK(codes(read(added)) == std::vector<uint16_t>{snapshot_code::added});
    for (const Files& files : {changed, missing, added}) {
      CHECK((read(files).records == nullptr) == is_record);
      // As a version only the records count.
      const SnapshotBundle version = read(files, false);
      CHECK((version.records == nullptr) == is_record);
      CHECK(version.problems.empty() == !is_record);
    }
  }
  // Of the same length, of another, and empty.
  for (const char* bytes : {"Tex!.", "Text. ", ""}) {
    Files files = good();
    files["program/risks/R-1.md"] = bytes;
    CHECK(codes(read(files)) == std::vector<uint16_t>{snapshot_code::changed});
  }
}

TEST_CASE("a bundle for an audience holds no records", "[snapshot]") {
  SnapshotManifest manifest = manifest_of(good());
  manifest.audience = "customers";
  const SnapshotBundle with = read_snapshot(bundle(good(), manifest), true);
  CHECK(codes(with) == std::vector<uint16_t>(2, snapshot_code::added));
  CHECK(with.records == nullptr);
  Files files = good();
  std::erase_if(files, [](const auto& one) { return one.first.starts_with("program/"); });
  manifest = manifest_of(files);
  manifest.audience = "customers";
  const SnapshotBundle without = read_snapshot(bundle(files, manifest), true);
  CHECK(without.problems.empty());
  CHECK(without.records == nullptr);
}

TEST_CASE("other files are named with their size, and hold nothing", "[snapshot]") {
  SnapshotManifest manifest = manifest_of(good());
  manifest.others = {{"big.bin", 12'345}, {"risks/pipe", 1}};
  const SnapshotBundle read = read_snapshot(bundle(good(), manifest), true);
  REQUIRE(read.records);
  const Listing top = read.records->list("");
  REQUIRE(top.entries.size() == 3);
  CHECK(top.entries[0].name == "big.bin");
  CHECK(top.entries[0].size == 12'345);
  CHECK(read.records->list("risks").entries.size() == 2);
}

TEST_CASE("what is no bundle says so", "[snapshot]") {
  CHECK(codes(read_snapshot("", true)) == std::vector<uint16_t>{snapshot_code::unreadable});
  const ScratchZip without{{{.name = "a.md", .bytes = "Text."}}};
  CHECK(codes(read_snapshot(without.bytes(), true)) ==
        std::vector<uint16_t>{snapshot_code::no_manifest});
  const ScratchZip other{{{.name = "manifest.json", .bytes = "{}"}}};
  CHECK(codes(read_snapshot(other.bytes(), true)) ==
        std::vector<uint16_t>{snapshot_code::no_manifest});
  const ScratchZip out{{{.name = "manifest.json", .bytes = "{}"}, {.name = "../program/a.md"}}};
  const SnapshotBundle read = read_snapshot(out.bytes(), false);
  CHECK(codes(read) == std::vector<uint16_t>{snapshot_code::unreadable});
  CHECK(!read.manifest);
  CHECK(!read.records);
}

}  // namespace
}  // namespace milepost
