// MP332: a dependency is needed soon and its provider has not agreed.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    332,
    "dependency-not-agreed",
    Severity::warning,
    "a dependency is needed soon and its provider has not agreed",
    "{0} is needed on {1}, in {2}, and nobody has agreed to it",
    R"(The handshake is what one manages: who delivers has to say yes, to a date. It is reported from 20 working days before
the date as a note and from 10 as a warning (`thresholds:` in program.yaml sets others).

Ask the provider, then set `commitment: agreed` and `agreed: {by: …, on: …}`.)",
    R"(=== dependencies.yaml
dependencies:
- {id: DEP-1, title: Payment API in staging, owner: Lee, needed_by: 2026-06-08, commitment: requested, status: not_started}
)",
    R"(=== dependencies.yaml
dependencies:
- {id: DEP-1, title: Payment API in staging, owner: Lee, needed_by: 2026-06-08, commitment: agreed, agreed: {by: lee, on: 2026-05-20}, status: not_started}
)"};

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const KindId dependency = kinds.find_kind("dependency");
  const Thresholds& limits = context.settings().thresholds;
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const Record& r = context.program.record(record);
    const RecordFacts& facts = context.analysis.of(record);
    if (!kinds.is(r.kind, dependency) || !facts.needed_by || context.is_closed(record)) continue;
    const FieldId field = kinds.field_of(r.kind, Role::commitment);
    const Value* said = field == kNoField ? nullptr : r.value(field);
    const Choice* choice = said == nullptr ? nullptr : std::get_if<Choice>(&said->data);
    const bool agreed =
        choice != nullptr && kinds.field(field).choices[choice->index].name == "agreed";
    // A date that was promised is a yes, too, if nothing else was said.
    if (agreed || facts.agreed || (said == nullptr && facts.promised)) continue;
    const int64_t left =
        context.analysis.time_of(record).between(context.analysis.as_of, *facts.needed_by);
    if (left > limits.dependency_agree_warn_days || left < 0) continue;
    context.find(info, {record}, {RecordArgument{i}, *facts.needed_by, DaysArgument{left}},
                 context.place_of(record, Role::commitment),
                 "get a yes, then set `commitment: agreed` and who said so", {},
                 left <= limits.dependency_agree_days ? Severity::warning : Severity::note);
  }
}

}  // namespace

const Rule dependency_not_agreed_rule = {&info, run};

}  // namespace milepost
