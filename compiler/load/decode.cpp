// UTF-8 is taken as it is, UTF-16 with a mark is converted, everything else is refused with a
// place.
#include "load/decode.h"

#include <array>
#include <utility>

#include "load/codes.h"
#include "text/utf8.h"

namespace milepost {
namespace {

// What Windows-1252 means by the bytes 0x80 to 0x9F; 0 where it means nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string hex_of(unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  return {'0', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
}

std::string help_for_byte(unsigned char byte) {
  const char32_t meant = byte >= 0xA0   ? char32_t{byte}
                         : byte >= 0x80 ? char32_t{kWindows1252[byte - 0x80u]}
                                        : char32_t{0};
  std::string help = "save the file as UTF-8";
  if (meant != 0) {
    help += " (in Windows-1252 this byte is `";
    append_utf8(help, meant);
    help += "`)";
  }
  return help;
}

}  // namespace

void decode_source(std::string path, std::string bytes, FileId id, SourceFile& file,
                   DiagnosticSink& sink) {
  const auto report = [&](uint16_t code, Severity severity, std::size_t begin, std::size_t end,
                          std::string message, std::string help) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.severity = severity;
    diagnostic.span = {id, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    sink.report(std::move(diagnostic));
    if (severity == Severity::error) file.kind = SourceKind::unread;
  };
  // Only where the text is bad is the raw byte still needed after decoding.
  const std::size_t bad = find_invalid_utf8(bytes);
  const unsigned char bad_byte = bad < bytes.size() ? static_cast<unsigned char>(bytes[bad]) : 0;

  DecodedText decoded = decode_text(std::move(bytes));
  switch (decoded.encoding) {
    case TextEncoding::utf8:
    case TextEncoding::utf8_bom:
      if (decoded.bad_text_offset != std::string::npos) {
        report(load_code::invalid_utf8, Severity::error, decoded.bad_text_offset,
               decoded.bad_text_offset + 3,
               "the byte " + hex_of(bad_byte) + " is not valid UTF-8: the file is not read",
               help_for_byte(bad_byte));
      }
      break;
    case TextEncoding::utf16_le:
    case TextEncoding::utf16_be:
      if (decoded.bad_text_offset != std::string::npos) {
        report(load_code::invalid_utf8, Severity::error, decoded.bad_text_offset,
               decoded.bad_text_offset + 3,
               "the file is UTF-16 with half a character here: it is not read",
               "save the file as UTF-8");
      } else {
        report(load_code::utf16, Severity::note, 0, 0, "the file is UTF-16; it was converted",
               "save it as UTF-8, which git can compare line by line");
      }
      break;
    case TextEncoding::unreadable:
      report(load_code::unknown_encoding, Severity::error, 0, 0,
             "this is no UTF-8 text (it may be UTF-16 or UTF-32 without a byte order mark, or no "
             "text at all): the file is not read",
             "save it as UTF-8, or leave it out with `exclude:`");
      break;
  }
  if (file.kind != SourceKind::unread) {
    if (const std::size_t nul = decoded.text.find('\0'); nul != std::string::npos) {
      report(load_code::unknown_encoding, Severity::error, nul, nul + 1,
             "there is a NUL byte here: the file is not read",
             "remove the byte, or leave the file out with `exclude:` if it is no text");
    }
  }
  file.text = SourceText(std::move(path), std::move(decoded.text));
}

}  // namespace milepost
