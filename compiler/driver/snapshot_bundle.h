// A snapshot bundle as it is read: checked against its manifest.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "driver/snapshot_manifest.h"
#include "files/source_tree.h"

namespace milepost {

namespace snapshot_code {
inline constexpr uint16_t unreadable = 520;   // no zip, or a hostile one
inline constexpr uint16_t no_manifest = 521;  // none, or one that is not as we write it
inline constexpr uint16_t changed = 522;
inline constexpr uint16_t missing = 523;
inline constexpr uint16_t added = 524;
inline constexpr uint16_t other_site = 525;   // what is made of the records is not what is there
inline constexpr uint16_t not_rebuilt = 526;  // and why
inline constexpr uint16_t no_records = 527;   // of an audience
inline constexpr uint16_t not_bundled = 528;  // no bundle can be made
}  // namespace snapshot_code

struct SnapshotProblem {
  uint16_t code = 0;
  std::string message;
};

struct SnapshotBundle {
  std::optional<SnapshotManifest> manifest;
  std::shared_ptr<const SourceTree> records;  // what stands in `program/`; null: see the problems
  std::string model, text;                    // program.json, README.txt
  std::vector<SnapshotProblem> problems;      // all of them, by file
};

/// How large the file of a bundle may be.
inline constexpr uint64_t kMostSnapshotBytes = uint64_t{512} << 20;

/// Unpacks and hashes every file, and holds the records in memory; of the site nothing is kept.
/// With `whole` false only the records are unpacked, and what else is there is not judged. Writes
/// nothing.
SnapshotBundle read_snapshot(std::string bytes, bool whole);

/// The bundle at a path of `tree`, or of the disk if there is none; nothing is read past
/// kMostSnapshotBytes. The reason is in `problem` if there is none.
std::optional<std::string> read_snapshot_file(const SourceTree* tree, const std::string& path,
                                              std::string& problem);

}  // namespace milepost
