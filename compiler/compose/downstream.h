// What a record holds up in the plan, and which milestones and releases come of that.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "redact/view.h"

namespace milepost {

/// The open work that a record stops: what it `blocks`; of an escalation also what it `escalates`
/// and what that blocks. Each once, in the order of the links.
std::vector<ViewRecordId> held_work(const View& view, ViewRecordId id);

/// A milestone or release that is reached from the work, and by how many working days that work
/// may finish later before it moves; 0: each day moves it.
struct HeldMilestone {
  ViewRecordId record = kNoViewRecord;
  int64_t room = 0;
};

/// Those that are open and dated, by their day. `work` may hold milestones itself. Looks at no more
/// than `most` items of the plan: what is further away is left out.
std::vector<HeldMilestone> held_milestones(const View& view, std::span<const ViewRecordId> work,
                                           size_t most = 1024);

/// The same for a record: from its own place in the plan if it has one, else from held_work().
std::vector<HeldMilestone> held_by(const View& view, ViewRecordId id);

}  // namespace milepost
