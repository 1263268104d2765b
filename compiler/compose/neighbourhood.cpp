// Sorts the links of a record by what acts on what.
#include "compose/neighbourhood.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace milepost {
namespace {

constexpr size_t kMostLooked = 200;

// A record rests on, or comes from, what it names so; by all other links it acts on what it names.
bool names_its_ground(std::string_view type) {
  static constexpr std::array<std::string_view, 5> types = {"depends_on", "raised_in", "decided_in",
                                                            "reviewed_in", "evidence"};
  return std::ranges::find(types, type) != types.end();
}

// `from` is driven by nothing else: the path to the target runs along the link.
bool is_critical(const View& view, ViewRecordId from, ViewRecordId to) {
  const ViewScheduleItem* before = view.schedule.item(from);
  const ViewScheduleItem* after = view.schedule.item(to);
  return before != nullptr && after != nullptr && before->critical && after->critical &&
         after->driver == from;
}

bool is_heavy(const View& view, const ViewLink& link, std::string_view type) {
  const ViewRecord& from = view.record(link.from);
  if (type == "threatens") return from.is_open() && !link.detail.empty();
  if (type == "blocks") return from.is_open();
  if (type == "depends_on") return is_critical(view, link.to, link.from);
  return type == "delivers" && is_critical(view, link.from, link.to);
}

class Sides {
 public:
  Sides(const View& view, ViewRecordId self) : view_(view), self_(self) {}

  void look(bool mentions) {
    size_t looked = 0;
    for (const ViewLink& link : view_.outgoing(self_)) {
      if (link.mention != mentions || looked++ == kMostLooked) continue;
      add(link, link.to, true);
    }
    looked = 0;
    for (const uint32_t i : view_.incoming_links(self_)) {
      const ViewLink& link = view_.links[i];
      if (link.mention != mentions || looked++ == kMostLooked) continue;
      add(link, link.from, false);
    }
  }

  bool nothing() const { return before_.empty() && after_.empty(); }

  Neighbourhood take() {
    Neighbourhood made;
    made.more_before = cut(before_);
    made.more_after = cut(after_);
    made.before = std::move(before_);
    made.after = std::move(after_);
    const auto heavy = [](const Neighbour& one) { return one.heavy; };
    made.heavy = std::ranges::any_of(made.before, heavy) || std::ranges::any_of(made.after, heavy);
    return made;
  }

 private:
  void add(const ViewLink& link, ViewRecordId other, bool outgoing) {
    if (other == self_) return;
    const std::string_view type = view_.link_types[link.type].name;
    const bool before = names_its_ground(type) == outgoing;
    std::vector<Neighbour>& side = before ? before_ : after_;
    const bool heavy = is_heavy(view_, link, type);
    if (link.type != type_ || outgoing != outgoing_) {
      type_ = link.type;
      outgoing_ = outgoing;
      before_others_ = before_.size();
      after_others_ = after_.size();
    }
    // Links of one type lead to one after the other, so only those of other types were there
    // before.
    const auto others = static_cast<std::ptrdiff_t>(before ? before_others_ : after_others_);
    auto known = std::find_if(side.begin(), side.begin() + others,
                              [&](const Neighbour& one) { return one.record == other; });
    if (known == side.begin() + others) {
      known = !side.empty() && side.back().record == other ? side.end() - 1 : side.end();
    }
    if (known == side.end()) {
      side.push_back({other, heavy});
    } else {
      known->heavy = known->heavy || heavy;
    }
  }

  static uint32_t cut(std::vector<Neighbour>& side) {
    std::ranges::stable_sort(side, {}, [](const Neighbour& one) { return !one.heavy; });
    if (side.size() <= kMostNeighbours) return 0;
    const auto more = static_cast<uint32_t>(side.size() - kMostNeighbours);
    side.resize(kMostNeighbours);
    return more;
  }

  const View& view_;
  ViewRecordId self_;
  std::vector<Neighbour> before_, after_;
  uint32_t type_ = 0xFFFFFFFF;  // of the link that was added last, and which end of it we are
  bool outgoing_ = false;
  size_t before_others_ = 0, after_others_ = 0;  // of each side, how many came before that type
};

}  // namespace

Neighbourhood neighbourhood_of(const View& view, ViewRecordId record) {
  Sides sides(view, record);
  sides.look(false);
  if (sides.nothing()) sides.look(true);
  return sides.take();
}

bool has_neighbourhood(const View& view, ViewRecordId record) {
  return !neighbourhood_of(view, record).empty();
}

}  // namespace milepost
