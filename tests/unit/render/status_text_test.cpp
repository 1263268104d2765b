// The program on one screen of a terminal.
#include "render/status_text.h"

#include <sstream>
#include <string>

#include "catch.h"
#include "text/utf8.h"
#include "unit/render/planned.h"

namespace milepost {
namespace {

TEST_CASE("status: the verdict, why, the path and the milestones", "[status]") {
  const std::string text = status_text(site_of(planned_view()), {80, false});
  CHECK(text == R"(Checkout                                                    As of Mon 1 Jun 2026

Off track. General availability is forecast for Mon 22 Jun, 6 working days after
the committed Fri 12 Jun.
34 of 40 path items are estimated. Nobody has reported; this is what the facts
say.

Why
  +4 d  Payment API promised later, 29 May → 4 Jun (DEP-1)
  +2 d  Dry run takes longer than planned (T-1)
  +6 d  after the committed Fri 12 Jun

Critical path
   4 Jun  DEP-1  Not started  Payment API
  22 Jun  T-1    Not started  Dry run
  22 Jun  M-GA   Off track    General availability

Milestones
  Mon 22 Jun  +6 d  Off track  M-GA  General availability
)");
}

TEST_CASE("status: no line is wider than it may be", "[status]") {
  for (const size_t width : {40, 60, 80, 120}) {
    std::istringstream lines(status_text(site_of(planned_view()), {width, false}));
    for (std::string line; std::getline(lines, line);) {
      INFO(width << ": " << line);
      CHECK(display_width(line) <= width);
      CHECK_FALSE(line.ends_with(' '));
    }
  }
}

TEST_CASE("status: colours only if asked for, and nothing that data could command", "[status]") {
  View view = planned_view();
  view.records[number(view.schedule.target)].title = "GA \x1b[31m\x07::set-output<b>&amp;";
  const std::string plain = status_text(site_of(std::move(view)), {80, false});
  CHECK(plain.find('\x1b') == std::string::npos);
  CHECK(plain.find('\x07') == std::string::npos);
  CHECK(plain.find("::set-output<b>&amp;") != std::string::npos);
  CHECK(status_text(site_of(planned_view()), {80, true}).find("\x1b[1;31mOff track\x1b[0m") !=
        std::string::npos);
}

TEST_CASE("status: a program without a plan, and one without a record", "[status]") {
  View view = planned_view();
  view.schedule = {};
  const std::string text = status_text(site_of(std::move(view)), {80, false});
  CHECK(text.find("General availability is due Fri 12 Jun") != std::string::npos);
  CHECK(text.find("Critical path") == std::string::npos);
  const std::string nothing =
      status_text(site_of(view_of_files({{"program.yaml", "program: New\n"}})), {80, false});
  CHECK(nothing.starts_with("New "));
}

}  // namespace
}  // namespace milepost
