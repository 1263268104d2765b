// Who can clear a reason, and how, in the words of those who wrote the record.
#pragma once

#include <string>

#include "analyze/analysis.h"
#include "analyze/named_values.h"
#include "analyze/readiness.h"
#include "link/program.h"

namespace milepost {

/// The owner of `about` (a person, else its team, else the words that stand there), else that of
/// `release`.
void set_who(const NamedValues& values, const Analysis& analysis, RecordIndex about,
             RecordIndex release, ReadyReason& reason);

/// The next step, else the resolution, the mitigation or the notes: at most 300 bytes of the first
/// that says anything.
std::string how_of(const NamedValues& values, RecordIndex about);

/// `text` in at most 300 bytes, cut at a word.
std::string shortened(std::string text);

}  // namespace milepost
