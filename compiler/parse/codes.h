// The numbers of parse/'s diagnostics; their manual entries are in diagnostics/catalog_parse.cpp.
#pragma once

#include <cstdint>

namespace milepost::parse_code {

inline constexpr uint16_t yaml_syntax = 101;
inline constexpr uint16_t duplicate_key = 102;
inline constexpr uint16_t alias = 103;
inline constexpr uint16_t second_document = 104;
inline constexpr uint16_t complex_key = 105;
inline constexpr uint16_t too_deep = 106;
inline constexpr uint16_t too_many_nodes = 107;
inline constexpr uint16_t control_character = 108;
inline constexpr uint16_t tab_indent = 109;
inline constexpr uint16_t quote_needed = 110;
inline constexpr uint16_t open_quote = 111;
inline constexpr uint16_t comment_in_value = 112;
inline constexpr uint16_t stray_content = 113;
inline constexpr uint16_t open_bracket = 114;
inline constexpr uint16_t bad_merge = 115;
inline constexpr uint16_t front_matter_end = 116;
inline constexpr uint16_t front_matter_shape = 117;
inline constexpr uint16_t tag = 118;
inline constexpr uint16_t bad_indent = 119;
inline constexpr uint16_t bad_escape = 120;
inline constexpr uint16_t body_too_large = 121;
inline constexpr uint16_t markdown_too_deep = 122;
inline constexpr uint16_t table_too_large = 123;
inline constexpr uint16_t markdown_too_complex = 124;
inline constexpr uint16_t html_as_text = 125;
inline constexpr uint16_t html_unbalanced = 126;
inline constexpr uint16_t row_too_long = 127;
inline constexpr uint16_t region_open = 410;
inline constexpr uint16_t region_closed_twice = 411;
inline constexpr uint16_t region_nested = 412;
inline constexpr uint16_t region_misplaced = 413;
inline constexpr uint16_t region_label = 414;
inline constexpr uint16_t region_misspelled = 415;

}  // namespace milepost::parse_code
