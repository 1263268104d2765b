// The View of a program written as files, and who is who in it.
#pragma once

#include <string_view>
#include <utility>

#include "unit/compose/composed.h"

namespace milepost {

/// Of a plain build as of Monday 1 June 2026.
View view_of_files(Linked::Files files);

ViewPersonId person_named(const View& view, std::string_view key);

ViewTeamId team_named(const View& view, std::string_view key);

}  // namespace milepost
