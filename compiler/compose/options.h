// Options of a decision or an escalation, and which of them its author recommends.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "redact/view.h"

namespace milepost {

/// The first field of the record with this role and a value, or null.
const ViewField* field_with(const View& view, const ViewRecord& record, ViewRole role);
/// The text of a value without its markup.
std::string words_of(const View& view, const ViewValue& value);

struct RecommendedOption {
  size_t index = 0;  // into the values of the field of options
  std::string rest;  // what the recommendation says after naming it, from its first letter or dot
};

/// If the recommendation names an option by its number ("Option 2: …", "2.") or begins with its
/// name.
std::optional<RecommendedOption> recommended_option(const View& view, const ViewRecord& record);

}  // namespace milepost
