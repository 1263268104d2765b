// Sign-offs of a release, and whether what they cover is still what was signed.
#pragma once

#include <memory>

#include "analyze/analysis.h"
#include "analyze/readiness.h"
#include "link/program.h"

namespace milepost {

/// Reads the sign-offs of one release after the other. What they have in common, roles and covered
/// fields, is read once. One thread only; borrows program and analysis.
class SignOffs {
 public:
  SignOffs(const Program& program, const Analysis& analysis);
  ~SignOffs();

  /// Fills `sign_offs` and `older_sign_offs` of `readiness` for its record, without what `mask`
  /// hides. Linear in what is covered.
  void read(const ReadinessMask& mask, Readiness& readiness);

 private:
  struct Common;
  std::unique_ptr<Common> common_;
};

}  // namespace milepost
