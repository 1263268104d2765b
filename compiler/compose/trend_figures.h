// How the figures of a program went from version to version: what the page of trends shows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compare/history.h"
#include "compose/outline.h"

namespace milepost {

/// What docs/trends.md defines, in the order of the page.
enum class TrendName : uint8_t { work, days_left, exposure, blockers, readiness, path };

/// Values by TrendFigure::points. The first of a figure is drawn in ink, the second dashed, any
/// other in grey.
struct TrendLine {
  std::string label;
  std::vector<int64_t> values;
};

struct TrendFigure {
  TrendName name = TrendName::work;
  ViewRecordId record = kNoViewRecord;  // of readiness: the release
  std::string title;
  std::string said;                // what it shows, in a sentence
  std::vector<TrendLine> lines;    // at least one
  std::vector<uint32_t> editions;  // into History::editions, the earliest first; at least two
};

/// Of what may be told, those in which something ever was other than 0; none without two versions.
/// Linear in the versions.
std::vector<TrendFigure> trend_figures(const Outline& outline);

/// A milestone or release and when it was expected, version by version.
struct SlipLine {
  ViewRecordId record = kNoViewRecord;
  bool target = false;
  struct Point {
    uint32_t edition = 0;
    Date finish;
    bool met = false;
  };
  std::vector<Point> points;  // at least one; of a milestone that is met none after that
};

struct SlipFigure {
  std::vector<SlipLine> lines;  // the target first, then by expected day
  std::string said;             // of the target, or of the line that moved the most
};

inline constexpr size_t kMostSlipLines = 8;

/// At most kMostSlipLines of those that are in the plan now: the target, then what is open, then
/// what was met last. Milestones only, but for a target that is none. No lines without two
/// versions.
SlipFigure slip_figure(const Outline& outline);

/// The day of a version, and what stands beside it: "22 May, plan-of-record".
std::string edition_words(const Outline& outline, uint32_t edition);

}  // namespace milepost
