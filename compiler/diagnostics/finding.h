// What check/ says about the program: a Finding is a rule, its subjects and typed arguments, never
// text.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "calendar/date.h"
#include "diagnostics/diagnostic.h"

namespace milepost {

/// A record, person or team named by its dense number in the Program (link/program.h);
/// redact/ renumbers them for the View.
struct RecordArgument {
  uint32_t record;
};
struct PersonArgument {
  uint32_t person;
};
/// A count of working days (may be negative), printed as "3 working days".
struct DaysArgument {
  int64_t days;
};

/// `std::string` is text of the subject itself (a status as written, a field's name).
using Argument =
    std::variant<RecordArgument, PersonArgument, Date, DaysArgument, int64_t, std::string>;

struct Finding {
  uint16_t code = 0;
  Severity severity = Severity::warning;
  std::vector<uint32_t> subjects;  // dense record numbers, the one to mend first; may be empty
  std::vector<Argument> arguments;
  Span span;
  std::string help;  // for the author in `check`; never crosses the audience wall
  std::vector<Related> related;
};

}  // namespace milepost
