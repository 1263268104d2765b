// What has moved in a log since it was last gone through, and what is due in the next review.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "calendar/date.h"
#include "compose/outline.h"

namespace milepost {

/// The meetings in which the logs are gone through: those that say so in their title ("RAID
/// review") or, if none does, those in which any risk, issue or the like was reviewed.
struct Reviews {
  ViewRecordId last = kNoViewRecord;  // the newest one held by the as-of date
  ViewRecordId next = kNoViewRecord;  // the first one to come
  std::optional<Date> last_day, next_day;
};
/// Linear in the records.
Reviews find_reviews(const View& view);

/// A risk, assumption, issue, action, dependency or decision: what a RAID log holds.
bool is_raid_kind(const ViewKind& kind);

/// The day since which a page tells what moved: the last review's, but a week back at the least, so
/// that the page is not empty on the day after it.
Date moved_since(const View& view, const Reviews& reviews);

/// By when a record is to be looked at again: what it says itself, or for open risks and issues so
/// long after the last look as its band asks for. Nothing for what is closed.
std::optional<Date> review_due(const View& view, const ViewRecord& record);

enum class Move : uint8_t {
  raised,     // new
  came_true,  // `other` is what it became, if that is told
  escalated,  // `other` is the escalation
  closed,
  unseen,  // its review was due before the as-of date
};

struct Mover {
  Move move = Move::raised;
  ViewRecordId record = kNoViewRecord;
  ViewRecordId other = kNoViewRecord;
  std::optional<Date> date;
};

/// What moved among the records of a kind since a day, that day included, by move and then the most
/// pressing first. A record stands in it once. What was raised on the day of the last review and
/// looked at in it is not new. Linear in the records of the kind and their links.
std::vector<Mover> movers_of(const Outline& outline, ViewKindId kind, Date since);

/// Open records of a kind whose review falls between the as-of date and `until`, by that day.
std::vector<ViewRecordId> due_for_review(const Outline& outline, ViewKindId kind, Date until);

}  // namespace milepost
