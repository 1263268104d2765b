// How wide text is at most, from built-in numbers: drawings open no font.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// Tenths of a px that a line of text in a type of 13 px takes at most in the sans serifs that
/// systems have (regular and medium weight), the widest of them included. What cannot be seen
/// counts as HtmlWriter writes it. Linear.
int32_t text_width(std::string_view text);

/// `text` broken at spaces, and inside words that are longer than a line, into at most `lines`
/// lines of `px`; the last one ends in … if not all of it fits. No line splits a character from
/// its marks. An empty text gives no line.
std::vector<std::string> fit_lines(std::string_view text, int32_t px, size_t lines);
/// The same in one line.
std::string fit_line(std::string_view text, int32_t px);

}  // namespace milepost
