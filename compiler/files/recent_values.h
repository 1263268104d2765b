// Values that were used of late, within a budget: two generations, of which the older is forgotten
// as a whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace milepost {

/// Not for threads at once. A value is copied out: let it be a shared pointer.
template <typename T>
class RecentValues {
 public:
  /// `budget` is for each generation, in what put() counts.
  explicit RecentValues(size_t budget) : budget_(budget) {}

  /// A default one if it is not there any more.
  T find(const std::string& key) {
    if (const auto at = young_.find(key); at != young_.end()) return at->second.value;
    const auto at = old_.find(key);
    if (at == old_.end()) return T();
    Held held = std::move(at->second);
    old_.erase(at);
    T value = held.value;
    hold(key, std::move(held));
    return value;
  }

  void put(const std::string& key, T value, size_t weight) {
    hold(key, {std::move(value), weight});
  }

 private:
  struct Held {
    T value;
    size_t weight = 0;
  };

  void hold(const std::string& key, Held held) {
    if (weight_ + held.weight > budget_) {
      old_ = std::move(young_);
      young_.clear();
      weight_ = 0;
    }
    weight_ += held.weight;
    young_.insert_or_assign(key, std::move(held));
  }

  size_t budget_, weight_ = 0;
  std::unordered_map<std::string, Held> young_, old_;
};

}  // namespace milepost
