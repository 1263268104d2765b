// Follows evidence to what it names.
#include "analyze/item_evidence.h"

#include <algorithm>

#include "text/ascii.h"

namespace milepost {
namespace {

bool is_path(std::string_view text) {
  if (text.find_first_of(" \t") != std::string_view::npos) return false;
  const std::size_t dot = text.rfind('.');
  return text.find('/') != std::string_view::npos ||
         (dot != std::string_view::npos && dot > 0 && dot + 1 < text.size() &&
          text.size() - dot <= 9 && is_ascii_alpha(text[dot + 1]));
}

ItemEvidence in_words(std::string text) {
  ItemEvidence made;
  made.kind = text.find("://") != std::string::npos ? EvidenceKind::link
              : is_path(text)                       ? EvidenceKind::file
                                                    : EvidenceKind::text;
  made.text = std::move(text);
  return made;
}

ItemEvidence of_record(const Program& program, const Analysis& analysis, const ReadinessMask& mask,
                       RecordIndex record) {
  ItemEvidence made;
  if (!mask.shows(record)) return made;
  made.kind = EvidenceKind::record;
  made.record = record;
  made.text = program.record(record).id;
  const RecordFacts& facts = analysis.of(record);
  made.there = facts.phase == Phase::done;
  if (made.there || facts.phase == Phase::dropped) return made;
  const ScheduleItem* item = analysis.schedule.item(record);
  if (item != nullptr && item->dated) {
    made.expected = item->finish;
  } else {
    made.expected = facts.due ? facts.due : facts.promised;
  }
  return made;
}

}  // namespace

ItemEvidence evidence_in(const Program& program, const Analysis& analysis,
                         const ReadinessMask& mask, const Value& value) {
  const Reference* reference = std::get_if<Reference>(&value.data);
  const bool link = reference != nullptr && reference->form == RefForm::link;
  ItemEvidence made = in_words(std::string(link ? reference->target : value.text));
  const auto found = program.resolved.find(&value);
  if (found == program.resolved.end()) return made;
  const Target target = found->second;
  if (target.kind == TargetKind::record) return of_record(program, analysis, mask, target.record());
  if (target.kind == TargetKind::asset || target.kind == TargetKind::page) {
    made.kind = EvidenceKind::file;
    made.there = true;
    if (target.kind == TargetKind::asset) made.text = program.assets[target.index].path;
  }
  return made;
}

ItemEvidence evidence_named(const Program& program, const Analysis& analysis,
                            const ReadinessMask& mask, const std::string& text) {
  const RecordIndex record = program.find(text);
  if (record != kNoRecord) return of_record(program, analysis, mask, record);
  ItemEvidence made = in_words(text);
  if (made.kind == EvidenceKind::file) {
    made.there = std::any_of(program.assets.begin(), program.assets.end(),
                             [&](const Asset& asset) { return asset.path == text; });
  }
  return made;
}

}  // namespace milepost
