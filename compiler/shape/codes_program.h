// The numbers of the diagnostics of program.yaml (MP140 to MP159); their manual is in
// diagnostics/catalog_program.cpp.
#pragma once

#include <cstdint>

namespace milepost::code {

inline constexpr uint16_t unknown_setting = 140;
inline constexpr uint16_t wrong_setting_shape = 141;
inline constexpr uint16_t unknown_field_type = 142;
inline constexpr uint16_t unknown_field_role = 143;
inline constexpr uint16_t no_such_kind = 144;
inline constexpr uint16_t kind_cycle = 145;
inline constexpr uint16_t duplicate_prefix = 146;
inline constexpr uint16_t unknown_phase = 147;
inline constexpr uint16_t bad_name = 148;
inline constexpr uint16_t role_given_twice = 149;
inline constexpr uint16_t bad_setting = 150;
inline constexpr uint16_t bad_setting_date = 151;
inline constexpr uint16_t unknown_zone = 152;
inline constexpr uint16_t unknown_visibility = 153;
inline constexpr uint16_t unknown_rule = 154;
inline constexpr uint16_t limit_raised = 155;
inline constexpr uint16_t no_title = 156;
inline constexpr uint16_t no_such_entry = 157;
inline constexpr uint16_t too_many_kinds = 158;

}  // namespace milepost::code
