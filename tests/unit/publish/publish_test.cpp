// Tests of publish/: what becomes of a folder, and what is never touched.
#include "publish/publish.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.h"

namespace milepost {
namespace {

namespace fs = std::filesystem;

/// A folder of its own that goes with the test.
struct Scratch {
  fs::path path;
  Scratch() {
    std::string name = (fs::temp_directory_path() / "milepost-publish-XXXXXX").string();
    path = fs::canonical(::mkdtemp(name.data()));
  }
  ~Scratch() {
    std::error_code error;
    fs::remove_all(path, error);
  }
  std::string at(const std::string& name) const { return (path / name).string(); }
};

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

void put(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

TargetContext context_of(const Scratch& scratch) {
  put(scratch.path / "program/program.yaml", "program: P\n");
  return {scratch.at("work"), scratch.at("home"), {scratch.at("program")}};
}

PublishResult build(const Scratch& scratch,
                    std::initializer_list<std::pair<const char*, const char*>> files) {
  TargetCheck check = check_target(scratch.at("site"), context_of(scratch));
  REQUIRE(check.target);
  Publisher::Opened opened = Publisher::open(std::move(*check.target));
  REQUIRE(opened.publisher);
  for (const auto& [path, text] : files) CHECK(opened.publisher->write(path, text));
  return opened.publisher->finish();
}

size_t entries(const fs::path& path) {
  size_t count = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(path)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a site appears whole, and its sibling is gone", "[publish]") {
  const Scratch scratch;
  const PublishResult result = build(scratch, {{"index.html", "one"}, {"risks/R-1.html", "two"}});
  CHECK(result.problem.empty());
  CHECK(result.files == 2);
  CHECK(result.written == 2);
  CHECK(read(scratch.path / "site/index.html") == "one");
  CHECK(read(scratch.path / "site/risks/R-1.html") == "two");
  CHECK(!fs::exists(scratch.path / ".site.milepost"));
  const std::optional<Manifest> manifest =
      read_manifest(read(scratch.path / "site/.milepost-manifest"));
  REQUIRE(manifest);
  CHECK(manifest->size() == 2);
  CHECK(manifest->at("index.html").size == 3);
}

TEST_CASE("what did not change keeps its inode, what is gone goes", "[publish]") {
  const Scratch scratch;
  build(scratch, {{"index.html", "one"}, {"old/gone.html", "two"}, {"same.html", "three"}});
  struct stat before {};
  ::stat(scratch.at("site/same.html").c_str(), &before);
  const PublishResult result = build(scratch, {{"index.html", "new"}, {"same.html", "three"}});
  struct stat after {};
  ::stat(scratch.at("site/same.html").c_str(), &after);
  CHECK(result.written == 1);
  CHECK(before.st_ino == after.st_ino);
  CHECK(read(scratch.path / "site/index.html") == "new");
  CHECK(!fs::exists(scratch.path / "site/old"));
  CHECK(!fs::exists(scratch.path / ".site.milepost"));
}

TEST_CASE("a page that somebody edited is written anew", "[publish]") {
  const Scratch scratch;
  build(scratch, {{"index.html", "one"}});
  put(scratch.path / "site/index.html", "two");
  const PublishResult result = build(scratch, {{"index.html", "one"}});
  CHECK(result.written == 1);
  CHECK(read(scratch.path / "site/index.html") == "one");
}

TEST_CASE("without finish() nothing changes", "[publish]") {
  const Scratch scratch;
  build(scratch, {{"index.html", "one"}});
  {
    TargetCheck check = check_target(scratch.at("site"), context_of(scratch));
    Publisher::Opened opened = Publisher::open(std::move(*check.target));
    opened.publisher->write("index.html", "two");
  }
  CHECK(read(scratch.path / "site/index.html") == "one");
  CHECK(!fs::exists(scratch.path / ".site.milepost"));
}

TEST_CASE("two builds at once: the second is turned away", "[publish]") {
  const Scratch scratch;
  TargetCheck first = check_target(scratch.at("site"), context_of(scratch));
  TargetCheck second = check_target(scratch.at("site"), context_of(scratch));
  const Publisher::Opened one = Publisher::open(std::move(*first.target));
  const Publisher::Opened two = Publisher::open(std::move(*second.target));
  CHECK(one.publisher);
  CHECK(!two.publisher);
  CHECK(two.problem.find("another build") != std::string::npos);
}

TEST_CASE("paths that leave the site are refused", "[publish]") {
  for (const char* path :
       {"../x", "/etc/x", "a/../../x", "", "a//b", "./a", "a\\b", ".milepost-manifest", "a\nb"}) {
    const Scratch scratch;
    TargetCheck check = check_target(scratch.at("site"), context_of(scratch));
    Publisher::Opened opened = Publisher::open(std::move(*check.target));
    INFO(path);
    CHECK(!opened.publisher->write(path, "x"));
    CHECK(!opened.publisher->finish().problem.empty());
    CHECK(!fs::exists(scratch.path / "site"));
  }
}

TEST_CASE("a file that appears during the build is kept", "[publish]") {
  const Scratch scratch;
  build(scratch, {{"index.html", "one"}});
  TargetCheck check = check_target(scratch.at("site"), context_of(scratch));
  Publisher::Opened opened = Publisher::open(std::move(*check.target));
  opened.publisher->write("index.html", "two");
  put(scratch.path / "site/thesis.txt", "precious");
  const PublishResult result = opened.publisher->finish();
  CHECK(result.problem.empty());
  CHECK(!result.warning.empty());
  CHECK(read(scratch.path / "site/index.html") == "two");
  CHECK(read(scratch.path / ".site.milepost/stage/thesis.txt") == "precious");
}

TEST_CASE("the staging of a killed build is cleared", "[publish]") {
  const Scratch scratch;
  put(scratch.path / ".site.milepost/stage/half/page.html", "half");
  build(scratch, {{"index.html", "one"}});
  CHECK(entries(scratch.path / "site") == 2);
  CHECK(!fs::exists(scratch.path / ".site.milepost"));
}

TEST_CASE("dangerous targets are refused with a reason", "[publish]") {
  const Scratch scratch;
  const TargetContext context = context_of(scratch);
  fs::create_directories(scratch.path / "home/me");
  fs::create_directories(scratch.path / "work/inner");
  put(scratch.path / "full/thesis.txt", "precious");
  put(scratch.path / "repository/.git/HEAD", "ref");
  put(scratch.path / "forged/.milepost-manifest",
      "milepost-manifest 1\n" + std::string(64, '0') + " 1 ../x\n");
  put(scratch.path / "file", "x");
  fs::create_directory_symlink(scratch.path / "full", scratch.path / "link");
  const std::string targets[] = {"/",
                                 "/../..//",
                                 "",
                                 "/tmp",
                                 "/etc/milepost",
                                 "/proc/milepost",
                                 scratch.at("home"),
                                 scratch.path.string(),
                                 scratch.at("program"),
                                 scratch.at("work"),
                                 scratch.at("work/."),
                                 scratch.at("full"),
                                 scratch.at("full/.."),
                                 scratch.at("repository"),
                                 scratch.at("repository/.git/site"),
                                 scratch.at("forged"),
                                 scratch.at("file"),
                                 scratch.at("file/site"),
                                 scratch.at("link"),
                                 scratch.at("nowhere/site")};
  for (const std::string& target : targets) {
    INFO(target);
    const TargetCheck check = check_target(target, context);
    REQUIRE(check.refusal);
    CHECK(!check.target);
    CHECK(!check.refusal->help.empty());
  }
  CHECK(check_target(scratch.at("new"), context).target);
  CHECK(check_target(scratch.at("program/site"), context).target);
}

TEST_CASE("a manifest reads back as it was written", "[publish]") {
  const Manifest manifest = {{"a b.html", {12, std::string(64, 'a')}},
                             {"risks/R-1.html", {0, std::string(64, 'b')}}};
  const std::optional<Manifest> read_back = read_manifest(print_manifest(manifest));
  REQUIRE(read_back);
  CHECK(print_manifest(*read_back) == print_manifest(manifest));
  CHECK(!read_manifest(""));
  CHECK(!read_manifest("milepost-manifest 2\n"));
  CHECK(!read_manifest("milepost-manifest 1\nshort 1 a\n"));
}

TEST_CASE("publish: a folder is taken over if all of it is as its manifest says", "[publish]") {
  const Scratch scratch;
  const auto old = {std::pair{"v1/a.html", "one"}, std::pair{"v1/b/c.html", "two"},
                    std::pair{"v10/a.html", "ten"}};
  CHECK(build(scratch, old).problem.empty());
  const auto make = [&](const char* folder) {
    TargetCheck check = check_target(scratch.at("site"), context_of(scratch));
    REQUIRE(check.target);
    Publisher::Opened opened = Publisher::open(std::move(*check.target));
    REQUIRE(opened.publisher);
    const bool kept = opened.publisher->keep_folder(folder);
    CHECK(opened.publisher->write("index.html", "front"));
    const PublishResult result = opened.publisher->finish();
    CHECK(result.problem.empty());
    CHECK(result.written <= 1);  // never what was taken over
    return kept ? result.paths : std::vector<std::string>();
  };
  SECTION("it is") {
    CHECK(make("v1/") == std::vector<std::string>{"index.html", "v1/a.html", "v1/b/c.html"});
    CHECK(read(scratch.path / "site/v1/b/c.html") == "two");
    CHECK(!fs::exists(scratch.path / "site/v10"));
    // The manifest that this wrote has it, too.
    CHECK(make("v2/").empty());
  }
  SECTION("a file has other bytes") {
    put(scratch.path / "site/v1/b/c.html", "tvo");
    CHECK(make("v1/").empty());
    CHECK(!fs::exists(scratch.path / "site/v1"));
  }
  SECTION("a file is longer") {
    put(scratch.path / "site/v1/b/c.html", "two more");
    CHECK(make("v1/").empty());
  }
  SECTION("a file is gone") {
    fs::remove(scratch.path / "site/v1/a.html");
    CHECK(make("v1/").empty());
  }
}

TEST_CASE("publish: a file like another one of the build is a link to it", "[publish]") {
  const Scratch scratch;
  TargetCheck check = check_target(scratch.at("site"), context_of(scratch));
  REQUIRE(check.target);
  Publisher::Opened opened = Publisher::open(std::move(*check.target));
  REQUIRE(opened.publisher);
  Publisher& publisher = *opened.publisher;
  publisher.share_equal_files();
  CHECK(publisher.write("v1/a.html", "same", "none/a.html"));
  CHECK(publisher.write("v1/b.html", "one", "none/b.html"));
  CHECK(publisher.write("v2/a.html", "same", "v1/a.html"));
  CHECK(publisher.write("v2/b.html", "two", "v1/b.html"));
  CHECK(publisher.write("v3/a.html", "same", "v2/a.html"));
  const PublishResult result = publisher.finish();
  CHECK(result.problem.empty());
  CHECK(result.written == 5);
  CHECK(fs::hard_link_count(scratch.path / "site/v1/a.html") == 3);
  CHECK(read(scratch.path / "site/v2/b.html") == "two");
  const auto manifest = read_manifest(read(scratch.path / "site/.milepost-manifest"));
  REQUIRE(manifest);
  CHECK(manifest->at("v3/a.html").sha256 == manifest->at("v1/a.html").sha256);
}

TEST_CASE("publish: equal files of one build are links if that is asked for", "[publish]") {
  const Scratch scratch;
  const auto make = [&](bool share) {
    TargetCheck check = check_target(scratch.at("site"), context_of(scratch));
    REQUIRE(check.target);
    Publisher::Opened opened = Publisher::open(std::move(*check.target));
    REQUIRE(opened.publisher);
    if (share) opened.publisher->share_equal_files();
    CHECK(opened.publisher->write("a/index.html", "the same"));
    CHECK(opened.publisher->write("b/deep/index.html", "the same"));
    CHECK(opened.publisher->write("b/index.html", "other"));
    return opened.publisher->finish();
  };
  const auto links = [&](const char* file) {
    return fs::hard_link_count(scratch.path / "site" / file);
  };
  CHECK(make(false).written == 3);
  CHECK(links("a/index.html") == 1);
  fs::remove_all(scratch.path / "site");
  const PublishResult shared = make(true);
  CHECK(shared.problem.empty());
  CHECK(shared.written == 3);
  CHECK(links("a/index.html") == 2);
  CHECK(links("b/index.html") == 1);
  CHECK(read(scratch.path / "site/b/deep/index.html") == "the same");
  // What is linked to the old site stays as it is.
  CHECK(make(true).written == 0);
  CHECK(links("a/index.html") == 2);
}

}  // namespace milepost
