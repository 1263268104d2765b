// Data as a string of a script: the only way by which it may get into one.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

/// Appends `text` as a string literal in double quotes that JavaScript and JSON read alike.
/// Whatever the text holds, the literal has no quote, line end (U+2028 and U+2029 count), `<`, `>`
/// or control character: it can neither end nor begin anything, in a file of its own or inside a
/// page. Bytes that are not UTF-8 become U+FFFD.
void append_script_string(std::string& out, std::string_view text);

}  // namespace milepost
