// Tells questions from work.
#include "compose/asks.h"

#include <string_view>

namespace milepost {
namespace {

std::string_view status_of(const ViewKind& kind, const ViewRecord& record) {
  return record.status < kind.statuses.size() ? std::string_view(kind.statuses[record.status].name)
                                              : std::string_view();
}

}  // namespace

bool is_question(const View& view, const ViewRecord& record) {
  const ViewKind& kind = view.kind_of(record);
  if (kind.is("decision") || kind.is("escalation")) return true;
  return kind.is("change") && status_of(kind, record) != "approved";
}

bool is_asked(const View& view, const ViewRecord& record) {
  const std::string_view status = status_of(view.kind_of(record), record);
  return status != "draft" && status != "on_hold";
}

}  // namespace milepost
