// Escapes data for string literals of scripts.
#include "markup/script_string.h"

#include "text/utf8.h"

namespace milepost {
namespace {

void append_escape(std::string& out, unsigned unit) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[(unit >> shift) & 0xFu];
}

}  // namespace

void append_script_string(std::string& out, std::string_view text) {
  if (find_invalid_utf8(text) != std::string_view::npos) {
    append_script_string(out, replace_invalid_utf8(text));
    return;
  }
  out += '"';
  std::size_t run = 0;
  const auto flush = [&](std::size_t end, std::size_t skipped) {
    out.append(text, run, end - run);
    run = end + skipped;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '"' || byte == '\\') {
      flush(i, 0);
      out += '\\';
    } else if (byte == '\n') {
      flush(i, 1);
      out += "\\n";
    } else if (byte < 0x20 || byte == '<' || byte == '>' || byte == 0x7F) {
      flush(i, 1);
      append_escape(out, byte);
    } else if (byte == 0xE2 && text.substr(i, 2) == "\xE2\x80" && i + 2 < text.size()) {
      const auto last = static_cast<unsigned char>(text[i + 2]);
      if (last == 0xA8 || last == 0xA9) {
        flush(i, 3);
        append_escape(out, 0x2000u + (last & 0x3Fu));
        i += 2;
      }
    }
  }
  out.append(text, run);
  out += '"';
}

}  // namespace milepost
