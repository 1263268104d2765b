// The links of a program as an audience may know them.
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/analysis.h"
#include "link/program.h"
#include "redact/audience.h"

namespace milepost {

/// While it lives, the program's links are made from what is written where the audience may read,
/// as if nothing else were written: the lag, the dependency type and the circle of a link that two
/// fields tell of come from the one that is shown, and a mention counts beside a hidden field.
/// Numbers of links change, those in the schedule with them. Everything is put back in the end.
/// O(n log n) in the links; nothing if all are seen.
class VisibleLinks {
 public:
  VisibleLinks(Program& program, Analysis& analysis, const Audience& audience);
  ~VisibleLinks();
  VisibleLinks(const VisibleLinks&) = delete;
  VisibleLinks& operator=(const VisibleLinks&) = delete;

  /// Whether any link is hidden.
  bool anything() const { return anything_; }

 private:
  Program& program_;
  Analysis& analysis_;
  bool anything_ = false;
  std::vector<Link> links_;
  std::vector<uint32_t> links_out_, incoming_, links_in_, edge_links_;
};

}  // namespace milepost
