// Who may sign for which role.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
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

/// The roles of a program by their words.
class SigningRoles {
 public:
  /// Linear in roles, teams and people.
  explicit SigningRoles(const Program& program);

  /// `words` as written. One look-up.
  SigningRole find(std::string_view words) const;

 private:
  std::unordered_map<std::string, SigningRole> known_;  // by normalize_label
};

bool holds(const SigningRole& role, PersonIndex person);

/// Programs that list neither roles nor people leave open who signs.
bool has_roles(const Program& program);
bool has_roster(const Program& program);

}  // namespace milepost
