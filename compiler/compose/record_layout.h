// Which parts of a record stand where on its page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compose/outline.h"
#include "redact/view.h"

namespace milepost {

/// A run of a tape that is shown as one piece, without the runs in `skip` (sorted).
struct ShownSlice {
  ViewTapeId tape = kNoViewTape;
  TapeSlice slice;
  std::vector<TapeSlice> skip;
};

enum class SectionForm : uint8_t {
  prose,
  facts,    // one object: its sub-fields as a list of facts
  options,  // what could be done, with what speaks for and against it
};

/// A field that is long enough for a section of its own under its label.
struct FieldSection {
  const ViewField* field = nullptr;
  bool lead = false;  // the summary: no label, larger
  SectionForm form = SectionForm::prose;
};

/// Borrows the record.
struct RecordLayout {
  std::vector<const ViewField*> facts;   // short: label above value
  std::vector<FieldSection> sections;    // what reads as text and does not stand in the body
  std::vector<const ViewField*> tables;  // lists of objects
};

/// A pointer walk over the record's fields.
RecordLayout record_layout(const View& view, const ViewRecord& record);

/// Everything on the record's page that is Markdown, in the order it is shown.
std::vector<ShownSlice> shown_slices(const View& view, const ViewRecord& record);
/// The same for a plain page, without the heading that repeats its title.
ShownSlice shown_slice(const View& view, const ViewPage& page);

}  // namespace milepost
