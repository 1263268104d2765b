// Words that real tables use: each has to lead to a field that means it, in at least one kind.
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "shape/compile_kinds.h"
#include "text/ascii.h"

namespace milepost {
namespace {

struct HeaderGroup {
  std::string_view fields;   // any of these is right
  std::string_view headers;  // separated by `;`
};

constexpr HeaderGroup kHeaders[] = {
    // id
    {"id",
     "id; risk id; #; task id; issue id; req id; decision id; milestone id; wbs id; "
     "criteria id; action id; change id; item id; assumption id"},
    // title/statement
    {"title description decision",
     "risk; decision; issue; milestone; description; requirement; assumption; action; "
     "dependency; item; task; name; risk description; gate; check; criteria; "
     "action item; title; criterion; scenario; finding; issue description; threat; "
     "story; deliverable; summary; assumption description; dependency description"},
    // status
    {"status mitigation_status trend cadence health resolution",
     "status; result; current status; verdict; condition; mitigation status; state; "
     "pass/fail; trend; complete; status / evidence; status 2026-07-19; status check; "
     "status code; validated; done; outcome; overall status; progress; "
     "status update frequency"},
    // owner
    {"owner team raised_by role contact reviewers",
     "owner; role; responsible; contact; risk owner; assignee; accountable; reviewer; "
     "assigned to; primary contact; owner or team; next owner; responsible person; "
     "assigned; owner role; responsible party; dueño; squad; decision maker; "
     "primary owner; who; team; decision owner; made by; dri; owner / contact; "
     "recommended owner; identified by"},
    // probability
    {"likelihood score",
     "likelihood; probability; l; likelihood / impact; likelihood impact; "
     "probabilidad; p; likelihood level impact level; probability impact; prob"},
    // impact
    {"impact impact_text severity",
     "impact; severity; i; impact if delayed; s; potential impact; financial impact; "
     "current impact; severidad; impacto; impact assessment; effect; "
     "impact if not met; impact on evm; impact on budget; impact on schedule; "
     "why it matters; risk if wrong; impact on pilots; impact if down; "
     "impact if unmitigated; risk if invalid; impact medium; impact high; impact low; "
     "consequence; sev; impact on completion"},
    // score/level
    {"score residual_risk inherent_risk priority title",
     "risk; score; risk level; level; risk score; residual risk; likelihood / impact; "
     "residual; likelihood impact; rating; rpn; priority level; index; inherent"},
    // priority
    {"priority severity", "priority; label; p"},
    // mitigation/response
    {"mitigation contingency treatment controls_in_place mitigation_status mitigation_cost "
     "rollback resolution",
     "mitigation; mitigation strategy; control; mitigation plan; response strategy; "
     "mitigation status; current controls; action plan; response; "
     "mitigation / trigger; remediation plan; contingency plan; rollback; "
     "mitigation actions; response actions; mitigación; mitigation cost; "
     "mitigation progress; treatment; mitigation / fallback; fallback; controls; "
     "mitigation / response plan; existing control; recommended mitigation; "
     "mitigation applied; mitigation action; mitigation actions implemented"},
    // trigger/early warning
    {"trigger mitigation",
     "trigger; mitigation / trigger; escalation trigger; early warning signal; "
     "early warning; review trigger"},
    // category/type
    {"category type phase part_of",
     "area; category; type; phase; change type; stage; decision type; component; "
     "risk category; workstream; type labels; domain; type of impact"},
    // date raised/made
    {"raised decided held start reviewed updated requested date",
     "date; last review; date identified; start date; decision date; date added; "
     "date raised; created; last updated; identification date; logged; made"},
    // due/target
    {"due target needed_by next_review promised forecast decision_needed_by required_by",
     "target date; due date; target; deadline; timeline; eta; due; planned date; "
     "timing; target resolution; review date; forecast date; window; required by; "
     "expected date; next review; resolution target; expected; end date; needed by; "
     "target resolution date; validate by"},
    // actual date
    {"finished resolved",
     "actual date; actual; last completed; actual/forecast; completion date; "
     "actual resolution date"},
    // resolution/next action
    {"resolution next_step recommendation",
     "resolution; action needed; resolution plan; action required; "
     "resolution approach; notes & next actions; recommendation; next action; "
     "next step"},
    // rationale
    {"rationale impact impact_text",
     "rationale; reason; justification; reasoning; impact on evm; impact on budget; "
     "impact on schedule; basis; impact on pilots; impact on completion; "
     "impact on benefits; impact on timeline"},
    // alternatives
    {"alternatives options", "alternatives considered; options considered; options"},
    // depends-on / links
    {"depends_on required_by relates_to blocks part_of satisfies affected provider source title",
     "issue; dependency; source; dependencies; required from; depends on; "
     "related tasks; issues; requirement links; linked issue id; "
     "affected requirements; linked wbs; detailed doc; adr; feeds into; blocker for; "
     "linked fix phase; affected; linked areas / docs; affected systems; predecessor; "
     "related project; phase affected"},
    // evidence
    {"evidence acceptance verification validation finished success_criteria",
     "evidence; method; success criteria; validation method; validation plan; "
     "evidence required; verification method; acceptance criteria; "
     "implementation evidence; validation; verification; validation required; "
     "artifact / evidence; artifact; acceptance test; evidence / notes; "
     "evidence point; evidence pointer; evidence type; evidence / source; "
     "evidence signals; validation approach; validation date; main evidence; "
     "exit evidence; evidence needed; evidence sample index; evidence timestamp"},
    // sign-off
    {"approved_by approvals signoffs",
     "signature; approved by; approver; approval; approval required; "
     "required approvals; approval authority; sign-off"},
    // notes
    {"notes next_step", "notes; comments; meaning; detail; technical notes; note"},
};

std::string fields_of(const Kinds& kinds, std::string_view header) {
  std::string found;
  for (const Kind& kind : kinds.kinds) {
    const FieldId field = kind.abstract ? kNoField : kinds.find_field(kind.id, header);
    if (field != kNoField) found += " " + kinds.field(field).name + " ";
  }
  return found;
}

TEST_CASE("every header of real tables is known", "[shape][kinds]") {
  const auto kinds = builtin_kinds();
  for (const HeaderGroup& group : kHeaders) {
    for (const std::string_view header : split_trimmed(group.headers, ";")) {
      const std::string found = fields_of(*kinds, header);
      bool right = false;
      for (const std::string_view field : split_trimmed(group.fields, " ")) {
        right = right || found.find(" " + std::string(field) + " ") != std::string::npos;
      }
      INFO("header " << header << " leads to" << found);
      CHECK(right);
    }
  }
}

TEST_CASE("headers are known however they are decorated", "[shape][kinds]") {
  const auto kinds = builtin_kinds();
  const KindId risk = kinds->find_kind("risk");
  const auto name = [&](std::string_view header) {
    const FieldId field = kinds->find_field(risk, header);
    return field == kNoField ? std::string() : kinds->field(field).name;
  };
  CHECK(name("**Impact (1-5)**") == "impact");
  CHECK(name("Next_Review:") == "next_review");
  CHECK(name("Status 2026-07-19") == "status");
  CHECK(name("🚦 Status") == "status");
  CHECK(name("Mitigation / Trigger") == "mitigation");
  CHECK(name("Depends On") == "depends_on");
  CHECK(name("dueño") == "owner");
  CHECK(name("Colour").empty());
  CHECK(name("2026").empty());
  const KindId report = kinds->find_kind("status report");
  CHECK(kinds->find_field(report, "Week") != kNoField);
  CHECK(kinds->find_field(report, "Week 19") == kNoField);
}

TEST_CASE("headers that look like one field and are another", "[shape][kinds]") {
  const auto kinds = builtin_kinds();
  const auto role = [&](std::string_view kind, std::string_view header) {
    const FieldId field = kinds->find_field(kinds->find_kind(kind), header);
    return field == kNoField ? Role::none : kinds->field(field).role;
  };
  for (const std::string_view kind : {"risk", "issue", "action", "assumption", "dependency"}) {
    INFO(kind);
    CHECK(role(kind, "Review date") == Role::next_review);
    CHECK(role(kind, "Next review") == Role::next_review);
    CHECK(role(kind, "Last review") == Role::last_reviewed);
  }
  CHECK(role("issue", "Severity") == Role::severity);
  CHECK(role("issue", "Impact") == Role::impact);
  CHECK(role("risk", "Severity") == Role::impact);
  CHECK(role("risk", "Trend") == Role::none);
  CHECK(role("milestone", "Trend") == Role::none);
  CHECK(role("decision", "Date") == Role::decided);
  CHECK(role("risk", "Date") == Role::raised);
  CHECK(role("milestone", "Date") == Role::due);
  CHECK(role("meeting", "Date") == Role::held);
  CHECK(role("stakeholder", "Role") == Role::none);
  CHECK(role("action", "Role") == Role::owner);
}

struct StatusGroup {
  std::string_view kind;
  std::string_view status;
  std::string_view words;
};

constexpr StatusGroup kStatuses[] = {
    {"risk", "open", "open; active; identified; new; Open"},
    {"task", "not_started",
     "not started; to do; todo; planned; scheduled; upcoming; later; ☐; ⬜; 📋; 📝"},
    {"task", "in_progress",
     "in progress; 🔄; ⏳; in review; under review; committed; ongoing; In Progress"},
    {"risk", "mitigating", "mitigating; in mitigation; in progress"},
    {"risk", "monitoring", "monitoring; monitored; monitor; watch"},
    {"task", "blocked", "blocked; block; ⛔"},
    {"task", "on_hold", "on hold; ⏸"},
    {"task", "complete",
     "done; complete; completed; closed; resolved; implemented; fixed; retired; ✅; ✓; 🔵; "
     "✔️"},
    {"risk", "closed",
     "done; complete; completed; closed; resolved; implemented; fixed; mitigated; retired; ✅"},
    {"risk", "realized", "realized; realised; occurred"},
    {"risk", "accepted", "accepted"},
    {"issue", "resolved", "resolved; fixed; done; ✅"},
    {"issue", "closed", "closed"},
    {"decision", "accepted", "accepted; approved; decided; active; locked; go; ✅"},
    {"decision", "proposed", "proposed; pending; draft"},
    {"decision", "rejected", "rejected; denied; no-go; ❌"},
    {"decision", "superseded", "superseded"},
    {"decision", "deferred", "deferred"},
    {"decision", "withdrawn", "withdrawn"},
    {"decision", "reverted", "reverted"},
    {"blocker", "in_progress", "in progress; escalated"},
    {"blocker", "resolved", "resolved"},
    {"requirement", "satisfied", "pass; passed; sat; ok; ✅"},
    {"requirement", "failed", "fail; failed; ❌; ✗"},
    {"release", "released", "launched; 🚀"},
    {"change", "approved", "approved"},
};

TEST_CASE("every status word of real tables is known", "[shape][kinds]") {
  const auto kinds = builtin_kinds();
  for (const StatusGroup& group : kStatuses) {
    const KindId kind = kinds->find_kind(group.kind);
    for (const std::string_view word : split_trimmed(group.words, ";")) {
      const StatusId status = kinds->find_status(kind, word);
      INFO(group.kind << ": " << word);
      REQUIRE(status != kNoStatus);
      CHECK(kinds->kind(kind).statuses[static_cast<size_t>(status)].name == group.status);
    }
  }
  CHECK(kinds->find_status(kinds->find_kind("task"), "purple") == kNoStatus);
  CHECK(kinds->find_status(kinds->find_kind("task"), "") == kNoStatus);
}

TEST_CASE("health, level and check words", "[shape][kinds]") {
  const auto kinds = builtin_kinds();
  const auto all = [](std::string_view words, auto&& check) {
    for (const std::string_view word : split_trimmed(words, ";")) {
      INFO(word);
      CHECK(check(word));
    }
  };
  all("🟢; on track; green; G",
      [&](auto w) { return kinds->find_health(w) == Health::on_track; });
  all("🟡; 🟠; at risk; yellow; amber; A; moderate",
      [&](auto w) { return kinds->find_health(w) == Health::at_risk; });
  all("🔴; off track; red; R; delayed; late",
      [&](auto w) { return kinds->find_health(w) == Health::off_track; });
  all("⛔; Blocked", [&](auto w) { return kinds->find_health(w) == Health::blocked; });
  all("🔵; Complete", [&](auto w) { return kinds->find_health(w) == Health::complete; });
  all("⚪; not started; not_started",
      [&](auto w) { return kinds->find_health(w) == Health::not_started; });
  CHECK(kinds->find_health("lovely") == Health::none);
  all("very low; VL; negligible", [&](auto w) { return kinds->find_level(w) == 1; });
  all("Low; L; minor; bajo; faible; gering", [&](auto w) { return kinds->find_level(w) == 2; });
  all("Medium; M; moderate; medio; mittel; moyenne",
      [&](auto w) { return kinds->find_level(w) == 3; });
  all("High; H; major; alta; hoch; élevé", [&](auto w) { return kinds->find_level(w) == 4; });
  all("critical; very high; VH; severe; crítico",
      [&](auto w) { return kinds->find_level(w) == 5; });
  CHECK(kinds->find_level("3") == 0);
  all("pass; passed; sat; ok; ✅",
      [&](auto w) { return kinds->find_check(w) == CheckWord::passed; });
  all("fail; failed; ❌; ✗", [&](auto w) { return kinds->find_check(w) == CheckWord::failed; });
  all("partial; ⚠", [&](auto w) { return kinds->find_check(w) == CheckWord::partial; });
  all("pending", [&](auto w) { return kinds->find_check(w) == CheckWord::pending; });
  all("n/a", [&](auto w) { return kinds->find_check(w) == CheckWord::not_applicable; });
}

}  // namespace
}  // namespace milepost
