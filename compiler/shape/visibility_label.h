// The label that an author wrote for a record, a page or a file. What cannot be read hides.
#pragma once

#include <cstdint>
#include <string_view>

#include "parse/document.h"
#include "shape/body_blocks.h"
#include "shape/context.h"
#include "shape/written.h"

namespace milepost {

/// True of `visibility` in any case and its synonyms, and of what is one or two letters from it:
/// who misspells the key has said something nevertheless.
bool is_label_key(const Kinds& kinds, std::string_view key);

/// What stands at a node of YAML: the text of a scalar; of a list or mapping its first line, which
/// is no label, so that it is reported (MP240) and counts as `restricted`.
Written written_label(const FileWork& work, const YamlTree& tree, uint32_t node);

/// The text as a label: the three common ones have one spelling, a program's own are as it writes
/// them. Empty if it says nothing (a dash, `none`). Lives as long as the records.
std::string_view kept_label(FileWork& work, std::string_view text);

/// The label of what only those may see who see both. Of one of the program's own and another, or
/// of something that is no label, nobody knows who has both: `restricted`.
std::string_view both_labels(std::string_view a, std::string_view b);

/// The label that a line `Visibility: internal` of a body says: above its first section, or in a
/// heading, which is what Markdown makes of a front matter that does not begin the file. Both, if
/// there are two; empty if there is none.
Written label_of_body(FileWork& work, const Tape& tape, const BodyBlocks& blocks);

/// That of the front matter of a page and of its body.
std::string_view label_of_page(FileWork& work, const Document& document, const BodyBlocks& blocks);

/// The label that a key beside the lists of a YAML file says of all of them: its node, or 0.
uint32_t file_label_node(const Kinds& kinds, const YamlTree& tree, uint32_t mapping);

}  // namespace milepost
