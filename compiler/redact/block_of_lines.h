// Lines of a source that belong together: what is cut out of a file whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace milepost {

/// [begin, end) of a text.
struct TextRange {
  uint32_t begin = 0, end = 0;
};

/// Where the line of `at` begins, and where the next one does.
uint32_t line_begin(std::string_view text, uint32_t at);
uint32_t line_end(std::string_view text, uint32_t at);

/// The entry of a YAML list or mapping in block style whose words are `own`: its lines, from that
/// of its dash on, and all that is indented deeper. Nothing if it shares a line with others. Linear
/// in the entry.
std::optional<TextRange> yaml_entry(std::string_view text, TextRange own);

/// True if `at` stands inside of brackets that are opened behind `from`.
bool in_brackets(std::string_view text, uint32_t from, uint32_t at);

/// The key at `at` and its value, in whole lines. Nothing if something else stands before it.
std::optional<TextRange> yaml_field(std::string_view text, uint32_t at);

/// The element of a list that is a mapping with the value at `at`: `{…}`, or what stands behind a
/// dash; without the dash. `from` is where the list begins at the earliest. Nothing if the value is
/// no part of such a mapping.
std::optional<TextRange> yaml_mapping_around(std::string_view text, uint32_t from, uint32_t at);

/// The value that begins at `at`, behind its key: a block, a quoted text, what stands in brackets,
/// or plain words with the lines that go on with them.
TextRange yaml_text(std::string_view text, uint32_t at);

/// The value of the key that ends at `at`, which others may follow in its line if it stands inside
/// of brackets. Empty if there is none.
TextRange yaml_value_behind(std::string_view text, uint32_t at, bool in_brackets);

/// True if an anchor of the entry has an alias outside of it. Linear in the text if it has anchors.
bool is_repeated(std::string_view text, TextRange entry);

/// True if the line that begins at `begin` is the head of a Markdown table.
bool is_head_of_table(std::string_view text, uint32_t begin);

/// A part of a line with what joins it to the part before it (` - `, `; `, `, `, ` | `, a dash), to
/// the next one if there is none before.
TextRange with_joint(std::string_view text, TextRange part);

/// A part of a line, with the parentheses around it and the space before if they hold nothing else.
TextRange without_parentheses(std::string_view text, TextRange part);

/// The line of `at` to that of `last`, and the blank lines behind if there are some before, too.
TextRange whole_lines(std::string_view text, uint32_t at, uint32_t last);

/// The list item of Markdown that begins at `at` and reaches to `last` at least, with all that is
/// indented as its words are. Blank lines behind it go along where another item follows.
TextRange list_item(std::string_view text, uint32_t at, uint32_t last);

}  // namespace milepost
