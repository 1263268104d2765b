// The id table: which record a written id means, with aliases and ids local to a file.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "link/labels.h"
#include "link/program.h"
#include "load/source_set.h"

namespace milepost {

/// How a written id agrees with the record's.
enum class IdMatch : uint8_t {
  none,
  exact,    // its id, or its short id in its own file
  alias,    // something else that was written for it
  padding,  // CIP-30 for CIP-0030
  letters,  // r-007 for R-007
};

struct IdHit {
  IdMatch match = IdMatch::none;
  std::vector<RecordIndex> records;  // one; several if the word does not tell them apart
};

/// Ids without regard to case and leading zeros of the number: "CIP-0030" gives "cip-30".
std::string loose_id(std::string_view id);

/// The letters before `-` and a number, or before the number ("CIP" of "CIP-0030", "R" of "R1");
/// empty if the id is of another form.
std::string_view id_prefix(std::string_view id);

/// Read by many threads at once after construction. All lookups are O(1) in the number of records.
class IdTable {
 public:
  /// Reports duplicates and collisions and renames the later of two records, so that ids are
  /// unique; fills Program::by_id. Of two labels the later record is the one fewer may see: what
  /// is hidden takes no id from what is shown.
  IdTable(Program& program, const SourceSet& sources, DiagnosticSink& sink);

  /// `file`: where the word stands, for ids local to a file. `reader`: the label of what holds the
  /// word. Records that every reader of it may see come before all others, however well those
  /// agree: what is hidden from a reader never changes where a word of his leads.
  IdHit find(std::string_view word, FileId file, LabelIndex reader) const;
  /// A local id of any file: for a message that says where it would be found.
  std::vector<RecordIndex> find_local_elsewhere(std::string_view word) const;
  /// The same without ignoring case, and only if one record is meant: for words in prose, nearly
  /// all of which are none and cost next to nothing.
  RecordIndex find_in_prose(std::string_view word, FileId file, LabelIndex reader) const;
  RecordIndex find_exactly(std::string_view id) const { return program_->find(id); }
  bool has_local_ids(FileId file) const { return local_files_[static_cast<uint32_t>(file)]; }
  /// True if all records have the same label, so that no fence stands between them.
  bool has_one_label() const { return !fence_; }
  /// True if ids begin with this (case as written): of a kind, or of a record of the program.
  bool is_prefix(std::string_view prefix) const;
  /// True if some record's id is this prefix and a number.
  bool is_used_prefix(std::string_view prefix) const { return used_prefixes_.contains(prefix); }

 private:
  void make_unique(Program& program, const SourceSet& sources, DiagnosticSink& sink);
  void enter(std::unordered_map<std::string, std::vector<RecordIndex>>& table, std::string key,
             std::string_view written, RecordIndex record);
  IdHit best(const std::vector<RecordIndex>& records, std::string_view word,
             LabelIndex reader) const;
  void add_once(std::vector<RecordIndex>& records, RecordIndex record) const;
  bool may_read(LabelIndex reader, RecordIndex record) const;

  const Program* program_;
  std::optional<LabelFence> fence_;  // nothing: all records have one label
  std::unordered_map<std::string, std::vector<RecordIndex>> loose_;
  std::unordered_map<std::string, std::vector<RecordIndex>> local_;  // "<file>\n<loose id>"
  std::unordered_map<std::string, std::vector<RecordIndex>> local_anywhere_;
  std::vector<bool> local_files_;
  std::bitset<1 << 16> beginnings_;  // the first two characters of all ids, digits as one
  std::unordered_map<std::string_view, uint32_t> used_prefixes_;  // and the highest number
  std::unordered_map<std::string_view, KindId> kind_prefixes_;
};

}  // namespace milepost
