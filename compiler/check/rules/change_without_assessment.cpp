// MP371: a change was approved without the assessment that its type needs.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    371,
    "change-without-assessment",
    Severity::warning,
    "a change was approved without the assessment that its type needs",
    "{0} is approved, but its impact on {1} was not assessed",
    R"(Who approves a change should know what it does to the rest. What has to be assessed for each type is said in
`change_control:` of program.yaml; without it for scope timeline, resources and dependencies, for a technical change architecture, performance and
security, for the timeline deliverables, dependencies and cost.

Fill the areas of `impact:`; an area that does not change says so: `security: no change`.)",
    R"(=== changes.yaml
changes:
- {id: CR-1, title: Events, type: technical, status: approved, impact: {architecture: a bus}}
)",
    R"(=== changes.yaml
changes:
- {id: CR-1, title: Events, type: technical, status: approved, impact: {architecture: a bus, performance: better, security: no change}}
)"};

void run(CheckContext& context) {
  for (const ChangeControl& change : context.analysis.changes) {
    if (!change.approved || change.not_assessed() == 0) continue;
    std::string areas;
    for (const ImpactArea& area : change.impact) {
      if (!area.required || area.assessed) continue;
      if (!areas.empty()) areas += ", ";
      areas += area.area;
    }
    context.find(info, {change.record},
                 {RecordArgument{static_cast<uint32_t>(change.record)}, areas},
                 context.place_of(change.record, Role::status),
                 "fill these areas of `impact:`, if only with `no change`");
  }
}

}  // namespace

const Rule change_without_assessment_rule = {&info, run};

}  // namespace milepost
