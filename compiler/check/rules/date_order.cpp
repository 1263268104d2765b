// MP302: two dates of a record are in an order that cannot be.
#include "check/rules.h"

#include <optional>

namespace milepost {
namespace {

const RuleInfo info = {
    302,
    "date-order",
    Severity::warning,
    "two dates of a record are in an order that cannot be",
    "{0}: `{1}` {2} comes after `{3}` {4}",
    R"(A start after its end, a decision before it was raised, work finished before it began: one of the two dates is a slip of
the pen, and every page that counts days from it is wrong.

Correct the date that is wrong. A date that moved is written `~~2026-05-20~~ 2026-06-12`.)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Write the runbook, owner: Asha, start: 2026-07-20, due: 2026-07-10}
)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Write the runbook, owner: Asha, start: 2026-07-06, due: 2026-07-10}
)"};

struct Order {
  Role before_role;
  std::optional<Date> before;
  Role after_role;
  std::optional<Date> after;
};

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const RecordFacts& facts = context.analysis.of(record);
    const Order orders[] = {{Role::start, facts.start, Role::due, facts.due},
                            {Role::started, facts.started, Role::finished, facts.finished},
                            {Role::raised, facts.raised, Role::decided, facts.decided},
                            {Role::raised, facts.raised, Role::due, facts.due},
                            {Role::raised, facts.raised, Role::finished, facts.finished}};
    const KindId kind = context.program.record(record).kind;
    for (const Order& order : orders) {
      if (!order.before || !order.after || *order.before <= *order.after) continue;
      const FieldId before = kinds.field_of(kind, order.before_role);
      const FieldId after = kinds.field_of(kind, order.after_role);
      if (before == kNoField || after == kNoField) continue;
      context.find(info, {record},
                   {RecordArgument{i}, kinds.field(before).name, *order.before,
                    kinds.field(after).name, *order.after},
                   context.place_of(record, order.before_role), "correct the date that is wrong",
                   {{context.place_of(record, order.after_role), "the other date"}});
    }
  }
}

}  // namespace

const Rule date_order_rule = {&info, run};

}  // namespace milepost
