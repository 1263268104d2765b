// Says in words what keeps a release from being GO.
#include "driver/release_gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "diagnostics/wording.h"
#include "driver/commands.h"
#include "text/edit_distance.h"

namespace milepost {
namespace {

constexpr std::string_view kWord = "release:";

std::string count_of(size_t count, std::string_view one, std::string_view other) {
  return fmt::format("{} {}", count, count == 1 ? one : other);
}

std::string late_words(int64_t days) {
  return days > 0 ? fmt::format(", {} late", working_days_text(days)) : std::string();
}

class ReasonWords {
 public:
  ReasonWords(const StageValues& values, const Readiness& readiness)
      : program_(values.program), analysis_(values.analysis), readiness_(readiness) {}

  std::string say(const ReadyReason& reason) const {
    std::string text = what(reason);
    const std::string who = who_of(reason);
    if (!who.empty()) text += fmt::format("; {} can clear it", who);
    if (reason.by) text += fmt::format("{} by {}", who.empty() ? ";" : "", to_iso(*reason.by));
    if (!reason.how.empty()) text += fmt::format(" ({})", reason.how);
    return text;
  }

 private:
  std::string about(const ReadyReason& reason) const {
    const Record& record = program_.record(reason.about);
    return fmt::format("`{}` {}", record.short_id, record.title);
  }

  std::string item(const ReadyReason& reason) const {
    const GateItem& one = readiness_.items[reason.index];
    const std::string& gate =
        one.gate < readiness_.gates.size() ? readiness_.gates[one.gate].title : std::string();
    return gate.empty() ? fmt::format("\"{}\"", one.text)
                        : fmt::format("\"{}\" ({})", one.text, gate);
  }

  std::string missing(const ReadyReason& reason) const {
    const GateItem& one = readiness_.items[reason.index];
    const bool nobody = one.owner == kNoPerson && one.team == kNoTeam && one.owner_text.empty() &&
                        !one.due && !one.expected;
    if (reason.days > 0) return item(reason) + " is missing" + late_words(reason.days);
    if (one.checked) return item(reason) + " is checked, and its evidence is not there";
    return item(reason) + (nobody ? " is missing: it has no owner and no date" : " is missing");
  }

  std::string failed(const ReadyReason& reason) const {
    const GateItem& one = readiness_.items[reason.index];
    std::string text = item(reason) + " failed";
    if (!one.measured.empty()) text += ": " + one.measured;
    if (!one.expects.empty()) text += ", needs " + one.expects;
    return text;
  }

  std::string concerns(const ReadyReason& reason) const {
    if (reason.general) return ", and names no record: it counts against every release";
    if (reason.through == kNoRecord) return {};
    return fmt::format(", through `{}`", program_.record(reason.through).short_id);
  }

  std::string what(const ReadyReason& reason) const {
    switch (reason.kind) {
      case ReasonKind::item_missing:
        return missing(reason);
      case ReasonKind::item_failed:
        return failed(reason);
      case ReasonKind::item_open:
        return item(reason) + " is open";
      case ReasonKind::waiver_expired:
        return fmt::format("the waiver of \"{}\" ran out on {}", waiver(reason).item,
                           day(waiver(reason).until));
      case ReasonKind::waiver_ends_early:
        return fmt::format("the waiver of \"{}\" ends on {}, before the target",
                           waiver(reason).item, day(waiver(reason).until));
      case ReasonKind::sign_off_refused:
        return role(reason) + " says no-go";
      case ReasonKind::sign_off_stale:
        return "the sign-off of " + role(reason) + " is stale: what was signed has changed";
      case ReasonKind::sign_off_invalid:
        return "the sign-off of " + role(reason) + " is not valid";
      case ReasonKind::sign_off_missing:
        return role(reason) + " has not signed" + late_words(reason.days);
      case ReasonKind::sign_off_conditional:
        return role(reason) + " has signed with conditions";
      case ReasonKind::blocker_open: {
        const uint8_t priority = analysis_.of(reason.about).priority;
        const std::string rated = priority == 255 ? "a" : fmt::format("a P{}", priority);
        return fmt::format("{} is {} blocker and open{}", about(reason), rated, concerns(reason));
      }
      case ReasonKind::issue_open:
        return fmt::format("{} is a critical issue and open{}", about(reason), concerns(reason));
      case ReasonKind::risk_unmitigated:
        return fmt::format("{} is a {} risk without a mitigation{}", about(reason),
                           reason.blocks ? "very high" : "high", concerns(reason));
      case ReasonKind::work_late:
        return fmt::format("{} will be done {} after the target", about(reason),
                           working_days_text(reason.days));
      case ReasonKind::dependency_late:
        return fmt::format("{} comes {} after the target", about(reason),
                           working_days_text(reason.days));
      case ReasonKind::work_open:
        return about(reason) + " is not done yet";
      case ReasonKind::dependency_open:
        return about(reason) + " is not delivered yet";
      case ReasonKind::target_passed:
        return fmt::format("the target {} has passed", day(readiness_.target));
      case ReasonKind::no_target:
        return "there is no target date";
      case ReasonKind::condition_said:
        return fmt::format("condition of the meeting: {}",
                           readiness_.said.conditions[reason.index].text);
    }
    return {};
  }

  const Waiver& waiver(const ReadyReason& reason) const { return readiness_.waivers[reason.index]; }
  const std::string& role(const ReadyReason& reason) const {
    const SignOff& sign_off = readiness_.sign_offs[reason.index];
    return sign_off.role_label.empty() ? sign_off.role : sign_off.role_label;
  }
  static std::string day(const std::optional<Date>& date) { return date ? to_iso(*date) : ""; }

  std::string who_of(const ReadyReason& reason) const {
    if (reason.who != kNoPerson) return program_.person(reason.who).name;
    return reason.team == kNoTeam ? reason.who_text : program_.team(reason.team).name;
  }

  const Program& program_;
  const Analysis& analysis_;
  const Readiness& readiness_;
};

class GateJudge {
 public:
  GateJudge(const CommandLine& line, const StageValues& values, const Places& places)
      : line_(line), values_(values), places_(places) {}

  ReleaseGate judge() {
    for (const std::string& word : line_.fail_on) {
      if (!names_release(word)) continue;
      const std::string_view id = std::string_view(word).substr(kWord.size());
      const Readiness* readiness = find(id);
      if (readiness == nullptr) {
        gate_.status = kUsage;
        gate_.message = fmt::format("milepost: {}\n", printable(unknown(id)));
        return std::move(gate_);
      }
      judge(*readiness);
    }
    return std::move(gate_);
  }

 private:
  const Readiness* find(std::string_view id) const {
    for (const Readiness& one : values_.analysis.readiness) {
      if (!one.release) continue;
      const Record& record = values_.program.record(one.record);
      if (record.id == id || record.short_id == id) return &one;
      if (std::find(record.aliases.begin(), record.aliases.end(), id) != record.aliases.end()) {
        return &one;
      }
    }
    return nullptr;
  }

  std::string unknown(std::string_view id) const {
    const Program& program = values_.program;
    const RecordIndex other = program.find(id);
    std::vector<std::string_view> releases;
    for (const Readiness& one : values_.analysis.readiness) {
      if (one.release) releases.push_back(program.record(one.record).short_id);
    }
    std::string text = fmt::format("--fail-on `{}{}` names no release", kWord, id);
    if (other != kNoRecord) {
      text +=
          fmt::format("; `{}` is a {}", id, program.kinds().kind(program.record(other).kind).name);
    } else if (const std::vector<size_t> near = nearest(id, releases, 1); !near.empty()) {
      return text + fmt::format("; did you mean `{}{}`?", kWord, releases[near.front()]);
    }
    if (releases.empty()) return text + "; the program has none";
    text += "; there ";
    text += releases.size() == 1 ? "is " : "are ";
    for (size_t i = 0; i < std::min<size_t>(releases.size(), 5); ++i) {
      text += fmt::format("{}`{}`", i == 0 ? "" : ", ", releases[i]);
    }
    return text + (releases.size() > 5 ? " and more" : "");
  }

  void judge(const Readiness& one) {
    const Record& record = values_.program.record(one.record);
    const bool done = values_.analysis.of(one.record).phase == Phase::done;
    if (one.verdict == ReadyVerdict::go || (one.verdict == ReadyVerdict::none && done)) return;
    gate_.status = 1;
    const auto blocking = static_cast<size_t>(std::count_if(
        one.reasons.begin(), one.reasons.end(), [](const auto& r) { return r.blocks; }));
    std::string head = fmt::format("milepost: {} \"{}\" is ", record.short_id, record.title);
    if (one.verdict == ReadyVerdict::none) {
      const bool dropped = values_.analysis.of(one.record).phase == Phase::dropped;
      gate_.message += printable(head + (dropped ? "not GO: it was dropped"
                                                 : "not GO: there is nothing to judge it by")) +
                       "\n";
      return;
    }
    const size_t conditions = one.reasons.size() - blocking;
    const std::string left =
        count_of(conditions, "thing is still to be done", "things are still to be done");
    if (blocking > 0) {
      head += fmt::format("NO-GO: {}",
                          count_of(blocking, "thing stands in the way", "things stand in the way"));
      if (conditions > 0) head += ", " + left;
    } else {
      head += "CONDITIONAL GO: " + left;
    }
    if (one.said.overrides) head += "; the meeting said go all the same";
    gate_.message += printable(head) + "\n";
    const ReasonWords words(values_, one);
    for (const ReadyReason& reason : one.reasons) {
      gate_.message +=
          fmt::format("  {}{}{}\n", place(reason.place),
                      reason.blocks ? "" : "condition: ", printable(words.say(reason)));
    }
  }

  std::string place(Span span) const {
    if (!span.is_place()) return {};
    const LineColumn at = places_.range(span).begin;
    return fmt::format("{}:{}:{}: ", places_.path(span.file), at.line, at.column);
  }

  const CommandLine& line_;
  const StageValues& values_;
  const Places& places_;
  ReleaseGate gate_;
};

}  // namespace

bool names_release(std::string_view word) {
  return word.starts_with(kWord);
}

ReleaseGate judge_release_gate(const CommandLine& line, const StageValues& values,
                               const Places& places) {
  return GateJudge(line, values, places).judge();
}

}  // namespace milepost
