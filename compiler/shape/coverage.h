// Which files hold records of which kind: `records:` rules, kind folders, names.
#pragma once

#include <string_view>

#include "shape/context.h"
#include "shape/kinds.h"

namespace milepost {

/// What the rules and folders say about one file.
struct Coverage {
  /// A rule or a kind folder covers it, so that its tables and lists are read.
  bool covered = false;
  bool raid = false;      // the rule says `raid`: the kind is in the headings
  bool page = false;      // the rule says `page`
  bool exact = false;     // the rule names this one file
  KindId kind = kNoKind;  // of the rule, else of the folder
  std::string_view word;  // that named the kind: `adr`, `decisions`
  std::string_view visibility;
};

Coverage coverage_of(const FileWork& work);

/// A path against a glob: `*` and `?` stay in one folder, `**` goes through any, `{a,b}` is either,
/// a pattern that ends in `/` is all below it. Linear in the path for each `*`.
bool matches_glob(std::string_view pattern, std::string_view path);

/// README.md and index.md stand for their folder.
bool is_index_file(std::string_view path);

}  // namespace milepost
