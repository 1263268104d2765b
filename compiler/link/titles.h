// Records by title: for cells such as "Security model" that name a record in words.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "link/labels.h"
#include "link/program.h"

namespace milepost {

/// Built at the first look-up; one thread only.
class TitleTable {
 public:
  explicit TitleTable(const Program& program) : program_(&program), fence_(program) {}

  /// Records with this title that every reader of `referrer` may see, itself left out: those that
  /// have it letter for letter (but for case and spaces), else those that have the same words. At
  /// most 16; more tell nothing more.
  std::vector<RecordIndex> find(std::string_view title, RecordIndex referrer);

 private:
  using Table = std::unordered_map<std::string, std::vector<RecordIndex>>;
  void build();
  void add(Table& table, std::string key, RecordIndex record);
  std::vector<RecordIndex> open_to(const Table& table, const std::string& key,
                                   RecordIndex referrer) const;

  const Program* program_;
  LabelFence fence_;
  bool built_ = false;
  Table spelled_;
  Table worded_;
};

}  // namespace milepost
