// Finds the item of each waiver and says whether it holds.
#include "analyze/waivers.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "text/words.h"

namespace milepost {
namespace {

// Items by what a waiver may call them: the key first, then the text.
class ItemNames {
 public:
  explicit ItemNames(const Readiness& readiness) {
    for (uint32_t i = 0; i < readiness.items.size(); ++i) {
      if (!readiness.items[i].key.empty()) names_.emplace(key(readiness.items[i].key), i);
    }
    for (uint32_t i = 0; i < readiness.items.size(); ++i) {
      names_.emplace(key(readiness.items[i].text), i);
    }
  }

  uint32_t find(std::string_view name) const {
    const auto found = names_.find(key(name));
    return found == names_.end() ? kNoItem : found->second;
  }

 private:
  static std::string key(std::string_view text) { return slug(text, 200); }

  std::unordered_map<std::string, uint32_t> names_;
};

bool approves(const Program& program, const Waiver& waiver) {
  if (program.set.settings.people.empty()) {
    return waiver.by != kNoPerson || !waiver.by_text.empty();
  }
  return waiver.by != kNoPerson && program.person(waiver.by).on_roster;
}

int worth(const Waiver& waiver) {
  if (!waiver.valid) return waiver.expired ? 1 : 0;
  return waiver.ends_early ? 2 : 3;
}

}  // namespace

void read_waivers(const NamedValues& values, const Analysis& analysis, Readiness& readiness) {
  const std::vector<Value>& written = values.all(readiness.record, "waivers");
  if (written.empty()) return;
  const ItemNames items(readiness);
  const WorkingTime& time = analysis.time_of(readiness.record);
  for (const Value& value : written) {
    Waiver waiver;
    waiver.item = values.words(values.part(value, "item"));
    if (!waiver.item.empty()) waiver.of = items.find(waiver.item);
    NamedParty by = values.party(values.part(value, "by"));
    waiver.by = by.person;
    waiver.by_text = std::move(by.text);
    waiver.reason = values.words(values.part(value, "reason"));
    const Value* until = values.part(value, "until");
    waiver.until = values.day(until, time, readiness.target);
    // A day that cannot be read (reported) is no day.
    const bool unreadable = until != nullptr && !waiver.until && !until->text.empty();
    waiver.expired = waiver.until && *waiver.until < analysis.as_of;
    waiver.valid = approves(values.program(), waiver) && !waiver.reason.empty() &&
                   !waiver.expired && !unreadable;
    waiver.ends_early = waiver.until && readiness.target && *waiver.until < *readiness.target;
    waiver.place = value.span;
    const auto number = static_cast<uint32_t>(readiness.waivers.size());
    readiness.waivers.push_back(std::move(waiver));
    if (readiness.waivers.back().of == kNoItem) continue;
    GateItem& item = readiness.items[readiness.waivers.back().of];
    if (item.waiver == kNoItem ||
        worth(readiness.waivers[item.waiver]) < worth(readiness.waivers.back())) {
      item.waiver = number;
    }
  }
}

}  // namespace milepost
