// Records as a table for spreadsheets.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compose/outline.h"

namespace milepost {

/// CSV as RFC 4180 has it: CRLF, UTF-8, a head line. Without a kind one line for every record with
/// what all kinds have; with one the records of that kind and of those that are one, and all their
/// fields, several values of one field separated by `; `. Days are YYYY-MM-DD, statuses and people
/// the words and keys of program.json. Order and bytes are the same for the same View.
///
/// A cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab or carriage return
/// in front) gets an apostrophe before it; numbers are left alone.
std::string records_csv(const Outline& outline, std::string_view kind = {});

/// For the writer and its tests: one cell of text.
void append_csv_cell(std::string& out, std::string_view text);

}  // namespace milepost
