// Chooses the verb of a change.
#include "compare/record_verb.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace milepost {
namespace {

std::string_view status_name(const View& view, const ViewRecord& record) {
  const std::vector<ViewStatus>& statuses = view.kind_of(record).statuses;
  return record.status < statuses.size() ? std::string_view(statuses[record.status].name)
                                         : std::string_view();
}

// The issue that a risk became, whichever of the two says so.
ViewRecordId realized_as(const View& view, ViewRecordId id) {
  for (const ViewLink& link : view.outgoing(id)) {
    if (!link.mention && view.link_types[link.type].name == "realized_as") return link.to;
  }
  for (const uint32_t index : view.incoming_links(id)) {
    const ViewLink& link = view.links[index];
    if (!link.mention && view.link_types[link.type].name == "realizes") return link.from;
  }
  return kNoViewRecord;
}

bool has_escalation(const View& view, ViewRecordId id) {
  for (const ViewField& field : view.record(id).fields) {
    if (view.field(field.field).role == ViewRole::escalated_to) return true;
  }
  return std::ranges::any_of(view.incoming_links(id), [&](uint32_t index) {
    const ViewLink& link = view.links[index];
    return !link.mention && view.link_types[link.type].name == "escalates";
  });
}

ViewRole role_of(const View& view, const ViewRecord& record, std::string_view name) {
  for (const ViewFieldId field : view.kind_of(record).fields) {
    if (view.field(field).name == name) return view.field(field).role;
  }
  return ViewRole::other;
}

bool is_promise(ViewRole role) {
  constexpr std::array<ViewRole, 3> promises = {ViewRole::due, ViewRole::promised,
                                                ViewRole::decision_needed_by};
  return std::ranges::find(promises, role) != promises.end();
}

bool is_decided(const View& view, const ViewRecord& record) {
  return record.phase == ViewPhase::done ||
         (view.kind_of(record).is("change") && status_name(view, record) == "approved");
}

}  // namespace

VerbOfRecord event_of(const Meanings& meanings, ViewRecordId before, ViewRecordId after,
                      const std::vector<FieldChange>& fields) {
  const View& old_view = meanings.before();
  const View& new_view = meanings.after();
  const ViewRecord& was = old_view.record(before);
  const ViewRecord& now = new_view.record(after);
  const ViewKind& kind = new_view.kind_of(now);
  const bool ended = was.is_open() && !now.is_open();
  const bool done = now.phase == ViewPhase::done;
  if (kind.is("risk") || kind.is("assumption")) {
    const ViewRecordId issue = realized_as(new_view, after);
    const bool said =
        status_name(new_view, now) == "realized" && status_name(old_view, was) != "realized";
    const bool linked = issue != kNoViewRecord && realized_as(old_view, before) == kNoViewRecord;
    if (said || linked) return {RecordVerb::came_true, issue};
  }
  if (ended && done && kind.is("milestone")) return {RecordVerb::met};
  if (!was.is_open() && now.is_open()) return {RecordVerb::reopened};
  if (has_escalation(new_view, after) && !has_escalation(old_view, before) &&
      !kind.is("escalation")) {
    return {RecordVerb::escalated};
  }
  if (kind.is("decision") || kind.is("change")) {
    if (was.is_open() && !is_decided(old_view, was) && is_decided(new_view, now)) {
      return {RecordVerb::decided};
    }
    if (ended && !done && !is_decided(old_view, was)) return {RecordVerb::turned_down};
  }
  if (ended) return {done && kind.is_work ? RecordVerb::finished : RecordVerb::closed};
  for (const FieldChange& field : fields) {
    if (field.before && field.after && is_promise(role_of(new_view, now, field.name))) {
      return {RecordVerb::moved};
    }
  }
  const bool reworded = std::ranges::all_of(fields, &FieldChange::wording);
  return {reworded && !fields.empty() ? RecordVerb::reworded : RecordVerb::changed};
}

}  // namespace milepost
