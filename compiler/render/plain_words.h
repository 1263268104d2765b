// What a page says, for places without tags: a terminal, a mail, a message.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// The text of HTML that HtmlWriter made, its runs of white space as one space.
std::string plain_words(std::string_view html);

/// The words of `text` on lines of at most `width` columns; a word that is longer has its own. At
/// least one line.
std::vector<std::string> wrapped_lines(std::string_view text, size_t width);

}  // namespace milepost
