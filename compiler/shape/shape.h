// The entry of shape/: untyped trees to typed records.
#pragma once

#include <memory>

#include "diagnostics/diagnostic.h"
#include "load/source_set.h"
#include "parse/document.h"
#include "shape/kinds.h"
#include "shape/record.h"
#include "shape/settings.h"

namespace milepost {

struct ShapeOptions {
  unsigned jobs = 1;  // threads; the result is the same for any number
};

/// Total: what cannot be read is reported (MP160-MP199) and kept as text. Records stand in file
/// order, within a file in the order of spellings: the file itself, tables, field blocks, list
/// items. The result owns the documents' tapes and borrows `sources`. Linear in the input.
RecordSet shape_records(DocumentSet&& documents, const SourceSet& sources,
                        std::shared_ptr<const Kinds> kinds, Settings settings,
                        const ShapeOptions& options, DiagnosticSink& sink);

}  // namespace milepost
