// Integrates the density cell by cell and reads the sum backwards.
#include "analyze/pert_quantiles.h"

#include <algorithm>
#include <cmath>

namespace milepost {
namespace {

// x to the power of sixteenths / 16, by square roots.
double power(double x, uint32_t sixteenths) {
  double result = 1;
  for (uint32_t whole = sixteenths / 16; whole > 0; --whole) result *= x;
  double root = x;
  for (uint32_t bit = 8; bit > 0; bit /= 2) {
    root = std::sqrt(root);
    if ((sixteenths & bit) != 0) result *= root;
  }
  return result;
}

constexpr uint32_t kCells = 2048;

// Quantiles of one distribution; asked for rising shares.
class Inverse {
 public:
  explicit Inverse(uint32_t row) : sums_(kCells + 1, 0.0) {
    const auto density = [&](double x) { return power(x, row) * power(1 - x, 64 - row); };
    constexpr double kWidth = 1.0 / kCells;
    double left = density(0);
    for (uint32_t i = 0; i < kCells; ++i) {
      const double middle = density((i + 0.5) * kWidth);
      const double right = density((i + 1) * kWidth);
      sums_[i + 1] = sums_[i] + (left + 4 * middle + right) * kWidth / 6;  // Simpson's rule
      left = right;
    }
  }

  double at(double share) {
    const double wanted = share * sums_[kCells];
    while (cell_ + 1 < kCells && sums_[cell_ + 1] < wanted) ++cell_;
    const double mass = sums_[cell_ + 1] - sums_[cell_];
    const double part = mass > 0 ? (wanted - sums_[cell_]) / mass : 0;
    return (cell_ + std::clamp(part, 0.0, 1.0)) / kCells;
  }

  void from_the_beginning() { cell_ = 0; }

 private:
  std::vector<double> sums_;
  uint32_t cell_ = 0;
};

}  // namespace

void PertQuantiles::make(uint32_t row) {
  if (tables_.empty()) tables_.resize(kModes + 1);
  if (made_[row]) return;
  made_[row] = true;
  Table& table = tables_[row];
  Inverse inverse(row);
  constexpr double kStep = 1.0 / kSteps;
  for (uint32_t i = 0; i <= kTail; ++i) table.first[i] = inverse.at(kStep * i / kTail);
  inverse.from_the_beginning();
  for (uint32_t i = 0; i <= kSteps; ++i) table.all[i] = inverse.at(kStep * i);
  inverse.from_the_beginning();
  for (uint32_t i = 0; i <= kTail; ++i) table.last[i] = inverse.at(1 - kStep * (kTail - i) / kTail);
}

RangeShape PertQuantiles::shape(const Range& range) {
  RangeShape shape;
  shape.low = range.low;
  shape.width = range.high - range.low;
  if (!(shape.width > 0)) {
    shape.low = range.likely;
    shape.width = 0;
    return shape;
  }
  const double mode = std::clamp((range.likely - range.low) / shape.width, 0.0, 1.0);
  constexpr double kMiddle = 1e-9;
  if (std::abs(mode - 0.5) < kMiddle) {
    shape.kind = RangeShape::Kind::triangular;
    return shape;
  }
  shape.kind = RangeShape::Kind::beta;
  const double place = mode * kModes;
  shape.row = std::min(static_cast<uint32_t>(place), kModes - 1);
  shape.weight = place - shape.row;
  make(shape.row);
  make(shape.row + 1);
  return shape;
}

double PertQuantiles::look_up(const Table& table, double u) {
  double place = u * kSteps;
  const auto step = static_cast<uint32_t>(place);
  if (step == 0 || step == kSteps - 1) {
    const std::array<double, kTail + 1>& tail = step == 0 ? table.first : table.last;
    place = (place - step) * kTail;
    const auto part = static_cast<uint32_t>(place);
    return tail[part] + (tail[part + 1] - tail[part]) * (place - part);
  }
  return table.all[step] + (table.all[step + 1] - table.all[step]) * (place - step);
}

double PertQuantiles::at(const RangeShape& shape, double u) const {
  double part = 0;
  switch (shape.kind) {
    case RangeShape::Kind::fixed:
      return shape.low;
    case RangeShape::Kind::triangular:
      part = u < 0.5 ? std::sqrt(u / 2) : 1 - std::sqrt((1 - u) / 2);
      break;
    case RangeShape::Kind::beta: {
      const double below = look_up(tables_[shape.row], u);
      part = below + (look_up(tables_[shape.row + 1], u) - below) * shape.weight;
      break;
    }
  }
  return shape.low + shape.width * part;
}

}  // namespace milepost
