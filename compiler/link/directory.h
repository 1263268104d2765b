// The program's people, teams and roles by every word they are known by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "link/program.h"

namespace milepost {

/// Built from program.yaml; grows by names that nobody there has. Compares names without regard to
/// case, spaces and a leading @.
class Directory {
 public:
  explicit Directory(Program& program);

  /// Who `name` (with what stood in parentheses after it) is. Adds a person or team if it is new.
  /// `several`, if it is given, gets the roster's people between whom a first name does not decide.
  Party find(ValueType type, const PersonName& name, std::string_view text, Span span,
             std::vector<PersonIndex>* several = nullptr);
  /// True for "Platform team", "SRE squad".
  static bool says_team(std::string_view name);
  TeamIndex find_team(std::string_view name) const;
  TeamIndex add_team(std::string_view name, Span span);
  /// Somebody of the roster, or who was added.
  PersonIndex find_person(std::string_view name) const;
  bool has_role(std::string_view name) const;

 private:
  PersonIndex add_person(std::string_view name, std::string_view detail, Span span);
  PersonIndex by_first_name(std::string_view name, std::vector<PersonIndex>* several) const;
  PersonIndex person_or_new(std::string_view name, Span span);
  uint32_t find_role(std::string_view name) const;
  std::string free_key(std::string key);

  Program& program_;
  std::unordered_map<std::string, PersonIndex> people_;
  std::unordered_map<std::string, std::vector<PersonIndex>> first_names_;  // of the roster
  std::unordered_map<std::string, std::vector<PersonIndex>> titles_;       // PersonEntry::role
  std::unordered_map<std::string, TeamIndex> teams_;
  std::unordered_map<std::string, uint32_t> roles_;
  std::unordered_set<std::string> keys_;
};

}  // namespace milepost
