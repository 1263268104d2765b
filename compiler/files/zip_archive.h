// A zip that a stranger made: only read, with limits.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

struct ZipLimits {
  uint64_t entries = 300'000;
  uint64_t entry_bytes = uint64_t{256} << 20;  // of one, unpacked
  uint64_t total_bytes = uint64_t{2} << 30;    // of all, unpacked
  uint64_t ratio = 250;  // unpacked to packed, of an entry of more than `free_bytes`
  uint64_t free_bytes = 1u << 20;
  size_t name_bytes = 1024;
};

struct ZipEntry {
  std::string name;   // a relative path of plain parts with `/` between them, valid UTF-8
  uint64_t size = 0;  // unpacked, as the archive claims it
};

/// Archives in archives are bytes like others: nothing opens them.
class ZipArchive {
 public:
  struct Opened {
    std::unique_ptr<ZipArchive> archive;  // null: `problems` say why
    std::vector<std::string> problems;    // sentences without a full stop, at most 20
  };
  /// Refuses, and says why, what is no plain zip from its first byte to its last, what is
  /// encrypted, packed by another method than deflate, or no regular file (a link, a folder), what
  /// is over a limit, and names that leave their folder, are absolute, have a backslash or a
  /// control character, or are one name for two entries (also where case and accents are not told
  /// apart). Unpacks nothing.
  static Opened open(std::string bytes, const ZipLimits& limits);
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  /// Sorted by name (bytewise).
  const std::vector<ZipEntry>& entries() const;

  /// The bytes of an entry: exactly as many as the archive claims, with their checksum. False with
  /// the reason in `problem`. Of one thread at a time.
  bool read(size_t entry, std::string& bytes, std::string& problem) const;

 private:
  struct State;
  explicit ZipArchive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace milepost
