// A small program shaped from files in memory, and short ways to ask about it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "load/source_set.h"
#include "shape/record.h"

namespace milepost {

struct Shaped {
  SourceSet sources;
  RecordSet set;
  std::vector<Diagnostic> diagnostics;

  const Kinds& kinds() const { return *set.kinds; }
  /// The record with this id; the test fails if there is none.
  const Record& record(std::string_view id) const;
  /// A field of a record as print_value writes it; values joined by ` | `; "-" if unset.
  std::string field(std::string_view id, std::string_view name) const;
  /// "risk R-1, task T-2": kind and id of all records in order.
  std::string ids() const;
  /// "risks.md:3:5 MP164", one a diagnostic, joined by newlines; notes included.
  std::string problems() const;
  /// The source text a diagnostic points at.
  std::string_view pointed(const Diagnostic& diagnostic) const;
};

using Files = std::vector<std::pair<std::string_view, std::string_view>>;

/// A program.yaml (`program: Test`, start 2026-01-05) is added unless one of the files is it.
Shaped shape_files(const Files& files, unsigned jobs = 1);

/// One YAML record of `kind` with `id: X-1`, a title and the given line `field: value`.
Shaped shape_value(std::string_view kind, std::string_view line);

}  // namespace milepost
