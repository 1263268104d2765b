// Follows links to what was built on a decision.
#include "compose/decision_reach.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace milepost {
namespace {

// Links that lead to what it rests on, by name, and those that lead away from it.
constexpr std::array<std::string_view, 6> kLeadTo = {"depends_on", "amends",   "satisfies",
                                                     "relates_to", "evidence", "part_of"};
constexpr std::array<std::string_view, 4> kLeadFrom = {"decides", "changes", "causes", "blocks"};

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool is_history(const View& view, ViewRecordId id) {
  const ViewKind& kind = view.kind_of(view.record(id));
  return kind.is("status_report") || kind.is("meeting");
}

class Walk {
 public:
  explicit Walk(const View& view, ViewRecordId decision) : view_(view), decision_(decision) {
    seen_.insert(number(decision));
  }

  DecisionReach walk() {
    spread(decision_, kNoViewRecord);
    for (size_t i = 0; i < found_.records.size(); ++i) {
      const ViewRecordId at = found_.records[i].record;
      // Work that waits for other work is the plan's to follow; a decision's own are not in it.
      if (!view_.kind_of(view_.record(at)).is_work) spread(at, at);
    }
    names();
    std::vector<ViewRecordId> open = {decision_};
    for (const RestingRecord& one : found_.records) {
      if (view_.record(one.record).is_open()) open.push_back(one.record);
    }
    found_.milestones = held_milestones(view_, open);
    return std::move(found_);
  }

 private:
  void add(ViewRecordId record, uint32_t type, bool to_decision, ViewRecordId through) {
    if (found_.records.size() >= kMostResting || is_history(view_, record)) return;
    if (!seen_.insert(number(record)).second) return;
    found_.records.push_back({record, type, to_decision, through});
  }

  void spread(ViewRecordId at, ViewRecordId through) {
    for (const uint32_t number_of_link : view_.incoming_links(at)) {
      const ViewLink& link = view_.links[number_of_link];
      const std::string_view type = view_.link_types[link.type].name;
      if (!link.mention && is_one_of(kLeadTo, type)) add(link.from, link.type, true, through);
    }
    for (const ViewLink& link : view_.outgoing(at)) {
      const std::string_view type = view_.link_types[link.type].name;
      const bool direct = through == kNoViewRecord && type == "relates_to";
      if (!link.mention && (direct || is_one_of(kLeadFrom, type))) {
        add(link.to, link.type, false, through);
      }
    }
  }

  void names() {
    for (const uint32_t number_of_link : view_.incoming_links(decision_)) {
      const ViewLink& link = view_.links[number_of_link];
      if (!link.mention) continue;
      // A newer decision that tells what it replaces does not rest on it.
      const bool replaces = std::ranges::any_of(view_.outgoing(link.from), [&](const auto& other) {
        return other.to == decision_ && view_.link_types[other.type].name == "supersedes";
      });
      if (!replaces) add(link.from, link.type, true, kNoViewRecord);
    }
  }

  const View& view_;
  ViewRecordId decision_;
  std::unordered_set<uint32_t> seen_;
  DecisionReach found_;
};

}  // namespace

DecisionReach decision_reach(const View& view, ViewRecordId decision) {
  return Walk(view, decision).walk();
}

}  // namespace milepost
