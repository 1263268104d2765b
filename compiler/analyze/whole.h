// What the program of an audience is told of the whole that it was cut from.
#pragma once

#include <vector>

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// Two things only cross: when the whole plan has an item finished, and whether a field that is
/// shown as a whole still is what was signed. Without a program there is no whole but what is
/// analyzed. Borrowed.
struct Whole {
  const Program* program = nullptr;
  const Analysis* analysis = nullptr;
  /// By record of what is analyzed: the same one of the whole; kNoRecord if none is.
  std::vector<RecordIndex> record;
  /// By record: no field of its own that is hidden may say when it is finished.
  std::vector<bool> tells_date;

  bool is_there() const { return program != nullptr; }
  RecordIndex of(RecordIndex index) const {
    const auto i = static_cast<size_t>(index);
    return i < record.size() ? record[i] : kNoRecord;
  }
  /// The record whose date `index` is told.
  RecordIndex date_of(RecordIndex index) const {
    const auto i = static_cast<size_t>(index);
    return i < tells_date.size() && tells_date[i] ? of(index) : kNoRecord;
  }
};

}  // namespace milepost
