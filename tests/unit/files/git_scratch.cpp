// Runs git for tests.
#include "git_scratch.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "text/sha256.h"

namespace milepost {
namespace {

namespace fs = std::filesystem;

}  // namespace

GitScratch::GitScratch(const std::string& options, const std::string& folder) : folder_(folder) {
  std::string name = (fs::temp_directory_path() / "milepost-git-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  root_ = fs::canonical(name).string();
  fs::create_directories(path());
  git("init -q -b main " + options + " .");
}

GitScratch::~GitScratch() {
  std::error_code error;
  fs::remove_all(root_, error);
}

void GitScratch::write(const std::string& name, const std::string& bytes) const {
  fs::create_directories(fs::path(at(name)).parent_path());
  std::ofstream(at(name), std::ios::binary) << bytes;
}

std::string GitScratch::git(const std::string& words, const std::string& day) const {
  const std::string time = day.find('T') == std::string::npos ? day + "T12:00:00Z" : day;
  const std::string command =
      "cd '" + path() +
      "' && env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1 "
      "GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME='A. Writer' GIT_AUTHOR_EMAIL=a@example.org "
      "GIT_COMMITTER_NAME='A. Writer' GIT_COMMITTER_EMAIL=a@example.org GIT_AUTHOR_DATE='" +
      time + "' GIT_COMMITTER_DATE='" + time + "' LC_ALL=C git -c protocol.file.allow=always " +
      words;
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  std::array<char, 4096> buffer;
  for (size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    out.append(buffer.data(), got);
  }
  INFO(words);
  REQUIRE(::pclose(pipe) == 0);
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

std::string GitScratch::commit(const std::string& message, const std::string& day) const {
  git("add -A");
  git("commit -q --allow-empty -m '" + message + "'", day);
  return git("rev-parse HEAD");
}

std::vector<std::string> GitScratch::state() const {
  std::vector<std::string> found;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root_)) {
    std::string line = entry.path().string();
    if (entry.is_regular_file() && !entry.is_symlink()) {
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      line += " " + sha256_hex(bytes) + " " +
              std::to_string(entry.last_write_time().time_since_epoch().count());
    }
    found.push_back(std::move(line));
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace milepost
