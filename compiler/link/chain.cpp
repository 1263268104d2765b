// Joins the steps of a circle.
#include "link/chain.h"

namespace milepost {

std::string chain(const std::vector<std::string>& steps) {
  constexpr std::size_t kMostShown = 8;
  std::string out;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps.size() > kMostShown + 1 && i == kMostShown - 1) {
      out += " → … (" + std::to_string(steps.size() - kMostShown) + " more)";
      i = steps.size() - 2;
      continue;
    }
    out += (i == 0 ? "" : " → ") + steps[i];
  }
  return out;
}

}  // namespace milepost
