// What a site for an audience would reveal of what it may not show.
#pragma once

#include <span>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "link/program.h"
#include "load/source_set.h"
#include "redact/audience.h"

namespace milepost {

inline constexpr uint16_t kReferenceToHidden = 401, kHiddenWords = 402;

struct Leaks {
  std::vector<Diagnostic> diagnostics;  // sorted by place
  std::vector<bool> told;               // by audience: it has an MP402
};

/// For its author alone: these diagnostics name what is hidden, so nothing of them may come into a
/// View.
///
/// MP401 (warning): something that is seen refers to what is hidden; in the site stand other words.
/// MP402 (error): the name of something hidden stands where it would be published as it is: an id
/// or alias, a title (of three words, or of two long ones), the path of a page or attachment; for
/// those who are not inside also an e-mail address of the roster.
///
/// What several audiences are told in one place is said once. Linear in the program for each
/// audience, whatever the number of hidden records.
/// The answer is the same for any `jobs`.
Leaks find_leaks(const Program& program, const SourceSet& sources,
                 std::span<const Audience> audiences, unsigned jobs = 1);

}  // namespace milepost
