// Words of a theme may be anything.
#include "redact/words_instead.h"

namespace milepost {
namespace {

constexpr std::string_view kMarkup = "\\`*_[]<>#|~&";
constexpr std::string_view kYaml = "\\:#[]{},&*!|>@`";  // anywhere
constexpr std::string_view kFirst = "-?~=%";            // at the beginning of a value

}  // namespace

std::string words_in_markdown(std::string_view words) {
  std::string made;
  for (const char c : words) {
    if (kMarkup.find(c) != std::string_view::npos) made += '\\';
    made += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return made;
}

std::string words_in_yaml(std::string_view words) {
  std::string made;
  for (const char c : words) {
    if (c == '\'') {
      made += "\u2019";
    } else if (c == '"') {
      made += "\u201D";
    } else if (made.empty() && kFirst.find(c) != std::string_view::npos) {
      continue;
    } else if (static_cast<unsigned char>(c) > ' ' && kYaml.find(c) == std::string_view::npos) {
      made += c;
    } else if (!made.empty() && made.back() != ' ') {
      made += ' ';
    }
  }
  while (!made.empty() && made.back() == ' ') made.pop_back();
  return made;
}

}  // namespace milepost
