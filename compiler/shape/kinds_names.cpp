// The names of what kinds are made of: types, roles, phases, healths.
#include "shape/kinds.h"

namespace milepost {
namespace {

// The names of an enumeration in its order, with a space after each.
constexpr std::string_view kHealths =
    "none not_started on_track at_risk off_track blocked complete ";
constexpr std::string_view kPhases = "waiting doing done dropped ";
constexpr std::string_view kTypes =
    "text markdown date datetime when duration estimate effort level status health person team "
    "role ref money percent number boolean url choice object ";
constexpr std::string_view kRoles =
    "none id title summary status health owner team start started due finished raised decided "
    "estimate effort percent priority likelihood impact severity score mitigation contingency "
    "trigger next_review last_reviewed needed_by promised commitment agreed provider consumer "
    "confidence options recommendation decision_needed_by escalated_to raised_by acknowledged "
    "resolved resolution rationale alternatives context consequences acceptance gates signoffs "
    "waivers launch influence interest strategy visibility tags notes period reviewed held "
    "category type baseline rollback remaining ";

constexpr size_t count_names(std::string_view names) {
  size_t count = 0;
  for (const char c : names) count += c == ' ' ? 1 : 0;
  return count;
}

static_assert(count_names(kHealths) == static_cast<size_t>(Health::complete) + 1);
static_assert(count_names(kPhases) == static_cast<size_t>(Phase::dropped) + 1);
static_assert(count_names(kTypes) == static_cast<size_t>(ValueType::object) + 1);
static_assert(count_names(kRoles) == kRoleCount);

std::string_view name_at(std::string_view names, size_t index) {
  for (; index > 0; --index) names.remove_prefix(names.find(' ') + 1);
  return names.substr(0, names.find(' '));
}

template <typename Enum>
std::optional<Enum> find_name(std::string_view names, std::string_view name) {
  for (size_t index = 0; !names.empty(); ++index) {
    const size_t end = names.find(' ');
    if (names.substr(0, end) == name) return static_cast<Enum>(index);
    names.remove_prefix(end + 1);
  }
  return std::nullopt;
}

}  // namespace

std::string_view health_name(Health health) {
  return name_at(kHealths, static_cast<size_t>(health));
}

std::string_view phase_name(Phase phase) {
  return name_at(kPhases, static_cast<size_t>(phase));
}

std::string_view role_name(Role role) {
  return name_at(kRoles, static_cast<size_t>(role));
}

std::string_view type_name(ValueType type) {
  return name_at(kTypes, static_cast<size_t>(type));
}

std::optional<Phase> find_phase(std::string_view name) {
  return find_name<Phase>(kPhases, name);
}

std::optional<Role> find_role(std::string_view name) {
  return find_name<Role>(kRoles, name);
}

std::optional<ValueType> find_type(std::string_view name) {
  if (name == "bool") return ValueType::boolean;
  if (name == "string") return ValueType::text;
  return find_name<ValueType>(kTypes, name);
}

}  // namespace milepost
