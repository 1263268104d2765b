// The facts of one record, read again from some of its fields.
#pragma once

#include <functional>

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// Status, phase, reported health, levels, score and priority, as the fields that `shows` lets
/// through say. Linear in the fields.
void read_words(const Program& program, RecordIndex record,
                const std::function<bool(FieldId)>& shows, RecordFacts& facts);

/// The response clock of a blocker anew, by its priority and the day it was raised in `facts`;
/// whether it was answered is what the whole record says.
void restart_clock(const Program& program, const Analysis& analysis, RecordIndex record,
                   RecordFacts& facts);

}  // namespace milepost
