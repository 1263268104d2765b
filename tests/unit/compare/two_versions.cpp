// Compiled once: most tests need no more than the names.
#include "unit/compare/two_versions.h"

#include <array>

#include "compose/change_words.h"

namespace milepost {

View version_of(VersionFiles files, int days_later) {
  Linked linked(files);
  const Date as_of = add_days(*make_date(2026, 6, 1), days_later);
  const Analysis analysis = analyze_program(linked.program, as_of);
  return redact_program(std::move(linked.program), linked.sources, analysis, {}, {}, {});
}

std::string text_of(const std::vector<RecordChange>& changes) {
  constexpr std::array<std::string_view, kRecordVerbs> verbs = {
      "came true", "met",    "reopened", "escalated", "decided",  "turned down", "finished",
      "closed",    "opened", "moved",    "changed",   "reworded", "gone"};
  std::string text;
  for (const RecordChange& change : changes) {
    text += verbs[static_cast<size_t>(change.verb)];
    text += " " + change.id;
    if (!change.old_id.empty()) text += " (was " + change.old_id + ")";
    for (size_t i = 0; i < change.fields.size(); ++i) {
      const FieldChange& field = change.fields[i];
      text += i == 0 ? ": " : "; ";
      text += field.label;
      if (field.wording) text += " ~";
      if (field.prose) continue;
      text += " " + (field.was.empty() ? "-" : field.was) + " -> " +
              (field.now.empty() ? "-" : field.now);
      if (field.days != 0) text += " " + std::to_string(field.days) + " d";
    }
    if (!change.now_file.empty()) text += "; " + change.was_file + " -> " + change.now_file;
    text += "\n";
  }
  return text;
}

std::vector<RecordChange> record_changes(const View& before, const View& after) {
  const Words words;
  return record_changes(before, after, change_words(words));
}

Changes compare_views(const View& before, const View& after) {
  const Words words;
  return compare_views(before, after, change_words(words));
}

}  // namespace milepost
