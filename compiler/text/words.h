// Comparison keys and names made from words that people wrote.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace milepost {

// Every run of white space (NBSP and the other Unicode spaces included) becomes one space,
// zero-width characters vanish, the ends are trimmed.
std::string normalize_spaces(std::string_view text);

// Without white space and zero-width characters of any kind at the ends. Borrows.
std::string_view trim_spaces(std::string_view text);

// Without Markdown emphasis (*, **, _, __, ~~, `) that encloses the whole text, trimmed. Borrows.
// "**R-001**" gives "R-001"; "a *b* c" stays.
std::string_view strip_emphasis(std::string_view text);

// The key by which headers, field names, statuses and headings are compared. It ignores case,
// emphasis, emoji, punctuation, a hint in parentheses at the end, and treats space, `_`, `-`,
// `/`, NBSP, `<br>` as one space: "Impact (1-5)" gives "impact", "**Due_Date**:" gives "due date",
// "🚨 Escalated by:" gives "escalated by", "Pass/Fail" gives "pass fail". A text that has
// nothing but punctuation is its own key ("#" gives "#"). Letters keep their accents.
std::string normalize_label(std::string_view text);

// What stands in parentheses at the end of a label ("Impact (1-5)" gives "1-5"); empty if
// nothing does. Borrows.
std::string_view label_hint(std::string_view text);

// A name for ids, files and urls: [a-z0-9] words with single hyphens between, at most `max`
// characters (at least 8), cut at a word's end where one is near. Accents are dropped. Never
// empty: text without Latin letters or digits gives eight hex digits of a hash of it.
std::string slug(std::string_view text, std::size_t max = 60);

// The anchor GitHub gives a heading with this plain text, before numbering of duplicates.
std::string github_anchor(std::string_view heading);

}  // namespace milepost
