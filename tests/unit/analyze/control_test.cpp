// Change requests and incidents: who agreed, what was moved, how fast people were.
#include "analyze/control.h"

#include <string>

#include "catch.h"
#include "spec/compile_in_memory.h"

namespace milepost::testing {
namespace {

const std::string kProgram =
    "program: Example\nstart: 2026-01-05\n"
    "roles: {tpm: dana, sponsor: bob}\npeople: {dana: Dana, bob: Bob, li: Li}\n";

TEST_CASE("a change needs those whom its type asks for", "[control]") {
  Compiled run;
  compile({{"program.yaml", kProgram},
           {"changes.yaml",
            "changes:\n"
            "- id: CR-1\n"
            "  title: Later\n"
            "  type: timeline\n"
            "  status: approved\n"
            "  impact: {deliverables: two fewer}\n"
            "  approvals:\n"
            "  - {role: tpm, by: dana, on: 2026-05-21}\n"
            "  - {role: sponsor, by: li}\n"
            "  - {by: li, decision: rejected}\n"
            "- {id: CR-2, title: Scope, type: scope, status: submitted}\n"}},
          run);
  REQUIRE(run.values.analysis.changes.size() == 2);
  const ChangeControl& later = run.values.analysis.changes[0];
  CHECK(later.approved);
  REQUIRE(later.approvals.size() == 3);
  CHECK(later.approvals[0].role_text == "TPM");
  CHECK(later.approvals[0].state == ApprovalState::agreed);
  CHECK_FALSE(later.approvals[0].not_held);
  CHECK(later.approvals[1].role == "sponsor");
  CHECK(later.approvals[1].not_held);
  CHECK_FALSE(later.approvals[2].required);
  CHECK(later.approvals[2].state == ApprovalState::refused);
  CHECK(later.required() == 2);
  CHECK(later.not_assessed() == 2);
  CHECK(run.has(370));
  CHECK(run.has(371));
  // Of the defaults only the roles that somebody holds are asked for.
  const ChangeControl& scope = run.values.analysis.changes[1];
  CHECK(scope.open);
  REQUIRE(scope.approvals.size() == 1);
  CHECK(scope.approvals[0].role == "tpm");
  CHECK(scope.approvals[0].state == ApprovalState::missing);
}

TEST_CASE("what a change moved is compared with the records", "[control]") {
  Compiled run;
  compile(
      {{"program.yaml", kProgram + "milestones:\n"
                                   "- {id: M-1, title: Done, owner: Dana, due: 2026-06-19}\n"
                                   "- {id: M-2, title: Not yet, owner: Dana, due: 2026-06-23}\n"
                                   "- {id: M-3, title: Another, owner: Dana, due: 2026-09-01}\n"},
       {"changes.yaml",
        "changes:\n"
        "- id: CR-1\n"
        "  title: Later\n"
        "  status: approved\n"
        "  applies:\n"
        "  - {to: M-1, field: due, from: 2026-06-05, to_value: 19 June 2026}\n"
        "  - {to: M-2, field: due, from: 2026-06-23, to_value: 2026-07-07}\n"
        "  - {to: M-3, field: due, from: 2026-06-30, to_value: 2026-07-14}\n"
        "  - {to: M-1, field: no such field, to_value: x}\n"}},
      run);
  const std::vector<ChangeMove>& moves = run.values.analysis.changes.at(0).moves;
  REQUIRE(moves.size() == 4);
  CHECK(moves[0].state == MoveState::applied);
  CHECK(moves[0].days == 10);
  CHECK(moves[1].state == MoveState::waiting);
  CHECK(moves[2].state == MoveState::otherwise);
  CHECK(moves[2].now == "2026-09-01");
  CHECK(moves[3].state == MoveState::unknown);
  CHECK(run.has(372));
}

TEST_CASE("an incident is held against the times of its severity", "[control]") {
  Compiled run;
  compile(
      {{"program.yaml",
        kProgram +
            "incident_response: {sev1: {mitigate: 1h, resolve: 2h}, sev2: {respond: none}}\n"},
       {"incidents.yaml",
        "incidents:\n"
        "- {id: INC-1, title: Over, severity: sev1, status: resolved, started: 2026-05-04 09:00, "
        "detected: "
        "2026-05-04 09:10, acknowledged: 2026-05-04 09:15, mitigated: 2026-05-04 10:11, resolved: "
        "2026-05-04 "
        "11:00}\n"
        "- {id: INC-2, title: Open, severity: sev1, status: open, started: 2026-05-29 09:00}\n"
        "- {id: INC-3, title: Without, severity: sev2, status: open, started: 2026-05-29 09:00}\n"
        "- {id: INC-4, title: Only days, severity: sev1, status: resolved, started: 2026-05-04, "
        "resolved: "
        "2026-05-05}\n"}},
      run);
  const std::vector<Incident>& incidents = run.values.analysis.incidents;
  REQUIRE(incidents.size() == 4);
  CHECK(incidents[0].clocks[0].state == StepState::in_time);
  CHECK(incidents[0].clocks[0].took_minutes == 5);
  CHECK(incidents[0].clocks[1].state == StepState::late);
  CHECK(incidents[0].clocks[1].took_minutes == 61);
  CHECK(incidents[0].clocks[2].state == StepState::in_time);
  CHECK(incidents[0].review_by == make_date(2026, 5, 11));
  CHECK(incidents[1].clocks[0].state == StepState::overdue);
  CHECK(incidents[2].clocks[0].state == StepState::none);
  CHECK(incidents[3].clocks[0].state == StepState::none);
  CHECK(run.has(375));
  CHECK(run.has(376));
}

TEST_CASE("actions are tracked by records, and releases named as causes", "[control]") {
  Compiled run;
  compile(
      {{"program.yaml",
        kProgram + "releases:\n- {id: REL-1, title: One, status: released, released: 2026-05-01}\n"
                   "tasks:\n- {id: T-1, title: Retry, owner: Dana, status: done, finished: "
                   "2026-04-20, delivers: REL-1}\n"
                   "actions:\n- {id: ACT-1, title: Alert, owner: Dana, due: 2026-06-20}\n"},
       {"incidents/INC-1.md",
        "---\nid: INC-1\ntitle: Twice\nseverity: sev2\nstatus: resolved\nstarted: 2026-05-04 "
        "09:00\ncaused_by: [T-1]\n---\n"
        "## Action items\n\n- ACT-1, an alert\n- A graph\n- [x] Tell support\n"}},
      run);
  const Incident& incident = run.values.analysis.incidents.at(0);
  CHECK(incident.actions.size() == 1);
  REQUIRE(incident.untracked.size() == 1);
  CHECK(incident.untracked[0].text == "A graph");
  CHECK(incident.causes.size() == 1);
  REQUIRE(incident.releases.size() == 1);
  CHECK(run.values.program.record(incident.releases[0]).id == "REL-1");
  CHECK(incident.parts[static_cast<size_t>(PostMortemPart::actions)]);
  CHECK_FALSE(incident.parts[static_cast<size_t>(PostMortemPart::root_cause)]);
}

TEST_CASE("items take their reports, thresholds and figures", "[evidence]") {
  Compiled run;
  compile({{"program.yaml", kProgram},
           {"releases/REL-1.md",
            "---\nid: REL-1\ntitle: One\nowner: Dana\ntarget: 2026-06-22\n---\n## Testing\n\n"
            "- [x] Unit tests (evidence: a.xml, owner: Dana, due: 2026-06-10)\n"
            "- [ ] Coverage at least 80 % (evidence: lcov.info, owner: Dana, due: 2026-06-10)\n"
            "- [x] Scan (evidence: scan.sarif, owner: Dana, due: 2026-06-10)\n"},
           {"releases/a.xml",
            "<testsuite tests=\"2\"><testcase/><testcase><failure/></testcase></testsuite>"},
           {"releases/lcov.info", "SF:a\nDA:1,1\nDA:2,1\nDA:3,1\nDA:4,1\nDA:5,0\nend_of_record\n"},
           {"releases/scan.sarif", "{\"version\":"}},
          run);
  REQUIRE(run.values.analysis.readiness.size() == 1);
  const std::vector<GateItem>& items = run.values.analysis.readiness[0].items;
  REQUIRE(items.size() >= 3);
  CHECK(items[0].measured == "1 / 2");
  CHECK(items[0].state == ItemState::failed);
  CHECK(items[1].expects == "Coverage at least 80 %");
  CHECK(items[1].measured == "80 %");
  CHECK(items[1].state == ItemState::passed);
  CHECK(items[2].evidence_problem.find("line 1") != std::string::npos);
  CHECK(items[2].state != ItemState::passed);
  CHECK(run.has(355));
  CHECK(run.has(356));
}

}  // namespace
}  // namespace milepost::testing
