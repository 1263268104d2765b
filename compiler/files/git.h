// The git binary for one question, run by argv without a shell, and only to read.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace milepost {

struct GitAnswer {
  bool started = false;  // there is a git
  int status = -1;       // its exit status; -1: it did not end by itself
  bool cut = false;      // it had more to say than the limit
  std::string out;
  std::string error;  // the beginning of what it complained of
};

/// What `git ARGUMENTS` says, run in `folder` with a clean environment: no system or user
/// configuration, no hooks, no file system monitor, no filters, no prompts, no network. Only for
/// commands that read (rev-parse, rev-list, for-each-ref, merge-base, grep, cat-file). Output past
/// `limit` bytes is cut off. Files of `kept` (descriptors) may be named as `/proc/self/fd/N`.
GitAnswer ask_git(const std::string& folder, const std::vector<std::string>& arguments,
                  size_t limit = 64u << 20, const std::vector<int>& kept = {});

/// The same for who only wants to know what it prints: nothing if git is missing or says no.
std::optional<std::string> run_git(const std::string& folder,
                                   const std::vector<std::string>& arguments,
                                   size_t limit = 64u << 20);

}  // namespace milepost
