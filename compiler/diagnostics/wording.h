// The words of a finding: its rule's message with the arguments filled in.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace milepost {

/// `message` with {0}, {1} … replaced; a number without an argument stays as it is.
std::string fill_message(std::string_view message, std::span<const std::string> arguments);

/// "1 working day", "3 working days".
std::string working_days_text(int64_t days);

}  // namespace milepost
