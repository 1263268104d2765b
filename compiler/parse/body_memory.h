// Bodies of Markdown files that were parsed before, for runs over versions of one program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "markup/tape.h"

namespace milepost {

/// Remembers tapes by the name of their file's bytes (SourceFile::content), of about the newest two
/// versions that were parsed, and some 256 MB at most. Only what was read without a word is
/// remembered, so that nothing is said once that is to be said of each version. For threads at
/// once.
class BodyMemory {
 public:
  /// The tape of the body that begins at byte `offset` of such a file; null: it has to be parsed.
  /// What is asked for is kept for the next version.
  std::shared_ptr<const Tape> find(std::string_view content, uint32_t offset);
  /// A copy of the tape is kept.
  void keep(std::string_view content, uint32_t offset, const Tape& tape);
  /// Another version is parsed from now on: what was not asked for since the last call is
  /// forgotten.
  void next_version();

 private:
  struct Body {
    std::shared_ptr<const Tape> tape;
    uint32_t offset = 0;
  };
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Bodies = std::unordered_map<std::string, Body, Hash, std::equal_to<>>;

  std::mutex mutex_;
  Bodies now_, before_;
  size_t bytes_ = 0;  // of now_
};

}  // namespace milepost
