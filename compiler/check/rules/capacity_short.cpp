// MP361: a period asks for more work than there is time for.
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "calendar/date_parse.h"
#include "check/escalations.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    361,
    "capacity-short",
    Severity::warning,
    "a period has more work in it than people have time for, so scope, date or people have to "
    "change",
    "{0} has {1} person-days for {2} of work, so scope, date or people have to change",
    R"(If the sum of the work is larger than the sum of the time, something will be left out. Who decides what that is should not be
whoever runs out of time first.

Write an escalation with what could be cut, moved or staffed, and name the assessment in `escalates:`; a change request or a decision
about it ends this, too. Counted are `days` times `allocation` of `available:` and the `effort` of `demand:`, in periods that are not
over.)",
    R"(=== capacity.yaml
capacity:
- {id: CAP-1, title: June, period: 2026-06, available: [{who: Asha, days: 20, allocation: 50%}], demand: [{for: Import, effort: 15d}]}
)",
    R"(=== capacity.yaml
capacity:
- {id: CAP-1, title: June, period: 2026-06, available: [{who: Asha, days: 20, allocation: 80%}], demand: [{for: Import, effort: 15d}]}
)"};

class Sums {
 public:
  Sums(const CheckContext& context, const Record& record)
      : kinds_(context.program.kinds()), record_(record) {}

  double available() const {
    return sum("available", [&](const Object& row) {
      const double days = number(row, "days", 0);
      double share = number(row, "allocation", 100);
      return days * (share > 0 ? share : 0) / 100;
    });
  }

  double demand() const {
    return sum("demand", [&](const Object& row) {
      const Value* value = part(row, "effort");
      const auto* effort = value == nullptr ? nullptr : std::get_if<Effort>(&value->data);
      return effort == nullptr ? 0 : effort->person_days;
    });
  }

 private:
  template <typename Count>
  double sum(std::string_view name, Count&& count) const {
    double all = 0;
    const FieldId id = kinds_.find_field(record_.kind, name);
    const FieldValue* field = id == kNoField ? nullptr : record_.find(id);
    if (field == nullptr) return 0;
    for (const Value& value : field->values) {
      if (const auto* row = std::get_if<Object>(&value.data)) all += count(*row);
    }
    return all;
  }

  const Value* part(const Object& row, std::string_view name) const {
    for (const FieldValue& field : row.fields) {
      if (kinds_.field(field.field).name == name && !field.values.empty()) {
        return &field.values.front();
      }
    }
    return nullptr;
  }

  double number(const Object& row, std::string_view name, double otherwise) const {
    const Value* value = part(row, name);
    const auto* found = value == nullptr ? nullptr : std::get_if<double>(&value->data);
    return found == nullptr ? otherwise : *found;
  }

  const Kinds& kinds_;
  const Record& record_;
};

// The last day of what the record says it is for.
std::optional<Date> end_of_period(const CheckContext& context, const Record& record) {
  const FieldId field = context.program.kinds().field_of(record.kind, Role::period);
  const Value* value = field == kNoField ? nullptr : record.value(field);
  if (value == nullptr) return std::nullopt;
  const DateParse period = parse_date_range(value->text, context.settings().dates);
  return period.value ? std::optional(period.value->last) : std::nullopt;
}

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const KindId capacity = kinds.find_kind("capacity");
  if (capacity == kNoKind) return;
  std::optional<Escalated> escalated;
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex index{i};
    const Record& record = context.program.record(index);
    if (!kinds.is(record.kind, capacity)) continue;
    const std::optional<Date> end = end_of_period(context, record);
    if (!end || *end < context.analysis.as_of) continue;
    const Sums sums(context, record);
    const double available = sums.available();
    const double demand = sums.demand();
    if (available <= 0 || demand < available + 1) continue;
    if (!escalated) escalated.emplace(context);
    if (escalated->covers(index)) continue;
    const std::string whom = whom_to_ask(context, 1);
    context.find(
        info, {index},
        {RecordArgument{i}, static_cast<int64_t>(std::floor(available)),
         static_cast<int64_t>(std::ceil(demand)), whom},
        record.span,
        new_escalation(whom, context.id_of(index) + " does not fit: scope, time or people") +
            ", and name it in `escalates:`");
  }
}

}  // namespace

const Rule capacity_short_rule = {&info, run};

}  // namespace milepost
