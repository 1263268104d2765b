// Says that something would be a record if it were filled in.
#include <fmt/format.h>

#include "shape/codes.h"
#include "shape/decode.h"
#include "shape/draft.h"

namespace milepost {

void say_template(FileWork& work, KindId kind, Span place, std::string help) {
  work.sink.report({code::unfilled_template,
                    Severity::note,
                    place,
                    fmt::format("an unfilled template (`{}`); it gives no record",
                                work.facts.kinds.kind(kind).name),
                    std::move(help),
                    {}});
}

}  // namespace milepost
