// Tests of the inverse of PERT-beta: against closed forms, moments, and the same bits everywhere.
#include "analyze/pert_quantiles.h"

#include <cmath>
#include <cstring>

#include "analyze/random_draws.h"
#include "catch.h"

namespace milepost {
namespace {

struct Known {
  double mode, share, quantile;
};

TEST_CASE("quantiles of PERT-beta are those of the beta distribution", "[analyze][forecast]") {
  // Beta(1, 5): 1 - (1 - u)^(1/5). Beta(2, 4) and Beta(4, 2): roots of their polynomials, to seven
  // digits. Beta(1 + 4/3, 5 - 4/3) (a mode between two tables): by numerical integration.
  const Known known[] = {
      {0, 0.05, 0.0102062},       {0, 0.5, 0.1294494},       {0, 0.95, 0.4507197},
      {0.25, 0.05, 0.0764404},    {0.25, 0.2, 0.1686088},    {0.25, 0.5, 0.3138102},
      {0.25, 0.8, 0.4901923},     {0.25, 0.95, 0.6574083},   {0.75, 0.05, 0.3425917},
      {0.75, 0.2, 0.5098077},     {0.75, 0.5, 0.6861898},    {0.75, 0.95, 0.9235596},
      {1.0 / 3, 0.05, 0.1094991}, {1.0 / 3, 0.8, 0.5541506},
  };
  PertQuantiles quantiles;
  for (const Known& one : known) {
    const RangeShape shape = quantiles.shape({0, one.mode, 1});
    INFO(one.mode << " " << one.share);
    CHECK(std::abs(quantiles.at(shape, one.share) - one.quantile) < 2e-5);
  }
}

TEST_CASE("a distribution has the mean and variance that PERT says", "[analyze][forecast]") {
  PertQuantiles quantiles;
  for (const double mode : {0.0, 0.013, 0.1, 0.25, 1.0 / 3, 0.6, 0.77, 0.99, 1.0}) {
    const Range range{10, 10 + 20 * mode, 30};
    const RangeShape shape = quantiles.shape(range);
    double sum = 0, squares = 0;
    constexpr int kPoints = 200'000;
    for (int i = 0; i < kPoints; ++i) {
      const double x = quantiles.at(shape, (i + 0.5) / kPoints);
      sum += x;
      squares += x * x;
    }
    const double mean = (range.low + 4 * range.likely + range.high) / 6;
    const double variance = (mean - range.low) * (range.high - mean) / 7;
    INFO(mode);
    CHECK(std::abs(sum / kPoints - mean) < 1e-4 * mean);
    CHECK(std::abs(squares / kPoints - sum / kPoints * (sum / kPoints) - variance) <
          2e-3 * variance);
  }
}

TEST_CASE("a range of two ends is triangular, one without width is fixed", "[analyze][forecast]") {
  PertQuantiles quantiles;
  const RangeShape shape = quantiles.shape({3, 4.5, 6});
  CHECK(quantiles.at(shape, 0) == 3);
  CHECK(quantiles.at(shape, 0.125) == 3.75);
  CHECK(quantiles.at(shape, 0.5) == 4.5);
  CHECK(quantiles.at(shape, 0.875) == 5.25);
  CHECK(quantiles.at(quantiles.shape({5, 5, 5}), 0.9) == 5);
}

TEST_CASE("quantiles rise", "[analyze][forecast]") {
  PertQuantiles quantiles;
  for (const double mode : {0.0, 0.2, 0.7, 1.0}) {
    const RangeShape shape = quantiles.shape({0, mode, 1});
    double last = 0;
    for (int i = 0; i < 100'000; ++i) {
      const double x = quantiles.at(shape, i / 100'000.0);
      REQUIRE(x >= last);
      last = x;
    }
    CHECK(last <= 1);
  }
}

TEST_CASE("tables have the same bits in every build", "[analyze][forecast]") {
  PertQuantiles quantiles;
  uint64_t hash = 0xCBF29CE484222325u;
  for (const double mode : {0.0, 0.07, 0.31, 0.5, 0.9}) {
    const RangeShape shape = quantiles.shape({1, 1 + 9 * mode, 10});
    const RandomDraws draws(7, "T-1", DrawPurpose::length);
    for (uint64_t n = 0; n < 5'000; ++n) {
      const double x = quantiles.at(shape, draws.at(n));
      uint64_t bits = 0;
      std::memcpy(&bits, &x, sizeof bits);
      hash = (hash ^ bits) * 0x100000001B3u;
    }
  }
  CHECK(hash == 2310130334936154708u);
}

TEST_CASE("draws are spread evenly, and those of two items have nothing to do with each other",
          "[analyze][forecast]") {
  const RandomDraws one(1, "T-1", DrawPurpose::length), other(1, "T-2", DrawPurpose::length);
  const RandomDraws purpose(1, "T-1", DrawPurpose::delay), seed(2, "T-1", DrawPurpose::length);
  constexpr int kDraws = 100'000;
  for (const RandomDraws& with : {other, purpose, seed}) {
    double sum = 0, squares = 0, product = 0;
    int tenths[10] = {};
    for (int n = 0; n < kDraws; ++n) {
      const double x = one.at(static_cast<uint64_t>(n)), y = with.at(static_cast<uint64_t>(n));
      REQUIRE(x >= 0);
      REQUIRE(x < 1);
      sum += x;
      squares += x * x;
      product += (x - 0.5) * (y - 0.5);
      ++tenths[static_cast<int>(x * 10)];
    }
    CHECK(std::abs(sum / kDraws - 0.5) < 0.005);
    CHECK(std::abs(squares / kDraws - 1.0 / 3) < 0.005);
    CHECK(std::abs(product / kDraws * 12) < 0.01);  // correlation
    for (const int count : tenths) CHECK(std::abs(count - kDraws / 10) < 500);
  }
}

}  // namespace
}  // namespace milepost
