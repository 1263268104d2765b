// Plans of any size, always the same ones, for tests of what is made of a schedule.
#pragma once

#include <cstdint>
#include <string>

#include "calendar/date.h"
#include "unit/compose/composed.h"

namespace milepost {

/// `tasks` tasks in workstreams of some 25, with milestones, dependencies and links between
/// neighbours; a third of them done as of 1 June 2026. One in nine has a long name.
inline std::string plan_text(size_t tasks) {
  uint32_t state = 12345;
  const auto random = [&](uint32_t below) {
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
  };
  const auto day = [](int64_t offset) { return to_iso(add_days(*make_date(2026, 3, 2), offset)); };
  const size_t streams = tasks / 25 + 1;
  const size_t milestones = tasks / 20 + 1;
  std::string text = "workstreams:\n";
  for (size_t i = 0; i < streams; ++i) {
    text += "- {id: WS-" + std::to_string(i) + ", title: Stream " + std::to_string(i) + "}\n";
  }
  text += "milestones:\n";
  for (size_t i = 0; i < milestones; ++i) {
    const auto due = static_cast<int64_t>(120 + i * 120 / milestones);
    text += "- {id: M-" + std::to_string(i) + ", title: Milestone " + std::to_string(i) +
            ", due: " + day(due) + "}\n";
  }
  text += "dependencies:\n";
  for (size_t i = 0; i < milestones; ++i) {
    text += "- {id: DEP-" + std::to_string(i) + ", title: Delivery " + std::to_string(i) +
            ", promised: " + day(100 + random(60)) + "}\n";
  }
  text += "tasks:\n";
  for (size_t i = 0; i < tasks; ++i) {
    const uint32_t start = random(150);
    const uint32_t length = 1 + random(15);
    const uint32_t end = start + length * 7 / 5;
    const std::string name = std::to_string(i);
    text += "- {id: T-" + name + ", title: Work " + name;
    if (i % 9 == 0) text += " with the long name that careful people give to a piece of work";
    text += ", due: " + day(end) + ", estimate: " + std::to_string(length) + "d";
    if (random(20) > 0) text += ", part_of: WS-" + std::to_string(i * streams / tasks);
    if (end < 85) {
      text += ", status: done, started: " + day(start) + ", finished: " + day(end + random(4));
    } else if (start < 90) {
      text += ", status: in_progress, percent: " + std::to_string(random(90)) +
              ", started: " + day(start);
    }
    if (i > 3 && random(3) > 0) {
      text += ", depends_on: [T-" + std::to_string(i - 1 - random(3)) + "]";
    }
    if (random(4) == 0)
      text += ", delivers: M-" + std::to_string(random(static_cast<uint32_t>(milestones)));
    text += "}\n";
  }
  return text;
}

inline Outline planned(size_t tasks) {
  return composed({{"plan.yaml", plan_text(tasks)}});
}

inline View plan_of(size_t tasks) {
  Outline outline = planned(tasks);
  return std::move(outline.view);
}

}  // namespace milepost
