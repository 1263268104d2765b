// Compares the documents a program has with those a release should find.
#include "compose/documents.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "text/ascii.h"

namespace milepost {
namespace {

struct NeedWords {
  DocumentNeed need;
  std::array<std::string_view, 4> words;  // one of them in the title, type or file name
};

constexpr std::array<NeedWords, kDocumentNeeds> kNeeds = {{
    {DocumentNeed::api_reference, {"api reference", "openapi", "swagger", "api documentation"}},
    {DocumentNeed::data_model, {"data model", "data mapping", "schema", "data dictionary"}},
    {DocumentNeed::decision_records, {"decision record", "adr", "design decision", ""}},
    {DocumentNeed::integration_guide, {"integration guide", "integration", "onboarding guide", ""}},
    {DocumentNeed::runbook, {"runbook", "run book", "playbook", "operations manual"}},
    {DocumentNeed::troubleshooting, {"troubleshoot", "known problems", "diagnos", ""}},
    {DocumentNeed::monitoring,
     {"monitoring", "alerting", "dashboards and alerts", "observability"}},
    {DocumentNeed::incident_response,
     {"incident response", "incident process", "on-call", "incident plan"}},
    {DocumentNeed::features, {"feature", "product documentation", "user documentation", ""}},
    {DocumentNeed::user_guide, {"user guide", "guide for", "tutorial", "migration guide"}},
    {DocumentNeed::faq, {"faq", "questions and answers", "frequently asked", ""}},
    {DocumentNeed::release_notes, {"release note", "", "", ""}},
    {DocumentNeed::readme, {"readme", "", "", ""}},
    {DocumentNeed::changelog, {"changelog", "change log", "", ""}},
    {DocumentNeed::configuration, {"configuration", "settings reference", "", ""}},
    {DocumentNeed::deployment, {"deploy", "cut-over", "cutover", "installation"}},
}};

// `word` in `text` at the beginning of a word, whatever the case.
bool has_word(std::string_view text, std::string_view word) {
  for (size_t from = 0; from < text.size();) {
    const size_t at = ifind(text.substr(from), word);
    if (at == std::string_view::npos) return false;
    if (from + at == 0 || !is_ascii_alnum(text[from + at - 1])) return true;
    from += at + 1;
  }
  return false;
}

bool is_it(const NeedWords& need, std::string_view text) {
  return std::ranges::any_of(
      need.words, [&](std::string_view word) { return !word.empty() && has_word(text, word); });
}

std::string words_of(const View& view, const ViewRecord& document) {
  std::string words = document.title;
  for (const ViewField& field : document.fields) {
    const ViewRole role = view.field(field.field).role;
    if (role != ViewRole::type && role != ViewRole::category && role != ViewRole::tags) continue;
    for (const ViewValue& value : field.values) words += "\n" + value.text;
  }
  return words;
}

// "Runbook ready (owner: sam, due: 2026-06-12)" is "Runbook ready".
std::string without_note(std::string text) {
  while (text.ends_with(')')) {
    const size_t open = text.rfind('(');
    if (open == std::string::npos || open == 0) break;
    text.resize(open);
    text = std::string(trim(text));
  }
  return text;
}

bool is_about_documents(std::string_view heading) {
  return heading.size() < 60 && has_word(heading, "document");
}

void read_list(const Tape& tape, uint32_t list, ViewRecordId release,
               std::vector<DocumentDemand>& out) {
  const uint32_t end = list + tape.nodes[list].size;
  for (uint32_t item = list + 1; item < end; item += tape.nodes[item].size) {
    const TapeNode& node = tape.nodes[item];
    if (node.kind != NodeKind::item || (node.flags & kTask) == 0 || node.size < 2) continue;
    std::string text = plain_text(tape, {item + 1, tape.nodes[item + 1].size});
    text = without_note(std::string(trim(text)));
    if (!text.empty()) out.push_back({release, std::move(text), (node.flags & kChecked) != 0});
  }
}

// The check lists under "## Documentation" or "**Documentation complete**".
void read_release(const View& view, ViewRecordId id, std::vector<DocumentDemand>& out) {
  const ViewRecord& record = view.record(id);
  if (record.body.slice.count == 0) return;
  const Tape& tape = view.tape(record.body.tape);
  bool about = false;
  const uint32_t end = record.body.slice.first + record.body.slice.count;
  for (uint32_t i = record.body.slice.first; i < end; i += tape.nodes[i].size) {
    const NodeKind kind = tape.nodes[i].kind;
    if (kind == NodeKind::heading || kind == NodeKind::paragraph) {
      about = is_about_documents(plain_text(tape, {i, tape.nodes[i].size}));
    } else if (kind == NodeKind::list && about) {
      read_list(tape, i, id, out);
    }
  }
}

}  // namespace

DocumentArea area_of(DocumentNeed need) {
  return static_cast<DocumentArea>(static_cast<unsigned>(need) / 4);
}

DocumentAudit audit_documents(const View& view) {
  DocumentAudit audit;
  std::vector<ViewRecordId> documents;
  uint32_t decisions = 0;
  for (uint32_t i = 0; i < view.records.size(); ++i) {
    const ViewRecord& record = view.records[i];
    const ViewKind& kind = view.kind_of(record);
    if (kind.is("document") && record.phase != ViewPhase::dropped)
      documents.push_back(ViewRecordId{i});
    if (kind.is("decision")) ++decisions;
    if (kind.is("release") && record.is_open()) read_release(view, ViewRecordId{i}, audit.demands);
  }
  if (documents.empty()) return {};
  for (const NeedWords& need : kNeeds) audit.rows.push_back({need.need, {}, {}, 0});
  for (const ViewRecordId id : documents) {
    const std::string words = words_of(view, view.record(id));
    for (size_t i = 0; i < kNeeds.size(); ++i) {
      if (is_it(kNeeds[i], words)) audit.rows[i].documents.push_back(id);
    }
  }
  for (uint32_t i = 0; i < view.pages.size(); ++i) {
    const std::string words = view.pages[i].title + "\n" + view.pages[i].path;
    for (size_t need = 0; need < kNeeds.size(); ++need) {
      AuditRow& row = audit.rows[need];
      if (row.documents.empty() && is_it(kNeeds[need], words)) row.pages.push_back(ViewPageId{i});
    }
  }
  audit.rows[static_cast<size_t>(DocumentNeed::decision_records)].decisions = decisions;
  return audit;
}

}  // namespace milepost
