// Feeds everything in text/ any bytes at all, and demands what its headers promise.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/emoji.h"
#include "text/source_text.h"
#include "text/suspicious.h"
#include "text/utf8.h"
#include "text/words.h"

using namespace milepost;

namespace {

void demand(bool condition) {
  if (!condition) std::abort();
}

bool is_valid(std::string_view text) {
  return find_invalid_utf8(text) == std::string_view::npos;
}

void check_walks(std::string_view text) {
  std::size_t count = 0;
  std::size_t at = 0;
  bool valid = true;
  for (const CodePoint point : CodePoints(text)) {
    demand(point.offset == at && point.size >= 1 && point.size <= 4);
    at += point.size;
    ++count;
    valid = valid && point.valid;
    demand(leading_emoji(text.substr(point.offset)) <= text.size() - point.offset);
  }
  demand(at == text.size());
  demand(count == count_code_points(text));
  demand(valid == is_valid(text));
  for (std::size_t back = text.size(); back > 0 && valid;) {
    const CodePoint point = code_point_before(text, back);
    demand(point.valid && point.offset + point.size == back);
    back = point.offset;
  }
}

void check_names(std::string_view text) {
  const std::string label = normalize_label(text);
  demand(is_valid(label) || !is_valid(text));
  const std::string name = slug(text, 20);
  demand(!name.empty() && name.size() <= 20);
  demand(slug(name, 20) == name);
  if (is_valid(text)) demand(normalize_spaces(normalize_spaces(text)) == normalize_spaces(text));
  demand(is_valid(collision_key(text)));
  demand(collision_key(collision_key(text)) == collision_key(text));
  demand(is_valid(nfc(text)) && is_valid(strip_marks(text)) && is_valid(github_anchor(text)));
  static_cast<void>(strip_emphasis(text));
  static_cast<void>(label_hint(text));
  static_cast<void>(remove_emoji(text));
}

void check_suspicious(std::string_view text) {
  std::size_t end = 0;
  for (const Suspicious& item : find_suspicious(text)) {
    demand(item.offset >= end);
    end = item.offset + item.length;
    demand(end <= text.size());
    demand(code_point_at(text, item.offset).value == item.code_point);
  }
  static_cast<void>(show_invisible(text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string_view text = bytes;
  check_walks(text);
  check_names(text);
  check_suspicious(text);
  demand(is_valid(replace_invalid_utf8(text)));
  demand(truncate_bytes(text, size / 2).size() <= size / 2);
  demand(text.starts_with(truncate_characters(text, size / 3)));
  static_cast<void>(display_width(text));

  const std::string_view half = text.substr(0, size / 2);
  const std::string_view rest = text.substr(size / 2);
  demand(edit_distance(half, rest, 9) == edit_distance(rest, half, 9));
  const std::string_view candidates[] = {half, rest, "owner", "status"};
  for (const std::size_t index : nearest(text, candidates)) demand(index < 4);

  const DecodedText decoded = decode_text(bytes);
  demand(is_valid(decoded.text));
  const SourceText source("fuzz.md", decoded.text);
  LineColumn last;
  for (std::uint32_t offset = 0; offset <= source.size(); offset += 7) {
    const LineColumn place = source.position(offset);
    demand(place >= last);
    demand(source.line_begin(place.line) <= offset);
    last = place;
  }
  return 0;
}
