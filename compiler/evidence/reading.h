// What the readers of the formats share: how a file is refused, and how a count is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/date.h"
#include "evidence/report.h"

namespace milepost {

inline constexpr uint64_t kMostCount = 1'000'000'000'000;
inline constexpr uint32_t kMostDepth = 100;

EvidenceReading refuse_evidence(std::string problem, uint32_t line = 0, uint32_t column = 0);
/// The place of a byte of `bytes`, in lines and columns of characters. Linear in the bytes before.
EvidenceReading refuse_evidence_at(std::string problem, std::string_view bytes, size_t offset);

/// A whole number of at most kMostCount; `12.0` is one, too. Spaces at the ends do not matter.
std::optional<uint64_t> read_count(std::string_view text);
/// 0 to 1 as parts of 10,000, rounded down: `0.7649` gives 7649. Nothing else.
std::optional<uint64_t> read_rate(std::string_view text);
/// The day of `2026-05-14T10:00:00` or, if `epoch`, of seconds or milliseconds since 1970.
std::optional<Date> read_day(std::string_view text, bool epoch);

/// Adds without leaving kMostCount.
void add_count(uint64_t& to, uint64_t count);

/// What is quoted of a file in a message: in one line, cut after 40 characters, control characters
/// as `?`.
std::string quoted_evidence(std::string_view text);

}  // namespace milepost
