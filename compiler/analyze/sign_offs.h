// Sign-offs of a release, and whether what they cover is still what was signed.
#pragma once

#include <memory>

#include "analyze/analysis.h"
#include "analyze/readiness.h"
#include "analyze/whole.h"
#include "link/program.h"

namespace milepost {

/// Reads the sign-offs of one release after the other. What they have in common, roles and covered
/// fields, is read once. One thread only; borrows program and analysis.
class SignOffs {
 public:
  /// Seals are of what the `whole` says; a field that is not shown as it stands there is not looked
  /// at. Borrows all of them.
  SignOffs(const Program& program, const Analysis& analysis, const Whole& whole = {});
  ~SignOffs();

  /// Fills `sign_offs` and `older_sign_offs` of `readiness` for its record, without what `mask`
  /// hides. Linear in what is covered.
  void read(const ReadinessMask& mask, Readiness& readiness);

 private:
  struct Common;
  std::unique_ptr<Common> common_;
};

}  // namespace milepost
