// What differs between two trees of git, side by side as they are stored.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "files/git_repository.h"
#include "files/git_tree.h"

namespace milepost {

/// The files of `folder` (empty, or without a `/` at its end) that differ between the trees
/// `before` and `after` (names of objects; empty: a tree without files), by path. Trees that are
/// the same are not read, and of the others only what differs becomes strings: a commit costs the
/// bytes of the folders that it touches.
std::vector<GitChange> git_tree_changes(const GitStore& store, const std::string& before,
                                        const std::string& after, std::string_view folder);

}  // namespace milepost
