// Filling in messages.
#include "diagnostics/wording.h"

#include <fmt/format.h>

#include "text/ascii.h"

namespace milepost {

std::string fill_message(std::string_view message, std::span<const std::string> arguments) {
  std::string out;
  for (size_t i = 0; i < message.size(); ++i) {
    const bool slot = message[i] == '{' && i + 2 < message.size() &&
                      is_ascii_digit(message[i + 1]) && message[i + 2] == '}';
    const size_t index = slot ? static_cast<size_t>(message[i + 1] - '0') : arguments.size();
    if (index < arguments.size()) {
      out += arguments[index];
      i += 2;
    } else {
      out += message[i];
    }
  }
  return out;
}

std::string working_days_text(int64_t days) {
  return fmt::format("{} working day{}", days, days == 1 || days == -1 ? "" : "s");
}

}  // namespace milepost
