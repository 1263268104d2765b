// Looks up the ids that program.yaml names.
#include "link/setting_references.h"

#include "link/codes.h"
#include "text/utf8.h"

namespace milepost {
namespace {

std::string quoted(std::string_view text) {
  constexpr std::size_t kMostCharacters = 80;
  const std::string_view shown = truncate_characters(text, kMostCharacters);
  return "`" + std::string(shown) + (shown.size() < text.size() ? "…" : "") + "`";
}

class SettingReferences {
 public:
  SettingReferences(Program& program, const IdTable& ids, Suggester& suggester,
                    DiagnosticSink& sink)
      : program_(program), ids_(ids), suggester_(suggester), sink_(sink) {}

  void resolve() {
    Settings& settings = program_.set.settings;
    if (settings.target && !settings.target->empty()) {
      program_.target = find("target", *settings.target, settings.target_span,
                             "write the id of a milestone or release");
    }
    for (BaselineEntry& entry : settings.baseline) baseline(entry);
  }

 private:
  RecordIndex find(std::string_view key, const std::string& id, Span span,
                   std::string_view otherwise) {
    const IdHit hit = ids_.find(id, kNoFile, kPublicLabel);
    if (hit.records.size() == 1) return hit.records.front();
    std::string help = suggester_.help(id, kNoFile);
    report(sink_, kUnknownReference, Severity::error, span,
           quoted(key) + " names " + quoted(id) + ", which " +
               (hit.records.empty() ? "no record has" : "several records have"),
           help.empty() ? std::string(otherwise) : help);
    return kNoRecord;
  }

  void baseline(BaselineEntry& entry) {
    const RecordIndex record =
        find("baseline", entry.id, entry.span,
             "write the id of a task, milestone, dependency or release, or remove the line");
    entry.id.clear();
    if (record == kNoRecord) return;
    const Kind& kind = program_.kinds().kind(program_.record(record).kind);
    if (!kind.is_work) {
      report(sink_, kWrongKind, Severity::warning, entry.span,
             "`baseline` names " + suggester_.named(record) + ", which has no place in a plan (" +
                 kind.label + ")",
             "name a task, milestone, dependency or release, or remove the line");
      return;
    }
    entry.id = program_.record(record).id;
  }

  Program& program_;
  const IdTable& ids_;
  Suggester& suggester_;
  DiagnosticSink& sink_;
};

}  // namespace

void resolve_settings(Program& program, const IdTable& ids, Suggester& suggester,
                      DiagnosticSink& sink) {
  SettingReferences(program, ids, suggester, sink).resolve();
}

}  // namespace milepost
