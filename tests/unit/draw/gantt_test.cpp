// The lines of a Gantt as drawings: one each, well formed, in their window, without text.
#include "draw/gantt.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "unit/draw/plans.h"

namespace milepost {
namespace {

size_t count_of(std::string_view text, std::string_view what) {
  size_t count = 0;
  for (size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
    ++count;
  }
  return count;
}

// Elements are closed in the order they were opened.
bool is_well_formed(std::string_view text) {
  std::vector<std::string_view> open;
  for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const size_t end = text.find('>', at);
    if (end == std::string_view::npos) return false;
    const std::string_view tag = text.substr(at + 1, end - at - 1);
    const std::string_view name = tag.substr(0, tag.find_first_of(" /", 1));
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
    } else if (!tag.ends_with('/')) {
      open.push_back(name);
    }
  }
  return open.empty();
}

TEST_CASE("gantt drawing: a line for each head and row", "[gantt]") {
  for (const size_t tasks : {1u, 20u, 60u, 500u}) {
    const Outline outline = planned(tasks);
    const Gantt gantt = make_gantt(outline.view);
    const std::vector<Html> lines = draw_gantt_lines(gantt);
    REQUIRE(lines.size() == gantt.lines);
    for (const Html& line : lines) {
      const std::string_view svg = line.view();
      CAPTURE(svg);
      CHECK(is_well_formed(svg));
      CHECK(count_of(svg, "<svg") == 3);
      CHECK(svg.find("<text") == std::string_view::npos);
      CHECK(svg.find("style=") == std::string_view::npos);
    }
    CHECK(is_well_formed(draw_gantt_calendar(outline, gantt).view()));
  }
}

TEST_CASE("gantt drawing: nothing of a row stands outside of the window", "[gantt]") {
  const Outline outline = planned(60);
  const Gantt gantt = make_gantt(outline.view);
  for (const Html& line : draw_gantt_lines(gantt)) {
    const std::string_view svg = line.view().substr(0, line.view().find("</svg>"));
    CAPTURE(svg);
    CHECK(svg.find("=\"-") == std::string_view::npos);
    for (const std::string_view beyond : {"x=\"101", "x1=\"101", "x2=\"101"}) {
      CHECK(svg.find(beyond) == std::string_view::npos);
    }
  }
}

TEST_CASE("gantt drawing: an arrow leads out of the window, a path from line to line", "[gantt]") {
  const Outline aimed = composed(
      {{"program.yaml", "program: P\ntarget: M-1\n"},
       {"plan.yaml",
        "tasks:\n"
        "- {id: T-1, title: A, started: 2026-05-25, estimate: 10d, due: 2026-06-05, "
        "status: in_progress}\n"
        "- {id: T-2, title: B, estimate: 3d, due: 2026-06-10, depends_on: [T-1], delivers: M-1}\n"
        "- {id: T-3, title: C, start: 2026-06-15, estimate: 200d}\n"
        "milestones:\n"
        "- {id: M-1, title: End, due: 2026-06-10}\n"}});
  std::string all;
  for (const Html& line : draw_gantt_lines(make_gantt(aimed.view))) all += line.view();
  CHECK(count_of(all, "href=\"#mp:on\"") == 1);
  CHECK(count_of(all, "href=\"#mp:down\"") == 2);
  CHECK(count_of(all, "href=\"#mp:stone\"") >= 1);
  const std::string calendar(draw_gantt_calendar(aimed, make_gantt(aimed.view)).view());
  CHECK(calendar.find(">June</text>") != std::string::npos);
  CHECK(count_of(calendar, ">1 Jun</text>") >= 1);
}

TEST_CASE("gantt drawing: labels of the calendar keep their distance", "[gantt]") {
  for (const size_t tasks : {20u, 500u}) {
    const Outline outline = planned(tasks);
    const Gantt gantt = make_gantt(outline.view);
    const std::string calendar(draw_gantt_calendar(outline, gantt).view());
    // Those of a wide page: two digits need 22 px of 560.
    std::vector<double> places;
    size_t at = calendar.find("gs gv");
    const size_t end = calendar.find("</svg>", at);
    while ((at = calendar.find("<text x=\"", at)) < end) {
      at += 9;
      const size_t close = calendar.find('%', at);
      const std::string tail = calendar.substr(close, 40);
      if (tail.find("y=\"38\" dx") == std::string::npos) continue;
      double value = 0;
      double part = 0;
      double scale = 1;
      bool fraction = false;
      for (const char c : calendar.substr(at, close - at)) {
        if (c == '.') {
          fraction = true;
        } else if (fraction) {
          scale /= 10;
          part += (c - '0') * scale;
        } else {
          value = value * 10 + (c - '0');
        }
      }
      places.push_back(value + part);
    }
    REQUIRE(places.size() > 2);
    for (size_t i = 1; i < places.size(); ++i) {
      CHECK((places[i] - places[i - 1]) * 5.6 >= 20);
    }
  }
}

}  // namespace
}  // namespace milepost
