// The words that take the place of a reference, as a source can hold them.
#pragma once

#include <string>
#include <string_view>

#include "redact/block_of_lines.h"
#include "text/rewritten_text.h"

namespace milepost {

/// `words` in a Markdown text: read as they are, whatever they hold.
std::string words_in_markdown(std::string_view words);

/// `words` in a YAML value that may be quoted, in brackets, or neither: the value stays one. Quotes
/// become curly ones, and what means something to YAML a gap.
std::string words_in_yaml(std::string_view words);

/// What to cut for the words in `range` to leave nothing: the words around them close up, those of
/// their line, and in YAML of `value`, whose quotes, commas and brackets stay. A value of YAML that
/// is nothing then says so, and plain words do not begin with a sign that means something.
Replacement left_out(std::string_view text, TextRange range, TextRange value, bool yaml);

}  // namespace milepost
