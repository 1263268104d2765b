// How dates, distances and counts read on a page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "calendar/date.h"
#include "calendar/working_time.h"
#include "compose/words.h"
#include "redact/view.h"
#include "text/natural_order.h"

namespace milepost {

// The year is left out where it is that of `as_of`.

std::string day_words(const Words& words, Date date, Date as_of);  // "Mon 8 Jun", "Mon 8 Jun 2025"
std::string short_day(const Words& words, Date date, Date as_of);  // "8 Jun", for tables
/// A day as day_words; else its period: "June 2026", "Q3 2026", "week of 8 Jun", "8–19 Jun".
std::string period_words(const Words& words, const DateValue& date, Date as_of);
std::string_view month_words(const Words& words, int month);  // 1 "January"

/// From `as_of` to `date`: "today", "tomorrow", "in 3 working days", "yesterday", "3 working days
/// ago".
std::string distance_words(const Words& words, Date date, Date as_of, const WorkingTime& time);

/// The text of a plural with its count, `{0}`, filled in.
std::string count_words(const Words& words, Word word, uint64_t count);
/// "1 risk", "2 risks", "no risks".
std::string count_words(const Words& words, const ViewKind& kind, uint64_t count);
/// A name of a kind or field inside a sentence: "risk", but "RACI"; as it is where the language
/// writes names large.
std::string noun(const Words& words, std::string_view label);

/// The first letter of ASCII in upper case; underscores become spaces: "not_started" gives "Not
/// started".
std::string word_label(std::string_view word);

std::string_view health_word(const Words& words, ViewHealth health);  // "on track"
std::string_view band_word(const Words& words, uint8_t band);         // 1 "Low" .. 4 "Very high"
std::string_view level_word(const Words& words, uint8_t level);  // 1 "Very low" .. 5 "Critical"

/// The key of the word for a field: `field.due`, or `field.due.target_resolution` where its label
/// is another than its name.
std::string field_word_key(std::string_view name, std::string_view label);

}  // namespace milepost
