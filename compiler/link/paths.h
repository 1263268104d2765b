// Relative links between the program's files: which file a destination means.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "link/program.h"
#include "load/source_set.h"

namespace milepost {

enum class PathFate : uint8_t {
  external,       // has a scheme or a host: none of our business
  same_file,      // only a fragment
  empty,          // nothing at all
  found,          // `file`
  other_letters,  // `file`, were it not for upper and lower case or the normal form
  folder,         // a folder without a page of its own
  outside,        // leaves the program's folder
  left_out,       // there, but excluded
  missing,
};

struct PathHit {
  PathFate fate = PathFate::missing;
  FileId file = kNoFile;
  std::string path;           // normalized, relative to the program; of `outside` as written
  std::string_view fragment;  // without `#`, as written
};

/// With `%20` and the like as the bytes they stand for; a `%` that begins no such thing stays.
std::string percent_decoded(std::string_view text);

/// What one finds at a path. Read by many threads at once.
class PathTable {
 public:
  explicit PathTable(const Program& program, const SourceSet& sources);

  /// `destination` as written in `from`: relative, `/from/the/root`, with %20 and #fragment, to a
  /// file or to a folder that has a README.md or index.md.
  PathHit resolve(std::string_view destination, FileId from) const;

  /// What a link to a file leads to: its record, its page, the asset; none for a list of records.
  Target target(FileId file) const { return targets_[static_cast<uint32_t>(file)]; }
  /// Records written in a file, in order: [first, first + count).
  struct Run {
    uint32_t first = 0, count = 0;
  };
  Run records_in(FileId file) const { return runs_[static_cast<uint32_t>(file)]; }
  /// The record of the file whose head (row, first line) holds the place, or kNoRecord. O(log n).
  RecordIndex record_at(Span place) const;

  /// A destination that would have worked in place of `written`, which gave `hit`: followed from
  /// the program's folder, the file of that name elsewhere, or one with the same ending spelled
  /// nearly so; empty if there is none. One thread only; after a million looks at other files it
  /// knows no more.
  std::string suggest(const PathHit& hit, std::string_view written, FileId from) const;
  std::string relative(FileId to, FileId from) const;

 private:
  bool is_folder(std::string_view path) const;
  bool is_left_out(std::string_view path) const;
  FileId index_of_folder(std::string_view path) const;
  FileId find_other_letters(std::string_view path) const;
  void look(PathHit& hit, std::string_view path) const;
  void build_fallbacks() const;

  const Program* program_;
  const SourceSet* sources_;
  std::vector<Target> targets_;
  std::vector<Run> runs_;
  std::vector<uint32_t> by_place_;  // record numbers by file and place
  mutable std::size_t looks_ = 0;
  mutable std::once_flag built_;
  mutable std::unordered_map<std::string, FileId> folded_;                // collision keys
  mutable std::unordered_map<std::string, std::vector<FileId>> by_name_;  // folded last parts
};

}  // namespace milepost
