// Writes the plan: target, path, then each item with its dates and what it waits for.
#include "analyze/print_schedule.h"

#include <span>
#include <string_view>

namespace milepost {
namespace {

std::string_view name_of(PlanKind kind) {
  constexpr std::string_view kNames[] = {"task",       "milestone", "release",
                                         "dependency", "blocker",   "other"};
  return kNames[static_cast<std::size_t>(kind)];
}
std::string_view name_of(PlanState state) {
  constexpr std::string_view kNames[] = {"waiting", "started", "done"};
  return kNames[static_cast<std::size_t>(state)];
}
std::string_view name_of(LengthSource source) {
  constexpr std::string_view kNames[] = {"none", "event", "remaining", "estimate", "dates"};
  return kNames[static_cast<std::size_t>(source)];
}
std::string_view name_of(Relation relation) {
  constexpr std::string_view kNames[] = {"FS", "SS", "FF", "SF"};
  return kNames[static_cast<std::size_t>(relation)];
}
std::string_view name_of(HealthCause cause) {
  constexpr std::string_view kNames[] = {"late to commitment", "breaks commitment", "blocked by",
                                         "overdue start",      "child off track",   "past response",
                                         "decision missed",    "no dates"};
  return kNames[static_cast<std::size_t>(cause)];
}
std::string_view name_of(Driver driver) {
  constexpr std::string_view kNames[] = {"nothing",    "edge",   "as of", "not before",
                                         "commitment", "actual", "told"};
  return kNames[static_cast<std::size_t>(driver)];
}

std::string_view name_of(SlipCause cause) {
  constexpr std::string_view kNames[] = {"promised later", "finished late", "takes longer",
                                         "not started",    "overdue",       "blocked",
                                         "own date",       "longer path",   "absorbed"};
  return kNames[static_cast<std::size_t>(cause)];
}

class SchedulePrinter {
 public:
  SchedulePrinter(const Program& program, const Analysis& analysis)
      : program_(program), schedule_(analysis.schedule) {}

  std::string print() {
    if (schedule_.items.empty()) return {};
    out_ += "schedule\n";
    if (schedule_.target != kNoRecord) fact("target", id(schedule_.target));
    if (!schedule_.critical_path.empty()) fact("critical_path", ids(schedule_.critical_path));
    fact("near_critical_days", std::to_string(schedule_.near_critical_days));
    print_health(schedule_.computed, schedule_.program_reasons);
    print_forecast();
    for (const Impact& gain : schedule_.gains) {
      fact("gain", id(gain.item) + " " + std::to_string(gain.days) + " gives " +
                       std::to_string(gain.target_days) + ", " + to_iso(gain.target_finish));
    }
    for (const Explanation& one : schedule_.explanations) print_explanation(one);
    for (const ScheduleItem& item : schedule_.items) print_item(item);
    return std::move(out_);
  }

 private:
  const std::string& id(RecordIndex record) const { return program_.record(record).id; }
  std::string ids(const std::vector<RecordIndex>& records) const {
    std::string out;
    for (const RecordIndex record : records) out += (out.empty() ? "" : ", ") + id(record);
    return out;
  }
  void fact(std::string_view name, const std::string& value) {
    out_ += "  ";
    out_ += name;
    out_ += ": ";
    out_ += value;
    out_ += '\n';
  }
  void days(std::string_view name, int32_t value) {
    if (value != kNoFloat) fact(name, std::to_string(value));
  }

  void print_health(Health computed, std::span<const HealthReason> reasons) {
    if (computed != Health::none) fact("computed", std::string(health_name(computed)));
    for (const HealthReason& reason : reasons) {
      std::string text(name_of(reason.cause));
      if (reason.days != 0) text += " " + std::to_string(reason.days) + "d";
      if (reason.about != kNoRecord) text += ", " + id(reason.about);
      if (reason.date) text += ", " + to_iso(*reason.date);
      fact("because", text);
    }
  }

  void print_forecast() {
    const Forecast& forecast = schedule_.forecast;
    if (forecast.path_work > 0) {
      fact("path_ranged", std::to_string(forecast.path_ranged) + "/" +
                              std::to_string(forecast.path_work) +
                              (forecast.indicative ? ", indicative" : ""));
    }
    if (forecast.trials == 0) return;
    fact("trials", std::to_string(forecast.trials));
    for (const ForecastDates& dates : forecast.dates) {
      std::string text = id(dates.item) + " " + to_iso(dates.p20) + " " + to_iso(dates.p50) + " " +
                         to_iso(dates.p80) + " " + to_iso(dates.p95);
      if (dates.on_time) text += ", on time " + std::to_string(*dates.on_time);
      fact("forecast", text);
    }
    for (const ForecastDriver& driver : forecast.drivers) {
      fact("drives", id(driver.item) + " " + std::to_string(driver.criticality) + ", rank " +
                         std::to_string(driver.sensitivity));
    }
  }

  void print_explanation(const Explanation& one) {
    out_ += "\nwhy " + id(one.milestone) + "\n";
    fact("dates", to_iso(one.committed) + " -> " + to_iso(one.forecast));
    fact("slip", std::to_string(one.slip));
    fact("path", ids(one.path));
    fact("estimated", std::to_string(one.path_estimated) + "/" + std::to_string(one.path_items));
    for (const SlipPart& part : one.parts) {
      std::string text = (part.days > 0 ? "+" : "") + std::to_string(part.days) + " " +
                         id(part.item) + " " + std::string(name_of(part.cause));
      if (part.was) text += " " + to_iso(*part.was) + " -> " + to_iso(*part.now);
      if (part.because != kNoRecord) text += " because " + id(part.because);
      fact("part", text);
    }
    if (!one.contradicted.empty()) fact("contradicted", ids(one.contradicted));
    for (const ItemFloat& other : one.with_float) {
      fact("float", id(other.item) + " " + std::to_string(other.days));
    }
  }

  void print_item(const ScheduleItem& item) {
    out_ += "\nplan " + id(item.record) + " " +
            std::string(item.summary ? "summary" : name_of(item.kind)) + " " +
            std::string(name_of(item.state)) + "\n";
    if (item.parent != kNoRecord) fact("part_of", id(item.parent));
    if (item.workstream != kNoRecord) fact("workstream", id(item.workstream));
    print_health(item.computed,
                 std::span(schedule_.reasons)
                     .subspan(item.reasons_begin, item.reasons_end - item.reasons_begin));
    if (item.rosier) fact("rosier", item.explained ? "explained" : "yes");
    if (!item.dated) return fact("dated", "no");
    print_dates(item);
    if (item.length > 0) {
      fact("length", std::to_string(item.length) +
                         (item.summary ? "" : " by " + std::string(name_of(item.source))));
    }
    if (item.remaining > 0) fact("remaining", std::to_string(item.remaining));
    if (item.percent > 0) fact("percent", std::to_string(item.percent));
    days("total_float", item.total_float);
    days("free_float", item.free_float);
    if (item.commitment_float != kNoFloat) {
      fact("commitment_float", std::to_string(item.commitment_float) +
                                   (item.bound_by == kNoRecord ? "" : " to " + id(item.bound_by)));
    }
    if (item.critical) fact("critical", "yes");
    if (item.near_critical) fact("near_critical", "yes");
    if (item.commitment) fact("commitment", to_iso(*item.commitment));
    if (item.first_baseline) fact("first_baseline", to_iso(*item.first_baseline));
    if (item.baseline && item.baseline != item.commitment) {
      fact("baseline", to_iso(*item.baseline));
    }
    if (item.rebaselines > 0) fact("rebaselines", std::to_string(item.rebaselines));
    if (item.slip != 0) fact("slip", std::to_string(item.slip));
    if (item.slip_from_first != item.slip) {
      fact("slip_from_first", std::to_string(item.slip_from_first));
    }
    print_edges(item);
  }

  void print_dates(const ScheduleItem& item) {
    std::string early = item.start_known ? to_iso(item.start) + " .. " : "";
    early += to_iso(item.finish);
    if (!item.summary) {
      const NodeDates& dates = schedule_.passes.dates[item.node];
      early += " by " + std::string(name_of(dates.finishes));
    }
    fact("dates", early);
    if (item.state == PlanState::done) return;
    fact("late",
         (item.start_known ? to_iso(item.late_start) + " .. " : "") + to_iso(item.late_finish));
    if (item.driver == kNoRecord) return;
    const int32_t gap = item.summary ? 0 : schedule_.passes.dates[item.node].gap;
    fact("driver", id(item.driver) + (gap > 0 ? ", gap " + std::to_string(gap) : ""));
  }

  void print_edges(const ScheduleItem& item) {
    if (item.summary) return;
    const Passes& passes = schedule_.passes;
    for (uint32_t i = passes.in_offsets[item.node]; i < passes.in_offsets[item.node + 1]; ++i) {
      const NetworkEdge& edge = schedule_.network.edges[passes.incoming[i]];
      const NodePart part = schedule_.network.nodes[edge.from].part;
      std::string text = id(schedule_.node_records[edge.from]);
      if (part != NodePart::whole) text += part == NodePart::end ? " (end)" : " (begin)";
      text += " " + std::string(name_of(edge.relation));
      if (edge.lag != 0) {
        text += (edge.lag > 0 ? " +" : " ") + std::to_string(edge.lag) +
                (edge.wall_lag ? "d wall" : "d");
      }
      fact("after", text);
    }
  }

  const Program& program_;
  const Schedule& schedule_;
  std::string out_;
};

}  // namespace

std::string print_schedule(const Program& program, const Analysis& analysis) {
  return SchedulePrinter(program, analysis).print();
}

}  // namespace milepost
