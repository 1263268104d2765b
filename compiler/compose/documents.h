// The documentation audit: which documents a release should find, which are there, and what the
// releases themselves ask for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "redact/view.h"

namespace milepost {

enum class DocumentArea : uint8_t { technical, operational, user, internal };

/// What one expects to find before a release, area by area.
enum class DocumentNeed : uint8_t {
  api_reference,
  data_model,
  decision_records,
  integration_guide,
  runbook,
  troubleshooting,
  monitoring,
  incident_response,
  features,
  user_guide,
  faq,
  release_notes,
  readme,
  changelog,
  configuration,
  deployment,
};
inline constexpr size_t kDocumentNeeds = static_cast<size_t>(DocumentNeed::deployment) + 1;
DocumentArea area_of(DocumentNeed need);

struct AuditRow {
  DocumentNeed need = DocumentNeed::api_reference;
  std::vector<ViewRecordId> documents;  // records that are it
  std::vector<ViewPageId> pages;        // plain pages that are it; only if no record is
  uint32_t decisions = 0;               // decision records, for that need
  bool missing() const { return documents.empty() && pages.empty() && decisions == 0; }
};

/// A line of a release's check list under a heading about documentation.
struct DocumentDemand {
  ViewRecordId release = kNoViewRecord;
  std::string item;  // without the owner and date in parentheses behind it
  bool done = false;
};

struct DocumentAudit {
  std::vector<AuditRow> rows;  // by DocumentNeed; empty if the program lists no document
  std::vector<DocumentDemand> demands;
};

/// O(documents + pages) times the words looked for; bodies of releases are read once.
DocumentAudit audit_documents(const View& view);

}  // namespace milepost
