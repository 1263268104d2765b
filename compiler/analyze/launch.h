// The launch plan of a release: steps in time, with owners, checks and ways back.
#pragma once

#include <string_view>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/launch_clock.h"
#include "analyze/named_values.h"
#include "analyze/readiness.h"

namespace milepost {

/// Fills `launch` of a release from `launch:` and from the fields, tables and lists beside it that
/// say the same. A step without a time begins when the one before it in its list is over. Linear in
/// the steps.
class LaunchReader {
 public:
  LaunchReader(const NamedValues& values, const Analysis& analysis)
      : values_(values), analysis_(analysis) {}

  void read(Readiness& readiness) const;

 private:
  const NamedValues& values_;
  const Analysis& analysis_;
};

}  // namespace milepost
