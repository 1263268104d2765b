// Asks for each name in a body what it is now.
#include "redact/old_fields.h"

#include <algorithm>

#include "redact/now_fields.h"

namespace milepost {

OldFields::OldFields(const Program& then, const SourceSet& sources, const Redaction& redaction,
                     const NowWall& now)
    : then_(then),
      sources_(sources),
      redaction_(redaction),
      now_(now),
      records_(sources.files.size()) {
  for (uint32_t i = 0; i < then.set.records.size(); ++i) {
    const Record& record = then.set.records[i];
    if (record.span.file == kNoFile || !redaction.shows(RecordIndex{i})) continue;
    records_[static_cast<size_t>(record.span.file)].push_back(&record);
  }
}

std::vector<TextRange> OldFields::cuts(FileId file, uint32_t body) const {
  const SourceFile& source = sources_.file(file);
  if (source.kind != SourceKind::markdown) return {};
  const std::vector<const Record*>& records = records_[static_cast<size_t>(file)];
  const auto hides = [&](std::string_view name) {
    bool hidden = now_.hides_key(source.text.path(), name);
    for (const Record* record : records) {
      // What was a hidden field then, too, is cut as one.
      const FieldId field = then_.kinds().find_field(record->kind, name);
      if (field != kNoField && !redaction_.shows(field)) return false;
      hidden = hidden || !redaction_.shows_key(*record, name);
    }
    return hidden;
  };
  return named_cuts(source.text.bytes(), body, hides);
}

}  // namespace milepost
