// JSON Schemas (draft-07) of what people write, for editors: made from the kinds of the program.
#pragma once

#include <string>

#include "shape/kinds.h"

namespace milepost {

/// A YAML file: lists of records under plurals, or one record with `kind:`. A value that has words
/// of its own (a status, a level) lists them for completion and lets every other text pass, because
/// synonyms and comments do.
std::string records_schema(const Kinds& kinds);

/// The front matter of one kind.
std::string front_matter_schema(const Kinds& kinds, KindId kind);

/// program.yaml. Misspelt settings do not pass.
std::string program_schema(const Kinds& kinds);

}  // namespace milepost
