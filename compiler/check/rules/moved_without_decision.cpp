// MP336: the date of a milestone or release moved, and nothing says who agreed.
#include <algorithm>
#include <variant>

#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    336,
    "moved-without-decision",
    Severity::warning,
    "the date of a milestone moved, and no change or decision says so",
    "{0} moved from {1} to {2}, and no change or decision names it",
    R"(A milestone's date is a promise to somebody. When it moves, those who were promised it should be able to read who agreed
and why; else the plan looks as if it had always been so.

Name the change request or decision in the new baseline (`baseline: [{due: 2026-06-19, set: 2026-05-22, by: CR-4}]`), or let the change name
the milestone (`changes:`, `applies:`).)",
    R"(=== milestones.yaml
milestones:
- {id: M-1, title: Pilot, owner: Dana, due: 2026-07-10, baseline: 2026-06-26}
)",
    R"(=== milestones.yaml
milestones:
- {id: M-1, title: Pilot, owner: Dana, due: 2026-07-10, baseline: 2026-06-26}
changes:
- {id: CR-4, title: Pilot two weeks later, status: approved, changes: M-1}
)"};

// The records that changes and decisions name, by links and inside their lists (`applies:`).
class Agreed {
 public:
  explicit Agreed(const CheckContext& context) : context_(context), named_(context.record_count()) {
    const Kinds& kinds = context.program.kinds();
    const KindId change = kinds.find_kind("change"), decision = kinds.find_kind("decision");
    decides_.resize(context.record_count());
    for (uint32_t i = 0; i < context.record_count(); ++i) {
      const Record& record = context.program.record(RecordIndex{i});
      const bool agrees = kinds.is(record.kind, change) || kinds.is(record.kind, decision);
      decides_[i] = agrees && context.analysis.of(RecordIndex{i}).phase != Phase::dropped;
      if (decides_[i]) add(record.fields);
    }
    for (const Link& link : context.program.links) {
      if (decides(link.from)) named_[static_cast<uint32_t>(link.to)] = true;
      if (decides(link.to)) named_[static_cast<uint32_t>(link.from)] = true;
    }
  }

  bool names(RecordIndex record) const { return named_[static_cast<uint32_t>(record)]; }

 private:
  bool decides(RecordIndex record) const { return decides_[static_cast<uint32_t>(record)]; }

  void add(const std::vector<FieldValue>& fields) {
    for (const FieldValue& field : fields) {
      for (const Value& value : field.values) {
        if (const Object* object = std::get_if<Object>(&value.data)) add(object->fields);
        if (!std::holds_alternative<Reference>(value.data)) continue;
        const RecordIndex record = context_.program.record_of(value);
        if (record != kNoRecord) named_[static_cast<uint32_t>(record)] = true;
      }
    }
  }

  const CheckContext& context_;
  std::vector<bool> named_, decides_;
};

// True if each baseline but the first names what set it.
bool is_signed(const CheckContext& context, RecordIndex record) {
  const Kinds& kinds = context.program.kinds();
  const Record& of = context.program.record(record);
  const FieldId field = kinds.field_of(of.kind, Role::baseline);
  const FieldValue* baselines = field == kNoField ? nullptr : of.find(field);
  if (baselines == nullptr || baselines->values.size() < 2) return false;
  return std::all_of(baselines->values.begin() + 1, baselines->values.end(), [&](const Value& v) {
    const Object* object = std::get_if<Object>(&v.data);
    return object != nullptr &&
           std::any_of(object->fields.begin(), object->fields.end(), [&](const FieldValue& part) {
             return kinds.field(part.field).name == "by" && !part.values.empty() &&
                    !part.values.front().text.empty();
           });
  });
}

void run(CheckContext& context) {
  const Agreed agreed(context);
  for (const ScheduleItem& item : context.analysis.schedule.items) {
    if (item.kind != PlanKind::milestone && item.kind != PlanKind::release) continue;
    if (context.is_closed(item.record) || !item.commitment || !item.baseline) continue;
    const bool moved = *item.baseline != *item.commitment;
    const bool set_anew = item.first_baseline && *item.first_baseline != *item.commitment;
    if (!moved && (!set_anew || is_signed(context, item.record))) continue;
    if (agreed.names(item.record)) continue;
    context.find(info, {item.record},
                 {RecordArgument{static_cast<uint32_t>(item.record)},
                  moved ? *item.baseline : *item.first_baseline, *item.commitment},
                 context.place_of(item.record, Role::due),
                 "name the change or decision: `by:` of the new baseline, or `changes: " +
                     context.id_of(item.record) + "` there");
  }
}

}  // namespace

const Rule moved_without_decision_rule = {&info, run};

}  // namespace milepost
