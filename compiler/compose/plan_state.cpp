// Chooses the shape of an item.
#include "compose/plan_state.h"

#include <algorithm>

#include "compose/phrases.h"

namespace milepost {
namespace {

StateShape shape_of(ViewHealth health) {
  switch (health) {
    case ViewHealth::on_track:
      return StateShape::on_track;
    case ViewHealth::at_risk:
      return StateShape::at_risk;
    case ViewHealth::off_track:
      return StateShape::off_track;
    case ViewHealth::blocked:
      return StateShape::blocked;
    default:
      return StateShape::dropped;
  }
}

const ViewStatus* status_of(const View& view, const ViewRecord& record) {
  const ViewKind& kind = view.kind_of(record);
  return record.status < kind.statuses.size() ? &kind.statuses[record.status] : nullptr;
}

}  // namespace

StateShape state_shape(const View& view, ViewRecordId id) {
  const ViewRecord& record = view.record(id);
  if (!record.is_open()) {
    return record.phase == ViewPhase::done ? StateShape::done : StateShape::dropped;
  }
  const ViewStatus* status = status_of(view, record);
  if (status != nullptr && status->name == "blocked") return StateShape::blocked;
  const ViewScheduleItem* item = view.schedule.item(id);
  const StateShape health = std::max(
      shape_of(record.health), item == nullptr ? StateShape::dropped : shape_of(item->computed));
  if (health != StateShape::dropped) return health;
  return record.phase == ViewPhase::doing ? StateShape::doing : StateShape::open;
}

std::string_view shape_word(const Words& words, StateShape shape) {
  switch (shape) {
    case StateShape::on_track:
      return health_word(words, ViewHealth::on_track);
    case StateShape::at_risk:
      return health_word(words, ViewHealth::at_risk);
    case StateShape::off_track:
      return health_word(words, ViewHealth::off_track);
    case StateShape::blocked:
      return health_word(words, ViewHealth::blocked);
    case StateShape::done:
      return health_word(words, ViewHealth::complete);
    case StateShape::doing:
      return words.text("graph.in_progress"_word);
    case StateShape::open:
      return health_word(words, ViewHealth::not_started);
    default:
      return words.text("graph.dropped"_word);
  }
}

std::string state_shape_words(const Words& words, const View& view, ViewRecordId id) {
  const StateShape shape = state_shape(view, id);
  if (shape >= StateShape::on_track) return std::string(shape_word(words, shape));
  const ViewRecord& record = view.record(id);
  const ViewStatus* status = status_of(view, record);
  if (status != nullptr) return noun(words, status->label);
  if (!record.status_text.empty()) return record.status_text;
  return std::string(shape_word(words, shape));
}

}  // namespace milepost
