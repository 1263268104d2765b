// Random numbers that depend on what they are for and on nothing else.
#pragma once

#include <cstdint>
#include <string_view>

namespace milepost {

/// What of an item a number decides.
enum class DrawPurpose : uint8_t { length = 1, happens = 2, delay = 3 };

/// The numbers of one item for one purpose. A counter is hashed, nothing is remembered: number n is
/// the same whichever was asked for before and whatever else there is.
class RandomDraws {
 public:
  RandomDraws() = default;
  RandomDraws(uint64_t seed, std::string_view id, DrawPurpose purpose) {
    uint64_t hash = mix(seed + kStep);
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    start_ = mix(mix(hash) + static_cast<uint64_t>(purpose) * kStep);
  }

  /// In [0, 1), a multiple of 2^-53.
  double at(uint64_t n) const {
    constexpr double kUnit = 1.0 / 9007199254740992.0;
    return static_cast<double>(mix(start_ + n * kStep) >> 11u) * kUnit;
  }

 private:
  // The finalizer of splitmix64 (Steele, Lea and Flood 2014; constants of Stafford's variant 13).
  static constexpr uint64_t kStep = 0x9E3779B97F4A7C15u;
  static constexpr uint64_t mix(uint64_t z) {
    z = (z ^ (z >> 30u)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27u)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31u);
  }

  uint64_t start_ = 0;
};

}  // namespace milepost
