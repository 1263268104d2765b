// Draws lengths from ranges: the quantiles of PERT-beta and triangular distributions.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace milepost {

/// Optimistic, likely and pessimistic; low <= likely <= high.
struct Range {
  double low = 0, likely = 0, high = 0;
};

/// Where a range stands among the tables.
struct RangeShape {
  enum class Kind : uint8_t { fixed, triangular, beta } kind = Kind::fixed;
  uint32_t row = 0;   // the table below its mode
  double weight = 0;  // of the table above it
  double low = 0, width = 0;
};

/// Tables of the inverse of PERT-beta distributions (lambda 4): alpha = 1 + 4 r, beta = 5 - 4 r
/// where r is how far the mode lies between the ends. One table for each 64th of r; between two of
/// them quantiles are interpolated, which keeps the mean exact. Made with + - * / and square roots
/// alone, so that every machine has the same. A table costs some 0.1 ms and 9 KB.
class PertQuantiles {
 public:
  PertQuantiles() = default;

  /// Makes the tables the range needs. A likely value right in the middle makes it triangular
  /// (docs/forecast.md says why); ends that are equal make it a fixed length.
  RangeShape shape(const Range& range);

  /// The value below which a share u of [0, 1) lies.
  double at(const RangeShape& shape, double u) const;

 private:
  static constexpr uint32_t kModes = 64;
  static constexpr uint32_t kSteps = 1024;
  static constexpr uint32_t kTail = 64;  // parts of the first and of the last step
  struct Table {
    std::array<double, kSteps + 1> all{};
    std::array<double, kTail + 1> first{}, last{};
  };
  void make(uint32_t row);
  static double look_up(const Table& table, double u);

  std::vector<Table> tables_ = std::vector<Table>();  // by mode, once any is needed
  std::array<bool, kModes + 1> made_{};
};

}  // namespace milepost
