// A tree of files in which some read otherwise: what a change would make of the program.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "files/source_tree.h"

namespace milepost {

/// Borrows `base`. Change it before others read it.
class OverlayTree : public SourceTree {
 public:
  explicit OverlayTree(const SourceTree& base) : base_(base) {}
  OverlayTree(const SourceTree& base, std::string path, std::string bytes) : base_(base) {
    put(std::move(path), std::move(bytes));
  }

  /// The file need not be there before, nor its folders.
  void put(std::string path, std::string bytes) {
    files_.insert_or_assign(std::move(path), std::move(bytes));
  }
  /// As if it was not there; a folder stays, if only an empty one.
  void remove(std::string path) { files_.insert_or_assign(std::move(path), std::nullopt); }
  bool empty() const { return files_.empty(); }

  Listing list(std::string_view folder) const override;
  FileBytes read(std::string_view path, uint64_t limit) const override;

 private:
  const SourceTree& base_;
  std::map<std::string, std::optional<std::string>, std::less<>> files_;
};

}  // namespace milepost
