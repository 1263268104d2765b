// Entry of redact/.
#include "redact/redact.h"

#include <utility>

#include "redact/view_builder.h"

namespace milepost {

View redact_program(Program&& program, const SourceSet& sources, const Analysis& analysis,
                    std::span<const Finding> findings, std::span<const RuleInfo* const> rules,
                    const RedactOptions& options) {
  return ViewBuilder(std::move(program), sources, analysis, options).build(findings, rules);
}

}  // namespace milepost
