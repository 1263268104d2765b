// Tests of reading a program: which files it has, how they are decoded, what is refused.
#include "load/load.h"

#include <string>
#include <vector>

#include "catch.h"
#include "files/source_tree.h"

namespace milepost {
namespace {

struct Loaded {
  SourceSet set;
  std::vector<Diagnostic> diagnostics;

  std::vector<std::string> paths() const {
    std::vector<std::string> result;
    for (const SourceFile& file : set.files) result.push_back(file.text.path());
    return result;
  }
  std::vector<uint16_t> codes() const {
    std::vector<uint16_t> result;
    for (const Diagnostic& d : diagnostics) result.push_back(d.code);
    return result;
  }
};

Loaded load(const MemoryTree& tree, const LoadOptions& options = {}) {
  DiagnosticSink sink;
  Loaded result;
  result.set = load_program(tree, options, sink);
  result.diagnostics = sink.take_sorted();
  return result;
}

using Paths = std::vector<std::string>;
using Codes = std::vector<uint16_t>;

TEST_CASE("a program is its files in path order", "[load]") {
  MemoryTree tree;
  tree.add("program.yaml", "program: X\n");
  tree.add("risks/R-2.md", "two");
  tree.add("risks/R-1.MD", "one");
  tree.add("b.yml", "");
  tree.add("b/x.markdown", "");
  tree.add("logo.png", std::string("\x89PNG\0", 5));
  const Loaded got = load(tree);
  CHECK(got.paths() ==
        Paths{"b.yml", "b/x.markdown", "logo.png", "program.yaml", "risks/R-1.MD", "risks/R-2.md"});
  CHECK(got.set.files[0].kind == SourceKind::yaml);
  CHECK(got.set.files[1].kind == SourceKind::markdown);
  CHECK(got.set.files[2].kind == SourceKind::asset);
  CHECK(got.set.files[2].asset_size == 5);
  CHECK(got.set.files[2].text.bytes().empty());
  CHECK(got.set.files[3].kind == SourceKind::program);
  CHECK(got.set.files[4].text.bytes() == "one");
  CHECK(got.codes() == Codes{});
  CHECK(got.set.find("risks/R-2.md") == FileId{5});
  CHECK(got.set.find("risks/R-3.md") == kNoFile);
}

TEST_CASE("hidden, generated and ignored files are left out", "[load]") {
  MemoryTree tree;
  tree.add("program.yaml", "program: X\n");
  tree.add(".git/config", "");
  tree.add(".github/README.md", "");
  tree.add(".notes.md", "");
  tree.add("node_modules/x/README.md", "");
  tree.add("site/.milepost-manifest", "");
  tree.add("site/page.md", "");
  tree.add(".milepostignore", "drafts/\n*.tmp.md\n!b.tmp.md\n");
  tree.add("drafts/a.md", "");
  tree.add("a.tmp.md", "");
  tree.add("b.tmp.md", "");
  tree.add("old/x.md", "");
  tree.add("sub/.milepostignore", "/x.md\n");
  tree.add("sub/x.md", "");
  tree.add("sub/y/x.md", "");
  LoadOptions options;
  options.exclude = {"old"};
  const Loaded got = load(tree, options);
  CHECK(got.paths() == Paths{"b.tmp.md", "program.yaml", "sub/y/x.md"});
  CHECK(got.codes() == Codes{});
}

TEST_CASE("what is left out is known by its path", "[load]") {
  MemoryTree tree;
  tree.add("program.yaml", "program: X\n");
  tree.add(".github/notes.md", "");
  tree.add("drafts/idea.md", "");
  tree.add("node_modules/x/readme.md", "");
  tree.add("notes/old.tmp", "");
  tree.add("notes/plan.md", "");
  LoadOptions options;
  options.exclude = {"drafts/", "*.tmp"};
  CHECK(load(tree, options).set.left_out ==
        Paths{".github/", "drafts/", "node_modules/", "notes/old.tmp"});
}

TEST_CASE("a folder without program.yaml builds with a note", "[load]") {
  MemoryTree tree;
  tree.add("a.md", "");
  tree.add("sub/program.yaml", "program: Y\n");
  const Loaded got = load(tree);
  REQUIRE(got.codes() == Codes{2, 1});
  CHECK(got.diagnostics[0].severity == Severity::note);
  CHECK(got.diagnostics[0].span == Span{FileId{1}, 0, 0});
  CHECK(got.diagnostics[1].severity == Severity::note);
  CHECK_FALSE(got.diagnostics[1].span.is_place());
  CHECK(got.set.files[1].kind == SourceKind::yaml);
}

TEST_CASE("a byte order mark vanishes and UTF-16 is converted", "[load]") {
  MemoryTree tree;
  tree.add("program.yaml", "\xEF\xBB\xBFprogram: X\n");
  tree.add("le.md", std::string("\xFF\xFEh\0\xE9\0\r\0\n\0", 10));
  tree.add("be.md", std::string("\xFE\xFF\0h\0i", 6));
  const Loaded got = load(tree);
  CHECK(got.set.files[0].text.bytes() == "hi");
  CHECK(got.set.files[1].text.bytes() == "h\xC3\xA9\r\n");
  CHECK(got.set.files[2].text.bytes() == "program: X\n");
  CHECK(got.codes() == Codes{5, 5});
}

TEST_CASE("line ends, tabs and no-break spaces are kept", "[load]") {
  const std::string text =
      "a\r\nb\rc\n\td\xC2\xA0"
      "e\xE2\x80\x8B\n";
  MemoryTree tree;
  tree.add("program.yaml", "");
  tree.add("a.md", text);
  CHECK(load(tree).set.files[0].text.bytes() == text);
}

TEST_CASE("what is no UTF-8 is refused at its place", "[load]") {
  MemoryTree tree;
  tree.add("program.yaml", "");
  tree.add("a.md", "one\ncaf\xE9 two\n");
  const Loaded got = load(tree);
  REQUIRE(got.codes() == Codes{3});
  const Diagnostic& d = got.diagnostics[0];
  CHECK(d.severity == Severity::error);
  CHECK(got.set.files[0].text.position(d.span.begin) == LineColumn{2, 4});
  CHECK(d.message.find("0xE9") != std::string::npos);
  CHECK(d.help.find("UTF-8") != std::string::npos);
  CHECK(d.help.find("`\xC3\xA9`") != std::string::npos);
  CHECK(got.set.files[0].kind == SourceKind::unread);
}

TEST_CASE("UTF-16 without a mark and NUL bytes are refused", "[load]") {
  MemoryTree tree;
  tree.add("program.yaml", "");
  tree.add("a.md", std::string("h\0i\0", 4));
  tree.add("b.md", std::string(3000, 'x') + std::string("\n\0y", 3));
  const Loaded got = load(tree);
  REQUIRE(got.codes() == Codes{4, 4});
  CHECK(got.set.files[0].kind == SourceKind::unread);
  CHECK(got.set.files[1].kind == SourceKind::unread);
  CHECK(got.diagnostics[1].span.begin == 3001);
}

TEST_CASE("limits hold before anything is read", "[load]") {
  MemoryTree tree;
  tree.add("program.yaml", "");
  tree.add_entry("big.md", EntryKind::file, uint64_t{2} << 30);
  tree.add("c.md", std::string(60, 'x'));
  tree.add("d.md", std::string(60, 'x'));
  tree.add("e.md", std::string(30, 'x'));
  tree.add("f.md", std::string(60, 'x'));
  LoadOptions options;
  options.limits.total_bytes = 100;
  const Loaded got = load(tree, options);
  CHECK(got.codes() == Codes{6, 7});
  CHECK(got.diagnostics[0].message.find("2048 MB") != std::string::npos);
  CHECK(got.set.files[0].kind == SourceKind::unread);
  CHECK(got.set.files[1].kind == SourceKind::markdown);
  CHECK(got.set.files[2].kind == SourceKind::unread);
  CHECK(got.set.files[3].kind == SourceKind::markdown);
  CHECK(got.set.files[4].kind == SourceKind::unread);
}

TEST_CASE("too many files and too deep folders are said", "[load]") {
  MemoryTree tree;
  tree.add("program.yaml", "");
  tree.add("a/b/c/x.md", "");
  for (int i = 0; i < 20; ++i) tree.add("x" + std::to_string(i) + ".md", "");
  LoadOptions options;
  options.limits.folder_depth = 2;
  options.limits.files = 10;
  CHECK(load(tree, options).codes() == Codes{7});
  options.limits.files = 1000;
  const Loaded got = load(tree, options);
  CHECK(got.codes() == Codes{7});
  CHECK(got.paths()[0] == "a/b/c");
}

TEST_CASE("what is no regular file is reported and skipped", "[load]") {
  MemoryTree tree;
  tree.add("program.yaml", "");
  tree.add_entry("link.md", EntryKind::symlink);
  tree.add_entry("pipe.md", EntryKind::special);
  tree.add_entry("secret.md", EntryKind::file, 5);
  tree.fail("secret.md", TreeError::denied);
  tree.add("zone/x.md", "");
  tree.add_entry("zone", EntryKind::directory);
  tree.fail("zone", TreeError::denied);
  const Loaded got = load(tree);
  CHECK(got.codes() == Codes{10, 11, 12, 12});
  for (const Diagnostic& d : got.diagnostics) CHECK(d.span.is_place());
}

TEST_CASE("names that collide are an error naming both", "[load]") {
  MemoryTree tree;
  tree.add("program.yaml", "");
  tree.add("A.md", "");
  tree.add("a.md", "");
  tree.add("caf\xC3\xA9.md", "");
  tree.add("cafe\xCC\x81.md", "");
  const Loaded got = load(tree);
  REQUIRE(got.codes() == Codes{8, 8});
  CHECK(got.diagnostics[0].message.find("`a.md` and `A.md`") == 0);
  REQUIRE(got.diagnostics[0].related.size() == 1);
  CHECK(got.diagnostics[0].related[0].span == Span{FileId{0}, 0, 0});
}

TEST_CASE("names with characters that cannot be seen are refused", "[load]") {
  MemoryTree tree;
  tree.add("program.yaml", "");
  tree.add("a\nb.md", "");
  tree.add("a\\b.md", "");
  tree.add("a\xFF.md", "");
  tree.add(
      "a\xE2\x80\xAE"
      "dm.md",
      "");
  tree.add("bad\x01/x.md", "");
  const Loaded got = load(tree);
  CHECK(got.codes() == Codes{9, 9, 9, 9, 9});
  for (const SourceFile& file : got.set.files) {
    if (file.text.path() != "program.yaml") CHECK(file.kind == SourceKind::unread);
  }
}

TEST_CASE("a bad ignore pattern is reported at its line", "[load]") {
  MemoryTree tree;
  tree.add("program.yaml", "");
  tree.add(".milepostignore", "*.tmp\n[ab\n");
  LoadOptions options;
  options.exclude = {"[x"};
  const Loaded got = load(tree, options);
  REQUIRE(got.codes() == Codes{14, 14});
  CHECK(got.diagnostics[0].span == Span{FileId{0}, 6, 9});
  CHECK(got.diagnostics[1].message.find("`[x`") != std::string::npos);
}

TEST_CASE("a single file is a program of its own", "[load]") {
  MemoryTree tree;
  tree.add("log.md", "text");
  tree.add("other.md", "text");
  DiagnosticSink sink;
  const SourceSet set = load_one(tree, "log.md", {}, sink);
  REQUIRE(set.files.size() == 1);
  CHECK(set.files[0].text.bytes() == "text");
  CHECK(sink.take_sorted().empty());
  load_one(tree, "missing.md", {}, sink);
  load_one(tree, "x.txt", {}, sink);
  CHECK(sink.take_sorted().size() == 2);
}

TEST_CASE("any number of threads loads the same", "[load]") {
  MemoryTree tree;
  for (int i = 0; i < 500; ++i) {
    tree.add("d" + std::to_string(i % 7) + "/f" + std::to_string(i) + ".md",
             i % 5 == 0 ? "bad \xFF" : "text " + std::to_string(i));
  }
  LoadOptions options;
  const Loaded one = load(tree, options);
  options.jobs = 8;
  const Loaded eight = load(tree, options);
  CHECK(one.paths() == eight.paths());
  REQUIRE(one.diagnostics.size() == eight.diagnostics.size());
  for (std::size_t i = 0; i < one.diagnostics.size(); ++i) {
    CHECK(one.diagnostics[i].span == eight.diagnostics[i].span);
  }
  for (std::size_t i = 0; i < one.set.files.size(); ++i) {
    CHECK(one.set.files[i].text.bytes() == eight.set.files[i].text.bytes());
  }
}

}  // namespace
}  // namespace milepost
