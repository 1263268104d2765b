// Look-ups in a View, and the order of its links.
#include "redact/view.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace milepost {
namespace {

struct RoleName {
  std::string_view name;
  ViewRole role;
};

constexpr std::array<RoleName, kViewRoles - 1> kRoleNames = {{
    {"acceptance", ViewRole::acceptance},
    {"alternatives", ViewRole::alternatives},
    {"baseline", ViewRole::baseline},
    {"category", ViewRole::category},
    {"commitment", ViewRole::commitment},
    {"consequences", ViewRole::consequences},
    {"consumer", ViewRole::consumer},
    {"context", ViewRole::context},
    {"contingency", ViewRole::contingency},
    {"decided", ViewRole::decided},
    {"decision_needed_by", ViewRole::decision_needed_by},
    {"due", ViewRole::due},
    {"escalated_to", ViewRole::escalated_to},
    {"estimate", ViewRole::estimate},
    {"finished", ViewRole::finished},
    {"held", ViewRole::held},
    {"impact", ViewRole::impact},
    {"influence", ViewRole::influence},
    {"interest", ViewRole::interest},
    {"last_reviewed", ViewRole::last_reviewed},
    {"likelihood", ViewRole::likelihood},
    {"mitigation", ViewRole::mitigation},
    {"needed_by", ViewRole::needed_by},
    {"next_review", ViewRole::next_review},
    {"notes", ViewRole::notes},
    {"options", ViewRole::options},
    {"percent", ViewRole::percent},
    {"period", ViewRole::period},
    {"priority", ViewRole::priority},
    {"promised", ViewRole::promised},
    {"provider", ViewRole::provider},
    {"raised", ViewRole::raised},
    {"raised_by", ViewRole::raised_by},
    {"rationale", ViewRole::rationale},
    {"recommendation", ViewRole::recommendation},
    {"resolution", ViewRole::resolution},
    {"score", ViewRole::score},
    {"severity", ViewRole::severity},
    {"start", ViewRole::start},
    {"started", ViewRole::started},
    {"strategy", ViewRole::strategy},
    {"summary", ViewRole::summary},
    {"tags", ViewRole::tags},
    {"trigger", ViewRole::trigger},
    {"type", ViewRole::type},
}};
static_assert(std::ranges::is_sorted(kRoleNames, {}, &RoleName::name));

}  // namespace

ViewRole view_role(std::string_view name) {
  const auto at = std::ranges::lower_bound(kRoleNames, name, {}, &RoleName::name);
  return at != kRoleNames.end() && at->name == name ? at->role : ViewRole::other;
}

bool ViewKind::is(std::string_view ancestor) const {
  return std::ranges::find(family, ancestor) != family.end();
}

namespace {

const ViewField* find_named(const View& view, const std::vector<ViewField>& fields,
                            std::string_view name) {
  const auto at = std::ranges::find_if(fields, [&](const ViewField& field) {
    return view.field(field.field).name == name && !field.values.empty();
  });
  return at == fields.end() ? nullptr : &*at;
}

}  // namespace

const ViewField* View::find_field(const ViewRecord& record, std::string_view name) const {
  return find_named(*this, record.fields, name);
}

const ViewField* View::find_field(const ViewObject& object, std::string_view name) const {
  return find_named(*this, object.fields, name);
}

std::span<const ViewLink> View::outgoing(ViewRecordId id) const {
  const uint32_t first = links_out[number(id)];
  return std::span(links).subspan(first, links_out[number(id) + 1] - first);
}

std::span<const uint32_t> View::incoming_links(ViewRecordId id) const {
  const uint32_t first = links_in[number(id)];
  return std::span(incoming).subspan(first, links_in[number(id) + 1] - first);
}

void View::index_links() {
  std::ranges::stable_sort(links, {}, [](const ViewLink& link) {
    return std::tuple(number(link.from), link.type, number(link.to), link.mention);
  });
  const auto offsets = [&](auto end_of) {
    std::vector<uint32_t> counts(records.size() + 1, 0);
    for (const ViewLink& link : links) ++counts[number(end_of(link)) + 1];
    for (size_t i = 1; i < counts.size(); ++i) counts[i] += counts[i - 1];
    return counts;
  };
  links_out = offsets([](const ViewLink& link) { return link.from; });
  links_in = offsets([](const ViewLink& link) { return link.to; });
  incoming.resize(links.size());
  for (uint32_t i = 0; i < incoming.size(); ++i) incoming[i] = i;
  std::ranges::stable_sort(incoming, {}, [this](uint32_t i) {
    return std::tuple(number(links[i].to), links[i].type, number(links[i].from));
  });
}

const ViewChange* View::change_of(ViewRecordId id) const {
  const auto at = std::ranges::lower_bound(changes, id, {}, &ViewChange::record);
  return at != changes.end() && at->record == id ? &*at : nullptr;
}

const ViewIncident* View::incident_of(ViewRecordId id) const {
  const auto at = std::ranges::lower_bound(incidents, id, {}, &ViewIncident::record);
  return at != incidents.end() && at->record == id ? &*at : nullptr;
}

const ViewReadiness* View::readiness_of(ViewRecordId id) const {
  const auto at = std::ranges::lower_bound(readiness, id, {}, &ViewReadiness::record);
  return at != readiness.end() && at->record == id ? &*at : nullptr;
}

const ViewPathPlace* View::path_place_of(ViewRecordId id) const {
  const auto at = std::ranges::lower_bound(path_places, id, {}, &ViewPathPlace::record);
  return at != path_places.end() && at->record == id ? &*at : nullptr;
}

View::View() = default;
View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;
View::~View() = default;

}  // namespace milepost
