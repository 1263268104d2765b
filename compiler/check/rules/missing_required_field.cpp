// MP303: a record lacks a field that its kind requires.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    303,
    "missing-required-field",
    Severity::warning,
    "a record lacks a field that its kind requires",
    "{0} has no `{1}`",
    R"(Some fields make a record of its kind: without them nobody can use it. Which ones a kind requires is said in the
record reference; a program's own kinds say `required: true`.

Fill the field in. A `TBD` counts as missing.)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
kinds: {contract: {is_a: record, prefix: CON, fields: {signed: {type: date, required: true}}}}
=== contracts.yaml
contracts:
- {id: CON-1, title: Hosting, owner: Asha}
)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
kinds: {contract: {is_a: record, prefix: CON, fields: {signed: {type: date, required: true}}}}
=== contracts.yaml
contracts:
- {id: CON-1, title: Hosting, owner: Asha, signed: 2026-02-03}
)"};

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const Record& r = context.program.record(record);
    if (context.is_closed(record)) continue;
    for (const FieldId id : kinds.kind(r.kind).fields) {
      const Field& field = kinds.field(id);
      if (!field.required || field.role == Role::id) continue;
      // The title stands in the record itself.
      if (field.role == Role::title ? !r.title.empty() : r.find(id) != nullptr) continue;
      context.find(info, {record}, {RecordArgument{i}, field.name}, r.span,
                   "add `" + field.name + ":` (" + field.doc + ")");
    }
  }
}

}  // namespace

const Rule missing_required_field_rule = {&info, run};

}  // namespace milepost
