// Forgets what hidden fields say of the plan.
#include "redact/forget_dates.h"

#include <algorithm>
#include <vector>

#include "shape/kinds.h"

namespace milepost {
namespace {

bool is_of_the_plan(Role role) {
  switch (role) {
    case Role::status:
    case Role::start:
    case Role::started:
    case Role::due:
    case Role::finished:
    case Role::estimate:
    case Role::remaining:
    case Role::needed_by:
    case Role::effort:
    case Role::percent:
    case Role::promised:
    case Role::held:
    case Role::decision_needed_by:
      return true;
    default:
      return false;
  }
}

void forget(ViewScheduleItem& item, bool state) {
  ViewScheduleItem left;
  left.record = item.record;
  left.kind = item.kind;
  if (!state) left.state = item.state;
  left.summary = item.summary;
  left.outside = item.outside;
  left.parent = item.parent;
  left.workstream = item.workstream;
  item = left;
}

}  // namespace

std::vector<bool> kinds_without_dates(const Program& program, const Redaction& redaction) {
  const Kinds& kinds = program.kinds();
  std::vector<bool> without(kinds.kinds.size());
  for (size_t i = 0; i < without.size(); ++i) {
    without[i] = std::ranges::any_of(kinds.kinds[i].fields, [&](FieldId field) {
      return !redaction.shows(field) && is_of_the_plan(kinds.field(field).role);
    });
  }
  return without;
}

void forget_hidden_dates(const Program& program, const Analysis& analysis,
                         const Redaction& redaction, const Numbering& records,
                         ViewSchedule& schedule) {
  const Kinds& kinds = program.kinds();
  std::vector<bool> no_dates(kinds.kinds.size()), no_baseline(kinds.kinds.size());
  bool any = false;
  for (size_t i = 0; i < kinds.kinds.size(); ++i) {
    for (const FieldId field : kinds.kinds[i].fields) {
      if (redaction.shows(field)) continue;
      const Role role = kinds.field(field).role;
      if (is_of_the_plan(role)) no_dates[i] = true;
      if (role == Role::baseline) no_baseline[i] = true;
      any = any || no_dates[i] || no_baseline[i];
    }
  }
  if (!any) return;
  const auto is_of = [&](const std::vector<bool>& kind, ViewRecordId id) {
    if (id == kNotInPlan) return false;
    const Record& record = program.set.records[records.to_old[static_cast<size_t>(id)]];
    return bool{kind[static_cast<size_t>(record.kind)]};
  };
  // What is said of a whole is made of its parts.
  std::vector<bool> wholes(schedule.item_of.size());
  const auto item_of = [&](ViewRecordId id) -> const ViewScheduleItem* {
    const uint32_t at = id == kNotInPlan ? 0xFFFFFFFF : schedule.item_of[number(id)];
    return at == 0xFFFFFFFF ? nullptr : &schedule.items[at];
  };
  for (const ViewScheduleItem& item : schedule.items) {
    if (!is_of(no_dates, item.record)) continue;
    const ViewScheduleItem* whole = item_of(item.parent);
    for (; whole != nullptr && !wholes[number(whole->record)]; whole = item_of(whole->parent)) {
      wholes[number(whole->record)] = true;
    }
  }
  const auto forgotten = [&](ViewRecordId id) {
    return is_of(no_dates, id) || (id != kNotInPlan && wholes[number(id)]);
  };
  for (ViewScheduleItem& item : schedule.items) {
    if (item.summary && wholes[number(item.record)]) {
      forget(item, true);
    } else if (forgotten(item.record)) {
      const Record& record = program.set.records[records.to_old[static_cast<size_t>(item.record)]];
      const FieldId status = kinds.field_of(record.kind, Role::status);
      forget(item, status != kNoField && !redaction.shows(status));
    } else if (forgotten(item.bound_by)) {
      item.bound_by = kNotInPlan;
      item.commitment_float = kNoViewFloat;
    }
    if (is_of(no_baseline, item.record)) {
      // As without one: what was promised is what it is measured by.
      item.baseline = item.commitment;
      item.first_baseline = std::nullopt;
      item.slip = 0;
      if (item.dated && item.commitment) {
        const RecordIndex record{records.to_old[static_cast<size_t>(item.record)]};
        item.slip =
            static_cast<int32_t>(analysis.time_of(record).between(*item.commitment, item.finish));
      }
      item.slip_from_first = item.slip;
      item.rebaselines = 0;
    }
  }
  for (ViewScheduleEdge& edge : schedule.edges) {
    if (!forgotten(edge.from) && !forgotten(edge.to)) continue;
    edge.slack = 0;
    edge.critical = edge.driving = edge.slipping = false;
  }
  std::erase_if(schedule.explanations, [&](const ViewExplanation& one) {
    return forgotten(one.milestone) || is_of(no_baseline, one.milestone);
  });
  for (ViewExplanation& one : schedule.explanations) {
    for (ViewSlipPart& part : one.parts) {
      if (forgotten(part.item) || is_of(no_baseline, part.item)) part.was = part.now = std::nullopt;
    }
    std::erase_if(one.with_float, [&](const ViewItemFloat& x) { return forgotten(x.item); });
  }
  std::erase_if(schedule.gains, [&](const ViewImpact& one) { return forgotten(one.item); });
  std::erase_if(schedule.forecast,
                [&](const ViewForecastDates& one) { return forgotten(one.item); });
  std::erase_if(schedule.drivers,
                [&](const ViewForecastDriver& one) { return forgotten(one.item); });
  std::erase_if(schedule.critical_path, forgotten);
}

}  // namespace milepost
