// Labels of an old version, made as strict as those of now.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "driver/stages.h"
#include "link/program.h"
#include "redact/audience.h"
#include "redact/view.h"

namespace milepost {

/// What is hidden now is hidden in every version: a record by its id or a former one, a page by its
/// path, a field by its name. Labels inside a body are those of then.
class LabelsOfNow {
 public:
  /// `now` is only read here; the labels of `then` are kept.
  LabelsOfNow(const StageValues& now, const StageValues& then);

  /// Gives `then` its own labels, and those of now where they hide more from `audience`.
  void apply(Program& then, const Audience& audience) const;

  /// True if a View that was made of `then` has a record that `audience` may not see now: what
  /// could not be cut out of a text is judged by its own labels alone.
  bool shown_by(const View& view, const Audience& audience) const;

 private:
  std::vector<LabelIndex> records_, pages_, fields_;  // of then
  // The label that each has now; empty: it is not there.
  std::vector<std::string> ids_;
  std::vector<std::string> records_now_, pages_now_, fields_now_;
};

}  // namespace milepost
