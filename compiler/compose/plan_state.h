// How bad it stands with an item of the plan: the one shape that stands for it in a drawing.
#pragma once

#include <string>

#include "compose/words.h"
#include "redact/view.h"

namespace milepost {

/// From quiet to loud.
enum class StateShape : uint8_t {
  dropped,
  done,
  open,
  doing,
  on_track,
  at_risk,
  off_track,
  blocked
};

/// Of open work the worse of what is reported and what the facts say; else its status. Of a record
/// that is in no plan what it reports, else its status.
StateShape state_shape(const View& view, ViewRecordId record);

/// "at risk", or the label of its status.
std::string state_shape_words(const Words& words, const View& view, ViewRecordId record);
std::string_view shape_word(const Words& words, StateShape shape);

}  // namespace milepost
