// Small repositories that tests make with git itself, whatever the one who runs them has set up.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace milepost {

/// A folder that vanishes with the test, and in it a repository.
class GitScratch {
 public:
  /// `options` of `git init`; `folder` in the scratch folder is where commands run.
  explicit GitScratch(const std::string& options = "", const std::string& folder = "repo");
  ~GitScratch();
  GitScratch(const GitScratch&) = delete;
  GitScratch& operator=(const GitScratch&) = delete;

  std::string outside(const std::string& name) const { return root_ + "/" + name; }
  std::string at(const std::string& name) const { return path() + "/" + name; }
  std::string path() const { return root_ + "/" + folder_; }

  void write(const std::string& name, const std::string& bytes) const;
  /// `git WORDS` by a shell, in the repository, at 12:00 UTC of `day`, or at the moment
  /// that it says. What it prints, without the
  /// line end. Fails the test if git does.
  std::string git(const std::string& words, const std::string& day = "2026-01-05") const;
  /// Adds everything and commits it; its id.
  std::string commit(const std::string& message, const std::string& day = "2026-01-05") const;
  /// Every path beneath the scratch folder with a hash of its bytes and its modification time.
  std::vector<std::string> state() const;

 private:
  std::string root_, folder_;
};

}  // namespace milepost
