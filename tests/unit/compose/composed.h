// A site composed from files, for tests of what stands right of the audience wall.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "analyze/analyze.h"
#include "calendar/date.h"
#include "compose/compose.h"
#include "redact/redact.h"
#include "unit/link/linked.h"

namespace milepost {

/// As of Monday 1 June 2026.
inline Outline composed(Linked::Files files) {
  Linked linked(files);
  const Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  View view = redact_program(std::move(linked.program), linked.sources, analysis, {}, {}, {});
  return compose_site(std::move(view), Words());
}

inline ViewKindId kind_named(const View& view, std::string_view name) {
  for (uint32_t i = 0; i < view.kinds.size(); ++i) {
    if (view.kinds[i].name == name) return ViewKindId{i};
  }
  return kNoViewKind;
}

inline ViewRecordId record_named(const View& view, std::string_view id) {
  for (uint32_t i = 0; i < view.records.size(); ++i) {
    if (view.records[i].id == id) return ViewRecordId{i};
  }
  return kNoViewRecord;
}

}  // namespace milepost
