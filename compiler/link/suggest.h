// "Did you mean": the records nearest to a reference that names none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "link/ids.h"
#include "link/program.h"
#include "load/source_set.h"

namespace milepost {

/// One thread only. Each new word costs a look at every record; after so many looks (a count, so
/// that the answers never depend on the machine) it has no more to say.
class Suggester {
 public:
  Suggester(const Program& program, const IdTable& ids, const SourceSet& sources)
      : program_(&program), ids_(&ids), sources_(&sources) {}

  /// Help for `word`, written in `file`: "did you mean `DEP-14` (dependencies.yaml:22, "Payment API
  /// v2")?"; empty if nothing is near.
  std::string help(std::string_view word, FileId file);

  /// "`DEP-14` (dependencies.yaml:22, "Payment API v2")".
  std::string named(RecordIndex record) const;

 private:
  std::string search(std::string_view word, FileId file);

  const Program* program_;
  const IdTable* ids_;
  const SourceSet* sources_;
  std::vector<std::string_view> words_;  // ids, then titles, by record
  std::vector<std::string_view> titles_;
  std::unordered_map<std::string, std::string> known_;
  std::size_t looks_ = 0;
};

}  // namespace milepost
