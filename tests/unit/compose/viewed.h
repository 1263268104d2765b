// The View of a program written as files, and who is who in it.
#pragma once

#include <string_view>
#include <utility>

#include "unit/compose/composed.h"

namespace milepost {

/// Of a plain build as of Monday 1 June 2026.
inline View view_of_files(Linked::Files files) {
  Outline outline = composed(files);
  return std::move(outline.view);
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
