// The documentation audit.
#include "compose/documents.h"

#include "catch.h"
#include "unit/compose/viewed.h"

namespace milepost {
namespace {

const AuditRow& row(const DocumentAudit& audit, DocumentNeed need) {
  return audit.rows[static_cast<size_t>(need)];
}

TEST_CASE("documents: what a release should find, and what it asks for", "[documents]") {
  const View view = view_of_files({
      {"docs.yaml",
       "documents:\n"
       "- {id: DOC-1, title: Cut-over steps, type: Runbook, status: published}\n"
       "- {id: DOC-2, title: API reference, status: draft}\n"
       "- {id: DOC-3, title: Old FAQ, status: obsolete}\n"
       "decisions:\n- {id: D-1, title: One way, status: accepted}\n"},
      {"guides/troubleshooting.md", "# When it breaks\n\nRead this.\n"},
      {"releases/REL-1.md",
       "---\nid: REL-1\nkind: release\ntitle: One\n---\n\n## Testing\n\n- [ ] Load test\n\n## "
       "Documentation\n\n- [x] API reference (owner: emil, evidence: T-1)\n- [ ] Runbooks "
       "reviewed\n\n## Launch\n\n- [ ] Call\n"},
  });
  const DocumentAudit audit = audit_documents(view);
  REQUIRE(audit.rows.size() == kDocumentNeeds);
  CHECK(row(audit, DocumentNeed::runbook).documents ==
        std::vector<ViewRecordId>{record_named(view, "DOC-1")});
  CHECK(row(audit, DocumentNeed::deployment).documents.size() == 1);
  CHECK(row(audit, DocumentNeed::api_reference).documents.size() == 1);
  CHECK(row(audit, DocumentNeed::faq).missing());
  CHECK(row(audit, DocumentNeed::troubleshooting).pages.size() == 1);
  CHECK(row(audit, DocumentNeed::decision_records).decisions == 1);
  CHECK(area_of(DocumentNeed::runbook) == DocumentArea::operational);
  REQUIRE(audit.demands.size() == 2);
  CHECK(audit.demands[0].item == "API reference");
  CHECK(audit.demands[0].done);
  CHECK(audit.demands[1].item == "Runbooks reviewed");
  CHECK(!audit.demands[1].done);
}

TEST_CASE("documents: a program that lists none is not audited", "[documents]") {
  const View view = view_of_files({{"plan.yaml", "tasks:\n- {id: T-1, title: Task}\n"}});
  CHECK(audit_documents(view).rows.empty());
}

}  // namespace
}  // namespace milepost
