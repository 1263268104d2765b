// Writes a text of several lines into a field of a record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edit/text_edit.h"

namespace milepost {

/// Where the record stands. Offsets are those of the file's text as it was loaded.
struct RecordPlace {
  bool markdown = false;  // the field goes into the front matter; else a YAML file
  /// Of a YAML file that holds several records: the first key of this one. Nothing: the file is
  /// the record.
  std::optional<uint32_t> record;
};

struct SetTextEdit {
  std::vector<TextEdit> edits;
  std::string problem;  // not empty: nothing can be written, and why
  std::optional<uint32_t> at;
};

/// The edits that give `key` the value `value` in the record, which must not have one yet (the key
/// may be there with nothing behind it). In a mapping of lines it is a block of text, in braces a
/// quoted one. Other bytes stay as they are; the result is parsed and compared with what was there
/// before it is given back. `value` ends its lines with line feeds and has no other control
/// characters. Linear in the file.
SetTextEdit set_text(std::string_view text, const RecordPlace& place, std::string_view key,
                     std::string_view value);

}  // namespace milepost
