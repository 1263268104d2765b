// A look at Markdown before it is parsed: shapes that make cmark-gfm run for minutes or abort.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

struct MarkdownExcess {
  uint16_t code = 0;
  uint32_t begin = 0;  // in the text
  uint32_t end = 0;
  std::string message;
  std::string help;
};

/// The first limit that `text` is over, if it is over one. Counts only, one pass, no parsing, so it
/// refuses a little more than is dangerous and nothing that people write.
std::optional<MarkdownExcess> find_markdown_excess(std::string_view text, uint32_t most_bytes);

}  // namespace milepost
