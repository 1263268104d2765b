// Finds the beginnings of lines once, and answers from them.
#include "text/source_text.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace milepost {

SourceText::SourceText(std::string path, std::string bytes)
    : path_(std::move(path)), bytes_(std::move(bytes)) {
  const std::string_view text = bytes_;
  // A CR that ends a line is rare: without any, one byte needs looking for.
  const bool has_cr = text.find('\r') != std::string_view::npos;
  line_begins_.reserve(text.size() / 32 + 1);
  line_begins_.push_back(0);
  std::size_t at = 0;
  while (at < text.size()) {
    at = has_cr ? text.find_first_of("\r\n", at) : text.find('\n', at);
    if (at == std::string_view::npos) break;
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
    ++at;
    if (at < text.size()) line_begins_.push_back(static_cast<std::uint32_t>(at));
  }
}

LineColumn SourceText::position(std::uint32_t offset) const {
  offset = std::min(offset, size());
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - line_begins_.begin());
  const std::uint32_t begin = line_begins_[line - 1];
  // Stepping back to the first byte of the character makes every byte of it the same place.
  std::uint32_t end = offset;
  while (end > begin && end < size() && (static_cast<unsigned char>(bytes_[end]) & 0xC0u) == 0x80) {
    --end;
  }
  const auto before = std::string_view(bytes_).substr(begin, end - begin);
  return {line, static_cast<std::uint32_t>(count_code_points(before)) + 1};
}

std::string_view SourceText::line(std::uint32_t line) const {
  if (line == 0 || line > line_count()) return {};
  const std::uint32_t begin = line_begins_[line - 1];
  const std::uint32_t end = line < line_count() ? line_begins_[line] : size();
  std::string_view text = slice(begin, end);
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text;
}

std::uint32_t SourceText::line_begin(std::uint32_t line) const {
  return line == 0 || line > line_count() ? size() : line_begins_[line - 1];
}

std::string_view SourceText::slice(std::uint32_t begin, std::uint32_t end) const {
  end = std::min(end, size());
  begin = std::min(begin, end);
  return std::string_view(bytes_).substr(begin, end - begin);
}

}  // namespace milepost
