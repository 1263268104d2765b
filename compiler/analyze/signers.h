// Who may sign for which role.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "link/program.h"

namespace milepost {

/// A role as a sign-off names it: of `roles:`, else a team of the roster, else what people there
/// are ("Support Lead").
struct SigningRole {
  std::string key;    // of `roles:` or of the team, else the words without regard to case
  std::string label;  // as it reads
  bool known = false;
  std::vector<PersonIndex> holders;  // of a team its lead comes first
};

/// `words` as written. Linear in roles, teams and people.
SigningRole signing_role(const Program& program, std::string_view words);

bool holds(const SigningRole& role, PersonIndex person);

/// Programs that list neither roles nor people leave open who signs.
bool has_roles(const Program& program);
bool has_roster(const Program& program);

}  // namespace milepost
