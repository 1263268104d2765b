// A sentence about a change, before it is HTML, text or Markdown.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "redact/view.h"

namespace milepost {

/// later, sooner: by how much, as "+4 d".
enum class ChangeInk : uint8_t { plain, title, id, was, now, aside, later, sooner };

/// A run of a sentence, not yet safe for any place. `record` is of the later View; it may have a
/// page.
struct ChangePhrase {
  std::string text;
  ChangeInk ink = ChangeInk::plain;
  ViewRecordId record = kNoViewRecord;
};
using ChangeLine = std::vector<ChangePhrase>;

}  // namespace milepost
