// The escapes of the specification's input files: characters by name or number, and marked places.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace milepost::testing {

/// From the name of a mark to "path:line:column".
using Marks = std::map<std::string, std::string>;

/// `text` with {NBSP}, {ZWSP}, {TAB}, {CR}, {BOM} and {xE9} replaced by what they stand for and
/// {^name} taken out; its place (columns in characters, a byte order mark not counted) goes into
/// `marks`.
std::string with_characters(std::string_view path, std::string_view text, Marks& marks);

/// A line of a diagnostics fence with `^name` at its beginning replaced by the place.
std::string with_place(std::string_view line, const Marks& marks);

}  // namespace milepost::testing
