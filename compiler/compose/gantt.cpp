// Puts the plan on a calendar.
#include "compose/gantt.h"

#include <algorithm>
#include <functional>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace milepost {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFF;
constexpr int kMostHops = 8;  // from an event to the work it belongs to
constexpr uint8_t kMostDepth = 3;
constexpr size_t kFew = 40;      // items, all of which are shown
constexpr int32_t kRecent = 21;  // days that finished work of a larger plan stays

// Edges by what waits, so that it costs no search.
class Waits {
 public:
  explicit Waits(const View& view) : offsets_(view.records.size() + 2) {
    const std::vector<ViewScheduleEdge>& edges = view.schedule.edges;
    for (const ViewScheduleEdge& edge : edges) ++offsets_[number(edge.to) + 2];
    for (size_t i = 2; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
    sorted_.resize(edges.size());
    for (const ViewScheduleEdge& edge : edges) sorted_[offsets_[number(edge.to) + 1]++] = &edge;
  }

  std::span<const ViewScheduleEdge* const> of(ViewRecordId id) const {
    const uint32_t first = offsets_[number(id)];
    return std::span(sorted_).subspan(first, offsets_[number(id) + 1] - first);
  }

 private:
  std::vector<uint32_t> offsets_;
  std::vector<const ViewScheduleEdge*> sorted_;
};

// Where each record's successors begin in the edges, which are sorted by `from`.
ViewRecordId first_use(const ViewSchedule& schedule, ViewRecordId id) {
  const auto at = std::ranges::lower_bound(schedule.edges, id, {}, &ViewScheduleEdge::from);
  return at == schedule.edges.end() || at->from != id ? kNotInPlan : at->to;
}

bool has_row(const View& view, const ViewScheduleItem& item) {
  if (!item.dated || view.record(item.record).phase == ViewPhase::dropped) return false;
  switch (item.kind) {
    case ViewPlanKind::task:
    case ViewPlanKind::milestone:
    case ViewPlanKind::release:
    case ViewPlanKind::dependency:
      return true;
    default:
      return item.critical && !item.summary;
  }
}

class GanttMaker {
 public:
  explicit GanttMaker(const View& view)
      : view_(view), schedule_(view.schedule), waits_(view), lines_(view.records.size(), kNone) {}

  Gantt make() {
    gantt_.window = gantt_window(view_);
    choose();
    limit();
    group();
    fold();
    link();
    return std::move(gantt_);
  }

 private:
  const ViewScheduleItem& item(uint32_t at) const { return schedule_.items[at]; }
  int32_t place(Date day) const { return gantt_.window.place(day); }

  // --- which items, and where they belong
  // ---------------------------------------------------------

  void choose() {
    std::vector<bool> heads(view_.records.size());
    for (const ViewScheduleItem& one : schedule_.items) {
      if (one.workstream != kNotInPlan) heads[number(one.workstream)] = true;
    }
    const bool few = schedule_.items.size() <= kFew;
    const int32_t earliest = few ? 0 : std::max(0, gantt_.window.as_of - kRecent);
    for (uint32_t i = 0; i < schedule_.items.size(); ++i) {
      const ViewScheduleItem& one = item(i);
      if (heads[number(one.record)]) continue;
      if (!one.dated && one.state != ViewPlanState::done && !one.summary &&
          view_.record(one.record).is_open()) {
        gantt_.undated.push_back(one.record);
      }
      if (!has_row(view_, one)) continue;
      if (one.state == ViewPlanState::done && place(one.finish) < earliest) {
        gantt_.before.push_back(one.record);
      } else if (place(one.start) >= gantt_.window.days) {
        gantt_.after.push_back(one.record);
      } else {
        chosen_.push_back(i);
      }
    }
    const auto finish = [&](ViewRecordId id) { return schedule_.item(id)->finish; };
    const auto start = [&](ViewRecordId id) { return schedule_.item(id)->start; };
    std::ranges::stable_sort(gantt_.before, std::greater<>(), finish);
    std::ranges::stable_sort(gantt_.after, {}, start);
  }

  // Of too many the path stays, then what is open and ends first.
  void limit() {
    if (chosen_.size() <= kMostRows) return;
    const auto rank = [&](uint32_t at) {
      const ViewScheduleItem& one = item(at);
      const int done = one.state == ViewPlanState::done ? 1 : 0;
      const int order = one.critical ? 0 : one.near_critical ? 1 : 2;
      return std::tuple(done, order, one.finish, at);
    };
    std::ranges::nth_element(chosen_, chosen_.begin() + kMostRows, {}, rank);
    gantt_.left_out = static_cast<uint32_t>(chosen_.size() - kMostRows);
    chosen_.resize(kMostRows);
    std::ranges::sort(chosen_);
  }

  // Milestones and what others deliver are often part of nothing: they stand with what drives them,
  // or with what they are for.
  ViewRecordId workstream_of(const ViewScheduleItem& start) const {
    const ViewScheduleItem* at = &start;
    const bool is_input =
        start.kind == ViewPlanKind::dependency || start.kind == ViewPlanKind::blocker;
    for (int hop = 0; at != nullptr && hop < kMostHops; ++hop) {
      if (at->workstream != kNotInPlan) return at->workstream;
      if (at->kind == ViewPlanKind::task && hop == 0) break;
      const ViewRecordId next = is_input ? first_use(schedule_, at->record) : at->driver;
      at = next == kNotInPlan ? nullptr : schedule_.item(next);
    }
    return kNotInPlan;
  }

  // --- rows in groups
  // -----------------------------------------------------------------------------

  auto order_of(uint32_t at) const {
    const ViewScheduleItem& one = item(at);
    // What begins on a day comes before what only ends there.
    const bool event = one.kind != ViewPlanKind::task && !one.start_known;
    return std::tuple(one.start, event, one.finish, at);
  }

  void group() {
    std::vector<uint32_t> item_at(view_.records.size(), kNone);  // chosen, by record
    for (const uint32_t at : chosen_) item_at[number(item(at).record)] = at;
    std::vector<uint32_t> group_of(view_.records.size() + 1, kNone);
    std::vector<std::vector<uint32_t>> tops;
    std::vector<std::vector<uint32_t>> parts(view_.records.size());
    std::ranges::sort(chosen_, {}, [&](uint32_t at) { return order_of(at); });
    for (const uint32_t at : chosen_) {
      const ViewScheduleItem& one = item(at);
      const ViewRecordId parent = one.parent;
      if (parent != kNotInPlan && parent != one.record && item_at[number(parent)] != kNone) {
        parts[number(parent)].push_back(at);
        continue;
      }
      const ViewRecordId stream = workstream_of(one);
      const size_t key = stream == kNotInPlan ? view_.records.size() : number(stream);
      if (group_of[key] == kNone) {
        group_of[key] = static_cast<uint32_t>(gantt_.groups.size());
        gantt_.groups.emplace_back().workstream = stream;
        tops.emplace_back();
      }
      tops[group_of[key]].push_back(at);
    }
    for (size_t i = 0; i < tops.size(); ++i) fill_group(gantt_.groups[i], tops[i], parts);
    order_groups();
  }

  // Parts stand below what they are part of; no recursion, they may be deep.
  void fill_group(GanttGroup& group, const std::vector<uint32_t>& tops,
                  const std::vector<std::vector<uint32_t>>& parts) {
    std::vector<std::pair<uint32_t, uint8_t>> stack;
    for (auto at = tops.rbegin(); at != tops.rend(); ++at) stack.emplace_back(*at, uint8_t{0});
    while (!stack.empty()) {
      const auto [at, depth] = stack.back();
      stack.pop_back();
      group.rows.push_back(row_of(item(at), depth));
      const std::vector<uint32_t>& below = parts[number(item(at).record)];
      const auto deeper = std::min<uint8_t>(static_cast<uint8_t>(depth + 1), kMostDepth);
      for (auto part = below.rbegin(); part != below.rend(); ++part) {
        stack.emplace_back(*part, deeper);
      }
    }
    group.begin = group.rows.front().begin;
    group.end = group.rows.front().end;
    for (const GanttRow& row : group.rows) {
      group.begin = std::min(group.begin, row.begin);
      group.end = std::max(group.end, row.end);
      group.critical = group.critical || row.critical;
    }
  }

  // The path first, so that it runs from the top down; what is in no workstream last.
  void order_groups() {
    const auto rank = [&](const GanttGroup& group) {
      int32_t first = group.end;
      bool open = false;
      for (const GanttRow& row : group.rows) {
        if (row.done || (group.critical && !row.critical)) continue;
        open = true;
        first = std::min(first, row.end);
      }
      return std::tuple(group.workstream == kNotInPlan, !group.critical, !open, first,
                        number(group.workstream));
    };
    std::ranges::stable_sort(gantt_.groups, {}, rank);
    for (GanttGroup& group : gantt_.groups) {
      group.line = gantt_.lines++;
      for (const GanttRow& row : group.rows) lines_[number(row.record)] = gantt_.lines++;
    }
  }

  GanttRow row_of(const ViewScheduleItem& one, uint8_t depth) const {
    GanttRow row;
    row.record = one.record;
    row.depth = depth;
    row.done = one.state == ViewPlanState::done;
    row.critical = one.critical && !row.done;
    row.dependency = one.kind == ViewPlanKind::dependency;
    row.end = place(one.finish) + 1;
    row.begin = std::min(place(one.start), row.end - 1);
    if (one.kind == ViewPlanKind::milestone || one.kind == ViewPlanKind::release) {
      row.shape = GanttShape::stone;
    } else if (one.summary) {
      row.shape = GanttShape::parts;
    } else if (one.start == one.finish && (row.dependency || !one.start_known)) {
      row.shape = GanttShape::due;
    }
    if (row.shape == GanttShape::stone || row.shape == GanttShape::due) row.begin = row.end;
    progress(one, row);
    if (one.baseline && *one.baseline != one.finish) {
      row.baseline = place(*one.baseline) + 1;
      if (row.shape == GanttShape::bar) row.baseline_begin = ghost_begin(one, row);
    }
    const bool has_float = one.total_float != kNoViewFloat && one.total_float > 0;
    if (!row.done && !row.critical && has_float && row.shape != GanttShape::parts) {
      const int32_t late = place(one.late_finish) + 1;
      if (late > row.end) row.float_to = late;
    }
    return row;
  }

  // Remaining work is the last days before the finish; between what was done until as-of and it the
  // item waits.
  void progress(const ViewScheduleItem& one, GanttRow& row) const {
    row.worked = row.rest = row.begin;
    if (row.done) {
      row.worked = row.rest = row.end;
    } else if (one.state == ViewPlanState::started && row.begin < row.end) {
      const int32_t now = std::clamp(gantt_.window.as_of, row.begin, row.end);
      row.worked = row.rest = now;
      if (one.remaining > 0 && row.shape == GanttShape::bar && !row.dependency) {
        const WorkingTime& time = view_.working_time;
        const Date last = time.on_or_before(one.finish);
        const Date begin = time.add(last, 1 - int64_t{one.remaining});
        row.rest = std::clamp(place(begin), now, std::max(now, row.end - 1));
        // A weekend before the work goes on is no waiting.
        if (time.count(gantt_.window.first, add_days(begin, -1)) <=
            time.count(gantt_.window.first, add_days(view_.program.as_of, -1))) {
          row.rest = now;
        }
      }
    }
  }

  // What has begun keeps its beginning; what has not was planned as long as it is now.
  int32_t ghost_begin(const ViewScheduleItem& one, const GanttRow& row) const {
    if (one.state != ViewPlanState::waiting && row.begin < *row.baseline) return row.begin;
    const WorkingTime& time = view_.working_time;
    const int64_t length = std::max<int64_t>(time.count(one.start, one.finish), 1);
    const Date last = time.on_or_before(*one.baseline);
    return std::min(place(time.add(last, 1 - length)), *row.baseline - 1);
  }

  // --- what is shown
  // ------------------------------------------------------------------------------

  void fold() {
    size_t room = kOpenRows;
    const auto take = [&](GanttGroup& group, bool wanted) {
      group.shown = group.rows.size();
      group.open = wanted && group.rows.size() <= room;
      if (group.open) room -= group.rows.size();
    };
    // Groups on the path have the first choice.
    for (const bool critical : {true, false}) {
      for (GanttGroup& group : gantt_.groups) {
        if (group.critical == critical) take(group, true);
      }
    }
    // If none has room, the first is open with as many rows as there are.
    const bool any = std::ranges::any_of(gantt_.groups, &GanttGroup::open);
    if (any || gantt_.groups.empty()) return;
    gantt_.groups.front().open = true;
    gantt_.groups.front().shown = std::min(kOpenRows, gantt_.groups.front().rows.size());
  }

  void link() {
    for (const ViewForecastDates& likely : schedule_.forecast) {
      likely_[number(likely.item)] = likely.p80;
    }
    for (GanttGroup& group : gantt_.groups) {
      for (GanttRow& row : group.rows) {
        if (row.shape == GanttShape::stone && !row.done) {
          const auto likely = likely_.find(number(row.record));
          if (likely != likely_.end() && place(likely->second) + 1 > row.end) {
            row.likely_to = place(likely->second) + 1;
          }
        }
        for (const ViewScheduleEdge* edge : waits_.of(row.record)) {
          const uint32_t from = lines_[number(edge->from)];
          if (from == kNone) continue;
          if (row.waits_for.size() < kMostWaits) row.waits_for.push_back(from);
          if (edge->critical && row.critical) critical_link(*edge, from, row);
        }
      }
    }
  }

  void critical_link(const ViewScheduleEdge& edge, uint32_t from, const GanttRow& row) {
    const ViewScheduleItem* before = schedule_.item(edge.from);
    if (before == nullptr || before->state == ViewPlanState::done) return;
    const bool from_start =
        edge.relation == ViewRelation::start_start || edge.relation == ViewRelation::start_finish;
    const bool to_finish =
        edge.relation == ViewRelation::finish_finish || edge.relation == ViewRelation::start_finish;
    const bool event = row.shape == GanttShape::stone || row.shape == GanttShape::due;
    const int32_t begin = std::max(row.rest, row.begin);
    gantt_.links.push_back({from, lines_[number(row.record)],
                            from_start ? place(before->start) : place(before->finish) + 1,
                            event || to_finish ? row.end : begin});
  }

  const View& view_;
  const ViewSchedule& schedule_;
  Waits waits_;
  std::vector<uint32_t> lines_;   // by record
  std::vector<uint32_t> chosen_;  // into ViewSchedule::items
  std::unordered_map<uint32_t, Date> likely_;
  Gantt gantt_;
};

}  // namespace

Gantt make_gantt(const View& view) {
  return GanttMaker(view).make();
}

}  // namespace milepost
