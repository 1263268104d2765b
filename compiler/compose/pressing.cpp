// Orders what is open by what it asks for.
#include "compose/pressing.h"

#include <algorithm>
#include <array>

#include "compose/phrases.h"

namespace milepost {
namespace {

constexpr int64_t kHandshakeDays = 20;  // working days before the need in which a promise is missed

bool presses(const View& view, const ViewRecord& record) {
  if (!view.kind_of(record).is("dependency")) return true;
  const ViewFacts& facts = record.facts;
  const Date as_of = view.program.as_of;
  if (is_promised_late(facts)) return true;
  if (facts.promised && *facts.promised < as_of) return true;
  const std::optional<Date> day = pressing_day(facts);
  if (day && *day < as_of) return true;
  const ViewField* commitment = view.find_field(record, "commitment");
  const auto* word =
      commitment == nullptr ? nullptr : std::get_if<ViewWord>(&commitment->values.front().data);
  const bool agreed = word != nullptr && word->word == "agreed";
  return !agreed && day && *day <= view.working_time.add(as_of, kHandshakeDays);
}

}  // namespace

std::optional<Date> pressing_day(const ViewFacts& facts) {
  if (facts.decision_needed_by) return facts.decision_needed_by;
  return facts.needed_by ? facts.needed_by : facts.due;
}

bool is_promised_late(const ViewFacts& facts) {
  return facts.promised && facts.needed_by && *facts.promised > *facts.needed_by;
}

std::vector<ViewRecordId> pressing_of(const Outline& outline, ViewKindId kind) {
  const View& view = outline.view;
  const bool by_priority = view.kind(kind).is("blocker");
  struct Key {
    std::array<int64_t, 4> order;
    ViewRecordId id;
  };
  std::vector<Key> keys;
  for (const RowGroup& group : outline.tables[number(kind)].groups) {
    for (const ViewRecordId id : group.rows) {
      const ViewRecord& record = view.record(id);
      if (!record.is_open() || !presses(view, record)) continue;
      const ViewFacts& facts = record.facts;
      const std::optional<Date> day = pressing_day(facts);
      keys.push_back({{-int64_t{facts.score}, by_priority ? facts.priority : 0,
                       by_priority ? 0 : -int64_t{facts.severity}, day ? day->days : INT32_MAX},
                      id});
    }
  }
  std::ranges::stable_sort(keys, [&](const Key& a, const Key& b) {
    if (a.order != b.order) return a.order < b.order;
    return natural_less(view.record(a.id).short_id, view.record(b.id).short_id);
  });
  std::vector<ViewRecordId> ids;
  ids.reserve(keys.size());
  for (const Key& key : keys) ids.push_back(key.id);
  return ids;
}

}  // namespace milepost
