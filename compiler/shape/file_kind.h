// Which kind of record a Markdown file would be, from its front matter, rules, folder and name.
#pragma once

#include "parse/document.h"
#include "shape/context.h"
#include "shape/coverage.h"
#include "shape/record_id.h"

namespace milepost {

struct FileKind {
  KindId kind = kNoKind;       // kNoKind: it can only be a page
  bool explicit_kind = false;  // `kind:` in the front matter says so
  PathId path;                 // the id in the file's or folder's name, if it is for this kind
};

/// In this order: `kind:`, the rule, the folder, a key equal to a prefix, the prefix of `id:`, the
/// prefix in the path. An unknown `kind:` is reported.
FileKind kind_of_file(FileWork& work, const Document& document, const Coverage& coverage);

}  // namespace milepost
