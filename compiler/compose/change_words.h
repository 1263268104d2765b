// How values read, without markup: for comparisons of two versions.
#pragma once

#include <cstdint>
#include <string>

#include "compare/change_words.h"
#include "compose/words.h"

namespace milepost {

/// The words for compare/. Borrows `words`.
ChangeWords change_words(const Words& words);

/// "0.5", "12"
std::string number_words(double value);
/// Of hundredths: "1,340,000" or "12.50".
std::string money_words(int64_t hundredths);
/// "09:30"
std::string clock_words(int32_t second_of_day);

}  // namespace milepost
