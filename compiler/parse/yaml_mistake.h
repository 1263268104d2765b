// What is wrong with a YAML text at one place, and the edit that mends it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// Replaces [begin, end) by `text`.
struct YamlEdit {
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string text;
};

/// Offsets are into the text that was read. Unless there are none, the edits (in order, not
/// overlapping) make the mistake vanish; the reader applies them to a copy and goes on, so that one
/// run shows all mistakes.
struct YamlMistake {
  uint16_t code = 0;
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string message;
  std::string help;
  std::vector<YamlEdit> edits;
};

/// The value [begin, end) is text that YAML reads as something else. `reason` completes the
/// sentence "… , so the value must be quoted".
YamlMistake value_needs_quotes(std::string_view text, uint32_t begin, uint32_t end,
                               std::string reason);

/// Nothing mends [begin, end) but a person: its lines and those indented below them are left out.
YamlMistake left_out(std::string_view text, uint16_t code, uint32_t begin, uint32_t end,
                     std::string message, std::string help);

/// Nothing more can be read.
YamlMistake fatal_mistake(uint16_t code, uint32_t begin, uint32_t end, std::string message,
                          std::string help);

/// `value` as a YAML scalar in quotes.
std::string quoted_yaml(std::string_view value);

/// For messages: in backticks, on one line, not longer than some 60 characters.
std::string excerpt(std::string_view text);

/// "`@`", or "a backtick".
std::string shown_character(char c);

/// The offset at which the line of `offset` begins, and where it ends (before its line end).
uint32_t line_begin_of(std::string_view text, uint32_t offset);
uint32_t line_end_of(std::string_view text, uint32_t offset);

/// Where the value that begins at `begin` ends: its line's end, or the `,`, `]` or `}` behind it if
/// a bracket before it on the line is open.
uint32_t value_end_of(std::string_view text, uint32_t begin);

}  // namespace milepost
