// Runs the trials of a program and reads dates, chances and drivers off the counts.
#include "analyze/forecast.h"

#include <algorithm>
#include <cmath>

#include "analyze/doubts.h"
#include "analyze/sensitivity.h"
#include "analyze/trials.h"

namespace milepost {
namespace {

// A budget is a count, so that the answer never depends on the machine.
constexpr uint64_t kMostNodes = 12'000'000;  // computed in all trials together
constexpr uint64_t kLeastTrials = 1'000;     // unless the program asks for fewer
constexpr uint64_t kMostDraws = 2'000'000;   // for sensitivity
constexpr uint64_t kLeastSamples = 200, kMostSamples = 2'000;
constexpr std::size_t kMostDrivers = 50;

class ForecastMaker {
 public:
  ForecastMaker(const Program& program, const Analysis& analysis, const Schedule& schedule,
                unsigned jobs)
      : program_(program), schedule_(schedule), doubts_(find_doubts(program, analysis, schedule)) {
    options_.jobs = jobs;
  }

  Forecast make() {
    measure_path();
    if (doubts_.lengths.empty() && doubts_.delays.empty()) return forecast_;
    for (const ScheduleItem& item : schedule_.items) {
      if (is_watched(item)) options_.watched.push_back(item.node);
    }
    const ScheduleItem* target = schedule_.item(schedule_.target);
    if (target != nullptr && target->state != PlanState::done) options_.target = target->node;
    const std::vector<bool> uncertain =
        uncertain_nodes(schedule_.network, schedule_.passes, doubts_, options_);
    const auto count = static_cast<uint64_t>(std::count(uncertain.begin(), uncertain.end(), true));
    if (count == 0) return forecast_;
    choose_counts(count);
    if (options_.trials == 0) return forecast_;
    const TrialCounts counts = run_trials(schedule_.network, schedule_.passes, doubts_, options_);
    forecast_.trials = options_.trials;
    read_dates(counts);
    if (options_.target != kNoNode) read_drivers(counts, uncertain);
    return forecast_;
  }

 private:
  static bool is_watched(const ScheduleItem& item) {
    const bool shows = item.kind == PlanKind::milestone || item.kind == PlanKind::release ||
                       item.kind == PlanKind::dependency;
    return shows && !item.summary && item.dated && item.node != kNoNode &&
           item.state != PlanState::done;
  }

  void choose_counts(uint64_t nodes) {
    const uint64_t wanted = program_.set.settings.schedule.trials;
    const uint64_t affordable = std::max(kLeastTrials, kMostNodes / nodes);
    options_.trials = static_cast<uint32_t>(std::min(wanted, affordable));
    const uint64_t doubts = doubts_.lengths.size() + doubts_.delays.size();
    options_.samples =
        static_cast<uint32_t>(std::clamp(kMostDraws / doubts, kLeastSamples, kMostSamples));
  }

  void measure_path() {
    std::vector<bool> ranged(schedule_.network.nodes.size(), false);
    for (const LengthDoubt& doubt : doubts_.lengths) ranged[doubt.node] = true;
    for (const RecordIndex record : schedule_.critical_path) {
      const ScheduleItem* item = schedule_.item(record);
      if (item == nullptr || item->node == kNoNode || item->state == PlanState::done) continue;
      if (item->kind != PlanKind::task || item->length <= 0) continue;
      const auto days = static_cast<uint32_t>(std::max(item->remaining, 1));
      forecast_.path_work += days;
      if (ranged[item->node]) forecast_.path_ranged += days;
    }
    forecast_.indicative = forecast_.path_work == 0 ||
                           uint64_t{forecast_.path_ranged} * 10 < uint64_t{forecast_.path_work} * 7;
  }

  void read_dates(const TrialCounts& counts) {
    std::size_t at = 0;
    for (const ScheduleItem& item : schedule_.items) {
      if (!is_watched(item)) continue;
      const FinishCounts& finish = counts.finishes[at++];
      ForecastDates& dates = forecast_.dates.emplace_back();
      dates.item = item.record;
      if (finish.counts.empty()) {
        dates.p20 = dates.p50 = dates.p80 = dates.p95 = item.finish;
        if (item.commitment) dates.on_time = item.finish <= *item.commitment ? 1000 : 0;
        continue;
      }
      dates.p20 = finish.quantile(200);
      dates.p50 = finish.quantile(500);
      dates.p80 = finish.quantile(800);
      dates.p95 = finish.quantile(950);
      if (item.commitment) dates.on_time = per_mille(finish.by(*item.commitment));
    }
  }

  uint16_t per_mille(uint64_t count) const {
    return static_cast<uint16_t>((count * 1000 + options_.trials / 2) / options_.trials);
  }

  void read_drivers(const TrialCounts& counts, const std::vector<bool>& uncertain) {
    const std::vector<NodeSensitivity> all =
        find_sensitivity(doubts_, uncertain, counts.samples, options_.jobs);
    std::vector<int16_t> sensitivity(schedule_.network.nodes.size(), 0);
    for (const NodeSensitivity& one : all) sensitivity[one.node] = one.correlation;
    // Of columns that have nothing to do with each other 997 in 1,000 correlate less than this.
    const auto noise = static_cast<int>(
        3000 / std::sqrt(static_cast<double>(std::max<std::size_t>(counts.samples.size(), 2) - 1)));
    for (const ScheduleItem& item : schedule_.items) {
      const bool collects = item.kind == PlanKind::milestone || item.kind == PlanKind::release;
      if (collects || item.summary || item.node == kNoNode || item.state == PlanState::done) {
        continue;
      }
      const uint16_t criticality = per_mille(counts.on_path[item.node]);
      const int16_t rank = sensitivity[item.node];
      if (criticality == 0 && std::abs(rank) < noise) continue;
      forecast_.drivers.push_back({item.record, criticality, rank});
    }
    std::stable_sort(forecast_.drivers.begin(), forecast_.drivers.end(),
                     [](const ForecastDriver& a, const ForecastDriver& b) {
                       return a.criticality != b.criticality ? a.criticality > b.criticality
                                                             : a.sensitivity > b.sensitivity;
                     });
    if (forecast_.drivers.size() > kMostDrivers) forecast_.drivers.resize(kMostDrivers);
  }

  const Program& program_;
  const Schedule& schedule_;
  Doubts doubts_;
  TrialOptions options_;
  Forecast forecast_;
};

}  // namespace

Forecast make_forecast(const Program& program, const Analysis& analysis, const Schedule& schedule,
                       unsigned jobs) {
  return ForecastMaker(program, analysis, schedule, jobs).make();
}

}  // namespace milepost
