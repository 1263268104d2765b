// The sources of an audience: what is hidden from it is taken out of the text before it is read.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analyze/analysis.h"
#include "link/program.h"
#include "load/source_set.h"
#include "redact/audience.h"
#include "text/rewritten_text.h"

namespace milepost {

/// Files have the numbers they had; of which nothing is shown is `unread` and empty.
struct CutSources {
  SourceSet sources;
  std::vector<std::vector<uint32_t>> lines;  // by file and line, as they were; none: they are those
  std::vector<std::optional<RewrittenText>> texts;  // by file; none: it is as it was
  bool anything = false;                            // false: nothing is hidden, `sources` is empty

  /// The line of a place of what is left, in the file that was read: from 1.
  uint32_t line(const SourceSet& left, Span place) const;
  /// Where the beginning of a place of what is left stood. O(log n).
  uint32_t original(Span place) const;
};

/// What an author would have who had never written what is hidden: hidden files, rows, entries and
/// list items, regions and fields are cut out of the text, and a reference to something hidden
/// gives way to `instead` in prose (to nothing, and its gap is closed, if that is empty) and to
/// nothing in a field. Whoever compiles the result can tell nothing of what was cut: not by
/// forgetting, but because it is not there.
///
/// What cannot be cut by whole lines or values (an entry of a YAML list in brackets, a hidden
/// record around visible ones) stays, and stays hidden: redact_program() knows of it. A sign-off's
/// seals stay for the analysis. Dates that count from something hidden are written out.
///
/// Borrows `sources`. Linear in the sources, but for the order of what is cut in a file.
CutSources cut_sources(const Program& program, const SourceSet& sources, const Analysis& analysis,
                       const Audience& audience, std::string_view instead);

}  // namespace milepost
