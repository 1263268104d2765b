// Versions of files as the records they hold, each parsed and shaped once.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "files/git_repository.h"
#include "load/source_set.h"
#include "shape/record.h"

namespace milepost {

/// Labels are few: each is kept once.
using LabelNumber = uint16_t;

struct SeenPart {
  uint64_t name = 0, meaning = 0;
  bool typed = false;
  LabelNumber label = 0;  // of the field; 0: that of the record
};

/// A record as one version of its file has it.
struct SeenRecord {
  std::string id;
  std::vector<std::string> aliases;
  LabelNumber label = 0;
  std::vector<SeenPart> parts;  // by name
};
using FileSeen = std::vector<SeenRecord>;

/// A kind of file that holds records, and not hidden from the walk.
bool holds_records(std::string_view path);

class FileVersions {
 public:
  /// Borrows the repository.
  FileVersions(const GitRepository& repository, unsigned jobs)
      : repository_(repository), jobs_(jobs) {}

  /// The name of a program.yaml by what shaping needs of it: what else it says makes no other.
  std::string program(const std::string& blob);
  /// Such a name, the path of a file and the name of its bytes.
  struct Key {
    std::string program, path, blob;
    friend auto operator<=>(const Key&, const Key&) = default;
  };

  /// Then shape(), then get().
  void want(const Key& key);
  void shape();
  const std::shared_ptr<const FileSeen>& get(const Key& key) const { return files_.at(key); }
  /// By LabelNumber; the first is none.
  const std::vector<std::string>& labels() const { return labels_; }

 private:
  struct Program;

  Program compile(const std::string& blob);
  void decode(std::string path, const std::string& blob, FileId id, SourceKind kind,
              SourceSet& sources, DiagnosticSink& sink);
  size_t batch(const Program& program, const std::vector<Key>& keys, size_t first);
  SeenRecord read(const RecordSet& set, const Record& record);
  LabelNumber label(std::string_view name);

  const GitRepository& repository_;
  unsigned jobs_;
  std::map<std::string, std::string> programs_;  // by blob: the name
  std::map<std::string, std::string> blobs_;     // by name: one that has it
  std::map<std::string, std::vector<Key>> wanted_;
  std::map<Key, std::shared_ptr<const FileSeen>> files_;
  std::vector<std::string> labels_ = {""};
};

}  // namespace milepost
