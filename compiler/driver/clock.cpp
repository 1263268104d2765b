// Reads the system's clock.
#include "driver/clock.h"

#include <chrono>

namespace milepost {

DateTime clock_now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::seconds>(since).count()};
}

}  // namespace milepost
