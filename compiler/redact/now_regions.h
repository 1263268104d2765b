// The regions of the working folder, for those who read old versions of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "link/program.h"
#include "load/source_set.h"

namespace milepost {

/// [begin, end) of the bytes of its file, with its marks.
struct NowRegion {
  std::string label;
  uint32_t begin = 0, end = 0;
};

/// A file that has regions.
struct NowFile {
  std::string path, bytes;
  std::vector<NowRegion> regions;  // in order
};

/// A record whose text has regions.
struct NowRecord {
  uint32_t file = 0;
  bool beside = false;            // it is a row, item or block of the file: all regions may be its
  std::vector<uint32_t> regions;  // of the file, those that are its own
  /// Fields, and other words that are written as one is, that stand in a region, and its label.
  std::vector<std::pair<std::string, std::string>> fields;
};

/// Owns all it says. A record is known by its id, a former id, its path if it is a file, or its
/// kind and title; a page by its path or title.
class NowRegions {
 public:
  NowRegions(const Program& now, const SourceSet& sources);

  bool empty() const { return files_.empty(); }
  const std::vector<NowFile>& files() const { return files_; }
  /// The record that `then` is now, or any that it could be; none, if none of them has regions. One
  /// that is a part of a file now is meant only if it was a file then: else it is where it was.
  /// `path` is that of its file if it has one to itself, else empty.
  std::vector<const NowRecord*> find(const Record& then, std::string_view kind,
                                     std::string_view path) const;
  /// The files (numbers of files()) that a page is in now.
  std::vector<uint32_t> find_page(std::string_view path, std::string_view title) const;

 private:
  void read_files(const Program& now, const SourceSet& sources);
  void read_records(const Program& now, const SourceSet& sources);
  void read_fields(const Program& now, const Record& record, NowRecord& made) const;

  using Places = std::unordered_multimap<std::string, uint32_t>;

  std::vector<NowFile> files_;
  std::vector<NowRecord> records_;
  Places by_name_, by_title_, by_path_;  // of records
  Places page_titles_, paths_;           // of files
};

}  // namespace milepost
