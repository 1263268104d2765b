// What an audience sees of one record, and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyze/analysis.h"
#include "calendar/date.h"
#include "link/program.h"
#include "load/source_set.h"
#include "redact/audience.h"

namespace milepost {

struct SightField {
  std::string name;
  bool shown = true;
  std::string why;  // it is hidden; empty if it is shown
};

/// A region of the body.
struct SightRegion {
  std::string label;
  bool shown = true;
  Span span;
};

enum class SightState : uint8_t { kept, replaced, left_out };

/// A reference in the fields or the body of the record, or of others to it.
struct SightReference {
  std::string name;  // the id or path of what it leads to; of a trace: whose text it is in
  SightState state = SightState::kept;
  Span span;
};

/// A date of something visible that comes from the record, by the plan.
struct SightDate {
  std::string id;
  Date date;
};

struct Sight {
  std::string id, title, kind, label;
  std::string why;  // has it that label
  Span span;
  bool visible = false;
  // Of a visible record.
  std::vector<SightField> fields;
  std::vector<SightRegion> regions;
  std::vector<SightReference> references;
  // Of a hidden one: what of it can be told from what is shown.
  std::vector<SightReference> traces;
  std::vector<SightDate> dates;
};

/// For its author's terminal. Linear in the program.
Sight sight_of(const Program& program, const SourceSet& sources, const Analysis& analysis,
               const Audience& audience, RecordIndex record);

}  // namespace milepost
