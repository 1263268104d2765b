// Settings of the schedule: how dates come about, what was promised, and when lateness matters.
#include "shape/schedule_settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "calendar/working_time.h"
#include "shape/codes_program.h"
#include "text/ascii.h"

namespace milepost {
namespace {

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

void read_mode(const SettingValues& yaml, uint32_t node, Settings& settings) {
  constexpr std::array<std::string_view, 2> words = {"commitments", "effort"};
  const auto word = yaml.text(node, "`mode` of `schedule`");
  if (!word || word->empty()) return;
  if (*word == "effort" || *word == "commitments") {
    settings.schedule.effort = *word == "effort";
    return;
  }
  yaml.bad_value(node, "`schedule`",
                 did_you_mean(*word, words,
                              "write `commitments` if due dates say when work finishes, `effort` "
                              "if only its length does"));
}

void read_near_critical(const SettingValues& yaml, uint32_t node, Settings& settings) {
  const auto days = yaml.duration(node, settings.durations, "`near_critical`");
  if (!days) return;
  if (days->kind == TimeKind::wall) {
    yaml.bad_value(node, "`near_critical`", "float is counted in working days: write `5d`");
    return;
  }
  constexpr int kMostDays = 1000;
  const int64_t whole = whole_days(*days, settings.durations);
  if (whole > kMostDays) {
    yaml.bad_value(node, "`near_critical`", "write at most `1000d`");
    return;
  }
  settings.schedule.near_critical_days = static_cast<int>(whole);
}

void read_trials(const SettingValues& yaml, uint32_t node, Settings& settings) {
  const auto written = yaml.text(node, "`trials`");
  if (!written || written->empty()) return;
  const char* end = written->data() + written->size();
  uint32_t trials = 0;
  const auto [at, error] = std::from_chars(written->data(), end, trials);
  const bool fits = trials == 0 || (trials >= 100 && trials <= 100'000);
  if (error != std::errc() || at != end || !fits) {
    yaml.bad_value(node, "`trials`",
                   "write a whole number from 100 to 100000, or 0 for no forecast");
    return;
  }
  settings.schedule.trials = trials;
}

void read_seed(const SettingValues& yaml, uint32_t node, Settings& settings) {
  const auto written = yaml.text(node, "`seed`");
  if (!written || written->empty()) return;
  const char* end = written->data() + written->size();
  uint64_t seed = 0;
  const auto [at, error] = std::from_chars(written->data(), end, seed);
  if (error != std::errc() || at != end) {
    yaml.bad_value(node, "`seed`", "write a whole number, such as `1`");
    return;
  }
  settings.schedule.seed = seed;
}

struct NamedThreshold {
  std::string_view name;
  int Thresholds::*value;
};

constexpr std::array<NamedThreshold, 20> kThresholds = {
    {{"review_high", &Thresholds::review_high_days},
     {"review_medium", &Thresholds::review_medium_days},
     {"review_low", &Thresholds::review_low_days},
     {"issue", &Thresholds::issue_days},
     {"decision_pending", &Thresholds::decision_pending_days},
     {"decision_before_needed", &Thresholds::decision_before_needed_days},
     {"escalate_slip", &Thresholds::escalate_slip_days},
     {"escalate_away", &Thresholds::escalate_away_days},
     {"dependency_agree_warn", &Thresholds::dependency_agree_warn_days},
     {"dependency_agree", &Thresholds::dependency_agree_days},
     {"risk_medium", &Thresholds::risk_medium},
     {"risk_high", &Thresholds::risk_high},
     {"risk_very_high", &Thresholds::risk_very_high},
     {"task_at_risk", &Thresholds::task_at_risk_days},
     {"task_off_track", &Thresholds::task_off_track_days},
     {"milestone_at_risk", &Thresholds::milestone_at_risk_days},
     {"milestone_off_track", &Thresholds::milestone_off_track_days},
     {"long_task", &Thresholds::long_task_days},
     {"evidence", &Thresholds::evidence_days},
     {"sign_off", &Thresholds::sign_off_days}}};

// Work is at risk before it is off track, or never only at risk.
void check_order(const SettingValues& yaml, std::string_view milder, std::string_view graver,
                 const std::array<uint32_t, kThresholds.size()>& nodes, Thresholds& thresholds) {
  const auto at = [](std::string_view name) {
    return static_cast<size_t>(
        std::find_if(kThresholds.begin(), kThresholds.end(),
                     [&](const NamedThreshold& named) { return named.name == name; }) -
        kThresholds.begin());
  };
  int& first = thresholds.*(kThresholds[at(milder)].value);
  int& last = thresholds.*(kThresholds[at(graver)].value);
  if (first <= last) return;
  const bool mend_first = nodes[at(milder)] != 0;
  const uint32_t node = nodes[at(mend_first ? milder : graver)];
  const int other = mend_first ? last : first;
  yaml.bad_value(node, quoted(mend_first ? milder : graver),
                 quoted(milder) + " comes before " + quoted(graver) + ": write " +
                     (mend_first ? "at most " : "at least ") + quoted(std::to_string(other)));
  const Thresholds defaults;
  first = defaults.*(kThresholds[at(milder)].value);
  last = defaults.*(kThresholds[at(graver)].value);
}

}  // namespace

void read_schedule(const SettingValues& yaml, uint32_t node, Settings& settings) {
  settings.schedule.span = yaml.node(node).span;
  if (yaml.is_scalar(node)) {
    read_mode(yaml, node, settings);
    return;
  }
  if (!yaml.mapping(node, "`schedule`")) return;
  for_each_entry(yaml.tree(), node, [&](uint32_t key, uint32_t value) {
    const std::string_view name = yaml.node(key).text;
    if (name == "mode") {
      read_mode(yaml, value, settings);
    } else if (name == "near_critical") {
      read_near_critical(yaml, value, settings);
    } else if (name == "trials") {
      read_trials(yaml, value, settings);
    } else if (name == "seed") {
      read_seed(yaml, value, settings);
    } else {
      yaml.unknown_key(key, "`schedule`", {"mode", "near_critical", "trials", "seed"});
    }
  });
}

void read_baseline(const SettingValues& yaml, uint32_t node, Settings& settings) {
  if (!yaml.mapping(node, "`baseline`")) return;
  const WorkingTime time(settings.calendar);
  for_each_entry(yaml.tree(), node, [&](uint32_t key, uint32_t value) {
    const std::string_view id = trim(yaml.node(key).text);
    if (yaml.is_null(value)) {
      yaml.report(code::bad_setting, Severity::error, yaml.node(key).span,
                  quoted(id) + " of `baseline` has no date",
                  "write the date that was promised: " + quoted(std::string(id) + ": 2026-06-30"));
      return;
    }
    const auto due = yaml.date_value(value, settings.dates, "a baseline");
    if (due) settings.baseline.push_back({std::string(id), time.as_due(*due), yaml.node(key).span});
  });
}

std::vector<std::string_view> threshold_names() {
  std::vector<std::string_view> names;
  for (const NamedThreshold& named : kThresholds) names.push_back(named.name);
  return names;
}

void read_thresholds(const SettingValues& yaml, uint32_t node, Settings& settings) {
  if (!yaml.mapping(node, "`thresholds`")) return;
  std::array<uint32_t, kThresholds.size()> nodes{};
  for_each_entry(yaml.tree(), node, [&](uint32_t key, uint32_t value) {
    const std::string_view name = yaml.node(key).text;
    const auto* found =
        std::find_if(kThresholds.begin(), kThresholds.end(),
                     [&](const NamedThreshold& named) { return named.name == name; });
    if (found == kThresholds.end()) {
      yaml.unknown_key(key, "`thresholds`", threshold_names());
    } else if (const auto days = yaml.integer(value, 0, 1000, quoted(name))) {
      settings.thresholds.*(found->value) = *days;
      nodes[static_cast<size_t>(found - kThresholds.begin())] = value;
    }
  });
  check_order(yaml, "task_at_risk", "task_off_track", nodes, settings.thresholds);
  check_order(yaml, "milestone_at_risk", "milestone_off_track", nodes, settings.thresholds);
}

}  // namespace milepost
