// A place in a source file: a half-open range of bytes.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace milepost {

// The position of a file in its SourceSet. Opaque: only the owner of the files turns it into a
// path.
enum class FileId : std::uint32_t {};

inline constexpr FileId kNoFile{0xFFFFFFFFu};

// Byte offsets into a file's text after it was decoded to UTF-8 and its byte order mark removed.
// `end` is exclusive. An empty span at a real file is a place too (an insertion point).
// Span{} is no place at all.
struct Span {
  FileId file = kNoFile;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr bool is_place() const { return file != kNoFile; }
  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool contains(const Span& inner) const {
    return is_place() && file == inner.file && begin <= inner.begin && inner.end <= end;
  }

  // Orders by file, begin, end.
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// The part of `whole` that starts `offset` bytes into it and is `length` bytes long, clamped to
// `whole`. For parsers that report positions relative to the value they were given.
constexpr Span sub_span(const Span& whole, std::size_t offset, std::size_t length) {
  if (!whole.is_place()) return whole;
  const std::size_t size = whole.size();
  const std::size_t first = offset < size ? offset : size;
  const std::size_t count = length < size - first ? length : size - first;
  return {whole.file, whole.begin + static_cast<std::uint32_t>(first),
          whole.begin + static_cast<std::uint32_t>(first + count)};
}

// The smallest span that holds both; the other one if one is no place or lies in another file.
constexpr Span join(const Span& a, const Span& b) {
  if (!a.is_place()) return b;
  if (!b.is_place() || a.file != b.file) return a;
  return {a.file, a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace milepost
