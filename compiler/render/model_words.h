// The canonical words of values, as program.json and CSV have them.
#pragma once

#include <string>
#include <string_view>

#include "redact/view.h"

namespace milepost {

std::string_view phase_word(ViewPhase phase);    // "waiting", "doing", "done", "dropped"
std::string_view health_key(ViewHealth health);  // "on_track"; empty for none
/// The key of a person or team; `words` if it is nobody known.
std::string_view party_key(const View& view, const ViewParty& party, std::string_view words);

/// The text of a value: days and moments in ISO 8601, canonical words, keys of people and teams,
/// ids of records, the words of Markdown, everything else as written. Not for numbers, levels,
/// money, booleans and objects, of which it gives `text`.
std::string model_text(const View& view, const ViewValue& value);

}  // namespace milepost
