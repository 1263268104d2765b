// The numbers of load/'s diagnostics; their manual entries are in diagnostics/catalog_load.cpp.
#pragma once

#include <cstdint>

namespace milepost::load_code {

inline constexpr uint16_t no_program = 1;
inline constexpr uint16_t nested_program = 2;
inline constexpr uint16_t invalid_utf8 = 3;
inline constexpr uint16_t unknown_encoding = 4;
inline constexpr uint16_t utf16 = 5;
inline constexpr uint16_t file_too_large = 6;
inline constexpr uint16_t program_too_large = 7;
inline constexpr uint16_t path_collision = 8;
inline constexpr uint16_t bad_file_name = 9;
inline constexpr uint16_t symlink_skipped = 10;
inline constexpr uint16_t special_file_skipped = 11;
inline constexpr uint16_t unreadable_file = 12;
inline constexpr uint16_t bad_ignore_pattern = 14;

}  // namespace milepost::load_code
