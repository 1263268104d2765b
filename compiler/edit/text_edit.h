// Changes of a text: bytes that are not named stay as they are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// What stands from `begin` up to `end` becomes `text`; equal offsets insert.
struct TextEdit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

/// The edits may come in any order but must not overlap; of two that insert at one place the first
/// comes first.
std::string apply_edits(std::string_view text, std::vector<TextEdit> edits);

/// The line end that the text uses: its first, or a line feed if it has none.
std::string_view line_end_of(std::string_view text);

/// Where the line with the byte at `at` begins, where its text ends, and where the next begins.
std::size_t line_begin(std::string_view text, std::size_t at);
std::size_t line_text_end(std::string_view text, std::size_t at);
std::size_t next_line(std::string_view text, std::size_t at);

}  // namespace milepost
