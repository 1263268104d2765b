// Reads from dates what changed.
#include "compose/recent.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <variant>

#include "compose/phrases.h"

namespace milepost {
namespace {

constexpr int32_t kDays = 7;
constexpr size_t kMostEntries = 200;

const ViewValue* value_named(const View& view, const ViewObject& object, std::string_view name) {
  for (const ViewField& field : object.fields) {
    if (view.field(field.field).name == name && !field.values.empty()) return &field.values.front();
  }
  return nullptr;
}

std::optional<Date> date_of(const ViewValue* value) {
  if (value == nullptr) return std::nullopt;
  if (const auto* date = std::get_if<ViewDate>(&value->data)) return date->point;
  return std::nullopt;
}

// Each baseline but the first replaced the one before it.
void add_baselines(const View& view, ViewRecordId id, const ViewField& field,
                   std::vector<DateMove>& moved) {
  std::optional<Date> before;
  for (const ViewValue& value : field.values) {
    const auto* object = std::get_if<ViewObject>(&value.data);
    if (object == nullptr) continue;
    const std::optional<Date> due = date_of(value_named(view, *object, "due"));
    if (!due) continue;
    if (before && *before != *due) {
      DateMove move{id, *before, *due, date_of(value_named(view, *object, "set")), kNoViewRecord};
      const ViewValue* by = value_named(view, *object, "by");
      const auto* reference = by == nullptr ? nullptr : std::get_if<ViewReference>(&by->data);
      if (reference != nullptr && reference->target.kind == ViewTargetKind::record) {
        move.by = ViewRecordId{reference->target.index};
      }
      moved.push_back(move);
    }
    before = due;
  }
  // The date of today may differ from the last promise.
  const std::optional<Date> due = view.record(id).facts.due;
  if (before && due && *before != *due) {
    moved.push_back({id, *before, *due, std::nullopt, kNoViewRecord});
  }
}

class ChangeReader {
 public:
  explicit ChangeReader(const View& view) : view_(view) {
    for (uint32_t i = 0; i < view.link_types.size(); ++i) {
      if (view.link_types[i].name == "realizes") realizes_ = i;
      if (view.link_types[i].name == "realized_as") realized_as_ = i;
    }
  }

  std::vector<ChangeEntry> read() {
    for (uint32_t i = 0; i < view_.records.size(); ++i) look_at(ViewRecordId{i});
    return std::move(changes_);
  }

 private:
  void add(ChangeVerb verb, ViewRecordId id, Date on, ViewRecordId other = kNoViewRecord) {
    changes_.push_back({verb, id, on, other, {}, {}});
  }

  void look_at(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    const ViewKind& kind = view_.kind_of(record);
    if (kind.statuses.empty()) return;
    const ViewFacts& facts = record.facts;
    if (facts.raised) opened(id, *facts.raised);
    if (!record.is_open()) ended(id, record, kind);
    moved(id, record);
  }

  void ended(ViewRecordId id, const ViewRecord& record, const ViewKind& kind) {
    const ViewFacts& facts = record.facts;
    const bool done = record.phase == ViewPhase::done && !is_missed(record, kind);
    const bool answered = facts.decided && (kind.is("decision") || kind.is("change"));
    if (answered) add(done ? ChangeVerb::decided : ChangeVerb::turned_down, id, *facts.decided);
    if (!facts.finished || (answered && *facts.finished <= *facts.decided)) return;
    const bool met = done && kind.is("milestone");
    const bool finished = done && kind.is_work;
    add(met        ? ChangeVerb::met
        : finished ? ChangeVerb::finished
                   : ChangeVerb::closed,
        id, *facts.finished);
  }

  // A milestone that was not met is over, too.
  static bool is_missed(const ViewRecord& record, const ViewKind& kind) {
    return record.status < kind.statuses.size() && kind.statuses[record.status].name == "missed";
  }

  void opened(ViewRecordId id, Date on) {
    for (const ViewLink& link : view_.outgoing(id)) {
      if (link.type == realizes_ && !link.mention) {
        return add(ChangeVerb::came_true, link.to, on, id);
      }
    }
    for (const uint32_t index : view_.incoming_links(id)) {
      const ViewLink& link = view_.links[index];
      if (link.type == realized_as_ && !link.mention) {
        return add(ChangeVerb::came_true, link.from, on, id);
      }
    }
    add(ChangeVerb::opened, id, on);
  }

  void moved(ViewRecordId id, const ViewRecord& record) {
    for (const DateMove& move : date_moves(view_, id)) {
      if (!move.on && (!record.is_open() || owed(record) != move.to)) continue;
      changes_.push_back({ChangeVerb::moved, id, move.on, move.by, move.from, move.to});
    }
  }

  static std::optional<Date> owed(const ViewRecord& record) {
    return record.facts.due ? record.facts.due : record.facts.promised;
  }

  const View& view_;
  std::vector<ChangeEntry> changes_;
  uint32_t realizes_ = 0xFFFFFFFF, realized_as_ = 0xFFFFFFFF;  // into View::link_types
};

}  // namespace

std::vector<ChangeEntry> all_changes(const View& view) {
  return ChangeReader(view).read();
}

namespace {

std::optional<ChangeVerb> verb_of(RecordVerb verb) {
  switch (verb) {
    case RecordVerb::moved:
      return ChangeVerb::moved;
    case RecordVerb::came_true:
      return ChangeVerb::came_true;
    case RecordVerb::escalated:
      return ChangeVerb::escalated;
    case RecordVerb::reopened:
      return ChangeVerb::reopened;
    case RecordVerb::met:
      return ChangeVerb::met;
    case RecordVerb::decided:
      return ChangeVerb::decided;
    case RecordVerb::turned_down:
      return ChangeVerb::turned_down;
    case RecordVerb::finished:
      return ChangeVerb::finished;
    case RecordVerb::closed:
      return ChangeVerb::closed;
    case RecordVerb::opened:
      return ChangeVerb::opened;
    default:
      return std::nullopt;
  }
}

// The verbs first, then natural order of ids; at most kMostEntries.
void sort_and_cut(RecentChanges& changes, const View& view) {
  std::ranges::stable_sort(changes.entries, [&](const ChangeEntry& a, const ChangeEntry& b) {
    const auto left = std::tuple(a.verb, a.on ? -int64_t{a.on->days} : 0);
    const auto right = std::tuple(b.verb, b.on ? -int64_t{b.on->days} : 0);
    if (left != right) return left < right;
    return natural_less(view.record(a.record).short_id, view.record(b.record).short_id);
  });
  changes.total = static_cast<uint32_t>(changes.entries.size());
  changes.entries.resize(std::min(changes.entries.size(), kMostEntries));
}

}  // namespace

RecentChanges recent_changes(const Changes& changes, const View& view) {
  RecentChanges recent;
  recent.since = changes.before.date;
  for (const RecordChange& change : changes.records) {
    const std::optional<ChangeVerb> verb = verb_of(change.verb);
    if (!verb || change.after == kNoViewRecord) continue;
    const ViewRecord& record = view.record(change.after);
    if (view.kind_of(record).statuses.empty()) continue;
    ChangeEntry entry{*verb, change.after, {}, change.other, {}, {}};
    switch (*verb) {
      case ChangeVerb::moved: {
        const auto field = std::ranges::find_if(
            change.fields, [](const FieldChange& one) { return one.before && one.after; });
        if (field == change.fields.end()) continue;
        entry.from = field->before;
        entry.to = field->after;
        break;
      }
      case ChangeVerb::opened:
        if (!record.is_open()) continue;
        entry.on = record.facts.raised;
        break;
      case ChangeVerb::decided:
      case ChangeVerb::turned_down:
        entry.on = record.facts.decided;
        break;
      case ChangeVerb::came_true:
      case ChangeVerb::escalated:
      case ChangeVerb::reopened:
        break;
      default:
        entry.on = record.facts.finished;
    }
    recent.entries.push_back(entry);
  }
  sort_and_cut(recent, view);
  return recent;
}

RecentChanges recent_changes(const View& view) {
  RecentChanges changes;
  changes.since = add_days(view.program.as_of, -kDays);
  for (const ChangeEntry& entry : all_changes(view)) {
    if (entry.on && (*entry.on < changes.since || *entry.on > view.program.as_of)) continue;
    // Of what is over only the end is told; of what came true the issue says whether it is.
    const ViewRecordId told = entry.verb == ChangeVerb::came_true ? entry.other : entry.record;
    const bool began = entry.verb == ChangeVerb::opened || entry.verb == ChangeVerb::came_true ||
                       entry.verb == ChangeVerb::moved;
    if (began && !view.record(told).is_open()) continue;
    changes.entries.push_back(entry);
  }
  sort_and_cut(changes, view);
  return changes;
}

std::vector<DateMove> date_moves(const View& view, ViewRecordId id) {
  std::vector<DateMove> moved;
  const ViewField* baseline = nullptr;
  const ViewDate* struck = nullptr;
  for (const ViewField& field : view.record(id).fields) {
    const ViewRole role = view.field(field.field).role;
    if (role == ViewRole::baseline) baseline = &field;
    if ((role != ViewRole::due && role != ViewRole::promised) || field.values.empty()) continue;
    const auto* date = std::get_if<ViewDate>(&field.values.front().data);
    if (date != nullptr && date->moved_from) struck = date;
  }
  if (baseline != nullptr) add_baselines(view, id, *baseline, moved);
  if (moved.empty() && struck != nullptr) {
    const Date from = view.working_time.as_due(*struck->moved_from);
    if (from != struck->point) moved.push_back({id, from, struck->point, {}, kNoViewRecord});
  }
  return moved;
}

}  // namespace milepost
