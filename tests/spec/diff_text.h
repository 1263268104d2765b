// What changed between two states of a case, as `milepost diff` prints it.
#pragma once

#include <string>

#include "spec/compile_in_memory.h"

namespace milepost::testing {

/// Files below `before/` and `after/` are the two states, all others are in both. `form` is empty
/// for text, `markdown`, or the name of an audience. Checks on the way that each state is the same
/// as itself, and that the way back is the mirror of the way there.
std::string diff_text(const Files& files, const std::string& form);

}  // namespace milepost::testing
