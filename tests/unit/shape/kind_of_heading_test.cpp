// Headings that name a kind, and those that only sound like it.
#include <string>
#include <string_view>

#include "catch.h"
#include "shape/compile_kinds.h"

namespace milepost {
namespace {

struct Heading {
  std::string_view text;
  std::string_view kind;  // empty: none
};

constexpr Heading kHeadings[] = {
    {"Risks", "risk"},
    {"Risks (Might happen)", "risk"},
    {"Actions (Tasks to do)", "action"},
    {"Issues (Already happened)", "issue"},
    {"Decisions (Choices made)", "decision"},
    {"Cross-team dependencies", "dependency"},
    {"**Cross-team dependencies:**", "dependency"},
    {"Dependency Mapping", "dependency"},
    {"Stakeholder Map", "stakeholder"},
    {"5. Risk Log (RAID)", "risk"},
    {"5.1 Open risks", "risk"},
    {"RAID: Issues", "issue"},
    {"RAID – Assumptions", "assumption"},
    {"🚨 Risks & Mitigations", "risk"},
    {"Risks and Mitigation Strategies", "risk"},
    {"Top 10 risks for Q3", "risk"},
    {"List of risks", "risk"},
    {"Milestones 2026", "milestone"},
    {"Risk Register", "risk"},
    {"Decision Log", "decision"},
    {"Appendix A: Decisions", "decision"},
    {"Change requests", "change"},
    {"Communication plan", "communication"},
    {"Lessons learned", "lesson"},
    {"Action items", "action"},
    {"Riesgos", "risk"},
    {"Decisiones", "decision"},
    {"Non-functional requirements", "requirement"},
    {"Deliverables", "task"},
    {"KPIs", "metric"},
    {"Capacity", "capacity"},
    {"RAID = Risks, Actions, Issues, Decisions", ""},
    {"RAID Log", ""},
    {"5. Risk Management (RAID Log)", ""},
    {"Assumptions and Dependencies", ""},
    {"Risk", ""},
    {"Decision", ""},
    {"Decision Outcome", ""},
    {"Decision Drivers", ""},
    {"Risk Mitigation", ""},
    {"Change log", ""},
    {"Release notes", ""},
    {"Release checklist", ""},
    {"Communication Cadence", ""},
    {"Status", ""},
    {"Records", ""},
    {"Next Week Goals", ""},
    {"Acceptance criteria", ""},
    {"", ""},
    {"2026", ""},
};

TEST_CASE("headings name kinds by their head word", "[shape][kinds]") {
  const auto kinds = builtin_kinds();
  for (const Heading& heading : kHeadings) {
    INFO(heading.text);
    const KindId kind = kinds->kind_of_heading(heading.text);
    CHECK((kind == kNoKind ? std::string() : kinds->kind(kind).name) == heading.kind);
  }
}

TEST_CASE("a heading as long as a book names nothing", "[shape][kinds]") {
  const std::string heading = "risks " + std::string(100'000, 'x') + " risks";
  CHECK(builtin_kinds()->kind_of_heading(heading) == kNoKind);
}

}  // namespace
}  // namespace milepost
