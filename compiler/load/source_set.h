// What load/ gives: every file of the program, as text or as an asset, in path order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/source_text.h"
#include "text/span.h"

namespace milepost {

enum class SourceKind : uint8_t {
  program,  // the root program.yaml
  yaml,
  markdown,
  asset,   // anything else: copied if a page refers to it; `text` holds no bytes
  unread,  // could not be used (reported): no page, no record, no asset, but a place for messages
};

struct SourceFile {
  SourceKind kind = SourceKind::asset;
  /// Path relative to the program's root with `/`, and the text: valid UTF-8, no BOM.
  SourceText text;
  /// For assets: size in bytes on disk.
  uint64_t asset_size = 0;
  /// TreeEntry::content of it.
  std::string content = {};
};

/// Files sorted by path (byte order); FileId is the index. Immutable after load; string_views into
/// `text` stay valid while the set lives and is not moved from (the vector is never resized).
struct SourceSet {
  /// Where the program stands, as it is to be put before a file's path in a message: relative to
  /// the working directory of the run, empty or ending in `/`.
  std::string display_prefix;
  std::vector<SourceFile> files;
  /// Paths that are there but left out (ignored, excluded, hidden), sorted: so that a link to one
  /// can say why it leads nowhere. A folder left out as a whole is one entry that ends in `/`.
  std::vector<std::string> left_out;

  const SourceFile& file(FileId id) const { return files[static_cast<uint32_t>(id)]; }
  /// The file with this path, or kNoFile. O(log n).
  FileId find(std::string_view path) const;
};

}  // namespace milepost
