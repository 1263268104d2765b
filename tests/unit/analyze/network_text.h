// Networks as text, so that a test reads like a table of activities.
#pragma once

#include <string>
#include <string_view>

#include "analyze/passes.h"

namespace milepost {

/// A network from a line for each item: name, length in days, then in any order
///   <A  <A:SS+2  <A:FS-1  <A:FF+3w   what it waits for (w: lag in calendar days)
///   event                          it takes no time
///   start=06-08 due=06-12 by=06-15   not before, commitment, deadline (all of 2026)
///   started=05-25 left=3           under way; `started` alone: since a day nobody knows
///   done=05-29                     finished on that day
///   time=1                         index of its working time
/// The day is 2026-06-01, a Monday; working time 0 is Monday to Friday, 1 has 2026-06-10 to 12 off,
/// 2 is Monday to Thursday, 3 has no days off.
struct NetworkText {
  Network network;
  std::vector<std::string> names;

  explicit NetworkText(std::string_view text);
  uint32_t node(std::string_view name) const;
};

/// What a line of expectations asks for, as it is: `B start=06-15 finish=06-17 total=0` gives the
/// same line with the real values. Known: start finish late_start late_finish (`-`: unknown), total
/// free bound (floats, `-`: none), bound_by, gap, starts, finishes, edge (name of the predecessor).
std::string as_it_is(const NetworkText& text, const Passes& passes, std::string_view expected);

/// The longest path to `target`: "A B C".
std::string path_to(const NetworkText& text, const Passes& passes, std::string_view target);

}  // namespace milepost
