// Compiled once: most tests need no more than the names.
#include "unit/render/composed.h"

namespace milepost {

Outline composed(Linked& linked, std::string base_url) {
  const Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  RedactOptions options;
  options.version = "1.2.3";
  options.base_url = std::move(base_url);
  return compose_site(
      redact_program(std::move(linked.program), linked.sources, analysis, {}, {}, options),
      Words());
}

}  // namespace milepost
