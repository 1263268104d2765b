// Reads the ranges and chances of records.
#include "analyze/doubts.h"

#include <algorithm>
#include <array>
#include <variant>

namespace milepost {
namespace {

class DoubtFinder {
 public:
  DoubtFinder(const Program& program, const Analysis& analysis, const Schedule& schedule)
      : program_(program), analysis_(analysis), schedule_(schedule) {}

  Doubts find() {
    for (const ScheduleItem& item : schedule_.items) {
      if (item.node == kNoNode || item.state == PlanState::done || !item.dated) continue;
      add_length(item);
      if (item.kind == PlanKind::dependency) add_confidence(item);
    }
    add_risks();
    return std::move(doubts_);
  }

 private:
  const Value* value_of(RecordIndex record, FieldId field) const {
    return field == kNoField ? nullptr : program_.record(record).value(field);
  }
  const Value* value_of(RecordIndex record, Role role) const {
    return value_of(record, program_.kinds().field_of(program_.record(record).kind, role));
  }
  uint64_t seed() const { return program_.set.settings.schedule.seed; }

  // In the working days of a node; `of` in minutes of them or of wall time.
  Range in_days(const Estimate& of, const WorkingTime& time) const {
    constexpr double kMinutesOfDay = 24 * 60;
    const double day = of.likely.kind == TimeKind::wall ? kMinutesOfDay * 7 / time.week().days()
                                                        : time.minutes_per_day();
    const auto days = [&](const Duration& length) {
      return static_cast<double>(length.minutes) / day;
    };
    return {days(of.optimistic), days(of.likely), days(of.pessimistic)};
  }

  void add_length(const ScheduleItem& item) {
    const NetworkNode& node = schedule_.network.nodes[item.node];
    const Value* value = value_of(item.record, Role::estimate);
    const Estimate* estimate = value == nullptr ? nullptr : std::get_if<Estimate>(&value->data);
    if (estimate == nullptr || !estimate->is_range() || node.length <= 0) return;
    Range days = in_days(*estimate, schedule_.network.times[node.time]);
    if (!(days.likely > 0)) return;
    if (node.state == PlanState::started || node.source != LengthSource::estimate) {
      // What is left has the range of the whole, smaller in proportion.
      const double left = std::max(node.remaining, 1) / days.likely;
      days = {days.low * left, days.likely * left, days.high * left};
    }
    doubts_.lengths.push_back(
        {item.node, days,
         RandomDraws(seed(), program_.record(item.record).id, DrawPurpose::length)});
  }

  void add_delay(RecordIndex record, double chance, const Estimate& delay,
                 std::vector<uint32_t> nodes) {
    if (nodes.empty() || chance <= 0 || delay.pessimistic.minutes <= 0) return;
    const WorkingTime& time = schedule_.network.times[schedule_.network.nodes[nodes.front()].time];
    const std::string& id = program_.record(record).id;
    doubts_.delays.push_back({chance, in_days(delay, time),
                              RandomDraws(seed(), id, DrawPurpose::happens),
                              RandomDraws(seed(), id, DrawPurpose::delay), std::move(nodes)});
  }

  void add_confidence(const ScheduleItem& item) {
    const KindId kind = program_.record(item.record).kind;
    const Value* delay = value_of(item.record, program_.kinds().find_field(kind, "likely_delay"));
    const Value* confidence = value_of(item.record, Role::confidence);
    const Estimate* days = delay == nullptr ? nullptr : std::get_if<Estimate>(&delay->data);
    const double* written =
        confidence == nullptr ? nullptr : std::get_if<double>(&confidence->data);
    if (days == nullptr || written == nullptr) return;
    // `0.7` and `70%` are the same.
    const bool share = *written < 1 && confidence->text.find('%') == std::string_view::npos;
    const double sure = std::clamp(share ? *written : *written / 100, 0.0, 1.0);
    add_delay(item.record, 1 - sure, *days, {item.node});
  }

  void add_risks() {
    const Kinds& kinds = program_.kinds();
    const KindId risk = kinds.find_kind("risk");
    const LinkTypeId threatens = kinds.find_link_type("threatens");
    for (uint32_t number = 0; number < program_.links.size(); ++number) {
      const Link& link = program_.links[number];
      if (link.type != threatens || !link.delay || risk == kNoKind) continue;
      if (!schedule_.mask.sees_link(number)) continue;
      const RecordFacts& facts = analysis_.of(link.from);
      const bool open = facts.phase == Phase::waiting || facts.phase == Phase::doing;
      if (!open || facts.likelihood == 0 || !kinds.is(program_.record(link.from).kind, risk)) {
        continue;
      }
      constexpr std::array<double, 5> kChances = {0.1, 0.3, 0.5, 0.7, 0.9};
      const std::size_t level = std::min<std::size_t>(facts.likelihood, kChances.size()) - 1;
      add_delay(link.from, kChances[level], *link.delay, nodes_of(link.to));
    }
  }

  std::vector<uint32_t> nodes_of(RecordIndex record) {
    const ScheduleItem* item = schedule_.item(record);
    if (item == nullptr) return {};
    if (!item->summary) {
      const bool counts = item->node != kNoNode && item->state != PlanState::done && item->dated;
      return counts ? std::vector<uint32_t>{item->node} : std::vector<uint32_t>{};
    }
    std::vector<uint32_t> nodes = parts_of(record);
    std::vector<bool> inside(schedule_.network.nodes.size(), false);
    for (const uint32_t node : nodes) inside[node] = true;
    const Passes& passes = schedule_.passes;
    std::erase_if(nodes, [&](uint32_t node) {
      for (uint32_t i = passes.out_offsets[node]; i < passes.out_offsets[node + 1]; ++i) {
        if (inside[schedule_.network.edges[passes.outgoing[i]].to]) return true;
      }
      return false;
    });
    return nodes;
  }

  // Unfinished work anywhere below a summary.
  std::vector<uint32_t> parts_of(RecordIndex summary) {
    if (children_.empty()) {
      for (uint32_t i = 0; i < schedule_.items.size(); ++i) {
        if (schedule_.items[i].parent != kNoRecord) {
          children_.emplace_back(schedule_.items[i].parent, i);
        }
      }
      std::sort(children_.begin(), children_.end());
    }
    std::vector<uint32_t> nodes;
    std::vector<RecordIndex> open{summary};
    while (!open.empty()) {
      const RecordIndex at = open.back();
      open.pop_back();
      auto child = std::lower_bound(children_.begin(), children_.end(), std::pair(at, uint32_t{0}));
      for (; child != children_.end() && child->first == at; ++child) {
        const ScheduleItem& item = schedule_.items[child->second];
        if (item.summary) {
          open.push_back(item.record);
        } else if (item.node != kNoNode && item.state != PlanState::done && item.dated) {
          nodes.push_back(item.node);
        }
      }
    }
    std::sort(nodes.begin(), nodes.end());
    return nodes;
  }

  const Program& program_;
  const Analysis& analysis_;
  const Schedule& schedule_;
  std::vector<std::pair<RecordIndex, uint32_t>> children_;  // parent, item
  Doubts doubts_;
};

}  // namespace

Doubts find_doubts(const Program& program, const Analysis& analysis, const Schedule& schedule) {
  return DoubtFinder(program, analysis, schedule).find();
}

}  // namespace milepost
