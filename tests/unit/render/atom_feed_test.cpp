// The feed: which events it has, in which order, and how they are written.
#include "render/atom_feed.h"

#include <string>
#include <string_view>

#include "catch.h"
#include "render/record_events.h"
#include "unit/render/composed.h"

namespace milepost {
namespace {

bool has(std::string_view text, std::string_view what) {
  return text.find(what) != std::string_view::npos;
}

constexpr std::string_view kRecords =
    "milestones:\n- {id: M-1, title: Met <b>, due: 2026-05-20, finished: 2026-05-18, status: done, "
    "owner: Ana}\n"
    "- {id: M-2, title: To come, due: 2026-07-20}\n"
    "decisions:\n- {id: D-1, title: North, decided: 2026-05-19, status: accepted}\n"
    "- {id: D-2, title: Later, decided: 2026-09-01}\n"
    "risks:\n- {id: R-1, title: Rain, raised: 2026-05-19, description: \"It *rains* & <pours>.\"}\n"
    "status_reports:\n- {id: SR-1, title: Week 21, date: 2026-05-22, status: sent}\n"
    "- {id: SR-2, title: Week 22, date: 2026-05-29, status: draft}\n";

TEST_CASE("feed: nothing without a base URL", "[atom_feed]") {
  Linked linked({{"plan.yaml", kRecords}});
  CHECK(atom_feed(composed(linked)).empty());
}

TEST_CASE("feed: the newest first, up to the as-of date, escaped", "[atom_feed]") {
  Linked linked({{"plan.yaml", kRecords}});
  const Outline outline = composed(linked, "https://example.org/x/");
  const std::vector<RecordEvent> events = record_events(outline.view);
  std::string order;
  for (const RecordEvent& event : events) order += outline.view.record(event.record).id + " ";
  CHECK(order == "SR-1 D-1 R-1 M-1 ");

  const std::string feed = atom_feed(outline);
  CHECK(feed.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns="));
  CHECK(has(feed, "<id>https://example.org/x/</id>"));
  CHECK(has(feed,
            "<link rel=\"self\" type=\"application/atom+xml\" "
            "href=\"https://example.org/x/feed.xml\"/>"));
  CHECK(has(feed, "<updated>2026-05-22T00:00:00"));
  CHECK(has(feed, "<id>https://example.org/x/milestones/M-1.html#met</id>"));
  CHECK(has(feed, "Met &lt;b&gt;"));
  CHECK(has(feed, "<name>Ana</name>"));
  CHECK(has(feed, "<summary>It rains &amp; &lt;pours&gt;.</summary>"));
  CHECK_FALSE(has(feed, "SR-2"));
  CHECK_FALSE(has(feed, "D-2"));
  CHECK_FALSE(has(feed, "M-2"));
}

TEST_CASE("feed: as many entries as are read, no more", "[atom_feed]") {
  std::string text = "risks:\n";
  for (int i = 1; i <= 80; ++i) {
    text += "- {id: R-" + std::to_string(i) + ", title: Risk, raised: 2026-05-01}\n";
  }
  Linked linked({{"raid.yaml", text}});
  const std::string feed = atom_feed(composed(linked, "https://example.org/"));
  size_t entries = 0;
  for (size_t at = feed.find("<entry>"); at != std::string::npos; at = feed.find("<entry>", at + 1))
    ++entries;
  CHECK(entries == kMostFeedEntries);
  CHECK(has(feed, "R-50.html"));
  CHECK_FALSE(has(feed, "R-51.html"));
}

}  // namespace
}  // namespace milepost
