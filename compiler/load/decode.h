// Bytes of a file to text that the rest of the compiler may trust.
#pragma once

#include <string>

#include "diagnostics/diagnostic.h"
#include "load/source_set.h"

namespace milepost {

/// Puts the text of `bytes` into `file` (whose path is `path`). What is no text is reported at its
/// place in `id`, and the file becomes SourceKind::unread (it keeps what was readable, for
/// messages).
void decode_source(std::string path, std::string bytes, FileId id, SourceFile& file,
                   DiagnosticSink& sink);

}  // namespace milepost
