// The only writer of output: a site is staged beside its folder and put in place at once.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publish/target.h"

namespace milepost {

struct PublishResult {
  uint32_t files = 0;              // in the new site
  uint32_t written = 0;            // new or changed ones; the others are links to the old site's
  std::vector<std::string> paths;  // of these files, sorted
  std::string problem;             // empty: the new site is in place; else the old one is untouched
  std::string warning;  // the site is in place, but something of the old one was left beside it
};

/// One build's output. Between open() and finish() the output folder is as it was; finish() swaps
/// folders in one step where the file system can, so whoever looks sees the old site or the new one
/// whole. Staging lies in `.<name>.milepost/` beside the folder and is removed at the end, whatever
/// happened; what a killed build left there the next one clears. Only files that the old manifest
/// lists are ever deleted.
class Publisher {
 public:
  struct Opened {
    std::unique_ptr<Publisher> publisher;
    std::string
        problem;  // why there is none: another build holds the lock, the folder cannot be written
  };
  static Opened open(OutputTarget target);

  /// Output that is given to `keep`, file by file and by one thread at a time, and goes nowhere
  /// else; without a manifest of its own.
  using Keep = std::function<void(std::string_view path, std::string_view bytes)>;
  static std::unique_ptr<Publisher> to(Keep keep);
  ~Publisher();
  Publisher(const Publisher&) = delete;
  Publisher& operator=(const Publisher&) = delete;

  /// Files of this build that have the same bytes become links to one. Before the first write().
  void share_equal_files();

  /// Adds a file. From any thread, each path once. False after any failure, which finish() then
  /// names. `like` is a file of this build that may have the same bytes (none, if it is the first
  /// of its like), and that no other file is like: with share_equal_files() to find that out takes
  /// no more than to compare them. The bytes of such files are kept until then, some 64 MB of them.
  bool write(std::string_view path, std::string_view bytes,
             std::optional<std::string_view> like = {});

  /// The bytes of a file of the site that is there, if they are those that its manifest names.
  std::optional<std::string> old_file(std::string_view path) const;
  /// Takes all files beneath `folder` (ends in `/`) over from the site that is there, each of which
  /// has to be as its manifest says. False: one is not, or there is none, and nothing was taken.
  /// Reads all of them. Not beside a write() into that folder.
  bool keep_folder(std::string_view folder);

  /// Ends the site with its manifest and puts it in place.
  PublishResult finish();

 private:
  struct State;
  explicit Publisher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace milepost
