// The entry of parse/: a SourceSet to one untyped tree a file.
#pragma once

#include <cstdint>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "load/source_set.h"
#include "parse/document.h"

namespace milepost {

class BodyMemory;

struct ParseLimits {
  uint32_t front_matter_nodes = 10'000;
  uint32_t yaml_nodes = 200'000;
  uint32_t body_bytes = 256 * 1024;  // of one Markdown file without its front matter
};

struct ParseOptions {
  unsigned jobs = 1;  // threads; the result is the same for any number
  ParseLimits limits;
  /// By file: the body of a Markdown file whose text was parsed before, to be copied; null, or none
  /// at all: it is parsed. What was wrong with it is not reported again. Borrowed.
  std::vector<const Tape*> bodies = {};
  /// Of files whose bytes have a name (SourceFile::content). Null: none.
  BodyMemory* memory = nullptr;
};

/// Total: a file that is no text or past a limit gives an empty document and a diagnostic. The
/// result borrows `sources`.
DocumentSet parse_documents(const SourceSet& sources, const ParseOptions& options,
                            DiagnosticSink& sink);

}  // namespace milepost
