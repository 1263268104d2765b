// The plan on a calendar, line by line.
#pragma once

#include <vector>

#include "compose/gantt.h"
#include "compose/outline.h"
#include "markup/html.h"

namespace milepost {

/// The calendar that stands above the lines, with the shapes they use.
Html draw_gantt_calendar(const Outline& outline, const Gantt& gantt);

/// An <svg> for each line, so that lines fold, wrap and break across pages as text does. Each is as
/// high as its line and shows the bar 10 px below its top. They hold no text: what they show is for
/// the eye, and the line says it in words. Places are percents of the window; the second <svg> of a
/// line, for a narrow screen, shows a part of the first. Linear in lines and steps of the critical
/// path times the lines they pass.
std::vector<Html> draw_gantt_lines(const Gantt& gantt);

}  // namespace milepost
