// Words that mean "nothing yet": dashes, n/a, TBD, and what a template left over.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace milepost {

enum class Unset : uint8_t {
  no,             // a value
  empty,          // nothing, a dash, n/a, none, None (parallel)
  to_be_decided,  // TBD, TBC, ?
  leftover,       // [Name], <date>, {owner}, ___, …
};

/// What `text` is whatever field it stands in. Emphasis around it does not matter.
Unset unset_word(std::string_view text);

/// True if `text` is a choice that nobody made: `Open/Closed`, `[High | Low]`, `🟢/🟡/🔴`,
/// with at least two parts of which each satisfies `is_word`.
bool is_unmade_choice(std::string_view text, const std::function<bool(std::string_view)>& is_word);

/// True if `text` says nothing once its placeholders (`[…]`, `<…>`, `{…}`, `___`) are taken out:
/// no word of two letters or more is left. `[Name] v[Version]` does, `Checkout [beta]` does not.
bool is_template_text(std::string_view text);

}  // namespace milepost
