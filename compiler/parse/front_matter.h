// Where the front matter of a Markdown file stands.
#pragma once

#include <cstdint>
#include <string_view>

namespace milepost {

/// Byte offsets into the file. A front matter that is never closed ends with its last entry, and is
/// none unless it begins like one.
struct FrontMatter {
  bool present = false;
  bool closed = false;
  uint32_t yaml_begin = 0;
  uint32_t yaml_end = 0;
  uint32_t body = 0;  // where the body begins
};

/// Linear in the front matter.
FrontMatter find_front_matter(std::string_view text);

}  // namespace milepost
