// Change requests and incidents as an audience may know them (analyze/control.h says what each
// means).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "calendar/datetime.h"
#include "redact/view_readiness.h"

namespace milepost {

enum class ViewApprovalState : uint8_t { missing, waiting, agreed, refused };
enum class ViewMoveState : uint8_t { unknown, waiting, applied, otherwise };
enum class ViewIncidentStep : uint8_t { acknowledged, mitigated, resolved };
enum class ViewStepState : uint8_t { none, in_time, late, running, overdue, untold };
enum class ViewPostMortemPart : uint8_t {
  impact,
  timeline,
  root_cause,
  went_well,
  went_wrong,
  actions,
  lessons,
};
inline constexpr size_t kViewPostMortemParts = static_cast<size_t>(ViewPostMortemPart::lessons) + 1;

struct ViewChangeApproval {
  std::string role;  // as it reads; may be empty
  bool required = true;
  ViewApprovalState state = ViewApprovalState::missing;
  ViewWho by;
  bool not_held = false;
  std::optional<Date> on;
  std::string notes;
};

struct ViewImpactArea {
  std::string area, label;
  bool required = false, assessed = false;
};

struct ViewChangeMove {
  ViewRecordId record = kReleaseItself;  // else `text`
  std::string text, field;               // field: its label, else as written
  std::string from, to, now;
  std::optional<Date> before, after, today;
  int64_t days = 0;
  ViewMoveState state = ViewMoveState::unknown;
};

struct ViewChange {
  ViewRecordId record = kReleaseItself;
  bool approved = false, implemented = false, open = false;
  std::vector<ViewChangeApproval> approvals;
  std::vector<ViewImpactArea> impact;
  std::vector<ViewChangeMove> moves;
};

struct ViewIncidentClock {
  ViewIncidentStep step = ViewIncidentStep::acknowledged;
  ViewStepState state = ViewStepState::none;
  std::optional<int64_t> took_minutes, allowed_minutes;
  std::optional<DateTime> due;
};

struct ViewIncident {
  ViewRecordId record = kReleaseItself;
  uint8_t severity = 0;
  bool over = false;
  std::vector<ViewIncidentClock> clocks;
  bool parts[kViewPostMortemParts] = {};
  std::optional<Date> review_by;
  std::vector<ViewRecordId> actions;
  std::vector<std::string> untracked;
  std::vector<ViewRecordId> causes, releases;
};

}  // namespace milepost
