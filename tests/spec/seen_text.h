// What an audience is shown, as the cases about audiences write it.
#pragma once

#include <string>
#include <string_view>

#include "spec/compile_in_memory.h"

namespace milepost::testing {

/// A line a record or page, indented beneath it a line a field and one for the words of its body.
/// Takes the program out of the values.
std::string seen_text(StageValues& values, std::string_view audience);
/// A line each thing that its site would reveal.
std::string leaks_text(const StageValues& values, std::string_view audience);

}  // namespace milepost::testing
