// The words that take the place of a reference, as a source can hold them.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

/// `words` in a Markdown text: read as they are, whatever they hold.
std::string words_in_markdown(std::string_view words);

/// `words` in a YAML value that may be quoted, in brackets, or neither: the value stays one. Quotes
/// become curly ones, and what means something to YAML a gap.
std::string words_in_yaml(std::string_view words);

}  // namespace milepost
