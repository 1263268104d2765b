// Writes a sign-off into the file of its release, or into one of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edit/sign_off_entry.h"
#include "edit/text_edit.h"
#include "shape/kinds.h"

namespace milepost {

/// Where the sign-off goes. Offsets are those of the file's text as it was loaded.
struct SignOffPlace {
  bool markdown = false;  // the record is the front matter; else a YAML file
  /// Of a YAML file that holds several records: the first key of this one. Nothing: the file is
  /// the record.
  std::optional<uint32_t> record;
  KindId kind = kNoKind;  // a kind with sign-offs, or one that is a sign-off itself
  /// Where the entry begins that the new one takes the place of.
  std::optional<uint32_t> replaces;
};

struct SignOffEdit {
  std::vector<TextEdit> edits;
  std::string problem;  // not empty: nothing can be written, and why
  std::string help;
  std::optional<uint32_t> at;  // what the problem is about
};

/// The edits that put `entry` there: a new item of the list, a new list, or new values in place of
/// an older signature, which keeps what was asked of it. Lines that are not about it stay as they
/// are, and the result is parsed and compared with what was there before it is given back. Linear
/// in the file.
SignOffEdit add_sign_off(std::string_view text, const SignOffPlace& place, const Kinds& kinds,
                         const SignOffEntry& entry);

}  // namespace milepost
