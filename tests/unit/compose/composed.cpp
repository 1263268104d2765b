// Compiled once: most tests need no more than the names.
#include "unit/compose/composed.h"

namespace milepost {

Outline composed(Linked::Files files) {
  Linked linked(files);
  const Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  View view = redact_program(std::move(linked.program), linked.sources, analysis, {}, {}, {});
  return compose_site(std::move(view), Words());
}

ViewKindId kind_named(const View& view, std::string_view name) {
  for (uint32_t i = 0; i < view.kinds.size(); ++i) {
    if (view.kinds[i].name == name) return ViewKindId{i};
  }
  return kNoViewKind;
}

ViewRecordId record_named(const View& view, std::string_view id) {
  for (uint32_t i = 0; i < view.records.size(); ++i) {
    if (view.records[i].id == id) return ViewRecordId{i};
  }
  return kNoViewRecord;
}

}  // namespace milepost
