// The five ways to write a record, each in a file of its own. All append to FileWork::records.
#pragma once

#include <string_view>
#include <vector>

#include "parse/document.h"
#include "shape/body_blocks.h"
#include "shape/context.h"
#include "shape/coverage.h"
#include "shape/kinds.h"

namespace milepost {

/// A Markdown body and what its readers need to know.
struct BodyContext {
  const Tape& tape;
  uint32_t tape_index = 0;
  const BodyBlocks& blocks;
  Coverage coverage;
  std::string_view visibility;   // of the file
  KindId record_kind = kNoKind;  // the file itself is a record of this kind
  std::vector<bool> taken;       // by block: a field was made of it
};

/// 1. A Markdown file that is one record; says in `body` what it took. False: it is a page.
bool shape_record_file(FileWork& work, const Document& document, BodyContext& body);
/// 2. A YAML file (or program.yaml): lists under plural kinds, or one mapping.
void shape_yaml_file(FileWork& work, const Document& document);
/// 3. Tables of files that a rule or kind folder covers.
void shape_tables(FileWork& work, const BodyContext& body);
/// 4. Fenced field blocks, in any Markdown file.
void shape_blocks(FileWork& work, const BodyContext& body);
/// 5. List items under a heading that names a kind, in files that a rule or kind folder covers.
void shape_list_items(FileWork& work, const BodyContext& body);

/// True if some table of the body would give records of `kind`.
bool has_fitting_table(const FileWork& work, const BodyContext& body, KindId kind);

/// The nearest of the headings above a block that names a kind; kNoKind if none does. The
/// heading's own number goes to `*heading`.
KindId kind_of_headings(const Kinds& kinds, const BodyBlocks& blocks, uint32_t heading,
                        uint32_t* found = nullptr);

/// Pages and records: what one Markdown file gives.
void shape_markdown_file(FileWork& work, const Document& document);

/// All check items of the tape but those in quotations, with the headings above them. Attributes
/// are read for records of `kind`; kNoKind: a page, whose items have none. `tape` may not be one of
/// work.made_tapes, since values make new ones.
std::vector<CheckItem> check_items(FileWork& work, const Tape& tape, uint32_t tape_index,
                                   const BodyBlocks& blocks, KindId kind);

}  // namespace milepost
