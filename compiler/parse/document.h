// What parse/ gives: one untyped tree a file.
#pragma once

#include <optional>
#include <vector>

#include "load/source_set.h"
#include "markup/tape.h"
#include "parse/yaml_tree.h"

namespace milepost {

/// A Markdown file: front matter (empty tree if there is none) and body. A YAML file: `yaml` only.
/// An asset: neither. A document that could not be read at all is empty; its diagnostics were
/// reported.
struct Document {
  FileId file = kNoFile;
  SourceKind kind = SourceKind::asset;
  YamlTree yaml;      // front matter or the file
  Span front_matter;  // with both fences; empty if there is none
  Tape body;          // Markdown only
};

/// One document a source file, in the same order. Borrows the SourceSet, which must outlive it.
struct DocumentSet {
  std::vector<Document> documents;
};

}  // namespace milepost
