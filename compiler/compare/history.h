// The entry of compare/ for all versions: the life of each record, and how figures went.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "compare/record_change.h"
#include "redact/view.h"

namespace milepost {

/// What happened to a record in a version.
struct LifeEvent {
  uint32_t edition = 0;  // into History::editions
  RecordVerb verb = RecordVerb::changed;
  std::vector<FieldChange> fields;
};

/// From its first version on; the earliest event first.
struct RecordLife {
  uint32_t first = 0;        // the version it was first in
  bool from_start = false;   // that is the first there is: it may be older
  uint32_t last_change = 0;  // the last version in which something that is meant changed
  std::vector<LifeEvent> events;
};

struct MilestonePoint {
  std::string id;
  Date finish;  // forecast, or when it was met
  std::optional<Date> committed;
  bool met = false;
};

struct ReadinessPoint {
  std::string id;  // of the release
  uint32_t passed = 0, waived = 0, required = 0, blocking = 0;
  ViewReadyVerdict verdict = ViewReadyVerdict::none;  // none: not told, or none
};

/// The figures of one version. Counts are of records; what an audience is not told is not counted.
struct TrendPoint {
  uint32_t work_open = 0, work_done = 0;       // that is work and in the plan
  uint32_t days_left = 0;                      // working days of all open work, estimates of it
  uint32_t risks_open = 0, risk_exposure = 0;  // sum of the scores of open risks
  uint32_t risks_high = 0;                     // open ones of the bands high and very high
  uint32_t issues_open = 0, blockers_open = 0, decisions_open = 0, actions_open = 0;
  std::vector<MilestonePoint> milestones;  // milestones and releases with a day, by id
  std::vector<ReadinessPoint> releases;    // by id
  std::vector<std::string> path;           // ids on the critical path to the target
  /// Of the path before and this one, the share in both, in per mille; 1000 of the first.
  uint16_t path_stability = 1000;
};

/// All versions, the earliest first, the last one is that of the site.
struct History {
  std::vector<ViewEdition> editions;
  std::vector<TrendPoint> trends;  // by edition
  /// By the id that a record has in the last version, or had when it went.
  std::unordered_map<std::string, RecordLife> lives;

  const RecordLife* life(const std::string& id) const {
    const auto at = lives.find(id);
    return at == lives.end() ? nullptr : &at->second;
  }
};

/// Adds a version that is later than all before. `changes` are those of its records since the
/// version before, empty for the first. Linear in the View; keeps nothing of it.
void add_version(History& history, const View& view, const std::vector<RecordChange>& changes);

}  // namespace milepost
