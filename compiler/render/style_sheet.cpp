// Packs style sheets.
#include "render/style_sheet.h"

namespace milepost {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// The end of the string that begins at `at`, its quote included.
size_t end_of_string(std::string_view sheet, size_t at) {
  const char quote = sheet[at];
  for (size_t i = at + 1; i < sheet.size(); ++i) {
    if (sheet[i] == '\\') {
      ++i;
    } else if (sheet[i] == quote) {
      return i + 1;
    }
  }
  return sheet.size();
}

}  // namespace

std::string shipped_style(std::string_view sheet) {
  constexpr std::string_view kNoSpaceAfter = "{};:,\n";
  std::string out;
  out.reserve(sheet.size());
  bool space = false;  // stands before what comes next, if it means something there
  for (size_t i = 0; i < sheet.size();) {
    const char c = sheet[i];
    if (sheet.substr(i, 2) == "/*") {
      const size_t end = sheet.find("*/", i + 2);
      i = end == std::string_view::npos ? sheet.size() : end + 2;
      space = true;
      continue;
    }
    if (is_space(c)) {
      space = true;
      ++i;
      continue;
    }
    const bool edge = c == '{' || c == '}' || c == ';';
    if (space && !edge && !out.empty() &&
        kNoSpaceAfter.find(out.back()) == std::string_view::npos) {
      out += ' ';
    }
    space = false;
    if (c == '"' || c == '\'') {
      const size_t end = end_of_string(sheet, i);
      out.append(sheet, i, end - i);
      i = end;
      continue;
    }
    if (c == '}' && !out.empty() && out.back() == ';') out.pop_back();
    out += c;
    if (c == '}') out += '\n';
    ++i;
  }
  return out;
}

}  // namespace milepost
