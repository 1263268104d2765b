// Finds what of the text of a release is shown elsewhere on its page.
#include "render/release_body.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "text/words.h"

namespace milepost {
namespace {

constexpr int kNearby = 16;

class BodyCutter {
 public:
  BodyCutter(const PageScope& scope, const ViewRecord& record, const ViewReadiness& ready)
      : scope_(scope), record_(record), ready_(ready), tape_(scope.view().tape(record.body.tape)) {
    for (const std::string& text : ready.launch.rollback_if) told_.insert(normalize_spaces(text));
    for (const ViewCondition& condition : ready.said.conditions) {
      told_.insert(normalize_spaces(condition.text));
    }
    for (const ViewGateItem& item : ready.items) items_.insert(normalize_spaces(item.text));
  }

  ReleaseBody cut() {
    ReleaseBody body;
    const TapeSlice slice = record_.body.slice;
    const uint32_t end = slice.first + slice.count;
    std::vector<TapeSlice> cuts = record_.body_cuts;
    bool left = false;  // anything but headings
    uint32_t i = slice.first;
    while (i < end) {
      const uint32_t section = i;
      const bool headed = tape_.nodes[i].kind == NodeKind::heading;
      if (headed) i += tape_.nodes[i].size;
      const uint32_t first = i;
      bool kept = false;
      std::vector<TapeSlice> found;
      while (i < end && tape_.nodes[i].kind != NodeKind::heading) {
        const TapeSlice block{i, tape_.nodes[i].size};
        if (is_cut(block)) {
          // Not shown anyway.
        } else if (is_told(block)) {
          found.push_back(block);
        } else {
          kept = true;
        }
        i += tape_.nodes[i].size;
      }
      left = left || kept;
      cuts.insert(cuts.end(), found.begin(), found.end());
      const bool has_parts = i < end && headed && tape_.nodes[i].level > tape_.nodes[section].level;
      if (!headed || kept || found.empty() || has_parts) {
        left = left || (headed && first == i);
        continue;
      }
      const TapeSlice heading{section, tape_.nodes[section].size};
      cuts.push_back(heading);
      body.headings.push_back({normalize_spaces(plain_text(tape_, heading)),
                               std::string(scope_.anchor_of(record_.body.tape, section))});
    }
    std::ranges::sort(cuts, {}, &TapeSlice::first);
    body.shown = {record_.body.tape, slice, std::move(cuts)};
    body.empty = !left;
    return body;
  }

 private:
  bool is_cut(TapeSlice block) const {
    return std::ranges::any_of(record_.body_cuts, [&](TapeSlice cut) {
      return block.first >= cut.first && block.first + block.count <= cut.first + cut.count;
    });
  }

  bool is_told(TapeSlice block) const {
    const TapeNode& node = tape_.nodes[block.first];
    if (node.kind == NodeKind::list) return is_told_list(block);
    if (node.kind == NodeKind::table) return is_sign_off_table(block);
    return false;
  }

  // Every item is a check of a gate, or every item stands word for word in the launch plan.
  bool is_told_list(TapeSlice list) const {
    bool checks = true, lines = true;
    const uint32_t end = list.first + list.count;
    for (uint32_t i = list.first + 1; i < end; i += tape_.nodes[i].size) {
      const TapeNode& item = tape_.nodes[i];
      const TapeSlice slice{i, item.size};
      checks = checks && (item.flags & kTask) != 0 && is_told_check(slice);
      lines = lines && told_.contains(normalize_spaces(plain_text(tape_, slice)));
    }
    return list.count > 1 && (checks || lines);
  }

  // A check whose text the gates have; its attributes in brackets are not part of that.
  bool is_told_check(TapeSlice item) const {
    const uint32_t end = item.first + item.count;
    uint32_t paragraphs = 0;
    for (uint32_t i = item.first + 1; i < end; i += tape_.nodes[i].size) {
      const NodeKind kind = tape_.nodes[i].kind;
      if (kind == NodeKind::list) {
        if (!is_told_list({i, tape_.nodes[i].size})) return false;
      } else if (kind == NodeKind::paragraph || kind >= NodeKind::text) {
        paragraphs += kind == NodeKind::paragraph ? 1 : 0;
      } else {
        return false;
      }
    }
    if (paragraphs > 1) return false;
    const std::string words = normalize_spaces(plain_text(tape_, item));
    // A text that the item begins with sorts before it, and few others stand between.
    auto one = items_.upper_bound(words);
    for (int tries = 0; one != items_.begin() && tries < kNearby; ++tries) {
      --one;
      if (!one->empty() && words.starts_with(*one)) return true;
    }
    return false;
  }

  // Each row names a role and its person as a sign-off does.
  bool is_sign_off_table(TapeSlice table) const {
    if (ready_.sign_offs.empty()) return false;
    size_t rows = 0;
    const uint32_t end = table.first + table.count;
    for (uint32_t i = table.first + 1; i < end; i += tape_.nodes[i].size) {
      if ((tape_.nodes[i].flags & kHead) != 0) continue;
      ++rows;
      const std::string words = plain_text(tape_, TapeSlice{i, tape_.nodes[i].size});
      const bool told = std::ranges::any_of(ready_.sign_offs, [&](const ViewSignOff& sign) {
        const std::string& name = sign.by.empty() ? sign.role_label : sign.by.text;
        return !name.empty() && words.find(name) != std::string::npos;
      });
      if (!told) return false;
    }
    return rows > 0;
  }

  const PageScope& scope_;
  const ViewRecord& record_;
  const ViewReadiness& ready_;
  const Tape& tape_;
  std::set<std::string> told_, items_;
};

}  // namespace

ReleaseBody release_body(const PageScope& scope, const ViewRecord& record,
                         const ViewReadiness& ready) {
  if (record.body.slice.count == 0) return {};
  return BodyCutter(scope, record, ready).cut();
}

bool is_told_by_readiness(const ViewReadiness& ready, std::string_view field) {
  const auto is = [&](std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, field) != names.end();
  };
  if (is({"acceptance"})) return !ready.items.empty();
  if (!ready.release) return false;
  if (is({"target"})) return ready.target.has_value();
  if (is({"gates"})) return !ready.gates.empty();
  if (is({"signoffs"})) return !ready.sign_offs.empty();
  if (is({"waivers"})) return !ready.waivers.empty();
  const ViewLaunchPlan& plan = ready.launch;
  if (is({"launch", "rollout", "cutover", "decision_points", "communication"})) {
    return !plan.steps.empty();
  }
  if (is({"rollback_triggers"})) return !plan.rollback_if.empty();
  if (is({"war_room"})) return !plan.war_room.empty();
  if (is({"on_call"})) return !plan.roster.empty();
  const ViewGoNoGo& said = ready.said;
  if (is({"decision", "decided", "reason", "minutes"})) {
    return said.decision != ViewReadyVerdict::none;
  }
  if (is({"conditions"})) return !said.conditions.empty();
  if (is({"attendees"})) return !said.votes.empty();
  if (is({"post_launch", "success_metrics"})) return !ready.after.measures.empty();
  return false;
}

}  // namespace milepost
