// Collects what a verdict rests on that not everybody may see who may see the release.
#include "check/verdict_subjects.h"

namespace milepost {

VerdictSubjects verdict_subjects(const CheckContext& context, const Readiness& readiness,
                                 Span place) {
  VerdictSubjects subjects{{readiness.record}, place};
  const LabelIndex own = context.program.label_of(readiness.record);
  for (const ReadyReason& reason : readiness.reasons) {
    if (!reason.blocks) continue;
    for (const RecordIndex about : {reason.about, reason.through}) {
      if (about != kNoRecord && context.program.label_of(about) != own) {
        subjects.records.push_back(about);
      }
    }
    const bool item = reason.kind == ReasonKind::item_missing ||
                      reason.kind == ReasonKind::item_failed ||
                      reason.kind == ReasonKind::item_open;
    if (item && readiness.items[reason.index].label != own) subjects.place = reason.place;
  }
  return subjects;
}

}  // namespace milepost
