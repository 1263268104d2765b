// Finds what none of some audiences is shown.
#include "redact/concerns.h"

#include <algorithm>

#include "redact/redaction.h"

namespace milepost {

Concerns::Concerns(const Program& program, const SourceSet& sources,
                   std::span<const Audience> audiences)
    : files_(sources.files.size()),
      records_(program.set.records.size()),
      hidden_(sources.files.size()) {
  std::vector<bool> shown(sources.files.size());
  // One who sees what any of them sees.
  Audience all;
  all.sees.clear();
  for (const Audience& one : audiences) {
    all.sees.insert(all.sees.end(), one.sees.begin(), one.sees.end());
  }
  const Redaction redaction(program, all);
  const auto note = [&](FileId file, bool seen) {
    if (file == kNoFile) return;
    (seen ? shown : files_)[static_cast<size_t>(file)] = true;
  };
  for (uint32_t i = 0; i < records_.size(); ++i) {
    records_[i] = redaction.shows(RecordIndex{i});
    note(program.set.records[i].span.file, records_[i]);
  }
  for (uint32_t i = 0; i < program.set.pages.size(); ++i) {
    note(program.set.pages[i].file, redaction.shows_page(i));
  }
  for (size_t i = 0; i < files_.size(); ++i) {
    files_[i] = files_[i] && !shown[i];
    hidden_[i] = redaction.hidden_places(static_cast<FileId>(i));
  }
}

bool Concerns::place(Span span) const {
  if (!span.is_place() || static_cast<size_t>(span.file) >= files_.size()) return true;
  const auto file = static_cast<size_t>(span.file);
  if (files_[file]) return false;
  const auto next = std::ranges::upper_bound(hidden_[file], span.begin, {}, &Span::begin);
  return next == hidden_[file].begin() || std::prev(next)->end <= span.begin;
}

}  // namespace milepost
