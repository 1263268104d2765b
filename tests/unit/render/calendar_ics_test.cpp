// The calendar: lines as RFC 5545 has them, and which dates are events.
#include "render/calendar_ics.h"

#include <string>
#include <string_view>

#include "catch.h"
#include "text/ascii.h"
#include "unit/render/composed.h"

namespace milepost {
namespace {

size_t count_of(std::string_view text, std::string_view what) {
  size_t count = 0;
  for (size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
    ++count;
  }
  return count;
}

// The event with this UID, unfolded.
std::string event(std::string calendar, std::string_view uid) {
  for (size_t at = 0; (at = calendar.find("\r\n ", at)) != std::string::npos;) {
    calendar.erase(at, 3);
  }
  const size_t id = calendar.find("UID:" + std::string(uid) + "\r\n");
  if (id == std::string::npos) return {};
  const size_t begin = calendar.rfind("BEGIN:VEVENT", id);
  return calendar.substr(begin, calendar.find("END:VEVENT", id) - begin);
}

bool has(std::string_view text, std::string_view what) {
  return text.find(what) != std::string_view::npos;
}

TEST_CASE("calendar: text is escaped", "[calendar_ics]") {
  CHECK(ics_text("a, b; c\\d") == "a\\, b\\; c\\\\d");
  CHECK(ics_text("one\ntwo\r\nthree\rfour") == "one\\ntwo\\nthree\\nfour");
  CHECK(ics_text(std::string_view("a\0b\x07\x7f\tc", 7)) == "ab\tc");
  CHECK(ics_text("x\r\nATTENDEE:mailto:evil@example.org") ==
        "x\\nATTENDEE:mailto:evil@example.org");
}

TEST_CASE("calendar: lines fold at 75 octets and never inside a character", "[calendar_ics]") {
  for (size_t length = 60; length < 90; ++length) {
    std::string value(length, 'x');
    for (int i = 0; i < 60; ++i) value += "é€😀";
    std::string out;
    append_content_line(out, "SUMMARY", value);
    std::string whole;
    size_t lines = 0;
    for (const std::string_view line : split_lines(out)) {
      CHECK(line.size() <= 75);
      CHECK((static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xC0) != 0x80);
      if (lines > 0) CHECK(line[0] == ' ');
      whole += lines++ == 0 ? line : line.substr(1);
    }
    CHECK(whole == "SUMMARY:" + value);
    CHECK(out.ends_with("\r\n"));
  }
}

TEST_CASE("calendar: what is an event, with ends and states", "[calendar_ics]") {
  Linked linked({
      {"program.yaml",
       "program: Moving, house\nid: MOVE 1\nstart: 2026-01-05\n"
       "calendar: {timezone: Europe/London}\n"},
      {"plan.yaml",
       "milestones:\n- {id: M-1, title: \"Doors, open; really\", due: 2026-06-30, owner: Ana}\n"
       "- {id: M-2, title: Met, due: 2026-05-20, finished: 2026-05-18, status: done}\n"
       "- {id: M-3, title: Dropped, due: 2026-07-01, status: cancelled}\n"
       "tasks:\n- {id: T-1, title: Boxes, due: 2026-06-10}\n"
       "- {id: T-2, title: Done, due: 2026-06-10, status: done}\n"
       "releases:\n- {id: REL-1, title: Out, target: 2026-07-14, launch: {start: 2026-07-14 "
       "09:00}}\n"
       "meetings:\n- {id: MTG-1, title: Review, held: 2026-06-01}\n"
       "risks:\n- {id: R-1, title: Rain, next_review: 2026-06-08}\n"
       "- {id: R-2, title: Snow, next_review: 2026-06-08}\n"
       "escalations:\n- {id: E-1, title: Van, decision_needed_by: 2026-06-03}\n"},
  });
  const std::string all = calendar_ics(composed(linked, "https://example.org/move"));
  CHECK(all.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
  CHECK(all.ends_with("END:VCALENDAR\r\n"));
  CHECK(has(all, "\r\nNAME:Moving\\, house\r\n"));
  CHECK(count_of(all, "BEGIN:VEVENT") == 9);
  CHECK(count_of(all, "DTSTAMP:20260601T000000Z") == 9);

  const std::string milestone = event(all, "M-1.milestone@move-1.milepost");
  CHECK(has(milestone, "DTSTART;VALUE=DATE:20260630\r\n"));
  CHECK(has(milestone, "DTEND;VALUE=DATE:20260701\r\n"));
  CHECK(has(milestone, "SUMMARY:M-1 Doors\\, open\\; really\r\n"));
  CHECK(has(milestone, "\\nOwner: Ana\r\n"));
  CHECK(has(milestone, "URL:https://example.org/move/milestones/M-1.html\r\n"));
  CHECK(has(milestone, "CATEGORIES:Milestone\r\n"));
  CHECK(has(milestone, "STATUS:CONFIRMED\r\n"));
  CHECK(has(event(all, "M-2.milestone@move-1.milepost"), "DTSTART;VALUE=DATE:20260518\r\n"));
  CHECK(has(event(all, "M-3.milestone@move-1.milepost"), "STATUS:CANCELLED\r\n"));
  CHECK(has(event(all, "T-1.due@move-1.milepost"), "SUMMARY:Due: T-1 Boxes\r\n"));
  CHECK(event(all, "T-2.due@move-1.milepost").empty());
  const std::string launch = event(all, "REL-1.launch@move-1.milepost");
  CHECK(has(launch, "DTSTART:20260714T080000Z\r\n"));
  CHECK_FALSE(has(launch, "DTEND"));
  CHECK(has(event(all, "MTG-1.meeting@move-1.milepost"), "DTSTART;VALUE=DATE:20260601"));
  CHECK(has(event(all, "20260608.review@move-1.milepost"), "SUMMARY:Review: R-1\\, R-2\r\n"));
  CHECK(has(event(all, "E-1.decision@move-1.milepost"), "DTSTART;VALUE=DATE:20260603"));
  CHECK(all.find("M-2.milestone") < all.find("E-1.decision"));
  CHECK(all.find("E-1.decision") < all.find("20260608.review"));
}

TEST_CASE("calendar: without a base URL there are no addresses", "[calendar_ics]") {
  Linked linked({{"plan.yaml", "milestones:\n- {id: M-1, title: A, due: 2026-06-30}\n"}});
  CHECK_FALSE(has(calendar_ics(composed(linked)), "URL:"));
}

}  // namespace
}  // namespace milepost
