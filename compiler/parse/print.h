// The values of load/ and parse/ as text, for `milepost dump` and golden tests.
#pragma once

#include <string>

#include "load/source_set.h"
#include "parse/document.h"

namespace milepost {

/// One line a file: kind, size, lines, path.
std::string print_sources(const SourceSet& sources);

/// Every node on a line of its own, indented by depth, with its span as line:column-line:column.
std::string print_documents(const SourceSet& sources, const DocumentSet& documents);

/// The same of one tree.
std::string print_yaml(const YamlTree& tree, const SourceText& text);
std::string print_tape(const Tape& tape, const SourceText& text);

}  // namespace milepost
