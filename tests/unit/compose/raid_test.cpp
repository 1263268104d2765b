// What moved in a log, when it was last gone through, and what presses.
#include "compose/raid.h"

#include <string>
#include <vector>

#include "catch.h"
#include "compose/pressing.h"
#include "unit/compose/composed.h"

namespace milepost {
namespace {

Date day(int month, int of_month) {
  return *make_date(2026, month, of_month);
}

// "new R-1, seen R-2": each mover with its sort.
std::string told(const Outline& outline, std::string_view kind, Date since) {
  constexpr std::array<std::string_view, 5> names = {"new", "true", "escalated", "closed",
                                                     "unseen"};
  std::string text;
  for (const Mover& mover : movers_of(outline, kind_named(outline.view, kind), since)) {
    if (!text.empty()) text += ", ";
    text.append(names[static_cast<size_t>(mover.move)]).append(" ");
    text += outline.view.record(mover.record).short_id;
    if (mover.other != kNoViewRecord) text += ">" + outline.view.record(mover.other).short_id;
  }
  return text;
}

TEST_CASE("reviews: a meeting that says so, the last held and the next planned", "[raid]") {
  const Outline outline =
      composed({{"meetings.yaml",
                 "meetings:\n"
                 "- {id: MTG-1, title: RAID review, held: 2026-05-21, reviewed: [R-1]}\n"
                 "- {id: MTG-2, title: RAID review, held: 2026-05-28}\n"
                 "- {id: MTG-3, title: Steering, held: 2026-05-30, reviewed: [R-1]}\n"
                 "- {id: MTG-4, title: RAID review, held: 2026-06-11, status: planned}\n"
                 "- {id: MTG-5, title: RAID review, held: 2026-06-04, status: planned}\n"
                 "- {id: MTG-6, title: RAID review, held: 2026-06-02, status: cancelled}\n"},
                {"risks.yaml", "risks:\n- {id: R-1, title: One}\n"}});
  const Reviews reviews = find_reviews(outline.view);
  CHECK(reviews.last_day == day(5, 28));
  CHECK(reviews.next_day == day(6, 4));
  CHECK(moved_since(outline.view, reviews) == day(5, 25));  // a week at the least
}

TEST_CASE("reviews: without a title that says so, where records were reviewed", "[raid]") {
  const Outline outline =
      composed({{"meetings.yaml",
                 "meetings:\n"
                 "- {id: MTG-1, title: Monday round, held: 2026-05-18, reviewed: [R-1]}\n"
                 "- {id: MTG-2, title: Demo, held: 2026-05-28}\n"},
                {"risks.yaml", "risks:\n- {id: R-1, title: One}\n"}});
  const Reviews reviews = find_reviews(outline.view);
  CHECK(reviews.last_day == day(5, 18));
  CHECK(!reviews.next_day);
  CHECK(moved_since(outline.view, reviews) == day(5, 18));
}

TEST_CASE("movers: new, came true, escalated, closed and not looked at", "[raid]") {
  const Outline outline = composed(
      {{"risks.yaml",
        "risks:\n"
        "- {id: R-1, title: Old, raised: 2026-03-01, next_review: 2026-06-09}\n"
        "- {id: R-2, title: New, raised: 2026-05-27}\n"
        "- {id: R-3, title: True, raised: 2026-03-01, status: realized, realized_as: I-1}\n"
        "- {id: R-4, title: Missed, raised: 2026-03-01, next_review: 2026-05-14}\n"
        "- {id: R-5, title: Asked, raised: 2026-03-01, next_review: 2026-05-14}\n"
        "- {id: R-6, title: Gone, raised: 2026-03-01, status: closed, resolved: 2026-05-28}\n"
        "- {id: R-7, title: Long gone, raised: 2026-01-01, status: closed, resolved: 2026-02-01}\n"
        "- {id: R-8, title: Older, raised: 2026-05-01, status: realized, realized_as: I-2}\n"},
       {"issues.yaml",
        "issues:\n"
        "- {id: I-1, title: Happened, raised: 2026-05-29}\n"
        "- {id: I-2, title: Before, raised: 2026-05-04, resolved: 2026-05-05, status: closed}\n"},
       {"escalations.yaml",
        "escalations:\n- {id: E-1, title: Help, raised: 2026-05-28, escalates: [R-5]}\n"}});
  CHECK(told(outline, "risk", day(5, 25)) ==
        "new R-2, true R-3>I-1, escalated R-5>E-1, closed R-6, unseen R-4");
  CHECK(told(outline, "issue", day(5, 25)) == "new I-1");
}

TEST_CASE("movers: what the last review looked at on the day it was raised is not new", "[raid]") {
  const Outline outline = composed(
      {{"meetings.yaml",
        "meetings:\n- {id: MTG-1, title: RAID review, held: 2026-05-28, reviewed: [I-1]}\n"},
       {"issues.yaml",
        "issues:\n"
        "- {id: I-1, title: Seen, raised: 2026-05-28}\n"
        "- {id: I-2, title: Unseen, raised: 2026-05-28}\n"}});
  CHECK(told(outline, "issue", day(5, 28)) == "new I-2");
}

TEST_CASE("review due: what the record says, else by the interval of its band", "[raid]") {
  const Outline outline = composed(
      {{"risks.yaml",
        "risks:\n"
        "- {id: R-1, title: High, likelihood: high, impact: high, raised: 2026-05-28}\n"
        "- {id: R-2, title: Low, likelihood: low, impact: low, raised: 2026-05-28}\n"
        "- {id: R-3, title: Said, likelihood: high, impact: high, raised: 2026-05-28, "
        "next_review: 2026-07-01}\n"
        "- {id: R-4, title: Closed, likelihood: high, impact: high, raised: 2026-05-28, status: "
        "closed}\n"}});
  const View& view = outline.view;
  const auto due = [&](std::string_view id) {
    return review_due(view, view.record(record_named(view, id)));
  };
  CHECK(due("R-1") == day(6, 4));
  CHECK(due("R-2") == day(6, 27));
  CHECK(due("R-3") == day(7, 1));
  CHECK(!due("R-4"));
  const auto soon = due_for_review(outline, kind_named(view, "risk"), day(6, 5));
  REQUIRE(soon.size() == 1);
  CHECK(view.record(soon[0]).id == "R-1");
}

TEST_CASE("pressing: dependencies that are late, promised too late or not promised", "[raid]") {
  const Outline outline = composed(
      {{"dependencies.yaml",
        "dependencies:\n"
        "- {id: DEP-1, title: Fine, needed_by: 2026-06-10, promised: 2026-06-08, commitment: "
        "agreed}\n"
        "- {id: DEP-2, title: Too late, needed_by: 2026-06-10, promised: 2026-06-12, commitment: "
        "agreed}\n"
        "- {id: DEP-3, title: Nobody said yes, needed_by: 2026-06-20, commitment: requested}\n"
        "- {id: DEP-4, title: Far away, needed_by: 2026-12-01, commitment: requested}\n"
        "- {id: DEP-5, title: Overdue, needed_by: 2026-06-30, promised: 2026-05-20, commitment: "
        "agreed}\n"}});
  std::string ids;
  for (const ViewRecordId id : pressing_of(outline, kind_named(outline.view, "dependency"))) {
    ids += outline.view.record(id).id + " ";
  }
  CHECK(ids == "DEP-2 DEP-3 DEP-5 ");
}

}  // namespace
}  // namespace milepost
