// The numbers of what is said about versions and merges; their manual entries are in
// diagnostics/catalog_versions.cpp.
#pragma once

#include <cstdint>

namespace milepost::version_code {

inline constexpr uint16_t no_git = 60;
inline constexpr uint16_t no_repository = 61;
inline constexpr uint16_t shallow_clone = 62;
inline constexpr uint16_t repository_unreadable = 63;
inline constexpr uint16_t nothing_fits = 64;
inline constexpr uint16_t no_program_then = 65;
inline constexpr uint16_t same_folder = 66;
inline constexpr uint16_t day_not_over = 67;
inline constexpr uint16_t bad_snapshot = 68;
inline constexpr uint16_t clock_wrong = 69;

inline constexpr uint16_t merge_conflict = 70;
inline constexpr uint16_t merge_duplicate = 71;
inline constexpr uint16_t merge_cycle = 72;
inline constexpr uint16_t merge_broken_link = 73;
inline constexpr uint16_t merge_slip = 74;

}  // namespace milepost::version_code
