// The words of a threshold, told apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "evidence/expectation.h"

namespace milepost {

enum class ThresholdWordKind : uint8_t {
  number,
  percent,
  comparison,
  none_of,   // no, zero, without
  measure,   // with what it measures
  coverage,  // the word itself: of what stands beside it
  tests,
  pass,
  all,
  rate,
  separator,  // comma, semicolon, `and`
  filler,     // says nothing of its own: the, of, code
  other,
};

struct ThresholdWord {
  ThresholdWordKind kind = ThresholdWordKind::other;
  Comparison comparison = Comparison::at_least;
  bool after_number = false;  // `80 % or more`
  EvidenceMeasure measure = EvidenceMeasure::any;
  uint64_t thousandths = 0;
  size_t begin = 0, end = 0;  // in the text
};

/// Words of several parts (`at least`, `or more`) are one. Linear.
std::vector<ThresholdWord> threshold_words(std::string_view text);

}  // namespace milepost
