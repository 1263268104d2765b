// Tests of reading zips that strangers made.
#include "files/zip_archive.h"

#include <string>
#include <vector>

#include "catch.h"
#include "unit/files/zip_scratch.h"

namespace milepost {
namespace {

const ScratchEntry kPlain{.name = "a.md", .bytes = "Text.\n"};

std::string first_problem(const std::string& bytes, const ZipLimits& limits = {}) {
  const ZipArchive::Opened opened = ZipArchive::open(bytes, limits);
  CHECK((opened.archive == nullptr) == !opened.problems.empty());
  return opened.problems.empty() ? "" : opened.problems.front();
}

std::string problem_of(ScratchEntry entry, const ZipLimits& limits = {}) {
  return first_problem(ScratchZip{{kPlain, std::move(entry)}}.bytes(), limits);
}

bool says(const std::string& problem, const std::string& words) {
  return problem.find(words) != std::string::npos;
}

// Why the entry of an archive that opens cannot be read; its bytes else.
std::string read_of(ScratchEntry entry) {
  const auto opened = ZipArchive::open(ScratchZip{{std::move(entry)}}.bytes(), {});
  REQUIRE(opened.archive);
  std::string bytes, problem;
  if (opened.archive->read(0, bytes, problem)) return bytes;
  return problem;
}

TEST_CASE("a plain zip is read, sorted by name", "[zip]") {
  const std::string bytes = ScratchZip{
      {{.name = "b/c.md", .bytes = "Of b."},
       {.name = "a.md", .bytes = "Packed.", .deflated = true},
       {.name = "b/\u00e9.md"}}}.bytes();
  const ZipArchive::Opened opened = ZipArchive::open(bytes, {});
  REQUIRE(opened.archive);
  std::vector<std::string> told;
  for (size_t i = 0; i < opened.archive->entries().size(); ++i) {
    std::string text, problem;
    CHECK(opened.archive->read(i, text, problem));
    CHECK(text.size() == opened.archive->entries()[i].size);
    told.push_back(opened.archive->entries()[i].name + ": " + text);
  }
  CHECK(told == std::vector<std::string>{"a.md: Packed.", "b/c.md: Of b.", "b/\u00e9.md: "});
  // As often as one likes, in any order.
  std::string text, problem;
  CHECK(opened.archive->read(0, text, problem));
  CHECK(text == "Packed.");
}

TEST_CASE("names of a zip stay in their folder", "[zip]") {
  for (const auto& [name, why] : std::vector<std::pair<std::string, std::string>>{
           {"../evil", "leaves its folder"},
           {"a/../../evil", "leaves its folder"},
           {"a/..", "leaves its folder"},
           {"..", "leaves its folder"},
           {"/etc/passwd", "absolute"},
           {"C:/evil", "drive"},
           {"c:evil", "drive"},
           {"..\\evil", "backslash"},
           {"a\\b", "backslash"},
           {"\\\\server\\share", "backslash"},
           {"a\nb", "control character"},
           {"a\x7F", "control character"},
           {"a\xFF", "UTF-8"},
           {"a\xC0\xAE", "UTF-8"},  // a dot in more bytes than it takes
           {"a//b", "empty"},
           {"./a", "empty"},
           {"a/.", "empty"},
           {"a/", "folder"},
           {std::string(1025, 'a'), "too long"}}) {
    INFO(name);
    CHECK(says(problem_of({.name = name}), why));
  }
  CHECK_FALSE(problem_of({.name = std::string("a\0b", 3)}).empty());
  CHECK_FALSE(problem_of({.name = ""}).empty());
  // What only looks like them.
  CHECK(problem_of({.name = "..a/...b/c.."}).empty());
  CHECK(problem_of({.name = "a/C:b"}).empty());
}

TEST_CASE("what the two headers of an entry say is the same", "[zip]") {
  CHECK_FALSE(problem_of({.name = "b.md", .local_name = "../evil"}).empty());
  CHECK_FALSE(problem_of({.name = "b.md", .local_name = "c.md"}).empty());
  // Two entries of the same bytes, as bombs have them.
  CHECK_FALSE(problem_of({.name = "b.md", .bytes = "Text.\n", .offset = 0}).empty());
  CHECK_FALSE(problem_of({.name = "b.md", .offset = 0xFFFFFF}).empty());
}

TEST_CASE("one name is one entry", "[zip]") {
  // Some versions of libzip do not open such an archive at all.
  CHECK_FALSE(problem_of({.name = "a.md", .bytes = "Other."}).empty());
  CHECK(says(problem_of({.name = "A.MD"}), "one name"));
  const ScratchZip accents{{{.name = "\u00e9.md"}, {.name = "e\u0301.md"}}};
  CHECK(says(first_problem(accents.bytes()), "one name"));
}

TEST_CASE("a zip holds regular files", "[zip]") {
  CHECK(says(problem_of({.name = "l", .bytes = "/etc/passwd", .mode = 0120777}), "link"));
  for (const uint32_t mode : {0040755U, 0020666U, 0010644U, 0140644U}) {
    CHECK(says(problem_of({.name = "d", .mode = mode}), "no regular file"));
  }
  CHECK(problem_of({.name = "m", .mode = 0644}).empty());
  CHECK(problem_of({.name = "m", .mode = 0}).empty());
}

TEST_CASE("a zip is stored or deflated, and not encrypted", "[zip]") {
  CHECK(says(problem_of({.name = "b", .bytes = std::string(20, 'x'), .flags = 1}), "encrypted"));
  for (const uint16_t method : {uint16_t{1}, uint16_t{9}, uint16_t{12}, uint16_t{14}}) {
    CHECK(says(problem_of({.name = "b", .bytes = "x", .method = method}), "not known"));
  }
}

TEST_CASE("limits of a zip are looked at before anything is unpacked", "[zip]") {
  const ZipLimits limits{.entries = 2,
                         .entry_bytes = 2u << 20,
                         .total_bytes = 3u << 20,
                         .ratio = 10,
                         .free_bytes = 1000,
                         .name_bytes = 10};
  const auto claim = [](std::string name, uint32_t size, uint32_t packed) {
    return ScratchEntry{.name = std::move(name),
                        .bytes = std::string(packed, 'x'),
                        .method = 8,
                        .size = size,
                        .packed_size = packed};
  };
  CHECK(says(first_problem(ScratchZip{{kPlain, {.name = "b"}, {.name = "c"}}}.bytes(), limits),
             "3 entries"));
  CHECK(says(problem_of(claim("b", 3u << 20, 400'000), limits), "of one file"));
  CHECK(says(problem_of(claim("b", 0xFFFFFFF0U, 400'000), limits), "of one file"));
  CHECK(says(problem_of(claim("b", 2'000, 100), limits), "10 times"));
  CHECK(says(problem_of(claim("b", 1'100, 0), limits), "10 times"));
  CHECK(problem_of(claim("b", 2'000, 200), limits).empty());
  CHECK(problem_of(claim("b", 1'000, 10), limits).empty());
  CHECK(says(problem_of({.name = "eleven.or.12"}, limits), "too long"));
  const ScratchZip two{{claim("a", 2u << 20, 300'000), claim("b", 2u << 20, 300'000)}};
  CHECK(says(first_problem(two.bytes(), limits), "4 MB, more than 3 MB"));
}

TEST_CASE("no more than twenty problems of a zip are told", "[zip]") {
  ScratchZip zip;
  for (int i = 0; i < 50; ++i) zip.entries.push_back({.name = "../" + std::to_string(i)});
  CHECK(ZipArchive::open(zip.bytes(), {}).problems.size() == 20);
}

TEST_CASE("a zip goes from its first byte to its last", "[zip]") {
  const std::string bytes = ScratchZip{{kPlain, {.name = "b.md", .bytes = "More."}}}.bytes();
  CHECK(first_problem(bytes).empty());
  for (size_t length = 0; length < bytes.size(); ++length) {
    INFO(length);
    CHECK_FALSE(first_problem(bytes.substr(0, length)).empty());
  }
  CHECK_FALSE(first_problem(bytes + "x").empty());
  CHECK_FALSE(first_problem("#!/bin/sh\n" + bytes).empty());
  CHECK_FALSE(first_problem(bytes + bytes).empty());
  CHECK_FALSE(first_problem("").empty());
  CHECK_FALSE(first_problem("PK").empty());
  CHECK_FALSE(first_problem(ScratchZip{{kPlain}, "hidden words"}.bytes()).empty());
  // A comment that looks like the end of another archive.
  CHECK_FALSE(first_problem(ScratchZip{{kPlain}, ScratchZip{}.bytes()}.bytes()).empty());
  for (const uint16_t count : {uint16_t{0}, uint16_t{1}, uint16_t{3}, uint16_t{0xFFFF}}) {
    CHECK_FALSE(first_problem(ScratchZip{{kPlain, {.name = "b"}}, {}, count}.bytes()).empty());
  }
}

TEST_CASE("no byte of a zip can be changed into something that is read past its end", "[zip]") {
  const std::string bytes =
      ScratchZip{{kPlain, {.name = "b.md", .bytes = "Packed.", .deflated = true}}}.bytes();
  for (size_t at = 0; at < bytes.size(); ++at) {
    for (const char with : {'\0', '\1', '\x7F', '\xFF'}) {
      std::string changed = bytes;
      changed[at] = with;
      const ZipArchive::Opened opened = ZipArchive::open(changed, {});
      if (!opened.archive) continue;
      for (size_t i = 0; i < opened.archive->entries().size(); ++i) {
        std::string text, problem;
        const bool whole = opened.archive->read(i, text, problem);
        CHECK(whole == problem.empty());
        if (whole) CHECK(text.size() == opened.archive->entries()[i].size);
      }
    }
  }
}

TEST_CASE("an entry of a zip is as large as it claims, with its checksum", "[zip]") {
  const std::string bytes(1000, 'x');
  CHECK(read_of({.name = "a", .bytes = bytes, .deflated = true}) == bytes);
  const std::string damaged = "`a` cannot be unpacked: it is damaged, or not as large as it claims";
  CHECK(read_of({.name = "a", .bytes = bytes, .deflated = true, .size = 999}) == damaged);
  CHECK(read_of({.name = "a", .bytes = bytes, .deflated = true, .size = 0}) == damaged);
  CHECK(read_of({.name = "a", .bytes = bytes, .deflated = true, .size = 1001}) == damaged);
  CHECK(read_of({.name = "a", .bytes = bytes, .deflated = true, .crc = 1}) == damaged);
  CHECK(read_of({.name = "a", .bytes = bytes, .crc = 1}) == damaged);
  CHECK(read_of({.name = "a", .bytes = "no deflate", .method = 8}) == damaged);
}

}  // namespace
}  // namespace milepost
