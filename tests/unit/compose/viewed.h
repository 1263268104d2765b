// Programs written as files and taken as far as the View of a plain build.
#pragma once

#include <string_view>
#include <utility>

#include "analyze/analyze.h"
#include "calendar/date.h"
#include "redact/redact.h"
#include "unit/link/linked.h"

namespace milepost {

/// As of Mon 1 Jun 2026.
inline View view_of_files(Linked::Files files) {
  Linked linked(files);
  const Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  return redact_program(std::move(linked.program), linked.sources, analysis, {}, {}, {});
}

inline ViewRecordId record_named(const View& view, std::string_view id) {
  for (uint32_t i = 0; i < view.records.size(); ++i) {
    if (view.records[i].id == id || view.records[i].short_id == id) return ViewRecordId{i};
  }
  return kNoViewRecord;
}

inline ViewPersonId person_named(const View& view, std::string_view key) {
  for (uint32_t i = 0; i < view.people.size(); ++i) {
    if (view.people[i].key == key) return ViewPersonId{i};
  }
  return kNoViewPerson;
}

inline ViewTeamId team_named(const View& view, std::string_view key) {
  for (uint32_t i = 0; i < view.teams.size(); ++i) {
    if (view.teams[i].key == key) return ViewTeamId{i};
  }
  return kNoViewTeam;
}

}  // namespace milepost
