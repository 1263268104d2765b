// The three-way merge of a program's folder with a revision, in memory.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "driver/overlay_tree.h"
#include "files/source_tree.h"

namespace milepost {

enum class MergeConflictKind : uint8_t {
  lines,         // both changed the same lines
  bytes,         // both changed a file that cannot be merged by lines
  changed_here,  // changed here, deleted there
  deleted_here,  // deleted here, changed there
  both_added,    // both added a file of that name, not the same
};

struct MergeConflict {
  std::string path;
  MergeConflictKind kind = MergeConflictKind::lines;
  uint32_t offset = 0;  // of lines: where they stand in the merged text
};

struct MergedTree {
  explicit MergedTree(const SourceTree& ours) : tree(ours) {}
  OverlayTree tree;                      // over `ours`, which is borrowed
  std::vector<MergeConflict> conflicts;  // by path, then offset
};

/// Of each file that only one side changed that side is taken, of a file that both changed the
/// merge of its lines; where they conflict `ours` stays. A file that one side renamed without
/// changing it is followed. `base` and `theirs` name the contents of files (TreeEntry::content), of
/// `ours` only what the others changed is read, each up to `limit` bytes. Everything is tried,
/// whether Milepost reads it or not, but for what begins with a dot.
void merge_trees(const SourceTree& ours, const SourceTree& base, const SourceTree& theirs,
                 uint64_t limit, MergedTree& merged);

}  // namespace milepost
