// Finds "Pros:" and "Cons:" in a line.
#include "shape/option_sides.h"

#include <algorithm>
#include <string>

#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::string_view kStops = ".;,/|(-\n";  // ASCII alone: a byte of another is no stop

bool is_side(const Kinds& kinds, FieldId id) {
  if (id == kNoField) return false;
  const std::string& name = kinds.field(id).name;
  return name == "pros" || name == "cons";
}

std::string_view without_stops(std::string_view text) {
  text = trim(text);
  while (!text.empty() && (kStops.find(text.back()) != std::string_view::npos) &&
         text.back() != '.') {
    text = trim(text.substr(0, text.size() - 1));
  }
  return text;
}

}  // namespace

std::vector<OptionSide> split_sides(const Kinds& kinds, const Field& options,
                                    std::string_view text) {
  constexpr std::size_t kLongestName = 24;
  const bool has_sides =
      std::ranges::any_of(options.fields, [&](FieldId id) { return is_side(kinds, id); });
  std::vector<OptionSide> sides;
  if (!has_sides) return sides;
  FieldId field = kNoField;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view part = without_stops(text.substr(begin, end - begin));
    if (!part.empty()) sides.push_back({field, part});
  };
  std::size_t word = 0;  // where a name may begin
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ':') {
      const std::string_view name = trim(text.substr(word, i - word));
      const FieldId found = name.empty() || name.size() > kLongestName
                                ? kNoField
                                : kinds.find_sub_field(options.id, std::string(name));
      if (is_side(kinds, found)) {
        add(word);
        field = found;
        begin = i + 1;
      }
    }
    if (text[i] == ':' || kStops.find(text[i]) != std::string_view::npos) word = i + 1;
  }
  if (field == kNoField) return {};
  add(text.size());
  return sides;
}

}  // namespace milepost
