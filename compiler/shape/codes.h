// The numbers of the diagnostics of shape/ (MP160 to MP199); their manual is in
// diagnostics/catalog_shape.cpp.
#pragma once

#include <cstdint>

namespace milepost::code {

inline constexpr uint16_t unreadable_date = 160;
inline constexpr uint16_t ambiguous_date = 161;
inline constexpr uint16_t weekday_mismatch = 162;
inline constexpr uint16_t unreadable_duration = 163;
inline constexpr uint16_t unknown_level = 164;
inline constexpr uint16_t unknown_status = 165;
inline constexpr uint16_t unknown_health = 166;
inline constexpr uint16_t unknown_choice = 167;
inline constexpr uint16_t unreadable_number = 168;
inline constexpr uint16_t unreadable_url = 169;
inline constexpr uint16_t unreadable_range = 170;
inline constexpr uint16_t wrong_shape = 171;
inline constexpr uint16_t given_twice = 172;
inline constexpr uint16_t unknown_field = 173;
inline constexpr uint16_t unknown_kind = 174;
inline constexpr uint16_t invalid_id = 175;
inline constexpr uint16_t unfilled_template = 176;
inline constexpr uint16_t table_not_read = 177;
inline constexpr uint16_t no_records = 178;
inline constexpr uint16_t too_many_records = 179;
inline constexpr uint16_t ids_disagree = 180;

}  // namespace milepost::code
