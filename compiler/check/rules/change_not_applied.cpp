// MP372: a change was approved, and a record it moves does not have the new value.
#include <map>
#include <utility>

#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    372,
    "change-not-applied",
    Severity::warning,
    "a change was approved, and a record it moves does not have the new value",
    "{0} was approved, but the {1} of {2} is not what it says",
    R"(An approved change that nobody carried out leaves two plans: one in the minutes and one in the records. Every line of
`applies:` is compared with the record it names.

Set the field to the new value, or correct `applies:`; if a later change moved it again, say so there.)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
milestones:
- {id: M-1, title: Pilot, owner: Dana, due: 2026-06-05}
changes:
- {id: CR-1, title: Later, status: approved, applies: [{to: M-1, field: due, from: 2026-06-05, to_value: 2026-06-19}]}
)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
milestones:
- {id: M-1, title: Pilot, owner: Dana, due: 2026-06-19}
changes:
- {id: CR-1, title: Later, status: approved, applies: [{to: M-1, field: due, from: 2026-06-05, to_value: 2026-06-19}]}
)"};

void run(CheckContext& context) {
  // Of two changes of one field the later one counts.
  std::map<std::pair<RecordIndex, FieldId>, const ChangeMove*> last;
  for (const ChangeControl& change : context.analysis.changes) {
    if (!change.approved) continue;
    for (const ChangeMove& move : change.moves) {
      if (move.record == kNoRecord || move.field == kNoField) continue;
      const ChangeMove*& known = last[{move.record, move.field}];
      if (known == nullptr || move.state == MoveState::applied ||
          (known->state != MoveState::applied && known->after < move.after)) {
        known = &move;
      }
    }
  }
  for (const ChangeControl& change : context.analysis.changes) {
    if (!change.approved) continue;
    for (const ChangeMove& move : change.moves) {
      if (move.state != MoveState::waiting && move.state != MoveState::otherwise) continue;
      if (last[{move.record, move.field}] != &move) continue;
      context.find(info, {change.record, move.record},
                   {RecordArgument{static_cast<uint32_t>(change.record)},
                    context.program.kinds().field(move.field).name,
                    RecordArgument{static_cast<uint32_t>(move.record)}},
                   move.place, "set the field to the new value, or correct `applies:`");
    }
  }
}

}  // namespace

const Rule change_not_applied_rule = {&info, run};

}  // namespace milepost
