// To whom a blocker goes next, and by when: the paths of `escalation:` in program.yaml.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// Somebody on the path, a role with all who hold it. Borrows the program.
struct PathStep {
  uint32_t role = kNoRole;          // into Settings::roles
  std::vector<PersonIndex> people;  // none: nobody on the roster
  std::string_view text;            // as program.yaml has it

  static constexpr uint32_t kNoRole = 0xFFFFFFFF;
};

/// P0 to P3 as 0 to 3; empty for other priorities and where program.yaml names no path. Linear in
/// the roster.
std::vector<PathStep> escalation_path(const Program& program, uint8_t priority);

/// How long a level has, defaults included; nothing: until the end of the sprint (P2), or no time.
std::optional<Duration> response_of(const Settings& settings, uint8_t priority);

struct PathPlace {
  std::vector<bool> told;           // by step
  uint32_t next = 0;                // after the last that was told; the length of the path: none
  std::optional<DateTime> next_by;  // when it has to be told, if anything says so
  bool overdue = false;             // that was before the as-of date began
};

/// What may be known of a blocker besides its own dates.
struct PathKnowledge {
  std::function<bool(const Link&)> link = [](const Link&) { return true; };
  bool escalated_to = true, owner = true, acknowledged = true;
};

/// Where an open blocker stands on its path. Told are those its `escalated_to` names, those an
/// escalation of it is addressed to, and its owner. The first is to be told when the response time
/// is over, each further one a response time later; once somebody has acknowledged it, when its
/// own date (`due`) is over. Linear in the links of the blocker.
PathPlace path_place(const Program& program, const Analysis& analysis, RecordIndex blocker,
                     const std::vector<PathStep>& path, const PathKnowledge& knows = {});

}  // namespace milepost
