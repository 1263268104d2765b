// Follows what was replaced by what.
#include "compose/status_chain.h"

#include <algorithm>
#include <string_view>

#include "compose/phrases.h"

namespace milepost {
namespace {

class ChainFinder {
 public:
  explicit ChainFinder(const View& view)
      : view_(view), supersedes_(type_of("supersedes")), amends_(type_of("amends")) {}

  StatusChain find(ViewRecordId record) {
    StatusChain chain;
    chain.amends = neighbours(record, amends_, true);
    chain.amended_by = neighbours(record, amends_, false);
    std::vector<ViewRecordId> before = follow(record, true);
    std::ranges::reverse(before);
    chain.steps = std::move(before);
    chain.steps.push_back(record);
    for (const ViewRecordId id : follow(record, false)) {
      if (chain.steps.size() == kMostSteps) break;
      if (std::ranges::find(chain.steps, id) == chain.steps.end()) chain.steps.push_back(id);
    }
    return chain;
  }

 private:
  uint32_t type_of(std::string_view name) const {
    const auto at = std::ranges::find(view_.link_types, name, &ViewLinkType::name);
    return static_cast<uint32_t>(at - view_.link_types.begin());
  }

  // Those that links of a type lead to, or come from; each once, in the order of their ids.
  std::vector<ViewRecordId> neighbours(ViewRecordId id, uint32_t type, bool outgoing) const {
    std::vector<ViewRecordId> found;
    const auto take = [&](const ViewLink& link) {
      if (link.type != type || link.mention) return;
      found.push_back(outgoing ? link.to : link.from);
    };
    if (outgoing) {
      std::ranges::for_each(view_.outgoing(id), take);
    } else {
      for (const uint32_t number : view_.incoming_links(id)) take(view_.links[number]);
    }
    std::ranges::sort(found, [&](ViewRecordId a, ViewRecordId b) {
      const std::string& left = view_.record(a).short_id;
      const std::string& right = view_.record(b).short_id;
      return left != right ? natural_less(left, right) : a < b;
    });
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
  }

  // Step by step away from a record, the nearest first.
  std::vector<ViewRecordId> follow(ViewRecordId from, bool back) const {
    std::vector<ViewRecordId> found;
    for (size_t i = 0; i <= found.size() && found.size() + 1 < kMostSteps; ++i) {
      const ViewRecordId at = i == 0 ? from : found[i - 1];
      for (const ViewRecordId next : neighbours(at, supersedes_, back)) {
        if (next == from || std::ranges::find(found, next) != found.end()) continue;
        found.push_back(next);
        if (found.size() + 1 == kMostSteps) break;
      }
    }
    return found;
  }

  const View& view_;
  uint32_t supersedes_, amends_;
};

}  // namespace

StatusChain status_chain(const View& view, ViewRecordId record) {
  return ChainFinder(view).find(record);
}

}  // namespace milepost
