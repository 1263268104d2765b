// By which names hidden things may be known.
#pragma once

#include <cstdint>

#include "link/program.h"
#include "load/source_set.h"
#include "redact/audience.h"
#include "redact/hidden_names.h"
#include "redact/published_texts.h"
#include "redact/redaction.h"

namespace milepost {

/// What a name is of: a RecordIndex, PageIndex, FileId or PersonIndex.
struct HiddenThing {
  enum class Kind : uint8_t { record, page, file, person } kind = Kind::record;
  uint32_t index = 0;

  uint32_t number() const { return index << 2 | static_cast<uint32_t>(kind); }
  static HiddenThing from_number(uint32_t number) {
    return {static_cast<Kind>(number & 3), number >> 2};
  }
};

/// The names that nobody writes by chance: ids and aliases with a digit, titles of three words or
/// two long ones, paths and names of files, addresses of the roster. What something seen is called,
/// too, is none. Linear.
HiddenNames names_of_hidden(const Program& program, const SourceSet& sources,
                            const Redaction& redaction, const Audience& audience,
                            const PublishedTexts& published);

}  // namespace milepost
