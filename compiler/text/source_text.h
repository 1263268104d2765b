// One source file's text, and the way from byte offsets to lines and columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

struct LineColumn {
  std::uint32_t line = 1;    // 1-based
  std::uint32_t column = 1;  // 1-based, in code points

  friend constexpr auto operator<=>(const LineColumn&, const LineColumn&) = default;
};

// Owns the text of a file. Immutable after construction, so any number of threads may read it.
// Lines end with LF, CRLF or CR; line ends are kept in `bytes`.
class SourceText {
 public:
  SourceText() : SourceText({}, {}) {}

  // `path` is relative with `/` between its parts. `bytes` is valid UTF-8 without a byte order
  // mark (see decode_text in utf8.h) and shorter than 4 GiB. One pass over the text.
  SourceText(std::string path, std::string bytes);

  const std::string& path() const { return path_; }
  const std::string& bytes() const { return bytes_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(bytes_.size()); }

  // At least 1; a final line end starts no new line.
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_begins_.size()); }

  // The place of the character that holds byte `offset`; an offset past the end is the end.
  // Costs a binary search and a walk along the line.
  LineColumn position(std::uint32_t offset) const;

  // Line `line` (1-based) without its line end; empty if there is no such line. Borrows bytes().
  std::string_view line(std::uint32_t line) const;

  // The byte offset of the first byte of line `line`; size() if there is no such line.
  std::uint32_t line_begin(std::uint32_t line) const;

  // The text of [begin, end), clamped to the file. Borrows bytes().
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const;

 private:
  std::string path_;
  std::string bytes_;
  std::vector<std::uint32_t> line_begins_;
};

}  // namespace milepost
