// A tree of files in which one file reads otherwise: what a change would make of the program.
#pragma once

#include <string>
#include <string_view>

#include "files/source_tree.h"

namespace milepost {

/// Borrows `base`. The file need not be there before, nor its folders.
class OverlayTree : public SourceTree {
 public:
  OverlayTree(const SourceTree& base, std::string path, std::string bytes)
      : base_(base), path_(std::move(path)), bytes_(std::move(bytes)) {}

  Listing list(std::string_view folder) const override;
  FileBytes read(std::string_view path, uint64_t limit) const override;

 private:
  const SourceTree& base_;
  std::string path_, bytes_;
};

}  // namespace milepost
