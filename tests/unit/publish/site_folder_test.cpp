// Where the sites of several audiences and their zips may go.
#include "publish/site_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.h"
#include "publish/site_zip.h"

namespace milepost {
namespace {

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "milepost-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data()) == nullptr ? std::string()
                                                 : std::filesystem::canonical(pattern).string();
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  TargetContext context() const { return {path_, "", {path_ + "/program"}}; }

  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(std::filesystem::path(path_ + "/" + name).parent_path());
    std::ofstream(path_ + "/" + name, std::ios::binary) << text;
  }
  std::string read(const std::string& name) const {
    std::ifstream in(path_ + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::string path_;
};

TEST_CASE("publish: each audience has a folder of its own", "[publish]") {
  const Folder place;
  const SiteFolderCheck check = check_site_folder("sites", {"public", "board"}, place.context());
  REQUIRE_FALSE(check.refusal);
  REQUIRE(check.targets.size() == 2);
  CHECK(check.targets[1].parent == place / "sites");
  CHECK(check.targets[1].name == "board");
  CHECK(std::filesystem::is_directory(place / "sites"));
}

TEST_CASE("publish: a name that is no safe folder, or equal but for case, is refused",
          "[publish]") {
  const Folder place;
  const std::vector<std::vector<std::string>> bad = {
      {"../out"}, {"a/b"}, {".."}, {""}, {"con"}, {"Com1.x"}, {"k\xc3\xb6ln"}, {"Board", "board"}};
  for (const std::vector<std::string>& names : bad) {
    CAPTURE(names.front());
    CHECK(check_site_folder("sites", names, place.context()).refusal);
  }
  CHECK_FALSE(std::filesystem::exists(place / "sites"));
}

TEST_CASE("publish: a folder that is itself a site holds no other sites", "[publish]") {
  const Folder place;
  place.write("sites/.milepost-manifest", "milepost-manifest 1\n");
  CHECK(check_site_folder("sites", {"public"}, place.context()).refusal);
  place.write("others/public/mine.txt", "mine");
  CHECK(check_site_folder("others", {"public"}, place.context()).refusal);
}

TEST_CASE("publish: a zip is refused where it does not belong", "[publish]") {
  const Folder place;
  place.write("program/program.yaml", "");
  place.write("site/index.html", "");
  place.write("notes.txt", "notes");
  const std::vector<std::string> sites = {place / "site"};
  const auto refused = [&](const char* file) {
    return check_zip(file, place.context(), sites).has_value();
  };
  CHECK_FALSE(refused("site.zip"));
  CHECK(refused("program/site.zip"));
  CHECK(refused("site/site.zip"));
  CHECK(refused("site"));
  CHECK(refused("notes.txt"));
  CHECK(refused("nowhere/site.zip"));
  CHECK(refused("program/../program/site.zip"));
}

TEST_CASE("publish: a zip is the same for the same files", "[publish]") {
  const Folder place;
  place.write("site/b.txt", "two");
  place.write("site/a/one.txt", "one");
  const std::vector<std::string> paths = {"b.txt", "a/one.txt"};
  const std::vector<std::string> sorted = {"a/one.txt", "b.txt"};
  CHECK(write_zip(place / "site", paths, place / "first.zip").empty());
  std::filesystem::last_write_time(place / "site/b.txt", std::filesystem::file_time_type{});
  std::filesystem::permissions(place / "site/b.txt", std::filesystem::perms::owner_all);
  CHECK(write_zip(place / "site", sorted, place / "second.zip").empty());
  const std::string first = place.read("first.zip");
  CHECK(first.size() > 100);
  CHECK(first == place.read("second.zip"));
  CHECK(first.find("a/one.txt") < first.find("b.txt"));
  CHECK_FALSE(
      write_zip(place / "site", std::vector<std::string>{"gone.txt"}, place / "third.zip").empty());
  CHECK_FALSE(std::filesystem::exists(place / "third.zip"));
  CHECK_FALSE(std::filesystem::exists(place / "third.zip.milepost"));
}

}  // namespace
}  // namespace milepost
