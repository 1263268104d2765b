// What differs between two trees, held against what git says and what the files are.
#include "files/git_tree_changes.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catch.h"
#include "git_scratch.h"

namespace milepost {
namespace {

using Files = std::map<std::string, std::string>;

/// All files of a tree, by path, with the names of their blobs.
Files files_of(const GitScratch& scratch, const std::string& tree) {
  Files files;
  if (tree.empty()) return files;
  const std::string listed = scratch.git("ls-tree -r -z --full-tree " + tree + " | tr '\\0' '\\n'");
  size_t at = 0;
  while (at < listed.size()) {
    const size_t end = std::min(listed.find('\n', at), listed.size());
    const std::string line = listed.substr(at, end - at);
    const size_t tab = line.find('\t');
    if (line.starts_with("100")) files[line.substr(tab + 1)] = line.substr(tab - 40, 40);
    at = end + 1;
  }
  return files;
}

std::string changes_by_files(const Files& before, const Files& after, const std::string& folder) {
  std::string text;
  Files all = before;
  all.insert(after.begin(), after.end());
  for (const auto& [path, ignored] : all) {
    const auto was = before.find(path);
    const auto now = after.find(path);
    const std::string old_id = was == before.end() ? "" : was->second;
    const std::string new_id = now == after.end() ? "" : now->second;
    if (old_id != new_id && path.starts_with(folder)) {
      text += path.substr(folder.size()) + " " + new_id + "\n";
    }
  }
  return text;
}

std::string text_of(const std::vector<GitChange>& changes) {
  std::string text;
  for (const GitChange& change : changes) text += change.path + " " + change.id + "\n";
  return text;
}

TEST_CASE("changes of two trees are those of their files", "[git]") {
  const GitScratch scratch;
  std::vector<std::string> trees = {""};
  const auto keep = [&] {
    scratch.commit("One");
    trees.push_back(scratch.git("rev-parse HEAD^{tree}"));
  };
  const auto remove = [&](const std::string& name) {
    std::filesystem::remove_all(scratch.at(name));
  };
  // Names that git sorts in another order than letters do: a folder as if it ended in `/`.
  for (const char* name :
       {"a", "a-b", "a.b", "a0", "b/a-a", "b/a.x/c", "b/a/c", "b-x", "b.md", "ab"}) {
    scratch.write(name, name);
  }
  keep();
  scratch.write("a-b", "other");
  scratch.write("b/a/c", "other");
  keep();
  // A file becomes a folder and the reverse; one is renamed; a mode changes.
  remove("a");
  scratch.write("a/x", "x");
  remove("b/a");
  scratch.write("b/a", "c");
  std::filesystem::rename(scratch.at("b-x"), scratch.at("b0"));
  std::filesystem::permissions(scratch.at("b.md"), std::filesystem::perms::owner_all);
  keep();
  remove("b");
  std::filesystem::create_symlink("b.md", scratch.at("b"));
  remove("a0");
  keep();
  remove("b");
  scratch.write("b", "no link");
  scratch.write("zz/deep/er/file", "1");
  keep();
  const auto repository = [&] {
    const GitRepository::Opened opened = GitRepository::open(scratch.path());
    REQUIRE(opened.repository != nullptr);
    return opened.repository;
  }();
  for (const std::string& before : trees) {
    for (const std::string& after : trees) {
      for (const std::string folder : {"", "b/", "b/a/", "zz/deep/", "none/"}) {
        CAPTURE(before, after, folder);
        CHECK(text_of(repository->changes(before, after, folder)) ==
              changes_by_files(files_of(scratch, before), files_of(scratch, after), folder));
      }
    }
  }
  CHECK(repository->lacked() == 0);
}

TEST_CASE("a tree that the clone lacks is none and counts", "[git]") {
  const GitScratch scratch;
  scratch.write("a/x", "1");
  scratch.commit("One");
  const std::string before = scratch.git("rev-parse HEAD^{tree}");
  scratch.write("a/x", "2");
  scratch.commit("Two");
  const std::string after = scratch.git("rev-parse HEAD^{tree}");
  const std::string folder = scratch.git("rev-parse HEAD:a");
  std::filesystem::remove(
      scratch.at(".git/objects/" + folder.substr(0, 2) + "/" + folder.substr(2)));
  const GitRepository::Opened opened = GitRepository::open(scratch.path());
  REQUIRE(opened.repository != nullptr);
  CHECK(text_of(opened.repository->changes(before, after, "")) == "a/x \n");
  CHECK(opened.repository->lacked() == 1);
}

}  // namespace
}  // namespace milepost
