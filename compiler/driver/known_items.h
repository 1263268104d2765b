// What a report says that another said already.
#pragma once

#include <map>
#include <string>

#include "diagnostics/report.h"
#include "driver/stages.h"

namespace milepost {

/// Paths that a file had, to those that it has.
using RenamedFiles = std::map<std::string, std::string, std::less<>>;

/// Files of `was` that are gone, and what is there in their place: a new file with the same bytes,
/// else the new one that has most of its records.
RenamedFiles renamed_files(const StageValues& was, const StageValues& now);

/// Counts what reports say: by code and subjects, or by code, file and words (baseline.h), never by
/// line. Errors too.
class KnownItems {
 public:
  void add(const Report& report, const Places& places, const RenamedFiles& renamed = {});
  /// Takes out of `report` what is known, as often as it is; the number taken out.
  size_t leave_out(Report& report, const Places& places) const;

 private:
  std::map<std::string, size_t, std::less<>> counts_;
};

}  // namespace milepost
