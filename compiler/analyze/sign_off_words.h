// What people say when they sign.
#pragma once

#include <string_view>

#include "shape/kinds.h"

namespace milepost {

enum class SignOffWord : uint8_t { none, go, conditional, no_go, pending };

/// "✅ Approved", "Go with conditions", "NO-GO", "Pending": by the whole, else by how it begins;
/// `none` for what says nothing of the kind.
SignOffWord sign_off_word(const Kinds& kinds, std::string_view text);

}  // namespace milepost
