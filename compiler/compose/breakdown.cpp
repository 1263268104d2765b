// Makes the tree of the work.
#include "compose/breakdown.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace milepost {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFF;
constexpr size_t kMostRows = 1300;  // of a page
constexpr size_t kLeastRows = 10;   // of a group
constexpr uint8_t kMostDepth = 4;

bool is_work(ViewPlanKind kind) {
  return kind == ViewPlanKind::task || kind == ViewPlanKind::milestone ||
         kind == ViewPlanKind::release || kind == ViewPlanKind::dependency;
}

class BreakdownMaker {
 public:
  explicit BreakdownMaker(const View& view)
      : view_(view), group_of_(view.records.size() + 1, kNone), parts_(view.records.size()) {}

  Breakdown make() {
    open_groups();
    choose();
    for (size_t i = 0; i < tops_.size(); ++i) fill(breakdown_.groups[i], tops_[i]);
    share_page();
    return std::move(breakdown_);
  }

 private:
  void open_group(size_t key, ViewRecordId workstream) {
    group_of_[key] = static_cast<uint32_t>(tops_.size());
    breakdown_.groups.emplace_back().workstream = workstream;
    tops_.emplace_back();
  }

  // What others name as their workstream, and what is one.
  void open_groups() {
    std::vector<bool> named(view_.records.size());
    for (const ViewScheduleItem& item : view_.schedule.items) {
      if (item.workstream != kNotInPlan) named[number(item.workstream)] = true;
    }
    for (uint32_t i = 0; i < view_.records.size(); ++i) {
      const ViewRecord& record = view_.records[i];
      const bool is_stream = view_.kind_of(record).is("workstream");
      if (named[i] || (is_stream && record.phase != ViewPhase::dropped)) {
        open_group(i, ViewRecordId{i});
      }
    }
    open_group(view_.records.size(), kNotInPlan);
  }

  void choose() {
    std::vector<const ViewScheduleItem*> items;
    std::vector<bool> chosen(view_.records.size());
    for (const ViewScheduleItem& item : view_.schedule.items) {
      const size_t at = number(item.record);
      if (!is_work(item.kind) || group_of_[at] != kNone) continue;
      if (view_.records[at].phase == ViewPhase::dropped) continue;
      chosen[at] = true;
      items.push_back(&item);
    }
    std::ranges::stable_sort(items, {}, [](const ViewScheduleItem* item) {
      return std::tuple(!item->dated, item->start, item->finish);
    });
    for (const ViewScheduleItem* item : items) {
      const ViewRecordId parent = item->parent;
      if (parent != kNotInPlan && parent != item->record && chosen[number(parent)]) {
        parts_[number(parent)].push_back(item->record);
        continue;
      }
      const size_t key =
          item->workstream == kNotInPlan ? view_.records.size() : number(item->workstream);
      tops_[group_of_[key]].push_back(item->record);
    }
  }

  void fill(BreakdownGroup& group, const std::vector<ViewRecordId>& tops) {
    std::vector<BreakdownRow> stack;
    for (auto at = tops.rbegin(); at != tops.rend(); ++at) stack.push_back({*at, 0});
    while (!stack.empty()) {
      const BreakdownRow row = stack.back();
      stack.pop_back();
      group.rows.push_back(row);
      if (view_.schedule.item(row.record)->state == ViewPlanState::done) ++group.done;
      const auto deeper = std::min<uint8_t>(static_cast<uint8_t>(row.depth + 1), kMostDepth);
      const std::vector<ViewRecordId>& below = parts_[number(row.record)];
      for (auto at = below.rbegin(); at != below.rend(); ++at) stack.push_back({*at, deeper});
    }
    breakdown_.items += group.rows.size();
    breakdown_.done += group.done;
  }

  // A group gets what it asks for, or its share of what the groups before it left.
  void share_page() {
    if (breakdown_.groups.back().rows.empty()) breakdown_.groups.pop_back();
    size_t room = kMostRows;
    size_t left = breakdown_.groups.size();
    for (BreakdownGroup& group : breakdown_.groups) {
      const size_t part = std::max(room / left, kLeastRows);
      group.shown = std::min(group.rows.size(), part);
      room -= std::min(room, group.shown);
      --left;
    }
  }

  const View& view_;
  std::vector<uint32_t> group_of_;  // by record; the last: in no workstream
  std::vector<std::vector<ViewRecordId>> parts_, tops_;
  Breakdown breakdown_;
};

}  // namespace

Breakdown make_breakdown(const View& view) {
  return BreakdownMaker(view).make();
}

}  // namespace milepost
