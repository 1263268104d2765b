// Markdown text to a tape: the body of a file, or a text value of a YAML field.
#pragma once

#include <string_view>

#include "diagnostics/diagnostic.h"
#include "markup/tape.h"

namespace milepost {

inline constexpr uint32_t kMostMarkdownBytes = 256 * 1024;

/// Parses `text`, which stands at byte `offset` of `file` (offsets of nodes are offset + position
/// in `text`). For a value whose text does not stand in the file as it is (an escaped or folded
/// YAML scalar) use parse_markdown_value: all nodes then have the span `whole`.
/// Look-before-you-parse limits of libraries.md are checked first; past one, a diagnostic is
/// reported and the text comes back as one code block; text of more than `most_bytes` is left out.
/// Thread-safe. Plain prose without markup takes no library call.
Tape parse_markdown(std::string_view text, FileId file, uint32_t offset, DiagnosticSink& sink,
                    uint32_t most_bytes = kMostMarkdownBytes);
Tape parse_markdown_value(std::string_view text, Span whole, DiagnosticSink& sink);

}  // namespace milepost
