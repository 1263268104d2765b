// Levels, scores and priorities as numbers.
#pragma once

#include <cstdint>

#include "link/program.h"

namespace milepost {

/// 1..5 of a level, a choice such as `p0` or `critical`, or a word; 0 if it is none.
uint8_t level_of(const Kinds& kinds, const Field& field, const Value& value);

/// P0..P3 as 0..3 of `p1`, `must`, `high`; 255 if it is none.
uint8_t priority_of(const Kinds& kinds, const Field& field, const Value& value);

/// What a risk log says of likelihood times impact.
struct WrittenScore {
  uint8_t score = 0;                   // 1..25
  uint8_t band = 0;                    // of a word ("High"): 1..4
  uint8_t likelihood = 0, impact = 0;  // of "Medium / High"
};
WrittenScore score_of(const Kinds& kinds, const Value& value);

/// 1 low, 2 medium, 3 high, 4 very high, by the thresholds of a score of 25; 0 without a score.
uint8_t band_of(uint8_t score, const Thresholds& thresholds);

}  // namespace milepost
