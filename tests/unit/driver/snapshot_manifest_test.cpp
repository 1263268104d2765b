// Tests of manifest.json of a snapshot.
#include "driver/snapshot_manifest.h"

#include <string>

#include "catch.h"

namespace milepost {
namespace {

SnapshotManifest example() {
  SnapshotManifest manifest;
  manifest.tool = "0.1.0";
  manifest.id = "CHK";
  manifest.title = "Checkout \"anew\" \u2014 \u00e9";
  manifest.as_of = *make_date(2026, 6, 1);
  manifest.revision = std::string(40, 'a');
  manifest.label = "2026-W22";
  manifest.base_url = "https://example.org/p/";
  manifest.limits = {"body_bytes=1MB"};
  manifest.files = {{"README.txt", {0, std::string(64, '0')}},
                    {"program/a.md", {uint64_t{1} << 40U, std::string(64, 'f')}}};
  manifest.others = {{"big.bin", 7}};
  return manifest;
}

std::string changed(const std::string& from, const std::string& to) {
  std::string text = print_snapshot_manifest(example());
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string problem_of(const std::string& text) {
  std::string problem;
  const auto read = read_snapshot_manifest(text, problem);
  CHECK(read.has_value() == problem.empty());
  return problem;
}

TEST_CASE("a manifest is read as it was written", "[snapshot]") {
  std::string problem;
  const auto read = read_snapshot_manifest(print_snapshot_manifest(example()), problem);
  REQUIRE(read);
  const SnapshotManifest wanted = example();
  CHECK(read->tool == wanted.tool);
  CHECK(read->id == wanted.id);
  CHECK(read->title == wanted.title);
  CHECK(read->as_of == wanted.as_of);
  CHECK(read->revision == wanted.revision);
  CHECK(read->audience.empty());
  CHECK(read->label == wanted.label);
  CHECK(read->base_url == wanted.base_url);
  CHECK(read->limits == wanted.limits);
  CHECK(read->others == wanted.others);
  REQUIRE(read->files.size() == 2);
  CHECK(read->files.at("program/a.md").size == uint64_t{1} << 40U);
  CHECK(read->files.at("program/a.md").sha256 == std::string(64, 'f'));
}

TEST_CASE("a manifest has one form", "[snapshot]") {
  const std::string written = "it is not written as Milepost writes it";
  CHECK(problem_of(print_snapshot_manifest(example()) + " ") == written);
  CHECK(problem_of(changed("{\n", "{ \n")) == written);
  CHECK(problem_of(changed("\"format\"", "\"more\": 1,\n  \"format\"")) == written);
  CHECK(problem_of(changed("\"label\": \"2026-W22\"",
                           "\"label\": \"v1\",\n    \"label\": \"2026-W22\"")) == written);
  CHECK(problem_of(changed("\u2014", "\\u2014")) == written);
  CHECK(problem_of(changed("\"size\": 7", "\"size\": 07")) != "");
  CHECK(problem_of(changed("\"size\": 7", "\"size\": \"7\"")) == written);
  // Out of order, and twice.
  CHECK(problem_of(changed("README.txt", "z.txt")) == written);
  CHECK(problem_of(changed("README.txt", "program/a.md")) == written);
  CHECK(problem_of(changed("\"as_of\": \"2026-06-01\"", "\"as_of\": \"2026-6-1\"")) != "");
}

TEST_CASE("a manifest with what is none is refused", "[snapshot]") {
  CHECK(problem_of("").starts_with("it is no JSON"));
  CHECK(problem_of("{").starts_with("it is no JSON"));
  CHECK(!problem_of("[]").empty());
  CHECK(!problem_of("null").empty());
  CHECK(!problem_of(std::string(100'000, '[')).empty());
  CHECK(problem_of(changed("\"as_of\": \"2026-06-01\"", "\"as_of\": \"someday\"")) ==
        "its as-of date is none");
  CHECK(problem_of(changed("\"as_of\": \"2026-06-01\"", "\"as_of\": \"2026-06\"")) ==
        "its as-of date is none");
  for (const char* size : {"-1", "1.5", "1e3", "99999999999999999999", "9223372036854775808"}) {
    INFO(size);
    CHECK(!problem_of(changed("\"size\": 7", std::string("\"size\": ") + size)).empty());
  }
  CHECK(!problem_of(changed(std::string(64, 'f'), std::string(64, 'F'))).empty());
  CHECK(!problem_of(changed(std::string(64, 'f'), std::string(63, 'f'))).empty());
  CHECK(!problem_of(changed(std::string(64, 'f'), "")).empty());
}

TEST_CASE("a manifest of another form says what made it", "[snapshot]") {
  CHECK(problem_of(changed("milepost-snapshot 1", "milepost-snapshot 2")) ==
        "it is not of the form `milepost-snapshot 1`; made by Milepost 0.1.0");
  CHECK(problem_of("{}") == "it is not of the form `milepost-snapshot 1`; made by Milepost ?");
}

}  // namespace
}  // namespace milepost
