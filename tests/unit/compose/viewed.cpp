// Compiled once: most tests need no more than the names.
#include "unit/compose/viewed.h"

namespace milepost {

View view_of_files(Linked::Files files) {
  Outline outline = composed(files);
  return std::move(outline.view);
}

ViewPersonId person_named(const View& view, std::string_view key) {
  for (uint32_t i = 0; i < view.people.size(); ++i) {
    if (view.people[i].key == key) return ViewPersonId{i};
  }
  return kNoViewPerson;
}

ViewTeamId team_named(const View& view, std::string_view key) {
  for (uint32_t i = 0; i < view.teams.size(); ++i) {
    if (view.teams[i].key == key) return ViewTeamId{i};
  }
  return kNoViewTeam;
}

}  // namespace milepost
